"""Hearsay reads the news as it is published and keeps a record of who said what, according to whom, when."""

__version__ = "0.1.0"

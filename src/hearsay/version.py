"""The version of Hearsay."""

__version__ = "0.1.0"

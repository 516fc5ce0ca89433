"""Copies and origins: which report has its text from which other, and how one can tell."""

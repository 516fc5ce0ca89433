"""Dates and times as pages and wire copy state them."""

"""Across reports: whose copy each is, which belong to one story, and how what was said stands."""

"""Scorers and score floors: every published figure of accuracy comes from here."""

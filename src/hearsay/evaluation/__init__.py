"""Scorers and score floors: every published figure of accuracy comes from here.

They see what a user sees, files in and readings out, through the public interface; the command line alone runs them.
"""

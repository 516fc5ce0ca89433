"""The sentences that tell a reader why one report is taken for a copy of another, and what decides between reasons."""

from __future__ import annotations

RETOLD = "in other words"
"""What the first reason of a copy without common words says."""
MOST = 0.6
"""The part of its words from which a report is a copy, whomever it cites."""

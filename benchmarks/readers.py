"""Readers for locust: each asks for one page after another, and reads it for three to twelve seconds.

``HEARSAY_PATHS`` names a file with a line for each page: its kind, a tab, its path.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

from locust import HttpUser, between, task

PATHS = [line.split("\t") for line in Path(os.environ["HEARSAY_PATHS"]).read_text("utf-8").splitlines()]


class Reader(HttpUser):
    """One reader, in a browser."""

    wait_time = between(3, 12)

    @task
    def read(self) -> None:
        """Open a page."""
        kind, path = random.choice(PATHS)
        self.client.get(path, headers={"Accept": "text/html"}, name=kind)

"""What a server works with, and who may add to it."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hearsay.api.jobs import Jobs
from hearsay.api.lasting import Lasting
from hearsay.record.shelf import Shelf

if TYPE_CHECKING:
    from hearsay.pipeline import Record
    from hearsay.settings import Settings


@dataclass(slots=True)
class Desk:
    """One record, the readings at hand, what is being added, and the settings."""

    record: Record
    settings: Settings
    token: str
    shelf: Shelf = field(init=False)
    jobs: Jobs = field(init=False)
    lasting: Lasting = field(init=False, default_factory=Lasting)

    def __post_init__(self) -> None:
        self.shelf, self.jobs = Shelf(self.record), Jobs(self.record)

    def admits(self, given: str) -> bool:
        """Whether a token is the server's, in a time that tells nothing about it."""
        return bool(self.token) and hmac.compare_digest(given.strip().encode(), self.token.encode())

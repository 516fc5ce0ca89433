"""An address to a :class:`~hearsay.intake.source.Source`, politely and safely; the only user of the HTTP client.

``target`` says who may be asked, ``robots`` what for, ``pace`` when; ``network`` connects, ``answer`` reads the head
of what came, ``body`` unpacks the rest while it streams, ``client`` puts it together. ``shelf`` is where answers wait
to be asked about again.
"""

from __future__ import annotations

from hearsay.intake.fetch.answer import StatusError
from hearsay.intake.fetch.client import Fetcher, fetch
from hearsay.intake.fetch.post import post
from hearsay.intake.fetch.shelf import MemoryShelf, Shelf
from hearsay.intake.fetch.target import is_address

__all__ = ["Fetcher", "MemoryShelf", "Shelf", "StatusError", "fetch", "is_address", "post"]

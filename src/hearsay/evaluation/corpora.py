"""The shared corpora: where they lie, and a digest of what a suite was measured on."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class AbsentError(Exception):
    """A corpus that is not on this machine; its suite is left out, and says so."""


def need(path: Path) -> Path:
    """The path, where it exists.

    Raises:
        AbsentError: where it does not.
    """
    if not path.exists():
        raise AbsentError(f"{path} is absent")
    return path


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over the names and contents of the files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()

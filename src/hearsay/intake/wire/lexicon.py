"""The word lists of news copy, read once from the package's data (built from ``resources/``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency: its full name, the tags of its datelines, its other names, and what it carries."""

    name: str
    tags: tuple[str, ...]
    also: tuple[str, ...] = ()
    kind: str = "agency"


@dataclass(frozen=True, slots=True)
class Stamps:
    """Month names in many languages (lower case) to 1–12; zone abbreviations to minutes east of Greenwich."""

    months: dict[str, int]
    zones: dict[str, int]


@dataclass(frozen=True, slots=True)
class Furniture:
    """Words of page furniture, in lower case: see ``resources/furniture.yml`` for each list's meaning."""

    share: frozenset[str]
    menu: frozenset[str]
    starts: tuple[str, ...]
    anywhere: tuple[str, ...]


def _read(name: str) -> bytes:
    return files("hearsay.data").joinpath(name).read_bytes()


@cache
def agencies() -> tuple[Agency, ...]:
    """Every agency of the table."""
    return msgspec.json.decode(_read("agencies.json"), type=tuple[Agency, ...])


@cache
def stamps() -> Stamps:
    """The words of dates and times."""
    return msgspec.json.decode(_read("stamps.json"), type=Stamps)


@cache
def furniture() -> Furniture:
    """The words of page furniture."""
    return msgspec.json.decode(_read("furniture.json"), type=Furniture)

"""The claims that an editor would keep of each story pack."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from hearsay.evaluation.corpora import need

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One speaker's word on a claim: ``content`` is the words of the report that state it."""

    file: str
    speaker: str
    stance: str
    content: str


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim with its statements, how many independent sources it has, and how the editor says that it stands."""

    id: str
    text: str
    statements: tuple[GoldStatement, ...]
    sources: tuple[str, ...]
    status: str

    @property
    def ruled(self) -> frozenset[str]:
        """The states that the record's rules give the editor's own statements.

        The contract's states are mechanical: who asserts or confirms against who denies, and how many independent
        sources there are. A claim that the editor calls confirmed after denials is contested by them; one that he
        calls unconfirmed on the word of several is corroborated; a revised one has a state like any other.
        """
        if self.status in _STATES:
            return _STATES[self.status]
        stances = {one.stance for one in self.statements}
        if "denies" in stances and stances & _FOR:
            return frozenset(["contested"])
        return frozenset(["corroborated"] if len(self.sources) > 1 else ["reported once", "repeated"])

    @property
    def worded(self) -> frozenset[str]:
        """The states that the editor's one word for the claim can be; none for ``revised``, which is no state."""
        if self.status == "confirmed":
            return frozenset(["corroborated"] if len(self.sources) > 1 else ["reported once", "repeated"])
        return (
            frozenset(["reported once", "repeated"]) if self.status == "unconfirmed" else _STATES.get(self.status, _ANY)
        )


_STATES = {
    "contested": frozenset(["contested"]),
    "denied": frozenset(["contested"]),
    "retracted": frozenset(["retracted"]),
}
_ANY: frozenset[str] = frozenset()
_FOR = frozenset(["asserts", "confirms", "expects"])


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A pack: its reports on the story (the one on another story left out), and its claims."""

    pack: str
    files: tuple[Path, ...]
    claims: tuple[GoldClaim, ...]


def load(folder: Path) -> tuple[GoldStory, ...]:
    """Every pack in the folder of stories."""
    return tuple(pack(path) for path in sorted(need(folder).glob("*/gold.json")))


def pack(path: Path) -> GoldStory:
    """The pack whose gold is at ``path``."""
    gold = json.loads(path.read_text("utf-8"))
    files = [path.parent / "reports" / one["file"] for one in gold["reports"] if one["relation"] != "unrelated"]
    return GoldStory(path.parent.name, tuple(files), tuple(_claim(entry) for entry in gold["claims"]))


def _claim(entry: dict[str, Any]) -> GoldClaim:
    statements = (
        GoldStatement(one["file"], one["speaker"], one["stance"], one["content"]) for one in entry["statements"]
    )
    return GoldClaim(
        entry["id"], entry["text"], tuple(statements), tuple(entry["independent_sources"]), entry["status"]
    )

"""Archives of any size, out of a few readings: events of their own people, words, numbers and days.

Names, numbers and longer words of a reading are replaced, each by the same one all through the text, and every span is
moved with them: no text shares wording with that of another event. An archive is like that of a newsroom: events come
day by day; most of them have one report, some a few, some up to forty, by several outlets that wrote themselves and by
others that copied those, whole or cut; names and outlets recur as they do, a few very often; one report in fifty comes
again in another version.
"""

from __future__ import annotations

import hashlib
import random
import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import func, select

from hearsay.data import lexicon
from hearsay.model import codec
from hearsay.model.reading import Reading
from hearsay.record.tables import report as reports

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hearsay.pipeline import Record

PER_DAY = 40
"""Reports of a day."""

ALONE, FEW = 0.85, 0.95
"""How many events have one report; how many have that or at most four. The others have five to forty."""

COPIED = 0.6
"""How many of an event's reports after its first are copies of one before."""

AGAIN = 0.02
"""How many reports come again, in another version."""

OUTLETS, NAMES = 400, 20_000
SHARED = 8  # names that all texts on one event share, those that each of them has most often

LONG = 4  # letters of a word from which on it is replaced

_TOKEN = re.compile(rf"[^\W\d_]{{{LONG},}}|\d+")
_FIRST = datetime(2015, 1, 1, tzinfo=UTC)
_SIDE_BY_SIDE = 120  # reports of events that go on at once


def archive(readings: Sequence[Reading], size: int, first: int = 0) -> Iterator[tuple[Reading, bytes]]:
    """So many readings with their sources, always the same; ``first`` reports went before, which are not made."""
    return islice(_mixed(_Newsroom(readings, first)), size)


def last(record: Record) -> int:
    """The number of the last variant that a record holds: the next ones come some minutes after it."""
    with record._looking() as connection:
        name = connection.scalar(select(func.max(reports.c.id)).where(reports.c.id.like("v%")))
    return int(name[1:]) if name else 0


def _mixed(room: _Newsroom) -> Iterator[tuple[Reading, bytes]]:
    """Events side by side, each in its order, as reports come in."""
    going: list[Iterator[Reading]] = []
    while True:
        while len(going) < _SIDE_BY_SIDE:
            going.append(room.event())
        at = room.chance.randrange(_SIDE_BY_SIDE)
        one = next(going[at], None)
        if one is None:
            del going[at]
        else:
            yield one, one.report.text.encode()


@dataclass(slots=True)
class _Base:
    """A reading as JSON, and its names, the most frequent first."""

    line: dict[str, Any]
    names: tuple[str, ...]


@dataclass(slots=True)
class _Event:
    """What all texts on one event share."""

    day: datetime
    cast: tuple[str, ...]
    known: dict[str, str] = field(default_factory=dict)


class _Newsroom:
    """Makes events, one after another."""

    def __init__(self, readings: Sequence[Reading], first: int) -> None:
        self.chance = random.Random(7)
        self._number = first
        lines = [msgspec.json.decode(codec.encode(one)) for one in readings]
        words = Counter(word for line in lines for word in _TOKEN.findall(line["report"]["text"]))
        self._kept = _cues(lines)
        self._ordinary = {word for word in words if word.islower()}
        self._bases = [_Base(line, self._names(line["report"]["text"])) for line in lines]
        self._pool = [_name(self.chance) for _ in range(NAMES)]
        self.chance.seed(first)
        self._words = [word for word in lexicon.load("words", str).split() if len(word) >= LONG and word.isalpha()]

    def event(self) -> Iterator[Reading]:
        """The reports on one event, as they come."""
        chance = self.chance
        day = _FIRST + timedelta(days=self._number / PER_DAY, minutes=chance.randrange(1440))
        event = _Event(day, tuple(self._often() for _ in range(SHARED)))
        told: list[Reading] = []
        for _ in range(self._size()):
            if told and chance.random() < COPIED:
                line = self._copied(chance.choice(told[:3]))
            else:
                line = self._told(chance.choice(self._bases), event)
            told.append(self._reading(line))
            yield told[-1]
            if chance.random() < AGAIN:
                yield self._again(told[-1])

    def _size(self) -> int:
        kind = self.chance.random()
        return 1 if kind < ALONE else self.chance.randint(2, 4) if kind < FEW else self.chance.randint(5, 40)

    def _told(self, base: _Base, event: _Event) -> dict[str, Any]:
        """A text of its own about an event."""
        line = _cut(base.line, self.chance.randint(3, 12))
        own = dict(zip(base.names, event.cast, strict=False)) | {
            name: self._often() for name in base.names[len(event.cast) :]
        }

        def other(word: str) -> str:
            if word in own:
                return own[word]
            known = event.known
            if word not in known:
                known[word] = self._like(word)
            return known[word]

        line = _replaced(line, other)
        published = event.day + timedelta(minutes=self.chance.randrange(2880))
        day = published.date().isoformat()
        line["times"] = [{**one, "value": day, "begin": day, "end": day} for one in line["times"]]
        line["report"] |= {"outlet": self._outlet(), "published": published.isoformat()}
        return line

    def _copied(self, of: Reading) -> dict[str, Any]:
        """The same text on another outlet's page, some hours later, half of the time cut."""
        line = msgspec.json.decode(codec.encode(of))
        if self.chance.random() < 0.5:
            line = _cut(line, self.chance.randint(2, 6))
        published = datetime.fromisoformat(of.report.published or "") + timedelta(minutes=self.chance.randrange(5, 900))
        line["report"] |= {"outlet": self._outlet(), "published": published.isoformat()}
        return line

    def _again(self, of: Reading) -> Reading:
        """A later version of a report: without its last paragraph, or with another number."""
        line = msgspec.json.decode(codec.encode(of))
        numbers = re.findall(r"\d+", of.report.text)
        if numbers and self.chance.random() < 0.5:
            old, new = numbers[-1], self._like(numbers[-1])
            line = _replaced(line, lambda word: new if word == old else word)
        else:
            line = _cut(line, sum(one.kind == "paragraph" for one in of.report.parts) - 1)
        return _identified(line, of.report.id, of.report.uri)

    def _reading(self, line: dict[str, Any]) -> Reading:
        self._number += 1
        return _identified(line, f"v{self._number:07}", f"https://outlet.example/{self._number}")

    def _names(self, text: str) -> tuple[str, ...]:
        found = Counter(word for word in _TOKEN.findall(text) if word[0].isupper() and not self._is_word(word))
        return tuple(name for name, _ in found.most_common())

    def _is_word(self, word: str) -> bool:
        return word.lower() in self._ordinary or word in self._kept

    def _like(self, word: str) -> str:
        """Another word, number or name in the place of one."""
        chance = self.chance
        if word.isdigit():
            return str(chance.randrange(1, 10)) + "".join(str(chance.randrange(10)) for _ in word[1:])
        if word in self._kept or word.lower() in self._kept:
            return word
        if self._is_word(word):
            found = self._words[int(len(self._words) * chance.random() ** 2)]
            return found.capitalize() if word[0].isupper() else found
        return self._often()

    def _often(self) -> str:
        """A name; the first of them come very often."""
        return self._pool[int(NAMES * self.chance.random() ** 1.5)]

    def _outlet(self) -> str:
        return f"Outlet {int(OUTLETS * self.chance.random() ** 2)}"


def _cues(lines: Sequence[dict[str, Any]]) -> frozenset[str]:
    """Words that say how something is said: they stay."""
    return frozenset(
        word
        for line in lines
        for said in line["attributions"]
        for span in said["cue"]
        for word in _TOKEN.findall(line["report"]["text"][span["start"] : span["end"]])
    )


def _identified(line: dict[str, Any], name: str, uri: str) -> Reading:
    sha256 = hashlib.sha256(line["report"]["text"].encode()).hexdigest()
    line["report"] |= {"id": name, "uri": uri, "source_sha256": sha256, "evidence": [], "dateline": None}
    line["report"]["parts"] = [{**part, "source": None} for part in line["report"]["parts"]]
    got = codec.decode(msgspec.json.encode(line))
    assert isinstance(got, Reading)
    return got


def _replaced(line: dict[str, Any], other: Callable[[str], str]) -> dict[str, Any]:
    """A line with its words replaced, in its text and in what was read of it, and every span moved with them."""
    text = line["report"]["text"]
    pieces: list[str] = []
    starts, ends, moved = [0], [0], [0]
    at = size = 0
    for found in _TOKEN.finditer(text):
        new = other(found[0])
        size += found.start() - at
        starts.append(found.start())
        pieces += (text[at : found.start()], new)
        size, at = size + len(new), found.end()
        ends.append(at)
        moved.append(size)
    pieces.append(text[at:])

    def place(old: int) -> int:
        """Where a place is now; one inside of a word is at its end."""
        one = bisect_right(starts, old) - 1
        if one and old == starts[one]:
            return moved[one - 1] + old - ends[one - 1]
        return moved[one] + max(0, old - ends[one])

    def each(words: str | None) -> str | None:
        return words and _TOKEN.sub(lambda found: other(found[0]), words)

    made = _moved(line, place)
    made["report"] |= {"text": "".join(pieces), "headline": each(line["report"].get("headline"))}
    for actor in made["actors"]:
        actor |= {"name": each(actor["name"]), "role": each(actor.get("role")), "wikidata": None}
    for figure in made["figures"]:
        figure["about"] = each(figure.get("about"))
        for end in ("low", "high"):
            if isinstance(figure[end], int):
                figure[end] = int(other(str(figure[end])))
    return made


def _moved(value: Any, place: Callable[[int], int]) -> Any:
    if isinstance(value, list):
        return [_moved(one, place) for one in value]
    if not isinstance(value, dict):
        return value
    return {
        name: place(one) if name in {"start", "end"} and isinstance(one, int) else _moved(one, place)
        for name, one in value.items()
    }


def _cut(line: dict[str, Any], paragraphs: int) -> dict[str, Any]:
    """The first paragraphs of a text, and what was read in them."""
    report = line["report"]
    ends = [part["end"] for part in report["parts"] if part["kind"] == "paragraph"]
    stop = ends[min(max(1, paragraphs), len(ends)) - 1] if ends else len(report["text"])

    def inside(*spans: dict[str, int]) -> bool:
        return all(span["end"] <= stop for span in spans)

    said = [one for one in line["attributions"] if inside(*one["source"], *one["cue"], *one["content"])]
    ids = {one["id"] for one in said}
    said = [{**one, "within": one.get("within") if one.get("within") in ids else None} for one in said]
    named = {one.get("speaker") for one in said} | {name for one in said for name in one["via"]}
    actors = [{**one, "mentions": [span for span in one["mentions"] if inside(span)]} for one in line["actors"]]
    named |= {name for one in actors if one["mentions"] or one["id"] in named for name in (one["id"], *one["members"])}
    figures = [one for one in line["figures"] if inside(one["span"]) and one.get("attribution") in {None, *ids}]
    return {
        **line,
        "report": {
            **report,
            "text": report["text"][:stop],
            "parts": [part for part in report["parts"] if part["end"] <= stop],
        },
        "attributions": said,
        "actors": [one for one in actors if one["id"] in named],
        "times": [one for one in line["times"] if inside(one["span"])],
        "figures": figures,
    }


def _name(chance: random.Random) -> str:
    syllables = [chance.choice("bdfgklmnprstvz") + chance.choice("aeiou") for _ in range(chance.randint(2, 4))]
    return "".join(syllables).capitalize() + chance.choice(("", "n", "r", "s", "k"))

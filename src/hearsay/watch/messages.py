"""A message: one change, for one question, as it goes out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from hearsay.watch.changes import Change, Kind
from hearsay.watch.standing import Words

if TYPE_CHECKING:
    from hearsay.watch.plan import Question

SCHEMA = "hearsay-watch/1"


@dataclass(frozen=True, slots=True)
class Message:
    """What is told.

    Attributes:
        schema: the form of the message.
        id: what a receiver knows it by: the same message never has another, and no other has it.
        question: the question's name in the plan.
        at: when the change was seen, ISO 8601, UTC.
        kind: what changed.
        story: the id of the story.
        title: the story's title.
        claim: the id of the claim, where it is about one.
        about: the claim's words, or the report's headline.
        before: how it stood; ``None`` for what is new.
        after: how it stands.
        why: by which rule.
        words: the exact words that the change follows from, with their addresses.
        link: where the story is shown, if the setting ``public_address`` says where pages are.
    """

    schema: str
    id: str
    question: str
    at: str
    kind: Kind
    story: str
    title: str
    claim: str | None
    about: str
    before: str | None
    after: str
    why: str
    words: tuple[Words, ...]
    link: str | None = None

    @property
    def headline(self) -> str:
        """The message in one line."""
        return f"{self.question}: {self.kind}: {' '.join(self.about.split())[:160]}"

    def __str__(self) -> str:
        state = self.after if self.before is None else f"{self.before} → {self.after}"
        lines = [self.headline, f"  {state}", f"  {self.why}"]
        for one in self.words:
            who = " · ".join(each for each in (one.speaker, one.stance, one.outlet) if each)
            lines += [f"  “{' '.join(one.text.split())}” {who}".rstrip(), f"    {one.uri} {one.start}–{one.end}"]
        return "\n".join([*lines, *([f"  {self.link}"] if self.link else [])])


def word(question: Question, change: Change, revision: int, number: int, at: str, public: str) -> Message:
    """The message of a change; ``number`` counts those of one revision of a question."""
    shown = (
        change.kind,
        change.story,
        change.title,
        change.claim,
        change.about,
        change.before,
        change.after,
        change.why,
        change.words,
    )
    seed = msgspec.json.encode((question.name, revision, number, shown))
    key = hashlib.sha256(seed).hexdigest()[:32]
    link = f"{public.rstrip('/')}/stories/{change.story}" if public else None
    return Message(SCHEMA, key, question.name, at, *shown, link)


def encode(message: Message) -> str:
    """A message as JSON."""
    return msgspec.json.encode(message).decode()


def decode(body: str) -> Message:
    """A message back from JSON."""
    return msgspec.json.decode(body, type=Message)

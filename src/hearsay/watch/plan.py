"""The file of a watch: sources, questions, and the ways out. TOML, or YAML with the same keys."""

from __future__ import annotations

import os
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import yaml

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNITS = {"s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0}
_SPAN = re.compile(r"(\d+(?:\.\d+)?)\s*([smhd])")


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An address (a page, a feed, a sitemap), a file or a folder, and how often it is looked at."""

    address: str
    every: str | None = None


class Question(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of a story, a claim, a speaker, a search; ``name`` is what messages call it."""

    name: str
    story: str | None = None
    claim: str | None = None
    speaker: str | None = None
    search: str | None = None

    @property
    def kind(self) -> Literal["story", "claim", "speaker", "search"]:
        """Which of the four it is."""
        return "story" if self.story else "claim" if self.claim else "speaker" if self.speaker else "search"


class Webhook(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An address that messages are posted to; ``secret_from`` names the environment's variable with the secret."""

    address: str
    secret_from: str

    @property
    def channel(self) -> str:
        """What its deliveries are kept under."""
        return f"webhook {self.address}"


class Mail(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"sender": "from"}):
    """A mailbox; ``password_from`` names the variable of the environment that has the password of ``user``."""

    to: str
    sender: str
    server: str
    port: int = 587
    tls: Literal["starttls", "tls", "none"] = "starttls"
    user: str | None = None
    password_from: str | None = None

    @property
    def channel(self) -> str:
        """What its deliveries are kept under."""
        return f"mail {self.to}"


class Out(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The ways out: feeds as files, webhooks, mailboxes."""

    rss: str | None = None
    atom: str | None = None
    json: str | None = None
    webhook: tuple[Webhook, ...] = ()
    mail: tuple[Mail, ...] = ()


class Plan(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is watched. Lengths of time are a number and ``s``, ``m``, ``h`` or ``d``."""

    source: tuple[Source, ...] = ()
    question: tuple[Question, ...] = ()
    out: Out = Out()
    every: str = "10m"

    @property
    def channels(self) -> tuple[str, ...]:
        """What deliveries are kept under, each once."""
        hooks, mail = (one.channel for one in self.out.webhook), (one.channel for one in self.out.mail)
        return tuple(dict.fromkeys((*hooks, *mail)))

    def interval(self, source: Source) -> float:
        """Seconds between two looks at a source."""
        return seconds(source.every or self.every)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A plan, and the folder that its relative paths start from."""

    plan: Plan
    folder: Path

    def path(self, named: str) -> Path:
        """A file that the plan names."""
        return self.folder / Path(named).expanduser()


def load(file: str | Path) -> Loaded:
    """The plan in a file.

    Raises:
        UsageError: if it cannot be read, or says what a plan cannot say; it names the place.
    """
    path = Path(file)
    try:
        words = path.read_text("utf-8")
        said = tomllib.loads(words) if path.suffix.lower() == ".toml" else yaml.safe_load(words)
        plan = msgspec.convert(said, Plan)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: {getattr(error, 'strerror', None) or 'not text'}") from error
    except (tomllib.TOMLDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{file}: {' '.join(str(error).split())}") from error
    except msgspec.ValidationError as error:
        raise UsageError(f"{file}: {error}") from error
    if problem := next(_problems(plan), None):
        raise UsageError(f"{file}: {problem}")
    return Loaded(plan, path.parent)


def seconds(words: str) -> float:
    """The seconds of a length of time such as ``30s``, ``10m``, ``1.5h``, ``2d``.

    Raises:
        UsageError: if it is none, or nothing.
    """
    found = _SPAN.fullmatch(words.strip())
    if not found or float(found[1]) == 0:
        raise UsageError(f"{words!r} is not a length of time such as 30s, 10m, 1h or 2d")
    return float(found[1]) * _UNITS[found[2]]


def secret(variable: str) -> str:
    """A secret, from the variable of the environment that a plan names.

    Raises:
        UsageError: if there is none.
    """
    if value := os.environ.get(variable):
        return value
    raise UsageError(f"the variable {variable}, which should have a secret, is not set")


def _problems(plan: Plan) -> Iterator[str]:
    if not plan.source and not plan.question:
        yield "nothing to watch: no source and no question"
    names = [one.name for one in plan.question]
    yield from (f"two questions are called {name!r}" for name in set(names) if names.count(name) > 1)
    for one in plan.question:
        asked = [each for each in (one.story, one.claim, one.speaker, one.search) if each]
        if len(asked) != 1:
            yield f"question {one.name!r} needs one of story, claim, speaker, search"
    addresses = [one.address for one in plan.source]
    yield from (f"{one} is there twice" for one in set(addresses) if addresses.count(one) > 1)
    for every in (plan.every, *(one.every for one in plan.source if one.every)):
        try:
            seconds(every)
        except UsageError as error:
            yield str(error)

"""Builds the lexicon of actors from the lists of countries, bodies, names, nouns and grammar in ``resources/``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]


def load(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "resources" / f"{name}.yml").read_text("utf-8")))


def lexicon() -> dict[str, Any]:
    bodies, people, things = load("bodies"), load("people"), load("things")
    return {
        "countries": countries(),
        "roles": bodies["roles"],
        "bodies": bodies["countries"],
        "known": bodies["known"],
        "outlets": outlets(bodies),
        "given": {key: names.split() for key, names in load("given_names").items()},
        "grammar": {key: words.split() for key, words in load("grammar").items()},
        "people": {**people, "groups": groups(people)},
        "things": things,
    }


def groups(people: dict[str, Any]) -> list[str]:
    """The words for several people: those listed, and the plurals of posts."""
    plurals = [plural(word) for word in people["posts"] if word.isalpha() and word.islower()]
    return list(dict.fromkeys([*people["groups"], *plurals]))


def plural(noun: str) -> str:
    """The regular plural of a noun of a person ("witness", "secretary", "postman")."""
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch", "sh", "x")) else f"{noun}s"


def countries() -> dict[str, Any]:
    return {code: {"code": code, **entry} for code, entry in load("countries").items()}


def outlets(bodies: dict[str, Any]) -> dict[str, Any]:
    return {"names": bodies["outlets"], "words": bodies["outlet_words"], "nouns": bodies["outlet_nouns"]}


BUILT = {"actors.json": lexicon}

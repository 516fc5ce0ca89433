"""Builds the lexicons of reporting cues and of stance from ``resources/cues.yml`` and ``resources/stance.yml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
VOWELS = "aeiou"


def load(name: str) -> dict[str, Any]:
    return dict(yaml.safe_load((ROOT / "resources" / f"{name}.yml").read_text("utf-8")))


def forms(verb: str, irregular: dict[str, list[str]]) -> list[str]:
    """Every inflected form of a verb, its particles behind each."""
    head, _, particles = verb.partition(" ")
    made = irregular.get(head) or regular(head)
    return [f"{form} {particles}".strip() for form in dict.fromkeys([head, *made])]


def regular(verb: str) -> list[str]:
    """Third person, past and -ing of a regular verb."""
    if verb.endswith("e"):
        return [verb + "s", verb + "d", (verb if verb.endswith("ee") else verb[:-1]) + "ing"]
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return [verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    sibilant = re.search(r"(s|x|z|ch|sh)$", verb)
    return [verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing"]


def cues() -> object:
    found = load("cues")
    irregular = found["irregular"]
    frames = ("clause", "told", "private", "thing", "order", "beside")
    built: dict[str, Any] = {
        frame: sorted({form for verb in found[frame] for form in forms(verb, irregular)}) for frame in frames
    }
    built["bare"] = found["bare"]
    built["nouns"] = found["nouns"]
    built["private_nouns"] = found["private_nouns"]
    built["outlets"] = found["outlet"]
    return built


def stance() -> object:
    found, irregular = load("stance"), load("cues")["irregular"]
    entries = {}
    for pair, phrases in found["cues"].items():
        plain, negated = (None if s == "neutral" else s for s in pair.split(", "))
        for phrase in phrases:
            # The first group that names a phrase decides.
            entries.setdefault(phrase, {"plain": plain, "negated": negated})
    heads = {phrase.split()[0] for phrase in entries}
    return {
        "cues": entries,
        # A form that is an entry of its own, as "saw" beside "see", is no form of another.
        "lemmas": {form: head for head in sorted(heads) for form in forms(head, irregular)} | {h: h for h in heads},
        "rejected": {noun: stance for stance, nouns in found["rejected"].items() for noun in nouns},
        "content": [
            {
                "stance": rule["stance"],
                "lead": rule["lead"],
                "own": rule.get("own", False),
                "pattern": "|".join(f"(?:{p})" for p in rule["any"]),
            }
            for rule in found["content"]
        ],
    }


BUILT = {"cues.json": cues, "stance.json": stance}

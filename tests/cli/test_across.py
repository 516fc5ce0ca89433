"""How stories and claims look."""

from io import StringIO

from rich.console import Console

from hearsay.cli import across
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.model.story import (
    Bond,
    Circle,
    Claim,
    Count,
    Counts,
    Derivation,
    Drawn,
    Heading,
    Lineage,
    Listed,
    Parting,
    Statement,
    Story,
)

TEXT = "At least 12 people were aboard."
REPORT = Report("r1", "https://x.example/1", "0" * 64, "text/plain", TEXT, parts=(Part("paragraph", 0, len(TEXT)),))
LISTED = (
    Listed("r1", "https://x.example/1", "Harbour Courier", "Meridian", "Ferry sinks", "2024-10-25"),
    Listed("r2", "https://x.example/2", "Daily Lantern", None, "A ferry sank", "2024-10-26"),
)
CLAIM = Claim(
    "c1",
    TEXT,
    "contested",
    "Mina Okoye asserts it, Jo Lind denies it.",
    revised=True,
    first_said="2024-10-25",
    statements=(Statement("r1", "a1", "Mina Okoye", "asserts", "2024-10-25", (Span(0, 15),)),),
    origins=("r1",),
    independent_sources=("Mina Okoye", "Jo Lind"),
    figures=(
        Count("r1", "Mina Okoye", 12, None, "at_least", "people", "aboard"),
        Count("r1", "Jo Lind", 9, 9, "exact", "people"),
        Count("r2", "Mina Okoye", 14, 14, "exact", "people", "aboard", "2024-10-26", replaced=0),
    ),
)
STORY = Story(
    "sr1",
    "Ferry sinks",
    Counts(2, 2, 1),
    "2024-10-26",
    LISTED,
    (Lineage("r1", (Derivation("r2", "r1", "reworded", 0.61, credited=False, reasons=("it came out later",)),)),),
    (Circle(("r1", "r2"), "each cites the other"),),
    (CLAIM,),
    "2024-10-27",
)


def _drawn(what):
    console = Console(width=100, record=True, file=StringIO())
    console.print(what)
    return [line.rstrip() for line in console.export_text().splitlines() if line.strip()]


def _open(name, version):
    assert (name, version) == ("r1", 1)
    return REPORT


def test_stories_tell_their_counts():
    assert _drawn(across.stories([Heading("sr1", "Ferry sinks", Counts(14, 11, 1), "2024-10-26")])) == [
        "sr1  Ferry sinks",
        "     14 reports · 11 outlets · 1 origin · last change 2024-10-26",
    ]
    assert _drawn(across.stories([])) == ["no stories"]


def test_a_story_tells_claims_with_their_rule_words_and_figures():
    assert _drawn(across.story(STORY, _open, most=10, explain=False)) == [
        "Ferry sinks",
        "2 reports · 2 outlets · 1 origin · last change 2024-10-26 · sr1",
        "as of 2024-10-27",
        "  1  At least 12 people were aboard.",
        "     CONTESTED · REVISED · 2 independent sources: Mina Okoye, Jo Lind · 1 origin · 1 statement in 1",
        "     report · first said 2024-10-25 · c1",
        "     Mina Okoye asserts it, Jo Lind denies it.",
        "       Mina Okoye asserts 2024-10-25  At least 12 peo  Harbour Courier ¶1 @0–15",
        "       # ≥ 12 people → 14 people (2024-10-26)  Mina Okoye  aboard",
        "       # 9 people  Jo Lind",
        "Origins and copies",
        "└── Ferry sinks  Harbour Courier · from Meridian · 2024-10-25 · r1",
        "    └── reworded, 61%, NOT CREDITED  A ferry sank  Daily Lantern · 2024-10-26 · r2",
        "In a circle: each cites the other",
    ]


def test_reasons_are_told_when_asked_for():
    assert any("it came out later" in line for line in _drawn(across.lineage(STORY, explain=True)))
    assert not any("it came out later" in line for line in _drawn(across.lineage(STORY, explain=False)))


def test_what_is_left_out_is_said():
    assert "1 more claim: --all" in _drawn(across.story(STORY, _open, most=0, explain=False))


def test_claims_stand_under_their_story():
    lines = _drawn(across.claims([(STORY, CLAIM), (STORY, CLAIM)], _open, explain=False))
    assert sum(line.startswith("Ferry sinks") for line in lines) == 1
    assert sum("CONTESTED" in line for line in lines) == 2
    assert _drawn(across.claims([], _open, explain=False)) == ["no such claims"]


def test_a_hostile_headline_moves_no_cursor():
    lines = _drawn(across.stories([Heading("s\x1b[2J", "\x1b[31mred", Counts(1, 0, 1), None)]))
    assert "\x1b" not in "".join(lines)


def test_why_a_story_is_drawn_as_it_is():
    why = Drawn(
        (Bond("r1", "r2", False, ("Okoye",), ("ferry", "aboard"), 1), Bond("gone", "r1", True, (), (), None)),
        (Parting("sr9", "Ferry line sold", (), ("buyer",)), Parting("sr8", "", (), ())),
    )
    assert _drawn(across.drawing(STORY, why)) == [
        "Why one story",
        "Ferry sinks  Harbour Courier · from Meridian · 2024-10-25 · r1",
        "  is nearest to Daily Lantern “A ferry sank”: both name Okoye; both say ferry, aboard; 1 day apart",
        "Near, and another story",
        "Ferry line sold  sr9",
        "  only there: buyer",
        "(no headline)  sr8",
        "  too little alike on the whole",
    ]
    assert _drawn(across.drawing(STORY, Drawn((), ()))) == []

"""The invented story keeps to its format: what its gold record says of the reports is in the reports."""

import json
import re
from collections import Counter
from datetime import date, datetime
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from hearsay.evaluation.stories import gold as packs
from hearsay.model import reading as model

STORY = Path(__file__).resolve().parents[2] / "demo" / "story"
GOLD = json.loads((STORY / "gold.json").read_text("utf-8"))
REPORTS = {entry["file"]: entry for entry in GOLD["reports"]}
ORIGINALS = [name for name, entry in REPORTS.items() if entry["relation"] in ("original", "update")]
HIDDEN = {"script", "style", "title"}
WITHIN_A_LINE = {"a", "b", "strong", "em", "i", "span", "time", "button"}
SPEAKERS = {"person", "organisation", "government", "document", "unnamed", "group"}
SHARED = {"facebook", "twitter", "kakao", "naver", "band", "pinterest"}


class Visible(HTMLParser):
    """The words of a page that a person sees; a block's end is a space."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in HIDDEN
        self.words.append("" if tag in WITHIN_A_LINE else " ")

    def handle_endtag(self, tag):
        self.hidden -= tag in HIDDEN
        self.words.append("" if tag in WITHIN_A_LINE else " ")

    def handle_data(self, data):
        self.words.append("" if self.hidden else data)


def fold(text):
    return " ".join(text.split())


def charset(source):
    declared = re.search(rb'charset="?([\w-]+)', source)
    return declared[1].decode() if declared else "utf-8"


def visible(name):
    source = (STORY / "reports" / name).read_bytes()
    text = source.decode(charset(source))
    if not name.endswith(".html"):
        return fold(text)
    page = Visible()
    page.feed(text)
    return fold("".join(page.words))


TEXTS = {name: visible(name) for name in REPORTS}


def body(name):
    """The body alone: from its first words to its last, without the furniture between them."""
    entry, text = REPORTS[name], TEXTS[name]
    inner = text[text.index(entry["body_first"]) : text.index(entry["body_last"]) + len(entry["body_last"])]
    for furniture in sorted(entry["not_body"], key=len, reverse=True):
        inner = inner.replace(furniture, " ")
    return fold(inner)


def read(name):
    """What is read of a report: its headline and its body."""
    return f"{REPORTS[name]['headline']} \n {body(name)}"


def straight(text):
    return text.translate(str.maketrans("“”’", '""\''))


def runs(name, length):
    """Every run of so many words in a report's body."""
    words = re.findall(r"[\w']+", straight(body(name)).lower())
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def spots(text, words):
    return [found.start() for found in re.finditer(re.escape(words), text)]


def closest(text, entry):
    """How far apart the pieces of an attribution stand where they stand closest, its content in order."""
    pieces = [*entry["content"], *filter(None, (entry["source"], entry["cue"]))]
    count = len(entry["content"])
    spans = [
        max(at + len(piece) for at, piece in zip(places, pieces, strict=True)) - min(places)
        for places in product(*(spots(text, piece) for piece in pieces))
        if list(places[:count]) == sorted(places[:count])
    ]
    return min(spans, default=None)


def label(entry):
    return f"{entry['file'][:2]} {entry['source']} {entry['cue']}"


def test_the_reports_are_the_files():
    assert sorted(REPORTS) == sorted(path.name for path in (STORY / "reports").iterdir())
    assert Counter(entry["relation"] for entry in REPORTS.values()) == {
        "original": 4, "update": 1, "verbatim": 2, "truncated": 1, "extended": 1, "reworded": 1, "uncredited": 1,
        "citing": 2, "unrelated": 1,
    }  # fmt: skip


def test_the_loader_of_the_story_packs_reads_it():
    loaded = packs.load(STORY.parent)
    assert [report.path.name for report in loaded] == list(REPORTS)
    assert sum(len(report.statements) for report in loaded) == len(GOLD["attributions"])
    assert [report.outlet is None for report in loaded] == [False] * len(REPORTS)


def test_the_pages_are_as_pages_are():
    charsets = {charset((STORY / "reports" / name).read_bytes()).lower() for name in REPORTS}
    assert charsets == {"utf-8", "windows-1252", "euc-kr"}
    assert set(" ".join(TEXTS.values()).lower().split()) >= SHARED | {"(end)", "cookies", "기자"}


@pytest.mark.parametrize("name", REPORTS)
def test_what_is_said_of_a_report_is_in_it(name):
    entry, text = REPORTS[name], TEXTS[name]
    told = [entry["headline"], entry["body_first"], entry["body_last"], *entry["not_body"]]
    assert [words for words in told if words not in text] == []
    assert [author for author in entry["authors"] if author.casefold() not in text.casefold()] == []
    assert [text.count(entry[edge]) for edge in ("body_first", "body_last")] == [1, 1]
    assert len(entry["body_first"]) == len(entry["body_last"]) == 60
    assert [words for words in entry["not_body"] if words in body(name)] == []


@pytest.mark.parametrize("name", REPORTS)
def test_where_and_when(name):
    entry, text = REPORTS[name], TEXTS[name]
    published = datetime.fromisoformat(entry["published"])
    assert (published.tzinfo is None) == (len(entry["published"]) == len("2025-05-12"))
    if entry["dateline"]:
        assert entry["dateline"]["place"] in text[: text.index(entry["body_first"])]
        assert date.fromisoformat(entry["dateline"]["date"]) <= published.date()


@pytest.mark.parametrize("name", ORIGINALS)
def test_an_original_has_the_length_of_a_report(name):
    assert 200 <= len(body(name).split()) <= 450


def test_the_lineage_is_what_the_reports_say():
    copies = {name: [other for other in REPORTS if REPORTS[other]["copy_of"] == name] for name in ORIGINALS}
    assert GOLD["lineage"] == [[name, *found] for name, found in copies.items()]
    alone = ("original", "update", "citing", "unrelated")
    assert [(one["copy_of"] is None) == (one["relation"] in alone) for one in REPORTS.values()] == [True] * len(REPORTS)
    made_of = [(copy, name) for name, found in copies.items() for copy in found]
    assert [copy for copy, name in made_of if REPORTS[copy]["published"][:10] < REPORTS[name]["published"][:10]] == []


@pytest.mark.parametrize("name", [name for name, entry in REPORTS.items() if entry["copy_of"]])
def test_a_copy_is_of_the_kind_that_it_is_said_to_be(name):
    entry = REPORTS[name]
    ours, theirs = straight(body(name)), straight(body(entry["copy_of"]))
    shared = len(runs(name, 5) & runs(entry["copy_of"], 5)) / len(runs(name, 5))
    is_what_it_is = {
        "verbatim": ours == theirs,
        "truncated": theirs.startswith(ours) and len(ours) < 0.9 * len(theirs),
        "extended": ours.startswith(theirs) and len(ours) > len(theirs) + 100,
        "reworded": 0.3 < shared < 0.9,
        "uncredited": shared < 0.05 and REPORTS[entry["copy_of"]]["outlet"] not in TEXTS[name],
    }
    assert is_what_it_is[entry["relation"]], shared
    assert bool(entry["cites"]) == (entry["relation"] != "uncredited")


@pytest.mark.parametrize("entry", GOLD["attributions"], ids=label)
def test_an_attribution_stands_in_its_report(entry):
    assert entry["file"] in ORIGINALS
    texts = (REPORTS[entry["file"]]["headline"], body(entry["file"]))
    apart = [found for text in texts if (found := closest(text, entry)) is not None]
    assert apart
    assert min(apart) < 500
    assert entry["speaker"]
    assert entry["said_on"] is None or re.fullmatch(r"\d{4}(-\d\d){0,2}", entry["said_on"])


def test_words_are_of_the_contract():
    every = GOLD["attributions"]
    assert {one["kind"] for one in every} <= set(get_args(model.Kind))
    assert {one["stance"] for one in every} == set(get_args(model.Stance))
    assert {one["speaker_type"] for one in every} == SPEAKERS
    assert {one["modifier"] for one in GOLD["figures"]} == set(get_args(model.Modifier))
    assert {one["kind"] == "indirect" for one in every if not one["content"]} == {True}


@pytest.mark.parametrize("name", ORIGINALS)
def test_no_quotation_is_left_out(name):
    said = [straight(piece) for one in GOLD["attributions"] if one["file"] == name for piece in one["content"]]
    quoted = re.findall(r'"([^"]+?)[,.]?"', straight(body(name)).replace('consignments. "', 'consignments." "'))
    assert quoted
    assert [words for words in quoted if not any(words in piece for piece in said)] == []


@pytest.mark.parametrize("kind", ["times", "figures"])
@pytest.mark.parametrize("name", ORIGINALS)
def test_times_and_figures_stand_in_text_order(name, kind):
    text, at = read(name), 0
    for one in GOLD[kind]:
        if one["file"] == name:
            assert one["text"] in text[at:], one
            at = text.index(one["text"], at) + 1


@pytest.mark.parametrize("one", GOLD["times"], ids=lambda one: one["text"])
def test_a_time_is_a_day_that_there_is(one):
    days = [date.fromisoformat(one[edge]) for edge in ("begin", "end") if one[edge]]
    assert days == sorted(days)
    weekday = re.search(r"\b\w+day\b", one["text"])
    if weekday and weekday[0] != "day":
        assert date.fromisoformat(one["value"][:10]).strftime("%A") == weekday[0]


@pytest.mark.parametrize("one", GOLD["figures"], ids=lambda one: one["text"])
def test_a_figure_is_the_number_that_is_written(one):
    bounds = {bound for bound in (one["low"], one["high"]) if bound is not None}
    assert bounds
    written = [float(number.replace(",", "")) for number in re.findall(r"\d[\d,.]*\d|\d", one["text"])]
    scale = 1e6 if "million" in one["text"] else 1
    first = written[:1] if "of" in one["text"].split() else written
    assert {number * scale for number in first} <= bounds


@pytest.mark.parametrize("name", ORIGINALS)
def test_no_number_and_no_weekday_is_left_out(name):
    text = read(name)
    marked = [one["text"] for kind in ("times", "figures") for one in GOLD[kind] if one["file"] == name]
    ages_and_names = {"30", "71", "84", "118"}
    found = re.findall(r"\b\d[\d,.]*\b|\b[A-Z][a-z]+day\b", text)
    assert [word for word in found if word not in ages_and_names and not any(word in one for one in marked)] == []


@pytest.mark.parametrize("claim", GOLD["claims"], ids=lambda claim: claim["id"])
def test_a_claim_rests_on_the_attributions(claim):
    heard = {(one["file"], one["speaker"]) for one in GOLD["attributions"]}
    figures = {(one["file"], one["low"], one["high"], one["modifier"]) for one in GOLD["figures"]}
    stated = [(one["file"], one["speaker"]) for one in claim["statements"]]
    assert [one for one in stated if one not in heard] == []
    assert [one for one in claim["statements"] if one["content"] not in body(one["file"])] == []
    counted = [(one["file"], one["low"], one["high"], one["modifier"]) for one in claim["figures"]]
    assert [one for one in counted if one not in figures] == []
    assert claim["origin_reports"] == sorted({one["file"] for one in claim["statements"]})
    assert len(set(claim["independent_sources"])) == len(claim["independent_sources"]) > 0
    assert claim["status"] in ("confirmed", "contested", "denied", "unconfirmed", "revised", "retracted")

"""Stance on minimal pairs, written for these tests."""

import pytest

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import stance


def classify(source: str, cue: str, content: str) -> str:
    text = f"{source} {cue} {content}"
    at = len(source) + 1
    parts = (Part("paragraph", 0, len(text)),)
    one = Attribution(
        "a1",
        "indirect",
        (Span(0, len(source)),) if source else (),
        (Span(at, at + len(cue)),) if cue else (),
        (Span(at + len(cue) + 1, len(text)),) if content else (),
    )
    return stance.classify(Report("r", "r", "", "text/plain", text, parts=parts), one)


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "the pier was safe", "asserts"),
        ("did not say", "when the pier would open", "declines"),
        ("confirmed", "the sale", "confirms"),
        ("refused to confirm", "the sale", "declines"),
        ("could not confirm", "the sale", "declines"),
        ("has yet to confirm", "the sale", "declines"),
        ("confirmed", "that he had denied the sale", "confirms"),
        ("denied", "the sale", "denies"),
        ("did not deny", "the sale", "declines"),
        ("didn't deny", "the sale", "declines"),
        ("denied", "having confirmed the sale", "denies"),
        ("denied having confirmed", "the sale", "denies"),
        ("would neither confirm nor deny", "the sale", "declines"),
        ("disputed", "the account", "denies"),
        ("did not dispute", "the account", "confirms"),
        ("stood by", "the account", "confirms"),
        ("ruled out", "a sale", "denies"),
        ("rejected", "the claim that the pier was sold", "denies"),
        ("rejected", "the offer of a settlement", "declines"),
        ("dismissed", "the reports as groundless", "denies"),
        ("turned down", "the offer", "declines"),
        ("accused", "the buyer of lying about the pier", "denies"),
        ("accused", "the buyer of neglect", "asserts"),
        ("expects", "the sale to go ahead", "expects"),
        ("said", "the sale is expected to close by June", "expects"),
        ("said", "the repairs would take three months", "expects"),
        ("raised the possibility", "of a sale", "expects"),
        ("promised", "to rebuild the pier", "asserts"),
        ("doubted", "that the pier was safe", "questions"),
        ("asked", "whether the pier was safe", "questions"),
        ("asked", "residents to keep away from the pier", "demands"),
        ("urged", "residents to keep away", "demands"),
        ("calls for", "a new inspection", "demands"),
        ("told", "residents to keep away", "demands"),
        ("told", "residents the pier was safe", "asserts"),
        ("walked back", "her earlier figure", "retracts"),
        ("said", "he had misspoken", "retracts"),
        ("retracted", "the claim", "retracts"),
        ("clarified", "that the pier is closed to cars", "asserts"),
        ("clarified", "her earlier remarks on the pier", "retracts"),
        ("clarified", "that she had meant the bridge", "retracts"),
        ("is aware of", "the effect that the sale may have", "asserts"),
        ("is aware of", "the reports about the pier", "declines"),
        ("has not claimed", "responsibility for the fire", "declines"),
        ("has not said", "whether the pier is safe", "declines"),
        ("said", "the ministry has asked for access to the log", "asserts"),
        ("said", "we have asked for access to the log", "demands"),
        ("said", "the buyer had denied that the pier was sold", "asserts"),
        ("said", "he had denied that the pier was sold", "denies"),
        ("said", "the mayor thought the sale would take a year", "asserts"),
        ("referred to as", "a ruin", "asserts"),
        ("referred questions", "to the police", "declines"),
        ("pleaded not guilty", "to arson", "denies"),
        ("pleaded guilty", "to arson", "confirms"),
        ("announced in a press release", "the sale of the pier", "asserts"),
        ("wants", "to rest", "asserts"),
        ("wants", "the town to pay", "demands"),
        ("apologised", "to his family", "asserts"),
        ("apologised", "for calling the pier a ruin", "retracts"),
        ("asked", "the mayor whether the pier was safe", "questions"),
        ("asked", "the mayor to close the pier", "demands"),
        ("insisted", "nobody could have saved the pier", "asserts"),
        ("insisted", "the pier was not for sale", "denies"),
        ("warned", "that the pier could fall", "expects"),
        ("warned", "that the pier was rotten", "asserts"),
        ("said", "we will follow this up", "asserts"),
        ("said", "visitors could see the sea", "asserts"),
        ("declined to comment", "", "declines"),
        ("had no comment", "", "declines"),
        ("was quoted by the Gazette as denying", "the sale", "denies"),
        ("according to", "the plan", "asserts"),
        ("called", "the account false", "denies"),
        ("said", "there was no truth in the account", "denies"),
        ("said", "he could not say when the pier would open", "declines"),
        ("", "“The pier is safe today.”", "asserts"),
        ("", "", "asserts"),
    ],
)
def test_the_cue_its_negation_and_its_complement(cue: str, content: str, expected: str) -> None:
    assert classify("The owner", cue, content) == expected


def test_an_earlier_version_that_said_is_taken_back() -> None:
    assert classify("An earlier version of this article", "said", "the pier was sold") == "retracts"


def test_a_day_behind_the_cue_is_no_particle() -> None:
    text = "The town was not part of the sale, the owner insisted on Friday."
    one = Attribution("a1", "indirect", (Span(35, 44),), (Span(45, 53),), (Span(0, 33),))
    parts = (Part("paragraph", 0, len(text)),)
    assert stance.classify(Report("r", "r", "", "text/plain", text, parts=parts), one) == "denies"


@pytest.mark.parametrize(
    ("source", "cue", "content", "expected"),
    [
        ("No group", "has claimed", "responsibility for the fire", "declines"),
        ("No one", "knows", "when the pier will open", "asserts"),
        ("The ministry", "said", "the ministry has ordered an inquiry", "asserts"),
        ("The Harbour Board", "said", "the Harbour Board has ordered an inquiry", "demands"),
    ],
)
def test_the_source_matters(source: str, cue: str, content: str, expected: str) -> None:
    assert classify(source, cue, content) == expected


@pytest.mark.parametrize("words", ["a" * 200_000, "not " * 50_000, "will will " * 20_000, "\0", "🙂", "안녕"])
def test_hostile_words_end_soon(words: str) -> None:
    assert classify("X", "said", words) in {"asserts", "expects", "denies"}

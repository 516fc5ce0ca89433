"""From triples to attributions, on texts written for these tests."""

import re
import time
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, PartKind, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import attributions


@dataclass(frozen=True)
class Found:
    cue: Span
    source: tuple[Span, ...]
    content: tuple[Span, ...]
    confidence: float = 0.9


def report(text: str, headline: bool = False) -> Report:
    parts, at = [], 0
    for number, words in enumerate(text.split("\n\n")):
        kind: PartKind = "headline" if headline and number == 0 else "paragraph"
        parts.append(Part(kind, at, at + len(words)))
        at += len(words) + 2
    return Report("r", "r", "", "text/plain", text, parts=tuple(parts))


def place(text: str, words: str) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def found(text: str, source: str | None, cue: str, *content: str) -> Found:
    return Found(place(text, cue), (place(text, source),) if source else (), tuple(place(text, c) for c in content))


def words(text: str, one: Attribution) -> tuple[list[str], list[str], list[str]]:
    return [s.of(text) for s in one.source], [s.of(text) for s in one.cue], [s.of(text) for s in one.content]


def test_edges_follow_the_parc_convention() -> None:
    text = "Mayor Orla Finn said that the bridge is closed. “We wait,” she added."
    first, second = attributions.draw(
        report(text),
        [
            found(text, "Mayor Orla Finn", "said", "that the bridge is closed."),
            found(text, "she", "added", "We wait"),
        ],
    )
    assert words(text, first) == (["Mayor Orla Finn"], ["said"], ["that the bridge is closed"])
    assert words(text, second) == (["she"], ["added"], ["“We wait,”"])
    assert (first.kind, second.kind) == ("indirect", "direct")
    assert [first.id, second.id] == ["a1", "a2"]


def test_a_content_with_words_outside_its_quotation_is_mixed() -> None:
    text = 'The clerk called the ledger "a work of fiction" in court.'
    (one,) = attributions.draw(report(text), [found(text, "The clerk", "called", 'the ledger "a work of fiction"')])
    assert one.kind == "mixed"


def test_speech_within_speech_is_linked_to_the_outer_one() -> None:
    text = "Finn said that Oslo believes the cable was cut."
    outer, inner = attributions.draw(report(text), [found(text, "Finn", "said", "Oslo believes the cable was cut")])
    assert words(text, inner) == (["Oslo"], ["believes"], ["the cable was cut"])
    assert (outer.within, inner.within) == (None, outer.id)


def test_a_speaker_goes_on_by_a_participle() -> None:
    text = "Finn confirmed the cable was cut, while raising doubts about the repair."
    first, second = attributions.draw(
        report(text), [found(text, "Finn", "confirmed", "the cable was cut, while raising doubts about the repair")]
    )
    assert words(text, first) == (["Finn"], ["confirmed"], ["the cable was cut"])
    assert words(text, second) == (["Finn"], ["raising"], ["doubts about the repair"])


def test_the_speaker_of_a_quotation_is_no_other_speaker_within_it() -> None:
    text = "“I think the cable was cut,” Finn said."
    (one,) = attributions.draw(report(text), [found(text, "Finn", "said", "“I think the cable was cut,”")])
    assert one.kind == "direct"


def test_a_relay_of_the_same_words_is_one_attribution() -> None:
    text = "Finn said the cable was cut, the Harbour Gazette reported."
    (one,) = attributions.draw(
        report(text),
        [
            found(text, "the Harbour Gazette", "reported", "Finn said the cable was cut"),
            found(text, "Finn", "said", "the cable was cut"),
        ],
    )
    assert words(text, one) == (["Finn"], ["said"], ["the cable was cut"])


def test_who_quotes_speech_about_speech_carries_nothing() -> None:
    text = "“Nine in ten voters said the debate left them cold,” wrote Ida Orr for Morning Skye."
    outer, inner = attributions.draw(
        report(text),
        [
            found(text, "Ida Orr for Morning Skye", "wrote", "“Nine in ten voters said the debate left them cold,”"),
            found(text, "Nine in ten voters", "said", "the debate left them cold"),
        ],
    )
    assert words(text, outer)[1] == ["wrote"]
    assert inner.within == outer.id


def test_who_is_cited_speaks() -> None:
    text = "The agency reported, citing two officials, that the port would reopen."
    (one,) = attributions.draw(report(text), [found(text, "The agency", "reported", "the port would reopen")])
    assert words(text, one) == (["two officials"], ["citing"], ["that the port would reopen"])


def test_a_reason_that_is_cited_is_no_speaker() -> None:
    text = "The agency announced, citing safety concerns, that the port would close."
    (one,) = attributions.draw(report(text), [found(text, "The agency", "announced", "the port would close")])
    assert words(text, one)[0] == ["The agency"]


def test_a_quotation_goes_on_over_paragraphs_in_one_attribution() -> None:
    text = "“We began early on Monday,” Finn said. “We worked until night.\n\n“Then the rain came.”"
    (one,) = attributions.draw(report(text), [found(text, "Finn", "said", "“We began early on Monday,”")])
    assert words(text, one)[2] == ["“We began early on Monday,”", "“We worked until night.", "“Then the rain came.”"]


RUN = (
    "“We heard the hull scrape and then the lights went out.\n\n“People began to shout. The crew told us to wait.\n\n"
    "“We stood there for two hours,” said Ida Orr.\n\nNothing else."
)
PARAGRAPHS = [
    "“We heard the hull scrape and then the lights went out.",
    "“People began to shout. The crew told us to wait.",
    "“We stood there for two hours,”",
]


def test_who_ends_a_quotation_over_paragraphs_spoke_it_all() -> None:
    one, _ = attributions.draw(report(RUN), [found(RUN, "Ida Orr", "said", "“We stood there for two hours,”")])
    assert words(RUN, one) == (["Ida Orr"], ["said"], PARAGRAPHS)


def test_what_is_told_inside_it_breaks_no_quotation() -> None:
    drawn = attributions.draw(
        report(RUN),
        [
            found(RUN, "Ida Orr", "said", "“We stood there for two hours,”"),
            found(RUN, "The crew", "told", "us to wait"),
        ],
    )
    outer, inner = drawn
    assert words(RUN, outer)[2] == PARAGRAPHS
    assert (words(RUN, inner)[0], inner.within) == (["The crew"], outer.id)


def test_no_verb_reaches_back_over_a_closed_quotation() -> None:
    text = "Her son said he would sue.\n\n“It is not the money.”\n\nAbel Karr agreed. “They took our living,” he said."
    drawn = attributions.draw(
        report(text),
        [
            found(text, "Her son", "said", "he would sue"),
            found(text, "Abel Karr", "agreed", "“It is not the money.”"),
            Found(
                Span(len(text) - 5, len(text) - 1),
                (Span(len(text) - 8, len(text) - 6),),
                (place(text, "“They took our living,”"),),
            ),
        ],
    )
    contents = [words(text, one)[2] for one in drawn]
    assert contents == [["he would sue"], ["“It is not the money.”"], ["“They took our living,”"]]
    assert drawn[1].cue == ()


def test_who_agreed_speaks_what_follows() -> None:
    text = "Abel Karr agreed. “They took our living from us.”"
    (one,) = attributions.draw(report(text), [])
    assert words(text, one) == (["Abel Karr"], ["agreed"], ["“They took our living from us.”"])


def test_a_quotation_told_in_its_own_paragraph_is_not_the_next_ones() -> None:
    text = "“Is the pier safe today?” Finn asked.\n\n“It is safe,” Orr said."
    first, second = attributions.draw(
        report(text),
        [
            found(text, "Finn", "asked", "“Is the pier safe today?”"),
            found(text, "Orr", "said", "“Is the pier safe today?”", "“It is safe,”"),
        ],
    )
    assert words(text, first)[2] == ["“Is the pier safe today?”"]
    assert words(text, second)[2] == ["“It is safe,”"]


def test_the_speaker_of_a_quotation_says_all_of_it() -> None:
    text = "“I think that it will help. It is a good pier,” Finn said."
    (one,) = attributions.draw(
        report(text), [found(text, "I", "think", "it will help"), found(text, "Finn", "said", "It is a good pier,”")]
    )
    assert words(text, one)[2] == ["“I think that it will help. It is a good pier,”"]


def test_edges_of_source_and_cue_follow_the_corpus() -> None:
    text = "Ida Orr, the mayor, said: “The pier is safe.”"
    (one,) = attributions.draw(report(text), [found(text, "Ida Orr, the mayor,", "said:", "“The pier is safe.”")])
    assert words(text, one) == (["Ida Orr, the mayor,"], ["said:"], ["“The pier is safe.”"])


def test_an_order_within_speech() -> None:
    text = "Finn said that the owner had urged staff to leave the pier."
    outer, inner = attributions.draw(
        report(text), [found(text, "Finn", "said", "that the owner had urged staff to leave the pier")]
    )
    assert words(text, inner) == (["the owner"], ["had urged"], ["staff to leave the pier"])
    assert inner.within == outer.id


def test_a_report_that_is_corrected_said_something() -> None:
    text = "This report corrects a Skye Wire story of May 2 that said the pier had been sold."
    outer, inner = attributions.draw(report(text), [found(text, "This report", "corrects", text[21:-1])])
    assert words(text, outer)[1] == ["corrects"]
    assert words(text, inner) == (["a Skye Wire story of May 2"], ["said"], ["the pier had been sold"])


def test_two_clauses_before_the_cue_are_both_said() -> None:
    text = "The pier was to be closed, but the mayor kept it open, the clerk said."
    (one,) = attributions.draw(report(text), [found(text, "the clerk", "said", "the mayor kept it open")])
    assert words(text, one)[2] == ["The pier was to be closed, but the mayor kept it open"]


@pytest.mark.parametrize(
    "text",
    [
        "Finn said the reports that depicted the pier are old.",
        "Finn said a big reason that the pier fell is rust.",
        "“It shows that the pier is old,” Finn said.",
        "Finn said the town will find that the pier is old.",
    ],
)
def test_nouns_and_evidence_are_no_speech_within(text: str) -> None:
    content = text.removeprefix("Finn said ").removesuffix(".").removesuffix(" Finn said")
    (one,) = attributions.draw(report(text), [found(text, "Finn", "said", content)])
    assert one.within is None


def test_a_quotation_beside_a_verb_that_the_reader_missed() -> None:
    text = "“The bridge will open again in June,” said the city engineer.\n\nNothing else happened."
    (one,) = attributions.draw(report(text), [])
    assert words(text, one) == (["the city engineer"], ["said"], ["“The bridge will open again in June,”"])


def test_a_floating_quotation_has_neither_cue_nor_source() -> None:
    text = "Finn walked out of the hall.\n\n“Nobody told us that the bridge was closed.”"
    (one,) = attributions.draw(report(text), [])
    assert words(text, one) == ([], [], ["“Nobody told us that the bridge was closed.”"])


@pytest.mark.parametrize(
    "text",
    ["", "He was a so-called “expert” in “Red Dust”.", "Plain words.", "🙂 «a» 안녕", "נאמר “שלום” אתמול", "a\0b"],
)
def test_texts_without_speech_give_nothing(text: str) -> None:
    assert attributions.draw(report(text), []) == ()


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Mayor denies taking money", ("Mayor", "denies", "taking money")),
        ("Bridge to stay shut until June, officials say", ("officials", "say", "Bridge to stay shut until June")),
        ("Bridge built on sand: researchers", ("researchers", ":", "Bridge built on sand")),
        ("Minister: ‘We will rebuild’", ("Minister", ":", "‘We will rebuild’")),
        ("Finn says bridge is ‘our pride’: reports", ("Finn", "says", "bridge is ‘our pride’")),
        ("Analysis: Why the bridge fell", None),
        ("Bridge reopens after ten years", None),
    ],
)
def test_headlines_have_a_grammar_of_their_own(headline: str, expected: tuple[str, str, str] | None) -> None:
    drawn = attributions.draw(report(headline + "\n\nNothing.", headline=True), [])
    got = [(s[0], c[0], k[0]) for s, c, k in (words(headline, one) for one in drawn)]
    assert got == ([expected] if expected else [])


def test_a_frame_that_the_reader_missed() -> None:
    text = "According to the water board, the pumps stopped at noon."
    (one,) = attributions.draw(report(text), [])
    assert words(text, one) == (["the water board"], ["According to"], ["the pumps stopped at noon"])


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="aB said that“”\"'.,:\n", max_size=120))
def test_every_piece_lies_in_the_text_and_ids_count_up(text: str) -> None:
    text = re.sub(r"\n{3,}", "\n\n", text)
    drawn = attributions.draw(report(text), [])
    assert [one.id for one in drawn] == [f"a{n}" for n in range(1, len(drawn) + 1)]
    for one in drawn:
        assert one.content
        assert all(piece.of(text).strip() for piece in (*one.source, *one.cue, *one.content))


@pytest.mark.parametrize("seed", ["“a ", "he said that ", "according to ", "Aa Bb, ", "\"'", "citing X "])
def test_a_long_hostile_text_is_read_in_time(seed: str) -> None:
    text = seed * (100_000 // len(seed))
    began = time.perf_counter()
    attributions.draw(report(text, headline=True), [])
    attributions.draw(report(text), [])
    assert time.perf_counter() - began < 20

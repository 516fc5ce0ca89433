from dataclasses import replace

import pytest

from hearsay.model.reading import Attribution, When
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.timex import said_on, times


def page(*parts: tuple[str, str]) -> Report:
    text, made = "", []
    for kind, words in parts:
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{words}" if text else words
        made.append(Part(kind, start, len(text)))  # type: ignore[arg-type]
    return Report("r", "r", "", "text/plain", text, published="2024-10-24", parts=tuple(made))


def marked(report: Report, id_: str, source: str, cue: str, content: str, speaker: str | None = None) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        at = report.text.index(words) if words else -1
        return (Span(at, at + len(words)),) if words else ()

    return Attribution(id_, "indirect", span(source), span(cue), span(content), speaker=speaker)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "day"),
    [
        ("Lee said on Wednesday that it rained.", "Lee", "said", "it rained", "2024-10-23"),
        ("On Monday, Lee, the mayor, dismissed the claim.", "Lee, the mayor", "dismissed", "the claim", "2024-10-21"),
        ("It rained, Lee said in a note on Oct. 3.", "Lee", "said", "It rained", "2024-10-03"),
        ("Lee said it rained on Wednesday.", "Lee", "said", "it rained on Wednesday", None),
        ("Lee, who was freed on Monday, said it rained.", "Lee", "said", "it rained", None),
        ("Lee told the court after Monday's vote that it rained.", "Lee", "told", "it rained", None),
        ("Lee has said since Monday that it rained.", "Lee", "has said", "it rained", None),
        ("By Friday Lee said it rained.", "Lee", "said", "it rained", None),
        ("It rained, according to Lee.", "Lee", "according to", "It rained", None),
        ("A letter of Oct. 3 said it rained.", "A letter of Oct. 3", "said", "it rained", "2024-10-03"),
        ("The dam broke, two days after Lee had warned of rain.", "Lee", "had warned of", "rain", "2024-10-22"),
        ("The dam broke on Monday, a day after Lee had warned of rain.", "Lee", "had warned of", "rain", "2024-10-20"),
        ("The dam broke on Monday, hours after Lee had warned of it.", "Lee", "had warned of", "it", "2024-10-21"),
        ("They cut it on Monday, citing the rain.", "They", "citing", "the rain", "2024-10-21"),
        ("On Monday Lee, who was ill, had spoken of rain.", "Lee", "had spoken of", "rain", "2024-10-21"),
        ("Lee, who a day earlier had spoken of sun, left.", "Lee", "had spoken of", "sun", "2024-10-23"),
        ("In a 2022 interview Lee warned of rain.", "Lee", "warned of", "rain", "2022-01-01"),
        ("In 2022 Lee warned of rain.", "Lee", "warned of", "rain", "2022-01-01"),
        ("In a 2022 campaign Lee warned of rain.", "Lee", "warned of", "rain", None),
        ("Labor to hit 2030 target as Lee hails it.", "Lee", "hails", "it", None),
        ("Lee will say on Friday that it rained.", "Lee", "will say", "it rained", None),
        (
            "An earlier version of this report said it rained.",
            "An earlier version of this report",
            "said",
            "it rained",
            "2024-10-24",
        ),
        ("(This report corrects the name of the dam.)", "This report", "corrects", "the name of the dam", "2024-10-24"),
    ],
)
def test_the_sentence_of_the_cue(text: str, source: str, cue: str, content: str, day: str | None) -> None:
    report = page(("paragraph", text))
    one = marked(report, "a1", source, cue, content)
    when = said_on.date(report, one, (one,), times.find(report))
    assert (when.begin if when else None) == day


def test_what_follows_by_the_same_speaker_is_the_same_occasion() -> None:
    report = page(
        ("headline", "Rain, mayor warns"),
        ("paragraph", "Lee warned on Monday that it rains. Roads flood, he added."),
        ("paragraph", "Kim denies it. Lee had promised sun."),
    )
    all_ = (
        marked(report, "a1", "mayor", "warns", "Rain", "e1"),
        marked(report, "a2", "Lee", "warned", "it rains", "e1"),
        marked(report, "a3", "he", "added", "Roads flood", "e1"),
        marked(report, "a4", "Kim", "denies", "it", "e2"),
        marked(report, "a5", "Lee", "had promised", "sun", "e1"),
    )
    found = said_on.dates(report, all_, times.find(report))
    assert [when.begin if when else None for when in found] == ["2024-10-21"] * 3 + [None, None]


def test_a_headline_is_of_the_lead_alone() -> None:
    first, second = ("paragraph", "Lee warned on Monday of rain."), ("paragraph", "Roads flood.")
    for parts, day in (((first, second, second), "2024-10-21"), ((second, second, first), None)):
        report = page(("headline", "Rain, mayor warns"), *parts)
        headline = marked(report, "a1", "mayor", "warns", "Rain", "e1")
        below = marked(report, "a2", "Lee", "warned", "of rain", "e1")
        found = said_on.dates(report, (headline, below), times.find(report))
        assert [when.value if when else None for when in found] == [day, "2024-10-21"]


def test_a_pronoun_goes_on_with_the_sentence_before() -> None:
    report = page(
        ("paragraph", "On Monday Lee tried to calm the town. “It rains,” he said."),
        ("paragraph", "“It rains again,” she wrote."),
    )
    all_ = (
        marked(report, "a1", "he", "said", "“It rains,”", "e1"),
        marked(report, "a2", "she", "wrote", "“It rains again,”", "e2"),
    )
    found = said_on.dates(report, all_, times.find(report))
    assert [when.value if when else None for when in found] == ["2024-10-21", None]


def test_not_with_the_day_of_another_speaker() -> None:
    report = page(("paragraph", "Lee, who leads the town, had promised sun on Monday. “It rains,” he said."))
    promise = marked(report, "a1", "Lee", "had promised", "sun", "e1")
    for speaker, day in (("e1", "2024-10-21"), ("e2", None)):
        one = marked(report, "a2", "he", "said", "“It rains,”", speaker)
        found = said_on.dates(report, (promise, one), times.find(report))
        assert [when.value if when else None for when in found] == ["2024-10-21", day]


def test_nor_where_the_words_come_by_way_of_another() -> None:
    report = page(("paragraph", "On Monday Lee left. “It rains,” he was quoted by the Orb as saying."))
    one = marked(report, "a1", "he", "was quoted by the Orb as saying", "“It rains,”", "e1")
    assert said_on.dates(report, (one,), times.find(report)) == (None,)


def test_the_same_briefing_is_of_the_same_day() -> None:
    report = page(
        ("paragraph", "Lee told a briefing on Monday that it rains."),
        ("paragraph", "It will stop, Kim told the same briefing."),
    )
    last = report.text.rindex("told")
    all_ = (
        marked(report, "a1", "Lee", "told", "it rains", "e1"),
        Attribution("a2", "indirect", cue=(Span(last, last + 4),), speaker="e2"),
    )
    found = said_on.dates(report, all_, times.find(report))
    assert [when.value if when else None for when in found] == ["2024-10-21", "2024-10-21"]


def test_a_relative_clause_tells_of_the_past_alone() -> None:
    report = page(
        ("paragraph", "Lee, who on Monday promised sun, went home."), ("paragraph", "Lee declined to comment.")
    )
    all_ = (
        marked(report, "a1", "Lee", "promised", "sun", "e1"),
        marked(report, "a2", "Lee", "declined to comment", "", "e1"),
    )
    found = said_on.dates(report, all_, times.find(report))
    assert [when.value if when else None for when in found] == ["2024-10-21", None]


def test_a_document_carries_its_date_in_its_name() -> None:
    report = page(("paragraph", "Under the law that set up the office in 2011, it must report."))
    one = marked(report, "a1", "the law that set up the office in 2011", "Under", "it must report")
    law = replace(one, source_type="document")
    assert said_on.dates(report, (one,), times.find(report)) == (None,)
    assert said_on.dates(report, (law,), times.find(report)) == (When("2011", "2011-01-01", "2011-12-31"),)


def test_overnight_is_of_two_days() -> None:
    report = page(("paragraph", "Overnight Lee retracted the claim."))
    one = marked(report, "a1", "Lee", "retracted", "the claim")
    assert said_on.dates(report, (one,), times.find(report)) == (None,)


def test_a_time_in_the_content_of_the_outer_speech_dates_the_inner_one() -> None:
    report = page(("paragraph", "Lee said that Kim had denied it on Monday."))
    outer = marked(report, "a1", "Lee", "said", "Kim had denied it on Monday", "e1")
    inner = marked(report, "a2", "Kim", "had denied", "it", "e2")
    found = said_on.dates(report, (outer, inner), times.find(report))
    assert [when.value if when else None for when in found] == [None, "2024-10-21"]


def test_nothing_to_date() -> None:
    report = page(("paragraph", ""))
    assert said_on.dates(report, (), ()) == ()
    bare = Attribution("a1", "direct")
    assert said_on.date(report, bare, (bare,), ()) is None

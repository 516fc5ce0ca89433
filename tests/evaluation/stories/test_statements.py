from dataclasses import replace
from pathlib import Path

from hearsay.evaluation.scores import Ratio, Tally
from hearsay.evaluation.stories import statements
from hearsay.evaluation.stories.gold import GoldReport, Statement
from hearsay.model.reading import Actor, Attribution, Reading, When
from hearsay.model.report import Part, Report
from hearsay.model.span import Span

BODY = "The port is shut, Mira Vale told Radio Nord on Friday. She denied a strike."
TEXT = f"Port shut: union\n\n{BODY}\n\nMira Vale says hi."
ACTORS = (
    Actor("e1", "Mira Vale", "person"), Actor("e2", "Radio Nord", "outlet"), Actor("e3", "Dock Union", "organisation"),
)  # fmt: skip


def at(words, start=0):
    place = TEXT.index(words, start)
    return (Span(place, place + len(words)),)


def gold(source, cue, *content, speaker="Mira Vale", via=(), stance="asserts", said_on=None):
    return Statement(source, cue, content, "indirect", speaker, "person", via, stance, said_on, within=False)


GOLD = (
    gold("union", ":", "Port shut", speaker="Dock Union"),
    gold("Mira Vale", "told", "The port is shut", via=("Radio Nord",), said_on="2024-05-03"),
    gold("She", "denied", "a strike", stance="denies"),
)
REPORT = GoldReport("p", Path("r.txt"), "", (), None, None, None, None, None, True, "", "", (), GOLD, (), ())


def found(name, source, cue, content, speaker, **more):
    return Attribution(name, "indirect", at(source, 20), at(cue, 20), at(content, 18), speaker=speaker, **more)


TOLD = found("a1", "Mira Vale", "told", "port", "e1", via=("e2",), said_on=When("2024-05-03TMO"))
DENIED = found("a2", "She", "denied", "strike", "e2", stance="denies")
CAPTION = found("a3", "Mira Vale says", "says", "hi", "e1")
PARTS = (Part("headline", 0, 16), Part("paragraph", 18, 93), Part("caption", 95, len(TEXT)))


def judged(*attributions, parts=PARTS):
    report = Report("r", "r.txt", "", "text/plain", TEXT, parts=parts)
    return statements.judge(REPORT, Reading(report, attributions, ACTORS))


def test_found_and_right_by_hand():
    caption = replace(CAPTION, source=at("Mira Vale", 95), cue=at("says"), content=at("hi", 95))
    rows = statements.scores([judged(TOLD, DENIED, caption)])
    assert rows["attributions found"] == Tally(2, 2, 3)
    assert rows["attributions touched"] == Tally(2, 2, 3)
    assert rows["speaker right, strict"] == Ratio(1, 2)
    assert rows["speaker known"] == Ratio(2, 2)
    assert rows["speaker type right"] == Ratio(1, 2)  # an outlet counts as an organisation, and is no person
    assert rows["stance right"] == Ratio(2, 2)
    assert rows["said_on right"] == Ratio(2, 2)
    assert rows["said_on dates"] == Tally(1, 1, 1)
    assert rows["via right"] == Ratio(2, 2)
    assert rows["via chains"] == Tally(1, 1, 1)


def test_the_packs_write_a_week_as_its_month():
    values = [
        When("2024-05-03T07:25", "2024-05-03", "2024-05-03"),
        When("2024-05", "2024-05-01", "2024-05-31"),
        When("2024-W18-WE", "2024-05-04", "2024-05-05"),
        When("2024-W19", "2024-05-06", "2024-05-12"),
        When("2024-W18", "2024-04-29", "2024-05-05"),  # in two months
        When("2024-W19"),
        None,
    ]
    written = [statements.said_on(replace(TOLD, said_on=when)) for when in values]
    assert written == ["2024-05-03", "2024-05", "2024-05", "2024-05", "2024-W18", "2024-W19", None]


def test_a_week_is_no_day_of_it():
    week = replace(TOLD, said_on=When("2024-W18", "2024-04-29", "2024-05-05"))
    assert statements.scores([judged(week)])["said_on dates"] == Tally(0, 1, 1)
    month = replace(TOLD, said_on=When("2024-05", "2024-05-01", "2024-05-31"))
    assert statements.scores([judged(month)])["said_on dates"] == Tally(0, 1, 1)


def test_without_parts_everything_is_judged():
    caption = replace(CAPTION, source=at("Mira Vale", 95), cue=at("says"), content=at("hi", 95))
    assert len(judged(caption, parts=()).found) == 1
    assert judged(caption).found == ()


def test_touched_but_not_found_where_the_source_is_another():
    other = replace(DENIED, source=at("Radio Nord"))
    rows = statements.scores([judged(other)])
    assert rows["attributions found"] == Tally(0, 1, 3)
    assert rows["attributions touched"] == Tally(1, 1, 3)


def test_a_role_that_the_gold_lacks_is_free():
    report = replace(REPORT, statements=(gold("", "denied", "a strike"),))
    reading = Reading(Report("r", "r.txt", "", "text/plain", TEXT), (DENIED,), ACTORS)
    assert statements.judge(report, reading).pairs == ((0, 0),)


def test_a_joint_speaker_is_its_members():
    both = Actor("e4", "Vale and the union", "group", members=("e1", "e3"))
    one = replace(DENIED, speaker="e4")
    reading = Reading(Report("r", "r.txt", "", "text/plain", TEXT), (one,), (*ACTORS, both))
    assert statements.speaker(reading, one) == "Mira Vale; Dock Union"


def test_source_classes():
    classes = [statements.source_class(words) for words in ("", "She", "the ministry", "Prime Minister Ito", "Ito")]
    assert classes == ["absent", "a pronoun", "a description", "a name", "a name"]


def test_misses_by_class():
    wrong = replace(DENIED, stance="asserts", via=("e2",), said_on=When("2024-05-03"), kind="direct")
    kinds = {
        miss.kind for miss in statements.misses(judged(TOLD, wrong, replace(TOLD, id="a9", content=at("a strike"))))
    }
    assert kinds == {
        "missed: nothing there",
        "found beyond the gold",
        "speaker: source is a pronoun",
        "stance: denies taken as asserts",
        "via: not there",
        "said_on: not stated",
        "kind: indirect taken as direct",
    }


def test_a_right_speaker_of_another_type_is_a_miss_of_its_own():
    reading = replace(judged(TOLD).reading, actors=(replace(ACTORS[0], type="group"), *ACTORS[1:]))
    kinds = [miss.kind for miss in statements.misses(statements.judge(REPORT, reading))]
    assert "type: person taken as group" in kinds


def test_classes_are_counted():
    rows = statements.classes([judged(TOLD, DENIED)])
    assert rows["found: indirect"] == Ratio(2, 3)
    assert rows["found: with a chain"] == Ratio(1, 1)
    assert rows["speaker (lenient): source is a pronoun"] == Ratio(0, 1)
    assert rows["stance: denies"] == Ratio(1, 1)

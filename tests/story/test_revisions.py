"""What an edit changed, told in statements and figures."""

from hearsay.model.reading import Actor, Attribution, Figure, Reading, When
from hearsay.model.report import Report
from hearsay.model.span import Span
from hearsay.story.revisions import edits

FIRST = "The ferry sank with 12 people aboard. Mina Okoye said the captain was asleep."


def _reading(text, speaker="Mina Okoye", stance="asserts", figure="12", low=12, said_on=None, correction=None):
    content = text.split(" said ")[1].rstrip(".")
    at = text.index(content)
    figures = ()
    if figure:
        start = text.index(figure)
        figures = (Figure(Span(start, start + len(figure)), low, low, "exact", "people", "people aboard"),)
    return Reading(
        Report("r", "u", "0" * 64, "text/plain", text, correction=correction),
        (Attribution("a1", "indirect", content=(Span(at, at + len(content)),), speaker="e1", stance=stance,
                     said_on=said_on),),
        (Actor("e1", speaker, "person"),),
        figures=figures,
    )  # fmt: skip


def _told(before, after):
    return [str(one) for one in edits(before, after)]


def test_nothing_changed():
    assert edits(_reading(FIRST), _reading(FIRST)) == ()


def test_words_alone_are_no_edit_of_a_statement():
    after = FIRST.replace("the captain was asleep", "the captain was fast asleep")
    assert edits(_reading(FIRST), _reading(after)) == ()


def test_a_figure_changed():
    after = FIRST.replace("12 people", "14 people")
    assert _told(_reading(FIRST), _reading(after, figure="14", low=14)) == ["figure changed: 12 → 14"]


def test_a_figure_went_and_its_place_is_told():
    gone = edits(_reading(FIRST), _reading(FIRST.replace("12 people", "people"), figure=None))
    assert [str(one) for one in gone] == ["figure removed: 12"]
    assert gone[0].spans_before[0].of(FIRST) == "12"


def test_another_speaker_stance_and_day():
    after = _reading(FIRST, "Jo Lind", "denies", said_on=When("2024-10-25", "2024-10-25", "2024-10-25"))
    assert _told(_reading(FIRST), after) == [
        "speaker changed: Mina Okoye → Jo Lind",
        "stance changed: asserts → denies",
        "day added: 2024-10-25",
    ]


def test_a_hedge_came():
    after = FIRST.replace("was asleep", "may have been asleep")
    assert _told(_reading(FIRST), _reading(after)) == ["hedge added: may"]


def test_another_statement_in_its_place():
    after = FIRST.replace("the captain was asleep", "no lifeboat could be lowered")
    assert _told(_reading(FIRST), _reading(after)) == [
        "statement added: Mina Okoye asserts: no lifeboat could be lowered",
        "statement removed: Mina Okoye asserts: the captain was asleep",
    ]


def test_the_note_is_linked_to_what_it_corrects():
    note = "This story corrects the number aboard to 14."
    after = _reading(FIRST.replace("12 people", "14 people"), figure="14", low=14, correction=note)
    figure, correction = edits(_reading(FIRST), after)
    assert (figure.what, figure.corrected_by) == ("figure", note)
    assert (correction.what, correction.after) == ("correction", note)


def test_a_note_is_not_linked_to_what_it_does_not_tell():
    note = "An earlier version misspelt the name of the harbour."
    after = _reading(FIRST.replace("12 people", "14 people"), figure="14", low=14, correction=note)
    assert edits(_reading(FIRST), after)[0].corrected_by is None


def test_a_note_that_gives_the_number_alone_is_linked_to_the_whole_figure():
    note = "(Corrects the number aboard to 1,214, not 1,212.)"
    before = _reading(FIRST.replace("12 people", "some 1,212 people"), figure="some 1,212 people", low=1212)
    after = FIRST.replace("12 people", "some 1,214 people") + "\n\n" + note
    figure, _ = edits(before, _reading(after, figure="some 1,214 people", low=1214, correction=note))
    assert (str(figure), figure.corrected_by) == ("figure changed: some 1,212 people → some 1,214 people", note)
    other = note.replace("1,214", "11,214").replace("1,212", "2,121")
    after = after.replace(note, other)
    assert (
        edits(before, _reading(after, figure="some 1,214 people", low=1214, correction=other))[0].corrected_by is None
    )


def test_the_figures_of_a_note_are_told_with_the_note():
    note = "This story corrects the number aboard to 14."
    after = _reading(f"{FIRST.replace('12 people', 'people')} {note}", figure="14", low=14, correction=note)
    assert [one.what for one in edits(_reading(FIRST, figure=None), after)] == ["correction"]

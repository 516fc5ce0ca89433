"""What each line of a page is."""

from hearsay.intake.page import dom, layout
from hearsay.intake.page.roles import assign
from hearsay.model.report import Evidence

STORY = "".join(f"<p class=a>Ship {n} left the harbour on the morning tide with a full load.</p>" for n in range(4))


def roles(page, stated=()):
    lines = layout.lines(dom.parse(page))
    return [(each.role, each.text) for each in assign(lines, set(range(len(lines))), None, stated)]


def test_a_short_line_of_its_own_make_under_a_picture_is_its_caption():
    found = roles(f"{STORY}<div><img src=a><span><div>The quay of Dover at dawn</div></span></div>{STORY}")
    assert found[4] == ("caption", "The quay of Dover at dawn")


def test_a_line_under_a_picture_that_ends_with_its_makers_is_its_caption():
    found = roles(f"{STORY}<p class=a><img src=a>The first map of the sea floor. (NNA/Hart)</p>{STORY}")
    assert found[4][0] == "caption"


def test_a_paragraph_about_an_author_closes_a_body_and_is_none_within_it():
    about = "<p class=a>Ann Lee is a reporter who lives in the port of Dover.</p>"
    stated = (Evidence("author", "Ann Lee", "json-ld author"),)
    assert roles(STORY + about, stated)[-1][0] == "note"
    assert roles(about + STORY, stated)[0][0] == "paragraph"


def test_a_paragraph_that_says_when_it_was_updated_is_a_note():
    assert roles(STORY + "<p class=a>Updated at 1:23 p.m.</p>")[-1] == ("note", "Updated at 1:23 p.m.")

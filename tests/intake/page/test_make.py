"""What a page's paragraphs are made of, and what stands beside them."""

from hearsay.intake.page import dom, layout
from hearsay.intake.page.make import beside, is_made, usual_make

STORY = "".join(f"<p>Ship {n} left the harbour on the morning tide with a full load.</p>" for n in range(6))


def lines(page):
    return layout.lines(dom.parse(page))


def texts(page):
    found = lines(page)
    return [found[n].text for n in sorted(beside(found, set(range(len(found)))))]


def test_the_usual_make_is_that_of_most_characters():
    found = lines(f"<div class=s>{STORY}</div><ul><li>One</li></ul>")
    make = usual_make(found, range(len(found)))
    assert [is_made(line, make) for line in found] == [True] * 6 + [False]


def test_a_list_after_the_article_is_beside_it():
    page = f"<main><div class=s>{STORY}</div><ul class=jobs><li>Pilot wanted in the port</li></ul></main>"
    assert texts(page) == ["Pilot wanted in the port"]


def test_an_article_in_two_sections_is_whole():
    page = f"<main><section>{STORY}</section><section>{STORY}</section></main>"
    assert texts(page) == []


def test_what_follows_a_heading_of_furniture_is_beside_it():
    page = f"<main>{STORY}<h2>More from us</h2><p class=dek>The lighthouse was sold to a painter on Monday.</p></main>"
    assert texts(page) == ["The lighthouse was sold to a painter on Monday."]


def test_text_without_elements_around_it_has_no_make():
    assert texts("<body>Ships left the harbour.") == []

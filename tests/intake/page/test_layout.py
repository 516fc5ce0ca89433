import pytest

from hearsay.intake.page import dom
from hearsay.intake.page.layout import lines


def texts(page):
    return [line.text for line in lines(dom.parse(page))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One <b>bold</b>ly</p>\n<p> two\n three </p>", ["One boldly", "two three"]),
        ("<p>a<br>b<br><br>c", ["a b", "c"]),
        ("<p>a<br> \n <br>c", ["a", "c"]),
        ("<div>a<div>b</div>c</div>", ["a", "b", "c"]),
        ("<p>President<!-- --> <!-- -->of the board", ["President of the board"]),
        ("<p><a>one</a> <a>two</a>", ["one two"]),
        ("<p>soft\u00adhyphen zero\u200bwidth", ["softhyphen zerowidth"]),
        ("<p>word<wbr>break", ["wordbreak"]),
        ("<p>a<span class='tooltip'>card</span> b", ["a b"]),
        ("<td>a<td>b", ["a", "b"]),
        ("<ul><li>a<li>b</ul>", ["a", "b"]),
        ("<p>a&nbsp;b", ["a b"]),
        ("<p>مرحبا <b>بالعالم</b>", ["مرحبا بالعالم"]),
        ("<p>😀<i>👍🏽</i>", ["😀👍🏽"]),
        ("<p>By A<time>May 2</time>, late", ["By AMay 2, late"]),
        ("<svg><text>no</text></svg><p>x<select><option>no</select>", ["x"]),
        ("", []),
    ],
)
def test_lines_are_what_a_reader_sees(page, expected):
    assert texts(page) == expected


def test_segments_part_at_breaks_and_times():
    (line,) = lines(dom.parse("<div>By A<br>Paper<br><time>May 2</time> late</div>"))
    assert [segment.text for segment in line.segments] == ["By A", "Paper", "May 2", "late"]


def test_a_line_knows_its_place_links_and_images():
    page = "<p>x</p><img src=a><p hidden>ab<a>cde</a></p>"
    first, second = lines(dom.parse(page))
    assert (second.linked, second.hidden, first.pictured, second.pictured) == (3, True, False, True)
    assert page[second.start : second.end] == "ab<a>cde"


def test_a_deep_page_does_not_recurse():
    assert texts("<div>" * 100_000 + "<p>bottom") == ["bottom"]

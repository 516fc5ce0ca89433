from dataclasses import replace

from hearsay.model.reading import Actor, Attribution, Reading
from hearsay.model.report import Report
from hearsay.model.span import Span

HOSTILE = '"<script>alert(1)</script>" he said'
READING = Reading(
    Report("r1", "a.html", "0", "text/html", HOSTILE, headline="<b>Head</b>"),
    (Attribution("a1", "direct", (Span(28, 30),), (Span(31, 35),), (Span(0, 27),), speaker="e1"),),
    (Actor("e1", "<i>He</i>", "person"),),
)


def test_a_row_tells_who_said_what_and_where():
    assert "<td style='text-align:left'>0–35</td>" in READING._repr_html_()
    assert "he … said" in READING._repr_html_()


def test_nothing_of_the_report_is_markup():
    shown = READING._repr_html_()
    assert "<script>" not in shown
    assert "<b>Head" not in shown
    assert "<i>He" not in shown


def test_an_unread_report_says_so():
    assert "Not read: language ko" in replace(READING, unread="language ko", attributions=())._repr_html_()

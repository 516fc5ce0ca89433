from hearsay.model.reading import Attribution, Reading
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.web.views.marks import around, blocks

TEXT = "The mayor said the board denied it.\n\nIt rained."


def test_pieces_that_overlap_are_cut_where_each_begins_and_ends():
    outer = Attribution("a1", "indirect", (Span(0, 9),), (Span(10, 14),), (Span(15, 34),))
    inner = Attribution("a2", "indirect", (Span(15, 24),), (Span(25, 31),), (Span(32, 34),), within="a1")
    report = Report("r", "r", "", "text/plain", TEXT, parts=(Part("paragraph", 0, 35), Part("paragraph", 37, 47)))
    first, second = blocks(Reading(report, (outer, inner)))
    assert "".join(piece.text for piece in first.pieces) == TEXT[:35]
    marked = {piece.text: (piece.roles, piece.of, piece.opens) for piece in first.pieces if piece.roles}
    assert marked["the board"] == (("content", "source"), ("a1", "a2"), ("a2",))
    assert marked["The mayor"] == (("source",), ("a1",), ("a1",))
    assert [piece.roles for piece in second.pieces] == [()]


def test_words_are_shown_with_those_about_them():
    pieces = around("one two three four five six seven", (Span(14, 18),), reach=6)
    assert [(piece.text, bool(piece.roles)) for piece in pieces] == [
        ("… ", False), ("three ", False), ("four", True), (" five", False), (" …", False),
    ]  # fmt: skip
    assert around("one", ()) == ()

import pytest

from hearsay.model.report import Part, Report
from hearsay.model.span import Span


def report(*parts: Part) -> Report:
    return Report("r1", "a.txt", "0", "text/plain", "Head\n\nBody one.", parts=parts)


def test_spans_of_a_kind_come_in_reading_order():
    assert report(Part("headline", 0, 4), Part("paragraph", 6, 15)).spans("paragraph", "headline") == (
        Span(0, 4),
        Span(6, 15),
    )


@pytest.mark.parametrize(
    "parts",
    [
        (Part("paragraph", 6, 15), Part("headline", 0, 4)),
        (Part("headline", 0, 7), Part("paragraph", 6, 15)),
        (Part("paragraph", 6, 16),),
    ],
    ids=["out of order", "overlapping", "past the text"],
)
def test_parts_that_cannot_be_are_refused(parts):
    with pytest.raises(ValueError, match="out of order or runs past"):
        report(*parts)

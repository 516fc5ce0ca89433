import pytest

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import headlines


@pytest.mark.parametrize(
    ("headline", "kept"),
    [
        ("Climate change: Labor on track to hit target", False),
        ("Cost of living: prices rise again in May", False),
        ("Ann Rao: the bridge will stay shut", True),
        ("UN: the bridge will stay shut", True),
        ("Harbour police: the bridge will stay shut", True),
        ("Senior official: the bridge will stay shut", True),
        ("Bridge engineers: “It will stay shut”", True),
    ],
)
def test_a_topic_before_a_colon_says_nothing(headline, kept):
    colon = headline.index(":")
    drawn = [
        Attribution(
            "a1", "indirect", (Span(0, colon),), (Span(colon, colon + 1),), (Span(colon + 2, len(headline)),),
            confidence=0.5,
        )
    ]  # fmt: skip
    report = Report("r", "r", "", "text/plain", headline, parts=(Part("headline", 0, len(headline)),))
    found = headlines.complete(report, drawn)
    assert (found == drawn) is kept
    assert bool(found) is kept

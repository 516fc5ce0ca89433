from hearsay.evaluation.attribution.polnear import Article, Triple
from hearsay.evaluation.calibration import judge, misses
from hearsay.model.reading import Attribution, Reading
from hearsay.model.report import Report
from hearsay.model.span import Span

TEXT = "Ann said it rains. Bob says no."
ANN = (Span(0, 3),), (Span(4, 8),), (Span(9, 17),)
BOB = (Span(19, 22),), (Span(23, 27),), (Span(28, 30),)
ARTICLE = Article("p_1", TEXT, (Triple(*ANN),))


class Reader:
    def read(self, path, *, body=False, dated=None):
        said = (
            Attribution("a1", "indirect", *ANN, confidence=0.4),
            Attribution("a2", "indirect", *BOB, confidence=0.97),
            Attribution("a3", "indirect", *BOB, within="a2", confidence=0.6),
        )
        return Reading(Report("", "", "", "", TEXT), said)


def test_right_is_linked_and_what_lies_within_is_not_judged():
    judged = judge(ARTICLE, Reader())
    assert [(one.id, right) for one, right in judged] == [("a1", True), ("a2", False)]


def test_misses_are_the_sure_and_wrong_and_the_unsure_and_right():
    entries = misses([(ARTICLE, judge(ARTICLE, Reader()))])
    assert [(miss.kind, miss.gold, miss.found) for miss in entries] == [
        ("sure (0.9 or more) and wrong", "", "0.97: Bob … says … no"),
        ("unsure (below 0.5) and right", "Ann … said … it rains", "0.40: Ann … said … it rains"),
    ]

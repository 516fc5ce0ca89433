"""Reports written for these tests, as the clusters see them: a headline, paragraphs and a day."""

import pytest

from hearsay.model.reading import Reading
from hearsay.model.report import Part, Report
from hearsay.story.clusters.features import features


@pytest.fixture
def told():
    """Makes the features of a report."""

    def made(name, headline, *paragraphs, day="2024-05-07"):
        parts, text = [], ""
        for kind, words in (("headline", headline), *(("paragraph", one) for one in paragraphs)):
            text += "\n\n" if text else ""
            parts.append(Part(kind, len(text), len(text) + len(words)))
            text += words
        report = Report(name, f"file:///{name}", "", "text/plain", text, published=day, parts=tuple(parts))
        return features(Reading(report))

    return made


HOSPITAL = (
    """Fire at St Brannoc hospital kills four
    A fire in the renal ward of St Brannoc hospital in Wexcombe killed four patients on Tuesday, the fire service said.
    A faulty dialysis pump is suspected, said fire chief Una Petrie.""",
    """Dialysis pump blamed for St Brannoc blaze
    Investigators of the Wexcombe blaze, in which four patients of the renal ward died, blame a dialysis pump made by
    Orlitz, fire chief Una Petrie said at St Brannoc hospital.""",
    """Four dead in Wexcombe hospital ward
    Four patients died when the renal ward of St Brannoc burned, and a nurse, Jo Halloran, carried two others out. Una
    Petrie said that the dialysis pump had been recalled by Orlitz.""",
)
STRIKE = (
    """Nurses walk out at St Brannoc hospital
    Two hundred nurses of St Brannoc hospital in Wexcombe began a strike over night shifts, their union Careforce said.
    Operations were put off, said manager Theo Lindgren.""",
    """St Brannoc strike enters second day
    Careforce, the union of the nurses who walked out at St Brannoc hospital in Wexcombe, turned down an offer on night
    shifts. Manager Theo Lindgren called the strike reckless.""",
    """Hospital nurses in Wexcombe vote to go on
    Nurses voted to go on with the strike at St Brannoc until night shifts are cut, Careforce said. Theo Lindgren, the
    manager, wants an arbiter.""",
)


@pytest.fixture
def hospital(told):
    """Six reports on one hospital: three on a fire, three on a strike two years later."""
    fire = [told(f"fire{number}", *_pieces(text)) for number, text in enumerate(HOSPITAL)]
    return fire + [told(f"strike{number}", *_pieces(text), day="2026-03-02") for number, text in enumerate(STRIKE)]


def _pieces(text):
    headline, body = text.split("\n", 1)
    return headline, " ".join(body.split())

"""Reports written for these tests: a fire at a market, as an agency tells it and as others take it over."""

import pytest

from hearsay.model.reading import Reading
from hearsay.model.report import Author, Dateline, Part, Report


def _paragraphs(text):
    return tuple(" ".join(one.split()) for one in text.strip().split("\n\n"))


FIRE = _paragraphs("""
A fire that broke out before dawn destroyed 214 of the 380 stalls in the covered market of Ostrava on Tuesday,
the city's fire brigade said, and traders put the damage at some 90 million koruna.

Brigade chief Lenka Hudcova told reporters that 61 firefighters had fought the flames for seven hours. "We saved
the east wing and nobody died," she said.

Mayor Tomas Vrana promised each trader 40,000 koruna in aid by the end of the week, and said that the market
would open again in a tent on Masaryk Square.

Investigators from the ministry in Prague suspect a faulty freezer in a fish shop, according to two people who
have seen their first note; the owner, Milos Bartak, denies it.

The market hall was built in 1928 and last rewired in 1987. An inspection in March listed 17 faults, Hudcova
said.

The traders' union, led by Jana Sykorova, wants the inspection report to be published and has called a meeting
in the Zabreh district for Thursday evening.
""")
RETOLD = _paragraphs("""
Ostrava has lost more than half of its market hall. Of 380 stalls, 214 burned on Tuesday while most of the city
slept, and those who rented them reckon that 90 million koruna went up in smoke.

It took Lenka Hudcova and her crew of 61 until late morning to get the better of it. The east wing still stands,
and Hudcova counts no dead.

Tomas Vrana, who runs the town hall, is offering 40,000 koruna a head before the weekend. Business is to go on
under canvas on Masaryk Square.

Word from Prague has it that a broken freezer behind a fishmonger's counter did it. Milos Bartak, whose counter
it is, will not hear of that.

Built in 1928, the place got its present cables in 1987, and 17 things were wrong with it when somebody looked
in March. Jana Sykorova, for the traders, would like to read that paper; they meet in Zabreh on Thursday.
""")


@pytest.fixture
def fire():
    """The paragraphs of an agency's report."""
    return FIRE


@pytest.fixture
def make():
    """Makes a reading of paragraphs, a tuple or one text with blank lines between, with what its page states."""

    def made(name, paragraphs, *, notes=(), tag=None, byline=(), **stated):
        told = _paragraphs(paragraphs) if isinstance(paragraphs, str) else paragraphs
        pieces = [("paragraph", one) for one in told] + list(notes)
        parts, text = [], ""
        for kind, words in pieces:
            text += "\n\n" if text else ""
            parts.append(Part(kind, len(text), len(text) + len(words)))
            text += words
        if tag:
            stated["dateline"] = Dateline("OSTRAVA", stated.get("published", "")[:10] or None, tag)
        stated.setdefault("byline", tuple(Author(one) for one in byline))
        return Reading(Report(name, f"file:///{name}", "", "text/plain", text, parts=tuple(parts), **stated))

    return made


@pytest.fixture
def wire(make, fire):
    """The agency's own report."""
    return make(
        "wire",
        fire,
        outlet="Vltava Newswire",
        agency="Vltava Newswire",
        tag="Vltava",
        published="2024-05-07T09:00:00+02:00",
    )


@pytest.fixture
def retold(make):
    """The same facts in the same order, in other words and without a credit."""

    return make("retold", RETOLD, outlet="Silesia Bugle", published="2024-05-08T07:00:00+02:00")

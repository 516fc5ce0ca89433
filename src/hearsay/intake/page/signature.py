"""Which lines of a page sign its report: bylines beside the headline and names under the last paragraph.

A label ("author") says little on its own: it stands on portraits, on menus of an author's other stories and on boxes
about other reporters too. So a line without "By" has to name somebody whom the page states as an author, where it
states any.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hearsay.intake.page.furniture import OPENING
from hearsay.intake.wire import byline, credit, furniture
from hearsay.text.scripts import same_person, script

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hearsay.model.report import Evidence

_LONGEST = 200
_LONGEST_BIO = 600
_BIO = re.compile(
    r"\s(?:is (?:an?|the|[A-Z][\w’']*['’]s?)\s|covers\s|writes\s|reports (?:on|from)\s|has (?:covered|written)\s)"
)
_SHORTEST = 3
"""Letters of a word that two writings of a name may share."""


def persons(stated: Sequence[Evidence]) -> tuple[str, ...]:
    """The names that the page states as authors, one for each person, without those of the outlet."""
    houses = "\n".join(e.value.casefold() for e in stated if e.field == "outlet")
    names: dict[str, None] = {}
    for value in (e.value for e in stated if e.field == "author" and e.value.casefold() not in houses):
        got = byline.read(value, marked=True)
        names.update(dict.fromkeys(got.names if got and not got.staff else [value] if len(value) < _LONGEST else []))
    return tuple(names)


def signs(text: str, *, labelled: bool, known: Sequence[str]) -> bool:
    """Whether a line is a byline.

    Args:
        text: the line.
        labelled: whether its markup says so.
        known: the page's stated authors.
    """
    if len(text) >= _LONGEST:
        return False
    opens = OPENING.match(text) is not None
    if furniture.is_prose(text) and not opens:
        return False
    got = byline.read(text, marked=labelled)
    if (labelled or opens) and any(len(name) >= _SHORTEST and name.casefold() in text.casefold() for name in known):
        return True
    if got is None:
        return byline.is_title(text) and labelled
    if opens or got.posted:
        return True
    if not got.names:
        return any(credit.is_agency(house) for house in got.partners)
    people = [name for name in known if byline.is_name(name) or script(name) != "Latin"]
    return got.staff or not people or any(_alike(name, other) for name in got.names for other in people)


def is_about(text: str, known: Sequence[str]) -> bool:
    """Whether a paragraph introduces one of the authors ("Ann Lee is a reporter in Rome.")."""
    return len(text) < _LONGEST_BIO and any(
        text.startswith(name) and _BIO.match(text, len(name)) for name in known if byline.is_name(name)
    )


def repeats(text: str, above: Iterable[str]) -> bool:
    """Whether a byline names only people of those above it, as on pages for two screens and in boxes about authors."""
    got = byline.read(text, marked=True)
    shown = " ".join(above).casefold()
    return got is not None and bool(shown) and all(name.casefold() in shown for name in (*got.names, *got.partners))


def _alike(one: str, other: str) -> bool:
    """Whether two names may be one person's: a word in common, or another script."""
    if script(one) != script(other):
        return True
    words = {word for word in one.casefold().split() if len(word) >= _SHORTEST}
    return not words.isdisjoint(other.casefold().split()) or same_person(one, other)

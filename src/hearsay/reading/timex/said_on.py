"""When each attribution was said, where the text dates the speech.

First by a time of its own sentence (:mod:`~hearsay.reading.timex.dating`). Else it goes on with what stands before: a
pronoun with its sentence, "the same briefing" with the last speech, a speaker with the occasion of what that speaker
said before; the pluperfect ("had warned") points elsewhere and inherits nothing. A headline takes the date of what it
announces. What is left may be of the report's own day (:mod:`~hearsay.reading.timex.occasion`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.model.reading import When
from hearsay.reading.timex import occasion
from hearsay.reading.timex.dating import Page
from hearsay.reading.timex.times import anchor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hearsay.model.reading import Attribution, Time
    from hearsay.model.report import Report
    from hearsay.reading.timex.occasion import Occasion

_SILENCE = 2
_LEAD = 2  # paragraphs of which a headline can speak


def date(
    report: Report, attribution: Attribution, attributions: Sequence[Attribution], times: Sequence[Time]
) -> When | None:
    """When one of ``attributions`` (in text order) was said, or ``None`` where the text does not date it.

    To date all of them at once use :func:`dates`.
    """
    found = dates(report, attributions, times)
    return next((when for each, when in zip(attributions, found, strict=True) if each.id == attribution.id), None)


def dates(report: Report, attributions: Sequence[Attribution], times: Sequence[Time]) -> tuple[When | None, ...]:
    """When each of ``attributions`` (in text order) was said, or ``None``."""
    page = Page(report, attributions, times)
    own = list(_continued(page, attributions, [page.own(each) for each in attributions]))
    announced = _announced(page, attributions, list(_inherited(page, attributions, own)))
    return tuple(_of_the_day(page, occasion.of(report, anchor(report), times), attributions, announced))


def _continued(page: Page, attributions: Sequence[Attribution], own: Sequence[When | None]) -> Iterator[When | None]:
    """A pronoun goes on with the sentence before it, and "the same briefing" with the last dated speech.

    Where that sentence dates somebody else's speech, its time is not passed on.
    """
    last: When | None = None
    dated: dict[int, list[tuple[str | None, When]]] = {}
    for each, when in zip(attributions, own, strict=True):
        before = page.sentence_before(each)
        if when is None and page.is_the_same(each):
            when = last
        elif when is None and before is not None:
            spoken = dated.get(before.start)
            when = next((w for who, w in spoken if who == each.speaker), None) if spoken else page.told(before)
        if when is not None:
            dated.setdefault(page.sentence(each), []).append((each.speaker, when))
        last = when or last
        yield when


def _inherited(page: Page, attributions: Sequence[Attribution], own: Sequence[When | None]) -> Iterator[When | None]:
    """What a speaker says next belongs to the same occasion.

    A day that is not the report's own is forgotten where the speaker is silent for more than two paragraphs.
    """
    kept: dict[str, When] = {}
    heard: dict[str, int] = {}
    for each, when in zip(attributions, own, strict=True):
        speaker, at = each.speaker or "", page.paragraph(each)
        if at - heard.get(speaker, at) > _SILENCE and not page.is_today(kept.get(speaker)):
            kept.pop(speaker, None)
        yield when or (None if page.is_earlier(each) else kept.get(speaker))
        if speaker:
            heard[speaker] = at
            kept |= {speaker: when} if when is not None and not page.is_aside(each) else {}


def _of_the_day(
    page: Page, day: Occasion | None, attributions: Sequence[Attribution], found: Sequence[When | None]
) -> Iterator[When | None]:
    """Give what is undated the report's own day, where the signs are enough."""
    earlier: When | None = None
    heard: set[str] = set()
    for each, when in zip(attributions, found, strict=True):
        again = each.speaker in heard and not page.is_earlier(each)
        if when is None and day is not None and (again or day.holds(each, earlier)):
            heard |= {each.speaker} if each.speaker else set()
            yield When(day.day, day.day, day.day)
        else:
            yield when
        earlier = when or earlier


def _announced(page: Page, attributions: Sequence[Attribution], found: Sequence[When | None]) -> list[When | None]:
    """Give a headline's attribution the date of the first dated one of the lead by the same speaker."""
    below: dict[str | None, When] = {
        each.speaker: when
        for each, when in reversed(list(zip(attributions, found, strict=True)))
        if when is not None and each.speaker and page.paragraph(each) <= _LEAD
    }
    return [
        when or (below.get(each.speaker) if page.in_headline(each) else None)
        for each, when in zip(attributions, found, strict=True)
    ]

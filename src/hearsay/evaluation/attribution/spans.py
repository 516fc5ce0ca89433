"""Scores of attributions against gold: each role alone, and the three linked.

exact, by piece    each different piece of a role in an article, right where its borders are exact
exact, whole       the set of pieces that one attribution has in a role, right where all borders are exact
characters         the characters of an article that some attribution has in a role
linked             one-to-one; the cue, source and content of a pair each overlap, or are absent in both
whole attribution  all pieces of all three roles are exact
without “that”     the conjunction that opens a content is left out on both sides: the corpus has it, the record has not
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace

from hearsay.evaluation.attribution.polnear import ROLES, Article, Triple, kind
from hearsay.evaluation.errors import Miss
from hearsay.evaluation.folding import quote
from hearsay.evaluation.matching import pairs, shared
from hearsay.evaluation.scores import Ratio, Score, Section, Tally, tally
from hearsay.model.span import Span

_THAT = re.compile(r"that\b,?\s+", re.IGNORECASE)
_BESIDE = 90  # characters of context on either side
Found = Sequence[tuple[Article, tuple[Triple, ...]]]


def sections(title: str, found: Found) -> tuple[Section, ...]:
    """Every table for the articles and what was found in them."""
    return (
        Section(title, _overall(found)),
        Section(f"{title}, by class", _classes(found), gated=False),
        Section(f"{title}, by publisher", _publishers(found), gated=False),
    )


def links(gold: Sequence[Triple], found: Sequence[Triple]) -> list[tuple[int, int]]:
    """The linked pairs, most shared characters first."""
    return pairs(gold, found, _link)


def misses(found: Found) -> list[Miss]:
    """What was missed, wrongly found, or found with other borders."""
    return [miss for article, triples in found for miss in _misses(article, triples)]


def _overall(found: Found) -> dict[str, Score]:
    rows: dict[str, Score] = {}
    for role in ROLES:
        for name, parts in (("exact by piece", _pieces), ("exact whole", _wholes), ("characters", _characters)):
            counts = (tally(parts(triples, role), parts(article.gold, role)) for article, triples in found)
            rows[f"{role}, {name}"] = sum(counts, Tally())
    rows["linked by overlap"] = _linked(found)
    rows["whole attribution exact"] = sum((tally(triples, article.gold) for article, triples in found), Tally())
    folded = [(replace(one, gold=_bare(one.text, one.gold)), _bare(one.text, triples)) for one, triples in found]
    pieces = (tally(_pieces(triples, "content"), _pieces(one.gold, "content")) for one, triples in folded)
    rows["content without “that”, exact by piece"] = sum(pieces, Tally())
    rows["whole attribution without “that”, exact"] = sum((tally(ours, one.gold) for one, ours in folded), Tally())
    return rows


def _bare(text: str, triples: Sequence[Triple]) -> tuple[Triple, ...]:
    """The triples with the conjunction that opens a content left out."""
    return tuple(replace(one, content=tuple(_after_that(text, piece) for piece in one.content)) for one in triples)


def _after_that(text: str, piece: Span) -> Span:
    opening = _THAT.match(text, piece.start, piece.end)
    return Span(opening.end(), piece.end) if opening else piece


def _linked(found: Found) -> Tally:
    counts = (Tally(len(links(one.gold, triples)), len(triples), len(one.gold)) for one, triples in found)
    return sum(counts, Tally())


def _pieces(triples: Sequence[Triple], role: str) -> Collection[Hashable]:
    return {piece for triple in triples for piece in triple.role(role)}


def _wholes(triples: Sequence[Triple], role: str) -> Collection[Hashable]:
    return [triple.role(role) for triple in triples if triple.role(role)]


def _characters(triples: Sequence[Triple], role: str) -> Collection[Hashable]:
    return {at for triple in triples for piece in triple.role(role) for at in range(piece.start, piece.end)}


def _link(gold: Triple, found: Triple) -> float:
    total = 0
    for role in ROLES:
        ours, theirs = found.role(role), gold.role(role)
        together = shared(ours, theirs)
        if bool(ours) != bool(theirs) or (ours and not together):
            return 0.0
        total += together
    return float(total)


def _classes(found: Found) -> dict[str, Score]:
    """Of the gold of a class, what was linked and what is exact; of the found of that class, what was linked."""
    rows: dict[str, Score] = {}
    for name, belongs in _CLASSES.items():
        linked, exact, precise = Ratio(), Ratio(), Ratio()
        for article, triples in found:
            both = links(article.gold, triples)
            hit, used, have = {i for i, _ in both}, {j for _, j in both}, set(triples)
            ours = [(i, gold) for i, gold in enumerate(article.gold) if belongs(article.text, gold)]
            theirs = [j for j, other in enumerate(triples) if belongs(article.text, other)]
            linked += Ratio(sum(i in hit for i, _ in ours), len(ours))
            exact += Ratio(sum(gold in have for _, gold in ours), len(ours))
            precise += Ratio(sum(j in used for j in theirs), len(theirs))
        rows |= {f"{name}: linked, recall": linked, f"{name}: linked, precision": precise, f"{name}: exact": exact}
    return rows


def _publishers(found: Found) -> dict[str, Score]:
    rows: dict[str, Score] = {}
    for publisher in sorted({article.publisher for article, _ in found}):
        own = [one for one in found if one[0].publisher == publisher]
        rows[f"{publisher}: linked"] = _linked(own)
        rows[f"{publisher}: exact"] = sum((tally(triples, article.gold) for article, triples in own), Tally())
    return rows


def _across(text: str, gold: Triple) -> bool:
    spans = [piece for role in ROLES for piece in gold.role(role)]
    words = text[min(s.start for s in spans) : max(s.end for s in spans)]
    return any(end in words for end in (". ", '." ', ".” ", "? ", "! ", "\n"))


_CLASSES: dict[str, Callable[[str, Triple], bool]] = {
    "direct": lambda text, gold: kind(text, gold.content) == "direct",
    "indirect": lambda text, gold: kind(text, gold.content) == "indirect",
    "mixed": lambda text, gold: kind(text, gold.content) == "mixed",
    "no source": lambda _, gold: not gold.source,
    "several pieces": lambda _, gold: len(gold.content) > 1,
    "across sentences": _across,
}


def _misses(article: Article, found: tuple[Triple, ...]) -> list[Miss]:
    def shown(triple: Triple | None) -> str:
        spans = triple and {role: quote(article.text, triple.role(role)) or "∅" for role in ROLES}
        return " | ".join(f"{role.upper()} {words}" for role, words in (spans or {}).items())

    linked = dict(links(article.gold, found))
    entries = []
    for i, gold in enumerate(article.gold):
        other = found[linked[i]] if i in linked else _nearest(gold, found)
        wrong = [role for role in ROLES if other and gold.role(role) != other.role(role)]
        if i not in linked:
            around = "" if other else _around(article.text, gold)
            kind = f"missed: {_why(gold, other)}{'' if gold.source or other else ', no source'}"
            entries.append(Miss(kind, article.name, shown(gold), shown(other), around))
        elif wrong:
            entries.append(Miss(f"borders: {', '.join(wrong)}", article.name, shown(gold), shown(other)))
    for other in (other for j, other in enumerate(found) if j not in linked.values()):
        near = _nearest(other, article.gold)
        kind = "found beyond the gold" if near is None else "found beside the gold"
        entries.append(Miss(kind, article.name, shown(near), shown(other), _around(article.text, other)))
    return entries


def _around(text: str, triple: Triple) -> str:
    """The words of the attribution's anchor and a line on either side."""
    anchor = (triple.cue or triple.content or triple.source)[0]
    return text[max(0, anchor.start - _BESIDE) : anchor.end + _BESIDE]


def _nearest(gold: Triple, found: Sequence[Triple]) -> Triple | None:
    best = max(found, key=lambda other: _near(gold, other), default=None)
    return best if best and _near(gold, best) else None


def _near(gold: Triple, found: Triple) -> int:
    return 1000 * bool(shared(gold.cue, found.cue)) + shared(gold.content, found.content)


def _why(gold: Triple, found: Triple | None) -> str:
    if found is None:
        return "nothing there"
    for role in ("cue", "source", "content"):
        ours, theirs = found.role(role), gold.role(role)
        if theirs and not ours:
            return f"no {role} found"
        if ours and not theirs:
            return f"{role} where the gold has none"
        if ours and not shared(ours, theirs):
            return f"other {role}"
    return "taken by another"

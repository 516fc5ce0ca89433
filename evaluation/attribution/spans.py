"""Scores of attributions against gold: each role alone, and the three linked.

exact, by piece    each different piece of a role in an article, right where its borders are exact
exact, whole       the set of pieces that one attribution has in a role, right where all borders are exact
characters         the characters of an article that some attribution has in a role
linked             one-to-one; the cue, source and content of a pair each overlap, or are absent in both
whole attribution  all pieces of all three roles are exact
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from evaluation.attribution.polnear import ROLES, Article, Triple, kind
from evaluation.errors import Miss
from evaluation.folding import quote
from evaluation.matching import pairs, shared
from evaluation.scores import Ratio, Score, Section, Tally, tally

Found = Sequence[tuple[Article, tuple[Triple, ...]]]


def sections(title: str, found: Found) -> tuple[Section, ...]:
    """Every table for the articles and what was found in them."""
    classes = {**_classes(found), **_publishers(found)}
    return Section(title, _overall(found)), Section(f"{title}, by class", classes)


def links(gold: Sequence[Triple], found: Sequence[Triple]) -> list[tuple[int, int]]:
    """The linked pairs, most shared characters first."""
    return pairs(gold, found, _link)


def misses(found: Found) -> list[Miss]:
    """What was missed, wrongly found, or found with other borders."""
    return [miss for article, triples in found for miss in _misses(article, triples)]


def _overall(found: Found) -> dict[str, Score]:
    rows: dict[str, Score] = {}
    for role in ROLES:
        rows[f"{role}, exact by piece"] = _sum(found, lambda g, f, r=role: tally(_pieces(f, r), _pieces(g, r)))
        rows[f"{role}, exact whole"] = _sum(found, lambda g, f, r=role: tally(_wholes(f, r), _wholes(g, r)))
        rows[f"{role}, characters"] = _sum(found, lambda g, f, r=role: tally(_characters(f, r), _characters(g, r)))
    rows["linked by overlap"] = _sum(found, lambda g, f: Tally(len(links(g, f)), len(f), len(g)))
    rows["whole attribution exact"] = _sum(found, lambda g, f: tally(f, g))
    return rows


def _sum(found: Found, score: Callable[[Sequence[Triple], Sequence[Triple]], Tally]) -> Tally:
    return sum((score(article.gold, triples) for article, triples in found), Tally())


def _pieces(triples: Sequence[Triple], role: str) -> set[object]:
    return {piece for triple in triples for piece in triple.role(role)}


def _wholes(triples: Sequence[Triple], role: str) -> list[object]:
    return [triple.role(role) for triple in triples if triple.role(role)]


def _characters(triples: Sequence[Triple], role: str) -> set[int]:
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
    """Recall by the class of the gold: a found attribution has no class of its own to be precise about."""
    rows: dict[str, Score] = {}
    for name, belongs in _CLASSES.items():
        linked, exact = Ratio(), Ratio()
        for article, triples in found:
            hit = {i for i, _ in links(article.gold, triples)}
            have = set(triples)
            ours = [(i, gold) for i, gold in enumerate(article.gold) if belongs(article.text, gold)]
            linked += Ratio(sum(i in hit for i, _ in ours), len(ours))
            exact += Ratio(sum(gold in have for _, gold in ours), len(ours))
        rows |= {f"{name}: linked (recall)": linked, f"{name}: exact (recall)": exact}
    return rows


def _publishers(found: Found) -> dict[str, Score]:
    rows: dict[str, Score] = {}
    for publisher in sorted({article.publisher for article, _ in found}):
        theirs = [(article, triples) for article, triples in found if article.publisher == publisher]
        rows[f"{publisher}: linked"] = _sum(theirs, lambda g, f: Tally(len(links(g, f)), len(f), len(g)))
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
    def shown(triple: Triple) -> str:
        return " | ".join(f"{role.upper()} {quote(article.text, triple.role(role)) or '∅'}" for role in ROLES)

    linked = dict(links(article.gold, found))
    answered = set(linked.values())
    entries = []
    for i, gold in enumerate(article.gold):
        if i not in linked:
            near = max(found, key=lambda f, g=gold: _near(g, f), default=None)
            beside = shown(near) if near and _near(gold, near) else ""
            why = _why(gold, near) if near and beside else "nothing there"
            entries.append(Miss(f"missed: {why}", article.name, shown(gold), beside))
        else:
            other = found[linked[i]]
            wrong = [role for role in ROLES if gold.role(role) != other.role(role)]
            if wrong:
                entries.append(Miss(f"borders: {', '.join(wrong)}", article.name, shown(gold), shown(other)))
    spare = [Miss("found beyond the gold", article.name, "", shown(f)) for j, f in enumerate(found) if j not in answered]
    return entries + spare


def _near(gold: Triple, found: Triple) -> int:
    return 1000 * bool(shared(gold.cue, found.cue)) + shared(gold.content, found.content)


def _why(gold: Triple, found: Triple) -> str:
    for role in ("cue", "source", "content"):
        ours, theirs = found.role(role), gold.role(role)
        if theirs and not ours:
            return f"no {role} found"
        if ours and not theirs:
            return f"{role} where the gold has none"
        if ours and not shared(ours, theirs):
            return f"other {role}"
    return "taken by another"

"""JSON-LD of a page: the article among its nodes, and what it says of itself (schema.org/NewsArticle).

Real pages break their JSON: comment marks around it, raw line breaks in strings, a comma too many, a cut end. Each is
mended where it can be; a script that cannot be read counts as absent.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"
Node: TypeAlias = "dict[str, Json]"

# Subtypes of schema.org/Article, the news ones first; each page has one that it is about.
ARTICLES = [
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "backgroundnewsarticle",
    "opinionnewsarticle",
    "reviewnewsarticle",
    "askpublicnewsarticle",
    "liveblogposting",
    "advertisercontentarticle",
    "satiricalarticle",
    "article",
    "report",
    "blogposting",
    "socialmediaposting",
    "techarticle",
    "scholarlyarticle",
    "medicalscholarlyarticle",
    "discussionforumposting",
]
_LESSER = ("claimreview", "videoobject", "webpage", "creativework", "itempage")
_SITES = ("newsmediaorganization", "website")
_DEEPEST = 6
_WRAPPER = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|;)\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[\]}])")
_TAG = re.compile(r"<[^<>]*>")


def article(scripts: tuple[str, ...]) -> Node | None:
    """The node that describes the page's article, references to other nodes filled in; ``None`` where there is none."""
    nodes = [node for script in scripts for node in _nodes(load(script))]
    by_id = {name: node for node in nodes if isinstance(name := node.get("@id"), str) and len(node) > 1}
    ranked = sorted((_rank(node), place) for place, node in enumerate(nodes) if _rank(node) < len(_ORDER))
    if not ranked:
        return None
    # Two scripts may each say a part of one article: what the better one leaves out is taken from the next of its kind.
    merged: Node = {}
    for rank, place in ranked:
        node = nodes[place]
        if rank >= len(ARTICLES) and merged:
            break
        if merged and _differ(merged.get("headline"), node.get("headline")):
            continue
        for key, value in node.items():
            merged.setdefault(key, _resolved(value, by_id))
    site = next((node for kind in _SITES for node in nodes if kind in _types(node) and node.get("name")), None)
    if merged and site:
        merged.setdefault("publisher", site)
    return merged


def load(script: str) -> Json:
    """The value of a script, mended where it is broken, or ``None``."""
    for mend in (_as_is, _unwrapped, _without_trailing_commas, _first_value):
        try:
            return mend(script)
        except (ValueError, RecursionError):
            continue
    return None


def texts(value: Json, *keys: str) -> Iterator[str]:
    """The strings that a property holds: itself, those of a list, or the named properties of its nodes."""
    if isinstance(value, str):
        if text := clean(value):
            yield text
    elif isinstance(value, list):
        for item in value[:50]:
            yield from texts(item, *keys)
    elif isinstance(value, dict):
        for key in keys:
            if found := list(texts(value.get(key), *keys)):
                yield from found
                return


def clean(text: str) -> str:
    """A stated string without tags, character references (also doubled ones) and folded white space."""
    if "&" in text:
        text = html.unescape(html.unescape(text))
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").replace("\x00", "").split())


_ORDER = (*ARTICLES, *_LESSER)


def _rank(node: Node) -> int:
    return min((_ORDER.index(t) for t in _types(node) if t in _ORDER), default=len(_ORDER))


def _types(node: Node) -> list[str]:
    return [t.rpartition("/")[2].rpartition(":")[2].lower() for t in texts(node.get("@type"))]


def _differ(one: Json, other: Json) -> bool:
    return isinstance(one, str) and isinstance(other, str) and clean(one)[:40] != clean(other)[:40]


def _nodes(value: Json, depth: int = 0) -> Iterator[Node]:
    """The nodes at the top of a value: its own, those of lists and graphs, and the main entity of a page."""
    if isinstance(value, list) and depth < _DEEPEST:
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "article"):
            if depth < _DEEPEST and isinstance(value.get(key), dict | list):
                yield from _nodes(value[key], depth + 1)


def _resolved(value: Json, by_id: dict[str, Node]) -> Json:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value[:50]]
    if isinstance(value, dict) and set(value) <= {"@id", "@type"} and isinstance(name := value.get("@id"), str):
        return by_id.get(name, value)
    return value


def _as_is(script: str) -> Json:
    value: Json = json.loads(script, strict=False)
    return value


def _unwrapped(script: str) -> Json:
    script = _WRAPPER.sub("", _WRAPPER.sub("", script)).strip()
    return _as_is(html.unescape(script) if script.startswith("{&quot;") else script)


def _without_trailing_commas(script: str) -> Json:
    return _as_is(_TRAILING_COMMA.sub(r"\1", _WRAPPER.sub("", script)))


def _first_value(script: str) -> Json:
    """The value that a script begins with, whatever follows it."""
    begins = re.search(r"[\[{]", script)
    if begins is None:
        raise ValueError("no JSON value")
    value: Json
    value, _ = json.JSONDecoder(strict=False).raw_decode(_TRAILING_COMMA.sub(r"\1", script[begins.start() :]))
    return value

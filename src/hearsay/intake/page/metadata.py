"""What a page states about its report, outside the text: JSON-LD, OpenGraph, meta names, microdata, ``<time>``.

Every statement becomes an :class:`Evidence`: a field, a value, and where it stood. Values are cleaned (references
resolved, white space folded); ``published`` and ``modified`` are ISO 8601, with an offset where the page states one.
The fields are headline, author (one for each), section, published, modified, outlet, agency, credit, based_on,
correction, rights, language, canonical, description, uploader.

``where`` begins with one of the words of :data:`TRUST`, the most trusted first, and may name the property after it
("json-ld datePublished", "meta parsely-pub-date"). :func:`rank` puts evidence in that order; whoever weighs it starts
from there. ``visible`` comes from :mod:`hearsay.intake.page.parse`: words that a reader sees beside the headline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from hearsay.intake.dates.moments import normal, zoned
from hearsay.intake.page import jsonld
from hearsay.intake.page.jsonld import clean
from hearsay.model.report import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from hearsay.intake.page.dom import Page

TRUST = (
    "json-ld", "meta article", "itemprop", "og", "time", "visible published", "visible modified", "meta", "visible",
    "link", "html", "title", "address",
)  # fmt: skip
"""Kinds of evidence, the most trusted first, for every field that :data:`TRUST_OF` does not name."""
TRUST_OF = {
    # A headline that a reader sees is the report's own; og:title is often written for other sites.
    "headline": ("visible", "json-ld", "og", "itemprop", "meta", "title"),
    "author": ("json-ld", "meta author", "visible", "itemprop", "meta", "link"),
    "language": ("html", "json-ld", "meta", "og"),
    "canonical": ("link", "og", "json-ld", "meta"),
    "outlet": ("og", "json-ld", "meta", "itemprop"),
}

# Property of schema.org's NewsArticle → field, and the properties that hold the words where its value is a node.
_JSON_FIELDS = {
    "headline": ("headline", ("@value",)),
    "author": ("author", ("name", "@value")),
    "articleSection": ("section", ("name", "@value")),
    "datePublished": ("published", ("@value",)),
    "uploadDate": ("published", ("@value",)),
    "dateModified": ("modified", ("@value",)),
    "publisher": ("outlet", ("name", "legalName")),
    "sourceOrganization": ("agency", ("name", "legalName")),
    "provider": ("agency", ("name", "legalName")),
    "creditText": ("credit", ("@value", "name")),
    "isBasedOn": ("based_on", ("url", "@id", "name")),
    "isBasedOnUrl": ("based_on", ("url", "@id")),
    "correction": ("correction", ("text", "name", "description")),
    "copyrightNotice": ("rights", ("@value",)),
    "copyrightHolder": ("rights", ("name",)),
    "inLanguage": ("language", ("alternateName", "name", "@value")),
    "url": ("canonical", ("@id",)),
    "mainEntityOfPage": ("canonical", ("@id", "url")),
    "description": ("description", ("@value",)),
    "editor": ("uploader", ("name",)),
}
# Names of meta elements, lower case and with one sign between their words, → field. They are those of the Open Graph
# protocol, Dublin Core, Parse.ly, Sailthru, Cxense, Chartbeat, Google News and of content systems seen on the open web.
_META_FIELDS = {
    "headline": "og:title twitter:title dc:title dcterms:title parsely:title sailthru:title cxenseparse:title headline "
    "citation:title title",
    "author": "author article:author og:article:author dc:creator dcterms:creator parsely:author sailthru:author byl "
    "cxenseparse:author citation:author article:author:name creator authors byline dable:author news:author "
    "cse:author shareaholic:article:author:name",
    "section": "article:section og:article:section section parsely:section cxenseparse:section article:section:name "
    "dc:type news:section",
    "published": "article:published:time article:published og:article:published:time og:published:time date pubdate "
    "publishdate publish:date publication:date date:published datepublished date:available parsely:pub:date "
    "sailthru:date "
    "dc:date dc:date:issued dcterms:date dcterms:issued dcterms:created dc:date:created dc:issued date:created "
    "cxenseparse:publishtime cxenseparse:recs:publishtime citation:publication:date citation:date "
    "original:publication:date "
    "article:create:time article:publish:time publishedtime published:time pub:date pubtime publishtime "
    "rnews:datepublished "
    "displaydate pdate created creation:date originalpublicationdate",
    "modified": "article:modified:time article:modified og:article:modified:time og:updated:time lastmod last:modified "
    "last:updated:date date:modified datemodified dcterms:modified dc:date:modified revised article:updatetime "
    "article:update:time date:updated updated:time article:updated:time cxenseparse:modifiedtime",
    "outlet": "og:site:name application:name dc:publisher dcterms:publisher cxenseparse:sitename publisher "
    "apple:mobile:web:app:title",
    "agency": "agency news:agency dcterms:provenance syndication:source article:agency content:source",
    "credit": "credit dcterms:rightsholder",
    "rights": "copyright dc:rights dcterms:rights rights",
    "language": "dc:language dcterms:language language content:language og:locale",
    "canonical": "og:url parsely:link twitter:url",
    "description": "description og:description twitter:description dc:description",
    "based_on": "original:source",
    "uploader": "web:author uploader article:editor",
}  # fmt: skip
_META = {name: field for field, names in _META_FIELDS.items() for name in names.split()}
_ITEMPROPS = {
    "headline": "headline", "author": "author", "datepublished": "published", "datemodified": "modified",
    "articlesection": "section", "inlanguage": "language", "copyrightnotice": "rights",
    "sourceorganization": "agency", "provider": "agency", "credittext": "credit", "correction": "correction",
}  # fmt: skip
_SIGNS = re.compile(r"[-_.:\s]+")
_DATED = frozenset({"published", "modified"})
_LONGEST = 2000
_DATED_TITLE = re.compile(r"\s[|–—·-]\s*([^|–—·]{0,20}\d[^|–—·]{0,20}\d)\s*\Z")
_FIRST_PAPER = "1605"
"""The year of the first newspaper: an earlier date is a content system's way of saying none."""
_HOST = re.compile(r"(?:https?:)?//(?:www\.)?([^/?#\s]+)")
_MACHINE = re.compile(r"(?:\w{2,}[./])+\w{2,}|\w+_\w+")
"""What content systems call things: "Text.Article", "news_politics"."""
_NO_SECTION = frozenset(
    ("article", "articles", "post", "posts", "page", "home", "homepage", "front page", "all", "story", "stories",
     "index", "uncategorized", "uncategorised", "default", "archive", "general", "website", "none", "null", "undefined")
)  # fmt: skip
_EDITIONS = frozenset(("u.s.", "us", "uk", "u.k.", "international", "global", "world", "news", "en", "english"))
"""Editions of a site, which some name where the site's own name belongs."""
_NOBODY = frozenset(
    ("admin", "administrator", "webmaster", "root", "user", "guest", "author", "none", "null", "undefined", "unknown",
     "anonymous", "default")
)  # fmt: skip
_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?!\d)")


def gather(page: Page, address: str | None = None) -> tuple[Evidence, ...]:
    """Every statement of the page about its report, in order of discovery, each once.

    Args:
        page: the parsed page.
        address: where the page was found, if known; it may hold the date.
    """
    language = next((value for _, value, _ in _language(page.tree)), None)
    found: dict[tuple[str, str, str], None] = {}
    for field, value, where in _statements(page, address):
        kept = _fit(field, value, language)
        if kept:
            found.setdefault((field, kept, where))
    return tuple(Evidence(field, value, where) for field, value, where in found)


def rank(evidence: Iterable[Evidence], field: str) -> list[Evidence]:
    """The evidence for one field, the most trusted first.

    Of moments that agree, the more exact goes first: one with a time of day before its bare day, one with its zone
    before the same clock without. An author who is only the outlet's name goes behind persons.
    """
    stated = list(evidence)
    order = TRUST_OF.get(field, TRUST)
    ranked = sorted((e for e in stated if e.field == field), key=lambda e: _trust(e, order))
    if field in _DATED and ranked:
        base = ranked[0].value
        agreeing = [e for e in ranked if _agrees(e.value, base)]
        agreeing.sort(key=lambda e: -("T" in e.value) - zoned(e.value))
        ranked = agreeing + [e for e in ranked if not _agrees(e.value, base)]
    if field == "author":
        outlets = {e.value.casefold() for e in stated if e.field == "outlet"}
        ranked.sort(key=lambda e: e.value.casefold() in outlets)
    return ranked


def _trust(evidence: Evidence, order: tuple[str, ...]) -> int:
    return next((place for place, kind in enumerate(order) if evidence.where.startswith(kind)), len(order))


def _agrees(one: str, other: str) -> bool:
    """Whether a moment says the same as another, as far as the other goes."""
    return one[: min(len(other), 16)] == other[:16]


_Statement = tuple[str, str, str]


def _statements(page: Page, address: str | None) -> Iterator[_Statement]:
    yield from _json_ld(page.json_ld)
    tree = page.tree
    if tree is not None:
        yield from _metas(tree)
        yield from _links(tree)
        yield from _language(tree)
        yield from _items(tree)
        title = tree.find(".//title")
        if title is not None and title.text:
            yield "headline", title.text, "title"
            if dated := _DATED_TITLE.search(title.text):
                yield "published", dated[1], "title"
    if address and (dated := _IN_ADDRESS.search(unquote(_path(address)))):
        yield "published", "-".join(dated.groups()), "address"


def _json_ld(scripts: tuple[str, ...]) -> Iterator[_Statement]:
    node = jsonld.article(scripts) or {}
    for name, (field, keys) in _JSON_FIELDS.items():
        for text in jsonld.texts(node.get(name), *keys):
            yield field, text, f"json-ld {name}"


def _metas(tree: HtmlElement) -> Iterator[_Statement]:
    for element in tree.iter("meta"):
        content = element.get("content")
        name = element.get("property") or element.get("name") or element.get("http-equiv") or ""
        if not content or len(name) > 60:
            continue
        field = _META.get(_SIGNS.sub(":", name.strip().lower()))
        if field and not (field == "author" and content.startswith(("http:", "https:"))):
            yield field, content, ("og " if name.lower().startswith("og:") and field != "published" else "meta ") + name


def _links(tree: HtmlElement) -> Iterator[_Statement]:
    for element in tree.iter("link"):
        if "canonical" in element.get("rel", "").lower().split() and element.get("href"):
            yield "canonical", element.get("href"), "link canonical"


def _language(tree: HtmlElement | None) -> Iterator[_Statement]:
    root = tree.getroottree().getroot() if tree is not None else None
    if root is not None and (language := root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")):
        yield "language", language, "html lang"


def _items(tree: HtmlElement) -> Iterator[_Statement]:
    """Microdata (``itemprop``) that stands in attributes; its visible words are blocks of the page."""
    for element in tree.xpath("descendant-or-self::*[@itemprop]"):
        for name in element.get("itemprop").lower().split():
            value = element.get("content") or element.get("datetime")
            if name in _ITEMPROPS and value:
                yield _ITEMPROPS[name], value, f"itemprop {name}"


def _fit(field: str, value: str, language: str | None) -> str | None:
    """A value fit to keep, or ``None``."""
    value = clean(value[:_LONGEST])
    if field in _DATED:
        moment = normal(value, language.lower() if language else None)
        return moment if moment and moment >= _FIRST_PAPER else None
    if field == "author" and (not any(map(str.isalpha, value)) or value.casefold() in _NOBODY):
        return None
    if field == "outlet" and value.casefold() in _EDITIONS:
        return None
    if field == "section" and (_MACHINE.fullmatch(value) or value.casefold() in _NO_SECTION):
        return None
    if field == "language":
        return value.replace("_", "-") if re.match(r"[A-Za-z]{2,3}(?:[-_]|\Z)", value) else None
    return (_outlet(value) if field == "outlet" else value) or None


def _outlet(value: str) -> str:
    """An outlet's name: the host of an address; without the motto behind a name."""
    if address := _HOST.match(value):
        return address[1]
    name, sign, motto = value.partition(" | ")
    return name if sign and len(motto.split()) > len(name.split()) else value


def _path(address: str) -> str:
    """The path of an address; nothing where it is none, as an archive may state it."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""

"""ninjs 1.0 to 3.x (IPTC): one JSON object for each report.

Versions 1 name fields after their form (``body_xhtml``, ``headline``), versions 2 and 3 hold arrays of objects with a
``role`` and a ``value`` (``bodies``, ``headlines``); version 3 writes names in camel case. All are read alike. What is
taken from which field is listed in ``docs/sources.md``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.intake.dates.moments import normal
from hearsay.intake.draft import Block, Draft
from hearsay.intake.formats import fragment, nitf
from hearsay.intake.formats.json import Object, Words
from hearsay.intake.formats.json import parse as parse_json
from hearsay.intake.formats.passage import View
from hearsay.model.report import Evidence, Hop, Provenance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.intake.draft import Legible, Role
    from hearsay.model.report import Status

PICTURED = frozenset(("picture", "photo", "image", "graphic", "video", "audio", "animation", "3d"))
"""The types of items whose words are a caption."""
SIGNS = (
    "versioncreated", "pubstatus", "bodies", "headlines", "body_text", "body_xhtml", "body_html",
    "representationtype", "body_main", "body_richtext", "descriptions", "description_text", "renditions",
    "byline", "eventdetails", "firstcreated",
)  # fmt: skip
"""Names of fields that ninjs has and other JSON has not: one of them beside ``uri``, or a standard, tells ninjs."""

# pubstatus is usable, withheld or canceled in every version (IPTC NewsCodes, pubstatusg2).
_STATUSES: dict[str, Status] = {"withheld": "withdrawn", "canceled": "withdrawn", "cancelled": "withdrawn"}
_SIGNALS = re.compile(r"(?:^|[:/])(?P<code>kill|correction|corrected|update)$", re.IGNORECASE)
_SIGNALLED: dict[str, Status] = {
    "kill": "withdrawn",
    "correction": "correction",
    "corrected": "correction",
    "update": "update",
}
_RICH = ("xhtml", "html", "richtext")
_FORM = re.compile(r"(?P<field>body|description|headline)(?:_(?P<form>\w+))?", re.IGNORECASE)


def is_ninjs(value: object) -> bool:
    """Whether a JSON value is a ninjs item."""
    if not isinstance(value, Object):
        return False
    standard = value.get("standard", "$standard")
    if isinstance(standard, Object) and "ninjs" in (standard.words("name") or "").lower():
        return True
    return value.words("uri") is not None and sum(value.get(sign) is not None for sign in SIGNS) >= 1


def parse(decoded: Legible) -> Draft:
    """The draft of one item.

    Raises:
        ValueError: if it is no ninjs.
    """
    value = parse_json(decoded.text)
    if not isinstance(value, Object):
        raise ValueError("JSON that is no ninjs item")
    return _Item(value, decoded).draft()


@dataclass(frozen=True, slots=True)
class _Text:
    """One text of an item: its role or form, its type, and its words."""

    role: str
    kind: str
    words: Words


class _Item:
    """One item on its way to a draft."""

    def __init__(self, value: Object, decoded: Legible) -> None:
        self.value = value
        self.decoded = decoded

    def draft(self) -> Draft:
        body = self._body()
        provenance = self._provenance()
        evidence = (*self._stated(), *body.evidence)
        language = self.value.text("language")
        blocks = tuple(self._blocks(list(body.blocks)))
        return Draft(
            blocks,
            evidence,
            language or body.language,
            self.value.text("uri"),
            self._status(provenance) or body.status,
            provenance,
        )

    # --- the text

    def _blocks(self, body: list[Block]) -> Iterator[Block]:
        value, has = self.value, {block.role for block in body}
        yield from self._one(value.words("slugline"), None)
        if "headline" not in has:
            yield from self._one(self._headline(), "headline")
        if "byline" not in has:
            yield from self._one(value.words("byline", "by"), "byline")
        yield from self._one(value.words("ednote"), "note")
        yield from self._dateline(body)
        title = " ".join((self._headline() or "").split())
        yield from (block for block in body if block.role != "subheading" or block.text != title)
        for picture in value.objects("associations"):
            yield from _Item(picture, self.decoded).caption()
        yield from self._one(value.words("creditline"), "credit")
        yield from self._one(value.words("copyrightnotice"), "rights")

    def caption(self) -> Iterator[Block]:
        """What an associated picture says: its caption and its credit."""
        if (self.value.words("type") or "picture").lower() in PICTURED:
            yield from self._described("caption")

    def _dateline(self, body: list[Block]) -> Iterator[Block]:
        stated = self.value.words("dateline")
        if stated and not any(stated in block.text for block in body):
            yield from self._one(stated, None)

    def _body(self) -> Draft:
        """The body in its richest form; where there is none, the description."""
        texts = self._texts("body", "bodies")
        for text in sorted(texts, key=_plainness):
            if "nitf" in text.role or "nitf" in text.kind:
                got = self._nitf(text)
            else:
                got = Draft(tuple(self._read(text, "paragraph")))
            if any(block.role in ("paragraph", "caption") for block in got.blocks):
                return got
        pictured = (self.value.words("type") or "text").lower() in PICTURED
        return Draft(tuple(self._described("caption" if pictured else "paragraph")))

    def _nitf(self, text: _Text) -> Draft:
        try:
            return nitf.parse(self._view(text.words))
        except ValueError:
            return Draft(())

    def _described(self, role: Role) -> Iterator[Block]:
        texts = [t for t in self._texts("description", "descriptions") if t.role not in ("creditline", "writer")]
        wanted = sorted(texts, key=lambda text: ("caption" not in text.role, _plainness(text)))
        for text in wanted[:1]:
            yield from self._read(text, role)
        if role == "caption":
            credit = next((t.words for t in self._texts("description", "descriptions") if t.role == "creditline"), None)
            yield from self._one(credit or self.value.words("byline", "by"), "credit")

    def _headline(self) -> Words | None:
        texts = sorted(
            self._texts("headline", "headlines"), key=lambda text: (text.role not in ("", "main"), _markup(text))
        )
        return texts[0].words if texts else self.value.words("title", "name")

    def _texts(self, field: str, array: str) -> list[_Text]:
        """The texts of a kind: ``body_xhtml`` and its like of version 1, the objects of ``bodies`` of 2 and 3."""
        found = []
        for name, value in self.value.pairs:
            form = _FORM.fullmatch(name)
            if form and form["field"].lower() == field and isinstance(value, Words) and value.strip():
                found.append(_Text((form["form"] or "").lower(), "", value))
        found += [
            _Text((each.words("role") or "").lower(), (each.words("contenttype") or "").lower(), words)
            for each in self.value.objects(array)
            if (words := each.words("value"))
        ]
        return found

    def _read(self, text: _Text, role: Role) -> list[Block]:
        return fragment.blocks(self._view(text.words), html=_markup(text) or fragment.is_html(text.words), role=role)

    def _one(self, words: Words | None, role: Role | None) -> Iterator[Block]:
        if words and words.strip():
            view = self._view(words)
            found = fragment.blocks(view, html=fragment.is_html(words), role=role or "paragraph")
            if found and role is None:
                yield Block(found[0].text, found[0].source, None)
            elif found:
                whole = " ".join(block.text for block in found)
                yield Block(whole, view.bytes_of(0, len(words)), role)

    def _view(self, words: Words) -> View:
        return View(words.passage(self.decoded.text), self.decoded)

    # --- what is stated

    def _stated(self) -> Iterator[Evidence]:
        value = self.value
        first, current = (normal(value.text(name) or "") for name in ("firstcreated", "versioncreated"))
        created = normal(value.text("contentcreated") or "")
        if published := first or current or created:
            yield Evidence("published", published, f"ninjs {'firstcreated' if first else 'versioncreated'}")
        if current and first and current != first:
            yield Evidence("modified", current, "ninjs versioncreated")
        for field, names in (
            ("slug", ("slugline",)), ("rights", ("copyrightnotice",)), ("note", ("ednote",)),
            ("author", ("byline", "by")), ("description", ("description_text",)),
        ):  # fmt: skip
            if words := value.text(*names):
                yield Evidence(field, " ".join(words.split()), f"ninjs {names[0]}")
        if (headline := self._headline()) is not None:
            yield Evidence("headline", " ".join(headline.split()), "ninjs headline")
        if holder := self._provider():
            yield Evidence("outlet", holder, "ninjs provider")
        for name in self._sources():
            yield Evidence("based_on", name, "ninjs infosource")

    def _provider(self) -> str | None:
        provider = self.value.get("provider")
        name = provider.text("name") if isinstance(provider, Object) else None
        return name or self.value.text("copyrightholder") or self.value.text("provider", "source")

    def _sources(self) -> tuple[str, ...]:
        named = (each.text("name") for each in self.value.objects("infosource", "infosources"))
        return tuple(dict.fromkeys(name for name in named if name))

    def _provenance(self) -> Provenance:
        value = self.value
        version = value.get("version")
        return Provenance(
            item=value.text("uri"),
            version=None if version is None or isinstance(version, (Object, list)) else str(version),
            provider=self._provider(),
            sources=self._sources(),
            hops=tuple(self._hops()),
            embargoed=normal(value.text("embargoed") or ""),
        )

    def _hops(self) -> Iterator[Hop]:
        for each in self.value.objects("hophistory", "hops"):
            party = each.get("party")
            named = (party.text("name", "literal", "uri") if isinstance(party, Object) else None) or each.text(
                "party", "name"
            )
            if named:
                action = each.text("action")
                yield Hop(named, normal(each.text("timestamp") or ""), (action,) if action else ())

    def _status(self, provenance: Provenance) -> Status | None:
        """The state: withheld and cancelled items are withdrawn; else an embargo; else the signals."""
        if status := _STATUSES.get((self.value.text("pubstatus") or "").lower()):
            return status
        signals = self.value.get("signals", "signal")
        codes = [each.text("code", "name", "literal", "uri") for each in self.value.objects("signals", "signal")]
        if isinstance(signals, (list, Words)):
            codes += [
                each for each in ([signals] if isinstance(signals, Words) else signals) if isinstance(each, Words)
            ]
        found = [_SIGNALLED[at["code"].lower()] for code in codes if code and (at := _SIGNALS.search(code))]
        if "withdrawn" in found:
            return "withdrawn"
        return "embargoed" if provenance.embargoed else next(iter(found), None)


def _markup(text: _Text) -> bool:
    return any(form in text.role or form in text.kind for form in _RICH)


def _plainness(text: _Text) -> int:
    """The order in which the forms of one text are tried: those with paragraphs first."""
    if "nitf" in text.role or "nitf" in text.kind:
        return 1
    return 0 if _markup(text) else 2

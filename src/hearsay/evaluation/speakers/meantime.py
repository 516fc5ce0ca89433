"""NewsReader MEANTIME: Wikinews articles as tokens, with entities, coreference and speech events.

Minard et al., "MEANTIME, the NewsReader Multilingual Event and Time Corpus" (LREC 2016). Events are marked in the first
sentences of an article alone, so that what is said elsewhere is not judged. A speech event counts where its Arg0, who
speaks, is marked.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from hearsay.evaluation.corpora import need
from hearsay.evaluation.speakers.gold import Document, Mention, Speech
from hearsay.evaluation.tokens import Laid, Token, lay

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearsay.model.span import Span

_HEAD = 2  # the headline and the line of the date are sentences of their own


def files(folder: Path) -> list[Path]:
    """The articles with coreference beyond the first sentences."""
    return sorted(need(folder / "intra_cross-doc_annotation").glob("*/*.xml"))


def parse(path: Path) -> Document:
    """One article."""
    root = ET.parse(path).getroot()  # noqa: S314
    laid, spans = _places(root)
    chains = {source: target for source, target, _ in _relations(root, "REFERS_TO")}
    keys = {mark.get("m_id", "") for mark in _marks(root) if mark.tag == "ENTITY_MENTION"} & spans.keys()
    mentions = {key: Mention(spans[key], chains.get(key, f"alone {key}")) for key in keys}
    return Document(
        path.stem,
        laid.text,
        tuple(sorted(mentions.values(), key=_place)),
        _titles(root),
        tuple(_speech(root, spans, mentions, chains)),
    )


def _places(root: ET.Element) -> tuple[Laid, dict[str, Span]]:
    """The text, and the place of each marked stretch of it by its id."""
    paragraphs: dict[int, list[Token]] = defaultdict(list)
    order: dict[str, int] = {}
    for at, token in enumerate(root.iter("token")):
        paragraphs[min(int(token.get("sentence", "0")), _HEAD)].append(Token(token.text or ""))
        order[token.get("t_id", "")] = at
    laid = lay(list(paragraphs.values()))
    marks = ((mark, [order[one.get("t_id", "")] for one in mark.iter("token_anchor")]) for mark in _marks(root))
    return laid, {mark.get("m_id", ""): laid.span(tokens) for mark, tokens in marks if tokens}


def _speech(
    root: ET.Element, spans: dict[str, Span], mentions: dict[str, Mention], chains: dict[str, str]
) -> Iterator[Speech]:
    spoken = {mark.get("m_id") for mark in _marks(root) if mark.get("class") == "SPEECH_COGNITIVE"}
    for event, speaker, relation in _relations(root, "HAS_PARTICIPANT"):
        said = chains.get(event) in spoken and relation.get("sem_role") == "Arg0"
        if said and event in spans and speaker in mentions:
            yield Speech(spans[event], mentions[speaker])


def _titles(root: ET.Element) -> dict[str, tuple[str, ...]]:
    """The names of an entity: its address in DBpedia and the annotators' own label."""
    titles = {}
    for mark in _marks(root):
        if mark.tag == "ENTITY":
            address = unquote((mark.get("external_ref") or "").rstrip().rsplit("/", 1)[-1]).replace("_", " ")
            titles[mark.get("m_id", "")] = tuple(name for name in (address, mark.get("TAG_DESCRIPTOR", "")) if name)
    return titles


def _place(mention: Mention) -> tuple[Span, str]:
    return mention.span, mention.chain


def _marks(root: ET.Element) -> list[ET.Element]:
    return list(root.iterfind("Markables/*"))


def _relations(root: ET.Element, tag: str) -> Iterator[tuple[str, str, ET.Element]]:
    for relation in root.iterfind(f"Relations/{tag}"):
        targets = [end.get("m_id", "") for end in relation.iter("target")]
        for source in relation.iter("source"):
            yield source.get("m_id", ""), targets[0] if targets else "", relation

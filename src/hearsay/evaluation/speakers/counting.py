"""Speakers and their mentions against gold chains.

stands for    the chain on which an actor's name stands: most mentions that share a word with the name lie in it
right         the speaker stands for the gold speaker's chain; and where that chain has names, the actor has one: one
              that keeps the words of its source ("the company") is not right where the text names the company
clusters      B³ over the mentions of actors that lie in the chain of some speaker, each once for actor and mention
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.evaluation.folding import plain
from hearsay.evaluation.matching import shared
from hearsay.evaluation.scores import Ratio
from hearsay.evaluation.speakers.gold import form
from hearsay.evaluation.stories import names
from hearsay.evaluation.stories.statements import speaker as speaker_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.evaluation.speakers.gold import Document, Speech
    from hearsay.model.reading import Actor, Attribution, Reading

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One gold speaker, the form of the words for it, and what the reading has: known is a speaker that was given."""

    form: str
    gold: str
    found: str
    known: bool
    right: bool
    where: str
    words: str


def stands_for(document: Document, actor: Actor) -> str | None:
    """The chain that the actor's name stands on; where no mention has a word of the name, most of all mentions."""
    name = _words(actor.name)
    named = [span for span in actor.mentions if name & _words(span.of(document.text))]
    chains = [chain for span in named or actor.mentions if (chain := document.chain(span))]
    return Counter(chains).most_common(1)[0][0] if chains else None


def right(document: Document, reading: Reading, said: Attribution, chain: str) -> bool:
    """Whether the speaker is the one of the chain; one with members, where the actor itself or a member is."""
    actor = reading.actor(said.speaker)
    if actor is None:
        return False
    parties = [actor, *(member for id_ in actor.members if (member := reading.actor(id_)))]
    return any(stands_for(document, one) == chain and has_name(document, chain, one.name) for one in parties)


def has_name(document: Document, chain: str, name: str) -> bool:
    """Whether the name is like a title of the chain, or the end of a mention by name; so is any of a nameless chain."""
    titles, mentions = document.titles.get(chain, ()), document.names(chain)
    ends = any(names.ends(mention, name) for mention in mentions)
    return not (titles or mentions) or ends or any(names.alike(title, name) for title in titles)


def events(document: Document, reading: Reading) -> Iterator[tuple[Speech, Judged | None]]:
    """Each gold event of speech, judged by the attribution whose cue has its word; ``None`` where none has."""
    for event in document.speech:
        words = event.speaker.span.of(document.text)
        near = (one for one in reading.attributions if shared(one.cue, [event.cue]))
        said = next(near, None)
        yield event, _judge(document, reading, said, event.speaker.chain, words) if said else None


def sources(document: Document, reading: Reading) -> Iterator[Judged]:
    """Each attribution whose source lies in a gold mention, judged by that mention's chain."""
    for said in reading.attributions:
        chain = document.chain(said.source[0]) if said.source else None
        if chain:
            yield _judge(document, reading, said, chain, said.source[0].of(document.text))


def speaking(reading: Reading) -> tuple[Actor, ...]:
    """The actors that speak, the members of joint ones among them."""
    ids = {said.speaker for said in reading.attributions}
    ids |= {member for id_ in ids if (actor := reading.actor(id_)) for member in actor.members}
    return tuple(actor for actor in reading.actors if actor.id in ids and not actor.members)


def clusters(document: Document, reading: Reading) -> tuple[Ratio, Ratio]:
    """B³ (Bagga and Baldwin 1998): precision and recall, each a mean over the mentions."""
    chains = {stands_for(document, actor) for actor in speaking(reading)} - {None}
    cells = {
        (actor.id, chain, at)
        for actor in reading.actors
        for span in actor.mentions
        if (chain := document.chain(span)) in chains and (at := document.at(span)) is not None
    }
    together = Counter((actor, chain) for actor, chain, _ in cells)
    actors, gold = Counter(actor for actor, _, _ in cells), Counter(chain for _, chain, _ in cells)
    precise = sum(n * n / actors[actor] for (actor, _), n in together.items())
    recalled = sum(n * n / gold[chain] for (_, chain), n in together.items())
    return Ratio(precise, len(cells)), Ratio(recalled, len(cells))


def named(document: Document, reading: Reading) -> Ratio:
    """Of the mentions by name in the chains of speaking actors, those that are a mention of the actor itself."""
    total = Ratio()
    for actor in speaking(reading):
        chain = stands_for(document, actor)
        wanted = [one.span for one in document.mentions if one.chain == chain]
        for span in (span for span in wanted if form(span.of(document.text)) == "a name"):
            total += Ratio(bool(shared(actor.mentions, [span])), 1)
    return total


def titled(document: Document, reading: Reading) -> Iterator[tuple[Actor, tuple[str, ...]]]:
    """Each speaking actor that stands for a chain with titles, and those."""
    for actor in speaking(reading):
        chain = stands_for(document, actor)
        if chain and (titles := document.titles.get(chain)):
            yield actor, titles


def _judge(document: Document, reading: Reading, said: Attribution, chain: str, words: str) -> Judged:
    return Judged(
        form(words),
        " / ".join(dict.fromkeys((*document.titles.get(chain, ()), *document.names(chain)))) or words,
        speaker_name(reading, said),
        reading.actor(said.speaker) is not None,
        right(document, reading, said, chain),
        document.name,
        " … ".join(span.of(document.text) for span in sorted((*said.source, *said.cue, *said.content)))[:300],
    )


def _words(name: str) -> set[str]:
    return {word for word in _WORD.findall(plain(name)) if len(word) > 1}

"""What is fuzzed: for each parser of foreign bytes a function that takes any bytes.

A function returns for input that is read and for input that is refused by name (:class:`~hearsay.errors.HearsayError`).
Every other exception is a find, and so is a report that does not hold what it promises: that it can be written as JSON,
and that the places of its parts lie in its source.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from hearsay.errors import HearsayError, SourceError
from hearsay.intake import files, take
from hearsay.intake.charset import binary_kind, decode
from hearsay.intake.compose import compose
from hearsay.intake.dates import moments, stamp
from hearsay.intake.feeds.follow import carried
from hearsay.intake.feeds.parse import parse as parse_feed
from hearsay.intake.fetch import answer, body, target
from hearsay.intake.fetch.client import Fetcher
from hearsay.intake.fetch.robots import Robots
from hearsay.intake.formats import anpa, iptc7901, newsml, newsml1, ninjs, nitf
from hearsay.intake.formats.split import split
from hearsay.intake.packed import unpacked
from hearsay.intake.source import Source
from hearsay.model.codec import encode
from hearsay.model.fetched import Fetched
from hearsay.model.reading import Reading
from hearsay.model.report import Rejected
from hearsay.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from hearsay.intake.draft import Draft, Legible
    from hearsay.model.report import Report

SETTINGS = Settings(max_source_bytes=200_000, max_text_chars=100_000)
"""Small limits, so that what unfolds beyond them is met."""
MOST = 50
"""The most reports of one archive that are read to the end."""
_ADDRESS = "https://news.example/2024/11/boats"


class _NoNetwork(Fetcher):
    """Fetches nothing: a list of addresses is read, and each is refused."""

    def get(self, address: str, **_: bool) -> Fetched:
        raise SourceError(address, "not fetched")


_FETCHER = _NoNetwork(SETTINGS)


def page(data: bytes) -> None:
    """An HTML page."""
    _taken(Source("page.html", data, "text/html", _ADDRESS))


def plain(data: bytes) -> None:
    """Plain text and wire copy, and the same kept as it is."""
    source = Source("copy.txt", data, "text/plain")
    _taken(source)
    with suppress(HearsayError):
        _sound(take.take(source, SETTINGS, body=True), data)


def charset(data: bytes) -> None:
    """Bytes in some charset, declared or not: every character leads to its bytes."""
    named, _, rest = data.partition(b"\n")
    declared = named.decode("latin-1") if len(named) < 30 else None
    for html in (False, True):
        with suppress(HearsayError):
            decoded = decode(rest, declared, html, "copy.txt")
            at = 0
            for index in range(min(len(decoded.text), 300)):
                span = decoded.bytes_of(index, index + 1)
                assert at <= span.start <= span.end <= len(rest), (index, span)
                at = span.start
    binary_kind(rest)


def _wire(parse: Callable[[Legible], Draft]) -> Callable[[bytes], None]:
    """A wire format: its parser on any bytes, and the bytes on the usual way."""

    def run(data: bytes) -> None:
        with suppress(SourceError, ValueError):
            decoded = decode(data, None, True, "item")
            draft = _parsed(parse, decoded)
            if draft is not None:
                _sound(compose(Source("item", data, "text/plain"), draft, decoded), data)
        for one in split(Source("item", data, None)):
            if not isinstance(one, Rejected):
                take.item(one)
                _taken(one)

    return run


def _parsed(parse: Callable[[Legible], Draft], decoded: Legible) -> Draft | None:
    """A draft; ``None`` where the parser refuses, as it may, with a ``ValueError`` of its own."""
    try:
        return parse(decoded)
    except UnicodeError:
        raise AssertionError("a charset error in a parser of characters") from None
    except ValueError:
        return None


def feed(data: bytes) -> None:
    """RSS, Atom, JSON Feed, a sitemap or an index of them."""
    with suppress(HearsayError):
        for item in parse_feed(Fetched(_ADDRESS, _ADDRESS, 200, data), 100) or ():
            item.mark.encode("utf-8", "replace")
            if source := carried(item, _ADDRESS):
                _taken(source)


def robots(data: bytes) -> None:
    """A robots.txt."""
    rules = Robots(lambda address, _: Fetched(address, address, 200, data)).rules(target.parse(_ADDRESS))
    rules.forbids(target.parse(_ADDRESS))
    assert rules.delay >= 0


def headers(data: bytes) -> None:
    """The head of an answer, and its body as the head says that it is packed; where a redirect leads to."""
    lines, _, rest = data.partition(b"\n\n")
    parted = [line.partition(b":") for line in lines.split(b"\n")]
    with suppress(HearsayError):
        head = answer.head(200, [(name, value) for name, _, value in parted])
        assert head.retry_after is None or head.retry_after >= 0
        if head.location:
            with suppress(HearsayError):
                target.parse(head.location, target.parse(_ADDRESS))
        body.read(_ADDRESS, (rest[at : at + 100] for at in range(0, len(rest), 100)), head.encoding, 200_000)


def address(data: bytes) -> None:
    """An address as it stands in a list, a feed or a redirect."""
    words = data.decode("utf-8", "replace")
    target.is_address(words)
    with suppress(HearsayError):
        target.parse(words)


def gzipped(data: bytes) -> None:
    """A gzipped file."""
    with suppress(HearsayError):
        assert len(unpacked("page.html.gz", data, SETTINGS.max_source_bytes)) <= SETTINGS.max_source_bytes


def dates(data: bytes) -> None:
    """A date as pages, headers and feeds state it."""
    words = data.decode("utf-8", "replace")
    for language in (None, "en", "de", "ko"):
        found = moments.normal(words, language)
        assert found is None or moments.normal(found) is not None, found
        list(moments.moments(words, language))
    stamp.find(words)
    moments.offset(words)
    answer.head(200, [(b"Retry-After", data)])


def _held(name: str) -> Callable[[bytes], None]:
    """A file of that name: an archive, a table, a mailbox, or what its content says that it is."""

    def run(data: bytes) -> None:
        _all(files.opened(name, data, SETTINGS, _FETCHER))

    return run


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": page,
    "plain": plain,
    "charset": charset,
    "ninjs": _wire(ninjs.parse),
    "newsml": _wire(newsml.parse),
    "newsml1": _wire(newsml1.parse),
    "nitf": _wire(nitf.parse),
    "anpa": _wire(anpa.parse),
    "iptc7901": _wire(iptc7901.parse),
    "feed": feed,
    "robots": robots,
    "headers": headers,
    "address": address,
    "dates": dates,
    "gzip": gzipped,
    "warc": _held("crawl.warc"),
    "zip": _held("pages.wacz"),
    "mail": _held("letters.mbox"),
    "jsonl": _held("rows.jsonl"),
    "table": _held("rows.csv"),
}
"""Each target by the name of its folder in the corpus."""


def _all(sources: Iterable[Source | Rejected]) -> None:
    """Read the reports of an archive, the first so many; the rest are told apart from what is refused, and no more."""
    for number, one in enumerate(sources):
        if isinstance(one, Rejected):
            assert one.why == " ".join(one.why.split()), one.why
        elif number < MOST:
            _taken(one)


def _taken(source: Source) -> None:
    with suppress(HearsayError):
        _sound(take.take(source, SETTINGS), source.data)


def _sound(report: Report, data: bytes) -> None:
    """What every report promises."""
    encode(Reading(report))
    report.text.encode()
    for span in _places(report):
        assert 0 <= span[0] <= span[1] <= len(data), (span, len(data))


def _places(report: Report) -> Iterator[tuple[int, int]]:
    yield from ((part.source.start, part.source.end) for part in report.parts if part.source)

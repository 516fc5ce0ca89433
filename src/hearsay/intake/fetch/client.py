"""Fetching: one polite request after another, bounded in time, size, redirects and tries."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import httpcore2

from hearsay.errors import SourceError
from hearsay.intake.charset import binary_kind
from hearsay.intake.fetch import answer, body, target
from hearsay.intake.fetch.answer import StatusError
from hearsay.intake.fetch.network import Network
from hearsay.intake.fetch.pace import BusyError, Pace
from hearsay.intake.fetch.robots import LARGEST, Robots
from hearsay.intake.fetch.shelf import MemoryShelf
from hearsay.intake.packed import is_archive, unpacked
from hearsay.intake.source import Source
from hearsay.model.fetched import Fetched
from hearsay.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx2

    from hearsay.intake.fetch.shelf import Shelf
    from hearsay.intake.fetch.target import Targets
    from hearsay.settings import Settings

REDIRECTS = 5
ACCEPT = (
    "text/html, application/xhtml+xml, application/atom+xml;q=0.9, application/rss+xml;q=0.9, "
    "application/feed+json;q=0.9, application/xml;q=0.8, text/plain;q=0.8, */*;q=0.1"
)


class Fetcher:
    """Fetches addresses; one for a run, since it knows each host's rules and when it was last asked.

    It may be used from several threads: those that ask one host wait for each other.

    Args:
        settings: the limits in force.
        shelf: keeps answers, so that they are asked about again in place of being fetched again.
        targets: who may be asked, in place of what the settings allow.
    """

    def __init__(self, settings: Settings, shelf: Shelf | None = None, targets: Targets | None = None) -> None:
        self._settings = settings
        self._shelf = shelf or MemoryShelf()
        self._network = Network(targets or target.Targets(settings))
        self._pace = Pace(settings)
        self._robots = Robots(self._ask_robots) if settings.fetch_robots else None
        contact = f"; {settings.fetch_contact}" if settings.fetch_contact else ""
        self._agent = f"hearsay/{__version__} (reads single news pages for their record{contact})"

    def fetch(self, address: str) -> Source:
        """Fetch one page.

        Raises:
            SourceError: if it cannot be had, naming the address and the reason in one line;
                a :class:`StatusError` where a server answered.
        """
        return source(self.get(address))

    def get(self, address: str, *, whole: bool = False, packed: bool = False) -> Fetched:
        """The answer of an address, which has bytes that are text.

        Args:
            address: an ``http`` or ``https`` address.
            whole: its bytes are kept on the shelf, since nothing else keeps them.
            packed: archives are taken too, as they are: whoever opens them bounds what they unfold into.

        Raises:
            SourceError: as for :meth:`fetch`.
        """
        limit = self._settings.max_source_bytes
        got = self._followed(address, self._shelf.fetched(address), limit)
        if not got.again and not (packed and is_archive(got.data)):
            got = replace(got, data=unpacked(address, got.data, limit))
            if not got.data.strip():
                raise SourceError(address, "empty")
            if kind := binary_kind(got.data):
                raise SourceError(address, f"not text ({kind})")
        self._shelf.shelve(got, whole=whole)
        return got

    def keep(self, got: Fetched) -> None:
        """Keep an answer's bytes on the shelf: it turned out to be a feed."""
        self._shelf.shelve(got, whole=True)

    def close(self) -> None:
        """Close every connection."""
        self._network.close()

    def _followed(self, address: str, held: Fetched | None, limit: int) -> Fetched:
        """Ask for an address, and for the one that each redirect names."""
        url = target.parse(address)
        for _ in range(REDIRECTS + 1):
            delay = self._allowed(address, url)
            got, moved = self._tried(_Question(address, url, _about(held, url), limit), delay)
            if moved is None:
                return got
            url = _moved(address, url, moved)
        raise SourceError(address, f"more than {REDIRECTS} redirects")

    def _allowed(self, address: str, url: httpx2.URL) -> float:
        """The seconds that a host wants between two requests, if it allows an address to be asked for."""
        if self._robots is None:
            return 0.0
        try:
            rules = self._robots.rules(url)
        except target.TargetError as error:
            raise target.TargetError(address, error.why) from error
        if why := rules.forbids(url):
            raise SourceError(address, why)
        return rules.delay

    def _tried(self, question: _Question, delay: float) -> tuple[Fetched, str | None]:
        """Ask until there is an answer, as often as the settings allow and no sooner than the host does."""
        host, most = question.url.netloc.decode("ascii"), self._settings.fetch_tries
        for tried in range(1, most + 1):
            try:
                with self._pace.turn(host, delay):
                    return self._asked(question)
            except BusyError as error:
                raise SourceError(question.address, f"not asked: {error}") from error
            except StatusError as error:
                if error.status not in answer.PASSING:
                    raise
                self._pace.back_off(host, tried, error.wait)
                if tried == most:
                    raise
            except _PassingError as error:
                self._pace.back_off(host, tried, None)
                if tried == most:
                    raise SourceError(question.address, str(error)) from error
        raise SourceError(question.address, "not asked: fetch_tries is 0")

    def _asked(self, question: _Question) -> tuple[Fetched, str | None]:
        """Ask once. The answer, or where it leads to."""
        address, url, settings = question.address, question.url, self._settings
        ends = time.monotonic() + settings.fetch_total
        self._network.until(ends)
        limits = dict.fromkeys(("connect", "read", "write", "pool"), float(settings.fetch_timeout))
        try:
            pool = self._network.pool(url.scheme, url.host, url.port or (443 if url.scheme == "https" else 80))
            headers = self._headers(url, question.held)
            with pool.stream("GET", _raw(url), headers=headers, extensions={"timeout": limits}) as response:
                return _read(question, answer.head(response.status, response.headers), response.iter_stream())
        except target.RefusedError as error:
            raise target.TargetError(address, str(error)) from error
        except httpcore2.TimeoutException as error:
            late = f"no answer within {settings.fetch_timeout} seconds"
            whole = f"not complete within {settings.fetch_total} seconds"
            raise _PassingError(whole if time.monotonic() >= ends else late) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpcore2.ProxyError, OSError) as error:
            raise _PassingError(f"cannot be fetched ({_line(error)})") from error
        except (httpcore2.UnsupportedProtocol, UnicodeError, ValueError) as error:
            raise SourceError(address, f"cannot be fetched ({_line(error)})") from error

    def _ask_robots(self, address: str, fresh: float) -> Fetched:
        """A robots.txt: from the shelf where it is fresh, else asked for, through redirects, whatever the status."""
        held = self._shelf.fetched(address)
        if held and held.checked + fresh > time.time():
            return held
        url = target.parse(address)
        for _ in range(REDIRECTS + 1):
            try:
                got, moved = self._asked(_Question(address, url, _about(held, url), LARGEST, any_status=True))
            except _PassingError as error:
                raise SourceError(address, str(error)) from error
            if moved is None:
                if got.status < 500:
                    self._shelf.shelve(got, whole=True)
                return got
            url = _moved(address, url, moved)
        # RFC 9309, 2.3.1.2: after five redirects it may be taken for one that is not there.
        return Fetched(address, str(url), 404, b"", checked=time.time())

    def _headers(self, url: httpx2.URL, held: Fetched | None) -> list[tuple[bytes, bytes]]:
        lines = {"Host": url.netloc.decode("ascii"), "User-Agent": self._agent, "Accept": ACCEPT}
        lines["Accept-Encoding"] = body.ASKED
        if held and held.etag:
            lines["If-None-Match"] = held.etag
        if held and held.modified:
            lines["If-Modified-Since"] = held.modified
        return [(name.encode(), value.encode("latin-1", "replace")) for name, value in lines.items()]


class _PassingError(Exception):
    """A failure that may be gone the next time."""


@dataclass(frozen=True, slots=True)
class _Question:
    """One request: for which source, where to, what is held of it, how many bytes may come.

    ``any_status``: whatever the server answers is taken, and of too many bytes the first.
    """

    address: str
    url: httpx2.URL
    held: Fetched | None
    limit: int
    any_status: bool = False


def _read(question: _Question, head: answer.Head, pieces: Iterable[bytes]) -> tuple[Fetched, str | None]:
    """What came, or where it leads to."""
    address, held, lenient = question.address, question.held, question.any_status
    if head.status == answer.NOT_MODIFIED and held:
        return replace(held, checked=time.time(), again=True), None
    if head.status in answer.REDIRECTS and head.location is not None:
        return Fetched(address, str(question.url), head.status, b""), head.location
    if not lenient and head.status not in answer.WHOLE:
        raise StatusError(address, head)
    if not lenient and (head.media_type or "").partition("/")[0] in answer.NO_TEXT:
        raise SourceError(address, f"not text ({head.media_type})")
    if not lenient and (head.length or 0) > question.limit:
        raise SourceError(address, f"larger than {question.limit} bytes")
    data = body.read(address, pieces, head.encoding, question.limit, cut=lenient)
    stated = (head.media_type, head.charset, head.etag, head.modified)
    return Fetched(address, str(question.url), head.status, data, *stated, checked=time.time()), None


def _about(held: Fetched | None, url: httpx2.URL) -> Fetched | None:
    """What is held, if it came from this very address: another's marks tell nothing."""
    return held if held and held.final == str(url) else None


def fetch(address: str, settings: Settings) -> Source:
    """Fetch one page, with a :class:`Fetcher` of its own.

    Raises:
        SourceError: if it cannot be had.
    """
    fetcher = Fetcher(settings)
    try:
        return fetcher.fetch(address)
    finally:
        fetcher.close()


def source(got: Fetched) -> Source:
    """The source that an answer is."""
    return Source(got.address, got.data, got.media_type, got.final, got.charset)


def _moved(address: str, url: httpx2.URL, location: str) -> httpx2.URL:
    try:
        return target.parse(location, url)
    except SourceError as error:
        raise SourceError(address, f"redirected to what cannot be fetched: {error.why}") from error


def _raw(url: httpx2.URL) -> httpcore2.URL:
    return httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

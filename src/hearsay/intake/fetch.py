"""An address to a :class:`Source`: one polite request, bounded in time, size and redirects.

Only public hosts are asked, so that a page or a caller cannot make Hearsay read what its own network keeps to itself;
every redirect is checked again. The setting ``fetch_private`` lifts that.
"""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from typing import TYPE_CHECKING
from urllib.request import getproxies

import httpx2

from hearsay import __version__
from hearsay.errors import SourceError
from hearsay.intake.packed import unpacked
from hearsay.intake.source import Source

if TYPE_CHECKING:
    from hearsay.settings import Settings

REDIRECTS = 5
AGENT = f"hearsay/{__version__} (reads single news pages for their record)"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]+)", re.IGNORECASE)


def is_address(named: str) -> bool:
    """Whether a source is named by a web address."""
    return named.lower().startswith(("http://", "https://"))


def fetch(address: str, settings: Settings, *, transport: httpx2.BaseTransport | None = None) -> Source:
    """Fetch one page.

    Args:
        address: an ``http`` or ``https`` address.
        settings: for the limits of time and size.
        transport: in place of the network, for tests.

    Raises:
        SourceError: if it cannot be had, naming the address and the reason in one line.
    """
    headers = {"User-Agent": AGENT, "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1"}
    try:
        with httpx2.Client(timeout=settings.fetch_timeout, headers=headers, transport=transport) as client:
            return _follow(client, address, settings)
    except httpx2.TimeoutException as error:
        raise SourceError(address, f"no answer within {settings.fetch_timeout} seconds") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, UnicodeError, OSError, ValueError) as error:
        raise SourceError(address, f"cannot be fetched ({_line(error)})") from error


def _follow(client: httpx2.Client, address: str, settings: Settings) -> Source:
    """Ask for an address, and for the one that each redirect names."""
    url = httpx2.URL(address)
    for _ in range(REDIRECTS + 1):
        _check_host(address, url, settings)
        with client.stream("GET", url) as response:
            _check_peer(address, response, settings)
            if response.is_redirect:
                url = url.join(response.headers.get("location", ""))
                continue
            if response.status_code >= 400:
                answer = f"{response.status_code} {response.reason_phrase}".strip()
                raise SourceError(address, f"the server answered {answer}")
            body = unpacked(address, _body(address, response, settings), settings.max_source_bytes)
            return _source(address, url, response, body)
    raise SourceError(address, f"more than {REDIRECTS} redirects")


def _source(address: str, url: httpx2.URL, response: httpx2.Response, data: bytes) -> Source:
    if not data:
        raise SourceError(address, "empty")
    stated = response.headers.get("content-type", "")
    charset = _CHARSET.search(stated)
    media_type = stated.partition(";")[0].strip().lower() or None
    media_type = None if media_type in ("application/gzip", "application/x-gzip") else media_type
    return Source(address, data, media_type, str(url), charset[1] if charset else None)


def _body(address: str, response: httpx2.Response, settings: Settings) -> bytes:
    """The answer's bytes, read only as far as the limits of size and time allow."""
    limit, ends = settings.max_source_bytes, time.monotonic() + settings.fetch_timeout
    if int(response.headers.get("content-length") or 0) > limit:
        raise SourceError(address, f"larger than {limit} bytes")
    data = bytearray()
    for piece in response.iter_bytes():
        data += piece
        if len(data) > limit:
            raise SourceError(address, f"larger than {limit} bytes")
        if time.monotonic() > ends:
            raise SourceError(address, f"not complete within {settings.fetch_timeout} seconds")
    return bytes(data)


def _check_host(address: str, url: httpx2.URL, settings: Settings) -> None:
    """Refuse what is no web address, and hosts that are not public."""
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceError(address, "not an http or https address")
    if _private_allowed(settings):
        return
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise SourceError(address, f"no such host: {url.host}") from error
    for *_, (host, *_rest) in found:
        _check_public(address, str(host))


def _check_peer(address: str, response: httpx2.Response, settings: Settings) -> None:
    """Check the host that in fact answered: a name may lead elsewhere the second time that it is looked up."""
    stream = response.extensions.get("network_stream")
    if stream is None or _private_allowed(settings) or getproxies():
        return
    peer = stream.get_extra_info("server_addr")
    if peer:
        _check_public(address, str(peer[0]))


def _check_public(address: str, host: str) -> None:
    ip = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        ip = ip.ipv4_mapped or ip.sixtofour or ip
    if not ip.is_global or ip.is_multicast:
        raise SourceError(address, f"refused: {host} is not a public host")


def _private_allowed(settings: Settings) -> bool:
    return bool(settings.fetch_private)


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__

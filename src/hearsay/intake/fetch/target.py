"""Who may be asked: the addresses of the web that lead out of one's own network, each checked where it is connected to.

A name is looked up once for each connection, every address that it has is checked, and the connection goes to one of
those: a name that leads elsewhere the second time (DNS rebinding) leads nowhere.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import TYPE_CHECKING

import httpx2

from hearsay.errors import SourceError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hearsay.settings import Settings

    Resolver = Callable[[str, int], Sequence[str]]
    IP = ipaddress.IPv4Address | ipaddress.IPv6Address

LONGEST = 8000
"""Characters of the longest address: RFC 9110, 4.1, asks for as many to be supported."""

# Ports of other services, which a request may be made to speak to. "Port blocking", WHATWG Fetch, 2.9.
BAD_PORTS = frozenset({
    0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
    110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531,
    532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060,
    5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
})  # fmt: skip
# IPv6 addresses that carry one of IPv4 in their last 32 bits (RFC 6052; RFC 4291, 2.5.5.1).
_CARRIERS = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96"))


class RefusedError(Exception):
    """A host that must not be asked, or that there is none of; the message is the reason in one line."""


class TargetError(SourceError):
    """A source whose host must not be asked, or that there is none of."""


def is_address(named: str) -> bool:
    """Whether a source is named by a web address."""
    return named.lower().startswith(("http://", "https://"))


def parse(address: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """An address that may be asked, without its fragment; ``base`` is where it was found.

    Raises:
        SourceError: if it is none of the web, bears a password, or leads to a port of another service.
    """
    try:
        if len(address) > LONGEST:
            raise SourceError(address[:200] + "…", f"an address longer than {LONGEST} characters")
        url = base.join(address) if base else httpx2.URL(address)
        port = url.port
    except (httpx2.InvalidURL, UnicodeError, ValueError) as error:
        raise SourceError(address, "not an http or https address") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceError(address, "not an http or https address")
    if url.userinfo:
        raise SourceError(address, "refused: an address with a name or password in it")
    if port is not None and not 0 < port < 65536:
        raise SourceError(address, "not an http or https address")
    if port in BAD_PORTS:
        raise SourceError(address, f"refused: port {port} is of another service")
    return url.copy_with(fragment=None)


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a host, as this machine's name service has them.

    Raises:
        OSError: if there are none.
        UnicodeError: if it cannot be the name of a host.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(place[0]) for *_, place in found))


class Targets:
    """Which addresses of a host may be connected to."""

    def __init__(self, settings: Settings, resolver: Resolver = look_up) -> None:
        self._private = bool(settings.fetch_private)
        self._known = hosts(settings.fetch_hosts)
        self._resolver = resolver

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses of a host, every one of them checked.

        Raises:
            RefusedError: if there is no such host, or if one of its addresses is not public.
        """
        host = host.strip("[]").rstrip(".").lower()
        try:
            found = self._known.get(host) or tuple(self._resolver(host, port))
        except (OSError, UnicodeError) as error:
            raise RefusedError(f"no such host: {host}") from error
        for one in found:
            if not self._private and not is_public(one):
                raise RefusedError(f"refused: {one} is not a public host")
        if not found:
            raise RefusedError(f"no such host: {host}")
        return found


def is_public(address: str) -> bool:
    """Whether an IP address leads to the open internet: nothing private, local, shared, reserved or multicast.

    By the special-purpose registries of IANA (RFC 6890). An IPv6 address that carries one of IPv4 is what that is.
    """
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _meant(ip))


def _meant(ip: IP) -> tuple[IP, ...]:
    """The addresses that an address stands for: its own, and those that it carries."""
    if isinstance(ip, ipaddress.IPv4Address):
        return (ip,)
    if ip.ipv4_mapped:
        return (ip.ipv4_mapped,)
    carried = [ip.sixtofour, *(ip.teredo or ())]
    if any(ip in network for network in _CARRIERS):
        carried.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        return tuple(one for one in carried if one)
    return (ip, *(one for one in carried if one))


def hosts(stated: str) -> Mapping[str, tuple[str, ...]]:
    """Hosts with their addresses, as the setting names them: ``name=127.0.0.1, other=::1``.

    Raises:
        UsageError: if it is not of that form.
    """
    known: dict[str, tuple[str, ...]] = {}
    for pair in filter(None, (one.strip() for one in stated.split(","))):
        name, _, address = (one.strip() for one in pair.partition("="))
        try:
            ipaddress.ip_address(address)
        except ValueError as error:
            raise UsageError(f"fetch_hosts is {stated!r}: {pair!r} is not a name, then = and an IP address") from error
        known[name.lower()] = (*known.get(name.lower(), ()), address)
    return known

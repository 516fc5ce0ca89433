"""Connections to addresses that were checked, within a time that bounds the whole of an answer."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Any
from urllib.request import getproxies, proxy_bypass

import httpcore2
import httpx2

from hearsay.intake.fetch.target import RefusedError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from hearsay.intake.fetch.target import Targets

CONNECTIONS = 32
"""Connections that are open at once, and that are kept open for the next request of their host."""
IDLE = 15.0
"""Seconds that a connection is kept open unused."""


class Network:
    """Pools of connections. Each thread asks one thing at a time, and until a moment that it sets."""

    def __init__(self, targets: Targets) -> None:
        self._targets = targets
        self._context = httpx2.create_ssl_context()
        self._until = threading.local()
        self._pools: dict[str | None, httpcore2.ConnectionPool] = {}
        self._lock = threading.Lock()

    def pool(self, scheme: str, host: str, port: int) -> httpcore2.ConnectionPool:
        """The pool that leads to a host: through the proxy that the environment names for it, or straight.

        Behind a proxy, the proxy connects; the addresses that this machine knows of the host are checked all the same.

        Raises:
            RefusedError: if there is a proxy and the host is not public.
        """
        proxy = getproxies().get(scheme)
        if proxy and not proxy_bypass(host):
            self._targets.addresses(host, port)
        else:
            proxy = None
        with self._lock:
            if proxy not in self._pools:
                self._pools[proxy] = self._made(proxy)
            return self._pools[proxy]

    def _made(self, proxy: str | None) -> httpcore2.ConnectionPool:
        kept: dict[str, Any] = {
            "ssl_context": self._context,
            "max_connections": CONNECTIONS,
            "keepalive_expiry": IDLE,
        }
        if proxy:
            address = proxy if "://" in proxy else f"http://{proxy}"
            return httpcore2.HTTPProxy(address, network_backend=_Backend(None, self._until), **kept)
        return httpcore2.ConnectionPool(network_backend=_Backend(self._targets, self._until), **kept)

    def until(self, moment: float) -> None:
        """What this thread asks next must be there at this moment, by ``time.monotonic()``."""
        self._until.moment = moment

    def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            pool.close()


class _Backend(httpcore2.NetworkBackend):
    """Connects to an address that was checked; ``targets`` is ``None`` for a proxy, which the user chose."""

    def __init__(self, targets: Targets | None, until: threading.local) -> None:
        self._targets = targets
        self._until = until
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        failed: Exception = RefusedError(f"no such host: {host}")
        for address in self._targets.addresses(host, port) if self._targets else (host,):
            try:
                within = _left(self._until, timeout, httpcore2.ConnectTimeout)
                return _Stream(
                    self._plain.connect_tcp(address, port, within, local_address, socket_options or ()), self._until
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
        raise failed


class _Stream(httpcore2.NetworkStream):
    """A connection whose every read and write must be over at the moment that its thread set."""

    def __init__(self, stream: httpcore2.NetworkStream, until: threading.local) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._until, timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._until, timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        within = _left(self._until, timeout, httpcore2.ConnectTimeout)
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, within), self._until)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _left(until: threading.local, timeout: float | None, late: type[Exception]) -> float:
    """The seconds that one step may take: its own limit, or what is left of the whole."""
    left = float(getattr(until, "moment", float("inf"))) - time.monotonic()
    if left <= 0:
        raise late("the whole took too long")
    return left if timeout is None else min(left, timeout)

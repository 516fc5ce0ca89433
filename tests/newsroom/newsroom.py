"""A newsroom on loopback: real HTTP servers, hosts by name, and pages that behave as they are told.

Names lead to it through the setting ``fetch_hosts``; nothing of Hearsay is replaced.
"""

from __future__ import annotations

import gzip
import threading
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

from hearsay.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

HOSTS = ("paper.example", "wire.example", "radio.example", "slow.example")


@dataclass(frozen=True)
class Reply:
    """What a page answers. ``pieces`` in place of a body are sent one by one, as they come."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    pieces: Iterable[bytes] | None = None
    length: int | None = None  # what Content-Length says, where that is a lie


@dataclass(frozen=True)
class Asked:
    host: str
    path: str
    headers: Mapping[str, str]
    at: float


def page(
    title: str, *paragraphs: str, published: str | None = None, outlet: str = "The Paper", head: str = ""
) -> bytes:
    stamp = f'<meta property="article:published_time" content="{published}">' if published else ""
    body = "".join(
        f"<p>{one}</p>\n" for one in paragraphs or (f"The harbour master said on Friday that {title} was true.",)
    )
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="og:site_name" content="{outlet}">{stamp}{head}</head>'
        f"<body><article><h1>{title}</h1>\n{body}</article></body></html>"
    ).encode()


def html(body: bytes, **headers: str) -> Reply:
    return Reply(body, headers={"Content-Type": "text/html; charset=utf-8", **headers})


def moved(to: str, status: int = 302) -> Reply:
    return Reply(b"moved", status, {"Location": to})


def with_marks(body: bytes, media_type: str = "text/html; charset=utf-8") -> Callable[[Asked], Reply]:
    """A page whose server tells whether it has changed."""
    etag = f'"{sha256(body).hexdigest()[:12]}"'

    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match") == etag:
            return Reply(b"", 304, {"ETag": etag})
        return Reply(
            body, headers={"Content-Type": media_type, "ETag": etag, "Last-Modified": formatdate(0, usegmt=True)}
        )

    return answer


class Newsroom:
    """The servers. ``put`` says what an address answers; ``asked`` is what was asked of it, in order."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._pages: dict[str, Reply | Callable[[Asked], Reply]] = {}
        self._lock = threading.Lock()
        self._server = _Server(("127.0.0.1", 0), _handler(self))
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def __enter__(self) -> Newsroom:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def at(self, path: str, host: str = "paper.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def put(self, path: str, reply: Reply | Callable[[Asked], Reply], host: str = "paper.example") -> str:
        with self._lock:
            self._pages[self.at(path, host)] = reply
        return self.at(path, host)

    def article(self, path: str, title: str, *paragraphs: str, host: str = "paper.example", **more: str) -> str:
        return self.put(path, with_marks(page(title, *paragraphs, **more)), host)

    def delete(self, path: str, host: str = "paper.example", status: int = 410) -> None:
        self.put(path, Reply(b"gone", status), host)

    def answer(self, asked: Asked) -> Reply:
        with self._lock:
            self.asked.append(asked)
            reply = self._pages.get(self.at(asked.path, asked.host))
        if reply is None:
            return Reply(b"not found", 404, {"Content-Type": "text/plain"})
        return reply(asked) if callable(reply) else reply

    def paths(self, *, robots: bool = False) -> list[str]:
        return [one.path for one in self.asked if robots or one.path != "/robots.txt"]

    @property
    def settings(self) -> Settings:
        """Impatient settings: a test has no time."""
        return Settings(**self.limits)

    @property
    def limits(self) -> dict[str, int | str]:
        return {
            "jobs": 1, "threads": 1, "max_source_bytes": 200_000, "fetch_timeout": 2, "fetch_total": 3,
            "fetch_private": 1, "fetch_pause_ms": 1, "fetch_wait": 3, "fetch_tries": 2, "fetch_items": 50,
            "fetch_hosts": ", ".join(f"{host}=127.0.0.1" for host in HOSTS),
        }  # fmt: skip

    @property
    def environment(self) -> dict[str, str]:
        return {f"HEARSAY_{name.upper()}": str(value) for name, value in self.limits.items()}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_: object) -> None:
        """A client that hangs up is what many tests are about."""


def _handler(newsroom: Newsroom) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1

        def do_GET(self) -> None:
            host = (self.headers.get("host") or "").partition(":")[0]
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.rfile.read(int(headers.get("content-length", 0)))
            reply = newsroom.answer(Asked(host, self.path, headers, time.monotonic()))
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.pieces is None:
                self.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
                self.close_connection = reply.length is not None
            else:
                self.send_header("Connection", "close")
                self.close_connection = True
            self.end_headers()
            self.wfile.write(b"" if reply.status == 304 else reply.body)
            for piece in reply.pieces or ():
                self.wfile.write(piece)
                self.wfile.flush()

        do_POST = do_GET  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def packed(body: bytes) -> bytes:
    return gzip.compress(body, 9)

"""The edge: what every request and answer passes, whoever asks and whatever a report holds.

Requests: the hosts that are answered (a foreign name that was pointed at this machine is not one), the size of a body,
and the time it may take to come. Answers: a policy under which a browser runs nothing and loads nothing but our own
style sheet and script, and validators (RFC 9110, 8.8.3) so that what did not change is not sent twice.
"""

from __future__ import annotations

import asyncio
from hashlib import blake2b
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
INERT = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
"""For bytes that others made: shown as a document of no origin, with nothing allowed."""

HEADERS = (
    ("content-security-policy", POLICY),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
    ("cache-control", "private, no-cache"),
)


class Guard:
    """The edge as an ASGI application around another.

    Args:
        app: what answers.
        hosts: names that this server goes by, without ports; every name where none is given.
        most_bytes: of a request's body.
        seconds: until a body must have come.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] = (), most_bytes: int, seconds: float) -> None:
        self._app = app
        self._hosts = frozenset(host.casefold() for host in hosts)
        self._most = most_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        body = _Body(receive, self._most, self._seconds)
        answer = _Answer(scope, send, body)
        if refusal := self._refusal(Headers(scope=scope)):
            await refusal(scope, receive, answer.send)
            return
        try:
            await self._app(scope, body.receive, answer.send)
        except Exception:
            if body.refused is None or answer.started:
                raise
        if body.refused is not None and not answer.started:
            await body.refused(scope, receive, answer.finish)

    def _refusal(self, headers: Headers) -> PlainTextResponse | None:
        if self._hosts and _host(headers.get("host", "")) not in self._hosts:
            return PlainTextResponse("this server does not go by that name\n", 421)
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._most:
            return PlainTextResponse("larger than is taken\n", 413)
        return None


class _RefusedError(Exception):
    """What reads a body that is refused gets."""


class _Body:
    """A request's body, measured as it comes; ``refused`` is the answer to one that is too large or too slow."""

    def __init__(self, receive: Receive, most: int, seconds: float) -> None:
        self._receive = receive
        self._left = most
        self._until = asyncio.get_running_loop().time() + seconds
        self._whole = False
        self.refused: PlainTextResponse | None = None

    async def receive(self) -> Message:
        if self._whole:  # from here on, only the end of the connection is waited for
            return await self._receive()
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            self.refused = PlainTextResponse("took too long\n", 408)
            raise _RefusedError from None
        self._left -= len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._left < 0:
            self.refused = PlainTextResponse("larger than is taken\n", 413)
            raise _RefusedError
        return message


class _Answer:
    """An answer, with its headers, and with its validator where it comes in one piece."""

    def __init__(self, scope: Scope, send: Send, body: _Body) -> None:
        self._body = body
        self._headers = Headers(scope=scope)
        self._reads = scope["method"] in ("GET", "HEAD")
        self._send = send
        self._start: Message | None = None
        self.started = False

    async def send(self, message: Message) -> None:
        """Pass an answer on, but for one to a body that is refused: what the application makes of that is not sent."""
        if self._body.refused is None or self.started:
            await self.finish(message)

    async def finish(self, message: Message) -> None:
        """Pass an answer on."""
        if message["type"] == "http.response.start":
            self._start = message
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS:
                headers.setdefault(name, value)
            return
        if self._start is not None:
            start, self._start = self._start, None
            if self._reads and start["status"] == 200 and not message.get("more_body", False):
                message = self._validated(start, message)
            self.started = True
            await self._send(start)
        await self._send(message)

    def _validated(self, start: Message, message: Message) -> Message:
        headers = MutableHeaders(scope=start)
        body = message.get("body", b"")
        if "etag" not in headers:
            headers["etag"] = f'"{blake2b(body, digest_size=12).hexdigest()}"'
        asked = {one.strip().removeprefix("W/") for one in self._headers.get("if-none-match", "").split(",")}
        if headers["etag"] not in asked and "*" not in asked:
            return message
        start["status"] = 304
        for name in ("content-length", "content-type"):
            if name in headers:
                del headers[name]
        return {**message, "body": b""}


def _host(given: str) -> str:
    """The name in a Host header, without its port (RFC 9110, 7.2; an IPv6 address stands in brackets)."""
    name, colon, port = given.rpartition(":")
    return (name if colon and port.isdecimal() else given).strip("[]").casefold()

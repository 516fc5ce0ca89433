"""``hearsay serve``: the record in the browser, and the interface that programs call."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import Annotated

import typer

from hearsay.cli.terminal import message
from hearsay.settings import Settings

Where = Annotated[
    str | None, typer.Option("--record", metavar="WHERE", help="Where the record is: a file or a server.")
]
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen at; this machine alone.")]
Port = Annotated[int, typer.Option("--port", min=0, max=65535, help="The port to listen at; 0 takes a free one.")]
Names = Annotated[
    list[str] | None,
    typer.Option("--name", metavar="HOST", help="A name that the server also goes by; may be given several times."),
]

_KEPT_OPEN = 75  # seconds; closed sooner, a reader's next page meets a connection that is just being closed
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def serve(where: Where = None, host: Host = "127.0.0.1", port: Port = 8420, names: Names = None) -> None:
    """Open the record in the browser, and answer programs (REST)."""
    import uvicorn

    from hearsay.api.desk import Desk
    from hearsay.api.telling import Telling
    from hearsay.pipeline import open_record
    from hearsay.web.site import site

    settings = Settings.from_environment()
    settings = replace(settings, serve_token=settings.serve_token or secrets.token_urlsafe(18))
    if host not in LOOPBACK:
        message(f"hearsay: listening at {host}: whoever reaches this machine can read the record")
    known = {host, *LOOPBACK, *(names or ()), *_host(settings.public_address)}
    with open_record(where) as record:
        application = site(Desk(record, settings, settings.serve_token), known if host != "0.0.0.0" else names or ())  # noqa: S104
        config = uvicorn.Config(
            application,
            host=host,
            port=port,
            log_level="warning",
            server_header=False,
            lifespan="off",
            timeout_keep_alive=_KEPT_OPEN,
        )
        server = uvicorn.Server(config)
        socket = server.config.bind_socket()
        socket.listen()  # whoever reads the address below and is quick waits in line
        shown = f"http://{'127.0.0.1' if host in LOOPBACK else host}:{socket.getsockname()[1]}"
        message(f"hearsay: {record.where} at {shown}/stories (stop with Ctrl-C)")
        message(f"hearsay: to add from the browser, open {shown}/enter?token={settings.serve_token}")
        with Telling(record):
            server.run([socket])


def _host(address: str) -> tuple[str, ...]:
    name = address.partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0]
    return (name,) if name else ()

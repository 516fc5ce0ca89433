"""Posting to an address that the user named: a webhook. No robots.txt, no redirects; any host, since it is theirs."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import httpcore2

from hearsay.errors import SourceError
from hearsay.intake.fetch import answer, target
from hearsay.intake.fetch.network import Network
from hearsay.version import __version__

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hearsay.settings import Settings


def post(address: str, body: bytes, headers: Mapping[str, str], settings: Settings) -> None:
    """Post bytes to an address; it has them when the answer is of the 200s.

    Raises:
        SourceError: if it cannot be reached; a :class:`~hearsay.intake.fetch.answer.StatusError` for another answer.
    """
    url = target.parse(address)
    network = Network(target.Targets(replace(settings, fetch_private=1)))
    network.until(time.monotonic() + settings.fetch_total)
    lines = {"Host": url.netloc.decode("ascii"), "User-Agent": f"hearsay/{__version__}", **headers}
    raw = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    port = url.port or (443 if url.scheme == "https" else 80)
    limits = dict.fromkeys(("connect", "read", "write", "pool"), float(settings.fetch_timeout))
    try:
        pool = network.pool(url.scheme, url.host, port)
        sent = [(name.encode(), value.encode("latin-1", "replace")) for name, value in lines.items()]
        sent.append((b"Content-Length", str(len(body)).encode()))
        with pool.stream("POST", raw, headers=sent, content=body, extensions={"timeout": limits}) as response:
            head = answer.head(response.status, response.headers)
    except (target.RefusedError, httpcore2.TimeoutException, httpcore2.NetworkError, OSError) as error:
        raise SourceError(
            address, f"cannot be reached ({' '.join(str(error).split()) or type(error).__name__})"
        ) from error
    except (httpcore2.ProtocolError, httpcore2.ProxyError, ValueError) as error:
        raise SourceError(address, f"cannot be posted to ({' '.join(str(error).split())})") from error
    finally:
        network.close()
    if not 200 <= head.status < 300:
        raise answer.StatusError(address, head)

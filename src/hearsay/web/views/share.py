"""Plain addresses that hand a page on: no third-party script, nothing is loaded before somebody clicks."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Link:
    """Where a click leads."""

    name: str
    address: str


def links(address: str, title: str, picture: str) -> tuple[Link, ...]:
    """The places that a page can be shared to, as they document their own share addresses.

    Args:
        address: of the page, absolute.
        title: of the page.
        picture: its picture, absolute.
    """
    url, words, image = (quote(one, safe="") for one in (address, title, picture))
    return (
        Link("facebook", f"https://www.facebook.com/sharer/sharer.php?u={url}"),
        Link("X (twitter)", f"https://twitter.com/intent/tweet?url={url}&text={words}"),
        Link("kakao", f"https://story.kakao.com/share?url={url}"),
        Link("naver", f"https://share.naver.com/web/shareView?url={url}&title={words}"),
        Link("band", f"https://band.us/plugin/share?body={words}%0A{url}&route={url}"),
        Link("pinterest", f"https://pinterest.com/pin/create/button/?url={url}&media={image}&description={words}"),
    )


def fragment(address: str, words: str, most: int = 60) -> str | None:
    """The address of a page at exact words, as a text fragment; ``None`` where the address is not on the web.

    Long words are given by their beginning and end (WICG, URL Fragment Text Directives).
    """
    if not address.startswith(("http://", "https://")):
        return None
    flat = " ".join(words.split()).strip("\"“”'‘’")
    bare = address.partition("#")[0]
    if len(flat) <= most:
        return f"{bare}#:~:text={_escaped(flat)}"
    first, last = " ".join(flat.split()[:5]), " ".join(flat.split()[-5:])
    return f"{bare}#:~:text={_escaped(first)},{_escaped(last)}"


def _escaped(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")

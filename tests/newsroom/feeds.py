"""Feeds that misbehave: each by its name, with what must come of it all the same."""

from __future__ import annotations

import gzip
import itertools
import json
import time
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import TYPE_CHECKING

from newsroom import Newsroom, Reply, html, moved, page

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom import Asked

LONG = "<p>The harbour master said on Friday that the port had been closed since the storm of Tuesday night.</p>" * 12


@dataclass
class Case:
    """A feed at ``/feed``, and what is read of it: the paths of the pages, and of the rest a reason each."""

    reply: Reply | Callable[[Asked], Reply]
    read: tuple[str, ...] = ("/a", "/b")
    why: tuple[str, ...] = ()
    setting: dict[str, int | str] = field(default_factory=dict)


CASES: dict[str, Callable[[Newsroom], Case]] = {}


def case(make: Callable[[Newsroom], Case]) -> Callable[[Newsroom], Case]:
    CASES[make.__name__] = make
    return make


def rss(*items: str, head: str = '<?xml version="1.0" encoding="utf-8"?>', attributes: str = "") -> bytes:
    channel = f"<channel><title>The Paper</title>{''.join(items)}</channel>"
    return f'{head}<rss version="2.0" {attributes}>{channel}</rss>'.encode()


def item(link: str, *more: str) -> str:
    return f"<item><title>T {link}</title><link>{link}</link>{''.join(more)}</item>"


def xml(body: bytes, media_type: str = "application/rss+xml", **headers: str) -> Reply:
    return Reply(body, headers={"Content-Type": media_type, **headers})


def two(room: Newsroom, *more: str) -> tuple[str, str]:
    return item(room.at("/a"), *more), item(room.at("/b"), *more)


@case
def no_dates(room):
    return Case(xml(rss(*two(room))))


@case
def equal_dates(room):
    return Case(xml(rss(*two(room, "<pubDate>Fri, 25 Oct 2024 03:47:50 +0900</pubDate>"))))


@case
def dates_to_come(room):
    return Case(xml(rss(*two(room, "<pubDate>Fri, 25 Oct 2199 03:47:50 GMT</pubDate>"))))


@case
def dates_of_1970(room):
    return Case(xml(rss(*two(room, "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"))))


@case
def dates_that_are_none(room):
    return Case(xml(rss(*two(room, "<pubDate>yesterday, around tea</pubDate>"))))


@case
def not_well_formed(room):
    return Case(xml(rss(item(room.at("/a"), "<description>Fish & chips <b>now</description>"), item(room.at("/b")))))


@case
def entities_of_html(room):
    return Case(xml(rss(*two(room, "<description>Fish&nbsp;&eacute;clair</description>"))))


@case
def control_characters(room):
    return Case(xml(rss(*two(room, "<description>Fish\x08\x0b</description>"))))


@case
def charset_of_the_file_is_a_lie(room):
    body = rss(*two(room, "<description>Café Müller</description>")).decode()
    return Case(xml(body.encode("latin-1")))


@case
def charset_of_the_server_is_a_lie(room):
    return Case(xml(rss(*two(room, "<description>Café Müller</description>")), "text/xml; charset=us-ascii"))


@case
def utf_16(room):
    body = rss(*two(room), head='<?xml version="1.0" encoding="utf-16"?>').decode()
    return Case(xml(body.encode("utf-16"), "application/xml"))


@case
def served_as_html(room):
    return Case(xml(rss(*two(room)), "text/html"))


@case
def served_as_bytes(room):
    return Case(xml(rss(*two(room)), "application/octet-stream"))


@case
def served_without_a_type(room):
    return Case(Reply(rss(*two(room))))


@case
def blank_lines_before_it(room):
    return Case(xml(b"\xef\xbb\xbf\r\n\r\n  " + rss(*two(room))))


@case
def relative_links(room):
    return Case(xml(rss(item("/a"), item("b"))))


@case
def links_in_cdata_and_white_space(room):
    return Case(xml(rss(item(f"<![CDATA[\n  {room.at('/a')}\n]]>"), item(f"\n\t{room.at('/b')}\n"))))


@case
def guid_for_a_link(room):
    guid = "<item><title>T</title><guid isPermaLink='true'>{}</guid></item>"
    return Case(xml(rss(guid.format(room.at("/a")), guid.format(room.at("/b")))))


@case
def no_link_but_the_whole_text(room):
    content = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
    whole = f"<item><guid isPermaLink='false'>tag:7</guid><title>T</title>{content}</item>"
    spaces = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return Case(xml(rss(whole, attributes=spaces)), read=("/feed#tag:7",))


@case
def nothing_in_an_item(room):
    return Case(xml(rss("<item></item>", *two(room))), why=("without an address and without a text",))


@case
def links_that_are_none(room):
    return Case(
        xml(rss(item("javascript:alert(1)"), item("mailto:desk@paper.example"), *two(room))),
        why=("without an address", "without an address"),
    )


@case
def items_twice(room):
    return Case(xml(rss(*two(room), *two(room))), why=("listed twice", "listed twice"))


@case
def one_guid_for_all(room):
    return Case(xml(rss(*two(room, "<guid isPermaLink='false'>1</guid>"))))


@case
def no_items(room):
    return Case(xml(rss()), read=(), why=("a feed without items",))


@case
def too_many_items(room):
    items = (item(room.put(f"/n{n}", html(page(f"N {n}")))) for n in range(7))
    return Case(
        xml(rss(*items)), tuple(f"/n{n}" for n in range(5)), ("2 items beyond the first 5",), {"fetch_items": 5}
    )


@case
def cut_off_in_an_item(room):
    return Case(xml(rss(*two(room)).partition(b"</channel>")[0][:-3]))


@case
def cut_off_connection(room):
    body = rss(*two(room))
    reply = Reply(body, headers={"Content-Type": "application/rss+xml"}, length=len(body) + 500)
    return Case(reply, read=(), why=("cannot be fetched",))


@case
def error_page_for_a_feed(room):
    return Case(html(page("We are sorry", "Something went wrong.")), read=("/feed",))


@case
def million_entities(room):
    names = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">{names}]>'
    return Case(xml(rss(*two(room, "<description>&l9;</description>"), head=head)))


@case
def entity_of_a_file(room):
    head = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return Case(xml(rss(*two(room, "<description>&x;</description>"), head=head)))


@case
def compressed_bomb(room):
    return Case(
        xml(gzip.compress(b" " * 20_000_000), **{"Content-Encoding": "gzip"}),
        read=(),
        why=("larger than 200000 bytes",),
    )


@case
def compressed_twice(room):
    body = gzip.compress(gzip.compress(rss(*two(room))))
    return Case(xml(body, **{"Content-Encoding": "gzip, gzip"}), read=(), why=("not asked for: gzip, gzip",))


@case
def brotli_unasked(room):
    return Case(xml(b"\x0b\x02\x80", **{"Content-Encoding": "br"}), read=(), why=("not asked for: br",))


@case
def endless(room):
    return Case(
        Reply(pieces=itertools.repeat(b"<item>" * 1000), headers={"Content-Type": "text/xml"}),
        read=(),
        why=("larger than 200000 bytes",),
    )


@case
def drop_by_drop(room):
    def drops():
        while True:
            time.sleep(0.1)
            yield b" "

    return Case(
        lambda _: Reply(pieces=drops()), (), ("not complete within 1 seconds",), {"fetch_total": 1, "fetch_tries": 1}
    )


@case
def silent(room):
    def hang(_):
        time.sleep(2)
        return Reply(b"late")

    return Case(hang, (), ("no answer within 1 seconds",), {"fetch_timeout": 1, "fetch_tries": 1})


@case
def moves_in_a_circle(room):
    room.put("/other", moved("/feed"))
    return Case(moved("/other"), read=(), why=("more than 5 redirects",))


@case
def moves_to_a_file(room):
    return Case(moved("file:///etc/passwd"), read=(), why=("redirected to what cannot be fetched",))


@case
def moves_to_another_service(room):
    return Case(moved("http://paper.example:25/"), read=(), why=("port 25",))


@case
def links_that_are_counted(room):
    room.put("/click?1", moved("/a"))
    return Case(xml(rss(item(room.at("/click?1")), item(room.at("/b")))), read=("/click?1", "/b"))


@case
def busy_once(room):
    answers = iter([Reply(b"busy", 503, {"Retry-After": "1"}), xml(rss(*two(room)))])
    return Case(lambda _: next(answers))


@case
def busy_until_a_date(room):
    until = formatdate(time.time() + 3600, usegmt=True)
    return Case(Reply(b"busy", 429, {"Retry-After": until}), read=(), why=("429 Too Many Requests|left alone",))


@case
def not_modified_unasked(room):
    return Case(Reply(b"", 304), read=(), why=("304 Not Modified",))


@case
def pages_missing_but_the_whole_text(room):
    more = f"<description><![CDATA[{LONG}]]></description>"
    return Case(xml(rss(item(room.at("/missing"), more), *two(room))), read=("/missing", "/a", "/b"))


@case
def pages_missing(room):
    return Case(xml(rss(item(room.at("/missing")), *two(room))), why=("404 Not Found",))


@case
def pages_forbidden(room):
    room.put("/robots.txt", Reply(b"User-agent: *\nDisallow: /a\n", headers={"Content-Type": "text/plain"}))
    return Case(xml(rss(*two(room))), read=("/b",), why=("its robots.txt forbids it",))


@case
def pictures_for_pages(room):
    room.put("/pic", Reply(b"\x89PNG\r\n\x1a\n" + bytes(range(256)), headers={"Content-Type": "text/html"}))
    return Case(xml(rss(item(room.at("/pic")), *two(room))), why=("not text",))


@case
def lists_itself(room):
    return Case(xml(rss(item(room.at("/feed")), *two(room))), why=("a feed within a feed",))


@case
def atom_without_dates_or_ids(room):
    entries = "".join(f"<entry><title>T</title><link href='{path}'/></entry>" for path in ("/a", "b"))
    return Case(
        xml(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>P</title>{entries}</feed>".encode(), "text/plain")
    )


@case
def json_with_numbers_for_ids(room):
    feed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [{"id": 1, "url": room.at("/a")}, {"id": 2, "url": "/b", "date_published": 0, "author": "Ann"}, "x"],
    }
    return Case(xml(json.dumps(feed).encode(), "text/html"))


@case
def json_cut_off(room):
    feed = b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": '
    return Case(xml(feed, "application/feed+json"), read=(), why=("a damaged feed",))


@case
def sitemap_that_lists_itself(room):
    room.put(
        "/map.xml.gz",
        Reply(gzip.compress(sitemap(room.at("/a"), room.at("/b"))), headers={"Content-Type": "application/gzip"}),
    )
    maps = "".join(f"<sitemap><loc>{room.at(path)}</loc></sitemap>" for path in ("/feed", "/map.xml.gz"))
    body = f"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{maps}</sitemapindex>".encode()
    return Case(xml(body, "application/xml"), why=("a sitemap index within another",))


@case
def sitemap_without_its_namespace(room):
    return Case(xml(sitemap(room.at("/a"), room.at("/b"), space=""), "text/plain"))


def sitemap(*locations: str, space: str = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'") -> bytes:
    listed = "".join(f"<url><loc>{one}</loc></url>" for one in locations)
    return f"<?xml version='1.0'?><urlset {space}>{listed}</urlset>".encode()

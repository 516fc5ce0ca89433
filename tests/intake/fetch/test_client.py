"""Fetching, against real servers on loopback."""

import gzip
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.errors import SourceError
from hearsay.intake.fetch import Fetcher, fetch
from hearsay.intake.fetch.answer import StatusError
from hearsay.intake.fetch.target import TargetError, Targets
from hearsay.intake.files import gather

sys.path.append(str(Path(__file__).resolve().parents[2] / "newsroom"))

from newsroom import Newsroom, Reply, html, moved, page, with_marks


@pytest.fixture
def room():
    with Newsroom() as got:
        yield got


def test_a_page_comes_with_its_address_type_and_charset(room):
    address = room.put("/a", Reply(b"<html>x", headers={"Content-Type": 'Text/HTML; Charset="EUC-KR"'}))
    got = fetch(address, room.settings)
    assert (got.uri, got.data, got.media_type) == (address, b"<html>x", "text/html")
    assert (got.address, got.charset) == (address, "EUC-KR")


def test_redirects_are_followed_and_the_last_address_is_kept(room):
    room.put("/b", html(b"<html>x"), "radio.example")
    got = fetch(room.put("/a", moved(room.at("/b", "radio.example"), 308)), room.settings)
    assert (got.uri, got.address) == (room.at("/a"), room.at("/b", "radio.example"))


def test_who_asks_is_said(room):
    fetch(room.put("/a", html(b"<html>x")), replace(room.settings, fetch_contact="desk@paper.example"))
    agent = room.asked[-1].headers["user-agent"]
    assert agent.startswith("hearsay/")
    assert "desk@paper.example" in agent
    assert room.asked[-1].headers["accept-encoding"] == "gzip"
    assert room.asked[-1].headers["host"] == f"paper.example:{room.port}"


def test_hosts_that_are_not_public_are_refused_unasked(room):
    with pytest.raises(TargetError, match=r"refused: 127\.0\.0\.1 is not a public host"):
        fetch(room.put("/a", html(b"<html>x")), replace(room.settings, fetch_private=0))
    assert room.asked == []


def test_a_name_that_leads_elsewhere_the_second_time_leads_nowhere(room):
    """DNS rebinding: the address that was checked is the one that is connected to."""
    answers = iter(["93.184.215.14", "127.0.0.1"])
    settings = replace(room.settings, fetch_private=0, fetch_hosts="", fetch_robots=0, fetch_tries=1, fetch_timeout=1)
    asked = []

    def resolve(host, port):
        asked.append(next(answers))
        return asked[-1:]

    with pytest.raises(SourceError, match=r"no answer|cannot be fetched"):
        Fetcher(settings, None, Targets(settings, resolve)).fetch(room.put("/a", html(b"<html>x"), "rebind.example"))
    assert asked == ["93.184.215.14"]
    assert room.asked == []


def test_a_redirect_into_the_own_network_is_refused(room):
    class PaperAlone(Targets):
        def addresses(self, host, port):
            return ("127.0.0.1",) if host == "paper.example" else super().addresses(host, port)

    room.put("/secret", html(b"<html>x"), "radio.example")
    targets = PaperAlone(replace(room.settings, fetch_private=0))
    for where in (room.at("/secret", "radio.example"), "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data"):
        with pytest.raises(TargetError, match="is not a public host"):
            Fetcher(room.settings, None, targets).fetch(room.put("/a", moved(where)))
    assert {one.host for one in room.asked} == {"paper.example"}


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=404), "the server answered 404 Not Found"),
        (Reply(status=410), "410 Gone"),
        (Reply(status=204), "204 No Content"),
        (Reply(status=299), "the server answered 299$"),
        (Reply(b"x" * 200_001), "larger than 200000 bytes"),
        (Reply(pieces=[b"x" * 150_000, b"x" * 150_000]), "larger than 200000 bytes"),
        (Reply(b""), "empty"),
        (Reply(b"  \n"), "empty"),
        (Reply(b"%PDF-1.7\n", headers={"Content-Type": "text/html"}), r"not text \(PDF\)"),
        (Reply(b"a line of text", headers={"Content-Type": "image/png"}), r"not text \(image/png\)"),
        (Reply(b"PK\x03\x04 is an archive", headers={"Content-Type": "text/html"}), r"not text \(zip\)"),
        (Reply(b"short", length=500), "cannot be fetched"),
        (Reply(gzip.compress(b"x" * 10**7)), "larger than 200000 bytes when unpacked"),
    ],
)
def test_answers_that_are_no_page(room, reply, why):
    with pytest.raises(SourceError, match=why):
        fetch(room.put("/a", reply), room.settings)


def test_pages_that_are_gone_are_told_apart(room):
    gone = []
    for status in (404, 410, 403):
        with pytest.raises(StatusError) as got:
            fetch(room.put("/a", Reply(status=status)), room.settings)
        gone.append(got.value.gone)
    assert gone == [True, True, False]


def test_a_host_that_is_busy_is_asked_again(room):
    answers = iter([Reply(status=502), html(b"<html>x")])
    assert fetch(room.put("/a", lambda _: next(answers)), room.settings).data == b"<html>x"


def test_a_host_that_is_missing_a_page_is_not(room):
    with pytest.raises(SourceError):
        fetch(room.at("/nothing"), room.settings)
    assert room.paths() == ["/nothing"]


def test_a_page_is_asked_about_again_by_its_marks(room):
    feed = b"<rss><channel><item><link>http://paper.example/</link></item></channel></rss>"
    address = room.put("/feed", with_marks(feed, "text/xml"))
    fetcher = Fetcher(room.settings)
    first = fetcher.get(address, whole=True)
    again = fetcher.get(address, whole=True)
    assert (first.again, again.again) == (False, True)
    assert again.data == first.data == feed
    assert room.asked[-1].headers["if-none-match"] == first.etag
    assert room.asked[-1].headers["if-modified-since"] == first.modified
    room.put("/feed", with_marks(feed + b" ", "text/xml"))
    assert not fetcher.get(address, whole=True).again


def test_threads_that_ask_one_host_wait_for_each_other(room):
    now, most = 0, 0
    lock = threading.Lock()

    def busy(_):
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.02)
        with lock:
            now -= 1
        return html(b"<html>x")

    fetcher = Fetcher(room.settings)
    addresses = [room.put(f"/{n}", busy) for n in range(4)]
    threads = [threading.Thread(target=fetcher.fetch, args=(one,)) for one in addresses]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert most == 1


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"User-agent: hearsay\nDisallow: /\n"), "its robots.txt forbids it"),
        (Reply(b"User-agent: *\nDisallow: /*.html$\n"), "its robots.txt forbids it"),
        (Reply(status=500), r"its robots\.txt cannot be had \(the server answered 500"),
        (Reply(b"User-agent: *\nAllow: /\n" + b"#" * 600_000 + b"\nUser-agent: hearsay\nDisallow: /\n"), None),
        (Reply(status=403), None),
        (moved("/robots.txt"), None),
        (Reply(b"<html>no robots here"), None),
        (Reply(b"User-agent: other\nDisallow: /\n"), None),
    ],
)
def test_robots(room, reply, why):
    room.put("/robots.txt", reply)
    address = room.put("/a.html", html(b"<html>x"))
    if why is None:
        assert fetch(address, room.settings).data == b"<html>x"
        return
    with pytest.raises(SourceError, match=why):
        fetch(address, room.settings)
    assert room.paths() == []
    assert fetch(address, replace(room.settings, fetch_robots=0)).data == b"<html>x"


def test_robots_are_asked_for_once_and_for_each_host(room):
    room.put("/robots.txt", Reply(b"User-agent: *\nDisallow: /b\n"), "radio.example")
    fetcher = Fetcher(room.settings)
    for path in ("/a", "/c"):
        fetcher.fetch(room.put(path, html(b"<html>x")))
    with pytest.raises(SourceError, match="forbids"):
        fetcher.fetch(room.put("/m", moved(room.at("/b", "radio.example"))))
    asked = [(one.host, one.path) for one in room.asked]
    assert asked.count(("paper.example", "/robots.txt")) == 1
    assert ("radio.example", "/b") not in asked


def test_a_crawl_delay_is_kept(room):
    room.put("/robots.txt", Reply(b"User-agent: *\nCrawl-delay: 0.3\n"))
    fetcher = Fetcher(room.settings)
    for path in ("/a", "/b"):
        fetcher.fetch(room.put(path, html(b"<html>x")))
    first, second = (one.at for one in room.asked if one.path != "/robots.txt")
    assert second - first >= 0.29


def test_what_cannot_be_had_is_rejected_and_the_batch_goes_on(room):
    fetcher = Fetcher(room.settings, None, Targets(room.settings, refuse))
    (got,) = gather("http://nowhere.invalid/", room.settings, fetcher)
    assert (got.uri, got.why) == ("http://nowhere.invalid/", "no such host: nowhere.invalid")
    (got,) = gather(room.put("/a", html(page("A"))), room.settings)
    assert got.data == page("A")


def refuse(host, port):
    raise OSError("no name service")

import socket

import httpx2
import pytest

from hearsay.errors import SourceError
from hearsay.intake.fetch import fetch
from hearsay.intake.files import gather
from hearsay.settings import Settings

SETTINGS = Settings(max_source_bytes=1000, fetch_timeout=5)
PUBLIC = "93.184.215.14"


@pytest.fixture(autouse=True)
def names(monkeypatch):
    """A name service of our own: no test asks the network."""
    hosts = {
        "news.example": PUBLIC,
        "inside.example": "10.0.0.7",
        "six.example": "::1",
        "mapped.example": "::ffff:127.0.0.1",
    }

    def resolve(host, port, **kwargs):
        address = hosts.get(host, host)
        if not address[0].isdigit() and ":" not in address:
            raise socket.gaierror(-2, "Name or service not known")
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


def serve(answer):
    return httpx2.MockTransport(answer)


def html(request):
    return httpx2.Response(200, headers={"content-type": "text/html; charset=EUC-KR"}, content=b"<html>x")


def test_a_page_comes_with_its_address_type_and_charset():
    got = fetch("https://news.example/a", SETTINGS, transport=serve(html))
    assert (got.uri, got.data, got.media_type) == ("https://news.example/a", b"<html>x", "text/html")
    assert (got.address, got.charset) == ("https://news.example/a", "EUC-KR")


def test_redirects_are_followed_and_the_last_address_is_kept():
    def answer(request):
        return httpx2.Response(302, headers={"location": "/b"}) if request.url.path == "/a" else html(request)

    got = fetch("http://news.example/a", SETTINGS, transport=serve(answer))
    assert (got.uri, got.address) == ("http://news.example/a", "http://news.example/b")


def test_too_many_redirects_are_an_error():
    with pytest.raises(SourceError, match="more than 5 redirects"):
        fetch(
            "http://news.example/", SETTINGS, transport=serve(lambda r: httpx2.Response(301, headers={"location": "/"}))
        )


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/",
        "http://inside.example/",
        "http://six.example/",
        "http://mapped.example/",
        "http://169.254.169.254/latest/meta-data",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
    ],
)
def test_hosts_that_are_not_public_are_refused(address):
    with pytest.raises(SourceError, match="is not a public host"):
        fetch(address, SETTINGS, transport=serve(html))


def test_a_redirect_into_the_own_network_is_refused():
    answer = httpx2.Response(302, headers={"location": "http://inside.example/secret"})
    with pytest.raises(SourceError, match=r"10\.0\.0\.7 is not a public host"):
        fetch("http://news.example/", SETTINGS, transport=serve(lambda r: answer))


def test_a_redirect_to_another_scheme_is_refused():
    answer = httpx2.Response(302, headers={"location": "file:///etc/passwd"})
    with pytest.raises(SourceError, match="not an http or https address"):
        fetch("http://news.example/", SETTINGS, transport=serve(lambda r: answer))


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda r: httpx2.Response(404), "the server answered 404"),
        (lambda r: httpx2.Response(200, content=b"x" * 1001), "larger than 1000 bytes"),
        (lambda r: httpx2.Response(200, content=iter([b"x" * 600, b"x" * 600])), "larger than 1000 bytes"),
        (lambda r: httpx2.Response(200, content=b""), "empty"),
    ],
)
def test_answers_that_are_no_page_are_errors(answer, why):
    with pytest.raises(SourceError, match=why):
        fetch("http://news.example/", SETTINGS, transport=serve(answer))


def test_a_slow_server_is_an_error_of_one_line():
    def answer(request):
        raise httpx2.ReadTimeout("slow", request=request)

    with pytest.raises(SourceError, match="no answer within 5 seconds"):
        fetch("http://news.example/", SETTINGS, transport=serve(answer))


def test_an_unknown_host_is_rejected_and_the_batch_goes_on():
    (got,) = gather("http://nowhere.invalid/", SETTINGS)
    assert (got.uri, got.why) == ("http://nowhere.invalid/", "no such host: nowhere.invalid")

import socket

import pytest

from hearsay.errors import SourceError, UsageError
from hearsay.intake.fetch import target
from hearsay.intake.fetch.target import RefusedError, Targets
from hearsay.settings import Settings

PUBLIC = "93.184.215.14"


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.7", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1",
        "2001:0:7f00:1::", "2001:db8::1", "not an address",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not target.is_public(address)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"])
def test_addresses_that_are(address):
    assert target.is_public(address)


def test_every_address_of_a_host_is_checked():
    targets = Targets(Settings(), lambda host, port: (PUBLIC, "10.0.0.7"))
    with pytest.raises(RefusedError, match=r"10\.0\.0\.7 is not a public host"):
        targets.addresses("mixed.example", 80)


def test_a_setting_allows_the_own_network():
    assert Targets(Settings(fetch_private=1), lambda *_: ("10.0.0.7",)).addresses("a.example", 80) == ("10.0.0.7",)


def test_no_such_host():
    def resolve(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(RefusedError, match="no such host: nowhere"):
        Targets(Settings(), resolve).addresses("nowhere.invalid", 80)


def test_hosts_of_the_setting_are_known_and_checked():
    targets = Targets(Settings(fetch_hosts=f"a.example={PUBLIC}, b.example=127.0.0.1"), lambda *_: ())
    assert targets.addresses("A.example.", 80) == (PUBLIC,)
    with pytest.raises(RefusedError, match="not a public host"):
        targets.addresses("b.example", 80)


def test_a_setting_that_is_no_host():
    with pytest.raises(UsageError, match="fetch_hosts"):
        Targets(Settings(fetch_hosts="a.example"))


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://a.example/", "not an http"), ("file:///etc/passwd", "not an http"), ("http://", "not an http"),
        ("http://a.example:25/", "port 25"), ("http://a.example:99999/", "not an http"),
        ("http://user:word@a.example/", "password"), ("http://a.example/" + "x" * 9000, "longer than"),
    ],
)  # fmt: skip
def test_addresses_that_are_not_asked(address, why):
    with pytest.raises(SourceError, match=why):
        target.parse(address)


def test_an_address_loses_its_fragment():
    assert str(target.parse("HTTP://Bücher.example/ä?b=c#d")) == "http://xn--bcher-kva.example/%C3%A4?b=c"

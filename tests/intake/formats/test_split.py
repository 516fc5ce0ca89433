"""One source of several reports."""

from __future__ import annotations

import json
import time

import pytest
from tests.intake.formats.wires import ANPA, LEAD, THIRD, newsml, ninjs

from hearsay.intake.formats.split import split
from hearsay.intake.source import Source
from hearsay.intake.take import take
from hearsay.model.report import Skipped
from hearsay.settings import Settings


def item(number: int) -> str:
    return newsml(guid=f"urn:{number}").decode().partition("?>")[2]


MESSAGE = (
    '<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header>'
    "<sender>relay.example</sender></header><itemSet>"
    f'{item(1)}<packageItem guid="p"><itemRef/></packageItem>{item(2)}</itemSet></newsMessage>'
).encode()


def test_a_message_is_a_report_for_each_news_item():
    one, package, two = split(Source("m.xml", MESSAGE, None))
    assert [one.uri, package.uri, two.uri] == ["m.xml#1", "m.xml#2", "m.xml#3"]
    assert isinstance(package, Skipped)
    assert MESSAGE.count(one.data) == 1
    got = take(two, Settings())
    assert got.provenance.item == "urn:2"
    assert got.provenance.distributor == "relay.example"
    assert LEAD in got.text
    part = next(part for part in got.parts if part.span.of(got.text).startswith(THIRD[:20]))
    assert two.data[part.source.start :].startswith(THIRD[:20].encode())


def test_an_array_of_ninjs_is_a_report_for_each():
    array = b"[" + ninjs(uri="a") + b",\n" + ninjs(uri="b") + b"]"
    got = list(split(Source("a.json", array, None)))
    assert [json.loads(each.data)["uri"] for each in got] == ["a", "b"]
    assert len({take(each, Settings()).id for each in got}) == 2


def test_a_line_of_transmissions_is_a_report_for_each():
    got = list(split(Source("wire", ANPA + ANPA, None)))
    assert len(got) == 2
    assert got[0].data == got[1].data


def test_other_sources_stay_whole():
    for data in (b"<html><p>x", b"[1, 2]", b"text", b"[", newsml()):
        assert [each.data for each in split(Source("a", data, None))] == [data]


@pytest.mark.parametrize(
    "tags", [b"<newsItem>" * 200_000, b"".join(b"<a%d:newsItem>" % number for number in range(100_000))]
)
def test_items_that_are_nowhere_closed_are_looked_for_once(tags):
    data = b"<newsMessage>" + tags
    begun = time.process_time()
    assert list(split(Source("m.xml", data, None))) == [Source("m.xml", data, None)]
    assert time.process_time() - begun < 10

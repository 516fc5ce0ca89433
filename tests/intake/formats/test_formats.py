"""Each wire format, by reports of our own: what is taken from which field, and where it stands in the bytes."""

from __future__ import annotations

import pytest
from tests.intake.formats.wires import ANPA, ANPA_KILL, HEADLINE, IPTC7901, LEAD, NITF, SECOND, THIRD, newsml, ninjs

from hearsay.errors import SourceError
from hearsay.intake.formats.kinds import recognise
from hearsay.intake.source import Source
from hearsay.intake.take import take
from hearsay.model.codec import decode, encode
from hearsay.model.reading import Reading
from hearsay.model.report import Hop
from hearsay.settings import Settings

ALL = {"NewsML-G2": newsml(), "ninjs": ninjs(), "NITF": NITF, "ANPA 1312": ANPA, "IPTC 7901": IPTC7901}


def report(data: bytes, name: str = "item.txt"):
    return take(Source(name, data, None), Settings())


def paragraphs(got):
    return [span.of(got.text) for span in got.spans("paragraph")]


@pytest.mark.parametrize(("name", "data"), ALL.items(), ids=ALL)
def test_every_format_is_known_by_its_content_and_read(name, data):
    assert recognise(data).name == name
    got = report(data)
    assert got.headline.rstrip(" =<") == HEADLINE
    assert got.language == "en"
    assert LEAD in got.text
    assert THIRD[:40] in got.text
    assert [author.name.title() for author in got.byline] == ([] if name == "IPTC 7901" else ["Anna Lindqvist"])
    assert not any(sign in got.text for sign in ("<", "&amp;", "\x03", "\\u"))
    assert got.published[:10] == "2024-10-28"
    assert got.status == ("correction" if name == "NITF" else "usable")


@pytest.mark.parametrize(("name", "data"), ALL.items(), ids=ALL)
def test_every_part_leads_to_its_bytes(name, data):
    got = report(data)
    for part in got.parts:
        assert part.source is not None, part
        raw = data[part.source.start : part.source.end].decode("latin-1")
        words = part.span.of(got.text)
        first = next((word for word in words.split() if word.isascii() and word.isalpha() and len(word) > 2), "")
        assert first in raw, (words, raw)
    third = next(part for part in got.parts if part.span.of(got.text).startswith(THIRD[:30]))
    assert data[third.source.start :].startswith(THIRD[:30].encode())


@pytest.mark.parametrize("data", ALL.values(), ids=ALL)
def test_every_format_is_written_as_json_and_read_back(data):
    got = Reading(report(data))
    assert decode(encode(got)) == got


def test_the_second_paragraph_keeps_its_quotation_marks():
    for name, data in ALL.items():
        text = report(data).text
        assert SECOND in text or SECOND.replace("\u201c", '"').replace("\u201d", '"') in text or "``Nobody" in text, (
            name
        )


def test_newsml_states_where_it_comes_from():
    got = report(newsml(signal="update", embargo=""))
    provenance = got.provenance
    assert provenance.item == "urn:newsml:meridian.example:20241028:boats"
    assert provenance.version == "1"
    assert provenance.provider == "Meridian Press"
    assert provenance.sources == ("Coast Guard",)
    assert provenance.hops == (
        Hop("Meridian Press", "2024-10-28T18:15:00+00:00", ("created",)),
        Hop("Northmark Wire", "2024-10-28T18:20:00+00:00", ("transformed",)),
    )
    assert got.status == "update"
    assert got.slug == "STORM-BOATS"
    assert got.published == "2024-10-28T19:01:00+01:00"
    assert got.rights == "Copyright 2024 Meridian Press"
    assert (got.dateline.place, got.dateline.agency) == ("NORWICK, Norway", "Meridian")


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (newsml(status="canceled"), "withdrawn"),
        (newsml(status="withheld"), "withdrawn"),
        (newsml(signal="kill"), "withdrawn"),
        (newsml(signal="correction"), "correction"),
        (newsml(embargo="2024-10-29T06:00:00+01:00"), "embargoed"),
        (newsml(note="Eds: STORY IS WITHDRAWN. Mandatory kill."), "withdrawn"),
        (ninjs(pubStatus="canceled"), "withdrawn"),
        (ninjs(pubStatus="withheld"), "withdrawn"),
        (ninjs(embargoed="2024-10-29T06:00:00Z"), "embargoed"),
        (ninjs(signals=[{"code": "sig:correction"}]), "correction"),
        (ninjs(edNote="EDS: UPDATES with quote"), "update"),
        (NITF.replace(b'management-status="usable"', b'management-status="canceled"'), "withdrawn"),
        (ANPA_KILL, "withdrawn"),
        (ANPA.replace(b"storm-boats 10", b"storm-boats, 1st ld 10"), "update"),
        (IPTC7901.replace(b"mp 0233", b"kill mp 0233"), "withdrawn"),
    ],
)
def test_the_state_is_what_the_fields_say(data, status):
    assert report(data).status == status


def test_nitf_has_its_names_and_roles():
    got = report(NITF)
    kinds = {part.kind: part.span.of(got.text) for part in got.parts}
    assert kinds["caption"] == "The quay at Norwick."
    assert kinds["credit"] == "Ola Nes"
    assert got.provenance.distributor == "Northmark Wire"
    assert got.provenance.item == "mp-20241028-17"
    assert got.provenance.version == "3"
    assert got.published == "2024-10-28T19:15:00+01:00"
    assert "Caf\u00e9 Correspondent" in kinds["byline"]
    assert "The search" in paragraphs(got)
    assert got.outlet == "Meridian Wire"


def test_the_line_formats_have_their_header():
    anpa, iptc = report(ANPA), report(IPTC7901)
    assert anpa.published == "2024-10-28T14:15:00-04:00"
    assert iptc.published == "2024-10-28T18:15:00Z"
    stated = {evidence.where: evidence.value for evidence in (*anpa.evidence, *iptc.evidence)}
    assert stated["anpa story number"] == "a0123"
    assert stated["anpa priority"] == "u"
    assert stated["anpa category"] == "i"
    assert stated["iptc7901 message number"] == "mpr0131"
    assert stated["iptc7901 keywords"] == "storm boats"
    assert anpa.slug == "bc-storm-boats"


def test_ninjs_of_every_version_says_the_same():
    one = ninjs(
        headlines=None, bodies=None, by=None, versionCreated=None, pubStatus=None, headline=HEADLINE,
        byline="By Anna Lindqvist", versioncreated="2024-10-28T19:15:00+01:00", pubstatus="usable",
        body_xhtml=f"<p>NORWICK, Norway (Meridian) \u2014 {LEAD}</p>\n<p>{SECOND}</p><p>{THIRD}</p>",
    )  # fmt: skip
    assert report(one).text == report(ninjs()).text


def test_a_picture_has_a_caption_and_no_body():
    got = report(ninjs(type="picture", bodies=None, descriptions=[{"role": "caption", "value": "The quay, she said."}]))
    assert [part.kind for part in got.parts if part.kind in ("caption", "paragraph")] == ["caption"]


def test_the_same_item_is_the_same_report_whatever_its_file_is_called():
    assert report(newsml(), "a.xml").id == report(newsml(version=2), "b.xml").id
    assert report(ninjs(), "a").id != report(newsml(), "a").id


@pytest.mark.parametrize(
    "data",
    [
        b'<packageItem guid="x"><groupSet/></packageItem>',
        b"<newsMessage><header/></newsMessage>",
        b"<newsItem guid='x'/>",
        b"<nitf/>",
        b"<NewsML/>",
        b'{"uri": "x", "headlines": []}',
        b"\x16\x16\x01a0123\x1f\r\n\x02\x03",
    ],
)
def test_what_has_no_words_is_rejected_by_name(data):
    with pytest.raises(SourceError) as caught:
        report(data)
    assert caught.value.uri == "item.txt"


def test_anpa_takes_of_one_keyword_are_versions_of_one_report():
    def take_of(words: bytes, number: bytes = b"0123") -> object:
        return report(ANPA.replace(b"bc-storm-boats 10-28", words).replace(b"a0123", b"a" + number))

    first = take_of(b"bc-storm-boats 10-28")
    later = [
        take_of(words, b"0140")
        for words in (
            b"bc-storm-boats 1st ld 10-28",
            b"bc-storm-boats, 2nd ld-writethru 10-28",
            b"bc-storm-boats, correction 10-28",
            b"BC-Storm-Boats, bulletin kill 10-28",
        )
    ]
    assert {one.id for one in later} == {first.id}
    assert [one.status for one in later] == ["update", "update", "correction", "withdrawn"]
    assert (first.provenance.version, later[0].provenance.version) == ("123", "140")
    others = [
        take_of(words)
        for words in (
            b"bc-storm-boats, 1st add 10-28",
            b"bc-storm-boats, take 2 10-28",
            b"bc-storm-crew 10-28",
            b"bc-storm-boats 10-27",
            b"bc-storm-boats",
        )
    ]
    assert first.id not in {one.id for one in others}
    assert report(ANPA.replace(b"MP-NY", b"XX-NY")).id != first.id


def test_an_iptc_7901_message_is_a_version_of_the_one_that_it_names():
    def sent(head: bytes, words: bytes = b"") -> object:
        data = IPTC7901.replace(b"0131", head).replace(b"mp 0233", b"mp " + head)
        return report(data.replace(b"storm/boats/", b"storm/boats/" + words))

    first = sent(b"0233")
    kill = sent(b"0240", b"\r\nKILL Please kill item mp 0233.")
    fix = sent(b"0241", b"\r\nKORREKTUR zu mp 0233")
    assert kill.id == fix.id == first.id
    assert (kill.status, fix.status, kill.provenance.version) == ("withdrawn", "correction", "240")
    others = [sent(b"0242"), sent(b"0243", b"\r\nKILL"), sent(b"0244", b"\r\nKILL items mp 0233 and kill mp 0235"),
              sent(b"0245", b"\r\nKILL Please kill item xy 0233."), sent(b"0246", b"\r\nmp 0233 reported")]  # fmt: skip
    assert first.id not in {one.id for one in others}
    assert len({one.id for one in others}) == len(others)

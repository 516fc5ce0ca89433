"""Reports of our own, in every wire format."""

from __future__ import annotations

import json

LEAD = "The harbour master of Norwick said on Monday that eleven boats had been lost in the storm off the coast."
SECOND = "\u201cNobody will be allowed to sail before Thursday,\u201d Anna Berg told reporters at the quay on Monday."
_TYPED = SECOND.replace("\u201c", '"').replace("\u201d", '"')
THIRD = "The coast guard said it had found no sign of the crew of the trawler Havmann, which was due on Sunday night."
HEADLINE = "Eleven boats lost in storm off Norwick"


def newsml(
    *,
    version: int = 1,
    status: str = "usable",
    signal: str = "",
    embargo: str = "",
    guid: str = "urn:newsml:meridian.example:20241028:boats",
    lead: str = LEAD,
    note: str = "",
) -> bytes:
    signals = f'<signal qcode="sig:{signal}"/>' if signal else ""
    held = f"<embargoed>{embargo}</embargoed>" if embargo else ""
    ed = f"<edNote>{note}</edNote>" if note else ""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="{guid}" version="{version}" xml:lang="en">
  <hopHistory>
    <hop seq="2" timestamp="2024-10-28T18:20:00Z"><party qcode="comp:NW"><name>Northmark Wire</name></party>
      <action qcode="hopaction:transformed"/></hop>
    <hop seq="1" timestamp="2024-10-28T18:15:00Z"><party><name>Meridian Press</name></party>
      <action qcode="hopaction:created"/></hop>
  </hopHistory>
  <rightsInfo><copyrightNotice>Copyright 2024 Meridian Press</copyrightNotice></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider><name>Meridian Press</name></provider>
    <versionCreated>2024-10-28T19:{version:02}:00+01:00</versionCreated>
    <firstCreated>2024-10-28T19:01:00+01:00</firstCreated>{held}
    <pubStatus qcode="stat:{status}"/>{ed}{signals}</itemMeta>
  <contentMeta><infoSource><name>Coast Guard</name></infoSource><slugline>STORM-BOATS</slugline>
    <headline>{HEADLINE}</headline><by>By Anna Lindqvist</by></contentMeta>
  <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
    <p>NORWICK, Norway, Oct 28 (Meridian) - {lead}</p><p>{SECOND}</p><p>{THIRD} <b>Rescue</b> &amp; search go on.</p>
  </body></html></inlineXML></contentSet>
</newsItem>""".encode()


def ninjs(**changed: object) -> bytes:
    item = {
        "uri": "urn:ninjs:meridian.example:boats",
        "type": "text",
        "version": "1",
        "versionCreated": "2024-10-28T19:15:00+01:00",
        "pubStatus": "usable",
        "language": "en",
        "by": "By Anna Lindqvist",
        "headlines": [{"role": "main", "value": HEADLINE}],
        "bodies": [
            {"role": "text", "contentType": "text/plain", "value": LEAD},
            {
                "role": "html",
                "contentType": "text/html",
                "value": f"<p>NORWICK, Norway (Meridian) \u2014 {LEAD}</p>\n<p>{SECOND}</p><p>{THIRD}</p>",
            },
        ],
        "infoSources": [{"name": "Coast Guard"}],
        **changed,
    }
    return json.dumps(item).encode()


NITF = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE nitf SYSTEM "http://www.iptc.org/std/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf version="-//IPTC//DTD NITF 3.4//EN">
<head><title>Boats</title><docdata management-status="usable"><doc-id regsrc="MP" id-string="mp-20241028-17"/>
<du-key key="storm-boats" version="3"/><date.issue norm="20241028T191500+0100"/>
<doc.copyright holder="Meridian Press" year="2024"/><ed-msg info="CORRECTS number of boats"/></docdata>
<pubdata name="Meridian Wire" position.section="World"/></head>
<body><body.head><hedline><hl1>{HEADLINE}</hl1><hl2>Coast guard searches</hl2></hedline>
<byline>By <person>Anna Lindqvist</person><byttl>Caf&eacute; Correspondent</byttl></byline>
<distributor>Northmark Wire</distributor><dateline><location>NORWICK</location></dateline></body.head>
<body.content><block><p>{LEAD}</p><p>{SECOND.translate({0x201C: "&#8220;", 0x201D: "&#8221;"})}</p>
<media media-type="image"><media-reference mime-type="image/jpeg" source="a.jpg"/>
<media-caption>The quay at Norwick.</media-caption><media-producer>Ola Nes</media-producer></media>
<hl2>The search</hl2><p>{THIRD}</p></block></body.content>
<body.end><tagline>Contact: desk@meridian.example</tagline></body.end></body></nitf>""".encode("latin-1")

_LINES = f"""^{HEADLINE}<
^By ANNA LINDQVIST=
^Meridian Press Writer=
\tNORWICK, Norway (MP) _ {LEAD}
\t``Nobody will be allowed to sail before Thursday,'' Anna Berg told reporters at the quay on Monday.
\t{THIRD}
"""
ANPA = (
    b"\x16\x16\x01a0123\x1fdsbw-\r\nu i\x13\x11 bc-storm-boats 10-28 0061\r\n\x02"
    + _LINES.replace("\n", "\r\n").encode()
    + b"\x03\r\nMP-NY-10-28-24 1415EDT\r\n\x04"
)
ANPA_KILL = ANPA.replace(b"bc-storm-boats 10-28 0061", b"bc-storm-boats, bulletin kill 10-28 0061")
IPTC7901 = (
    b"\x01mpr0131 4 pl 61  mp 0233\r\nstorm/boats/\r\n\x02"
    + f"{HEADLINE} =\r\n\r\n".encode()
    + f"   Norwick, Oct 28 (Meridian) - {LEAD}\r\n   {_TYPED}\r\n   {THIRD}\r\n".encode()
    + b"\x03\r\n281815 okt 24\r\n\x04"
)

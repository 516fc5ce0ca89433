"""XML with places, and what it must not do."""

from __future__ import annotations

import time

import pytest

from hearsay.intake.charset import decode
from hearsay.intake.formats.xml import Document, below, child


def document(text: str) -> Document:
    return Document(decode(text.encode(), None, True))


def test_text_knows_its_bytes_behind_references_and_cdata():
    text = "<a><p>Caf\u00e9 &amp; <b>bar</b> &#233;t\u00e9 <![CDATA[<x> & y]]> end</p></a>"
    got = document(text)
    block = got.block(child(got.root, "p"), "paragraph")
    assert block.text == "Caf\u00e9 & bar \u00e9t\u00e9 <x> & y end"
    raw = text.encode()[block.source.start : block.source.end]
    assert raw.startswith("Caf\u00e9 &amp;".encode())
    assert raw.endswith(b" end")


def test_entities_are_never_expanded():
    bomb = '<!DOCTYPE a [<!ENTITY x0 "ha">' + "".join(
        f'<!ENTITY x{i} "{f"&x{i - 1};" * 10}">' for i in range(1, 10)
    )  # fmt: skip
    begun = time.monotonic()
    got = document(bomb + "]><a><p>&x9;</p></a>")
    assert time.monotonic() - begun < 1
    assert got.text(child(got.root, "p")) == "&x9;"


def test_nothing_outside_is_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    for declared in (f'<!ENTITY x SYSTEM "file://{secret}">', f'<!ENTITY % y SYSTEM "file://{secret}"> %y;'):
        got = document(f"<!DOCTYPE a [{declared}]><a><p>&x;</p></a>")
        assert "secret" not in got.text(got.root).replace("&x;", "")
    got = document(f'<!DOCTYPE a SYSTEM "file://{secret}"><a><p>x</p></a>')
    assert got.text(got.root) == "x"


def test_an_entity_in_an_attribute_stays_out():
    got = document('<!DOCTYPE a [<!ENTITY x "boo">]><a b="&x;"><p>t</p></a>')
    assert "boo" not in (got.root.get("b") or "")


@pytest.mark.parametrize("text", ["", "no markup", "<", "<a", "<!DOCTYPE a", "<!-- only -->", "<![CDATA[x]]>"])
def test_what_is_no_xml_is_said_to_be_none(text):
    with pytest.raises(ValueError, match="well-formed"):
        document(text)


def test_names_are_found_with_and_without_namespaces():
    got = document('<n:a xmlns:n="urn:x"><n:b>1</n:b></n:a>')
    assert got.text(next(below(got.root, "b"))) == "1"
    assert document("<n:a><n:b>1</n:b></n:a>").text(child(document("<n:a><n:b>1</n:b></n:a>").root, "b")) in ("", "1")


def test_deep_nesting_ends_without_a_crash():
    got = document("<a>" * 5000 + "x" + "</a>" * 5000)
    assert got.text(got.root) in ("", "x")

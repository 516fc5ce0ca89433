"""JSON with places."""

from __future__ import annotations

import pytest

from hearsay.intake.formats.json import Object, parse


def test_every_string_knows_its_place():
    text = '{"a": "caf\\u00e9 \\ud83d\\ude00 \\"x\\"\\n", "b": ["y", {"a": "z"}], "a": "second"}'
    got = parse(text)
    assert isinstance(got, Object)
    words = got.words("a")
    assert words == 'caf\u00e9 \U0001f600 "x"\n'
    passage = words.passage(text)
    assert passage.text == words
    for part, written in (("caf", "caf"), ("\u00e9", "\\u00e9"), ("\U0001f600", "\\ud83d\\ude00"), ('"x"', '\\"x\\"')):
        at = words.index(part)
        start, end = passage.place(at, at + len(part))
        assert text[start:end] == written
    assert got.get("b")[1].words("a") == "z"


def test_names_are_compared_in_small_letters():
    assert parse('{"versionCreated": "x"}').words("versioncreated") == "x"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"a":' * 500 + "1" + "}" * 500, "nul"])
def test_what_is_no_json_is_a_value_error(text):
    with pytest.raises(ValueError, match=r"deep|Expecting"):
        parse(text)

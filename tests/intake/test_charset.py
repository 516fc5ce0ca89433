import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.errors import SourceError
from hearsay.intake.charset import binary_kind, decode
from hearsay.model.span import Span

KOREAN = "서울, 정부는 화요일 다리를 연다고 밝혔다."


@pytest.mark.parametrize(
    ("label", "codec", "text", "name"),
    [
        ("euc-kr", "cp949", KOREAN + "똠", "euc-kr"),  # 똠 is in cp949 alone
        ("ks_c_5601-1987", "cp949", KOREAN, "euc-kr"),
        ("shift_jis", "cp932", "橋①は火曜に開く。", "shift_jis"),  # ① is in cp932 alone
        ("gb2312", "gb18030", "大橋將於週二開通。", "gb18030"),
        ("iso-8859-1", "cp1252", "“Bridge” — €5", "windows-1252"),
        ("latin1", "cp1252", "café", "windows-1252"),
        ("windows-1251", "cp1251", "Мост откроют во вторник.", "windows-1251"),
        ("iso-2022-jp", "iso2022_jp", "橋は火曜に開く。abc橋", "iso-2022-jp"),
        ("big5", "big5hkscs", "大橋將於週二開通。", "big5"),
        ("no-such-charset", "utf-8", "café", "utf-8"),
        ("hex", "utf-8", "café", "utf-8"),
    ],
)
def test_a_declared_label_is_read_as_the_web_reads_it(label, codec, text, name):
    decoded = decode(text.encode(codec), label)
    assert (decoded.text, decoded.charset) == (text, name)


@pytest.mark.parametrize(
    ("data", "declared", "charset"),
    [
        (b"\xef\xbb\xbfcaf\xc3\xa9", "iso-8859-1", "utf-8"),
        ("bridge".encode("utf-16"), "utf-8", "utf-16le"),
        ("the bridge opens".encode("utf-16-be"), None, "utf-16be"),
        ("café, naïve".encode(), "iso-8859-1", "utf-8"),  # a single-byte label on UTF-8 bytes
        (KOREAN.encode(), "euc-kr", "utf-8"),  # does not decode as declared, does as UTF-8
        (b"caf\xe9", None, "windows-1252"),
        (KOREAN.encode("cp949") * 20, None, "euc-kr"),
        (b"plain", "utf-8", "utf-8"),
    ],
)
def test_marks_and_bytes_overrule_labels(data, declared, charset):
    assert decode(data, declared).charset == charset


def test_a_declaration_inside_the_page_counts_for_html_alone():
    page = (
        b'<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>\xcc\xee\xf1\xf2'
    )
    assert decode(page, html=True).text.endswith("Мост")
    assert decode(b'<meta charset="utf-16">caf\xc3\xa9', html=True).charset == "utf-8"
    assert decode(b'<?xml version="1.0" encoding="iso-8859-2"?><html>\xb1', html=True).text[-1] == "ą"


def test_http_goes_before_the_page():
    assert (
        decode(b'<meta charset="windows-1252"><p>\xcc', "windows-1251", html=True).text[-1]
        == "\N{CYRILLIC CAPITAL LETTER EM}"
    )


def test_damaged_bytes_are_replaced_and_keep_their_places():
    data = b"ab\xe4\xb8A\xff\xc3\xa9z\xc3\xa9\xc3\xa9\xe2\x82"
    decoded = decode(data, "utf-8")
    assert decoded.text == "ab\N{REPLACEMENT CHARACTER}A\N{REPLACEMENT CHARACTER}ézéé\N{REPLACEMENT CHARACTER}"
    places = [decoded.bytes_of(i, i + 1) for i in range(len(decoded.text))]
    assert [(p.start, p.end) for p in places] == [
        (0, 1), (1, 2), (2, 4), (4, 5), (5, 6), (6, 8), (8, 9), (9, 11), (11, 13), (13, 15)
    ]  # fmt: skip


def test_a_byte_order_mark_is_no_character_and_counts_as_bytes():
    decoded = decode(b"\xef\xbb\xbfa\xc3\xa9")
    assert decoded.text == "aé"
    assert decoded.bytes_of(0, 2) == Span(3, 6)


def test_places_past_the_text_are_errors():
    with pytest.raises(ValueError, match="run past"):
        decode(b"abc").bytes_of(1, 4)


def test_an_empty_range_has_an_empty_place():
    decoded = decode("é😀".encode())
    assert decoded.bytes_of(1, 1) == Span(2, 2)
    assert decoded.bytes_of(2, 2) == Span(6, 6)
    assert decode(b"").text == ""


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufeff\x00")),
    st.sampled_from(["utf-8", "gb18030"]),
)
def test_every_character_is_at_its_bytes(text, codec):
    data = ("<p>" + text).encode(codec)
    if binary_kind(data):
        return
    decoded = decode(data, codec)
    assert decoded.text == "<p>" + text
    for index, char in enumerate(decoded.text):
        place = decoded.bytes_of(index, index + 1)
        assert data[place.start : place.end].decode(codec) == char


@given(
    st.binary(max_size=2000), st.sampled_from(["utf-8", "euc-kr", "shift_jis", "gb2312", "iso-2022-jp", "big5", None])
)
def test_the_places_of_any_bytes_are_ordered_and_cover_them(data, declared):
    if binary_kind(data):
        return
    decoded = decode(data, declared)
    at = 0
    for index in range(len(decoded.text)):
        place = decoded.bytes_of(index, index + 1)
        assert place.start <= place.end <= len(data)
        assert place.start >= at or place.end >= at
        at = place.start
    if decoded.text:
        assert decoded.bytes_of(0, len(decoded.text)).end == len(data)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x7fELF\x02", "ELF"),
        (bytes(range(32)) * 10, "binary"),
    ],
)
def test_binary_bytes_are_named(data, kind):
    assert binary_kind(data) == kind
    with pytest.raises(SourceError, match=rf"x\.bin: not text \({kind}\)"):
        decode(data, uri="x.bin")


def test_a_few_control_characters_are_text():
    assert binary_kind(b"The bridge\x00 opens on Tuesday, officials said.") is None


def test_single_byte_latin_that_nobody_declared_is_windows_1252():
    words = "The mayor of Ålesund sent “Grüße” – and £5 – to the crew on Thursday, she said. " * 5
    assert decode(words.encode("cp1252"), None, True).charset == "windows-1252"
    russian = "Мэр сообщил, что мост откроют во вторник. Министр подтвердил это в среду. " * 4
    assert decode(russian.encode("cp1251"), None, True).charset == "windows-1251"

"""Bytes to text, and each character's place in the bytes.

The order of trust is that of the WHATWG Encoding and HTML standards, with two repairs that real pages need: a
byte-order mark, the charset that HTTP declared, the one that the page declares, UTF-8 where the bytes are valid UTF-8,
and last a guess. A declaration that the bytes contradict is overruled.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from charset_normalizer import from_bytes

from hearsay.errors import SourceError
from hearsay.intake import language
from hearsay.model.span import Span
from hearsay.text.scripts import script

if TYPE_CHECKING:
    from codecs import IncrementalDecoder

CHUNK = 512
"""Bytes between two checkpoints of the map from characters to bytes."""
SNIFFED = 4096
"""Bytes at the head of a page that are searched for its declaration (the standard asks for 1024 at least)."""

# Labels that mean another charset on the web (WHATWG Encoding, 4.2), where Python reads them to the letter.
WEB_LABELS = {
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252", "l1": "cp1252", "iso-8859-9": "cp1254", "iso8859-9": "cp1254", "latin5": "cp1254",
    "iso-8859-11": "cp874", "tis-620": "cp874", "euc-kr": "cp949", "euckr": "cp949", "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949", "ksc5601": "cp949", "ksc_5601": "cp949", "korean": "cp949", "windows-949": "cp949",
    "gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "chinese": "gb18030", "x-gbk": "gb18030",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932",
    "windows-31j": "cp932", "x-euc-jp": "euc-jp", "big5": "big5hkscs", "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5hkscs", "cn-big5": "big5hkscs",
    "iso-8859-8-i": "iso-8859-8", "logical": "iso-8859-8", "visual": "iso-8859-8",
    "x-cp1250": "cp1250", "x-cp1251": "cp1251", "x-cp1252": "cp1252", "unicode": "utf-16-le", "utf-16": "utf-16-le",
    "unicode-1-1-utf-8": "utf-8", "utf8": "utf-8", "x-user-defined": "cp1252", "dos-874": "cp874",
    "macintosh": "mac-roman", "x-mac-roman": "mac-roman", "x-mac-cyrillic": "mac-cyrillic",
}  # fmt: skip
# What a charset is called on the web, where Python's own name is another.
WEB_NAMES = {
    "cp1252": "windows-1252", "cp1250": "windows-1250", "cp1251": "windows-1251", "cp1253": "windows-1253",
    "cp1254": "windows-1254", "cp1255": "windows-1255", "cp1256": "windows-1256", "cp1257": "windows-1257",
    "cp1258": "windows-1258", "cp874": "windows-874", "cp949": "euc-kr", "cp932": "shift_jis",
    "big5hkscs": "big5", "utf_8": "utf-8", "euc_jp": "euc-jp", "iso2022_jp": "iso-2022-jp", "koi8_r": "koi8-r",
    "utf_16_le": "utf-16le", "utf_16_be": "utf-16be", "utf-16-le": "utf-16le", "utf-16-be": "utf-16be",
}  # fmt: skip

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# File signatures, from each format's own specification.
_MAGIC = (
    (b"%PDF-", "PDF"), (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"), (b"\x1f\x8b", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstandard"), (b"7z\xbc\xaf\x27\x1c", "7-Zip"), (b"Rar!\x1a", "RAR"), (b"\x7fELF", "ELF"),
    (b"MZ\x90", "Windows program"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"), (b"OggS", "Ogg"),
    (b"ID3", "MP3"), (b"SQLite format 3\x00", "SQLite"), (b"wOFF", "font"), (b"wOF2", "font"),
    (b"\xca\xfe\xba\xbe", "Java class"), (b"\x00\x00\x01\x00", "icon"), (b"II*\x00", "TIFF"), (b"MM\x00*", "TIFF"),
)  # fmt: skip
_CONTROL = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
_HIGH = bytes(range(0x80, 0x100))
_TAGS = re.compile(r"<(?:script|style)\b.*?</|<[^<>]*>", re.DOTALL | re.IGNORECASE)
# Languages in Latin letters that windows-1252 lacks (Unicode CLDR, exemplar characters).
_OUTSIDE_LATIN_1 = frozenset(
    ["az", "bs", "cs", "eo", "et", "hr", "hu", "lt", "lv", "mt", "pl", "ro", "sk", "sl", "sq", "sr", "tr", "vi"]
)
_DECLARED = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:+-]{2,40})""", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:+-]{2,40})""", re.IGNORECASE)


@dataclass(frozen=True)
class Decoded:
    """A decoded source.

    Attributes:
        text: the characters; U+FFFD stands for bytes that are none, and a byte-order mark is left out.
        charset: the name on the web of the charset that the bytes were read as.
    """

    text: str
    charset: str
    _data: bytes = field(default=b"", repr=False)
    _codec: str = field(default="utf-8", repr=False)
    _marks: tuple[_Mark, ...] = field(default=(), repr=False)
    _skip: int = field(default=0, repr=False)

    def bytes_of(self, start: int, end: int) -> Span:
        """The range of bytes of the source that the characters ``[start, end)`` were read from.

        Raises:
            ValueError: if the range is none of this text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"characters {start}..{end} run past a text of {len(self.text)}")
        if start == end:
            at = self._byte(start, ends=False) if start < len(self.text) else len(self._data)
            return Span(at, at)
        return Span(self._byte(start, ends=False), self._byte(end - 1, ends=True))

    def _byte(self, index: int, *, ends: bool) -> int:
        """The byte at which character ``index`` starts or ends."""
        if not self._marks:
            return self._skip + index + ends
        mark = self._marks[bisect_right(self._marks, index, key=lambda m: m.chars) - 1]
        between = self.text[mark.chars : index + ends]
        if self._codec == "utf-8" and "\N{REPLACEMENT CHARACTER}" not in between:
            return mark.fed - len(mark.state[0]) + len(between.encode())
        return _walk(self._data, self._codec, mark, index)[ends]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A checkpoint: after ``fed`` bytes the decoder had given ``chars`` characters and was in ``state``."""

    chars: int
    fed: int
    state: tuple[bytes, int]


def decode(data: bytes, declared: str | None = None, html: bool = False, uri: str = "") -> Decoded:
    """Read bytes as text.

    Args:
        data: the source.
        declared: the charset that came with it (the HTTP header), if any.
        html: whether a declaration inside the page counts.
        uri: the source's name, for the error.

    Raises:
        SourceError: if the bytes are no text.
    """
    if kind := binary_kind(data):
        raise SourceError(uri, f"not text ({kind})")
    codec, skip = _choose(data, declared, html=html)
    text, marks = _decode(data, codec, skip)
    return Decoded(text, WEB_NAMES.get(codec, codec), data, codec, marks, skip)


def binary_kind(data: bytes) -> str | None:
    """What the bytes are where they are no text (``PDF``, ``PNG`` …, ``binary``); ``None`` where they may be text."""
    if any(data.startswith(bom) for bom, _ in _BOMS) or _wide(data):
        return None
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    head = data[:65536]
    controls = len(head) - len(head.translate(None, _CONTROL))
    return "binary" if controls > len(head) * 0.1 else None


def _choose(data: bytes, declared: str | None, *, html: bool) -> tuple[str, int]:
    """The codec to read with, and the bytes of a byte-order mark to skip."""
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return codec, len(bom)
    if wide := _wide(data):
        return wide, 0
    stated = _lookup(declared) or (_declared_inside(data) if html else None)
    utf8 = _decodes(data, "utf-8")
    if stated == "utf-8" or stated is None:
        return ("utf-8" if utf8 or _damaged_utf8(data, stated) else _guess(data)), 0
    # Text of a single-byte charset is all but never valid UTF-8 by chance; that of a double-byte one may be.
    if utf8 and not data.isascii() and (_single_byte(stated) or not _decodes(data, stated)):
        return "utf-8", 0
    return stated, 0


def _lookup(label: str | None) -> str | None:
    """Python's codec for a web label, or ``None`` where there is no such text codec."""
    if not label:
        return None
    label = label.strip().strip("\"'").lower()
    try:
        info = codecs.lookup(WEB_LABELS.get(label, label))
    except (LookupError, ValueError):
        return None
    # Codecs from bytes to bytes (zip, hex), and those that the standard keeps from the web, are no charsets.
    if not getattr(info, "_is_text_encoding", True) or info.name in {"utf-7", "idna", "punycode", "unicode_escape"}:
        return None
    return WEB_LABELS.get(info.name, info.name)


def _declared_inside(data: bytes) -> str | None:
    head = data[:SNIFFED]
    found = _DECLARED.search(head) or _XML_DECLARED.search(head)
    codec = _lookup(found[1].decode("ascii", "replace")) if found else None
    # A page whose declaration could be read as ASCII is not in UTF-16 (HTML standard, 13.2.3.2).
    return "utf-8" if codec and codec.startswith(("utf-16", "utf-32")) else codec


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is NUL, always on the same side."""
    head = data[:1024]
    if len(head) < 8 or head.count(0) < len(head) * 0.3:
        return None
    if head[0::2].count(0) <= len(head) * 0.02:
        return "utf-16-le"
    return "utf-16-be" if head[1::2].count(0) <= len(head) * 0.02 else None


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _damaged_utf8(data: bytes, stated: str | None) -> bool:
    """Whether the bytes are UTF-8 with damaged places: few ones, or no more than whole characters if it is stated."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\N{REPLACEMENT CHARACTER}")
    whole = sum(1 for char in text if char > "\x7f") - broken
    return broken <= (whole if stated else whole // 20)


def _guess(data: bytes) -> str:
    """The charset that the bytes look like; the web's default where too few of them tell."""
    if len(data) - len(data.translate(None, _HIGH)) < 16:
        return "cp1252"
    best = from_bytes(data[:50_000]).best()
    codec = (_lookup(best.encoding) if best else None) or "cp1252"
    return codec if codec == "cp1252" or _befits(codec, data[:50_000]) else "cp1252"


def _befits(codec: str, data: bytes) -> bool:
    """Whether a guess is more than a Latin charset for another: those differ in a few letters, which language tells.

    A Latin guess stands where the text is in a language that is written in it and not in windows-1252, which is what
    browsers read a page in that declares nothing (WHATWG HTML, 13.2.3.2, step 9).
    """
    text = _TAGS.sub(" ", data.decode(codec, "replace"))
    foreign = "".join(char for char in text if char > "\x7f")
    if script(foreign) not in ("Latin", None):
        return True
    return language.identify(text) in _OUTSIDE_LATIN_1


def _single_byte(codec: str) -> bool:
    """Whether every byte is a character: in a charset of several bytes these four are two characters at most."""
    return len(b"\xe9\xe8\xe0\xe7".decode(codec, "replace")) == 4


def _decode(data: bytes, codec: str, skip: int) -> tuple[str, tuple[_Mark, ...]]:
    """The text, and checkpoints of its map to the bytes; none where each character is one byte."""
    decoder, pieces, marks, chars = _decoder(codec), [], [], 0
    for at in range(skip, len(data), CHUNK):
        marks.append(_Mark(chars, at, decoder.getstate()))
        piece = _given(decoder, codec, data[at : at + CHUNK])
        pieces.append(piece)
        chars += len(piece)
    pieces.append(_given(decoder, codec, b"", final=True))
    text = "".join(pieces)
    return text, () if len(text) == len(data) - skip else tuple(marks)


def _decoder(codec: str) -> IncrementalDecoder:
    return codecs.getincrementaldecoder(codec)(errors="replace")


def _given(decoder: IncrementalDecoder, codec: str, data: bytes, *, final: bool = False) -> str:
    """What a decoder gives for some bytes.

    Those of ISO 2022 are fed one by one: Python's decoders raise on a damaged escape sequence that they wait to end,
    and whether they do depends on how the bytes come. What such a sequence had taken is one U+FFFD then.
    """
    if not codec.startswith("iso2022") or len(data) + final == 1:
        try:
            return decoder.decode(data, final=final)
        except UnicodeError:
            decoder.reset()
            return "\N{REPLACEMENT CHARACTER}"
    pieces = [_given(decoder, codec, data[at : at + 1]) for at in range(len(data))]
    return "".join(pieces) + (_given(decoder, codec, b"", final=True) if final else "")


def _walk(data: bytes, codec: str, mark: _Mark, index: int) -> tuple[int, int]:
    """The bytes at which character ``index`` starts and ends, found by feeding single bytes from a checkpoint on."""
    decoder = _decoder(codec)
    decoder.setstate(mark.state)
    chars, fed, begun = mark.chars, mark.fed, mark.fed - len(mark.state[0])
    while fed < len(data):
        given = len(_given(decoder, codec, data[fed : fed + 1]))
        fed += 1
        consumed = fed - len(decoder.getstate()[0])
        if given and index < chars + given:
            return _within(begun, consumed, given, index - chars)
        if given:
            begun = consumed
        chars += given
    return begun, len(data)


def _within(begun: int, consumed: int, given: int, which: int) -> tuple[int, int]:
    """The share of one of several characters that came out together: damaged bytes, then the byte that showed it."""
    if given == 1:
        return begun, consumed
    last = consumed - 1
    if which == given - 1:
        return last, consumed
    return (begun + which, begun + which + 1) if given == consumed - begun else (begun, last)

"""The picture that a shared address shows: a title and a line, drawn by the server."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
_MARGIN = 72
_FONTS = (
    "NotoSansCJK-Regular.ttc", "NotoSansKR-Regular.otf", "AppleSDGothicNeo.ttc", "malgun.ttf", "NotoSans-Regular.ttf",
    "DejaVuSans.ttf",
)  # fmt: skip


def draw(title: str, line: str) -> bytes:
    """A PNG of 1200 × 630. Korean and the like need a font of the machine; without one they show as boxes."""
    image = Image.new("RGB", SIZE, "#fbfaf8")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, 18, SIZE[1]), fill="#1f5f8b")
    y = _MARGIN
    pen.text((_MARGIN, y), "Hearsay", font=_font(34), fill="#1f5f8b")
    y += 86
    for row in list(_rows(pen, title, _font(56)))[:5]:
        pen.text((_MARGIN, y), row, font=_font(56), fill="#1d1f23")
        y += 74
    pen.text((_MARGIN, SIZE[1] - _MARGIN - 34), line[:80], font=_font(30), fill="#555b66")
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


@lru_cache(maxsize=8)
def _font(size: int) -> FreeTypeFont:
    for name in _FONTS:
        try:
            return ImageFont.truetype(name, size)
        except OSError:
            continue
    found = ImageFont.load_default(size)
    assert isinstance(found, ImageFont.FreeTypeFont)
    return found


def _rows(pen: ImageDraw.ImageDraw, words: str, font: FreeTypeFont) -> Iterator[str]:
    row = ""
    for word in " ".join(words.split())[:400].split(" "):
        longer = f"{row} {word}".strip()
        if row and pen.textlength(longer, font=font) > SIZE[0] - 2 * _MARGIN:
            yield row
            row = word
        else:
            row = longer
    yield row

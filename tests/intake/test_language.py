"""Which language a text is in."""

from __future__ import annotations

import pytest

from hearsay.intake.language import KNOWN, identify


@pytest.mark.parametrize(
    ("text", "declared", "expected"),
    [
        ("The harbour master said on Monday that eleven boats had been lost in the storm. " * 4, "ko", "en"),
        ("Der Hafenmeister sagte am Montag, elf Boote seien im Sturm verloren gegangen. " * 4, None, "de"),
        ("정부는 12일 항구에서 배 열한 척이 사라졌다고 밝혔다.", None, "ko"),
        ("港で十一隻の船が失われたと述べた。", "en", "ja"),
        ("Rain", "en-GB", "en"),
        ("Regn", "nb", "nb"),
        ("Rain", None, None),
        ("", "fr-FR", "fr"),
        ("", None, None),
        ("🙂 123", None, None),
        ("Rain", "not a tag", None),
    ],
)
def test_identify(text: str, declared: str | None, expected: str | None) -> None:
    assert identify(text, declared) == expected


def test_the_reading_knows_english() -> None:
    assert frozenset({"en"}) == KNOWN

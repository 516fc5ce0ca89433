"""What reads like a paragraph, in scripts that part words by spaces and in those that do not."""

from __future__ import annotations

import time
import unicodedata

import pytest

from hearsay.intake.wire.furniture import is_prose


@pytest.mark.parametrize(
    "text",
    [
        "The harbour master said eleven boats were lost.",
        "당국은 수색을 멈췄다고 말했다.",
        unicodedata.normalize("NFD", "당국은 수색을 멈췄다고 말했다."),
        "当局は十一隻の船が失われたと述べた。",
        "当局表示，共有十一艘船只失踪。",
        "เจ้าหน้าที่ท่าเรือกล่าวเมื่อวันจันทร์ว่าเรือสิบเอ็ดลำสูญหายในพายุนอกชายฝั่ง",
        "हार्बर मास्टर ने सोमवार को कहा कि ग्यारह नावें खो गईं।",
        "قالت مديرة الميناء إن أحد عشر قاربا فقدت.",
    ],
)
def test_prose(text: str) -> None:
    assert is_prose(text)


@pytest.mark.parametrize(
    "text", ["", "Home", "국제 / 한가람 / 사회", "댓글 보기", "関連記事", "分享到微信", "Share this:", "🙂"]
)
def test_furniture(text: str) -> None:
    assert not is_prose(text)


def test_a_long_run_is_read_in_time() -> None:
    begun = time.process_time()
    is_prose("가" * 1_000_000)
    assert time.process_time() - begun < 2

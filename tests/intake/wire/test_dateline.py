"""Datelines in the forms of the agencies, and what is none."""

from __future__ import annotations

import pytest

from hearsay.intake.wire.dateline import match


@pytest.mark.parametrize(
    ("text", "place", "date", "agency", "rest"),
    [
        ("SEOUL, Oct. 23 (MP) -- Police said", "SEOUL", "Oct. 23", "MP", "Police said"),
        ("LONDON (AP) — The", "LONDON", None, "AP", "The"),
        ("Cairo, 25 March – Ships", "Cairo", "25 March", None, "Ships"),
        ("OSLO/BERGEN, June 3 (Reuters) - Rain", "OSLO/BERGEN", "June 3", "Reuters", "Rain"),
        ("GAZA: Two", "GAZA", None, None, "Two"),
        ("(Reuters) – The", None, None, "Reuters", "The"),
        ("RIO DE JANEIRO, Jan. 29 (Xinhua) -- Rain", "RIO DE JANEIRO", "Jan. 29", "Xinhua", "Rain"),
        ("NEW DELHI, India (AFP) - Rain", "NEW DELHI, India", None, "AFP", "Rain"),
        ("PARIS — “We", "PARIS", None, None, "“We"),
        ("SALEM, Ore., Jan. 6 (MP) -- Rain", "SALEM, Ore.", "Jan. 6", "MP", "Rain"),
        ("BRAY, Ireland, 30 September – The", "BRAY, Ireland", "30 September", None, "The"),
        ("N'DJAMENA, Chad (AP) — Rain", "N'DJAMENA, Chad", None, "AP", "Rain"),
        ("MOSCOW. Oct 24 (Interfax) - Rain", "MOSCOW", "Oct 24", "Interfax", "Rain"),
        ("London, Oct 24 (PTI) The", "London", "Oct 24", "PTI", "The"),
        ("ROMA, 24 OTT - Piove", "ROMA", "24 OTT", None, "Piove"),
        ("KYIV, Ukraine, June 6, 2023 (AP) -- A", "KYIV, Ukraine", "June 6, 2023", "AP", "A"),
        ("BERN, Aug. 7 -", "BERN", "Aug. 7", None, ""),
    ],
)
def test_forms(text: str, place: str | None, date: str | None, agency: str | None, rest: str) -> None:
    found = match(text)
    assert found is not None
    assert (found.place, found.date, found.agency, text[found.end :]) == (place, date, agency, rest)
    assert not text[: found.stop].endswith(" ")


def test_reads_the_day() -> None:
    found = match("KYIV, 6 June 2023 (AP) -- A")
    assert found is not None
    assert (found.day, found.month, found.year) == (6, 6, 2023)


def test_korean() -> None:
    found = match("(부산=연합뉴스) 한가람 기자 = 정부는 12일")
    assert found is not None
    assert (found.place, found.agency, found.reporter) == ("부산", "연합뉴스", "한가람")


@pytest.mark.parametrize(
    "text",
    [
        "Tomorrow — who knew — it rains",
        "NATO — the alliance — met",
        "UPDATE: The match",
        "WATCH: The video",
        "US — China ties",
        "WHO: The toll",
        "BOATS LOST OFF NORWICK: HARBOUR MASTER",
        "BC-US--Storm, 1st Ld-Writethru",
        "In October (2023) — it",
        "But (he said) - well",
        "The Fed (the central bank) — said",
        "On 3 May the court ruled.",
        "",
        "—",
        "🙂 — smile",
        "\x00\x00",
    ],
)
def test_no_dateline(text: str) -> None:
    assert match(text) is None


def test_long_hostile_text_is_quick() -> None:
    for text in ("A " * 500_000, "A, " * 300_000, "(" * 1_000_000, "PARIS/" * 150_000, "A." * 500_000):
        assert match(text) is None

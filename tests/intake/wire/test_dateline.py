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


@pytest.mark.parametrize(
    ("text", "place", "agency", "rest"),
    [
        ("[부산=뉴시스]한가람 기자 = 정부는", "부산", "뉴시스", "정부는"),
        ("(부산=연합뉴스) 한가람 윤서린 기자 = 정부는", "부산", "연합뉴스", "정부는"),
        ("【ソウル＝山田太郎】韓国政府は", "ソウル", None, "韓国政府は"),
        ("【ワシントン共同】米国", "ワシントン", "共同", "米国"),
        ("[ロンドン 24日 ロイター] - 英国", "ロンドン", "ロイター", "英国"),
        ("新华社东京10月24日电（记者 王明）日本", "东京", "新华社", "日本"),
        ("本报东京10月24日电 日本", "东京", None, "日本"),
        ("Berlin (dpa) - Das Haus", "Berlin", "dpa", "Das Haus"),
        ("PARIS (AFP) – Le pont", "PARIS", "AFP", "Le pont"),
        ("Madrid, 3 mar (EFE).- El puente", "Madrid", "EFE", "El puente"),
        ("MADRID, 3 mar (EFE) El puente", "MADRID", "EFE", "El puente"),
        ("(ANSA) - ROMA, 24 OTT - Il ponte", "ROMA", "ANSA", "Il ponte"),
        ("МОСКВА, 24 октября. /ТАСС/. Мост", "МОСКВА", "ТАСС", "Мост"),
    ],
)
def test_the_forms_of_other_languages(text: str, place: str, agency: str | None, rest: str) -> None:
    found = match(text)
    assert found is not None
    assert (found.place, found.agency, text[found.end :]) == (place, agency, rest)


@pytest.mark.parametrize("text", ["(x=5) holds", "新华社记者报道，中国政府10月24日电话会议", "【重要】お知らせ"])
def test_other_brackets_are_no_dateline(text: str) -> None:
    assert match(text) is None


def test_an_agency_behind_the_date_needs_no_brackets() -> None:
    got = match("NORWICK, Nov. 22, Orrery - An earthquake struck")
    assert got is not None
    assert (got.place, got.date, got.agency) == ("NORWICK", "Nov. 22", "Orrery")
    assert match("London, March 3, Smith - a farmer - said") is None


def test_an_underscore_ends_a_dateline_in_wire_copy() -> None:
    got = match("NORWICK/OSLO, March 14 (MP) _")
    assert got is not None
    assert got.stop == len("NORWICK/OSLO, March 14 (MP) _")


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("BERN, Canton--(BUSINESS WIRE)--May 2, 2023-- Orrery", "BERN, Canton", "May 2, 2023", "BUSINESS WIRE"),
        ("SAN JOSE, Calif.--(BUSINESS WIRE)--Orrery, Inc.", "SAN JOSE, Calif.", None, "BUSINESS WIRE"),
        ("BASEL, Switzerland, Nov. 2, 2023 /PRNewswire/ -- Orrery", "BASEL, Switzerland", "Nov. 2, 2023", "PRNewswire"),
        ("MOSCOW, October 24. /TASS/.", "MOSCOW", "October 24.", "TASS"),
    ],
)  # fmt: skip
def test_press_releases_and_slashes(text: str, place: str, date: str | None, agency: str) -> None:
    got = match(text)
    assert got is not None
    assert (got.place, got.date, got.agency) == (place, date, agency)


def test_a_name_and_what_it_is_are_no_dateline() -> None:
    assert match("NTB: Norwegian News Agency") is None

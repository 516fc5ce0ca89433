"""Bylines: reporters, collectives, partners, uploaders."""

from __future__ import annotations

import pytest

from hearsay.intake.wire.byline import contributors, is_name, is_title, read, signed, small


@pytest.mark.parametrize(
    ("line", "names", "partners"),
    [
        ("By Ann Lee", ("Ann Lee",), ()),
        ("By Ann Lee and Jo van der Berg", ("Ann Lee", "Jo van der Berg"), ()),
        ("By A. B. Smith in Paris and Jo Hart in Rome", ("A. B. Smith", "Jo Hart"), ()),
        ("By LORNA ESTEVEZ-PRYOR", ("Lorna Estevez-Pryor",), ()),
        ("ANN LEE and JO McHART", ("ANN LEE", "JO McHART"), ()),
        ("Ann Lee, Meridian Press", ("Ann Lee",), ("Meridian Press",)),
        ("By Ann Lee, with The Harbour Courier", ("Ann Lee",), ("The Harbour Courier",)),
        ("By Ann Lee with Jo Hart", ("Ann Lee", "Jo Hart"), ()),
        ("By Ann Lee, senior reporter", ("Ann Lee",), ()),
        ("By Ann Lee ann@paper.example", ("Ann Lee",), ()),
        ("By Ann Lee Staff Writer", ("Ann Lee",), ()),
        ("By Ann Lee, AP Auto Writer", ("Ann Lee",), ("AP",)),
        ("By Ann Lee Associated Press", ("Ann Lee",), ("Associated Press",)),
        ("By Ann Lee. Norwick Radio", ("Ann Lee",), ()),
        ("Ann Lee, Harbour Courier London desk", ("Ann Lee",), ()),
        ("Por José Núñez", ("José Núñez",), ()),
        ("송상호 기자", ("송상호",), ()),
        ("记者：王小明", ("王小明",), ()),
        ("(责编：王小明、李雷)", ("王小明", "李雷"), ()),
        ("立花なぎさ記者", ("立花なぎさ",), ()),
    ],
)
def test_names(line: str, names: tuple[str, ...], partners: tuple[str, ...]) -> None:
    found = read(line)
    assert found is not None
    assert (tuple(n.casefold() for n in found.names), found.partners) == (tuple(n.casefold() for n in names), partners)
    assert not found.posted


def test_collectives_and_uploaders() -> None:
    staff = read("By Mirror Staff")
    assert staff is not None
    assert (staff.names, staff.staff, staff.posted) == (("Mirror Staff",), True, False)
    posted = read("Posted by Web Desk")
    assert posted is not None
    assert (posted.names, posted.staff, posted.posted) == (("Web Desk",), True, True)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Kenya Airways, Boeing agree deal",
        "Home News World",
        "Police find ship",
        "JUDGES END LEE'S LAST STAND",
        "By",
        "x" * 5000,
    ],
)
def test_no_byline(line: str) -> None:
    assert read(line) is None


def test_signed() -> None:
    assert signed("(Reporting by Ann Lee and Jo Hart; Editing by Max Roe)") == ("Ann Lee", "Jo Hart")
    assert signed("Ann Lee covers trade for The Register.") == ("Ann Lee",)
    assert signed("Additional reporting by Max Roe in Rome") == ()


def test_titles() -> None:
    assert is_title("Opinion columnist")
    assert is_title("Senior political correspondent")
    assert not is_title("Ann Lee")
    assert not is_title("The editor of the paper that we all read")


def test_papers_whose_reports_were_used_sign_nothing() -> None:
    assert signed("With reports from Reforma and El Diario") == ()


def test_small() -> None:
    assert small("HARRIET McCOLEBROOK-O’DEA") == "HARRIET McCOLEBROOK-O’DEA"
    assert small("HARRIET MCCOLE VAN DER BERG") == "Harriet McCole van der Berg"
    assert small("BBC") == "BBC"


def test_is_name() -> None:
    assert is_name("Ann Lee")
    assert not is_name("Ann")
    assert not is_name("Ann Lee said the ship sank today")
    assert not is_name("Read More")


def test_section_names_are_nobody() -> None:
    assert read("국제", marked=True) is None
    assert read("한지우", marked=True) is not None


def test_staff_with_a_partner() -> None:
    found = read("Courier staff with The Norwick Mercury")
    assert found is not None
    assert (found.names, found.partners, found.staff) == (("Courier staff",), ("The Norwick Mercury",), True)


def test_a_korean_lead_is_no_byline() -> None:
    assert read("(부산=연합뉴스) 한가람 기자 = 정부는 12일 다리를 연다고 밝혔다.") is None
    assert read("다리가 다시 열린다고 한가람 기자 등이 전했다고 시는 말했다.") is None


def test_contributors() -> None:
    assert contributors("Reporting by Ann Lee; additional reporting by Jo Hart in Rome; editing by M. Roe") == (
        "Jo Hart",
    )
    assert contributors("The Wire, with a report from Lyon by Max Roe and Jo Hart") == ("Max Roe", "Jo Hart")
    assert contributors("Additional reporting by staff") == ()

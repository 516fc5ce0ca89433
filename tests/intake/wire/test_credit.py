"""Agencies and credit lines."""

from __future__ import annotations

import pytest

from hearsay.intake.wire.credit import expand, is_agency, is_sign_off, known, source


def test_known() -> None:
    found = known("AFP")
    assert found is not None
    assert (found.name, found.release) == ("Agence France-Presse", False)
    assert known("연합뉴스") == known("Yonhap News Agency")
    wire = known("PR Newswire")
    assert wire is not None
    assert wire.release
    assert known("MP") is None


@pytest.mark.parametrize(
    ("tag", "names", "expected"),
    [
        ("MP", ["The Harbour Courier", "Meridian Press"], "Meridian Press"),
        ("Kestrel", ["Kestrel Newswire"], "Kestrel Newswire"),
        ("NMW", ["Northmark Wire"], "Northmark Wire"),
        ("FWA", ["Fairwater Agency"], "Fairwater Agency"),
        ("MP", ["Harbour Courier"], None),
        ("MP", [], None),
    ],
)
def test_expand(tag: str, names: list[str], expected: str | None) -> None:
    assert expand(tag, names) == expected


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ann Lee; Editing by Jo Hart)",
        "-- Additional reporting by Ann Lee in Rome.",
        "(Lee reported from Rome. Edited by J. Hart.)",
        "Ann Lee reported from Loitoktok.",
        "Staff writer Jo Hart contributed to this report.",
        "-- With Ann Lee in Damascus.",
    ],
)
def test_sign_off(text: str) -> None:
    assert is_sign_off(text)


@pytest.mark.parametrize("text", ["The bank reported by noon that it had lost money.", '"With us," he said.', ""])
def test_no_sign_off(text: str) -> None:
    assert not is_sign_off(text)


def test_source() -> None:
    assert source("Source: AFP") == "AFP"
    assert source("출처: 연합뉴스") == "연합뉴스"
    assert source("A source: it said") is None


def test_is_agency() -> None:
    assert is_agency("Meridian Press")
    assert is_agency("Reuters")
    assert not is_agency("The Harbour Courier")

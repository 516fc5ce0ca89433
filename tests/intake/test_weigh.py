"""Which saying the record keeps."""

from __future__ import annotations

from hearsay.intake import weigh
from hearsay.intake.parts import Piece
from hearsay.intake.wire.dateline import match
from hearsay.model.report import Dateline, Evidence


def _published(*values: tuple[str, str]) -> list[Evidence]:
    return [Evidence("published", value, where) for value, where in values]


def test_the_more_exact_form_of_one_day_is_kept() -> None:
    evidence = _published(("2024-05-01", "json-ld datePublished"), ("2024-05-01T10:00:00+02:00", "time"))
    assert weigh.published(evidence, "published", None) == "2024-05-01T10:00:00+02:00"


def test_the_more_trusted_day_is_kept() -> None:
    evidence = _published(("2024-05-01", "json-ld datePublished"), ("2024-08-09T10:00:00+02:00", "time"))
    assert weigh.published(evidence, "published", None) == "2024-05-01"


def test_a_day_far_from_the_dateline_is_passed_over() -> None:
    evidence = _published(("2019-01-03", "json-ld datePublished"), ("2024-05-02", "time"))
    assert weigh.published(evidence, "published", match("OSLO, May 1 (AP) — Rain")) == "2024-05-02"
    assert weigh.published([], "published", None) is None


def test_dateline_dates() -> None:
    filed = match("OSLO, Dec. 31 (AP) — Rain")
    assert weigh.dateline(filed, "2024-01-01T08:00:00Z") == Dateline("OSLO", "2023-12-31", "AP")
    assert weigh.dateline(filed, None) == Dateline("OSLO", None, "AP")
    assert weigh.dateline(match("OSLO (AP) — Rain"), "2024-01-01T08:00:00Z") == Dateline("OSLO", "2024-01-01", "AP")
    assert weigh.dateline(None, "2024-01-01") is None


def test_the_year_of_a_rights_line() -> None:
    filed = match("OSLO, May 1 (AP) — Rain")
    assert weigh.near(filed, ["Copyright 2023 MP"]) == "2023-05-01"
    assert weigh.near(filed, ["Copyright 1999-2023 MP"]) is None
    assert weigh.near(None, ["Copyright 2023 MP"]) is None


def test_copy_of_the_day_before() -> None:
    filed, morning = match("OSLO (AP) — Rain"), "2024-05-04T08:00:00+09:00"  # a Saturday
    assert weigh.dateline(filed, morning, ["Rain fell, police said on Friday."]) == Dateline("OSLO", "2024-05-03", "AP")
    assert weigh.dateline(filed, morning, ["Rain fell on Friday, police said."]) == Dateline("OSLO", "2024-05-04", "AP")
    evening = "2024-05-04T18:00:00+09:00"
    assert weigh.dateline(filed, evening, ["Rain, police said on Friday."]) == Dateline("OSLO", "2024-05-04", "AP")
    assert weigh.dateline(filed, "soon", ["Rain, police said on Friday."]) == Dateline("OSLO", "soon", "AP")


def test_a_visible_person_goes_before_the_outlet_in_the_metadata() -> None:
    pieces = (Piece("byline", "Lê Phương", None),)
    evidence = [Evidence("author", "Harbour Mail", "json-ld author"), Evidence("outlet", "harbourmail.example", "og")]
    assert [author.name for author in weigh.writers(pieces, evidence, "The Harbour Mail").authors] == ["Lê Phương"]


def test_contributors_where_nobody_else_is_named() -> None:
    pieces = (Piece("credit", "The Wire, with additional reporting by Jo Hart", None),)
    assert [author.name for author in weigh.writers(pieces, [], None).authors] == ["Jo Hart"]

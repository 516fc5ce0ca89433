"""Slugs, captions, notes, endings, furniture: the small conventions."""

from __future__ import annotations

import pytest

from hearsay.intake.wire import caption, endings, furniture, notes, slug


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("MPA3361 4 u 0349 MP-HARBOUR-STORM-1stLd", "MP-HARBOUR-STORM-1stLd"),
        ("^BC-US--Harbour-Storm, 2nd Ld-Writethru", "BC-US--Harbour-Storm"),
        ("mrd-2214 / europe / HARBOUR-STORM (UPDATE 1)", "HARBOUR-STORM"),
        ("HARBOUR-STORM/DAMAGE", "HARBOUR-STORM/DAMAGE"),
        ("A storm hit the harbour", None),
        ("ANN LEE-HART", None),
    ],
)
def test_slug(line: str, words: str | None) -> None:
    assert slug.keywords(line) == words


def test_routing_and_lead() -> None:
    assert slug.is_routing("MPA3361 4 u 0349 MP-HARBOUR-STORM-1stLd")
    assert slug.is_routing("Priority: 2    Fri 14 Oct 2022 19:10 BST")
    assert not slug.is_routing("Priority seats were full, he said.")
    assert slug.is_lead("1st Ld-Writethru")
    assert not slug.is_lead("The lead role")


@pytest.mark.parametrize(
    ("line", "words", "credit"),
    [
        (
            "▲ A ship in port in this photo released by TASS. (Yonhap)",
            "A ship in port in this photo released by TASS.",
            "TASS",
        ),
        ("A ship in port. (Ann Lee/The Courier)", "A ship in port.", "Ann Lee/The Courier"),
        ("A ship in port. Photo: The Courier/A. Lee", "A ship in port.", "The Courier/A. Lee"),
        ("FILE - A ship in port", "A ship in port", None),
        ("A ship (on the left) in port", "A ship (on the left) in port", None),
        ("A ship | Getty Images", "A ship", "Getty Images"),
    ],
)
def test_caption(line: str, words: str, credit: str | None) -> None:
    found = caption.read(line)
    assert (line[found.start : found.end], found.credit) == (words, credit)


def test_notes() -> None:
    assert notes.is_editors("Eds: UPDATES with quotes.")
    assert notes.is_editors("(RECASTS, adds quotes)")
    assert not notes.is_editors("Editors of the paper resigned.")
    assert notes.is_correction("(Clarification: Meridian reported on Monday …)")
    assert notes.is_correction("This article was amended on 3 May.")
    assert notes.is_correction("(Meridian Press corrects its report of Thursday.)")
    assert not notes.is_correction("The court corrected nothing.")
    assert notes.is_translation("Translated by Ann Lee")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("A headline",), "usable"),
        (("BC-Storm, 2nd Ld-Writethru",), "update"),
        (("UPDATE 2-Storm hits",), "update"),
        (("CORRECTED-Storm hits", "UPDATE 2"), "correction"),
        (("KILL: Storm hits",), "withdrawn"),
        (("EMBARGOED until 0900 GMT",), "embargoed"),
        (("BC-EU--Storm, KILL",), "withdrawn"),
        (("Kill Bill returns",), "usable"),
    ],
)
def test_status(lines: tuple[str, ...], expected: str) -> None:
    assert notes.status(lines) == expected


@pytest.mark.parametrize(
    "line", ["(END)", "-30-", "- 0 -", "ENDS", "ENDS MERIDIAN al/jh", "(끝)", "###", "(END) MERIDIAN PRESS 0455GMT"]
)
def test_end(line: str) -> None:
    assert endings.is_end(line)


@pytest.mark.parametrize("line", ["The end of the war", "Ends of the earth", "", "Enda Kenny said no."])
def test_no_end(line: str) -> None:
    assert not endings.is_end(line)


def test_page_marks() -> None:
    assert endings.is_page_mark("(MORE)")
    assert endings.is_page_mark("Page 2 of 3")
    assert not endings.is_page_mark("More than 3")


def test_rights_and_contact() -> None:
    assert endings.is_rights("(C) Yonhap News Agency. All Rights Reserved")
    assert endings.owner("Copyright (c) 2023 Meridian Press. Not for redistribution.") == "Meridian Press"
    assert endings.trimmed("Meridian Media Pte Ltd") == "Meridian Media"
    assert endings.is_contact("Contact: desk@meridian.example")
    assert not endings.is_contact("He said nothing.")


@pytest.mark.parametrize(
    "line", ["• facebook", "Share: Facebook / Twitter / email", "kakao - band - naver", "공유 인쇄"]
)
def test_share(line: str) -> None:
    assert furniture.is_share(line)


@pytest.mark.parametrize(
    "line",
    [
        "Click to share on Twitter",
        "[ Read next: Ferry contract ]",
        "We use cookies to improve",
        "Get our newsletter",
        "Unsubscribe",
    ],
)
def test_plea(line: str) -> None:
    assert furniture.is_plea(line)


def test_body_is_no_furniture() -> None:
    line = "The minister told parliament that the ship would be inspected in the lake."
    assert furniture.is_prose(line)
    assert not (furniture.is_share(line))
    assert not (furniture.is_menu(line))
    assert not (furniture.is_plea(line))
    assert not (furniture.is_crumb(line))


def test_rule_menu_crumb() -> None:
    assert furniture.is_rule("=====")
    assert furniture.is_menu("Home  News  World  Sport")
    assert furniture.is_crumb("Home > World > Africa")
    assert furniture.pieces("Home > World > Africa") == ["Home", "World", "Africa"]

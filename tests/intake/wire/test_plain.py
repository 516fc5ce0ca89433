"""Plain text and wire copy to a draft."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from hearsay.intake.charset import decode
from hearsay.intake.wire.plain import parse

if TYPE_CHECKING:
    from hearsay.intake.draft import Draft

LEAD = (
    "The harbour master of Norwick said on Monday that eleven boats had been lost in the storm, and that nobody would "
    "be allowed to sail before Thursday."
)
SECOND = '"We have never seen such a sea," Ann Hale told reporters at the quay. "Three crews are still missing."'
THIRD = "The coast guard declined to comment. Many in the town expect the search to end this week."

WIRE = f"""MPA3361 4 u 0349 MP-NORWICK-STORM-2ndLd
^BC-EU--Norwick-Storm, 2nd Ld-Writethru
^Eleven boats lost off Norwick: harbour master
^Eds: UPDATES with coast guard. Pix sent.
By Lorna Estevez-Pryor

{textwrap.fill("NORWICK, Oct. 23 (MP) -- " + LEAD, 65, initial_indent="    ")}
{textwrap.fill(SECOND, 65, initial_indent="    ")}
(MORE)
{textwrap.fill(THIRD, 65, initial_indent="    ")}

(Reporting by Lorna Estevez-Pryor; Editing by Jo Hart)
(END) MERIDIAN PRESS 1855GMT 23-10-23
Copyright 2023 Meridian Press. Not for redistribution.
"""

PAGE = f"""THE HARBOUR COURIER  >  Local  >  Print view
facebook twitter kakao
Eleven boats lost in storm
Eleven boats lost in storm

ANN LEE
Meridian Press
Posted Tuesday, October 24, 2023 | 6:05 a.m. EDT

NORWICK (MP) — {LEAD}

{SECOND}

Advertisement

{THIRD}

[ Read next: Ferry contract goes north ]
Follow us on Facebook and Twitter. Get our newsletter.
Copyright 2023 Harbour Courier
"""


def _draft(text: str) -> Draft:
    return parse(decode(text.encode()))


def _stated(draft: Draft, field: str) -> list[str]:
    return [item.value for item in draft.evidence if item.field == field]


def test_wire_copy() -> None:
    draft = _draft(WIRE)
    assert [(block.role, block.text) for block in draft.blocks] == [
        (None, "BC-EU--Norwick-Storm, 2nd Ld-Writethru"),
        ("headline", "Eleven boats lost off Norwick: harbour master"),
        ("note", "Eds: UPDATES with coast guard. Pix sent."),
        ("byline", "By Lorna Estevez-Pryor"),
        (None, "NORWICK, Oct. 23 (MP) --"),
        ("paragraph", LEAD),
        ("paragraph", SECOND),
        ("paragraph", THIRD),
        ("credit", "(Reporting by Lorna Estevez-Pryor; Editing by Jo Hart)"),
        (None, "(END) MERIDIAN PRESS 1855GMT 23-10-23"),
        ("rights", "Copyright 2023 Meridian Press. Not for redistribution."),
    ]
    assert _stated(draft, "published") == ["2023-10-23T18:55:00+00:00"]
    assert _stated(draft, "slug") == ["MP-NORWICK-STORM-2ndLd", "BC-EU--Norwick-Storm"]


def test_saved_page() -> None:
    draft = _draft(PAGE)
    assert [block.text for block in draft.blocks if block.role == "paragraph"] == [LEAD, SECOND, THIRD]
    assert [block.text for block in draft.blocks if block.role == "headline"] == ["Eleven boats lost in storm"]
    assert [block.text for block in draft.blocks if block.role == "byline"] == ["ANN LEE", "Meridian Press"]
    assert _stated(draft, "published") == ["2023-10-24T06:05:00-04:00"]
    assert _stated(draft, "outlet") == ["THE HARBOUR COURIER"]
    words = " ".join(block.text for block in draft.blocks)
    assert not any(word in words for word in ("facebook", "Facebook", "Read next", "newsletter", "Advertisement"))


def test_bytes_are_those_that_were_read() -> None:
    data = WIRE.replace("Hale", "Håle").encode("utf-16")
    draft = parse(decode(data))
    assert draft.blocks
    for block in draft.blocks:
        assert block.source is not None
        raw = data[block.source.start : block.source.end].decode("utf-16-le")
        assert " ".join(raw.split()).lstrip("^ ") == block.text


def test_a_paragraph_cut_by_a_page_mark_is_whole_again() -> None:
    first, second = LEAD[:60].rsplit(" ", 1)[0], LEAD[len(LEAD[:60].rsplit(" ", 1)[0]) + 1 :]
    draft = _draft(f"A headline of five words\n\nOSLO (MP) -- {first}\n\n(MORE)\n\n{second}\n\n{THIRD}\n")
    assert [block.text for block in draft.blocks if block.role == "paragraph"] == [LEAD, THIRD]


def test_nothing_to_read() -> None:
    for text in ("", "\n\n", "facebook\ntwitter\n", "====\n----\n"):
        assert _draft(text).blocks == ()


def test_a_few_words_are_a_text() -> None:
    assert [block.text for block in _draft("Rain fell in Oslo").blocks] == ["Rain fell in Oslo"]


def test_odd_characters_survive() -> None:
    text = "“Unclosed 🙂, she said, \u202bמילה\u202c and \u1112\u1161\u11ab were on the quay with many others that day."
    assert [block.text for block in _draft(text).blocks] == [text]


def test_hostile_text_is_quick() -> None:
    for text in ("a " * 500_000, "a.\n" * 100_000, "(" * 500_000, "By A " * 100_000, "OSLO, " * 100_000):
        _draft(text)


def test_lists_of_links_inside_the_body_are_dropped() -> None:
    draft = _draft(f"A headline of five words\n\n{LEAD}\n\nRead more\n * How storms form\n * Ten wrecks\n\n{SECOND}\n")
    assert [block.text for block in draft.blocks if block.role == "paragraph"] == [LEAD, SECOND]


def test_prose_above_a_late_dateline_is_kept() -> None:
    quoted = f"OSLO (MP) — {THIRD}"
    draft = _draft("\n\n".join([LEAD, LEAD + " Again.", LEAD + " Still.", SECOND, quoted]))
    assert [block.text for block in draft.blocks][-2:] == [SECOND, quoted]


def test_urgent_and_embargoed_copy() -> None:
    draft = _draft(f"URGENT\nBOATS LOST OFF NORWICK: MASTER\nNORWICK, Oct 23 (MP) - {LEAD}\nMORE FOLLOWS\n")
    assert [block.text for block in draft.blocks if block.role == "headline"] == ["BOATS LOST OFF NORWICK: MASTER"]
    held = _draft(f"EMBARGOED until 0001 GMT, 24 October 2023\n\nStudy finds storms last\n\nOSLO (MP) - {LEAD}\n")
    assert held.blocks[0].role == "note"
    assert _stated(held, "published") == []


def test_copy_in_two_takes_with_the_marks_of_the_wire() -> None:
    draft = _draft(
        "r a BC-NO--Lost-Boats   10-23 0512\n^BC-NO--Lost Boats, 3rd Ld-Writethru,480<\n^Boats lost off Norwick<\n"
        f"^By ANN LEE and BO HOLM=\n^Meridian Press=\n\tNORWICK, Oct. 23 (MP) _ {LEAD}\n\tMORE\n\n"
        "r a BC-NO--Lost-Boats, 1st Add   10-23 0201\n^BC-NO--Lost Boats, 3rd Ld-Writethru, 1st Add,480<\n"
        f"^NORWICK: nine knots.''\n\t{SECOND}\n\t(END)\nNNNN\n"
    )
    told = [(block.role, block.text) for block in draft.blocks]
    assert ("headline", "Boats lost off Norwick") in told
    assert ("byline", "By ANN LEE and BO HOLM") in told
    assert [text for role, text in told if role == "paragraph"] == [LEAD, SECOND]
    assert [text for _, text in told if text.endswith(("<", "=", "knots.''"))] == []


def test_a_short_sentence_may_end_a_report() -> None:
    for last in ("He did not elaborate.", '"We are ready."', "It was closed."):
        draft = _draft(f"Storm over\n\nNORWICK (MP) -- {LEAD}\n\n{SECOND}\n\n{last}\n\nShare this\n")
        assert draft.blocks[-1].text == last
    for tail in ("Related: Ferry sold", "Share this", "Copyright 2023 Courier.", "Photo: Ann Hale."):
        draft = _draft(f"Storm over\n\nNORWICK (MP) -- {LEAD}\n\n{SECOND}\n\n{tail}\n")
        assert [block.text for block in draft.blocks if block.role == "paragraph"][-1] == SECOND

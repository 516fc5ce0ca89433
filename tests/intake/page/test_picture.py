"""Captions and credits of pictures."""

import pytest

from hearsay.intake.page import dom, layout
from hearsay.intake.page.picture import captioned, picture_role


def placed(inner):
    (line,) = layout.lines(dom.parse(f"<figure><img><figcaption>{inner}</figcaption></figure>"))
    role = picture_role(line)
    return [(each.role, each.text) for each in captioned(line, role)] if role else []


@pytest.mark.parametrize(
    ("inner", "parts"),
    [
        ("Ships sail.<i class=credit>Credit: Ann Lee</i>", [("caption", "Ships sail."), ("credit", "Credit: Ann Lee")]),
        ("Ships -<i class='x-copyright'> Copyright NNA</i>", [("caption", "Ships"), ("credit", "Copyright NNA")]),
        ("<span>Ships leave</span><b>Quay of Dover</b>", [("caption", "Ships leave Quay of Dover")]),
        ("Photo: Ann Lee", [("credit", "Photo: Ann Lee")]),
        ("Reuters", [("credit", "Reuters")]),
        ("EPA", [("credit", "EPA")]),
    ],
)  # fmt: skip
def test_a_caption_and_its_credit_are_told_apart(inner, parts):
    assert placed(inner) == parts


def test_a_paragraph_without_a_picture_is_none_of_one():
    (line,) = layout.lines(dom.parse("<p>Ships leave the harbour.</p>"))
    assert picture_role(line) is None

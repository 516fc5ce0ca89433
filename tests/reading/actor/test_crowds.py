import pytest

from hearsay.model.report import Part, Report
from hearsay.reading.actor import cast, crowds
from hearsay.reading.actor.scene import Scene
from hearsay.reading.actor.words import Words


def heard(text: str) -> list[tuple[str, bool]]:
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    scene = Scene(report, cast.gather(report, Words(text, report.spans("paragraph"))), ())
    return [(one.entity.name, one.subject) for one in crowds.find(scene)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexican officials met the press.", [("Mexican officials", True)]),
        ("Senior port workers left. They told local residents.", [("senior port workers", True), ("residents", False)]),
        ("Ole Dahl and Ann Rao met.", [("Ole Dahl; Ann Rao", True)]),
        ("Ole Dahl and his wife met.", []),
        ("The mayor’s critics wept.", [("critics", False)]),
        ("", []),
    ],
)
def test_several_people_are_heard_with_what_describes_them(text: str, expected: list[tuple[str, bool]]) -> None:
    assert heard(text) == expected

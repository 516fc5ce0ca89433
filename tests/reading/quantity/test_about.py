import pytest

from hearsay.model.report import Part, Report
from hearsay.reading.quantity import figures
from hearsay.reading.timex import times


def about(text: str) -> list[str | None]:
    page = Report("r", "r", "", "text/plain", text, published="2024-10-24", parts=(Part("paragraph", 0, len(text)),))
    return [each.about for each in figures.find(page, times.find(page), ())]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("They sent around 2,500 soldiers to the northern border, he said.", ["soldiers to the northern border"]),
        ("The floods killed 40 people and swept away over 250 cars.", ["floods killed", "cars"]),
        ("The overall cost is put at R4bn.", ["overall cost"]),
        ("She holds 26 percent of its cash.", ["its cash"]),
        ("The team opened a $270M renovation.", ["renovation"]),
        ("She owns a 26 percent stake in the mill.", ["stake"]),
        ("The shares closed at $106.04, against $267.83 a day earlier.", ["shares closed", "shares closed"]),
        ("After a fall of 62 percent on Monday, it rose 27 percent.", ["fall", None]),
        ("It had a profit of R11bn and R5bn.", ["profit", "profit"]),
        ("5 million pesos", ["pesos"]),
        ("They won. Attendance: 12,836.", ["Attendance"]),
        ("The plan has been cut from R11bn to R5bn.", ["plan has been cut", "plan has been cut"]),
        ("He hired 40 clerks to claw back R50bn.", ["clerks to claw back", "clerks to claw back"]),
    ],
)
def test_what_a_figure_is_about(text: str, phrases: list[str | None]) -> None:
    assert about(text) == phrases


@pytest.mark.parametrize("text", ["40 per cent and 5 pounds", "It rose 4%, and fell 3%", "and $5m or €6m but £7m"])
def test_never_a_conjunction_or_the_unit(text: str) -> None:
    assert not {"and", "or", "but", "per", "percent", "cent"} & {str(each).split()[0] for each in about(text)}

import pytest

from hearsay.model.report import Part, Report
from hearsay.reading.timex import times


def found(text: str) -> list[tuple[str, str, str | None, str | None]]:
    page = Report("r", "r", "", "text/plain", text, published="2024-10-24", parts=(Part("paragraph", 0, len(text)),))
    return [(each.span.of(text), each.value, each.begin, each.end) for each in times.find(page)]


def test_both_ends_of_a_range_take_the_year_of_its_end() -> None:
    whole = ("1932-07-30", "1932-08-14")
    assert [each[2:] for each in found("It ran from July 30-Aug. 14, 1932.")] == [whole, whole]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("They have fought since Nov. 7.", ["2023-11-07"]),
        ("The Nov. 7 attacks killed many.", ["2023-11-07"]),
        ("The term ended Dec. 31.", ["2023-12-31"]),
        ("The vote on Nov. 7 will be close.", ["2024-11-07"]),
        ("He spoke of Jan. 7. They have fought since Jan. 7.", ["2024-01-07", "2024-01-07"]),
        ("He spoke of Dec. 7. They have fought since Dec. 7.", ["2023-12-07", "2023-12-07"]),
        ("It broke on Dec. 7, 2022. He spoke of Dec. 7.", ["2022-12-07", "2022-12-07"]),
    ],
)
def test_the_year_of_a_day_without_one(text: str, begins: list[str]) -> None:
    assert [each[2] for each in found(text)] == begins

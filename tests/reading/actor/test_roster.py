import pytest

from hearsay.model.report import Part, Report
from hearsay.reading.actor import cast
from hearsay.reading.actor.words import Words


def called(text: str) -> dict[str, str]:
    """The entity's name for each mention's words, by the words."""
    start = text.index("\n\n") + 2
    parts = (Part("headline", 0, start - 2), Part("paragraph", start, len(text)))
    report = Report("r", "t", "0", "text/plain", text, parts=parts)
    gathered = cast.gather(report, Words(text, report.spans("headline", "paragraph")))
    return {mention.name.text: mention.entity.name for mention in gathered.mentions}


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Talks\n\nMinister Hadi Zulkifli came. Then Hadi spoke.", "Hadi", "Hadi Zulkifli"),
        ("Talks\n\nIt was Datuk Seri Osman Rahim. Later Osman spoke.", "Osman", "Osman Rahim"),
        ("Talks\n\nPresident Katla Jónsdóttir came. So Katla spoke.", "Katla", "Katla Jónsdóttir"),
        ("Talks\n\nIt was Prof Datuk Mohd Amin Yusri. So Amin spoke.", "Amin", "Mohd Amin Yusri"),
        ("Talks\n\nMayor Luis Prado Ibarra came. So Prado spoke.", "Prado", "Luis Prado Ibarra"),
        ("Talks\n\nIt was Martin Arthur King Jr. who came. So King spoke.", "King", "Martin Arthur King Jr"),
        ("Talks\n\nIt was Mark Le Grand, an analyst. So Le Grand spoke.", "Le Grand", "Mark Le Grand"),
        ("Talks\n\nIt was Paul R. Tate Jr. who came. So Paul Tate spoke.", "Paul Tate", "Paul R. Tate Jr"),
        ("Talks\n\nIt was Joshua Denby who came. So Josh Denby spoke.", "Josh Denby", "Joshua Denby"),
        ("Talks\n\nIt was Donald Marsh. The men around Marsh left. So Marsh spoke.", "Marsh", "Donald Marsh"),
    ],
)
def test_a_short_name_is_the_one_full_name_that_holds_it(text: str, short: str, full: str) -> None:
    assert called(text)[short] == full


def test_a_first_name_of_two_people_joins_neither() -> None:
    assert called("Talks\n\nIt was Anna Weil and Anna Dane. So Anna spoke.")["Anna"] == "Anna"


def test_of_two_with_one_surname_the_one_named_last_is_meant() -> None:
    text = "Talks\n\nIt was Omar Hassan Dahir. It was Sadiq Dahir. So Dahir spoke."
    assert called(text)["Dahir"] == "Sadiq Dahir"


def test_a_company_known_before_a_longer_name_stays_itself() -> None:
    text = "Talks\n\nThe app Trackio grew. It was Trackio again. Camp Trackio met."
    assert called(text)["Trackio"] == "Trackio"


@pytest.mark.parametrize(
    "text", ["Talks\n\nIt was the Indiana Statehouse. It was Statehouse.", "T\n\nIt was Old Chad."]
)
def test_a_region_or_country_is_no_surname(text: str) -> None:
    start = text.index("\n\n") + 2
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", start, len(text)),))
    gathered = cast.gather(report, Words(text, report.spans("paragraph")))
    assert not [entity.name for entity in gathered.entities if entity.type == "person"]


def test_many_of_one_surname_stay_quick() -> None:
    people = " ".join(
        f"It was Ann Q{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} Dane. So Dane spoke." for n in range(600)
    )
    assert len(called(f"Talks\n\n{people}")) > 1

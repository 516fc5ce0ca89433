import pytest

from hearsay.model.span import Span
from hearsay.reading.actor import names
from hearsay.reading.actor.words import Words


def found(text: str) -> list[tuple[str, int]]:
    return [(name.text, name.title) for name in names.find(Words(text, [Span(0, len(text))]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It met Datuk Seri Osman Rahim.", [("Osman Rahim", 2)]),
        ("It met Daw Khin Thiri.", [("Khin Thiri", 1)]),
        ("It met PM Ann Weil.", [("Ann Weil", 1)]),
        ("It was New York State Attorney General today.", [("New York State", 0)]),
        ("The US President came.", [("US", 0)]),
        ("It met Browns DL Mark Tate.", [("Mark Tate", 2)]),
        ("It was Martin King.", [("Martin King", 0)]),
        ("It met the Office for Harbour Safety.", [("Office for Harbour Safety", 0)]),
        ("It was the Islamic State.", [("Islamic State", 0)]),
        ("It met Democratic Sen. Ann Weil.", [("Ann Weil", 2)]),
        ("WE WILL NEVER GO HOME, he said.", []),
    ],
)
def test_titles_and_posts_are_no_names(text: str, expected: list[tuple[str, int]]) -> None:
    assert found(text) == expected

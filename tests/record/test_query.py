import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import TEXTS

from hearsay.errors import UsageError
from hearsay.model.span import Span
from hearsay.record.query import MOST_WORDS, Clause, Phrase, Query, matches, merged, parse
from hearsay.record.words import words


def one(*forms, prefix=False):
    return Phrase(forms, prefix)


@pytest.mark.parametrize(
    ("asked", "clauses"),
    [
        ("north troops", [Clause((one("north"), one("troops")))]),
        ("north AND troops", [Clause((one("north"), one("troops")))]),
        ('"North Korea" sent', [Clause((one("north", "korea"), one("sent")))]),
        ("“North Korea” sent", [Clause((one("north", "korea"), one("sent")))]),
        ('"north korea', [Clause((one("north", "korea"),))]),
        ("troop*", [Clause((one("troop", prefix=True),))]),
        ('"north kor"*', [Clause((one("north", "kor", prefix=True),))]),
        ("a OR b NOT c", [Clause((one("a"),)), Clause((one("b"),), (one("c"),))]),
        ("or not and", [Clause((one("or"), one("not"), one("and")))]),
        ("U.N.'s", [Clause((one("u", "n", "s"),))]),
        ("10,000", [Clause((one("10", "000"),))]),
        ("OR OR a AND NOT", [Clause((one("a"),))]),
        ("NOT OR a", [Clause((one("a"),))]),
        ("병사들", [Clause((one("병사", "사들"),))]),
        ("군", [Clause((one("군", prefix=True),))]),
        ('"북한 군"', [Clause((one("북한", "한", "군", prefix=True),))]),
        ("병사*", [Clause((one("병사"),))]),
        ("NOT a", []),
        ("—", []),
        ("*", []),
    ],
)
def test_parse(asked, clauses):
    assert parse(asked) == Query(tuple(clauses))


@pytest.mark.parametrize("asked", ["", "  \n"])
def test_nothing_asked_is_blank(asked):
    assert parse(asked) == Query((), blank=True)


def test_expression_is_what_fts5_reads():
    assert parse('a "b c" OR d* NOT e').expression() == '("a" AND "b c") OR (("d"*) NOT ("e"))'


def test_too_many_words_is_refused():
    parse("a " * MOST_WORDS)
    with pytest.raises(UsageError, match="longer than"):
        parse("a " * (MOST_WORDS + 1))


def found(asked, text):
    return [match.span.of(text) for match in matches(parse(asked), words(text))]


@pytest.mark.parametrize(
    ("asked", "text", "answers"),
    [
        ("elysee", "The Élysée and the ÉLYSÉE.", ["Élysée", "ÉLYSÉE"]),
        ("e\u0301lysee", "The Élysée", ["Élysée"]),
        ('"north korea"', "North Korea’s north, Korea; north of Korea", ["North Korea", "north, Korea"]),
        ("kore*", "Korea Koreans core", ["Korea", "Koreans"]),
        ("병사", "북한 병사들이 왔다", ["병사"]),
        ("병사들이", "북한 병사들이 왔다", ["병사들이"]),
        ("들", "북한 병사들이", ["들"]),
        ("이", "북한 병사들이", ["이"]),
        ('"북한 병사"', "북한 병사들이, 북한의 병사", ["북한 병사"]),
        ("東京", "彼は東京都に", ["東京"]),
        ("fire", "a ﬁre 😀 fire", ["ﬁre", "fire"]),
        ("a NOT b", "a b", ["a"]),
    ],
)
def test_matches_have_exact_places(asked, text, answers):
    assert found(asked, text) == answers


def test_merged_joins_what_overlaps_or_touches():
    assert merged([Span(5, 6), Span(0, 2), Span(1, 3), Span(3, 4)]) == (Span(0, 4), Span(5, 6))


@given(st.text() | TEXTS, TEXTS)
def test_any_string_is_a_query_and_matches_lie_in_the_text(asked, text):
    query = parse(asked[:100])
    for match in matches(query, words(text)):
        assert 0 <= match.span.start < match.span.end <= len(text)
        assert 0 <= match.phrase < len(query.wanted)


@given(TEXTS)
def test_a_text_answers_to_its_own_words(text):
    asked = '"' + text.replace('"', " ").replace("“", " ").replace("”", " ") + '"'
    query = parse(asked)
    if query.clauses:
        assert matches(query, words(text))

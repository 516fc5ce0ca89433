from hearsay.evaluation.attribution.polnear import Article, Triple
from hearsay.evaluation.attribution.spans import links, misses, sections
from hearsay.evaluation.scores import Ratio, Tally
from hearsay.model.span import Span

TEXT = 'Ann said it rains. Bob says "no." Critics agree. It was reported that all is well.'


def at(words, start=0):
    place = TEXT.index(words, start)
    return (Span(place, place + len(words)),)


ANN = Triple(at("Ann"), at("said"), at("it rains"))
BOB = Triple(at("Bob"), at("says"), at('"no."'))
NOBODY = Triple((), at("was reported"), at("all is well"))


def score(found, gold):
    overall, *classes = sections("t", [(Article("p_1", TEXT, gold), found)])
    return overall.rows, {name: row for section in classes for name, row in section.rows.items()}


def test_by_hand():
    long_cue = Triple(at("Ann"), at("said it"), at("rains"))
    rows, _ = score((long_cue, BOB), (ANN, BOB, NOBODY))
    assert rows["source, exact by piece"] == Tally(2, 2, 2)
    assert rows["cue, exact by piece"] == Tally(1, 2, 3)
    assert rows["content, exact whole"] == Tally(1, 2, 3)
    assert rows["content, characters"] == Tally(5 + 5, 5 + 5, 8 + 5 + 11)
    assert rows["linked by overlap"] == Tally(2, 2, 3)
    assert rows["whole attribution exact"] == Tally(1, 2, 3)


def test_no_source_matches_no_source_only():
    assert links([NOBODY], [Triple(at("It"), NOBODY.cue, NOBODY.content)]) == []
    assert links([NOBODY], [Triple((), at("reported"), at("well"))]) == [(0, 0)]


def test_one_piece_of_two_attributions_counts_once_by_piece_and_twice_whole():
    twice = Triple(at("Ann"), at("agree"), at("Critics"))
    rows, _ = score((ANN,), (ANN, twice))
    assert rows["source, exact by piece"] == Tally(1, 1, 1)
    assert rows["source, exact whole"] == Tally(1, 1, 2)


def test_an_opening_that_is_folded_in_rows_of_its_own():
    gold = Triple((), at("was reported"), at("that all is well"))
    rows, _ = score((NOBODY,), (gold,))
    assert rows["content, exact by piece"] == Tally(0, 1, 1)
    assert rows["content without “that”, exact by piece"] == Tally(1, 1, 1)
    assert rows["whole attribution without “that”, exact"] == Tally(1, 1, 1)


def test_by_class_and_publisher():
    _, classes = score((BOB, Triple(at("It"), NOBODY.cue, NOBODY.content)), (ANN, BOB, NOBODY))
    assert classes["direct: linked, recall"] == Ratio(1, 1)
    assert classes["direct: linked, precision"] == Ratio(1, 1)
    assert classes["indirect: linked, precision"] == Ratio(0, 1)
    assert classes["indirect: exact"] == Ratio(0, 2)
    assert classes["no source: linked, recall"] == Ratio(0, 1)
    assert classes["no source: linked, precision"] == Ratio(0, 0)
    assert classes["p: linked"] == Tally(1, 2, 3)
    assert classes["p: exact"] == Tally(1, 2, 3)


def test_across_sentences_and_several_pieces():
    long = Triple(at("Ann"), at("says"), (*at("it rains"), *at('"no."')))
    _, classes = score((long,), (long, ANN))
    assert classes["across sentences: exact"] == Ratio(1, 1)
    assert classes["several pieces: linked, recall"] == Ratio(1, 1)
    assert classes["mixed: exact"] == Ratio(1, 1)


def test_misses_have_their_class():
    found = (Triple((), ANN.cue, ANN.content), Triple(at("Bob"), at("says"), at("no")))
    kinds = [miss.kind for miss in misses([(Article("p_1", TEXT, (ANN, BOB, NOBODY)), found)])]
    assert kinds == [
        "missed: no source found", "borders: content", "missed: nothing there, no source", "found beside the gold",
    ]  # fmt: skip

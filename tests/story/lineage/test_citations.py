import pytest

from hearsay.story.lineage.body import body
from hearsay.story.lineage.citations import PASSES_ON, naming, relayed
from hearsay.story.lineage.names import maker


@pytest.fixture
def cites(make):
    def cited(sentence, **stated):
        report = make("a", (sentence,)).report
        return naming(report.text, body(report), maker(make("b", ("x",), **stated).report))

    return cited


@pytest.mark.parametrize(
    "sentence",
    [
        "The hall burned, the Brno Post reported on Tuesday.", "A freezer did it, according to Brno Post's website.",
        "That is what THE BRNO POST says.",
    ],
)  # fmt: skip
def test_an_outlet_that_is_named_for_what_it_reported(cites, sentence):
    assert cites(sentence, outlet="The Brno Post") == (0,)


@pytest.mark.parametrize(
    "sentence", ["The Brno Post Office burned.", "A post in Brno, he said, was lost.", "He walked past the Brno Post."]
)
def test_words_that_only_look_like_it(cites, sentence):
    assert cites(sentence, outlet="Brno Post Gazette") == ()


def test_a_short_name_needs_its_capitals(cites):
    assert cites("It was reported by AP on Monday.", outlet="AP", agency="AP") == (0,)
    assert cites("It was reported by an ap on Monday.", outlet="AP", agency="AP") == ()


def test_a_name_from_another_script_is_known_by_its_sound(cites):
    assert cites("The bank was shut, the Hanbit Daily reported.", outlet="한빛데일리") == (0,)
    assert cites("The bank was shut, it was reported in hanbit style.", outlet="한빛데일리") == ()


def test_the_sentence_is_told(cites):
    assert cites("The hall burned. A freezer did it, said the Star. Star traders said so.", outlet="Star") == (1, 2)


def test_how_much_a_body_only_passes_on(make, wire, fire):
    told = make(
        "a", ("It burned, the Post reported. A freezer did it, the paper said. Nobody died, the Herald says.",)
    ).report
    assert relayed(told.text, body(told)) == 1.0
    assert relayed(wire.report.text, body(wire.report)) < PASSES_ON
    assert relayed("", body(make("b", ()).report)) == 0.0

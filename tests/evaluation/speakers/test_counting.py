from hearsay.evaluation.scores import Ratio
from hearsay.evaluation.speakers import _actors, _events, _judged, misses
from hearsay.evaluation.speakers.counting import clusters, events, has_name, named, sources, stands_for, titled
from hearsay.evaluation.speakers.gold import Document, Mention, Speech
from hearsay.model.reading import Actor, Attribution, Reading
from hearsay.model.report import Report
from hearsay.model.span import Span

TEXT = "Acme Corp. hired Bo Lind. The company said so. He agreed. Acme denied it. Critics laughed."


def at(words, start=0):
    place = TEXT.index(words, start)
    return Span(place, place + len(words))


def mention(words, chain, start=0):
    return Mention(at(words, start), chain)


DOCUMENT = Document(
    "d",
    TEXT,
    (
        mention("Acme Corp.", "acme"),
        mention("Bo Lind", "bo"),
        mention("The company", "acme"),
        mention("He", "bo", 40),
        mention("Acme", "acme", 50),
        mention("Critics", "critics"),
    ),
    {"acme": ("Acme Corporation",)},
    (
        Speech(at("said"), mention("The company", "acme")),
        Speech(at("agreed"), mention("He", "bo", 40)),
        Speech(at("laughed"), mention("Critics", "critics")),
    ),
)
ACME = Actor("e1", "Acme Corp.", "organisation", mentions=(at("Acme Corp."), at("The company"), at("Acme", 50)))
BO = Actor("e2", "Bo Lind", "person", mentions=(at("Bo Lind"),))
CRITICS = Actor("e3", "critics", "group", mentions=(at("Critics"),))
COMPANY = Actor("e4", "company", "organisation", mentions=(at("The company"),))


def said(id_, source, cue, speaker):
    return Attribution(id_, "indirect", source=(source,) if source else (), cue=(at(cue),), speaker=speaker)


def reading(*attributions, actors=(ACME, BO, CRITICS, COMPANY)):
    return Reading(Report("", "", "", "", TEXT), attributions, actors)


ALL_RIGHT = reading(
    said("a1", at("The company"), "said", "e1"),
    said("a2", at("He", 40), "agreed", "e2"),
    said("a3", at("Acme", 50), "denied", "e1"),
    said("a4", at("Critics"), "laughed", "e3"),
)
HALF = reading(said("a1", at("The company"), "said", "e4"), said("a2", at("He", 40), "agreed", None))


def test_an_actor_stands_on_the_chain_of_its_name():
    assert stands_for(DOCUMENT, ACME) == "acme"
    mixed = Actor("e9", "Bo Lind", "person", mentions=(at("Bo Lind"), at("The company"), at("Acme", 50)))
    assert stands_for(DOCUMENT, mixed) == "bo"  # the mentions without a word of the name do not vote
    assert stands_for(DOCUMENT, Actor("e9", "Nobody", "person")) is None


def test_a_name_of_the_chain():
    assert has_name(DOCUMENT, "acme", "Acme")
    assert has_name(DOCUMENT, "acme", "Acme Corporation")
    assert not has_name(DOCUMENT, "acme", "company")
    assert has_name(DOCUMENT, "critics", "unnamed critics")  # a chain without names asks for none


def test_events_by_hand():
    assert [judged.right for _, judged in events(DOCUMENT, ALL_RIGHT)] == [True, True, True]
    rows = _events([(DOCUMENT, HALF)])
    assert rows["found"] == Ratio(2, 3)
    assert rows["speaker known"] == Ratio(1, 2)
    assert rows["speaker right, of the known"] == Ratio(0, 1)  # "company" is not what Acme is called
    assert rows["right, of all"] == Ratio(0, 3)


def test_sources_and_their_form():
    judged = list(sources(DOCUMENT, ALL_RIGHT))
    assert [one.form for one in judged] == ["a description", "a pronoun", "a name", "a name"]  # by its capital
    assert _judged(judged)["speaker right, of the known"] == Ratio(4, 4)
    assert (
        list(sources(DOCUMENT, reading(said("a1", None, "said", "e1"), said("a2", at("laughed"), "said", "e1")))) == []
    )


def test_a_joint_speaker_is_right_by_a_member():
    joint = Actor("e5", "Acme Corp. and Bo Lind", "group", members=("e1", "e2"))
    both = reading(said("a1", at("He", 40), "agreed", "e5"), actors=(ACME, BO, joint))
    assert [one.right for one in sources(DOCUMENT, both)] == [True]


def test_clusters_by_hand():
    assert clusters(DOCUMENT, ALL_RIGHT) == (Ratio(6, 6), Ratio((3 * 3 + 1 * 1) / 4 + 1 + 1, 6))  # "company" is apart
    split = reading(said("a1", at("The company"), "said", "e4"), actors=(
        Actor("e1", "Acme Corp.", "organisation", mentions=(at("Acme Corp."), at("Acme", 50))), COMPANY,
    ))  # fmt: skip
    precision, recall = clusters(DOCUMENT, split)
    assert precision == Ratio(3, 3)
    assert (round(recall.right, 9), recall.of) == (round((2 * 2 + 1 * 1) / 3, 9), 3)


def test_mentions_by_name_and_titles():
    assert named(DOCUMENT, ALL_RIGHT) == Ratio(4, 4)
    assert [(actor.name, titles) for actor, titles in titled(DOCUMENT, ALL_RIGHT)] == [
        ("Acme Corp.", ("Acme Corporation",))
    ]
    rows = _actors([(DOCUMENT, ALL_RIGHT)])
    assert rows["canonical name, strict"] == Ratio(0, 1)
    assert rows["canonical name, lenient"] == Ratio(0, 1)
    assert round(rows["mentions in clusters, B³ F1"].value, 3) == round(2 * 0.75 / 1.75, 3)


def test_misses_have_their_class():
    kinds = [miss.kind for miss in misses([(DOCUMENT, HALF)])]
    assert kinds == [
        "event of speech not found",
        "source is a description: another speaker",
        "source is a pronoun: no speaker",
        "name of a speaking actor",
    ]

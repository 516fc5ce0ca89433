"""Speakers: texts written for the test, each source marked with [[ ]]."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.model.reading import Actor, Attribution
from hearsay.model.report import Author, Dateline, Part, Report
from hearsay.model.span import Span
from hearsay.reading.actor import speakers


def marked(text: str, **fields: object) -> tuple[Report, tuple[Attribution, ...]]:
    """A report whose first line is the headline, and an attribution for each marked source."""
    plain, found, at = "", [], 0
    for match in re.finditer(r"\[\[(.*?)\]\]", text):
        plain += text[at : match.start()]
        found.append(Span(len(plain), len(plain) + len(match.group(1))))
        plain += match.group(1)
        at = match.end()
    plain += text[at:]
    parts, start = [], 0
    for number, block in enumerate(plain.split("\n\n")):
        parts.append(Part("headline" if number == 0 else "paragraph", start, start + len(block)))
        start += len(block) + 2
    report = Report("r", "t", "0", "text/plain", plain, parts=tuple(p for p in parts if p.end > p.start), **fields)  # type: ignore[arg-type]
    return report, tuple(Attribution(f"a{i}", "indirect", (span,)) for i, span in enumerate(found, 1))


def resolved(text: str, **fields: object) -> tuple[list[str | None], tuple[Attribution, ...], dict[str, Actor]]:
    report, attributions = marked(text, **fields)
    read, actors = speakers.resolve(report, attributions)
    known = {actor.id: actor for actor in actors}
    return [known[one.speaker].name if one.speaker else None for one in read], read, known


def names(text: str, **fields: object) -> list[str | None]:
    return resolved(text, **fields)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks\n\n[[Finnish President Maija Aalto]] said no. [[Aalto]] left.", ["Maija Aalto", "Maija Aalto"]),
        ("Talks\n\n[[Tom Brill, an analyst at the broker Norstar]], saw gains.", ["Tom Brill"]),
        ("Talks\n\n[[Norstar’s chief executive, Anna Weil]], said so. [[She]] quit.", ["Anna Weil", "Anna Weil"]),
        ("Talks\n\n[[Its spokesman, Ali Demir]], had no comment.", ["Ali Demir"]),
        ("Talks\n\n[[Captain Jo van den Berg]] said it. [[Van den Berg]] smiled.", ["Jo van den Berg"] * 2),
        ("Talks\n\n[[Defence minister Shin Won-sik]] agreed. [[Shin]] added more.", ["Shin Won-sik"] * 2),
        ("Talks\n\n[[U.S. Rep. Carla Stone (D-Ohio)]] objected.", ["Carla Stone"]),
        ("TALKS: [[STONE]]\n\n[[Carla Stone]] objected.", ["Carla Stone", "Carla Stone"]),
        ("Talks\n\n[[Secretary of State Paul Marsh]] called it wrong.", ["Paul Marsh"]),
    ],
)
def test_a_person_is_known_by_the_full_name(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tests\n\n[[The Coastal Safety Board (CSB)]] will look. [[The CSB]] said so.", ["Coastal Safety Board"] * 2),
        ("Tests\n\n[[The Fed]] held rates.", ["Federal Reserve"]),
        ("Tests\n\n[[Harrow Airlines]] said no jet was hurt. [[The airline]] will pay.", ["Harrow Airlines"] * 2),
        ("Tests\n\n[[A Harrow Airlines spokesman]] denied it. [[He]] gave no figure.", ["Harrow Airlines"] * 2),
        ("Tests\n\n[[A spokeswoman for Harrow Airlines]] denied it.", ["Harrow Airlines"]),
        ("Tests\n\n[[the data firm Brightmeter]] said so.", ["Brightmeter"]),
        ("Tests\n\n[[A report by the World Bank]] put it at six. [[It]] also urged calm.", ["World Bank"] * 2),
    ],
)
def test_a_body_is_known_by_name_letters_and_noun(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Seoul's top intelligence agency", "National Intelligence Service"),
        ("South Korea's spy agency", "National Intelligence Service"),
        ("Japan's foreign ministry", "Ministry of Foreign Affairs of Japan"),
        ("the Russian defence ministry", "Ministry of Defence of Russia"),
        ("Kenya's top court", "Supreme Court of Kenya"),
        ("Britain's Treasury", "HM Treasury"),
        ("Nigeria's electoral commission", "Independent National Electoral Commission"),
        ("the Peruvian tourism ministry", "Ministry of Tourism of Peru"),
        ("the Pentagon", "United States Department of Defense"),
        ("Downing Street", "Office of the Prime Minister of the United Kingdom"),
    ],
)
def test_a_public_body_is_composed_of_country_and_role(source: str, expected: str) -> None:
    assert names(f"Notes\n\nIt is so, [[{source}]] said.") == [expected]


def test_a_capital_speaks_for_its_government() -> None:
    found, read, known = resolved("Notes\n\n[[Pyongyang]] denied it. [[Tokyo]] did not.")
    assert found == ["North Korea", "Japan"]
    assert [one.source_type for one in read] == ["government", "government"]
    assert [known[one.speaker].country for one in read if one.speaker] == ["KP", "JP"]


def test_the_north_needs_its_country_in_the_report() -> None:
    assert names("Border\n\nNorth Korea fired a rocket. [[the North]] said it was a test.") == ["North Korea"]
    assert names("Vote\n\nTurnout was low. [[the North]] said it would wait.") != ["North Korea"]


def test_a_joint_source_is_one_actor_with_members() -> None:
    found, read, known = resolved("Pact\n\n[[Paris and Berlin]] confirmed the deal.")
    joint = known[read[0].speaker or ""]
    assert found == ["France; Germany"]
    assert [known[member].name for member in joint.members] == ["France", "Germany"]
    assert joint.type == "government"


def test_outlets_with_others_keep_their_words() -> None:
    found, read, known = resolved("Pact\n\nIt is done, [[Reuters, Bloomberg and other outlets]] reported.")
    assert found == ["Reuters, Bloomberg and other outlets"]
    assert read[0].source_type == "outlet"
    assert len(known[read[0].speaker or ""].members) == 2


@pytest.mark.parametrize(
    ("source", "expected", "kind"),
    [
        ("a senior official", "unnamed senior official", "unnamed"),
        ("Two people close to it, who asked not to be named", "two unnamed people close to it", "unnamed"),
        ("a North Korean representative at the U.N.", "North Korean representative at the United Nations", "unnamed"),
        ("many", "many", "unnamed"),
        ("Several fishermen", "several fishermen", "group"),
        ("residents", "residents", "group"),
        ("The treaty", "treaty", "document"),
    ],
)  # fmt: skip
def test_the_unnamed_are_described(source: str, expected: str, kind: str) -> None:
    found, read, known = resolved(f"Notes\n\nIt is so, [[{source}]] said.")
    assert found == [expected]
    assert known[read[0].speaker or ""].type == kind


def test_pronouns_follow_gender_and_the_last_speaker() -> None:
    text = "Row\n\n[[Peter Vance]] blamed the mayor, Laura Stein. [[He]] wants her out. [[She]] said no. [[It]] ended."
    assert names(text)[:3] == ["Peter Vance", "Peter Vance", "Laura Stein"]


def test_a_role_finds_whoever_holds_it() -> None:
    text = "Row\n\n[[Finance Minister Ken Abara]] spoke first, then [[Judge Rita Solano]]. [[The minister]] left early."
    assert names(text) == ["Ken Abara", "Rita Solano", "Ken Abara"]


def test_an_epithet_means_the_person_last_spoken_of() -> None:
    text = "Final\n\n[[Milan Petek]] won. [[The 34-year-old]] wept. [[The Serb]] will rest. [[The trophy]] shone."
    assert names(text)[:3] == ["Milan Petek"] * 3
    assert names(text)[3] != "Milan Petek"


def test_a_name_runs_on_from_a_post() -> None:
    assert names("Row\n\n[[Chad’s ambassador to Britain Tom Adeyo]] left.") == ["Tom Adeyo"]


def test_a_headline_is_read_with_what_the_body_says() -> None:
    text = "[[Ferry chief]] sorry\n\n[[Nils Hauge, chief executive of Fjord Ferry]], apologised."
    assert names(text) == ["Nils Hauge", "Nils Hauge"]


def test_the_report_itself_is_its_agency() -> None:
    text = "Corrected\n\nIt rained. [[An earlier version of this article]] said otherwise."
    assert names(text, agency="Tern Newswire") == ["Tern Newswire"]


def test_the_writer_says_i_outside_quotations() -> None:
    assert names("Opinion\n\nWell, [[I]] think so.", byline=(Author("Ada Quill"),)) == ["Ada Quill"]


def test_a_ministry_without_a_country_is_of_where_the_report_is_filed() -> None:
    text = "Notes\n\n[[The foreign ministry]] had no comment."
    assert names(text, dateline=Dateline("LIMA, Peru")) == ["Ministry of Foreign Affairs of Peru"]


def test_nothing_is_guessed_where_no_country_is_in_view() -> None:
    assert names("Notes\n\n[[The foreign ministry]] had no comment.") == ["foreign ministry"]


def test_a_source_that_is_not_stated_has_no_speaker() -> None:
    report, _ = marked("Notes\n\nIt was confirmed that rain fell.")
    read, actors = speakers.resolve(report, (Attribution("a1", "indirect", cue=(Span(14, 23),)),))
    assert (read[0].speaker, read[0].source_type, actors) == (None, "none", ())


def test_a_floating_quotation_goes_on_with_the_last_speaker() -> None:
    report, (first,) = marked("Notes\n\n[[Peter Vance]] said so.\n\n“We go on.”")
    floating = Attribution("a2", "direct", content=(Span(len(report.text) - 11, len(report.text)),))
    read, actors = speakers.resolve(report, (first, floating))
    assert read[1].speaker == read[0].speaker == actors[0].id


def test_attributions_come_back_in_their_order_and_otherwise_unchanged() -> None:
    report, given_ = marked("Notes\n\n[[Peter Vance]] spoke, then [[Ford]] and [[he]] did.")
    read, _ = speakers.resolve(report, tuple(reversed(given_)))
    assert [one.id for one in read] == ["a3", "a2", "a1"]
    assert [one.source for one in read] == [one.source for one in reversed(given_)]


@pytest.mark.parametrize("text", ["", "\n\n", "🦊🦊", "한국", "\0\0", "“", "’s", "שלום עולם"])
def test_odd_texts_give_an_honest_result(text: str) -> None:
    report, _ = marked("Headline\n\n" + text)
    whole = Span(10, len(report.text)) if len(report.text) > 10 else Span(0, 8)
    read, actors = speakers.resolve(report, (Attribution("a1", "indirect", (whole,)),))
    assert len(read) == 1
    assert all(span.end <= len(report.text) for actor in actors for span in actor.mentions)


_WORDS = st.sampled_from(
    ["He", "said", "the", "North", "Korea", "Paris", "and", "Ms", "Kim", "Lee", ",", ".", "“", "”", "(FDA)", "of", "’s",
     "Bank", "ministry", "spokesman", "who", "two", "people", "\n\n", "U.N.", "its", "chief", "report", "1,000", "🦊"]
)  # fmt: skip


@given(st.lists(_WORDS, min_size=1, max_size=60), st.data())
def test_every_mention_lies_in_the_text_and_every_id_is_known(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    starts = data.draw(st.lists(st.integers(0, len(text)), max_size=5))
    attributions = tuple(
        Attribution(f"a{i}", "direct", (Span(start, data.draw(st.integers(start, len(text)))),))
        for i, start in enumerate(starts)
    )
    read, actors = speakers.resolve(report, attributions)
    known = {actor.id for actor in actors}
    assert len(known) == len(actors)
    assert all(span.end <= len(text) for actor in actors for span in actor.mentions)
    assert {one.speaker for one in read if one.speaker} | {v for one in read for v in one.via} <= known
    assert {member for actor in actors for member in actor.members} <= known


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tug sinks; [[operator]] denies it: [[police]]\n\n[[Police]] saw two Finns; [[the operator]] denied it.",
            ["operator", "police", "police", "operator"],
        ),
        ("A crash\n\n[[Norstar Quay, which runs the tug]], said so. [[The operator]] left.", ["Norstar Quay"] * 2),
        (
            "A crash\n\n[[The company that runs the tug Elida]] erred.\n\n[[Norstar Quay spokesman Per Holm]] wept.",
            ["Norstar Quay", "Per Holm"],
        ),
        (
            "Crash\n\n[[Norstar Quay]] said it. A tug, the Elida, sank. [[Its spokesman, Per Holm]], ate. [[He]] ran.",
            ["Norstar Quay", "Per Holm", "Per Holm"],
        ),
        ("A crash\n\n[[Norstar Quay]] said it. The tug, the Elida, sank. [[The company]] wept.", ["Norstar Quay"] * 2),
        ("A crash\n\n[[Norstar Quay spokesman Per Holm]] said so. [[He]] left.", ["Per Holm", "Per Holm"]),
        ("Talks\n\nThe US President, Tom Hale, met Ann Rao. [[The US President]] spoke.", ["Tom Hale"]),
        ("Talks\n\nPrime Minister Ann Rao came. [[The Prime Minister]] spoke.", ["Ann Rao"]),
        ("Talks\n\n[[Martin King]] came. [[King]] spoke.", ["Martin King", "Martin King"]),
        ("Talks\n\n[[Senator Marta Vega Llosa]] came. [[Vega Llosa]] spoke.", ["Marta Vega Llosa"] * 2),
        ("Talks\n\n[[Gov. Ann Rao (D)]] and [[Sen. Tom Hale (R-Ohio)]] spoke.", ["Ann Rao", "Tom Hale"]),
        ("Talks\n\n[[Gov. Ann Rao (D) and Sen. Tom Hale (R)]] spoke.", ["Ann Rao; Tom Hale"]),
        ("Talks\n\nSo it is, [[many Republicans]] said.", ["many Republicans"]),
        ("Talks\n\nAccording to [[a Pentagon memo seen by Reuters]], no.", ["United States Department of Defense"]),
        ("Talks\n\nMr Tom Hale has supporters [[who]] said so.", ["supporters"]),
        ("Talks\n\nTom Hale came. [[Oslo police]] spoke.", ["Oslo police"]),
        ("Talks\n\n[[The]] spoke. [[She]] spoke.", [None, None]),
    ],
)
def test_who_is_meant_and_who_is_not(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("T\n\n[[Finnish President Maija Aalto]] spoke.", "Maija Aalto", "Finnish President"),
        ("T\n\n[[Sen. Ann Rao]] spoke.", "Ann Rao", "Sen."),
        ("T\n\n[[Mr. Rao]] spoke.", "Rao", None),
        ("T\n\n[[Norstar Quay, which runs the tug]], spoke.", "Norstar Quay", None),
        ("T\n\n[[Norstar Quay]] spoke. [[Its spokesman, Per Holm]], wept.", "Per Holm", "spokesman of Norstar Quay"),
        ("T\n\nAfter a call with Ann Rao, the president said so. [[Rao]] left.", "Ann Rao", None),
    ],
)
def test_a_role_is_what_the_report_calls_one(text: str, name: str, role: str | None) -> None:
    _, _, known = resolved(text)
    assert [actor.role for actor in known.values() if actor.name == name] == [role]


@pytest.mark.parametrize(("verb", "speaker"), [("and demanded", "Ann Rao"), (", demanding", "Ann Rao")])
def test_a_verb_shares_the_subject_of_the_one_before(verb: str, speaker: str) -> None:
    text = f"Notes\n\nAnn Rao told parliament that it was so {verb} an answer. Rain fell and flooded the quay."
    first, cue = text.index("told"), text.index("demand")
    report, _ = marked(text)
    said = Attribution("a1", "indirect", (Span(first - 8, first - 1),), (Span(first, first + 4),))
    also = Attribution("a2", "indirect", (), (Span(cue, cue + 8),))
    rain = Attribution("a3", "indirect", (), (Span(text.index("flooded"), text.index("flooded") + 7),))
    read, actors = speakers.resolve(report, (said, also, rain))
    known = {actor.id: actor.name for actor in actors}
    assert [known.get(one.speaker or "") for one in read] == ["Ann Rao", speaker, None]
    assert [one.source_type for one in read] == ["person", "none", "none"]


def test_the_north_is_a_mention_with_its_article() -> None:
    report, attributions = marked("T\n\nNorth Korea fell silent. So [[Seoul]] said of the North.")
    _, actors = speakers.resolve(report, attributions)
    mentions = {a.name: [span.of(report.text) for span in a.mentions] for a in actors}
    assert mentions["North Korea"] == ["North Korea", "the North"]


def quoted(text: str) -> tuple[Report, tuple[Attribution, ...]]:
    """As :func:`marked`, each source having said the words in double braces that stand before it."""
    plain, _ = marked(re.sub(r"\{\{|\}\}", "", text))
    spoken = [match.group(1) for match in re.finditer(r"\{\{(.*?)\}\}", text, re.DOTALL)]
    report, attributions = plain, []
    at = 0
    for number, words in enumerate(spoken):
        words = re.sub(r"\[\[|\]\]", "", words)
        start = report.text.index(words, at)
        at = start + len(words)
        _, sources = marked(re.sub(r"\{\{|\}\}", "", text))
        attributions.append(Attribution(f"a{number}", "direct", sources[number].source, (), (Span(start, at),)))
    return report, tuple(attributions)


def test_whom_only_the_quotation_names_does_not_speak_it() -> None:
    text = (
        "Trips\n\n{{\u201cIt was paid for,\u201d}} [[Hadi Zulkifli]] said.\n\n"
        "{{\u201cMark Denby and Paul Tate came along,\u201d}} [[he]] said."
    )
    report, attributions = quoted(text)
    read, actors = speakers.resolve(report, attributions)
    known = {actor.id: actor.name for actor in actors}
    assert [known[one.speaker or ""] for one in read] == ["Hadi Zulkifli", "Hadi Zulkifli"]


def test_nor_whom_the_open_quotation_before_it_names() -> None:
    text = (
        "Trips\n\n{{\u201cIt was paid for,\u201d}} [[Hadi Zulkifli]] said.\n\n"
        "\u201cThe minister, Mark Denby, came.\n\n{{\u201cSo did others,\u201d}} [[he]] said."
    )
    report, attributions = quoted(text)
    read, actors = speakers.resolve(report, attributions)
    known = {actor.id: actor.name for actor in actors}
    assert known[read[1].speaker or ""] == "Hadi Zulkifli"


def test_a_headline_and_the_body_that_says_the_same_have_one_speaker() -> None:
    text = (
        "{{Wind was not the main reason for the grounding}}, [[canal chief]] says\n\n"
        "{{The towing company had pulled the vessel}}, [[Paul Tate, chief executive of Norstar]], said.\n\n"
        "{{Strong wind was not the main reason for the grounding}}, [[Omar Rabi]] said."
    )
    report, attributions = quoted(text)
    read, actors = speakers.resolve(report, attributions)
    known = {actor.id: actor.name for actor in actors}
    assert known[read[0].speaker or ""] == "Omar Rabi"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks\n\n[[Israeli figures]] differ. [[Palestinian tallies]] too.",
            ["Israeli figures", "Palestinian tallies"],
        ),
        ("Talks\n\n[[Officials in Oslo]] left.", ["officials in Oslo"]),
        (
            "Talks\n\nOle Dahl is the head of the Harbour Dialogue Group in Turkey, [[which]] spoke.",
            ["Harbour Dialogue Group"],
        ),
        ("Talks\n\n[[the Saudi state-owned Al-Sahel television]] spoke.", ["Al-Sahel"]),
        ("Talks\n\n[[The Molo police station]] spoke.", ["Molo police station"]),
        ("Talks\n\n[[CBC freelance videographer Omar El Sayed]] spoke.", ["Omar El Sayed"]),
        (
            "Talks\n\n[[Communications Minister Hadi Zulkifli]] spoke. [[the government spokesman]] spoke.",
            ["Hadi Zulkifli", "Hadi Zulkifli"],
        ),
        ("Talks\n\nIt was Martin Arthur King Jr. who came. [[King]] spoke.", ["Martin Arthur King Jr"]),
        ("Talks\n\n[[Chairman, CEO and president Craig Weil]] spoke.", ["Craig Weil"]),
        ("Talks\n\n[[The Chinese]] spoke.", ["China"]),
        ("Talks\n\n[[He Jianming, the former director,]] spoke.", ["Jianming"]),
        ("Talks\n\n[[Norstar Quay]] spoke. [[A company spokesman]] wept.", ["Norstar Quay", "Norstar Quay"]),
        ("Talks\n\n[[Mediators]] spoke.", ["mediators"]),
        ("Talks\n\nSmoke rose. [[The agency]] spoke.", ["agency"]),
        ("Talks\n\nThe Supreme Court of Norland met. [[The judges]] spoke.", ["Supreme Court of Norland"]),
        ("Talks\n\n[[A team at the centre in Greenbelt, Maryland]], spoke.", ["team at the centre in Greenbelt"]),
        ("Talks\n\nPresident Ole Dahl came. [[A man in his party]] spoke.", ["unnamed man in Ole Dahl's party"]),
        ("Talks\n\nOle Dahl came. [[Ann Rao and her friends]] spoke.", ["Ann Rao; friends of Ann Rao"]),
        ("Talks\n\n[[The treaty]] spoke.", ["treaty"]),
        ("Talks\n\nOle Dahl came. [[The mayor of Hemet]] spoke.", ["Ole Dahl"]),
        ("Talks\n\nOle Dahl came. [[The head of a payments firm]] spoke.", ["unnamed head of a payments firm"]),
        ("[[PM]] says so\n\nPrime Minister Ole Dahl came.", ["Ole Dahl"]),
        ("Talks\n\nA report in the Fenland Courier, [[which]] spoke.", ["Fenland Courier"]),
        ("Talks\n\n[[A report in the Fenland Courier of Hemet]] spoke.", ["Fenland Courier"]),
        ("Talks\n\n[[The Fenland Courier]] spoke. [[The Courier]] spoke.", ["Fenland Courier"] * 2),
    ],
)
def test_a_source_on_a_real_page(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_statement_takes_its_writer_on() -> None:
    assert names("T\n\n[[Ole Dahl]] said so in a statement. [[it]] said.") == ["Ole Dahl", "Ole Dahl"]


def test_a_lead_that_keeps_the_name_for_later() -> None:
    text = (
        "Notes\n\n{{The toll could still rise eightfold}}, [[a Harbour Safety Board official]] said.\n\n"
        "{{It was raining}}, [[Ole Dahl, a farmer]], said.\n\n"
        "{{The toll could rise eightfold by noon}}, [[Maija Aalto, an officer of the Harbour Safety Board]], said."
    )
    report, attributions = quoted(text)
    read, actors = speakers.resolve(report, attributions)
    known = {actor.id: actor.name for actor in actors}
    assert [known[one.speaker or ""] for one in read] == ["Maija Aalto", "Ole Dahl", "Maija Aalto"]


def test_the_capital_is_named() -> None:
    dated = Dateline("NAIROBI", "2024-01-02")
    assert names("Notes\n\n[[Many in the capital]] spoke.", dateline=dated) == ["many in Nairobi"]


@pytest.mark.parametrize(
    "text",
    ["", "\U0001f600", "\u05e9\u05dc\u05d5\u05dd \u05d0\u05de\u05e8", "\u1112\u1161\u11ab", "a\x00b \u201c\u201c"],
)
def test_odd_texts_have_no_speakers(text: str) -> None:
    report, attributions = marked(f"T\n\n{text}")
    assert speakers.resolve(report, attributions)[0] == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks\n\n[[Tidal Robotics, Inc. (NYSE: TDL)]] rose. [[The company]] hopes.", ["Tidal Robotics"] * 2),
        (
            "Talks\n\nNorth Korea. [[South Korea’s military]] saw. [[The Joint Chiefs of Staff (JCS)]] did. [[JCS]].",
            ["Joint Chiefs of Staff of South Korea"] * 3,
        ),
        ("Talks\n\nThe Harbour Rescue League (HRL) met. [[The HRL]] spoke.", ["Harbour Rescue League"]),
        (
            "Talks\n\nThe prime minister left, [[No 10]] said. [[Downing Street]] agreed.",
            ["Office of the Prime Minister of the United Kingdom"] * 2,
        ),
        ("Talks\n\n[[Norfolk and Suffolk Police]] say no.", ["Norfolk and Suffolk Police"]),
        ("Talks\n\nVera Paris left France. [[Paris]] said so. [[France]] did.", ["Vera Paris", "France"]),
        ("Talks\n\nIt was Vera Paris, in Paris. [[I]] said so.", [None]),
        ("Talks\n\n[[Colm Finn]] came. [[Finn]] spoke.", ["Colm Finn", "Colm Finn"]),
        ("Talks\n\nSerhii Radio stood there. It was cold, [[he]] said. [[Radio]] left.", ["Serhii Radio"] * 2),
        ("Talks\n\nChina met China. India is ahead on the Paris climate treaty. [[Its government]] said.", ["India"]),
        ("Talks\n\nIt printed Ann Rao’s letter, [[which]] said no. [[I]] hope so.", ["Ann Rao", "Ann Rao"]),
    ],
)
def test_names_that_look_like_something_else(text: str, expected: list[str | None]) -> None:
    assert names(text) == expected


def test_an_answer_is_not_the_writers() -> None:
    text = "Talks\n\nMinister Lena Mork spoke.\n\nQ: Do [[I]] hear?\n\nA: [[I]] say so.\n\nA: [[We]] do.\n\n[[I]] left."
    assert names(text, byline=(Author("Kim Storm"),)) == [None, "Lena Mork", "Lena Mork", "Kim Storm"]

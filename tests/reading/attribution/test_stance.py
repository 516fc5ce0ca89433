"""Stance on minimal pairs, written for these tests."""

import pytest

from hearsay.model.reading import Attribution
from hearsay.model.report import Part, Report
from hearsay.model.span import Span
from hearsay.reading.attribution import stance


def classify(source: str, cue: str, content: str) -> str:
    text = f"{source} {cue} {content}"
    at = len(source) + 1
    parts = (Part("paragraph", 0, len(text)),)
    one = Attribution(
        "a1",
        "indirect",
        (Span(0, len(source)),) if source else (),
        (Span(at, at + len(cue)),) if cue else (),
        (Span(at + len(cue) + 1, len(text)),) if content else (),
    )
    return stance.classify(Report("r", "r", "", "text/plain", text, parts=parts), one)


@pytest.mark.parametrize(
    ("cue", "content", "expected"),
    [
        ("said", "the pier was safe", "asserts"),
        ("did not say", "when the pier would open", "declines"),
        ("confirmed", "the sale", "confirms"),
        ("refused to confirm", "the sale", "declines"),
        ("could not confirm", "the sale", "declines"),
        ("has yet to confirm", "the sale", "declines"),
        ("confirmed", "that he had denied the sale", "confirms"),
        ("denied", "the sale", "denies"),
        ("did not deny", "the sale", "declines"),
        ("didn't deny", "the sale", "declines"),
        ("denied", "having confirmed the sale", "denies"),
        ("denied having confirmed", "the sale", "denies"),
        ("would neither confirm nor deny", "the sale", "declines"),
        ("disputed", "the account", "denies"),
        ("did not dispute", "the account", "confirms"),
        ("stood by", "the account", "confirms"),
        ("ruled out", "a sale", "denies"),
        ("rejected", "the claim that the pier was sold", "denies"),
        ("rejected", "the offer of a settlement", "declines"),
        ("dismissed", "the reports as groundless", "denies"),
        ("turned down", "the offer", "declines"),
        ("accused", "the buyer of lying about the pier", "denies"),
        ("accused", "the buyer of neglect", "asserts"),
        ("expects", "the sale to go ahead", "expects"),
        ("said", "the sale is expected to close by June", "expects"),
        ("said", "the repairs would take three months", "expects"),
        ("raised the possibility", "of a sale", "expects"),
        ("promised", "to rebuild the pier", "asserts"),
        ("doubted", "that the pier was safe", "questions"),
        ("asked", "whether the pier was safe", "questions"),
        ("asked", "residents to keep away from the pier", "demands"),
        ("urged", "residents to keep away", "demands"),
        ("calls for", "a new inspection", "demands"),
        ("told", "residents to keep away", "demands"),
        ("told", "residents the pier was safe", "asserts"),
        ("walked back", "her earlier figure", "retracts"),
        ("said", "he had misspoken", "retracts"),
        ("retracted", "the claim", "retracts"),
        ("clarified", "that the pier is closed to cars", "asserts"),
        ("clarified", "her earlier remarks on the pier", "retracts"),
        ("clarified", "that she had meant the bridge", "retracts"),
        ("is aware of", "the effect that the sale may have", "asserts"),
        ("is aware of", "the reports about the pier", "declines"),
        ("has not claimed", "responsibility for the fire", "declines"),
        ("has not said", "whether the pier is safe", "declines"),
        ("said", "the ministry has asked for access to the log", "asserts"),
        ("said", "we have asked for access to the log", "demands"),
        ("said", "the buyer had denied that the pier was sold", "asserts"),
        ("said", "he had denied that the pier was sold", "denies"),
        ("said", "the mayor thought the sale would take a year", "asserts"),
        ("referred to as", "a ruin", "asserts"),
        ("referred questions", "to the police", "declines"),
        ("pleaded not guilty", "to arson", "denies"),
        ("pleaded guilty", "to arson", "confirms"),
        ("announced in a press release", "the sale of the pier", "asserts"),
        ("wants", "to rest", "asserts"),
        ("wants", "the town to pay", "demands"),
        ("apologised", "to his family", "asserts"),
        ("apologised", "for calling the pier a ruin", "retracts"),
        ("asked", "the mayor whether the pier was safe", "questions"),
        ("asked", "the mayor to close the pier", "demands"),
        ("insisted", "nobody could have saved the pier", "asserts"),
        ("insisted", "the pier was not for sale", "denies"),
        ("warned", "that the pier could fall", "expects"),
        ("warned", "that the pier was rotten", "asserts"),
        ("said", "we will follow this up", "asserts"),
        ("said", "visitors could see the sea", "asserts"),
        ("declined to comment", "", "declines"),
        ("had no comment", "", "declines"),
        ("was quoted by the Gazette as denying", "the sale", "denies"),
        ("according to", "the plan", "asserts"),
        ("called", "the account false", "denies"),
        ("said", "there was no truth in the account", "denies"),
        ("said", "he could not say when the pier would open", "declines"),
        ("", "“The pier is safe today.”", "asserts"),
        ("", "", "asserts"),
    ],
)
def test_the_cue_its_negation_and_its_complement(cue: str, content: str, expected: str) -> None:
    assert classify("The owner", cue, content) == expected


# "cue | content" by class; the classes of verbs are those of resources/stance.yml.
MORE: dict[str, list[str]] = {
    "declines": [
        "was not immediately available |", "would not be drawn on | the date", "stopped short of | calling it a coup",
        "said nothing about | the sale", "has been silent on | the sale",
        "has not commented |", "has yet to respond |", "was unable to verify | the footage",
        "would only say | talks went on",
        "sidestepped | the question", "deferred questions | to the police", "brushed aside | questions",
        "spurned | the offer", "rejected | calls to resign", "refused | to concede",
        "named neither |", "named | neither",
        "had nothing to say |", "invoked | the right to silence",
        "is not willing to | discuss it", "ruled out | further remarks on the case",
        "said | “We do not comment on leaks.”", "replied | “We do not comment on this.”", "said | “I won't speculate.”",
        "said | “I'm not going to get into that.”", "said | it would be inappropriate to comment",
        "said | the town does not comment on open cases", "said | he did not want to speculate",
        "said | he could neither confirm nor deny it", "said | “I don't know.”",
    ],
    "confirms": [
        "did not dispute | the figures", "vouched for | the letter",
        "took responsibility for | the delay", "said | “We got it wrong.”", "said | “We let people down.”",
        "said | mistakes had been made", "said | the count was not as fast as we hoped",
        "said | “I take full responsibility.”",
    ],
    "denies": [
        "issued a denial of | the story", "moved quickly to deny | it",
        "played down | the risk", "took issue with | the report", "disagreed | with the count",
        "brushed off | the rumours",
        "labelled | the story fake news", "accused | the paper of making up quotes", "maintained | his innocence",
        "said | “That is false.”", "said | “It's nonsense.”", "said | “Absolutely not.”",
        "said | there were no plans to sell",
        "said | “I never met him.”", "said | “We did not attack the ship.”",
        "said | its men had not crossed the border",
        "said | no money had changed hands", "said | the letter was a forgery", "said | it rejected the claims",
        "said | he disputed that it rained and any such account", "says | there is none", "says | he was not",
    ],
    "questions": [
        "found no evidence of | fraud", "called into question | the result", "wants to know | who paid",
        "was unsure | whether it would work", "said | it had seen no sign of an attack", "said | he was not convinced",
        "said | there was no evidence of fraud", "said | he doubted it", "said | “Who gave the order?”",
        "said | it was doubtful that he would come",
    ],
    "demands": [
        "pressed | the bank to act", "encouraged | people to vote", "warned | drivers not to travel",
        "warned | people against panic", "challenged | the mayor to publish it",
        "reminded | voters to bring their cards",
        "said | it was time for him to go", "said | the town needed to act", "said | “We need answers.”",
        "tweeted | “Release them all now!”",
    ],
    "expects": [
        "sees | growth slowing next year", "is bracing for | more floods", "was confident | of victory",
        "remains hopeful | of a deal", "said | a decision was expected on Monday", "said | the dam might burst",
        "said | it was only a matter of time before it broke", "said | he was confident that the court would agree",
        "said | there was a 60 percent chance of rain", "said | the talks looked set to fail",
    ],
    "retracts": [
        "apologised for | saying so", "rescinded | the order", "expressed regret for | the remark",
        "regretted | the error",
        "retraction of | the story",
        "said | it regretted the error", "said | the earlier figure was wrong", "issued an apology for | the article",
    ],
    "asserts": [
        "said | they would not give up", "intends to | appeal", "sees | it as a threat", "sees | no fault in it",
        "apologised for | the delay", "said | we will not surrender",
        "said | the talks had not failed", "said | two of the accounts were fake", "said | it was not easy",
        "said | it is time to look again at the rules", "decision to | leave", "said | it should never have happened",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("pair", "expected"), [(pair, expected) for expected, pairs in MORE.items() for pair in pairs])
def test_more_pairs(pair: str, expected: str) -> None:
    cue, _, content = pair.partition("|")
    assert classify("The owner", cue.strip(), content.strip()) == expected


def within(text: str, source: str, cue: str, content: str) -> str:
    """The stance of the attribution whose pieces are the last such words of a paragraph."""
    spans = ((Span(at := text.rindex(words), at + len(words)),) for words in (source, cue, content))
    report = Report("r", "r", "", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    return stance.classify(report, Attribution("a1", "indirect", *spans))


def test_a_negated_answer_to_a_claim_is_a_denial() -> None:
    answer = "The town had no dam, the mayor said."
    assert within(answer, "the mayor", "said", "The town had no dam") == "asserts"
    assert within(f"A rumour spread. {answer}", "the mayor", "said", "The town had no dam") == "denies"
    assert within("A rumour spread. Not all fled, the mayor said.", "the mayor", "said", "Not all fled") == "asserts"


def test_what_a_correction_tells_again_is_taken_back() -> None:
    said = "our stories of May 2 said it rained"
    assert within(f"Correction: {said}.", "our stories of May 2", "said", "it rained") == "retracts"
    assert within(f"As {said}, it was wet.", "our stories of May 2", "said", "it rained") == "asserts"


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("was compelled to admit", "confirms"),
        ("sought to downplay", "denies"),
        ("wanted to deny", "denies"),
        ("continues to deny", "denies"),
        ("was forced to concede", "confirms"),
        ("hastened to deny", "denies"),
        ("refused to withdraw", "declines"),
        ("refused to deny", "declines"),
        ("never denied", "declines"),
        ("managed to confirm", "confirms"),
        ("seeks", "demands"),
        ("was urged to confirm", "demands"),
        ("has no doubt of", "asserts"),
    ],
)
def test_verbs_before_an_infinitive(cue: str, expected: str) -> None:
    assert classify("The owner", cue, "the sale") == expected


def test_an_address_is_no_negation() -> None:
    assert classify("No 10", "has confirmed", "the sale") == "confirms"
    assert classify("No minister", "has confirmed", "the sale") == "declines"


def test_an_earlier_version_that_said_is_taken_back() -> None:
    assert classify("An earlier version of this article", "said", "the pier was sold") == "retracts"


def test_a_day_behind_the_cue_is_no_particle() -> None:
    text = "The town was not part of the sale, the owner insisted on Friday."
    one = Attribution("a1", "indirect", (Span(35, 44),), (Span(45, 53),), (Span(0, 33),))
    parts = (Part("paragraph", 0, len(text)),)
    assert stance.classify(Report("r", "r", "", "text/plain", text, parts=parts), one) == "denies"


@pytest.mark.parametrize(
    ("source", "cue", "content", "expected"),
    [
        ("No group", "has claimed", "responsibility for the fire", "declines"),
        ("Many voters", "don't even know", "that he is a candidate", "asserts"),
        ("The mayor", "does not know", "when the pier will open", "declines"),
        ("The mayor", "'s not willing to discuss", "the sale", "declines"),
        ("No one", "knows", "when the pier will open", "asserts"),
        ("The ministry", "said", "the ministry has ordered an inquiry", "asserts"),
        ("The Harbour Board", "said", "the Harbour Board has ordered an inquiry", "demands"),
    ],
)
def test_the_source_matters(source: str, cue: str, content: str, expected: str) -> None:
    assert classify(source, cue, content) == expected


@pytest.mark.parametrize("words", ["a" * 200_000, "not " * 50_000, "will will " * 20_000, "\0", "🙂", "안녕"])
def test_hostile_words_end_soon(words: str) -> None:
    assert classify("X", "said", words) in {"asserts", "expects", "denies"}

from hearsay.model.report import Part, Report
from hearsay.reading.actor import cast, strangers
from hearsay.reading.actor.words import Words


def test_an_unnamed_person_who_opens_a_sentence_is_heard() -> None:
    text = "A ferry pilot who asked not to be named sighed. A storm rose. One nurse, tired, left."
    report = Report("r", "t", "0", "text/plain", text, parts=(Part("paragraph", 0, len(text)),))
    words = Words(text, report.spans("paragraph"))
    found = list(strangers.find(words, cast.gather(report, words)))
    assert [(at, entity.name) for at, entity in found] == [(0, "unnamed ferry pilot"), (62, "unnamed nurse")]

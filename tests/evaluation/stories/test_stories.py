import json
from pathlib import Path

from hearsay.evaluation import stories
from hearsay.evaluation.scores import Ratio, Tally
from hearsay.model.reading import Attribution, Reading
from hearsay.model.report import Part, Report
from hearsay.model.span import Span

TEXT = "Ann said yes."


class Fixed:
    def __init__(self):
        self.read_files, self.taken_files = [], []

    def read(self, path, *, body=False, dated=None):
        self.read_files.append(path.name)
        said = Attribution("a1", "indirect", (Span(0, 3),), (Span(4, 8),), (Span(9, 12),))
        return Reading(self.take(path), (said,)) if path.name == "01.txt" else None

    def take(self, path: Path):
        self.taken_files.append(path.name)
        return Report("r", str(path), "", "", TEXT, headline="H", parts=(Part("paragraph", 0, len(TEXT)),))


def write(folder, pack):
    def report(name, relation):
        empty = {"authors": [], "published": None, "dateline": None, "agency": None, "outlet": "O", "not_body": []}
        return {"file": name, "headline": "H", "relation": relation, "body_first": "Ann", "body_last": "yes.", **empty}

    said = {
        "source": "Ann", "cue": "said", "content": ["yes"], "kind": "indirect", "speaker": "Ann", "via": [],
        "speaker_type": "person", "stance": "asserts", "said_on": None,
    }  # fmt: skip
    gold = {
        "reports": [report("01.txt", "original"), report("02.html", "verbatim"), report("03.txt", "update")],
        "attributions": [{"file": "01.txt", **said}, {"file": "03.txt", **said}], "times": [], "figures": [],
    }  # fmt: skip
    (folder / "story" / pack / "reports").mkdir(parents=True)
    for name in ("01.txt", "02.html", "03.txt"):
        (folder / "story" / pack / "reports" / name).write_text(TEXT)
    (folder / "story" / pack / "gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_groups_apart_copies_taken_in_alone_and_misses_of_the_open_only(tmp_path):
    write(tmp_path, "dam")
    write(tmp_path, "ferry")
    reader = Fixed()
    result = stories.run(tmp_path, reader)
    sections = {section.title: section.rows for section in result.sections}
    assert next(iter(sections)) == "held out, attributions"
    assert sections["held out, attributions"]["attributions found"] == Tally(1, 1, 2)
    assert sections["open, intake, pages"]["headline"] == Ratio(1, 1)
    assert sections["open, intake, texts"]["headline"] == Ratio(2, 2)
    assert sections["open, by pack"] == {"ferry: found": Tally(1, 1, 2)}
    assert reader.read_files == ["01.txt", "03.txt"] * 2
    assert {miss.where for miss in result.misses} == {"ferry/01.txt", "ferry/03.txt"}

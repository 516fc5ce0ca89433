import json

import pytest

from hearsay.evaluation.corpora import AbsentError
from hearsay.evaluation.lineage import gold


def entry(file, outlet, relation="original", of=None, cites=()):
    return {"file": file, "outlet": outlet, "relation": relation, "copy_of": of, "cites": list(cites)}


@pytest.fixture
def packs(tmp_path):
    pack = tmp_path / "ferry"
    pack.mkdir()
    reports = [
        entry("01.txt", "Wire"), entry("02.txt", "The Star", "verbatim", "01.txt"), entry("03.txt", "Wire", "update"),
        entry("04.txt", "Post", "uncredited", "03.txt"),
        entry("05.txt", "Digest", "citing", cites=["Star", "Wire", "Nobody"]),
    ]  # fmt: skip
    (pack / "gold.json").write_text(json.dumps({"reports": reports}))
    return {one.name: one for one in gold.load(tmp_path)["ferry"]}


def test_relations_credits_and_parents(packs):
    assert (packs["02.txt"].relation, packs["02.txt"].credited, packs["02.txt"].of) == ("verbatim", True, ("01.txt",))
    assert (packs["04.txt"].relation, packs["04.txt"].credited, packs["04.txt"].kind) == (
        "reworded",
        False,
        "uncredited",
    )
    assert (packs["03.txt"].relation, packs["03.txt"].kind) == (None, "update")


def test_an_outlet_with_one_report_means_that_and_one_with_several_none(packs):
    assert packs["05.txt"].of == ("02.txt",)
    assert packs["05.txt"].cites == ("Star", "Wire")


def test_pairs(packs):
    assert gold.pairs(packs.values()) == {("02.txt", "01.txt"), ("04.txt", "03.txt"), ("05.txt", "01.txt")}


def test_absent(tmp_path):
    with pytest.raises(AbsentError):
        gold.load(tmp_path / "none")

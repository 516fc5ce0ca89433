"""The loaders on the corpora themselves, by the numbers that the corpora state or that were counted apart."""

import pytest

from hearsay.evaluation import re3d
from hearsay.evaluation.attribution import cofenet, polnear
from hearsay.evaluation.speakers import gum, meantime

pytestmark = pytest.mark.corpora


def test_polnear_dev_and_cofenet_s_file_of_it(shared):
    articles = polnear.load(shared / "data" / "polnear" / "data" / "dev")
    assert len(articles) == 84
    assert sum(len(article.gold) for article in articles) == 2192
    samples = cofenet.load(shared / "data" / "polnear" / "cofenet" / "valid.txt")
    counted = [role for sample in samples for role, _, _ in cofenet.pieces(sample.labels)]
    assert [counted.count(role) for role in polnear.ROLES] == [2061, 2318, 2770]  # every B- opens a piece
    texts, gold = ({one.name: getattr(one, part) for one in articles} for part in ("text", "gold"))
    rows = cofenet.section("gold", samples, texts, gold).rows
    assert [round(rows[role].value, 2) for role in polnear.ROLES] == [0.99, 0.99, 0.97]


def test_meantime(shared):
    documents = [meantime.parse(path) for path in meantime.files(shared / "data" / "meantime")]
    assert len(documents) == 60
    assert sum(len(document.speech) for document in documents) == 97
    assert all(one.speaker in document.mentions for document in documents for one in document.speech)


def test_gum(shared):
    found = gum.files(shared / "data" / "gum", shared / "data" / "wikinews" / "xml")
    documents = [gum.parse(*paths) for paths in found]
    kinds = [document.name.split("_")[1] for document in documents]
    assert {kind: kinds.count(kind) for kind in gum.KINDS} == {"news": 22, "interview": 17, "speech": 13}
    assert not {"GUM_interview_hill", "GUM_speech_austria"} & {one.name for one in documents}  # of the test part


def test_re3d(shared):
    folders = sorted(path.parent for path in (shared / "data" / "re3d").glob("*/documents.json"))
    documents = [document for folder in folders for document in re3d.load(folder)]
    assert len(documents) == 98
    assert all(len(one.span) for document in documents for one in document.gold)

import gzip
import json

import pytest

from hearsay.evaluation import pages
from hearsay.evaluation.scores import Ratio, Tally
from hearsay.model.report import Author, Part, Report


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("2024-05-03 10:00:12+00:00", "2024-05-03T12:00:00+02:00", True),
        ("2024-05-03 10:00:12+00:00", "2024-05-03T10:00:00", False),
        ("2024-05-03 10:00:12+00:00", "2024-05-03", False),
        ("2024-05-03 10:00:12", "2024-05-03T10:00:00+09:00", True),
        ("2024-05-03 00:00:00", "2024-05-03T10:00:00+09:00", True),
        ("2024-05-03 00:00:00", "", False),
    ],
)
def test_moments(gold, found, same):
    assert pages.same_moment(gold, found) is same


class Fixed:
    def take(self, path):
        text = "Ferries stop running on Friday because of the storm in the sound."
        parts = (Part("paragraph", 0, len(text)),)
        return Report(
            "r", str(path), "", "text/html", text, headline="Ferries stop", byline=(Author("Ana Lima"),), parts=parts
        )


def corpus(folder):
    page = b"<html><title>x</title><p>Ferries stop running on Friday because of the storm in the sound.</p></html>"
    first = folder / "data" / "article-extraction-benchmark"
    second = folder / "data" / "fundus-publisher-pages"
    for place in (first / "html" / "p1.html.gz", second / "no" / "Paper.html.gz"):
        place.parent.mkdir(parents=True)
        place.write_bytes(gzip.compress(page))
    body = "Ferries stop running on Friday because of the storm in the sound."
    (first / "ground-truth.json").write_text(json.dumps({"p1": {"articleBody": body, "url": ""}}))
    entry = {"html": "no/Paper.html.gz", "expected": "no/Paper.json", "version": "V1"}
    (second / "manifest.json").write_text(json.dumps([entry]))
    gold = {"title": "Ferries stop", "authors": ["Ana Lima", "Bo Ek"], "publishing_date": "2024-05-03 10:00:00+00:00"}
    gold["body"] = {
        "summary": [],
        "sections": [{"headline": ["Ferries"], "paragraphs": [body.removeprefix("Ferries ")]}],
    }
    (second / "no" / "Paper.json").write_text(json.dumps({"V1": gold}))
    return folder


def test_both_corpora_and_the_peer_in_one_run(tmp_path):
    result = pages.run(corpus(tmp_path), Fixed())
    ours, fundus, peer, _ = result.sections
    assert ours.rows["body exact"] == Ratio(1, 1)
    assert fundus.rows["headline"] == Ratio(1, 1)
    assert fundus.rows["authors, all"] == Ratio(0, 1)
    assert fundus.rows["authors, each name"] == Tally(1, 1, 2)
    assert fundus.rows["published"] == Ratio(0, 1)
    assert (peer.title, peer.gated) == ("article-extraction-benchmark, trafilatura alone", False)
    assert [miss.kind for miss in result.misses] == ["authors, all", "published"]

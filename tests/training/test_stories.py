"""Reading story packs, with a pack written for these tests."""

import json
from pathlib import Path

import pytest

from training import stories

PAGE = """<html><head><title>x</title></head><body><nav>Home</nav><h1>Pier shut: mayor</h1>
<p>By A Writer</p><p>The pier is shut, Mayor Ann Lee said. She said that &ldquo;it is not safe&rdquo;.</p>
<div>Subscribe now</div>
<p>&ldquo;We will mend it,&rdquo; she added, &ldquo;in June.&rdquo; Denied by none.</p>
<footer>End</footer></body></html>"""
ROWS = [
    {"source": "mayor", "cue": ":", "content": ["Pier shut"]},
    {"source": "Mayor Ann Lee", "cue": "said", "content": ["The pier is shut"]},
    {"source": "She", "cue": "said", "content": ["“it is not safe”"]},
    {"source": "she", "cue": "added", "content": ["We will mend it", "in June."]},
    {"source": None, "cue": None, "content": ["in June"]},
    {"source": "Ann", "cue": "said", "content": ["not safe"], "within": True},
]


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    for name in ("pier", "dam"):
        (tmp_path / name / "reports").mkdir(parents=True)
        (tmp_path / name / "reports" / "a.html").write_text(PAGE, "utf-8")
        report = {"file": "a.html", "headline": "Pier shut: mayor", "relation": "original", "body_first": "The pier is",
                  "body_last": "Denied by none.", "not_body": ["Subscribe now"]}  # fmt: skip
        gold = {"reports": [report], "attributions": [{"file": "a.html", **row} for row in ROWS]}
        (tmp_path / name / "gold.json").write_text(json.dumps(gold), "utf-8")
    return tmp_path


def test_load_leaves_out_the_held_out_packs(packs: Path) -> None:
    assert [d.name for d in stories.load(packs)] == ["pier/a.html"]
    assert [d.name for d in stories.load(packs, frozenset({"dam"}))] == ["dam/a.html"]


def test_load_keeps_headline_and_body(packs: Path) -> None:
    text = stories.load(packs)[0].text
    assert text.startswith("Pier shut: mayor\n\nThe pier is shut")
    assert text.endswith("Denied by none.")
    assert "Subscribe" not in text
    assert "Writer" not in text


def test_load_places_attributions_in_the_corpus_convention(packs: Path) -> None:
    document = stories.load(packs)[0]
    found = [(a.cue.of(document.text), [c.of(document.text) for c in a.content]) for a in document.attributions]
    assert found == [
        (":", ["Pier shut"]),
        ("said", ["The pier is shut"]),
        ("said", ["that “it is not safe”"]),
        ("added", ["“We will mend it,”", "“in June.”"]),
    ]
    assert len({a.cue for a in document.attributions}) == 4

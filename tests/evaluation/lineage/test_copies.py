import pytest

from hearsay.evaluation.lineage import copies, gold, pages
from hearsay.evaluation.lineage.wikinews import Article


@pytest.fixture
def articles():
    def article(at):
        told = tuple(
            f"Paragraph {part} of article {at} said that {at * 7 + part} people were there." for part in range(5)
        )
        return Article(
            f"text{at}",
            f"Headline {at}",
            f"2024-05-{at + 1:02}",
            told,
            tuple(f"Summary {n} of {at}." for n in range(4)),
        )

    return [article(at) for at in range(8)]


@pytest.fixture
def family(articles):
    reports = copies.made(articles, ["An aside."])
    return {report.name: report for report in reports if report.name.startswith("text0-")}


def test_every_edit_is_made_once_of_each_article(family):
    assert [one.kind for one in family.values()] == [
        "own", "verbatim", "truncated", "extended", "reworded", "uncredited", "merged", "copy of a copy", "citing",
        "update", "verbatim",
    ]  # fmt: skip


def test_the_graph_is_that_of_the_edits(family):
    assert {name: one.of for name, one in family.items() if one.of} == {
        "text0-1": ("text0-0",), "text0-2": ("text0-0",), "text0-3": ("text0-0",), "text0-4": ("text0-0",),
        "text0-5": ("text0-0",), "text0-6": ("text0-0", "text7-0"), "text0-7": ("text0-3",),
        "text0-C": ("text0-1", "text0-0"), "text0-9": ("text0-8",),
    }  # fmt: skip


def test_the_texts_are_those_of_the_edits(family):
    whole = family["text0-0"].paragraphs
    assert family["text0-1"].paragraphs == whole
    assert family["text0-2"].paragraphs == whole[:2]
    assert family["text0-3"].paragraphs == (*whole, "An aside.")
    assert family["text0-7"].paragraphs == (*whole[:2], "An aside.")
    assert family["text0-6"].paragraphs[:2] == whole[:2]
    assert family["text0-5"].agency is None
    assert family["text0-8"].outlet == family["text0-0"].outlet


def test_pairs_lead_back_to_origins(family):
    expected = [gold.Expected(one.name, one.relation, one.credited, one.of) for one in family.values()]
    pairs = gold.pairs(expected)
    assert {("text0-7", "text0-0"), ("text0-9", "text0-8"), ("text0-C", "text0-0")} <= pairs
    assert len(pairs) == 10


def test_an_agency_s_own_is_wire_copy_and_others_are_pages(family, tmp_path):
    wire = pages.write(family["text0-0"], tmp_path)
    assert wire.name == "text0-0.txt"
    assert "LISBON, May. 1 (MP) -- Paragraph 0" in wire.read_text()
    page = pages.write(family["text0-1"], tmp_path)
    assert page.name == "text0-1.html"
    assert "<p>Lisbon, 1 May (MP) – Paragraph 0" in page.read_text()

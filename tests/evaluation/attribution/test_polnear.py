from hearsay.evaluation.attribution.polnear import Triple, cut, kind, load
from hearsay.model.span import Span

TEXT = "Mayor Ito said rain\n\nwould come. Critics, though, scoffed.\n"
FIRST = "\n".join(
    [
        "T1\tSource 0 9\tMayor Ito",
        "T2\tCue 10 14\tsaid",
        "T3\tContent 15 31\train would come",
        "T4\tAttribution 10 14\tsaid",
        "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1",
        "T5\tDiscuss 33 40\tCritics",
        "E2\tDiscuss:T5",
        "T6\tCue 33 40;50 57\tCritics scoffed",
        "T7\tContent 42 48\tthough",
        "T8\tContent 50 57\tscoffed",
        "T9\tAttribution-no-source 50 57\tscoffed",
        "E3\tAttribution-no-source:T9 Cue:T6 Content:T7 Content2:T8",
        "",
    ]
)


def write(folder, name, standoff):
    for part, end, words in (("text", ".txt", TEXT), ("attributions", "_ann.ann", standoff)):
        (folder / part).mkdir(exist_ok=True)
        (folder / part / f"{name}{end}").write_text(words, encoding="utf-8")


def test_roles_numbered_roles_and_broken_marks(tmp_path):
    write(tmp_path, "paper_2016_x", FIRST)
    (article,) = load(tmp_path)
    assert (article.name, article.publisher) == ("paper_2016_x", "paper")
    assert article.gold == (
        Triple((Span(0, 9),), (Span(10, 14),), (Span(15, 19), Span(21, 31))),
        Triple((), (Span(33, 40), Span(50, 57)), (Span(42, 48), Span(50, 57))),
    )


def test_the_first_annotator_by_name_counts(tmp_path):
    write(tmp_path, "paper_a", FIRST)
    (tmp_path / "attributions" / "paper_a_zzz.ann").write_text("T1\tCue 0 5\tMayor\n", encoding="utf-8")
    assert len(load(tmp_path)[0].gold) == 2


def test_pieces_are_cut_at_paragraphs_and_joined_within():
    assert cut([Span(0, 31)], TEXT) == (Span(0, 19), Span(21, 31))
    assert cut([Span(6, 9), Span(0, 6)], TEXT) == (Span(0, 9),)
    assert cut([Span(19, 21)], TEXT) == ()


def test_kind_by_quotation_marks():
    text = '"We won," they had “no doubt” it was over "and so'
    assert kind(text, (Span(0, 9),)) == "direct"
    assert kind(text, (Span(10, 29),)) == "mixed"
    assert kind(text, (Span(30, 41),)) == "indirect"
    assert kind(text, (Span(0, 9), Span(42, 49))) == "direct"

from hearsay.evaluation.publishing import publish, published
from hearsay.evaluation.scores import Mean, Plot, Ratio, Result, Section, Tally

PAGE = "Before\n<!-- figures: s -->\nold\n<!-- end -->\nbetween\n<!-- figures: t -->\nkept\n<!-- end -->\nafter\n"


def test_figures_stand_between_their_marks_and_others_stay():
    sections = (
        Section("one", {"x": Tally(1, 2, 1), "y": Ratio(1, 4)}),
        Section("two", {"z": Ratio(3, 4), "m": Mean(0.5, "9 pages")}),
    )
    page = published(PAGE, [Result("s", "ab" * 32, sections)])
    assert page.splitlines() == [
        "Before",
        "<!-- figures: s -->",
        "Data `abababababab`.",
        "",
        "**one**",
        "",
        "| | score | precision | recall | of |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| x | 0.667 | 0.500 | 1.000 | 1 |",
        "| y | 0.250 |  |  | 4 |",
        "",
        "**two**",
        "",
        "| | score | of |",
        "| --- | ---: | ---: |",
        "| z | 0.750 | 4 |",
        "| m | 0.500 |  |",
        "",
        "<!-- end -->",
        "between",
        "<!-- figures: t -->",
        "kept",
        "<!-- end -->",
        "after",
    ]
    assert published(page, [Result("s", "ab" * 32, sections)]) == page


def test_plots_are_written_beside_the_page_and_shown_in_it(tmp_path):
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    publish(path, [Result("s", "ab" * 32, (), plots=(Plot("curve", "A curve", "<svg/>"),))])
    assert "Data `abababababab`.\n\n![A curve](curve.svg)\n" in path.read_text("utf-8")
    assert (tmp_path / "curve.svg").read_text("utf-8") == "<svg/>"

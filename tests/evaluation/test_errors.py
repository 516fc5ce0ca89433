from hearsay.evaluation.errors import SHOWN, Miss, page, write


def test_the_most_frequent_class_comes_first_and_gold_stands_beside_found():
    shown = page(
        "s", [Miss("rare", "r1", "a", ""), Miss("often", "r2", "b\n b", "c"), Miss("often", "r3", "", "d", "in it")]
    )
    assert shown.splitlines() == [
        "# Errors of `s`",
        "",
        "3 in 2 classes, the most frequent first.",
        "",
        "| class | count |",
        "| --- | ---: |",
        "| often | 2 |",
        "| rare | 1 |",
        "",
        "## often (2)",
        "",
        "- **r2**",
        "  - gold:  b b",
        "  - found: c",
        "- **r3**",
        "  - gold:  —",
        "  - found: d",
        "  - in: in it",
        "",
        "## rare (1)",
        "",
        "- **r1**",
        "  - gold:  a",
        "  - found: —",
    ]


def test_a_long_class_is_cut_and_says_so(tmp_path):
    path = write(tmp_path / "new", "s", [Miss("k", str(at), "", "") for at in range(SHOWN + 3)])
    assert path.read_text("utf-8").endswith("… and 3 more\n")


def test_words_of_the_corpora_are_no_markdown_and_no_markup():
    shown = page("s", [Miss("a|b", "", "<b>*x*</b> `y`", "C:\\z")])
    assert "| a\\|b | 1 |" in shown
    assert "- **—**\n  - gold:  \\<b>\\*x\\*\\</b> \\`y\\`\n  - found: C:\\\\z\n" in shown


def test_a_suite_without_errors_says_so():
    assert page("s", []) == "# Errors of `s`\n\nNone.\n"

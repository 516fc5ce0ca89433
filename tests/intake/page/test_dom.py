import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.intake.page.dom import MARKS, marked, parse


def runs(text):
    return [run.text for run in parse(text).runs]


def in_tree(text):
    page = parse(text)
    if page.tree is None:
        return []
    return [page.runs[number].text for _, number in marked("".join(page.tree.itertext()))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a<b>b</b>c", ["a", "b", "c"]),
        ("<p>1 < 2 and 3<4", ["1 < 2 and 3<4"]),
        ("<p title='a>b'>x</p>", ["x"]),
        ("<p>x<!-- <p>no</p> -->y", ["x", "y"]),
        ("<!-->x", ["x"]),
        ("<script>'<p>no'</script><p>yes", ["yes"]),
        ("<style>p{}</style>x<script src=/a/></script>y", ["x", "y"]),
        ("<textarea><p>no</textarea>x", ["x"]),
        ("<svg><title>no</title><text>no</text></svg>x", ["x"]),
        ("<svg><svg><p>x", ["x"]),
        ("<script>no</scripts></SCRIPT >x", ["x"]),
        ("<script>no</script", []),
        ("<p a='\x00\ud800\x01' b\ud800>x", ["x"]),
        ("<title>A &amp; B</title><p>x", ["x"]),
        ("<p>Fish &amp; chips &#x2014; &eacute;", ["Fish & chips — é"]),
        ("<p>lone &#xD800; and &#0; and \x00nul", ["lone \ufffd and \ufffd and nul"]),
        ("<p>mark \U000f0003 &#xF0003;", ["mark \ufffd \ufffd"]),
        ("<p>x<![CDATA[y]]>z", ["x", "z"]),
        ("<p>x</ p>y</p >z", ["x", "y", "z"]),
        ("<p>cut <a href='", ["cut "]),
        ("", []),
        ("<br>", []),
    ],
)
def test_the_scanner_finds_what_a_reader_sees(text, expected):
    assert runs(text) == expected
    assert in_tree(text) == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b>",
                "</div>",
                "<table>",
                "<td>",
                "x ",
                "<",
                ">",
                "<!--",
                "-->",
                "\"'",
                "&amp;",
                '<a href="',
                "😀",
                "</",
            ]
        )
    )
)
def test_every_run_is_at_its_place_and_appears_once(parts):
    text = "".join(parts)
    page = parse(text)
    at = 0
    for run in page.runs:
        assert at <= run.start < run.end <= len(text)
        at = run.end
    if page.tree is not None:
        kept = [number for _, number in marked("".join(page.tree.itertext()))]
        assert kept == sorted(set(kept))


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 100_000 + "<p>x",
        "<b>x" * 50_000,
        "<ul><li><table><tr><td>x" * 20_000,
        "<a " * 300_000,
        "<" * 500_000,
        "<!-- " * 200_000,
        '<a x="' * 150_000,
    ],
    ids=["div", "b", "tables", "open tags", "signs", "comments", "quotes"],
)
def test_hostile_pages_are_parsed_in_linear_time(text):
    begun = time.process_time()
    parse(text)
    assert time.process_time() - begun < 10


def test_a_page_with_more_runs_than_marks_has_no_tree():
    assert parse("<i>x</i>" * (MARKS + 1)).tree is None


def test_json_ld_is_kept_and_other_scripts_are_not():
    page = parse('<script>1</script><script type="application/ld+json">{"a": "</p>"}</script><p>x')
    assert page.json_ld == ('{"a": "</p>"}',)

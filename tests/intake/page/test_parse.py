import gzip
import html
import re
import time
from pathlib import Path

import pytest

from hearsay.intake.charset import decode
from hearsay.intake.page.metadata import rank
from hearsay.intake.page.parse import parse

PARAGRAPHS = [
    "DOVER, May 2 (NNA) — The harbour reopened on Thursday after two days of storm, the harbour master said.",
    "“Every berth is in use again,” Ann Other told reporters at the quay, where forty ships had waited for the tide.",
    "The company that runs the ferries said in a statement that its boats would sail to the usual times from Friday.",
    "Forecasters expect the wind to drop further over the weekend, but do not rule out another gale by Tuesday.",
]
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = """<!doctype html><html lang="en-GB"><head><title>Harbour reopens after storm | Northern Echo</title>
<meta property="og:site_name" content="Northern Echo"></head><body>
<div class="cookie">We and our partners use cookies. <button>Accept all</button></div>
<div class="top"><span>Friday, 14 June 2024</span> <a href="/">Northern Echo</a></div>
<nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><div class="kicker">Shipping</div><h1>Harbour reopens after storm</h1>
<p class="standfirst">Forty ships had waited for the wind to drop, some of them for two days</p>
<div class="byline">By Ann Writer<br><time datetime="2024-05-02T18:05:00+01:00">2 May 2024, 6:05 p.m.</time></div>
<ul class="share"><li>Facebook</li><li>Twitter</li><li>Copy link</li></ul>
<figure><img src="a.jpg">
<figcaption>Ships leave the harbour. <span class="credit">Photo: NNA/J. Doe</span></figcaption></figure>
<div class="story">{body}</div>
<p class="signed">Reporting by Ann Writer; editing by Jo Reader</p>
<p class="correction">Correction: An earlier version of this report gave the wrong day for the ferries.</p>
<div class="newsletter"><h3>The tide, by email</h3><p>Sign up for our weekly newsletter from the quay.</p></div>
<section class="related"><h3>Related stories</h3><ul><li><a href="/1">Lighthouse sold</a></li></ul></section></article>
<footer>© 2024 Northern Echo. All rights reserved.</footer></body></html>"""


def draft(page, charset="utf-8"):
    return parse(decode(page.encode(charset, "xmlcharrefreplace") if isinstance(page, str) else page, html=True))


def of(page, *roles):
    return [block.text for block in draft(page).blocks if block.role in roles]


def whole(body=BODY):
    return PAGE.replace("{body}", body)


def test_the_parts_of_a_page_have_their_roles():
    found = [(block.role, block.text) for block in draft(whole()).blocks]
    assert found == [
        ("section", "Shipping"),
        ("headline", "Harbour reopens after storm"),
        ("subheading", "Forty ships had waited for the wind to drop, some of them for two days"),
        ("byline", "By Ann Writer"),
        ("time", "2 May 2024, 6:05 p.m."),
        ("caption", "Ships leave the harbour."),
        ("credit", "Photo: NNA/J. Doe"),
        *(("paragraph", paragraph) for paragraph in PARAGRAPHS),
        (None, "Reporting by Ann Writer; editing by Jo Reader"),
        ("note", "Correction: An earlier version of this report gave the wrong day for the ferries."),
        ("rights", "© 2024 Northern Echo. All rights reserved."),
    ]


def test_every_block_is_at_its_bytes():
    data = whole().encode("utf-8")
    for block in draft(data).blocks:
        source = html.unescape(
            re.sub(r"<[^>]*>", "", block.source.of(data.decode("latin-1")).encode("latin-1").decode())
        )
        assert re.sub(r"\s+", "", source) == re.sub(r"\s+", "", block.text)


@pytest.mark.parametrize("charset", ["windows-1252", "utf-16", "gb18030"])
def test_places_hold_in_other_charsets(charset):
    page = whole().replace("<head>", f'<head><meta charset="{charset}">')
    data = page.encode(charset, "xmlcharrefreplace")
    block = next(b for b in parse(decode(data, charset, html=True)).blocks if b.role == "paragraph")
    codec = {"utf-16": "utf-16-le"}.get(charset, charset)
    assert html.unescape(data[block.source.start : block.source.end].decode(codec)) == PARAGRAPHS[0] == block.text


def test_the_time_beside_the_headline_wins_over_the_masthead():
    found = rank(draft(whole()).evidence, "published")
    assert [(e.value, e.where) for e in found] == [
        ("2024-05-02T18:05:00+01:00", "time datetime"),
        ("2024-05-02T18:05:00", "visible time"),
    ]


def test_a_headline_said_three_times_is_kept_once():
    page = (
        whole()
        .replace("<h1>", "<h3>Harbour reopens after storm</h3><h1>")
        .replace("</h1>", "</h1><p>Harbour reopens after storm</p>")
    )
    assert of(page, "headline") == ["Harbour reopens after storm"]
    assert of(page, "paragraph") == PARAGRAPHS


@pytest.mark.parametrize(
    "box",
    [
        "<p>Advertisement</p>",
        "<div class='ad'>Advertisement - story continues below</div>",
        "<p><a href=x>READ MORE: Lighthouse sold to a painter</a></p>",
        "<p>Related: Lighthouse sold to a painter</p>",
        "<p>Also read: Lighthouse sold to a painter</p>",
        "<p>Sign up for the Tide newsletter</p>",
        "<p>Facebook Twitter WhatsApp Telegram</p>",
        "<p>공유 facebook twitter 카카오톡 kakao 네이버 naver</p>",
        "<div class='promo'><p>Join thousands of readers who support our reports on the coast. It is cheap.</p></div>",
        "<aside class='related'><a href=x>Lighthouse sold</a></aside>",
        "<aside class='pullquote'>“Every berth is in use again,” Ann Other told reporters</aside>",
        "<div class='social-share'><span>Share this</span><span>Tweet</span></div>",
        "<p>[AD] Boots for every weather</p>",
        "<p>© 2024 Northern Echo. All rights reserved.</p>",
        "<p>You may also like...</p>",
        "<p>[button link=”http://northern.example/” type=”big”] Send us your tide[/button]</p>",
        "<p><strong>DON'T MISS</strong></p><p><a href=x>Lighthouse sold to a painter</a> [VIDEO]</p>",
        "<p>Also on northern.example Lighthouse sold to a painter for more than the council paid in 1911</p>",
        "<p>Listen to Tide Radio live at 12:45 on weekdays - or listen back here.</p>",
        "<p>The Echo is glad to print letters to the editor. We would like to hear what you think of this report.</p>",
    ],
)
def test_furniture_among_the_paragraphs_is_left_out(box):
    assert of(whole(BODY.replace("</p>", "</p>" + box, 1)), "paragraph") == PARAGRAPHS


def test_quotations_lists_and_sub_heads_of_the_body_are_kept():
    more = "<h2>What comes next</h2><blockquote><p>"
    more += "We shall look at every rope before we let the ferries sail again, the company wrote.</p></blockquote>"
    listed = "<ul><li>Two berths stay closed until the divers have seen them.</li>"
    listed += "<li>The light on the mole is dark until Monday.</li></ul>"
    found = [(b.role, b.text) for b in draft(whole(BODY + more + listed + BODY.replace("harbour", "port"))).blocks]
    assert ("subheading", "What comes next") in found
    assert (
        "paragraph",
        "We shall look at every rope before we let the ferries sail again, the company wrote.",
    ) in found
    assert ("paragraph", "The light on the mole is dark until Monday.") in found


def test_words_that_only_styles_set_apart_are_apart_in_bylines_and_whole_in_paragraphs():
    page = whole(
        BODY + "<p>The <b>Sea</b>King sailed <i>re</i>peatedly from the port, the harbour master said.</p>"
    ).replace("By Ann Writer<br>", "<span>By</span><b>Ann Writer</b><span>Northern Echo</span><br>")
    assert of(page, "byline") == ["By Ann Writer Northern Echo"]
    last = of(page, "paragraph")[-1]
    assert last == "The SeaKing sailed repeatedly from the port, the harbour master said."
    block = next(b for b in draft(page).blocks if b.role == "byline")
    assert page.encode()[block.source.start : block.source.end].startswith(b"By</span>")


@pytest.mark.parametrize(
    "line",
    [
        "<p class='author'><a href=a>The Echo's Standards and Practices</a>|<a href=b>About the Echo</a></p>",
        "<p><a href=a>Corrections and clarifications</a>|<a href=b>Submit a news tip</a>|</p>",
        "<p class='author'><a href=a>Ann Writer</a></p>",
        "<div class='author'>View author archive</div>",
    ],
)
def test_rows_of_links_and_boxes_about_authors_below_the_body_are_left_out(line):
    page = whole().replace('<p class="signed">', line + '<p class="signed">')
    assert [block.text for block in draft(page).blocks] == [block.text for block in draft(whole()).blocks]


def test_a_name_under_a_card_that_floats_is_kept_and_the_card_is_not():
    card = (
        "<p>The mayor, <span class='rollover-people'><a class='rollover-people-link'>Jo Hart</a>"
        "<span class='rollover-people-block'><span class='rollover-block'>Jo Hart More stories</span></span></span>, "
        "was not there.</p>"
    )
    assert of(whole(BODY + card), "paragraph")[-1] == "The mayor, Jo Hart, was not there."


def test_prose_above_the_first_paragraph_that_was_chosen_is_put_back():
    inner = "<br><br>".join(PARAGRAPHS)
    page = f"<html><h1>Harbour reopens</h1><div class=content>{inner}</div></html>"
    assert of(page, "paragraph")[0] == PARAGRAPHS[0]


def test_lines_that_close_a_body_are_named_for_what_they_are():
    closing = "<p>Ann Writer is a reporter in Dover.</p><p>First published in The Other Echo.</p><p>With Echo wires</p>"
    page = whole(BODY + closing)
    assert of(page, "paragraph") == PARAGRAPHS
    assert of(page, "note")[:2] == ["Ann Writer is a reporter in Dover.", "First published in The Other Echo."]
    assert "With Echo wires" in of(page, None)


def test_a_doubled_line_break_parts_paragraphs_and_a_single_one_does_not():
    lines = "<br><br>".join(paragraph.replace(", ", ",<br>", 1) for paragraph in PARAGRAPHS)
    assert of(whole(f"<div>{lines}</div>"), "paragraph") == PARAGRAPHS


def test_a_page_of_tables_and_no_labels():
    page = (
        "<html><head><title>[Sea] Harbour reopens after storm : Echo</title></head><body>"
        "<table><tr><td>The Echo</td><td>News | Sea | Log in</td></tr></table>"
        "<table><tr><td><b>Harbour reopens after storm</b><br><br>2024.05.02 18:05 (KST)<br><br>"
        + "<br><br>".join(PARAGRAPHS)
        + "<br><br>김하나 기자 hana@echo.example</td>"
        "<td><b>Most read</b><br>1. Lighthouse sold<br>2. Whale seen</td></tr></table></body></html>"
    )
    assert of(page, "headline") == ["Harbour reopens after storm"]
    assert of(page, "paragraph") == PARAGRAPHS
    assert [e.value for e in rank(draft(page).evidence, "published")] == ["2024-05-02T18:05:00+09:00"]


def test_right_to_left_text_and_emoji_are_kept_as_they_are():
    words = "قال مدير الميناء يوم الخميس إن الميناء أعيد فتحه بعد يومين من العاصفة، وإن أربعين سفينة كانت تنتظر. 😀👍🏽"
    assert words in of(whole(BODY + f"<p>{words}</p>" + BODY.replace("harbour", "port")), "paragraph")


def test_references_to_surrogates_and_nul_bytes_do_no_harm():
    page = whole(BODY.replace("storm, the", "storm&#xD800;, t\x00he", 1))
    assert of(page, "paragraph")[0] == PARAGRAPHS[0].replace("storm,", "storm\N{REPLACEMENT CHARACTER},")


@pytest.mark.parametrize(
    "page",
    [
        "",
        "<html></html>",
        "<html><body><nav><a href=/>Home</a> <a href=/b>About</a></nav></body></html>",
        "<html><frameset cols='50%,50%'><frame src=a.html><noframes>No frames here.</noframes></frameset></html>",
        "<html><body><script>document.write('<p>x</p>')</script></body></html>",
        "<!-- " + BODY,
    ],
)
def test_a_page_without_an_article_gives_no_blocks(page):
    assert draft(page).blocks == ()


def test_a_page_cut_in_the_middle_of_a_tag_keeps_what_came_before():
    cut = whole()[: whole().index(PARAGRAPHS[3]) + 40] + "<a href='/x"
    assert of(cut, "paragraph")[:3] == PARAGRAPHS[:3]


def test_an_amp_page():
    amp = whole().replace("<html ", "<html ⚡ ").replace('<img src="a.jpg">', '<amp-img src="a.jpg"></amp-img>')
    assert of(amp, "paragraph") == PARAGRAPHS


@pytest.mark.parametrize(
    "page",
    [
        whole("<div>" * 100_000 + BODY),
        whole("<b>" * 100_000 + BODY),
        whole(BODY + "<script>" + "x" * 40_000_000 + "</script>"),
        whole(BODY * 100_000),
        whole(BODY + "<p>" + "a" * 1_000_000 + ".</p>"),
        whole(BODY + "<p>" + "by " * 300_000 + ".</p>"),
    ],
    ids=["deep div", "deep b", "40 MB script", "40 MB body", "a word of 1 MB", "by by by"],
)
def test_large_and_deep_pages_are_read_in_time(page):
    begun = time.process_time()
    draft(page)
    assert time.process_time() - begun < 30


CORPUS = Path(__file__).parents[3] / "shared" / "data"


@pytest.mark.corpora
@pytest.mark.parametrize("folder", ["article-extraction-benchmark/html", "fundus-publisher-pages"])
def test_the_blocks_of_real_pages_are_at_their_bytes(folder):
    pages = sorted((CORPUS / folder).rglob("*.html.gz"))[:25]
    if not pages:
        pytest.skip(f"the corpus {folder} is not here")
    for path in pages:
        data = gzip.decompress(path.read_bytes())
        for block in draft(data).blocks:
            inside = data[block.source.start : block.source.end].decode("utf-8", "replace")
            assert (
                _letters(block.text)[:12]
                == _letters(html.unescape(re.sub(r"(?s)<!--.*?-->|<[^>]*>", " ", inside)))[:12]
            )


def _letters(text):
    return re.sub(r"[\W_]+", "", text)

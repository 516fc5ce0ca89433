import pytest

from hearsay.intake.page import dom, jsonld
from hearsay.intake.page.metadata import TRUST, TRUST_OF, gather, rank
from hearsay.model.report import Evidence


def stated(head, address=None):
    return gather(dom.parse(f"<html><head>{head}</head><body><p>x</p></body></html>"), address)


def values(head, field):
    return [e.value for e in rank(stated(head), field)]


def script(json):
    return f'<script type="application/ld+json">{json}</script>'


ARTICLE = """{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "The Harbour Courier"},
  {"@type": ["NewsArticle"], "headline": "Bridge &amp; tunnel to open",
   "author": [{"@type": "Person", "name": "Ann Lee"}, {"@id": "#jo"}],
   "datePublished": "2024-05-02T19:05:00+09:00", "dateModified": "2024-05-02T20:00+09:00", "articleSection": ["Local"],
   "publisher": {"@type": "Organization", "name": "The Harbour Courier"},
   "sourceOrganization": {"name": "Meridian Press"},
   "creditText": "MP", "isBasedOn": "https://meridian.example/1", "copyrightNotice": "(c) Courier",
   "inLanguage": "en-GB",
   "correction": "An earlier version named the wrong street."},
  {"@id": "#jo", "@type": "Person", "name": "Jo Hart"}]}"""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("headline", ["Bridge & tunnel to open"]),
        ("author", ["Ann Lee", "Jo Hart"]),
        ("published", ["2024-05-02T19:05:00+09:00"]),
        ("modified", ["2024-05-02T20:00:00+09:00"]),
        ("section", ["Local"]),
        ("outlet", ["The Harbour Courier"]),
        ("agency", ["Meridian Press"]),
        ("credit", ["MP"]),
        ("based_on", ["https://meridian.example/1"]),
        ("rights", ["(c) Courier"]),
        ("language", ["en-GB"]),
        ("correction", ["An earlier version named the wrong street."]),
    ],
)
def test_json_ld_says_what_the_article_is(field, value):
    assert values(script(ARTICLE), field) == value


@pytest.mark.parametrize(
    "json",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Bridge"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Bridge"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Bridge",}',
        '{"@type": "NewsArticle", "headline": "Bridge"};',
        '{"@type": "NewsArticle", "headline": "Bridge", "description": "line\nbreak"} trailing words',
        '[[{"@type": "http://schema.org/ReportageNewsArticle", "headline": "Bridge"}]]',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Bridge"}}',
    ],
)
def test_broken_and_nested_json_is_mended(json):
    assert jsonld.article((json,))["headline"] == "Bridge"


@pytest.mark.parametrize(
    "json", ["", "{", "[" * 100_000, '{"@type": "Person", "name": "A"}', "null", '{"headline": "x"', "[1, 2]"]
)
def test_what_cannot_be_mended_counts_as_absent(json):
    assert jsonld.article((json,)) is None


def test_another_article_of_the_page_is_not_mixed_in():
    first = '{"@type": "NewsArticle", "headline": "Bridge opens"}'
    other = '{"@type": "NewsArticle", "headline": "Ferry sinks", "author": "Jo Hart"}'
    assert jsonld.article((first, other)) == {"@type": "NewsArticle", "headline": "Bridge opens"}


def test_the_site_of_a_graph_is_the_outlet_where_the_article_names_none():
    site = '{"@type": "WebSite", "name": "Harbour Courier"}'
    graph = f'{{"@graph": [{site}, {{"@type": "NewsArticle", "headline": "Bridge opens"}}]}}'
    article = jsonld.article((graph,))
    assert article is not None
    assert list(jsonld.texts(article["publisher"], "name")) == ["Harbour Courier"]
    assert jsonld.article((site,)) is None


@pytest.mark.parametrize(
    ("head", "field", "value"),
    [
        ('<meta property="article:published_time" content="2024-05-02 19:05">', "published", "2024-05-02T19:05:00"),
        ('<meta name="parsely-pub-date" content="2024-05-02T19:05:00Z">', "published", "2024-05-02T19:05:00+00:00"),
        ('<meta name="DC.date.issued" content="2024-05-02">', "published", "2024-05-02"),
        ('<meta name="sailthru.date" content="May 2nd, 2024">', "published", "2024-05-02"),
        ('<meta name="article_updatetime" content="1714676707">', "modified", "2024-05-02T19:05:07+00:00"),
        ('<meta itemprop="datePublished" content="2024-05-02">', "published", "2024-05-02"),
        ('<meta name="author" content="Ann &amp; Jo">', "author", "Ann & Jo"),
        ('<meta name="byl" content="By Ann Lee">', "author", "By Ann Lee"),
        ('<meta property="og:site_name" content="Courier">', "outlet", "Courier"),
        ('<meta property="og:site_name" content="https://www.courier.example">', "outlet", "courier.example"),
        ('<meta property="og:site_name" content="Courier | News of the coast, daily">', "outlet", "Courier"),
        ('<meta property="article:section" content="U.S.">', "section", "U.S."),
        ('<meta property="og:locale" content="en_GB">', "language", "en-GB"),
        ('<link rel="canonical" href="https://a.example/1">', "canonical", "https://a.example/1"),
        ("<title>Bridge | Courier | 02.05.2024</title>", "published", "2024-05-02"),
    ],
)
def test_meta_elements(head, field, value):
    assert values(head, field) == [value]


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="date" content="soon">',
        '<meta name="author" content="105092">',
        '<meta property="article:author" content="https://www.facebook.com/courier">',
        '<meta name="viewport" content="width=device-width">',
        '<meta name="author">',
        '<meta name="author" content="admin">',
        '<meta name="date" content="0001-01-01T00:00:00Z">',
        '<meta property="article:section" content="Text.Article">',
        '<meta property="article:section" content="news_politics">',
        '<meta property="article:section" content="Front Page">',
        '<meta property="og:site_name" content="U.S.">',
    ],
)
def test_what_says_nothing_is_no_evidence(head):
    assert stated(head) == ()


def test_the_address_may_hold_the_date_and_comes_last():
    found = stated('<meta name="date" content="2024-05-03">', "https://a.example/2024/05/02/bridge.html?id=20240101")
    assert [(e.value, e.where) for e in rank(found, "published")] == [
        ("2024-05-03", "meta date"),
        ("2024-05-02", "address"),
    ]


def test_of_moments_that_agree_the_more_exact_goes_first():
    found = (
        Evidence("published", "2024-05-02", "json-ld datePublished"),
        Evidence("published", "2024-05-09T10:00:00+09:00", "meta article:published_time"),
        Evidence("published", "2024-05-02T19:05:00", "time datetime"),
        Evidence("published", "2024-05-02T19:05:00+09:00", "visible published"),
    )
    assert [e.value for e in rank(found, "published")] == [
        "2024-05-02T19:05:00+09:00",
        "2024-05-02T19:05:00",
        "2024-05-02",
        "2024-05-09T10:00:00+09:00",
    ]


def test_a_person_goes_before_the_outlet_as_author():
    found = (
        Evidence("author", "Courier", "json-ld author"),
        Evidence("author", "Ann Lee", "visible byline"),
        Evidence("outlet", "Courier", "og og:site_name"),
    )
    assert [e.value for e in rank(found, "author")] == ["Ann Lee", "Courier"]


def test_every_kind_of_evidence_has_its_place():
    kinds = set(TRUST) | {kind for order in TRUST_OF.values() for kind in order}
    page = "<title>B</title><link rel=canonical href=/a><meta name=author content=A><meta property=og:title content=B>"
    page += script(ARTICLE)
    assert all(any(e.where.startswith(kind) for kind in kinds) for e in stated(page))


def test_evidence_is_in_order_of_discovery_and_each_once():
    head = "".join(f'<meta name="author" content="{name}">' for name in ("Ann Lee", " Ann  Lee ", "Jo Hart"))
    assert [e.value for e in stated(head)] == ["Ann Lee", "Jo Hart"]

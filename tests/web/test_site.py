"""The pages without a browser and without script."""

import re
import time
from html.parser import HTMLParser

import pytest
from sqlalchemy import select, update
from tests.cli.test_withdrawn import FILES
from tests.intake.archives.test_archives import RECORDS

from hearsay.record.tables import report as reports
from hearsay.record.tables import version as versions
from hearsay.settings import Settings
from hearsay.watch.plan import load
from hearsay.watch.rounds import Watch


class Links(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.found, self.outside = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        for name in ("href", "src", "action"):
            if name in given:
                (self.found if given[name].startswith(("/", "?", "#")) else self.outside).append((tag, given[name]))


def ids(pages):
    story = max(pages.get("/stories.json").json(), key=lambda one: one["counts"]["reports"])["id"]
    told = pages.get(f"/stories/{story}.json").json()
    return story, told["claims"][0]["id"], told["reports"][0]["id"]


def paths(pages):
    story, claim, report = ids(pages)
    return ["/", "/stories", f"/stories/{story}", f"/stories/{story}/dossier", "/claims?state=contested",
            f"/claims/{claim}", f"/reports/{report}", "/search?q=recall&stance=denies", "/speakers",
            "/speakers/Mette%20Skovgren", "/outlets", "/messages", "/outlets/Skerry%20Press", "/add"]  # fmt: skip


def test_every_page_opens_and_every_link_of_ours_leads_somewhere(pages):
    links = set()
    for path in paths(pages):
        got = pages.get(path)
        assert got.status_code == 200, path
        assert got.headers["content-type"].startswith("text/html")
        links |= {
            link.partition("#")[0] for _, link in Links(got.text).found if link.startswith("/") and link != "/enter"
        }
    assert len(links) > 80
    for link in sorted(links):
        assert pages.get(link.replace("&amp;", "&")).status_code == 200, link


def test_nothing_is_loaded_from_elsewhere_and_no_script_stands_in_a_page(pages):
    for path in paths(pages):
        page = pages.get(path).text
        assert not [tag for tag, _ in Links(page).outside if tag != "a" and tag != "link"]
        assert not re.search(r"<script(?![^>]*src=\"/static/hearsay.js\")", page)
        assert not re.search(r"\son\w+=", page)


def test_the_same_path_answers_programs_with_json(pages):
    story, claim, report = ids(pages)
    for path in ("/stories", f"/stories/{story}", f"/claims/{claim}", f"/reports/{report}", "/search?q=recall"):
        plain = pages.get(path, headers={"Accept": "application/json"})
        assert plain.headers["content-type"] == "application/json"
        name, mark, query = path.partition("?")
        assert pages.get(f"{name}.json{mark}{query}").content == plain.content


def test_a_story_tells_its_counts_and_each_opens_its_list(pages):
    story, _, _ = ids(pages)
    page = pages.get(f"/stories/{story}").text
    for name, number in (("reports", 14), ("matrix", 12), ("origins", 6)):
        assert f'<a href="#{name}"><b>{number}</b>' in page
        assert f'id="{name}"' in page


def test_what_was_known_then_is_a_form(pages):
    story, _, _ = ids(pages)
    moments = re.findall(r'<option value="(\d[^"]+)"', pages.get(f"/stories/{story}").text)
    assert moments == sorted(moments)
    then = pages.get(f"/stories/{story}", params={"as_of": moments[2].replace("&#43;", "+")}).text
    assert "as of" in then
    assert '<a href="#reports"><b>14</b>' not in then


def test_the_last_visit_is_remembered(pages):
    story, _, _ = ids(pages)
    page = pages.get(f"/stories/{story}?since=2000-01-01").text
    assert "Since your last visit" in page
    assert "<b>14</b> new or changed reports" in page
    assert "Since your last visit" not in pages.get(f"/stories/{story}").text


def test_what_came_of_claims_since_the_last_visit_is_told_with_its_rule(pages, desk):
    story, _, _ = ids(pages)
    early = sorted(desk.record.story(story).reports, key=lambda one: one.published or "")[:4]
    keys = select(reports.c.key).where(reports.c.id.in_([one.id for one in early]))
    with desk.record._writing() as connection:
        connection.execute(
            update(versions).where(versions.c.report.in_(keys)).values(kept_at="2000-01-01T00:00:00+00:00")
        )
    page = pages.get(f"/stories/{story}?since=2001-01-01T00:00:00%2B00:00").text
    news = page[page.index("Since your last visit") : page.index('<section aria-labelledby="claims"')]
    assert "<b>10</b> new or changed reports" in news
    assert "<b>second source</b>" in news
    assert re.search(r"was [^<]+, now [^<]+</span>\s*<span class=\"rule\">\w[^<]+each say so", news)
    assert re.search(r'<blockquote dir="auto"><a href="/reports/\w+\?version=1">\w', news)


def test_what_a_watch_told_is_on_a_page(pages, desk, tmp_path):
    assert "Nothing yet" in pages.get("/messages").text
    assert pages.get("/messages.json").json() == []
    (tmp_path / "news").mkdir()
    plan = tmp_path / "watch.toml"
    plan.write_text(
        f"every='1m'\n[[source]]\naddress='{tmp_path}/news'\n[[question]]\nname='lost boats'\nsearch='boats'\n"
    )
    for minute, names in enumerate((("origin.json",), ("copy.html",), ("kill.json",))):
        for name in names:
            (tmp_path / "news" / name).write_bytes(FILES[name])
        watch = Watch(desk.record, load(plan), Settings(jobs=1), print, lambda now=minute: 1e9 + 100.0 * now)
        watch.round()
        watch.close()
    told = pages.get("/messages.json").json()
    assert "withdrawn" in {one["kind"] for one in told}
    page = pages.get("/messages").text
    for one in told:
        assert f'id="m-{one["id"]}"' in page
    assert "<b>withdrawn</b>" in page
    assert "its publisher withdrew it" in page
    first = pages.get("/messages.json?limit=1")
    rest = pages.get(first.links["next"]["url"] + "&limit=500").json() if len(told) > 1 else []
    assert first.json() + rest == told
    assert pages.get("/messages?cursor=x").status_code == 400


def test_a_dossier_holds_every_quotation_and_needs_nothing(pages):
    story, _, _ = ids(pages)
    told = pages.get(f"/stories/{story}.json").json()
    page = pages.get(f"/stories/{story}/dossier").text
    assert page.count("sha256 of the words") == sum(len(claim["statements"]) for claim in told["claims"])
    assert page.count("sha256 of the source") == 14
    assert not Links(page).found
    assert not Links(page).outside


def test_pictures_are_drawn(pages):
    story, claim, report = ids(pages)
    for path in (f"/stories/{story}", f"/claims/{claim}", f"/reports/{report}"):
        assert f'property="og:image" content="http://testserver{path}/picture.png"' in pages.get(path).text
        got = pages.get(path + "/picture.png")
        assert got.content.startswith(b"\x89PNG")
        assert got.headers["content-type"] == "image/png"


@pytest.mark.parametrize("path", ["/stories/none", "/claims/none", "/reports/none", "/speakers/none", "/none"])
def test_what_is_not_there_is_said_on_a_page(pages, path):
    got = pages.get(path)
    assert got.status_code == 404
    assert "Not in the record" in got.text


@pytest.mark.parametrize("path", ["/stories?cursor=x", "/search?since=soon", "/stories/x?as_of=soon"])
def test_what_makes_no_sense_is_said_on_a_page(pages, path):
    assert pages.get(path).status_code == 400


def test_a_hostile_report_is_text_on_every_page(pages, made):
    for path in ("/stories", f"/reports/{made['hostile']}", "/search?q=rained", "/outlets", "/speakers", "/claims"):
        page = pages.get(path).text
        assert "<script>window" not in page
        assert "<img" not in page
        assert 'href="javascript' not in page


def test_adding_needs_to_be_let_in(pages, desk):
    assert "Adding needs the token" in pages.get("/add").text
    assert pages.post("/add", data={"text": "x"}).status_code == 403
    assert pages.get("/enter?token=wrong").status_code == 403
    assert pages.get(f"/enter?token={desk.token}").url.path == "/add"
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert pages.post("/add", data={"text": "x"}, headers=foreign).status_code == 403
    assert pages.post("/add", data={"text": " "}).status_code == 400
    assert pages.post("/add", data={"addresses": "file:///etc/passwd"}).status_code == 400
    text = "OSLO (MP) -- The bridge is closed, the mayor said on Monday.\n\nIt is safe, he said."
    got = pages.post("/add", data={"text": text})
    assert got.url.path.startswith("/jobs/")


def test_an_archive_that_is_dropped_is_opened(pages, desk):
    pages.get(f"/enter?token={desk.token}")
    got = pages.post("/add", files={"files": ("crawl.warc", b"".join(RECORDS))})
    path = got.url.path
    for _ in range(600):
        if "read, done" in (page := pages.get(path).text):
            break
        time.sleep(0.05)
    assert "2 new" in page
    assert "1 rejected" in page
    assert "1 a redirect" in page
    assert page.count('<a href="/reports/r') == 2


def test_static_files_are_those_that_there_are(pages):
    assert pages.get("/static/hearsay.css").headers["content-type"].startswith("text/css")
    for name in ("..%2fsite.py", "../site.py", "none.css", "%2e%2e%2f__init__.py"):
        assert pages.get(f"/static/{name}").status_code == 404


def test_a_facet_that_is_on_can_be_taken_off(pages):
    narrowed = pages.get("/search?stance=asserts&state=corroborated").text
    assert 'aria-label="Search without state corroborated"' in narrowed
    assert re.search(
        r'href="/search\?stance=asserts&amp;state=" aria-label="Search without state corroborated"', narrowed
    )
    assert "<option selected>corroborated</option>" in narrowed


def test_a_speaker_is_told_what_became_of_the_statements(pages, desk):
    page = pages.get("/speakers/Mette%20Skovgren").text
    found = set(re.findall(r'<a class="tag" href="/claims/(\w+)">', page))
    told = {one.id: one for story in desk.record.stories() for one in desk.record.story(story.id).claims}
    assert found
    assert all(told[name].revised or told[name].state in {"contested", "retracted"} for name in found)


def test_what_was_withdrawn_is_said_to_be_and_so_is_what_lives_on(desk, pages, tmp_path):
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    list(desk.record.take(*(tmp_path / name for name in FILES), settings=Settings(jobs=1)))
    story = next(
        one["id"]
        for one in pages.get("/stories.json").json()
        if "Eleven boats" in one["title"] or "KILL" in one["title"]
    )
    told = pages.get(f"/stories/{story}.json").json()
    gone = next(one["id"] for one in told["reports"] if one["status"] == "withdrawn")
    assert told["circles"][0]["reports"][0] == gone
    page = pages.get(f"/stories/{story}").text
    for words in (">withdrawn<", ">lives on<", "origin withdrawn", "one copy lives on"):
        assert words in page, words
    claim = pages.get(f"/claims/{told['claims'][0]['id']}")
    assert ">withdrawn<" in claim.text
    assert "withdrawn by its publisher" in pages.get(f"/stories/{story}/dossier").text
    assert "withdrawn since, by version 2" in pages.get(f"/reports/{gone}?version=1").text
    versions = pages.get(f"/reports/{gone}/versions.json").json()
    assert [one["withdrawn"] for one in versions] == [2, None]

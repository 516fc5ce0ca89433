"""The interface as a program meets it."""

import json
from base64 import urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from html import escape

import pytest
from tests.intake.archives.test_archives import RECORDS, zipped
from tests.intake.formats.wires import ninjs

from hearsay.api.adding import uploaded
from hearsay.api.guard import INERT
from hearsay.pipeline import Options, read_source
from hearsay.record import browse
from hearsay.text.utf16 import Units

HUGE = "9" * 30
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def test_a_story_is_the_object_of_the_contract(client, biggest):
    told = client.get(f"/stories/{biggest}").json()
    assert set(told) >= {"id", "title", "counts", "last_change", "reports", "lineage", "claims"}
    assert told["counts"] == {"reports": 14, "outlets": 12, "origins": len(told["reports"]) - len(_copies(told))}
    for claim in told["claims"]:
        assert client.get(f"/claims/{claim['id']}").json() == {"story": told["id"], **claim}


def test_every_place_of_a_report_holds_in_its_text(client, biggest):
    for listed in client.get(f"/stories/{biggest}").json()["reports"]:
        line = client.get(f"/reports/{listed['id']}").json()
        text = client.get(f"/reports/{listed['id']}/text").text
        assert text == line["report"]["text"]
        units = client.get(f"/reports/{listed['id']}?utf16_units=true").json()
        counting, wide = Units.of(text), text.encode("utf-16-le")
        for one, other in zip(line["attributions"], units["attributions"], strict=True):
            for span, recounted in zip(one["content"], other["content"], strict=True):
                assert recounted["start"] == counting.units(span["start"])
                words = wide[2 * recounted["start"] : 2 * recounted["end"]].decode("utf-16-le")
                assert words == text[span["start"] : span["end"]]


@pytest.mark.parametrize("path", ["/stories", "/claims", "/speakers", "/outlets", "/search"])
def test_the_json_twin_is_the_same(client, path):
    assert client.get(path + ".json").content == client.get(path).content


@pytest.mark.parametrize("path", ["/claims", "/speakers", "/outlets", "/search?stance=asserts"])
def test_pages_follow_one_another_and_lose_nothing(client, path):
    mark = "&" if "?" in path else "?"
    whole = _entries(client.get(f"{path}{mark}limit=500").json())
    found, url = [], f"{path}{mark}limit=7"
    while url:
        got = client.get(url)
        found += _entries(got.json())
        url = got.links.get("next", {}).get("url")
    assert [_plain(one) for one in found] == [_plain(one) for one in whole]


@pytest.mark.parametrize("cursor", ["x", "%00", "AAAA", "Li4vLi4", "9" * 3000])
def test_a_cursor_that_was_not_given_out_is_refused(client, cursor):
    for path in ("/stories", "/claims", "/speakers", "/search"):
        got = client.get(f"{path}?cursor={cursor}")
        assert got.status_code == 400
        assert set(got.json()) == {"detail"}


@pytest.mark.parametrize("place", ["x", "/", "2024-10-25/", "2024-10-25/-1", f"2024-10-25/{HUGE}", f"1.5/{2**63}"])
def test_a_cursor_that_was_changed_is_refused(client, place):
    cursor = urlsafe_b64encode(place.encode()).decode().rstrip("=")
    speaker = client.get("/speakers?limit=1").json()[0]["name"]
    for path in ("/stories", f"/speakers/{speaker}", "/search?q=the", "/search?stance=asserts"):
        got = client.get(path, params=dict(_asked(path), cursor=cursor))
        assert got.status_code == 400, path
        assert set(got.json()) == {"detail"}


@pytest.mark.parametrize(
    "path",
    ["/stories/none", "/claims/none", "/reports/none", "/reports/none/versions", "/reports/none/source",
     "/speakers/nobody at all", "/outlets/none", "/jobs/none", "/reports/..%2f..%2fetc%2fpasswd", "/nothing"],
)  # fmt: skip
def test_what_is_not_there_is_a_problem_in_words(client, path):
    got = client.get(path)
    assert got.status_code == 404
    assert isinstance(got.json()["detail"], str)


def test_what_was_known_then(client, biggest):
    now = client.get(f"/stories/{biggest}").json()
    first = sorted(one["published"] for one in now["reports"] if one["published"])[3]
    then = client.get(f"/stories/{biggest}", params={"as_of": first}).json()
    assert 0 < then["counts"]["reports"] < now["counts"]["reports"]
    assert client.get(f"/stories/{biggest}?as_of=1990-01-01").status_code == 404
    assert client.get(f"/stories/{biggest}?as_of=soon").status_code == 400


def test_facets_count_all_that_was_found(client):
    got = client.get("/search?stance=denies&limit=1").json()
    counts = {facet["name"]: sum(value["count"] for value in facet["values"]) for facet in got["facets"]}
    assert set(counts) == {"outlet", "month", "speaker", "stance", "state", "kind"}
    everything = client.get("/search?stance=denies&limit=500").json()["hits"]
    assert counts["stance"] == len(everything) > 1
    only = next(facet for facet in got["facets"] if facet["name"] == "kind")["values"][0]
    assert len(client.get(f"/search?stance=denies&kind={only['name']}&limit=500").json()["hits"]) == only["count"]


def test_statements_are_found_by_the_state_of_their_claim(client):
    claims = client.get("/claims?state=contested&limit=500").json()
    places = {(one["report"], one["attribution"]) for claim in claims for one in claim["statements"]}
    got = client.get("/search?state=contested&limit=500").json()
    found = {(hit["report_id"], hit["attribution"]) for hit in got["hits"]}
    assert found
    assert found <= places
    states = next(facet for facet in got["facets"] if facet["name"] == "state")["values"]
    assert states == [{"name": "contested", "count": len(got["hits"])}]
    assert client.get("/search?state=doubtful").status_code == 400


def test_a_claim_is_found_by_its_address_before_its_story_is_told(client, desk, biggest):
    claim = client.get(f"/stories/{biggest}").json()["claims"][0]["id"]
    desk.record.relink()
    assert client.get(f"/claims/{claim}").json()["id"] == claim


def test_sources_are_handed_out_and_never_shown(client, biggest):
    name = client.get(f"/stories/{biggest}").json()["reports"][0]["id"]
    got = client.get(f"/reports/{name}/source")
    assert got.headers["content-type"] == "application/octet-stream"
    assert "attachment" in got.headers["content-disposition"]
    assert "sandbox" in got.headers["content-security-policy"]


@pytest.mark.parametrize("given", [None, "Bearer wrong", "Basic the-token-of-the-tests"])
def test_adding_needs_the_token(client, given):
    headers = {} if given is None else {"Authorization": given}
    assert client.post("/reports", json={"text": "x"}, headers=headers).status_code == 401
    assert client.post("/reports/files", files={"files": b"x"}, headers=headers).status_code == 401


def test_a_text_is_added_once(client, bearer):
    text = "LONDON (MP) -- The bridge is closed, the mayor said on Monday.\n\nHe denied that it had been unsafe."
    for status in ("new", "unchanged"):
        got = client.post("/reports", json={"text": text, "dated": "2024-10-25"}, headers=bearer)
        assert got.status_code == 202
        done = _done(client, got.json()["id"])
        assert [one["status"] for one in done["results"]] == [status]
    line = client.get(f"/reports/{done['results'][0]['report']}").json()
    assert [one["stance"] for one in line["attributions"]] == ["asserts", "denies"]


def test_an_archive_that_is_sent_is_opened(client, bearer):
    warc = b"".join(RECORDS)
    files = [("files", ("crawl.warc", warc)), ("files", ("pages.zip", zipped(**{"a.json": ninjs(uri="urn:x:sent")})))]
    done = _done(client, client.post("/reports/files", files=files, headers=bearer).json()["id"])
    assert done["total"] == 2
    assert [(one["status"], one["uri"][-4:]) for one in done["results"]] == [
        ("new", "rg/1"), ("rejected", "rg/7"), ("new", "rg/8"), ("new", "json")
    ]  # fmt: skip
    assert done["counts"] == {"new": 3, "rejected": 1}
    assert done["skipped"]["a redirect"] == done["skipped"]["a request"] == 1


def test_files_are_added_and_what_cannot_be_read_is_named(client, bearer):
    files = [("files", ("a.txt", b"PARIS (MP) -- It rained, the mayor said on Monday.\n\nShe was glad, she said.")),
             ("files", ("../../b.bin", b"\x00\x01\x02"))]  # fmt: skip
    done = _done(client, client.post("/reports/files", files=files, headers=bearer).json()["id"])
    assert [one["status"] for one in done["results"]] == ["new", "rejected"]
    assert done["results"][1]["uri"].endswith("/b.bin")
    assert done["results"][1]["why"]


def test_events_tell_what_came_since_a_mark(client, bearer):
    mark = _event(client.get("/events?once=true").text)["id"]
    text = "ROME (MP) -- The tower leans, the mayor said on Monday.\n\nIt will stand, he said."
    _done(client, client.post("/reports", json={"text": text}, headers=bearer).json()["id"])
    news = _event(client.get("/events?once=true", headers={"Last-Event-ID": mark}).text)
    assert len(json.loads(news["data"])["reports"]) == 1
    assert "nothing new" in client.get("/events?once=true", headers={"Last-Event-ID": news["id"]}).text


def test_events_miss_nothing_where_much_came(client, bearer, monkeypatch):
    monkeypatch.setattr(browse, "MOST_NEWS", 3)
    told, stories, mark = [], set(), "0"
    while "data: " in (got := client.get("/events?once=true", headers={"Last-Event-ID": mark}).text):
        event = _event(got)
        mark, news = event["id"], json.loads(event["data"])
        told += news["reports"]
        stories.update(news["stories"])
    assert len(told) == len(set(told)) == sum(one["counts"]["reports"] for one in client.get("/stories").json())
    assert stories == {one["id"] for one in client.get("/stories?limit=500").json()}


def test_events_tell_the_story_of_what_nobody_has_linked_yet(client, desk):
    mark = _event(client.get("/events?once=true").text)["id"]
    desk.record.add(*_reading(desk))
    news = json.loads(_event(client.get("/events?once=true", headers={"Last-Event-ID": mark}).text)["data"])
    assert len(news["reports"]) == len(news["stories"]) == 1


@pytest.mark.parametrize("mark", ["-1", "x", HUGE, str(2**63)])
def test_a_mark_that_was_not_given_out_is_refused(client, mark):
    assert client.get("/events?once=true", headers={"Last-Event-ID": mark}).status_code == 400


@pytest.mark.parametrize("day", ["2024-13-45", "2024-02-30", "20241025", "soon", ""])
def test_a_day_that_there_is_not_is_refused(client, bearer, day):
    got = client.post("/reports", json={"text": "It rained, he said.", "dated": day}, headers=bearer)
    assert got.status_code in {400, 422}
    assert isinstance(got.json()["detail"], str)


def test_a_hostile_report_comes_back_as_data(client, bearer):
    said = escape(MARKUP)
    page = f"<html><head><title>{said}</title><meta name=author content='{said}'></head><body><article><h1>{said}</h1>"
    page += f'<p>By {said}</p><p>PARIS (MP) -- It rained, {said} said on Monday.</p><p>"{said} is wet," he said.</p>'
    files = [("files", (f"{MARKUP}.html", page.encode(), "text/html"))]
    done = _done(client, client.post("/reports/files", files=files, headers=bearer).json()["id"])
    name = done["results"][0]["report"]
    assert done["results"][0]["status"] == "new"
    line = client.get(f"/reports/{name}")
    assert MARKUP in line.json()["report"]["text"]
    for path in (f"/reports/{name}/versions", f"/stories/{name}", "/claims", "/speakers", "/search?q=rained"):
        assert client.get(path).headers["content-type"] == "application/json"
    assert client.get(f"/reports/{name}/text").headers["content-type"].startswith("text/plain")
    source = client.get(f"/reports/{name}/source")
    assert source.content == page.encode()
    assert source.headers["content-security-policy"] == INERT


def test_readers_see_whole_objects_while_reports_come(client, bearer, biggest):
    paths = ["/stories", f"/stories/{biggest}", "/claims", "/search?stance=denies", "/speakers", "/outlets"]
    text = "LIMA (MP) -- The road {0} is closed, the mayor said on Monday.\n\nHe denied that it had been unsafe."
    jobs = [client.post("/reports", json={"text": text.format(n)}, headers=bearer).json()["id"] for n in range(4)]
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(client.get, paths * 6))
    assert {one.status_code for one in answers} == {200}
    sizes = [len(one.json()["reports"]) for one in answers[1 :: len(paths)]]
    assert sizes == [one.json()["counts"]["reports"] for one in answers[1 :: len(paths)]]
    assert [result["status"] for job in jobs for result in _done(client, job)["results"]] == ["new"] * 4


def _asked(path):
    return [pair.split("=", 1) for pair in path.partition("?")[2].split("&") if pair]


def _reading(desk):
    text = b"QUITO (MP) -- The bridge is shut, the mayor said on Monday.\n\nIt had been unsafe, she said."
    got = read_source(uploaded("a.txt", text), Options(), desk.settings)
    return got.reading, got.source


def _copies(told):
    return {copy["report"] for line in told["lineage"] for copy in line["copies"]}


def _entries(got):
    return got["hits"] if isinstance(got, dict) else got


def _plain(one):
    return json.dumps(one, sort_keys=True)


def _done(client, job):
    for line in client.get(f"/jobs/{job}/events").text.split("\n\n"):
        if "data: " in line:
            got = json.loads(_event(line)["data"])
    assert got["done"]
    return got


def _event(words):
    return dict(line.split(": ", 1) for line in words.strip().splitlines() if ": " in line)


def test_a_common_state_and_a_rare_one_are_found_alike(monkeypatch, desk):
    desk.record.tell(100)
    rare = {state: desk.record.search(state=state, limit=500) for state in ("corroborated", "contested")}
    monkeypatch.setattr("hearsay.record.search._MANY", 1)
    for state, found in rare.items():
        assert found.hits
        assert desk.record.search(state=state, limit=500) == found

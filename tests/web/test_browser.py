"""The pages in a real browser: a person's paths, with and without script, seen and unseen."""

import json
import os
import urllib.request
from pathlib import Path

import pytest

pytestmark = pytest.mark.parametrize("desk", ["file"], indirect=True)  # the pages do not know where they come from
PICTURES = Path(__file__).resolve().parents[2] / "docs" / "images"


def got(served, path):
    with urllib.request.urlopen(served + path) as answer:
        return json.load(answer)


@pytest.fixture
def story(served):
    return max(got(served, "/stories"), key=lambda one: one["counts"]["reports"])["id"]


@pytest.fixture
def told(served, story):
    return got(served, f"/stories/{story}")


@pytest.fixture
def everything(told, story, made):
    figured = max(told["claims"], key=lambda one: len(one["figures"]))["id"]
    return ["/stories", f"/stories/{story}", f"/stories/{story}/dossier", "/claims", f"/claims/{figured}",
            f"/reports/{told['reports'][0]['id']}", f"/reports/{made['hostile']}", f"/reports/{made['arabic']}",
            "/search?q=recall&stance=denies", "/speakers", "/speakers/Mette%20Skovgren", "/outlets", "/messages",
            "/outlets/Skerry%20Press", "/add"]  # fmt: skip


def test_an_analyst_goes_from_the_story_to_the_exact_words(chromium, served, told):
    page = chromium.new_page()
    page.goto(f"{served}/stories")
    page.get_by_role("link", name=told["title"]).first.click()
    page.get_by_role("heading", level=1).wait_for()
    first = page.locator(".claims tbody tr").first
    first.locator("summary").first.click()
    words = first.locator("mark").first.inner_text()
    first.get_by_role("link", name="open at these words").first.click()
    page.wait_for_url("**/reports/**")
    assert " ".join(words.split())[:40] in " ".join(page.locator(".text").inner_text().split())
    name = page.url.rpartition("#")[2]
    assert page.locator(f"#{name}").is_visible()
    page.locator(f"#{name}").hover()
    assert page.locator(f"#card-{name}.lit").count() == 1
    page.close()


def test_the_keyboard_alone_is_enough(chromium, served, told, story):
    page = chromium.new_page()
    page.goto(f"{served}/stories/{story}")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "SUMMARY" and page.evaluate(
            "!!document.activeElement.closest('.claims')"
        ):
            break
    page.keyboard.press("Enter")
    assert page.locator(".claims details[open]").count() == 1
    page.close()


def test_it_works_without_script(chromium, served, told, story):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}/stories/{story}")
    page.locator("#as_of").select_option(index=3)
    page.get_by_role("button", name="Show").click()
    assert "as_of=" in page.url
    page.locator(".claims summary").first.click()
    assert page.locator(".claims mark").first.is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_serious_stands_in_the_way_of_a_screen_reader(chromium, served, everything, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    page = context.new_page()
    for path in everything:
        page.goto(served + path)
        found = axe.run(page).response["violations"]
        bad = [(one["id"], one["nodes"][0]["html"]) for one in found if one["impact"] in ("serious", "critical")]
        assert not bad, path
    context.close()


@pytest.mark.parametrize("width", [320, 360, 2560])
def test_no_page_runs_out_of_its_window(chromium, served, everything, width):
    page = chromium.new_page(viewport={"width": width, "height": 900})
    for path in everything:
        page.goto(served + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


def test_a_hostile_report_runs_nothing(chromium, served, made, everything):
    page = chromium.new_page()
    complaints = []
    page.on("console", lambda one: complaints.append(one.text))
    page.on("dialog", lambda one: complaints.append("dialog"))
    for path in [*everything, f"/reports/{made['hostile']}/source", "/search?q=rained"]:
        if path.endswith("/source"):
            with page.expect_download():
                page.evaluate(f"location.href = '{path}'")
            continue
        page.goto(served + path)
        assert page.evaluate("window.ran") is None, path
    assert not complaints
    page.close()


@pytest.mark.parametrize("name", ["wide", "arabic"])
def test_what_the_browser_marks_is_what_python_cut(chromium, served, made, name):
    line = got(served, f"/reports/{made[name]}")
    units = got(served, f"/reports/{made[name]}?utf16_units=true")
    text = line["report"]["text"]
    page = chromium.new_page()
    page.goto(f"{served}/reports/{made[name]}")
    for said, recounted in zip(line["attributions"], units["attributions"], strict=True):
        marked = page.eval_on_selector_all(
            f'.text [data-of~="{said["id"]}"].content', "all => all.map(one => one.textContent).join('')"
        )
        assert marked == "".join(text[span["start"] : span["end"]] for span in said["content"])
        for span, wide in zip(said["content"], recounted["content"], strict=True):
            cut = page.evaluate("([text, a, b]) => text.slice(a, b)", [text, wide["start"], wide["end"]])
            assert cut == text[span["start"] : span["end"]]
    assert line["attributions"]
    page.close()


def test_a_person_adds_and_watches(chromium, served, desk):
    page = chromium.new_page()
    page.goto(f"{served}/enter?token={desk.token}")
    page.locator("#text").fill("BERN (MP) -- The pass is open, the mayor said on Monday.\n\nHe denied it was icy.")
    page.locator("form.add").get_by_role("button", name="Add").click()
    page.get_by_text("1 read, done").wait_for(timeout=20000)
    page.locator(".results a").click()
    assert page.locator(".stance.t-denies").count() == 1
    page.close()


def test_searches_are_saved_in_the_browser(chromium, served):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{served}/search?q=recall")
    page.get_by_role("button", name="Save this search").click()
    page.goto(f"{served}/search")
    page.locator("[data-saved] a").click()
    page.wait_for_url("**q=recall**")
    context.close()


def test_pictures_for_the_docs(chromium, served, told, story, tmp_path):
    """With ``HEARSAY_PICTURES=1`` the pictures of the docs are made anew (``make pictures``)."""
    folder = PICTURES if os.environ.get("HEARSAY_PICTURES") else tmp_path
    folder.mkdir(exist_ok=True)
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    figured = max(told["claims"], key=lambda one: len(one["figures"]))["id"]
    page.goto(f"{served}/stories/{story}")
    page.screenshot(path=folder / "story.png")
    page.goto(f"{served}/reports/{told['reports'][0]['id']}")
    page.screenshot(path=folder / "report.png")
    page.goto(f"{served}/claims/{figured}")
    page.locator("figure").first.scroll_into_view_if_needed()
    page.screenshot(path=folder / "figures.png")
    assert all((folder / f"{name}.png").stat().st_size > 20_000 for name in ("story", "report", "figures"))
    context.close()

import hashlib
import re
import shutil
import threading
import time

import pytest
import uvicorn
from starlette.testclient import TestClient

from hearsay.model.report import Author, Dateline, Media, Part, Report
from hearsay.reading.read import read
from hearsay.settings import Settings
from hearsay.web.site import site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
HOSTILE = "\"'><script>window.ran=1</script><img src=x onerror=window.ran=1>"
TEXTS = {
    "hostile": f'The mayor {HOSTILE} said on Monday that "{HOSTILE} it rained".\n\nHe denied {HOSTILE} it.',
    "wide": 'The mayor 🙂🙂 said on Monday that "it 😀 rained in 한글 today". “It is 🙃 wet,” she said.',
    "arabic": 'قال العمدة. The mayor said on Monday that "السد آمن" and that it held, he said.',
}  # fmt: skip


@pytest.fixture
def pages(desk):
    """The site as a browser asks for it, without a browser."""
    return TestClient(site(desk), headers={"Accept": "text/html"}, raise_server_exceptions=False)


@pytest.fixture
def made(desk):
    """Reports that try the pages: one hostile in every field, one with emoji and Hangul, one with Arabic."""
    names = {}
    for name, text in TEXTS.items():
        got = read(_report(name, text), Settings(threads=1))
        names[name] = desk.record.add(got, name.encode()).report_id
    desk.record.link()
    return names


def _report(name, text):
    bad = HOSTILE if name == "hostile" else name
    parts, at = [], 0
    for found in re.finditer(r"[^\n]+", text):
        parts.append(Part("paragraph", found.start(), found.end()))
        at = found.end()
    assert at == len(text)
    uri = "javascript:window.ran=1" if name == "hostile" else f"https://example.org/{name}"
    return Report(
        f"r{name}", uri, hashlib.sha256(name.encode()).hexdigest(), "text/html", text, "en", headline=bad, slug=bad,
        section=bad, byline=(Author(bad, (bad,)),), outlet=bad, agency=bad, published="2024-10-25T03:47:50+09:00",
        dateline=Dateline(bad, "2024-10-24", bad), correction=bad, media=(Media(bad, bad),), rights=bad,
        parts=tuple(parts),
    )  # fmt: skip


@pytest.fixture
def served(desk, made):
    """The site on a real server."""
    config = uvicorn.Config(site(desk, ("127.0.0.1",)), port=0, log_level="error", lifespan="off")
    server, socket = uvicorn.Server(config), config.bind_socket()
    thread = threading.Thread(target=server.run, args=([socket],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="module")
def chromium():
    """A real browser."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()

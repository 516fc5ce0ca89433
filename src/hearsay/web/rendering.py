"""Templates to pages: what every page is given, and how an address of ours is made absolute."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from hearsay.web.views.chart import DASHES
from hearsay.web.views.story import RULES, SIGNS, STANCES

if TYPE_CHECKING:
    from starlette.requests import Request

NAV = (
    ("/stories", "Stories"), ("/claims", "Claims"), ("/search", "Search"), ("/speakers", "Speakers"),
    ("/outlets", "Outlets"), ("/messages", "Watched"), ("/add", "Add"),
)  # fmt: skip


@lru_cache(maxsize=1)
def templates() -> Environment:
    """The templates of the package. Everything that is put into them is escaped."""
    made = Environment(
        loader=PackageLoader("hearsay.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=False
    )
    made.globals |= {"nav": NAV, "signs": SIGNS, "stances": STANCES, "rules": RULES, "dashes": DASHES}
    made.filters["claimed"] = lambda words: words.removeprefix("that ")
    return made


def page(request: Request, name: str, /, status_code: int = 200, **given: object) -> HTMLResponse:
    """A page made of a template, which is given what is named."""
    root = "/" + request.url.path.strip("/").partition("/")[0]
    facts = {"here": root, "q": request.query_params.get("q"), "twin": twin(request)} | given
    words = templates().get_template(name).render(facts)
    return HTMLResponse(words, status_code, headers={"Vary": "Accept"})


def twin(request: Request) -> str | None:
    """The address of the same as JSON; ``None`` for pages that have none."""
    path, query = request.url.path, request.url.query
    known = path.startswith(("/stories", "/claims", "/reports", "/speakers", "/outlets", "/search"))
    return f"{path}.json{'?' + query if query else ''}" if known else None


def absolute(request: Request, path: str) -> str:
    """An address of ours for others: at the public address that is set, or as the browser reached us."""
    public = request.app.state.desk.settings.public_address.rstrip("/")
    return (public or f"{request.url.scheme}://{request.url.netloc}") + path

"""The docs tell what is there: every verb, setting and field is named, and every example runs."""

import dataclasses
import doctest
import re
from pathlib import Path

import pytest
import typer.main
from typer.testing import CliRunner

from hearsay import settings
from hearsay.api.app import interface
from hearsay.cli.main import app
from hearsay.model import reading, report, story

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
RECORDS = [
    value
    for module in (report, reading, story)
    for value in vars(module).values()
    if dataclasses.is_dataclass(value) and value.__module__ == module.__name__
]
CONFIDENCE = re.compile(r"(?<=· )0\.\d\d$")  # its last figure is the processor's arithmetic
COMMANDS = typer.main.get_command(app).commands


@pytest.mark.parametrize("record", RECORDS, ids=lambda one: one.__name__)
def test_every_field_is_told(record):
    told = (DOCS / "reference" / "json.md").read_text("utf-8")
    missing = [field.name for field in dataclasses.fields(record) if f"`{field.name}`" not in told]
    assert not missing


@pytest.mark.parametrize("setting", settings.SETTINGS, ids=lambda one: one.name)
def test_every_setting_is_told(setting):
    told = (DOCS / "reference" / "settings.md").read_text("utf-8")
    assert f"`HEARSAY_{setting.name.upper()}`" in told
    assert setting.help in " ".join(told.split())


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_verb_and_option_is_told(verb):
    told = (DOCS / "reference" / "cli.md").read_text("utf-8")
    assert f"`hearsay {verb}" in told
    section = told.split(f"## `hearsay {verb}", 1)[1].split("\n## ", 1)[0]
    options = [name for one in COMMANDS[verb].params for name in one.opts if name.startswith("--")]
    assert [name for name in options if f"`{name}" not in section] == []


@pytest.mark.parametrize(
    "page", [path for path in sorted(DOCS.rglob("*.md")) if ">>> " in path.read_text("utf-8")], ids=lambda p: p.name
)
def test_every_example_runs(page, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(
        str(page), module_relative=False, globs={"folder": str(tmp_path)}, optionflags=doctest.ELLIPSIS
    )
    assert tried > 0
    assert failed == 0


def test_every_link_between_pages_leads_somewhere():
    broken = [
        f"{page.name}: {target}"
        for page in [*DOCS.rglob("*.md"), *ROOT.glob("*.md")]
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not (page.parent / target).exists()
    ]
    assert not broken


def test_the_example_of_the_readme_is_what_is_printed(monkeypatch):
    monkeypatch.chdir(ROOT)
    shown = (ROOT / "README.md").read_text("utf-8").split("in part:\n\n```\n", 1)[1].split("\n```", 1)[0].splitlines()
    printed = CliRunner().invoke(app, ["read", "demo/pages/01-northlight.txt"]).stdout.splitlines()
    shown, printed = ([CONFIDENCE.sub("", line) for line in lines] for lines in (shown, printed))
    assert [line for line in shown if line not in printed] == []


def test_every_route_is_told(desk):
    told = (DOCS / "reference" / "rest.md").read_text("utf-8")
    paths = interface(desk).openapi()["paths"]
    routes = [f"`{verb.upper()} {path}`" for path, verbs in paths.items() for verb in verbs]
    assert len(routes) > 15
    assert [route for route in routes if route not in told] == []

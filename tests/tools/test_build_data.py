import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_generated_data_are_fresh(capsys: pytest.CaptureFixture[str]) -> None:
    assert tool("build_data").main(["--check"]) == 0, capsys.readouterr().err


def test_every_builder_is_found_but_not_this_one() -> None:
    names = [path.name for path in tool("build_data").builders()]
    assert "build_actors.py" in names
    assert "build_data.py" not in names


def test_what_is_written_is_fresh_and_what_is_changed_or_gone_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build = tool("build_data")
    assert build.main([], tmp_path) == 0
    assert build.main(["--check"], tmp_path) == 0
    (tmp_path / "cues.json").write_text("{}", "utf-8")
    (tmp_path / "actors.json").unlink()
    assert build.main(["--check"], tmp_path) == 1
    assert "actors.json, cues.json" in capsys.readouterr().err


def test_each_list_names_its_source_and_licence() -> None:
    for name in ("countries", "bodies", "given_names", "people", "things", "grammar"):
        head = (ROOT / "resources" / f"{name}.yml").read_text("utf-8")[:700]
        assert "Source:" in head, name
        assert "Licence:" in head, name

import importlib.util
import subprocess
import sys
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


def test_generated_data_are_fresh() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "build_data.py"), "--check"], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


def test_every_builder_is_found_but_not_this_one() -> None:
    names = [path.name for path in tool("build_data").builders()]
    assert "build_actors.py" in names
    assert "build_data.py" not in names


def test_stale_data_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = tool("build_actors")
    monkeypatch.setattr(build, "ROOT", build.ROOT)
    monkeypatch.setattr(build, "OUT", build.ROOT / "no-such-folder" / "actors.json")
    assert build.main(["--check"]) == 1


def test_each_list_names_its_source_and_licence() -> None:
    for name in ("countries", "bodies", "given_names", "people", "things", "grammar"):
        head = (ROOT / "resources" / f"{name}.yml").read_text("utf-8")[:700]
        assert "Source:" in head, name
        assert "Licence:" in head, name

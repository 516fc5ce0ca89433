"""The reader with its shipped weights."""

import ast
from importlib import resources
from pathlib import Path

import pytest

import hearsay
from hearsay.model.span import Span
from hearsay.reading import encoder
from hearsay.reading.decode import Triple
from hearsay.reading.encoder import Reader

TEXT = (
    "Ministry denies talks\n"
    "“The talks will go on,” Foreign Minister Jane Smith told reporters on Monday. “We are not in a hurry.”\n"
    "The central bank said that inflation would fall to 2 percent by June."
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return encoder.load(1)


def regions(text: str) -> list[Span]:
    out, start = [], 0
    for line in text.split("\n"):
        out.append(Span(start, start + len(line)))
        start += len(line) + 1
    return out


def words(text: str, triple: Triple) -> tuple[str, list[str], list[str]]:
    return triple.cue.of(text), [s.of(text) for s in triple.source], [s.of(text) for s in triple.content]


def test_find_reads_plain_reports(reader: Reader) -> None:
    found = [words(TEXT, triple) for triple in reader.find(TEXT, regions(TEXT))]
    bank = next(one for one in found if one[0] == "said")
    assert bank[1] == ["The central bank"]
    assert bank[2] == ["that inflation would fall to 2 percent by June"]
    smith = next(one for one in found if one[0].startswith("told"))
    assert smith[1] == ["Foreign Minister Jane Smith"]
    assert smith[2][0] == "“The talks will go on,”"


def test_find_gives_confidences_in_text_order(reader: Reader) -> None:
    found = reader.find(TEXT, regions(TEXT))
    assert all(0 < triple.confidence < 1 for triple in found)
    assert [t.cue for t in found] == sorted(t.cue for t in found)


def test_find_is_the_same_every_time(reader: Reader) -> None:
    assert reader.find(TEXT, regions(TEXT)) == reader.find(TEXT, regions(TEXT))


@pytest.mark.parametrize(
    "text", ["", " \n ", "\0\0\0", "😀" * 300, "😀 said 😀\0 Kim said", "“" * 500, ". " * 900, "\udc80 said"]
)
def test_find_survives_any_text(reader: Reader, text: str) -> None:
    for triple in reader.find(text, regions(text)):
        assert triple.cue.end <= len(text)
    assert reader.find(text, []) == ()


def test_find_in_offsets_past_emoji(reader: Reader) -> None:
    text = "😀😀 👨‍👩‍👧 한국\n" + TEXT
    found = [words(text, triple) for triple in reader.find(text, regions(text))]
    assert ("said", ["The central bank"]) in [(cue, source) for cue, source, _ in found]


def test_find_in_chunks_equals_find_at_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n".join([TEXT] * 40)
    whole = reader.find(text, regions(text))
    monkeypatch.setattr(encoder, "_CHUNK", 3)
    parts = reader.find(text, regions(text))
    assert [t.cue for t in whole] == [t.cue for t in parts]


def test_fingerprint_is_a_digest(reader: Reader) -> None:
    kind, _, digest = reader.fingerprint.partition(":")
    assert kind == "sha256"
    assert len(digest) == 64
    assert Reader(1).fingerprint == reader.fingerprint


def test_load_makes_one_reader(reader: Reader) -> None:
    assert encoder.load(1) is reader


def test_weights_are_small_enough_to_ship() -> None:
    folder = resources.files("hearsay.data.model")
    for name in ("encoder.onnx", "links.onnx"):
        assert len(folder.joinpath(name).read_bytes()) < 30_000_000


def test_only_the_encoder_imports_onnxruntime() -> None:
    root = Path(hearsay.__file__).parent
    importing = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name.split(".")[0] == "onnxruntime" for name in names):
                importing.add(path.relative_to(root).as_posix())
    assert importing == {"reading/encoder.py"}

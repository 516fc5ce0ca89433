"""Where readings come from: Hearsay's public interface, or lines of JSON that any tool wrote by the contract."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from hearsay.errors import SourceError
from hearsay.model import codec
from hearsay.model.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.model.report import Report


class Reader(Protocol):
    """Reads one source, or has its reading already; ``None`` where there is none."""

    def read(self, path: Path, *, body: bool = False, dated: str | None = None) -> Reading | None:
        """The reading of the file at ``path``: as published, or with ``body`` as a text that stays as it is."""
        ...

    def take(self, path: Path) -> Report | None:
        """The report alone, where nothing of what is said in it is asked: the same as that of its reading."""
        ...


class Product:
    """The public interface of the installed package."""

    def read(self, path: Path, *, body: bool = False, dated: str | None = None) -> Reading | None:
        """As :meth:`Reader.read`; a source that Hearsay rejects has no reading."""
        import hearsay

        try:
            reading: Reading = hearsay.read(str(path), body=body, dated=dated)
        except SourceError:
            return None
        return reading

    def take(self, path: Path, *, body: bool = False, dated: str | None = None) -> Report | None:
        """As :meth:`Reader.take`: what intake makes of the source."""
        from hearsay.intake import take
        from hearsay.intake.source import Source
        from hearsay.settings import Settings

        try:
            return take.take(Source(str(path), path.read_bytes(), None), Settings(), dated=dated, body=body)
        except SourceError:
            return None


class Alone(Product):
    """Intake, times and figures by themselves: the parts that need no model, in a fraction of the time."""

    def read(self, path: Path, *, body: bool = False, dated: str | None = None) -> Reading | None:
        """As :meth:`Reader.read`, without attributions and actors."""
        from hearsay.reading.quantity import figures
        from hearsay.reading.timex import times

        report = self.take(path, body=body, dated=dated)
        if report is None:
            return None
        found = times.find(report)
        return Reading(report, times=found, figures=figures.find(report, found, ()))


class Lines:
    """Readings from a file of JSON lines; a source is known by the end of its ``report.uri``.

    A line may leave out what its tool does not know: lists that are absent are empty.
    """

    def __init__(self, path: Path) -> None:
        self._readings = dict(_lines(path))

    def read(self, path: Path, *, body: bool = False, dated: str | None = None) -> Reading | None:  # noqa: ARG002
        """The reading whose uri ends like the path, longest common end first."""
        parts = path.resolve().parts
        for length in range(min(len(parts), 5), 0, -1):
            if reading := self._readings.get(parts[-length:]):
                return reading
        return None

    def take(self, path: Path) -> Report | None:
        """The report of the reading."""
        reading = self.read(path)
        return reading.report if reading else None


def read_text(reader: Reader, name: str, text: str, *, dated: str | None = None) -> Reading | None:
    """The reading of a text that must stay as it is, under a name of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.txt"
        path.write_bytes(text.encode("utf-8"))
        return reader.read(path, body=True, dated=dated)


def _lines(path: Path) -> Iterator[tuple[tuple[str, ...], Reading]]:
    with path.open("rb") as lines:
        for line in lines:
            reading = codec.decode(_filled(line)) if line.strip() else None
            if isinstance(reading, Reading):
                parts = Path(reading.report.uri.removeprefix("file://")).parts
                for length in range(1, min(len(parts), 5) + 1):
                    yield parts[-length:], reading


def _filled(line: bytes) -> bytes:
    record = json.loads(line)
    if "report" in record:
        for key in ("attributions", "actors", "times", "figures"):
            record.setdefault(key, [])
        record.setdefault("made_by", {"hearsay": ""})
        for key in ("id", "source_sha256", "media_type"):
            record["report"].setdefault(key, "")
    return json.dumps(record).encode()

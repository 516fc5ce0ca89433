"""Zip, and WACZ: each member is taken as the file that it is, unpacked no further than the limits allow."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from hearsay.intake.packed import ARCHIVES
from hearsay.model.report import Rejected, Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearsay.intake.source import Source

SIGN = ARCHIVES[:2]
"""How a zip begins."""
DEEPEST = 2
"""Archives within archives within an archive."""
MEMBERS = 1_000_000
"""The most members of one archive."""
RATIO = 100
"""Bytes for each byte of the archive beyond which, past :data:`FREE`, it is taken for a bomb. Text packs to a tenth."""
FREE = 100_000_000
"""Bytes that every archive may unfold into."""


def unpack(
    uri: str,
    stream: BinaryIO,
    inner: Callable[[str, BinaryIO], Iterator[Source | Rejected]],
) -> Iterator[Source | Rejected]:
    """The sources in the members of an archive, in the order of their names.

    Args:
        uri: the archive's name.
        stream: its bytes, seekable.
        inner: what takes a member by its name and bytes.
    """
    try:
        archive = zipfile.ZipFile(stream)
        members = sorted(archive.infolist(), key=lambda member: member.filename)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        yield Rejected(uri, f"a damaged zip ({_line(error)})")
        return
    if len(members) > MEMBERS:
        yield Rejected(uri, f"a zip of more than {MEMBERS} members")
        return
    names = {member.filename for member in members}
    if "[Content_Types].xml" in names:
        yield Rejected(uri, "not text (an office document)")
        return
    wacz = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
    left = FREE + RATIO * stream.seek(0, io.SEEK_END)
    for member in members:
        if member.is_dir() or _hidden(member.filename):
            continue
        name = f"{uri}/{member.filename}"
        if wacz and not member.filename.startswith("archive/"):
            yield Skipped(name, "an index of the archive")
            continue
        left -= member.file_size
        if left < 0:
            yield Rejected(uri, "unfolds into more than an archive of text does; the rest is not read")
            return
        yield from _member(name, archive, member, inner)


def _member(
    name: str,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    inner: Callable[[str, BinaryIO], Iterator[Source | Rejected]],
) -> Iterator[Source | Rejected]:
    if member.flag_bits & 1:
        yield Rejected(name, "encrypted")
        return
    try:
        # A stored size may lie: what unfolds is bounded by whoever reads it, and by this.
        with archive.open(member) as opened:
            yield from inner(name, opened)  # type: ignore[arg-type]
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        yield Rejected(name, f"a damaged member ({_line(error)})")


def _hidden(name: str) -> bool:
    return any(step.startswith((".", "__MACOSX")) for step in name.split("/"))


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__

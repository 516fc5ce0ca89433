"""How a reading looks on a terminal: what kind of report it is, then who said what, then times and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hearsay.cli.differences import change
from hearsay.cli.terminal import printable
from hearsay.record.versions import changes
from hearsay.story.revisions import edits

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from hearsay.cli.reasons import Reasons
    from hearsay.model.reading import Attribution, Figure, Reading, Stance, Time
    from hearsay.model.report import Report
    from hearsay.model.span import Span
    from hearsay.model.story import Count, Edit
    from hearsay.record.results import Results
    from hearsay.record.speakers import Speaker
    from hearsay.record.store import Record
    from hearsay.record.versions import Version

STANCE_STYLES: dict[Stance, str] = {
    "asserts": "cyan",
    "confirms": "green",
    "denies": "red",
    "declines": "yellow",
    "expects": "blue",
    "questions": "magenta",
    "demands": "bright_magenta",
    "retracts": "bright_red",
}
CREDITS = {
    "own": "own report",
    "agency": "agency copy",
    "agency+own": "agency copy with own reporting",
    "partner": "partner's copy",
    "release": "press release",
    "unknown": "credit not stated",
}


def reading(record: Reading) -> Group:
    """The whole reading of one report."""
    body: list[RenderableType] = [heading(record.report)]
    if record.unread:
        body.append(Text(f"\nNot read: {record.unread}. The text and its parts are kept.", style="yellow"))
    elif not record.attributions:
        body.append(Text("\nNo attributions found.", style="yellow"))
    else:
        body.append(Text())
        body.extend(_attribution(number, one, record) for number, one in enumerate(record.attributions, 1))
    if record.times:
        body.append(_times(record.times, record.report))
    if record.times and record.figures:
        body.append(Text())
    if record.figures:
        body.append(_figures(record.figures, record))
    return Group(*body)


def summary(counts: Counter[str]) -> str:
    """What became of the sources: ``3 new, 1 rejected``."""
    words = {"new": "new", "version": "new versions", "reread": "read anew", "unchanged": "unchanged"}
    words |= {"skipped": "skipped", "rejected": "rejected"}
    told = [f"{counts[status]} {name}" for status, name in words.items() if counts[status]]
    return ", ".join(told) or "nothing to read"


def explained(counts: Counter[str], skipped: Reasons, rejected: Reasons) -> Iterator[str]:
    """Why fewer reports are kept than there were sources, and fewer than when they were added before."""
    if skipped:
        yield f"skipped, as they hold no report: {skipped}"
    if rejected:
        yield f"rejected: {rejected}"
    if counts["unchanged"]:
        yield f"unchanged: {counts['unchanged']} kept before with the same text, so they count as no new version"


def results(found: Results) -> Group:
    """What a search found: for each hit the report, who said it, and the words with what was found marked."""
    if not found.hits:
        return Group(Text("nothing found", style="yellow"))
    lines: list[RenderableType] = []
    for hit in found:
        gone = "withdrawn" if hit.status == "withdrawn" else None
        facts = (hit.outlet, hit.published, gone, f"{hit.report_id} @{hit.span.start}–{hit.span.end}")
        where = printable(" · ".join(fact for fact in facts if fact))
        lines.append(Text.assemble((printable(hit.headline or hit.uri), "bold"), (f"  {where}", "dim")))
        words = Text.assemble(*((printable(piece), "reverse" if marked else "") for piece, marked in hit.marked()))
        if hit.speaker:
            words.append(f"  — {printable(hit.speaker)}")
            if hit.stance:
                words.append(f" {hit.stance}", style=STANCE_STYLES[hit.stance])
        lines.append(Padding(words, (0, 0, 1, 4)))
    if found.next:
        lines.append(Text(f"more: --after {found.next}", style="dim"))
    return Group(*lines)


def versions(found: Sequence[Version], record: Record) -> Group:
    """The versions of a report, each with what changed since the one before."""
    lines: list[RenderableType] = []
    before: Reading | None = None
    for one in found:
        now = record.report(one.report_id, one.number)
        facts = f"  kept {one.kept_at} · sha256 {one.source_sha256[:12]}"
        head = Text.assemble((printable(f"{one.number}  {one.headline or one.uri}"), "bold"), (facts, "dim"))
        if one.withdrawn:
            head.append(f"\n   WITHDRAWN by version {one.withdrawn}", style="bright_red")
        lines.append(head)
        if before is not None:
            lines.extend(Padding(_edit(edit), (0, 0, 0, 3)) for edit in edits(before, now))
            lines.extend(Padding(change(one), (0, 0, 0, 3)) for one in changes(before.report, now.report))
        before = now
    return Group(*lines)


def _edit(edit: Edit) -> Text:
    """What an edit changed in what is said; the words of the page follow, dim."""
    text = Text.assemble((edit.what, "bold"), printable(str(edit)).removeprefix(edit.what))
    return text.append(f"  ({printable(edit.corrected_by)})", style="dim") if edit.corrected_by else text


def speakers(found: Sequence[Speaker], said: Results | None) -> Group:
    """The speakers, and, where one was asked for, the words."""
    table = _table("Speakers", "name", "type", "statements", "reports")
    for one in found:
        table.add_row(printable(one.name), one.type, str(one.statements), str(one.reports))
    return Group(table, Text(), results(said)) if said is not None else Group(table)


def heading(report: Report) -> Text:
    """The headline, and under it whose copy it is, from where and when."""
    text = Text(printable(report.headline) or "(no headline)", style="bold")
    for line in (_origin(report), _dates(report), f"{report.id} · {report.uri} · sha256 {report.source_sha256[:12]}"):
        if line:
            text.append("\n" + printable(line), style="not bold dim")
    return text


def _origin(report: Report) -> str:
    names = [f"{one.name} ({', '.join(one.also)})" if one.also else one.name for one in report.byline]
    outlet = report.outlet if report.outlet != report.agency else None
    words = [outlet, f"{report.agency}, {CREDITS[report.credit]}" if report.agency else CREDITS[report.credit]]
    if names:
        words.append("by " + " and ".join(names))
    if report.status != "usable":
        words.append(report.status.upper())
    return " · ".join(word for word in words if word)


def _dates(report: Report) -> str:
    words = []
    if report.dateline and (report.dateline.place or report.dateline.date):
        words.append(", ".join(word for word in (report.dateline.place, report.dateline.date) if word))
    if report.published:
        words.append("published " + report.published + ("" if _has_zone(report.published) else " (no zone stated)"))
    if report.modified:
        words.append("modified " + report.modified)
    return " · ".join(words)


def _has_zone(stamp: str) -> bool:
    return "T" not in stamp or stamp.endswith("Z") or "+" in stamp[10:] or "-" in stamp[10:]


def _attribution(number: int, one: Attribution, record: Reading) -> Padding:
    speaker = record.actor(one.speaker)
    first = Text.assemble(
        (printable(speaker.name) if speaker else "(speaker not stated)", "bold"),
        " ",
        (one.stance, STANCE_STYLES[one.stance]),
    )
    if speaker and speaker.role:
        first.append(f"  {printable(speaker.role)}", style="dim")
    lines = Table.grid(padding=0)
    lines.add_column(width=5)
    lines.add_column(overflow="fold")
    lines.add_row(Text(f"{number:>3}  ", style="dim"), first)
    content = " … ".join(_words(piece, record.report) for piece in one.content)
    if content:
        lines.add_row("", Text(content))
    lines.add_row("", _circumstances(one, record))
    return Padding(lines, (0, 0, 1, 0))


def _circumstances(one: Attribution, record: Reading) -> Text:
    """The words of source and cue, how the words came, when they were said, and where they stand."""
    told = " … ".join(_words(piece, record.report) for piece in sorted((*one.source, *one.cue)))
    carriers = [printable(actor.name) for actor in map(record.actor, one.via) if actor]
    words = [one.kind, f"[{told}]" if told else "[no cue]"]
    if carriers:
        words.append("via " + ", via ".join(carriers))
    if one.said_on:
        words.append("said " + _interval(one.said_on.begin, one.said_on.end))
    if one.within:
        words.append(f"within {one.within.removeprefix('a')}")
    text = Text(" · ".join(words) + " · ", style="dim")
    pieces = sorted((*one.source, *one.cue, *one.content))
    return text.append_text(place(pieces, record.report)).append(f" · {one.confidence:.2f}", style="dim")


def place(pieces: Iterable[Span], report: Report) -> Text:
    """The marker that leads to the exact place: the part and the code points, a link where the source has one."""
    spans = list(pieces)
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    marker = f"{_part_name(start, report)} @{start}–{end}"
    return Text(marker, style=f"dim link {address}" if (address := _address(report, start, end)) else "dim")


def _part_name(at: int, report: Report) -> str:
    paragraph = 0
    for part in report.parts:
        paragraph += part.kind == "paragraph"
        if part.start <= at < part.end:
            return f"¶{paragraph}" if part.kind == "paragraph" else part.kind
    return "text"


def _address(report: Report, start: int, end: int) -> str | None:
    """The address of the page at the exact words (WICG, URL text fragments), or of the file."""
    if report.uri.startswith("file:"):
        return report.uri
    if not report.uri.startswith(("http://", "https://")):
        return None
    words = report.text[start:end].split("\n")[0].split()
    if len(words) <= 8:
        fragment = quote(" ".join(words), safe="")
    else:
        fragment = f"{quote(' '.join(words[:4]), safe='')},{quote(' '.join(words[-4:]), safe='')}"
    return f"{report.uri.split('#')[0]}#:~:text={fragment.replace('-', '%2D')}"


def _words(span: Span, report: Report) -> str:
    return " ".join(printable(span.of(report.text)).split())


def _times(times: Iterable[Time], report: Report) -> Table:
    table = _table("Times", "words", "value", "days", "at")
    for one in times:
        value = one.value + (f" {one.mod}" if one.mod else "")
        table.add_row(_words(one.span, report), value, _interval(one.begin, one.end), place([one.span], report))
    return table


def _interval(begin: str | None, end: str | None) -> str:
    if begin == end:
        return begin or ""
    return f"{begin or '…'} – {end or '…'}"


def _figures(figures: Iterable[Figure], record: Reading) -> Table:
    table = _table("Figures", "words", "value", "about", "said in", "at")
    for one in figures:
        said_in = one.attribution.removeprefix("a") if one.attribution else "the report"
        table.add_row(
            _words(one.span, record.report),
            amount(one),
            printable(one.about),
            said_in,
            place([one.span], record.report),
        )
    return table


def amount(one: Figure | Count) -> str:
    """A figure with its bounds and unit: ``≥ 3,000 troops``, ``1.5–2 million``."""
    signs = {"approx": "≈ ", "at_least": "≥ ", "more_than": "> ", "at_most": "≤ ", "less_than": "< "}
    ends = [one.low, one.high] if one.low != one.high else [one.low]
    numbers = "–".join(f"{end:,}" for end in ends if end is not None)
    return f"{signs.get(one.modifier, '')}{numbers} {one.unit or ''}".strip()


def _table(title: str, *columns: str) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0), header_style="dim"
    )
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in {"at", "said in"})
    return table

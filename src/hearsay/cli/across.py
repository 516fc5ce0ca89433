"""How stories, copies and claims look on a terminal."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from hearsay.cli.show import STANCE_STYLES, amount, place
from hearsay.cli.terminal import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from rich.console import RenderableType

    from hearsay.model.report import Report
    from hearsay.model.story import (
        Bond,
        Circle,
        Claim,
        Count,
        Counts,
        Derivation,
        Drawn,
        Heading,
        Lineage,
        Listed,
        Parting,
        State,
        Statement,
        Story,
    )

    Open = Callable[[str, int], Report]
    """A report by its id and version."""

STATE_STYLES: dict[State, str] = {
    "reported once": "dim",
    "repeated": "yellow",
    "corroborated": "green",
    "contested": "red",
    "retracted": "bright_red",
}
MOST_STATEMENTS = 8
"""Statements of one claim that are shown where not all are asked for."""


def stories(found: Sequence[Heading]) -> RenderableType:
    """The stories, one below the other, what each holds under its title."""
    if not found:
        return Text("no stories", style="yellow")
    lines = Table.grid(padding=(0, 2, 0, 0))
    for one in found:
        lines.add_row(Text(printable(one.id), style="dim"), Text(printable(one.title) or "(no headline)", style="bold"))
        lines.add_row("", Text(_counts(one.counts, one.last_change), style="dim"))
    return lines


def story(told: Story, open_report: Open, *, most: int, explain: bool) -> Group:
    """A story: one line of counts, its claims, where its texts come from."""
    head = Text(printable(told.title) or "(no headline)", style="bold")
    head.append(f"\n{_counts(told.counts, told.last_change)} · {told.id}", style="not bold dim")
    if told.as_of:
        head.append(f"\nas of {told.as_of}", style="not bold yellow")
    body: list[RenderableType] = [head, Text()]
    reports = {one.id: one for one in told.reports}
    for number, one in enumerate(told.claims[:most], 1):
        body.append(claim(one, reports, open_report, number=number, explain=explain))
    if len(told.claims) > most:
        body.append(Text(f"{_number(len(told.claims) - most, 'more claim')}: --all\n", style="dim"))
    body.append(lineage(told, explain=explain))
    return Group(*body)


def claims(found: Iterable[tuple[Story, Claim]], open_report: Open, *, explain: bool) -> Group:
    """Claims, under the stories that they are of."""
    body: list[RenderableType] = []
    last = ""
    for told, one in found:
        if told.id != last:
            body.append(Text.assemble((printable(told.title), "bold"), (f"  {told.id}\n", "dim")))
        last = told.id
        body.append(claim(one, {listed.id: listed for listed in told.reports}, open_report, explain=explain))
    return Group(*body) if body else Group(Text("no such claims", style="yellow"))


def claim(
    one: Claim, reports: dict[str, Listed], open_report: Open, *, number: int | None = None, explain: bool = False
) -> Padding:
    """A claim: how it stands and by which rule, who says so in which words, and its figures."""
    lines = Table.grid(padding=0)
    lines.add_column(width=5)
    lines.add_column(overflow="fold")
    state = Text(one.state.upper(), style=STATE_STYLES[one.state])
    if one.revised:
        state.append(" · REVISED", style="magenta")
    if one.withdrawn:
        state.append(f" · {_gone(one)}", style="bright_red")
    lines.add_row(Text(f"{number:>3}  " if number else "", style="dim"), Text(printable(one.text), style="bold"))
    lines.add_row("", state.append(f" · {_sources(one)}", style="not bold dim"))
    lines.add_row("", Text(printable(one.why), style="dim italic"))
    said = _same(one.statements, reports, open_report)
    shown = said if explain else said[:MOST_STATEMENTS]
    for each in shown:
        lines.add_row("", _statement(each, reports, open_report))
    if len(shown) < len(said):
        lines.add_row("", Text(f"  and {_number(len(said) - len(shown), 'more statement')}: --explain", style="dim"))
    for history in _histories(one.figures):
        lines.add_row("", history)
    return Padding(lines, (0, 0, 1, 0))


def lineage(told: Story, *, explain: bool) -> Group:
    """The tree of origins and copies, and what runs in circles."""
    reports = {one.id: one for one in told.reports}
    tree = Tree(Text("Origins and copies", style="bold"), guide_style="dim")
    for line in told.lineage:
        _grow(tree, line, reports, explain=explain)
    circles = [Text(f"{_kind(one, reports)}: {printable(one.why)}", style="yellow") for one in told.circles]
    return Group(tree, *circles)


def _kind(circle: Circle, reports: dict[str, Listed]) -> str:
    first = reports.get(circle.reports[0])
    return "Lives on" if first and first.status == "withdrawn" else "In a circle"


def drawing(told: Story, why: Drawn) -> Group:
    """Why the reports are one story, and what sets it apart from others that are near."""
    reports = {one.id: one for one in told.reports}
    together = Table.grid(padding=(0, 2, 0, 2))
    for bond in why.bonds:
        if bond.report in reports and bond.of in reports:
            together.add_row(_report(reports[bond.report]))
            together.add_row(Padding(_bond(bond, reports[bond.of]), (0, 0, 0, 2)))
    apart = Table.grid(padding=(0, 2, 0, 2))
    for one in why.partings:
        apart.add_row(Text(printable(one.title) or "(no headline)").append(f"  {printable(one.story)}", style="dim"))
        apart.add_row(Padding(_marks(one), (0, 0, 0, 2)))
    body: list[RenderableType] = []
    for heading, rows in (("Why one story", together), ("Near, and another story", apart)):
        if rows.row_count:
            body += [Text(f"\n{heading}", style="bold"), rows]
    return Group(*body)


def _bond(bond: Bond, of: Listed) -> Text:
    kinds = (("both name", bond.names), ("both say", bond.words))
    shared = [f"{kind} {', '.join(map(printable, words))}" for kind, words in kinds if words]
    if bond.days is not None:
        shared.append("the same day" if bond.days == 0 else f"{_number(bond.days, 'day')} apart")
    verb = "has its text from" if bond.copied else "is nearest to"
    whose = " ".join(filter(None, (of.outlet, f"“{of.headline}”" if of.headline else of.id)))
    return Text(printable(f"{verb} {whose}: {'; '.join(shared)}"), style="dim italic")


def _marks(one: Parting) -> Text:
    sides = (("only here", one.here), ("only there", one.there))
    told = (f"{which}: {', '.join(map(printable, words))}" for which, words in sides if words)
    return Text("; ".join(told) or "too little alike on the whole", style="dim italic")


def _grow(tree: Tree, line: Lineage, reports: dict[str, Listed], *, explain: bool) -> None:
    children: dict[str, list[Derivation]] = defaultdict(list)
    for one in line.copies:
        children[one.of].append(one)
    branches = {line.origin: tree.add(_report(reports[line.origin]))}
    gone = reports[line.origin].status == "withdrawn"
    edge, seen = [line.origin], {line.origin}
    while edge:
        for one in children[parent := edge.pop(0)]:
            if one.report in seen:
                continue
            seen.add(one.report)
            lives = gone and reports[one.report].status != "withdrawn"
            branches[one.report] = branches[parent].add(_copy(one, reports[one.report], lives=lives, explain=explain))
            edge.append(one.report)


def _report(one: Listed) -> Text:
    facts = [one.outlet or "outlet not stated", one.published or "no date"]
    if one.agency and one.agency != one.outlet:
        facts.insert(1, f"from {one.agency}")
    text = Text(printable(one.headline) or "(no headline)")
    text.append("  " + printable(" · ".join((*facts, one.id))), style="dim")
    return text.append("  WITHDRAWN", style="bright_red") if one.status == "withdrawn" else text


def _copy(one: Derivation, listed: Listed, *, lives: bool, explain: bool) -> Text:
    words = f"{one.relation}, {one.share:.0%}, {'credited' if one.credited else 'NOT CREDITED'}  "
    text = Text.assemble((words, "cyan" if one.credited else "yellow"), _report(listed))
    if lives:
        text.append("  LIVES ON", style="yellow")
    for reason in one.reasons if explain else ():
        text.append("\n" + printable(reason), style="dim italic")
    return text


def _same(
    statements: Sequence[Statement], reports: dict[str, Listed], open_report: Open
) -> list[tuple[Statement, str, int]]:
    """The statements, each once with its words, and in how many more reports the same speaker says them."""
    found: dict[tuple[str | None, str, str], list[Statement]] = {}
    for said in statements:
        text = open_report(said.report, reports[said.report].version).text
        words = " … ".join(" ".join(printable(piece.of(text)).split()) for piece in said.content)
        found.setdefault((said.speaker, said.stance, words), []).append(said)
    return [(same[0], words, len(same) - 1) for (_, _, words), same in found.items()]


def _statement(said: tuple[Statement, str, int], reports: dict[str, Listed], open_report: Open) -> Text:
    one, words, more = said
    listed = reports[one.report]
    text = Text.assemble(
        "  ",
        (printable(one.speaker) or "not stated", "bold"),
        " ",
        (one.stance, STANCE_STYLES[one.stance]),
        (f" {one.said_on}" if one.said_on else "", "dim"),
        f"  {words}  ",
        (printable(listed.outlet or listed.id) + " ", "dim"),
    )
    if listed.status == "withdrawn":
        text.append("WITHDRAWN ", style="bright_red")
    if one.content:
        text.append_text(place(one.content, open_report(one.report, listed.version)))
    return text.append(f" and in {_number(more, 'more report')}", style="dim") if more else text


def _histories(figures: Sequence[Count]) -> Iterable[Text]:
    """The figures of each speaker on one thing, in the order in which one took the other's place."""
    follows = {one.replaced: number for number, one in enumerate(figures) if one.replaced is not None}
    for number, one in enumerate(figures):
        if one.replaced is not None:
            continue
        chain = [one]
        while (number := follows.get(number, -1)) >= 0:
            chain.append(figures[number])
        told = " → ".join(f"{amount(each)}{f' ({each.said_on})' if each.said_on else ''}" for each in chain)
        about = f"  {printable(one.about)}" if one.about else ""
        yield Text.assemble(("  # ", "magenta"), told, (f"  {printable(one.speaker) or 'not stated'}{about}", "dim"))


def _gone(one: Claim) -> str:
    """How many of a claim's own texts their publishers withdrew."""
    if len(one.withdrawn) == len(one.origins):
        return "ORIGIN WITHDRAWN" if len(one.origins) == 1 else "ALL ORIGINS WITHDRAWN"
    return f"{len(one.withdrawn)} OF {len(one.origins)} ORIGINS WITHDRAWN"


def _sources(one: Claim) -> str:
    named = ", ".join(printable(name) for name in one.independent_sources)
    words = [
        _number(len(one.independent_sources), "independent source") + (f": {named}" if named else ""),
        _number(len(one.origins), "origin"),
        f"{_number(len(one.statements), 'statement')} in {_number(len({s.report for s in one.statements}), 'report')}",
    ]
    if one.first_said:
        words.append(f"first said {one.first_said}")
    return " · ".join((*words, one.id))


def _counts(counts: Counts, last_change: str | None) -> str:
    pairs = ((counts.reports, "report"), (counts.outlets, "outlet"), (counts.origins, "origin"))
    words = [_number(number, name) for number, name in pairs]
    return " · ".join([*words, f"last change {last_change}"] if last_change else words)


def _number(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"

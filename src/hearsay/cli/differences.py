"""How a changed passage looks on a terminal: the words that differ, and a few around them."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from rich.text import Text

from hearsay.cli.terminal import printable

if TYPE_CHECKING:
    from hearsay.record.versions import Change

_AROUND = 5
"""Words that are shown on each side of what changed."""
_ALIKE = 0.5
"""Two passages less alike than this are shown whole: what was written anew is no difference of words."""


def change(one: Change) -> Text:
    """What became of a field or a part; of a part that was edited only what differs."""
    head = f"{one.what} {one.how}: "
    if one.before is None or one.after is None:
        return Text(head + printable(one.after or one.before), style="dim")
    old, new = printable(one.before).split(), printable(one.after).split()
    found = SequenceMatcher(None, old, new, autojunk=False)
    if found.ratio() < _ALIKE:
        return Text(f"{head}{' '.join(old)} → {' '.join(new)}", style="dim")
    text, at = Text(head, style="dim"), 0
    for group in found.get_grouped_opcodes(_AROUND):
        text.append("… " if group[0][1] > at else "")
        for tag, first, stop, new_first, new_stop in group:
            text.append_text(_words(tag, " ".join(old[first:stop]), " ".join(new[new_first:new_stop])))
        at = group[-1][2]
    text.append("…" if at < len(old) else "")
    text.rstrip()
    return text


def _words(tag: str, old: str, new: str) -> Text:
    """Words of both versions, or those of each: between brackets, so that it is seen without colours too."""
    if tag == "equal":
        return Text(f"{old} ")
    told = " → ".join(filter(None, (old, new))) if old and new else f"+ {new}" if new else f"− {old}"
    return Text(f"[{told}]", style="bold not dim").append(" ")

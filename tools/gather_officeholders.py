"""Gathers resources/officeholders.yml anew from the open data that it names.

``python tools/gather_officeholders.py LEGISLATORS PHOENIX TITLES``: a checkout of unitedstates/congress-legislators,
the file Phoenix.Countries.actors.txt of openeventdata/Dictionaries, and GUM's wiki_map.tab. What stands in the file
above its mark is kept by hand and stays; ``tools/build_data.py`` then builds the lexicon.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from hearsay.reading.actor.identity.forms import fold, short

if TYPE_CHECKING:
    from collections.abc import Iterator

OUT = Path(__file__).resolve().parents[1] / "resources" / "officeholders.yml"
MARK = "# -- people and listed\n"
OFFICES = {"prez": "president", "viceprez": "vice_president", "sen": "senator", "rep": "representative"}
EARLIEST = "1945"  # the last day of an American's last term, at least
RECENT = "2008-07"  # the same of a minister elsewhere; heads of state and government from HEADS on
HEADS = "1990"
ARTICLES = (["al"], ["el"], ["bin"], ["ibn"], ["ben"], ["de"], ["van"], ["von"])  # no given names


def americans(folder: Path) -> list[dict[str, Any]]:
    """Presidents, vice presidents and members of Congress, by id."""
    found: dict[str, dict[str, Any]] = {}
    for name in ("executive", "legislators-current"):
        for entry in yaml.load((folder / f"{name}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader):
            if entry["id"].get("wikidata") and max(term["end"] for term in entry["terms"]) >= EARLIEST:
                one = found.setdefault(entry["id"]["wikidata"], american(entry))
                one["terms"] = sorted({*one["terms"], *terms(entry["terms"])}, key=lambda term: term.split()[-2:])
    return [found[key] for key in sorted(found, key=lambda key: int(key[1:]))]


def american(entry: dict[str, Any]) -> dict[str, Any]:
    """Name, id and other names of one; ``shared`` where an encyclopedia has to tell the name from others."""
    name, title = entry["name"], entry["id"].get("wikipedia", "")
    given = re.sub(r" \(.*\)", "", name["first"])
    nicknames = [*re.findall(r"\((.*)\)", name["first"]), *([name["nickname"]] if "nickname" in name else [])]
    common = re.sub(r" \(.*", "", title) or f"{(nicknames or [given])[0]} {name['last']}"
    full = re.sub(r',.*| "[^"]*"', "", name.get("official_full", ""))
    middle = {"middle": name["middle"]} if "middle" in name else {}
    also = [f"{first} {name['last']}" for first in (given, *nicknames)]
    also += [full, " ".join([given, *middle.values(), name["last"]])]
    other = {short(fold(one)): one for one in reversed(also) if one}
    other.pop(short(fold(common)), None)
    names = {"name": common, "id": entry["id"]["wikidata"], "also": sorted(other.values())}
    return names | middle | ({"shared": True} if "(" in title else {}) | {"terms": []}


def terms(listed: list[dict[str, Any]]) -> list[str]:
    """``office place from to``, terms that follow each other joined."""
    joined: list[list[str]] = []
    for term in listed:
        office, place = OFFICES[term["type"]], term.get("state", "US")
        if joined and joined[-1][:2] == [office, place] and joined[-1][3][:4] == term["start"][:4]:
            joined[-1][3] = term["end"]
        else:
            joined.append([office, place, term["start"], term["end"]])
    return [" ".join(term) for term in joined]


def governments(path: Path, codes: dict[str, str], titles: frozenset[str]) -> Iterator[tuple[str, list[str], str]]:
    """Country, folded full names and first month in government of each head of state and government and minister."""
    for names, dated in entries(path.read_bytes().decode("latin-1")):
        own = [(code, day) for code, day in dated if code[3:6] == "GOV" and day]
        if not own or own[0][0][:3] not in codes:
            continue
        last = max("9999" if ">" in day else iso(day.split("-")[-1]) for _, day in own)
        if last < (HEADS if any(code.endswith("ELI") for code, _ in dated) else RECENT):
            continue
        first = min(iso(day.split("-")[0]) for _, day in own)
        full = [name for name in dict.fromkeys(fold(name) for name in names) if is_full(name, titles)]
        yield codes[own[0][0][:3]], full, first


def is_full(name: str, titles: frozenset[str]) -> bool:
    """Whether a folded name is a given name and a surname in plain letters."""
    words = name.split()
    if not (name.isascii() and "".join(words).isalpha() and 2 <= len(words) <= 5) or titles & set(words):
        return False
    return len(words[0]) > 1 and len(words[-1]) > 1 and words[:-1] not in ARTICLES


def entries(text: str) -> Iterator[tuple[list[str], list[tuple[str, str]]]]:
    """Each entry of the dictionary: its names, and its codes with their days."""
    names: list[str] = []
    dated: list[tuple[str, str]] = []
    for line in (line.split("#")[0].rstrip() for line in text.splitlines()):
        if (code := re.match(r"\s+\[([A-Z]+)\s*(.*?)\]", line)) is not None:
            dated.append((code[1], code[2]))
        elif line.startswith("+"):
            names.append(re.split(r"[;\[]", line[1:])[0])
        elif line:
            yield names, dated
            names, dated = [re.split(r"[;\[]", line)[0]], []
    yield names, dated


def iso(day: str) -> str:
    """A day of the dictionary (YYMMDD or YYYYMMDD) as YYYY-MM."""
    digits = re.sub(r"\D", "", day)
    if len(digits) == 6:
        digits = ("20" if digits < "30" else "19") + digits
    return f"{digits[:4]}-{digits[4:6]}"


def main(arguments: list[str]) -> int:
    folder, phoenix, articles = (Path(argument) for argument in arguments[:3])
    head = OUT.read_text("utf-8").split(MARK)[0]
    kept = yaml.safe_load(head)
    codes = {row.split()[0]: code for code, row in kept["countries"].items()}
    people = americans(folder)
    taken = {form(fold(name)) for one in people for name in (one["name"], *one["also"]) for form in (str, short)}
    ids = {fold(row.split("\t")[0]): row.split("\t")[2] for row in articles.read_text("utf-8").splitlines()[1:]}
    listed: dict[str, dict[str, tuple[str, str]]] = {}
    for country, names, since in governments(phoenix, codes, frozenset(kept["titles"].split())):
        known = next((ids[name] for name in names if name in ids), "")
        rows = listed.setdefault(country, {})
        for name in names:
            if country != "US" or name not in taken:
                rows[name] = min((since, known), rows.get(name, ("9999", known)))
    lines = [f"{head}{MARK}people:", *(f"- {json.dumps(one, ensure_ascii=False)}" for one in people), "listed:"]
    for country in sorted(listed):
        lines.append(f'  "{country}":')
        lines += [f"  - {name} {since} {known}".rstrip() for name, (since, known) in sorted(listed[country].items())]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

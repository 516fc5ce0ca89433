"""What `make demo` runs: keep the demo's reports, check them, show the reading of one, and a story. Offline."""

import json
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEARSAY = str(Path(sysconfig.get_path("scripts")) / "hearsay")
FURTHER = """
To look further:
  hearsay read demo/pages/03-vestkysten.html     the same paper two days later: a retraction
  hearsay read demo/pages --json                 one JSON object for each report
  hearsay search "engine alarm" --record demo/demo.db
  hearsay claims --state contested --record demo/demo.db
  hearsay serve --record demo/demo.db            all of it in the browser
  hearsay story ID --as-of 2025-05-14 --explain --record demo/demo.db
  hearsay read YOUR-PAGE                         a file, a folder, or an address
The command is .venv/bin/hearsay; docs/tutorial.md goes on from here.
"""


def run(*words: str) -> None:
    """Show a command and run it; stop where it fails."""
    sys.stdout.write(f"\n$ {shlex.join(['hearsay', *words])}\n")
    sys.stdout.flush()
    subprocess.run([HEARSAY, *words], cwd=HERE.parent, check=True)  # noqa: S603 - the words are this file's own


def biggest(*record: str) -> str:
    """The id of the story with the most reports."""
    listed = subprocess.run(  # noqa: S603 - as above
        [HEARSAY, "stories", "--json", *record], cwd=HERE.parent, check=True, stdout=subprocess.PIPE
    )
    return str(max(json.loads(listed.stdout), key=lambda one: one["counts"]["reports"])["id"])


def main() -> None:
    """Add, check, search, read, and look across reports."""
    for left in HERE.glob("demo.db*"):
        left.unlink()
    record = ("--record", "demo/demo.db")
    run("add", "demo/pages", "demo/story/reports", *record)
    run("check", *record)
    run("search", "engine", *record)
    run("read", "demo/pages/01-northlight.txt")
    run("stories", *record)
    run("story", biggest(*record), *record)
    sys.stdout.write(FURTHER)


if __name__ == "__main__":
    main()

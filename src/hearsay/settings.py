"""Every setting, in one table; read once, at the edge, into one frozen object."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it is when nothing is said, and what it does."""

    name: str
    default: int | str
    help: str


SETTINGS = (
    Setting("record", "", "a file, or postgresql://…; hearsay.db in the user's data folder when empty"),
    Setting("jobs", 0, "processes that read many sources side by side; 0 takes one for each core"),
    Setting("threads", 0, "threads of the reader in each process; 0 takes every core that the jobs leave"),
    Setting("max_source_bytes", 50_000_000, "a larger source is rejected unread"),
    Setting("max_text_chars", 2_000_000, "a report with a longer text is rejected"),
    Setting("fetch_timeout", 20, "seconds until a page that does not answer is rejected"),
    Setting("fetch_total", 60, "seconds within which a page must have come as a whole"),
    Setting("fetch_private", 0, "1 allows addresses of private networks and of this machine"),
    Setting("fetch_robots", 1, "0 leaves robots.txt unasked; only for hosts that are one's own"),
    Setting("fetch_pause_ms", 1000, "milliseconds between two requests of one host, at least"),
    Setting("fetch_wait", 120, "the longest wait in seconds that a host may ask for; beyond it, it is not asked again"),
    Setting("fetch_tries", 3, "how often a host is asked that does not answer, or answers that it is busy"),
    Setting("fetch_contact", "", "who is fetching, for those who are asked: an e-mail or web address"),
    Setting("fetch_hosts", "", "addresses of hosts that the name service need not be asked for: name=192.0.2.7, …"),
    Setting("fetch_items", 1000, "the most items of one feed or sitemap that are read"),
    Setting("serve_token", "", "the token that adding over the network needs; a new one at each start when empty"),
    Setting("serve_timeout", 30, "seconds until the body of a request must have come"),
    Setting("public_address", "", "where others reach the server, as https://host; for what is shared"),
    Setting("fields", "", "columns of tables and keys of JSON rows: text=body, uri=link, title=…, date=…, outlet=…"),
    Setting("min_confidence", 0, "attributions below this percentage are left out"),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. A variable of the environment, ``HEARSAY_`` and the name in capitals, sets one."""

    record: str = ""
    jobs: int = 0
    threads: int = 0
    max_source_bytes: int = 50_000_000
    max_text_chars: int = 2_000_000
    fetch_timeout: int = 20
    fetch_total: int = 60
    fetch_private: int = 0
    fetch_robots: int = 1
    fetch_pause_ms: int = 1000
    fetch_wait: int = 120
    fetch_tries: int = 3
    fetch_contact: str = ""
    fetch_hosts: str = ""
    fetch_items: int = 1000
    serve_token: str = ""
    serve_timeout: int = 30
    public_address: str = ""
    fields: str = ""
    min_confidence: int = 0

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """The defaults, overridden by the environment.

        Raises:
            UsageError: if a number is not one.
        """
        environment = os.environ if environment is None else environment
        given: dict[str, int | str] = {}
        for setting in SETTINGS:
            value = environment.get("HEARSAY_" + setting.name.upper())
            if value is not None:
                given[setting.name] = _parse(setting, value)
        return cls(**given)  # type: ignore[arg-type]

    def record_path(self, environment: Mapping[str, str] | None = None) -> str:
        """Where the record is kept."""
        return self.record or str(_data_folder(os.environ if environment is None else environment) / "hearsay.db")


def _parse(setting: Setting, value: str) -> int | str:
    if isinstance(setting.default, str):
        return value
    try:
        return int(value)
    except ValueError as error:
        raise UsageError(f"HEARSAY_{setting.name.upper()} is {value!r}, not a whole number") from error


def _data_folder(environment: Mapping[str, str]) -> Path:
    """The user's data folder by the XDG base directory specification, or by the platform's own custom."""
    if xdg := environment.get("XDG_DATA_HOME"):
        return Path(xdg) / "hearsay"
    if local := environment.get("LOCALAPPDATA"):
        return Path(local) / "hearsay"
    return Path.home() / ".local" / "share" / "hearsay"


assert {s.name: s.default for s in SETTINGS} == {f.name: f.default for f in fields(Settings)}

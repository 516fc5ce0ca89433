"""Counting what was not kept, by its reason."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hearsay.model.report import Rejected

MOST = 12
"""Reasons that are told; a run over an archive may meet more."""
_DETAIL = re.compile(r"\s*\(.*|: .*", re.DOTALL)


class Reasons:
    """How many times each reason was met. Details of one case (a name, a size) do not make another reason."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def count(self, got: Rejected) -> None:
        """Count one."""
        self._counts[_DETAIL.sub("", got.why).strip() or got.why] += 1

    def __bool__(self) -> bool:
        return bool(self._counts)

    def __str__(self) -> str:
        told = [f"{number} × {why}" for why, number in self._counts.most_common(MOST)]
        rest = sum(self._counts.values()) - sum(number for _, number in self._counts.most_common(MOST))
        return ", ".join([*told, *([f"{rest} × other"] if rest else [])])

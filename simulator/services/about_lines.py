"""Findings about the lines of the person in a scenario: which state they are about, and what is to be written there."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.nodes import Path
from simulator.services.told_in_words import states_in


class Wanted(Enum):
    """What a state lacks."""

    LINE = auto()
    SEEN = auto()
    GOING = auto()


_WANTED: Final[Mapping[str, Wanted]] = MappingProxyType(
    {"412": Wanted.LINE, "540": Wanted.SEEN, "551": Wanted.LINE, "617": Wanted.SEEN, "618": Wanted.GOING}
)
"""By the codes of findings that ask for lines, wherever they are told."""


def lines_wanted(finding: Diagnostic) -> tuple[Path, Wanted] | None:
    """The place of the state that lacks something, and what; nothing where a finding is about something else."""
    wanted = _WANTED.get(finding.code)
    state = next(states_in(finding.message), None) if wanted is not None else None
    return (("lines", str(state)), wanted) if wanted is not None and state is not None else None

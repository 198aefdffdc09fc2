"""How many lines a person needs for each state: as many as somebody of the same style has who comes with the program."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Final

from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.any_occasion import for_any_occasion
from simulator.scenario.anybody import ANYBODY
from simulator.scenario.document import Moment, Patient
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_patient

LEVEL: Final = 2
"""Lines are measured at this level where nobody has counted in a scenario; few are told at some levels only."""


class LineMeasure:
    """The people below a folder, by whom the lines of others are measured; they are read once something is asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def people(self) -> tuple[Patient, ...]:
        """Everybody there whom somebody meets, by the names of their files."""
        files = FolderFiles(self._folder)
        paths = sorted(f"patients/{one.name}" for one in (self._folder / "patients").glob("*.yaml"))
        read = (read_patient(files, path).patient for path in paths if path != ANYBODY)
        return tuple(one for one in read if one is not None)

    def person(self, style: Family) -> Patient | None:
        """Somebody of the same style, by whom lines are measured; the first where there is nobody."""
        return next((one for one in self.people if one.style is style), self.people[0] if self.people else None)

    def needed(self, style: Family, state: ReactionState) -> int:
        """How many wordings for any occasion are enough for a state."""
        measure = self.person(style)
        return max(1, there_for(measure.lines[state])) if measure is not None else 1


def there_for(moment: Moment, level: int = LEVEL) -> int:
    """How many wordings a state has that can be counted on, whatever was said before."""
    return len(for_any_occasion(moment, level))

"""A scenario file from anywhere, or a folder of them, as cards: for what is not in the library."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from simulator.messages.message import Message
from simulator.messages.sentences import studio_shelf as say
from simulator.scenario.file_kind import meant_for_scenarios
from simulator.scenario.file_names import may_be_scenario, meant_as_scenario, odd_name, unusual_name, visible
from simulator.scenario.files import FolderFiles, scenario_root
from simulator.scenario.library import Library, card_of
from simulator.scenario.library_index import Card


class Shelved(Protocol):
    """Where some scenarios are; ``cards`` looks again each time and reads only what changed."""

    def cards(self) -> tuple[Card, ...]:
        """The scenarios, as they are now."""


class LoneFile:
    """One scenario file, whatever lies beside it; ``shipped`` lends patients and reactions that its folder lacks."""

    def __init__(self, path: Path, shipped: Path) -> None:
        self._root = scenario_root(path)
        self._path = path.absolute().relative_to(self._root).as_posix()
        self._shipped = shipped
        self._known: tuple[tuple[int, int], Card] | None = None

    def cards(self) -> tuple[Card, ...]:
        """Its card; none once the file is gone."""
        try:
            stat = (self._root / self._path).stat()
        except OSError:
            return ()
        state = (stat.st_size, stat.st_mtime_ns)
        if self._known is None or self._known[0] != state:
            self._known = state, card_of(FolderFiles(self._root, self._shipped), self._root, self._path)
        return (self._known[1],)


class LoneFolder:
    """Every scenario in a folder."""

    def __init__(self, folder: Path, shipped: Path) -> None:
        self._folder = folder.absolute()
        self._library = Library((self._folder, shipped), None)

    def cards(self) -> tuple[Card, ...]:
        """Their cards, the easiest first."""
        return tuple(card for card in self._library.cards() if card.root == self._folder)


def refusal(path: Path) -> Message | None:
    """Why nothing of a file or folder can stand on a shelf, if so; a file with faults can."""
    name = visible(str(path))
    if path.is_dir():
        return None
    if not path.is_file():
        return say.NOT_THERE(path=name)
    if odd := odd_name(path.name):
        return odd
    if not meant_as_scenario(path.name):
        return say.NO_SCENARIO(path=name)
    if not may_be_scenario(path.name):
        return unusual_name(path.name, ()) or say.NO_SCENARIO(path=name)
    return say.USED_BY_SCENARIOS(path=name) if meant_for_scenarios(path) else None

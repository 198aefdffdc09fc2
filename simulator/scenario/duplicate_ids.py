"""Scenarios with one id: which of them keeps it, and what is told of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.messages.message import Message
from simulator.messages.sentences import library as sentences
from simulator.scenario.file_names import may_be_scenario, stem, visible
from simulator.scenario.library_index import Card
from simulator.scenario.library_scan import scan

if TYPE_CHECKING:
    from simulator.scenario.checking import CheckedFile
    from simulator.scenario.diagnostics.diagnostic import Diagnostic
    from simulator.scenario.spans import SpanMap


def told_apart(cards: Sequence[Card]) -> list[Card]:
    """The same cards, of which only one with each id can be played.

    That is the one that comes with the program, else the first that has no faults of its own.
    """
    holders: dict[str, Card] = {}
    for card in cards:
        holder = holders.setdefault(card.id, card)
        if _comes_before(card, holder):
            holders[card.id] = card
    return [_beside(card, holders[card.id]) for card in cards]


def id_fault(problem: Message, spans: SpanMap) -> Diagnostic:
    """The fault of a scenario whose card has a ``problem``, at the id in its file."""
    # Late: listing cards does without diagnostics.
    from simulator.scenario.diagnostics.library import ONE_ID_TWICE

    return ONE_ID_TWICE.at(spans.value("id"), problem=problem)


def check_ids(files: Iterable[CheckedFile], shipped: Path) -> Iterator[CheckedFile]:
    """Checked files as they come; one without errors is told if one before it, or one that is shipped, has its id."""
    ids = _Ids(shipped)
    for file in files:
        problem = ids.problem_of(file.path) if file.moments and not file.errors else None
        yield file if problem is None else _with_fault(file, problem, shipped)


class _Ids:
    """Which file keeps which id. The id of a scenario without errors is the name of its file, so the names tell."""

    def __init__(self, shipped: Path) -> None:
        self._shipped = shipped
        self._ours = {stem(path): path for path in scan(shipped).files if may_be_scenario(path)}
        self._holders: dict[str, Path] = {}

    def problem_of(self, file: Path) -> Message | None:
        """Why a scenario cannot be played beside the others, if so; else it keeps its id from here on."""
        id_, place = file.stem.casefold(), file.resolve()
        ours, holder = self._ours.get(id_), self._holders.setdefault(id_, file)
        if ours is not None:
            own = place == (self._shipped / ours).resolve()
            return None if own else sentences.ID_OF_SHIPPED(path=ours, id=id_)
        if holder.resolve() != place:
            return sentences.ID_TAKEN(path=visible(holder.as_posix()), id=id_)
        return None


def _comes_before(card: Card, other: Card) -> bool:
    return (card.problems > 0, not card.shipped) < (other.problems > 0, not other.shipped)


def _beside(card: Card, holder: Card) -> Card:
    """A card as it is beside the one that keeps its id."""
    if card is holder:
        return card
    sentence = sentences.ID_OF_SHIPPED if holder.shipped else sentences.ID_TAKEN
    return card._replace(problem=sentence(path=holder.path, id=card.id), problems=card.problems or 1)


def _with_fault(file: CheckedFile, problem: Message, shipped: Path) -> CheckedFile:
    # Late: the reader is loaded already where files were checked, and not needed where cards are listed.
    from simulator.scenario.files import FolderFiles, scenario_root
    from simulator.scenario.read import read_scenario

    place = file.path.absolute()
    root = scenario_root(place)
    fault = id_fault(problem, read_scenario(FolderFiles(root, shipped), place.relative_to(root).as_posix()).spans)
    at_home = replace(fault, span=replace(fault.span, file=file.path.as_posix()))
    return replace(file, diagnostics=(at_home, *file.diagnostics))

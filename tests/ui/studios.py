"""The window on a Studio of some kind, with small scenarios of known faults, and what can be read there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Event

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.analysis.budget import Budget, Interrupted
from simulator.messages.message import Sentence
from simulator.scenario.library_index import Card
from simulator.services.examine import Examiner, Telling
from simulator.services.studio import Proof, Studio
from simulator.session.errors import ServiceError
from simulator.shipped_files import ASSETS, SCENARIOS
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.studio.desk import StudioDesk
from simulator.ui.widgets.sorted_table import Row, SortedTable
from tests.bad_files import bad
from tests.ui.stage import Stage, WellReadStudio

WARM, FORCED, BROKEN, PARTLY = "Warm words", "One way", "A typing error", "Half of it"
FILES = {**bad("610", WARM), **bad("607", FORCED), **bad("301", BROKEN), **bad("605", PARTLY)}
_DISK_OUT = Sentence("test/disk-out", "The disk has been taken out.")
_LONG = 10.0
"""Seconds after which work that is held back goes on by itself."""


class ContentStudio(WellReadStudio):
    """Finds nothing to mend in any scenario."""

    def prove(self, card: Card, progress: Telling) -> Proof:
        """What is found, without what should be mended."""
        return replace(super().prove(card, progress), diagnostics=())


class StageWith(Stage):
    """The window on a Studio of another kind."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        kind: type[Studio] = Studio,
        budget: Budget | None = None,
        files: Mapping[str, str] = FILES,
    ) -> None:
        self._kind = kind
        self._budget = budget
        self.made: list[Studio] = []
        super().__init__(qtbot, folder, scenarios=files)

    def make_studio(self) -> Studio:
        """The use cases of the Studio behind the window."""
        pages = ASSETS / "help" / "diagnostics"
        examiner = Examiner(budget=self._budget)
        made = self._kind(
            self._library, SCENARIOS, help_folder=pages, examiner=examiner, own=self.own, templates=self.templates
        )
        self.made.append(made)
        return made

    @property
    def watched(self) -> WatchedStudio:
        """The Studio behind the window, where it is a watched one."""
        (made,) = self.made
        assert isinstance(made, WatchedStudio)
        return made

    @property
    def held(self) -> HeldStudio:
        """The Studio behind the window, where it is a held one."""
        (made,) = self.made
        assert isinstance(made, HeldStudio)
        return made


class WatchedStudio(Studio):
    """Remembers how its work ended."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)  # type: ignore[arg-type]
        self.ended: list[str] = []

    def prove(self, card: Card, progress: Telling) -> Proof:
        """As always."""
        try:
            proof = super().prove(card, progress)
        except Interrupted:
            self.ended.append(f"{card.title}: stopped")
            raise
        self.ended.append(f"{card.title}: done")
        return proof


class HeldStudio(WatchedStudio):
    """Ends its work on some scenarios only once it may."""

    def __init__(self, *given: object, **named: object) -> None:
        super().__init__(*given, **named)
        self.gate = Event()

    def prove(self, card: Card, progress: Telling) -> Proof:
        """Everything about “Warm words” comes late."""
        proof = super().prove(card, progress)
        if card.title == WARM:
            assert self.gate.wait(_LONG)
        return proof


class RefusingStudio(Studio):
    """Refuses in words, or has a fault of its own."""

    def prove(self, card: Card, progress: Telling) -> Proof:  # noqa: ARG002 nothing is tried
        """Never."""
        if card.title == WARM:
            raise ServiceError(_DISK_OUT())
        raise LookupError("a fault of the program")


def words(widget: QWidget) -> str:
    """What can be read on a page."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def cells(table: SortedTable[Row], column: int) -> list[str]:
    """The texts of a column from top to bottom."""
    return [str(table.sorted.index(row, column).data()) for row in range(table.sorted.rowCount())]


def heading(table: SortedTable[Row], name: str) -> int:
    """The number of a column."""
    return [column.heading for column in table.source.columns].index(name)


def on_screen(desk: StudioDesk | PracticeDesk) -> QWidget | None:
    """The page that a desk shows now."""
    return desk.page


def at_rest() -> None:
    """Wait until nothing is done in the background."""
    assert QThreadPool.globalInstance().waitForDone(int(_LONG * 1000))

"""A session of six turns in which every judgement occurs, and its debriefing in a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Event
from typing import Final

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from simulator.analysis.budget import Budget
from simulator.analysis.judgements import PRICED, Judgement
from simulator.analysis.session_value import SessionValue, value_session
from simulator.analysis.solve import Solution, solve
from simulator.services.debriefing import debrief
from simulator.services.examine import Examiner
from simulator.services.play import Play
from simulator.services.stored_sessions import just_played
from simulator.services.what_was_possible import what_was_possible
from simulator.session.engine import Session
from simulator.session.events import Started, Timing
from simulator.session.script import Script
from simulator.storage.settings import Settings
from simulator.ui.practice.debriefing_page import DebriefingPage
from tests.builders import free_scenario
from tests.builders import session_of as played
from tests.ui.stage import AT_HOME, Stage

UPS_AND_DOWNS: Final = (
    "defend_justify",
    "own_contribution-4",
    "renegotiate",
    "over_apologise",
    "discuss_fit",
    "discuss_fit",
)
JUDGED: Final = (
    Judgement.LOT,
    Judgement.AS_GOOD,
    Judgement.SOME,
    Judgement.SOME,
    Judgement.LITTLE,
    Judgement.LOT,
)
"""What the solver says of these six steps; a test holds it to that."""
WORST: Final = 1
HELPED: Final = 2
LAST_CHANCE: Final = 4
"""After this turn no repair could be reached any more."""
OTHERWISE: Final = 6
"""At this turn the same answer costs more than at the one before."""
ALL: Final = Budget().states


def session_of(*steps: str, stop: bool = False) -> Session:
    """A session of six turns at most, played step by step."""
    return played(free_scenario(turns=6), *steps, stop=stop)


@cache
def worth_of(*steps: str, stop: bool = False, states: int = ALL) -> SessionValue:
    """What such a session was worth."""
    return value_session(_solved(states), session_of(*steps, stop=stop))


@cache
def _solved(states: int) -> Solution:
    return solve(Script(free_scenario(turns=6)), Budget(states))


class LookingBack:
    """The debriefing of one session in a window, before anything is known of what it was worth."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        *steps: str,
        stop: bool = False,
        settings: Settings = AT_HOME,
        size: tuple[int, int] = (1280, 800),
    ) -> None:
        self.stage = Stage(qtbot, folder, settings)
        self.stage.show(*size)
        self.page: DebriefingPage = self.stage.desk.debriefing
        self.steps, self.stop = steps, stop
        self.session = self._stored(session_of(*steps, stop=stop))
        found = just_played(Play(self.session))
        assert found.transcript is not None
        self.page.show_debriefing(debrief(found.transcript), found)
        self.stage.desk._turn_to(self.page)

    def _stored(self, session: Session) -> Session:
        """The same session, once it is in the store."""
        start, *steps = session.events
        assert isinstance(start, Started)
        self.stage.store.create(start, Timing(0), session.script.scenario.path, session.script.scenario.sources)
        for step in steps:
            self.stage.store.append(start.session, step, Timing(0))
        return session

    def learns(self, states: int = ALL) -> SessionValue:
        """What the session was worth arrives."""
        worth = worth_of(*self.steps, stop=self.stop, states=states)
        self.page.show_worth(worth, what_was_possible(self.session, worth))
        return worth


def words(widget: QWidget) -> str:
    """What can be read on a part of the page, once it is on the screen."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if _readable(label, widget))


def _readable(label: QLabel, within: QWidget) -> bool:
    return bool(label.text()) and label.isVisibleTo(within)


def pictures_in(widget: QWidget) -> list[QImage]:
    """The shapes on a part of the page."""
    labels: Iterable[QLabel] = widget.findChildren(QLabel)
    return [label.pixmap().toImage() for label in labels if not label.pixmap().isNull()]


def judged_so(worth: SessionValue, turn: int, judgement: Judgement) -> SessionValue:
    """The same values with another judgement on one answer."""
    price = next(least for least, each in PRICED if each is judgement)
    decisions = tuple(
        replace(decision, after_best=decision.after_chosen + price) if decision.turn == turn else decision
        for decision in worth.decisions
    )
    return replace(worth, decisions=decisions)


class Overwhelmed(Examiner):
    """Finds no solution for anything."""

    def worth(self, session: Session) -> SessionValue:
        """Never."""
        raise MemoryError(f"{session.script.scenario.title} is too large")


class Held(Examiner):
    """Answers only once it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may_answer = Event()

    def worth(self, session: Session) -> SessionValue:
        """Only once ``may_answer`` is set."""
        self.may_answer.wait()
        return super().worth(session)

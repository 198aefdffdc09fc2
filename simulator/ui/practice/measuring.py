"""Fills measures in behind: one session after the other, while nobody waits for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from simulator.services import measuring
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.session.store import Measures, SessionStore
from simulator.ui.background import Background
from simulator.ui.store_door import StoreDoor, Topic

if TYPE_CHECKING:
    from simulator.services.measuring import Unmeasured
    from simulator.services.practice import Practice


class Measuring(QObject):
    """Works out what is missing as long as it is asked to go on."""

    measured = Signal(str, Measures)
    left = Signal(int)
    """How many are not yet worked out."""

    def __init__(self, practice: Practice, door: StoreDoor, parent: QObject) -> None:
        super().__init__(parent)
        self._practice = practice
        self._door = door
        self._working = False
        self._passed: frozenset[SessionId] = frozenset()
        self._background: Background[Measures] = Background(self)

    def has_passed(self, id_: SessionId) -> bool:
        """Whether a session could not be measured."""
        return id_ in self._passed

    def go_on(self) -> None:
        """Work on what is missing, unless that is being done."""
        if not self._working:
            self._working = True
            self._next()

    def _next(self) -> None:
        passed, trainee, pinned = self._passed, self._practice.trainee, self._practice.pinned

        def missing(store: SessionStore) -> Unmeasured:
            return measuring.next_unmeasured(store, trainee, passed, pinned)

        self._door.ask(self, missing, self._work_out, self._give_up)

    def _work_out(self, missing: Unmeasured) -> None:
        self.left.emit(missing.left)
        found = missing.session
        if missing.id is None:
            self._working = False
        elif found is None:
            self._pass(missing.id)
        else:
            id_, head = missing.id, missing.head
            self._background.ask(
                lambda: self._practice.measures(found),
                lambda measures: self._keep(id_, head, measures),
                lambda _fault: self._pass(id_),
            )

    def _keep(self, id_: SessionId, head: str, measures: Measures) -> None:
        self._door.change(
            self,
            lambda store: store.put_measures(id_, measuring.TODAY, head, measures),
            lambda _done: self._kept(id_, measures),
            self._give_up,
            Topic.MEASURES,
        )

    def _kept(self, id_: SessionId, measures: Measures) -> None:
        self.measured.emit(id_, measures)
        self._next()

    def _pass(self, id_: SessionId) -> None:
        """A session that cannot be measured (a damaged one) must not keep the others waiting."""
        self._passed |= {id_}
        self.measured.emit(id_, Measures())
        self._next()

    def _give_up(self, _refusal: ServiceError) -> None:
        self._working = False

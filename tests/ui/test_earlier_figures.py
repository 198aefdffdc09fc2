"""The figures of earlier conversations follow one by one; what cannot be measured, or is not as it was stored, says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Semaphore
from typing import Final

from pytestqt.qtbot import QtBot

from simulator.analysis.session_value import SessionValue
from simulator.messages.sentences import storage as say
from simulator.services.examine import Examiner
from simulator.services.measuring import TODAY
from simulator.session.engine import Session
from simulator.session.errors import StoreDamaged
from simulator.session.ids import SessionId
from simulator.session.store import Cursor, Listing, MeasureKey, SessionFilter, SessionOrder, StoredSession
from simulator.storage.sqlite import MemorySessionStore
from tests.ui.earlier import opened, words
from tests.ui.stage import Stage
from tests.ui.stored import STOP, keep, session_of, small

_LONG: Final = 10.0


class OneByOne(Examiner):
    """Works a session out each time it may."""

    def __init__(self) -> None:
        super().__init__()
        self.may = Semaphore(0)

    def worth(self, session: Session) -> SessionValue:
        """Only when it may."""
        assert self.may.acquire(timeout=_LONG)
        return super().worth(session)


def test_figures_follow_and_how_many_are_to_come_counts_down(qtbot: QtBot, tmp_path: Path) -> None:
    examiner = OneByOne()
    stage = Stage(qtbot, tmp_path, examiner=examiner)
    stage.show()
    for _ in range(2):
        keep(stage.store, session_of(small(), "own-clock", STOP))
    page = opened(stage)
    newest, oldest = page.cards.values()
    assert "2 figures are not yet worked out." in words(page)
    assert [card._figure.text() for card in (newest, oldest)] == ["…", "…"]
    examiner.may.release()
    qtbot.waitUntil(lambda: "1 figure is not yet worked out." in words(page))
    assert newest._figure.text().endswith(" %")
    assert oldest._figure.text() == "…"
    examiner.may.release()
    qtbot.waitUntil(lambda: "not yet worked out" not in words(page))
    assert oldest._figure.text() == newest._figure.text()
    measures = stage.store.query(SessionFilter(), SessionOrder.NEWEST, TODAY).measures
    assert {f"{measured.share} %" for measured in measures.values()} == {newest._figure.text()}


def test_an_unfinished_conversation_has_no_figure_and_waits_for_none(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path)
    stage.show()
    keep(stage.store, session_of(small(), "own-clock"))
    page = opened(stage)
    (card,) = page.cards.values()
    assert card._figure.text() == ""
    assert "not yet worked out" not in words(page)


class Overwhelmed(Examiner):
    """Can work nothing out."""

    def worth(self, session: Session) -> SessionValue:
        """Never."""
        raise MemoryError(session.script.scenario.title)


def test_a_session_that_cannot_be_worked_out_keeps_no_other_waiting(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Stage(qtbot, tmp_path, examiner=Overwhelmed())
    stage.show()
    for _ in range(2):
        keep(stage.store, session_of(small(), "own-clock", STOP))
    page = opened(stage)
    qtbot.waitUntil(lambda: "not yet worked out" not in words(page))
    assert [card._figure.text() for card in page.cards.values()] == ["–", "–"]
    stage.desk.show_earlier()
    assert [card._figure.text() for card in page.cards.values()] == ["–", "–"]


class ShakenStore(MemorySessionStore):
    """A store in which some sessions were changed outside the program: their lines say so, and opening one is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.shaken: set[SessionId] = set()

    def query(
        self,
        wanted: SessionFilter,
        order: SessionOrder,
        key: MeasureKey,
        *,
        size: int = 50,
        after: Cursor | None = None,
    ) -> Listing:
        """The page, with what is unsound marked."""
        found = super().query(wanted, order, key, size=size, after=after)
        headers = tuple(replace(h, sound=h.id not in self.shaken) for h in found.headers)
        return Listing(headers, found.measures, found.after)

    def load(self, session: SessionId) -> StoredSession:
        """A session, unless it was changed."""
        if session in self.shaken:
            raise StoreDamaged(say.HEADER_DAMAGED())
        return super().load(session)


def test_a_line_that_is_not_as_it_was_stored_says_so_and_the_others_are_read_and_measured(
    qtbot: QtBot, tmp_path: Path
) -> None:
    store = ShakenStore()
    stage = Stage(qtbot, tmp_path, store=store)
    stage.show()
    sound, shaken = (keep(store, session_of(small(), "own-clock", STOP)) for _ in range(2))
    store.shaken.add(shaken)
    page = opened(stage)
    assert "This line is not as it was stored." in words(page.cards[shaken])
    assert "This line is not as it was stored." not in words(page.cards[sound])
    qtbot.waitUntil(lambda: page.cards[sound]._figure.text().endswith(" %"))
    assert page.cards[shaken]._figure.text() == "–"
    page.cards[shaken].open_button.click()
    assert stage.desk.page is page
    assert stage.notice == "What the list says of this conversation is not as it was stored."
    page.cards[sound].open_button.click()
    qtbot.waitUntil(lambda: stage.desk.page is stage.desk.debriefing)

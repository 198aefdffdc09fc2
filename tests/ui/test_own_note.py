"""A note to oneself on a conversation: written in its debriefing, kept with it, and seen by nobody else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from simulator.services.notes import LONGEST_NOTE
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import Remark, RemarkKind, Role
from simulator.storage.sqlite import MemorySessionStore
from simulator.ui.practice.own_note import OwnNote
from tests.builders import KIM
from tests.ui.hands import Hands
from tests.ui.stage import Stage
from tests.ui.store_hands import FULL, HeldHands
from tests.ui.stored import STOP, keep, session_of, small

FIRST = "I said it before I had looked."
SECOND = "I said it before I had looked. Next time: look, breathe, then say it."
INSTRUCTOR = PersonId("5a1e7a4e-0000-4000-8000-0000000000b0")


class Noting:
    """Two earlier conversations, and a debriefing page in which notes on them are written."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.store = MemorySessionStore()
        self.older, self.newer = (keep(self.store, session_of(small(), "own-clock", STOP)) for _ in range(2))
        self.hands = HeldHands(self.store)
        self.stage = Stage(qtbot, folder, store=self.store, hands=self.hands)
        self.stage.show()
        self.hands.let_all()

    def look_back_at(self, session: SessionId, *, told: bool = True) -> OwnNote:
        """Open a debriefing; where it is not yet ``told``, the store has not said what the note is."""
        desk = self.stage.desk
        desk.show_library()
        desk.reopen(session)
        self.hands.let_all()
        self.qtbot.waitUntil(lambda: desk.page is desk.debriefing and self.hands.waiting > 0)
        if told:
            self.hands.let_all()
        return desk.debriefing.note

    def write(self, session: SessionId, text: str) -> OwnNote:
        """Write a note on a session and keep it."""
        note = self.look_back_at(session)
        note.text.setPlainText(text)
        note.keep.click()
        self.hands.let_all()
        return note

    def remarks(self, session: SessionId, visible_to: PersonId = KIM) -> tuple[Remark, ...]:
        """The remarks in the store that somebody may see."""
        return self.store.remarks(session, visible_to)


def test_a_note_is_kept_as_a_private_remark_of_its_author(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    note = noting.write(noting.newer, f"  {FIRST}\n")
    assert note.told.text() == "Kept."
    assert not note.keep.isEnabled()
    (remark,) = noting.remarks(noting.newer)
    assert (remark.kind, remark.role, remark.person) == (RemarkKind.OWN_NOTE, Role.TRAINEE, KIM)
    assert remark.values == {"text": FIRST}
    assert noting.remarks(noting.newer, INSTRUCTOR) == ()
    assert noting.remarks(noting.older) == ()


def test_a_note_is_seen_again_and_only_with_its_own_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    noting.write(noting.newer, FIRST)
    assert noting.look_back_at(noting.older).text.toPlainText() == ""
    note = noting.look_back_at(noting.newer)
    assert note.text.toPlainText() == FIRST
    assert note.told.text() == "", "“Kept.” was said of another moment"
    assert not note.keep.isEnabled()


def test_a_changed_note_stands_in_place_of_the_one_before(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    noting.write(noting.newer, FIRST)
    noting.write(noting.newer, SECOND)
    first, second = noting.remarks(noting.newer)
    assert (first.previous, second.previous) == (None, first.id)
    assert noting.look_back_at(noting.newer).text.toPlainText() == SECOND


def test_a_note_whose_keeping_is_refused_stays_in_the_field_and_can_be_kept_again(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    note = noting.look_back_at(noting.newer)
    note.text.setPlainText(FIRST)
    note.keep.click()
    assert note.told.text() == "", "nothing is told as kept that is not"
    noting.hands.refuse_next = True
    noting.hands.let_all()
    assert noting.stage.notice == FULL
    assert note.text.toPlainText() == FIRST
    assert note.keep.isEnabled()
    assert noting.remarks(noting.newer) == ()
    note.keep.click()
    noting.hands.let_all()
    assert note.told.text() == "Kept."
    assert len(noting.remarks(noting.newer)) == 1


def test_a_note_can_be_written_only_once_it_is_known_what_stands_there(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    noting.write(noting.newer, FIRST)
    note = noting.look_back_at(noting.newer, told=False)
    assert not note.isEnabled()
    assert note.text.toPlainText() == ""
    noting.hands.let_all()
    assert note.isEnabled()
    assert note.text.toPlainText() == FIRST


def test_a_note_that_is_kept_late_is_not_told_of_the_next_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    note = noting.look_back_at(noting.newer)
    note.text.setPlainText(FIRST)
    note.keep.click()
    note.show_note_of(noting.older)
    noting.hands.let_one()
    assert note.told.text() == ""
    noting.hands.let_all()
    assert note.text.toPlainText() == ""
    assert note.told.text() == ""
    assert not note.keep.isEnabled()
    assert len(noting.remarks(noting.newer)) == 1
    assert noting.remarks(noting.older) == ()


def test_a_note_that_is_too_long_says_so_and_nothing_of_it_is_cut(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    note = noting.look_back_at(noting.newer)
    note.text.setPlainText("x" * (LONGEST_NOTE + 5))
    assert not note.keep.isEnabled()
    assert note.told.text() == "A note can have 4,000 characters; this one has 4,005. Shorten it to keep it."
    note.text.setPlainText("x" * LONGEST_NOTE)
    assert note.told.text() == ""
    note.keep.click()
    noting.hands.let_all()
    (remark,) = noting.remarks(noting.newer)
    assert remark.values == {"text": "x" * LONGEST_NOTE}


def test_a_note_is_deleted_with_its_conversation(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    noting.write(noting.newer, FIRST)
    noting.stage.desk.show_earlier()
    noting.hands.let_all()
    card = noting.stage.desk.earlier.cards[noting.newer]
    card.delete_button.click()
    card.sure_button.click()
    noting.hands.let_all()
    assert list(noting.stage.desk.earlier.cards) == [noting.older]
    assert noting.store.last_remark(KIM, noting.newer, None, RemarkKind.OWN_NOTE) is None


def test_a_note_is_written_by_keyboard_alone_and_tab_leads_out_of_the_field(qtbot: QtBot, tmp_path: Path) -> None:
    noting = Noting(qtbot, tmp_path)
    note = noting.look_back_at(noting.newer)
    hands = Hands(qtbot, noting.stage.window)
    hands.tab_to(note.text)
    hands.type("later")
    hands.press(Qt.Key.Key_Tab)
    assert hands.focus is note.keep
    hands.press(Qt.Key.Key_Return)
    noting.hands.let_all()
    assert [remark.values for remark in noting.remarks(noting.newer)] == [{"text": "later"}]

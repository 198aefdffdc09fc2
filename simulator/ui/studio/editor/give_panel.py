"""Gives the open scenario to a colleague, and shows the comments that came back, each at its line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import giving as say
from simulator.messages.sentences.studio_editor import PUT_AWAY
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.giving import PACKAGE, CameBack, came_back, done_with, to_give
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.publishing import answers_now
from simulator.session.errors import ServiceError
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.look import Look
from simulator.ui.saving_files import AskWhere, Wanted, place_for, save_at
from simulator.ui.studio.editor.aside import Aside
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import clear, column, scrolling
from simulator.ui.widgets.text import text_label

_WIDEST: Final = 420
_HIGHEST: Final = 260
"""So high, in pixels at a text size of 100 %, the comments are at most; more of them scroll."""

_FIRST_WORDS: Final = 60


class GivePanel(Aside):
    """Stands above the faces while it is open; ``ask_where`` asks for a file to write (nothing: not now)."""

    comments_wanted = Signal()
    """Somebody wants to open comments that came back."""

    place_wanted = Signal(int)
    """A comment is to be shown where it stands, by its offset in the text."""

    told = Signal(Message)
    announced = Signal(str)

    def __init__(
        self,
        disk: FileOnDisk,
        own: OwnScenarios,
        look: Look,
        ask_where: AskWhere = where_to_save,
        name: str = "",
    ) -> None:
        super().__init__()
        self._name = name
        self._disk, self._own, self._look = disk, own, look
        self.ask_where = ask_where
        box = column(self, margin=16, spacing=8)
        box.addWidget(text_label(look.say(say.GIVE_HEAD()), "body"))
        self.name = QLineEdit()
        self.name.setMaximumWidth(round(_WIDEST * look.scale))
        named = look.say(say.YOUR_NAME())
        self.name.setAccessibleName(named)
        box.addWidget(label_of(text_label(named, "body"), self.name))
        box.addWidget(self.name)
        acts = Flow()
        self.save = self._act(acts, say.SAVE_PACKAGE(), self._save, "primary")
        self.bring = self._act(acts, say.OPEN_COMMENTS(), self.comments_wanted.emit)
        self._act(acts, PUT_AWAY(), self.put_away)
        box.addWidget(acts)
        self._said = text_label("", "body")
        self._said.hide()
        box.addWidget(self._said)
        box.addWidget(text_label(look.say(say.COMMENTS()), "heading"))
        self._none = text_label(look.say(say.NO_COMMENT()), "quiet")
        box.addWidget(self._none)
        inside = QWidget()
        self._comments: QVBoxLayout = column(inside, spacing=4)
        self._area = scrolling(inside, look.say(say.COMMENTS()))
        self._inside = inside
        box.addWidget(self._area)
        self.rows: list[tuple[CameBack, Button | None, Button]] = []

    def open(self) -> None:
        """Show what can be given, and what came back."""
        if not self.name.text():
            self.name.setText(answers_now(self._disk).by or self._name)
        self._said.hide()
        self.show_comments()
        self.show()
        self.name.setFocus()

    def show_comments(self) -> None:
        """Show the comments where they stand by now."""
        clear(self._comments)
        self.rows = []
        found = came_back(self._disk, self._own)
        for one in found:
            self._add(one)
        self._none.setVisible(not found)
        self._area.setVisible(bool(found))
        self._comments.addStretch(1)
        QTimer.singleShot(0, self, self._fit_comments)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, comments need more lines."""
        super().resizeEvent(event)
        self._fit_comments()

    def _fit_comments(self) -> None:
        needed = max(0, self._inside.heightForWidth(self._area.viewport().width()))
        self._area.setFixedHeight(min(needed, round(_HIGHEST * self._look.scale)))

    def _add(self, came: CameBack) -> None:
        look, words = self._look, came.comment.words
        by = came.sheet.by or say.NO_NAME()
        row = say.COMMENT_ROW(line=str(came.line), by=by, words=words) if came.at is not None else None
        self._comments.addWidget(text_label(look.say(row or say.COMMENT_ELSEWHERE(by=by, words=words)), "body"))
        if came.comment.quote:
            about = say.GONE_SINCE if came.at is None else say.QUOTED if came.at.same else say.CHANGED_SINCE
            self._comments.addWidget(text_label(look.say(about(quote=_short(came.comment.quote))), "small-quiet"))
        acts = Flow()
        go = None
        if came.at is not None:
            go = self._act(acts, say.GO_THERE(), partial(self.place_wanted.emit, came.at.offset))
            go.setAccessibleName(look.say(say.GO_THERE_NAMED(line=str(came.line), words=_short(words))))
        done = self._act(acts, say.DONE(), partial(self._done, came))
        done.setAccessibleName(look.say(say.DONE_NAMED(words=_short(words))))
        self._comments.addWidget(acts)
        self.rows.append((came, go, done))

    def _done(self, came: CameBack) -> None:
        try:
            done_with(came, self._disk, self._own)
        except ServiceError as refused:
            self.told.emit(refused.message)
        self.show_comments()
        (self.rows[0][2] if self.rows else self.bring).setFocus()

    def _save(self) -> None:
        """Ask where, and write the file; what came of it is said here."""
        try:
            content = to_give(self._disk, self.name.text())
            name = self._disk.place.with_suffix(PACKAGE).name
            path = place_for(Wanted(say.WHERE_PACKAGE(), name, say.KIND_PACKAGE()), self.ask_where, self, self._look)
            if path is None:
                return
            save_at(path, content)
        except ServiceError as refused:
            self._say(refused.message)
        else:
            self._say(say.PACKAGE_SAVED(path=str(path)))

    def _say(self, message: Message) -> None:
        self._said.setText(self._look.say(message))
        self._said.show()
        self.announced.emit(self._said.text())

    def _act(self, flow: Flow, words: Message, act: Callable[[], object], kind: str = "quiet") -> Button:
        button = Button(self._look.say(words), kind)  # type: ignore[arg-type]
        button.clicked.connect(lambda _checked=False: act())
        flow.items.addWidget(button)
        return button


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= _FIRST_WORDS else plain[: _FIRST_WORDS - 1] + "…"

"""Where conversations are kept: the folder, the last backup, a new one, and the way back to an earlier one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from simulator.messages.message import Message, When
from simulator.messages.sentences import settings as say
from simulator.messages.sentences.storage import FOLDER_NOT_PRIVATE
from simulator.messages.sentences.store_care import LIES_IN, RESTORED_FIRST
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.backup_list import BackupList
from simulator.ui.data_care import DataCare
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import Card, bring_into_view
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import selectable, text_label

if TYPE_CHECKING:
    from simulator.storage.backups import Backup


class BackupCard(Card):
    """Part of the settings page."""

    held = Signal(bool)
    """While this is so, a backup is being put in place, and nothing else must be begun."""

    def __init__(self, look: Look, door: StoreDoor, care: DataCare) -> None:
        super().__init__()
        self._look = look
        self._door = door
        self._care = care
        self._copying = False
        self._looking: Background[tuple[Backup, ...]] = Background(self)
        self.list: BackupList | None = None
        body = self.body
        body.addWidget(text_label(look.say(say.KEPT_TITLE()), "heading"))
        folder = str(care.folder)
        body.addWidget(selectable(text_label(look.say(LIES_IN(folder=folder)), "body")))
        if not care.is_private():
            body.addWidget(text_label(look.say(FOLDER_NOT_PRIVATE(folder=folder)), "small"))
        self._last = text_label("", "small")
        body.addWidget(self._last)
        beside = care.not_in_backups()
        if beside is not None:
            body.addWidget(text_label(look.say(beside), "small"))
        buttons = FlowLayout(spacing=10)
        self.back_up = Button(look.say(say.BACK_UP()), "plain")
        self.back_up.clicked.connect(self._back_up)
        self.go_back = Button(look.say(say.GO_BACK()), "quiet")
        self.go_back.clicked.connect(self.show_backups)
        buttons.addWidget(self.back_up)
        buttons.addWidget(self.go_back)
        body.addLayout(buttons)
        self.told = text_label("", "body")
        self.told.hide()
        body.addWidget(self.told)
        self._show_last()
        door.changed.connect(self._look_again)

    def show_backups(self) -> None:
        """Offer the backups, once all of them have been looked at."""
        self._looking.ask(self._care.backups, self._offer)

    def _look_again(self, topic: Topic) -> None:
        if topic is Topic.BACKUPS:
            self._show_last()

    def _show_last(self) -> None:
        at_ms = self._care.last_backup_ms()
        told = say.NO_LAST() if at_ms is None else say.LAST(when=When(at_ms))
        self._last.setText(self._look.say(told))

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()

    # A new one. The buttons stay as they are meanwhile, so that the keyboard stays where somebody has put it.

    def _back_up(self) -> None:
        if self._copying:
            return
        self._copying = True
        self._tell(say.BACKING_UP())
        work = partial(self._care.back_up, asked=True)
        self._door.change_in_parts(
            self, work, lambda _path: self._backed_up(say.BACKED_UP()), self._not_backed_up, Topic.BACKUPS
        )

    def _backed_up(self, told: Message) -> None:
        self._copying = False
        self._tell(told)

    def _not_backed_up(self, refusal: ServiceError) -> None:
        self._backed_up(refusal.message)

    # Back to an earlier one.

    def _offer(self, backups: tuple[Backup, ...]) -> None:
        if not backups:
            self._tell(say.NO_BACKUPS())
            bring_into_view(self.told)
            return
        self._put_list_away()
        self.told.hide()
        self.list = BackupList(self._look, backups)
        self.list.wanted.connect(self._restore)
        self.list.left.connect(self._leave)
        self.body.addWidget(self.list)
        # What is not shown yet does not keep the keyboard.
        self.list.show()
        tab_in_reading_order(self)
        self.list.take_the_keyboard()
        bring_into_view(self.list)

    def _put_list_away(self) -> None:
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
            self.list = None

    def _leave(self) -> None:
        self._put_list_away()
        self.go_back.setFocus()

    def _restore(self, name: str) -> None:
        self._put_list_away()
        self._tell(say.RESTORING())
        self.held.emit(True)
        before = self._care.last_backup_ms()
        self._door.reopen(
            self,
            lambda: self._care.restore(name),
            # Where the file of the store was gone, nothing was there to be kept.
            lambda _done: self._restored(RESTORED_FIRST() if self._care.last_backup_ms() == before else say.RESTORED()),
            lambda refusal: self._restored(refusal.message),
        )

    def _restored(self, told: Message) -> None:
        """Say that the backup is in place, or why not."""
        self.held.emit(False)
        self._tell(told)
        self.go_back.setFocus()

"""Where conversations are kept: the folder, the last backup, a new one, and the way back to an earlier one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from simulator.messages import Message, When
from simulator.messages.sentences import settings as say
from simulator.messages.sentences import store_care
from simulator.messages.sentences.storage import FOLDER_NOT_PRIVATE
from simulator.services.store_care import backup_told
from simulator.session import ServiceError
from simulator.ui.background import Background
from simulator.ui.data_care import DataCare
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, bring_into_view, clear, column, row
from simulator.ui.widgets.text import selectable, text_label

if TYPE_CHECKING:
    from simulator.storage.backups import Backup


class BackupCard(Card):
    """Part of the settings page."""

    def __init__(self, look: Look, door: StoreDoor, care: DataCare) -> None:
        super().__init__()
        self._look = look
        self._door = door
        self._care = care
        self._backups: tuple[Backup, ...] = ()
        self._looking: Background[tuple[Backup, ...]] = Background(self)
        body = self.body
        body.addWidget(text_label(look.say(say.KEPT_TITLE()), "heading"))
        folder = store_care.LIES_IN(folder=str(care.folder))
        body.addWidget(selectable(text_label(look.say(folder), "body")))
        if not care.is_private():
            body.addWidget(text_label(look.say(FOLDER_NOT_PRIVATE(folder=str(care.folder))), "small"))
        self._last = text_label("", "small")
        body.addWidget(self._last)
        buttons = row(spacing=10)
        self.back_up = Button(look.say(say.BACK_UP()), "plain")
        self.back_up.clicked.connect(self._back_up)
        self.go_back = Button(look.say(say.GO_BACK()), "quiet")
        self.go_back.clicked.connect(self._look_for_backups)
        buttons.addWidget(self.back_up)
        buttons.addWidget(self.go_back)
        buttons.addStretch(1)
        body.addLayout(buttons)
        self.told = text_label("", "body")
        self.told.hide()
        body.addWidget(self.told)
        self._choice = QWidget()
        self._choice_box = column(self._choice, spacing=6)
        self._choice.hide()
        self.choices = QButtonGroup(self)
        body.addWidget(self._choice)
        self._show_last()

    def _show_last(self) -> None:
        at_ms = self._care.last_backup_ms()
        told = say.NO_LAST() if at_ms is None else say.LAST(when=When(at_ms))
        self._last.setText(self._look.say(told))

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()

    def _refuse(self, refusal: ServiceError) -> None:
        self._choice.hide()
        self._enable(True)
        self._tell(refusal.message)

    def _enable(self, on: bool) -> None:
        self.back_up.setEnabled(on)
        self.go_back.setEnabled(on)

    def _back_up(self) -> None:
        self._enable(False)
        self._tell(say.BACKING_UP())
        work = partial(self._care.back_up, asked=True)
        self._door.change_in_parts(self, work, lambda _path: self._backed_up(), self._refuse, Topic.BACKUPS)

    def _backed_up(self) -> None:
        self._enable(True)
        self._show_last()
        self._tell(say.BACKED_UP())
        self.back_up.setFocus()

    def _look_for_backups(self) -> None:
        self._looking.ask(self._care.backups, self._offer, self._failed)

    def _failed(self, fault: Exception) -> None:
        raise fault

    def _offer(self, backups: tuple[Backup, ...]) -> None:
        """Offer the backups, the newest first; nothing happens before one is chosen and confirmed."""
        self._backups = backups
        self.told.hide()
        clear(self._choice_box)
        self.choices = QButtonGroup(self)
        if not backups:
            self._tell(say.NO_BACKUPS())
            return
        self._choice_box.addWidget(text_label(self._look.say(say.WHICH()), "body"))
        for number, backup in enumerate(backups):
            radio = QRadioButton(self._look.say(backup_told(backup)))
            radio.setAccessibleName(radio.text())
            radio.setEnabled(backup.sessions is not None)
            self.choices.addButton(radio, number)
            self._choice_box.addWidget(radio)
        self._asked = text_label("", "body")
        self._choice_box.addWidget(self._asked)
        self._choice_box.addLayout(self._buttons())
        self.choices.idClicked.connect(self._ask)
        self._choice.show()
        bring_into_view(self._choice)
        first = next((b for b in self.choices.buttons() if b.isEnabled()), None)
        if first is not None:
            first.setFocus()

    def _buttons(self) -> QHBoxLayout:
        holder = row(spacing=10)
        self.put_in_place = Button(self._look.say(say.PUT_IN_PLACE()), "plain")
        self.put_in_place.setEnabled(False)
        self.put_in_place.clicked.connect(self._restore)
        self.leave = Button(self._look.say(say.LEAVE_IT()), "quiet")
        self.leave.clicked.connect(self._leave)
        holder.addWidget(self.put_in_place)
        holder.addWidget(self.leave)
        holder.addStretch(1)
        return holder

    def _ask(self, number: int) -> None:
        backup = self._backups[number]
        asked = store_care.ASK_RESTORE(when=When(backup.at_ms), count=backup.sessions or 0)
        self._asked.setText(self._look.say(asked))
        bring_into_view(self._choice)
        self.put_in_place.setEnabled(True)

    def _leave(self) -> None:
        self._choice.hide()
        self.go_back.setFocus()

    def _restore(self) -> None:
        name = self._backups[self.choices.checkedId()].name
        self._choice.hide()
        self._enable(False)
        self._tell(say.RESTORING())
        self._door.reopen(self, lambda: self._care.restore(name), lambda _done: self._restored(), self._refuse)

    def _restored(self) -> None:
        self._enable(True)
        self._show_last()
        self._tell(say.RESTORED())
        self.go_back.setFocus()

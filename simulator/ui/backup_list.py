"""The backups that one can go back to, the newest first, and what is asked before one is put in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from simulator.messages.message import When
from simulator.messages.sentences import settings as say
from simulator.messages.sentences.store_care import ASK_RESTORE
from simulator.services.store_care import backup_told, reason_told
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import bring_into_view, column, row
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.storage.backups import Backup

_SHOWN: Final = 5
"""So many of the newest are shown at first: what is asked below them stays in sight."""
_INDICATOR, _BESIDE = 21, 10
"""Pixels that the mark of a choice takes, growing with the text, and those between it and the words."""


class BackupList(QWidget):
    """Nothing happens before a backup is chosen and confirmed."""

    wanted = Signal(str)
    """The backup to go back to, by its name."""
    left = Signal()
    """All stays as it is."""

    def __init__(self, look: Look, backups: Sequence[Backup]) -> None:
        super().__init__()
        self._look = look
        self._backups = backups
        self.choices = QButtonGroup(self)
        box = column(self, spacing=6)
        box.addWidget(text_label(look.say(say.WHICH()), "body"))
        entries = [self._entry(number, backup) for number, backup in enumerate(backups)]
        for entry in entries:
            box.addWidget(entry)
        self._behind = entries[_SHOWN:]
        for entry in self._behind:
            entry.hide()
        self.older = Button(look.say(say.OLDER(count=len(self._behind))), "quiet")
        self.older.clicked.connect(self._show_older)
        line = row()
        line.addWidget(self.older)
        line.addStretch(1)
        box.addLayout(line)
        self.older.setVisible(bool(self._behind))
        self._question = self._asking()
        box.addWidget(self._question)
        self.choices.idClicked.connect(self._ask)

    def take_the_keyboard(self) -> None:
        """Lead the keyboard to the first backup that can be chosen."""
        able = (button for button in self.choices.buttons() if button.isEnabled())
        next(able, self.leave).setFocus()

    def _entry(self, number: int, backup: Backup) -> QWidget:
        when, count = When(backup.at_ms), backup.sessions
        told = say.BACKUP_UNREADABLE(when=when) if count is None else say.BACKUP(when=when, count=count)
        radio = QRadioButton(self._look.say(told))
        radio.setAccessibleName(self._look.say(backup_told(backup)))
        radio.setEnabled(count is not None)
        self.choices.addButton(radio, number)
        entry = QWidget()
        box = column(entry, spacing=0)
        box.addWidget(radio)
        line = row()
        line.addSpacing(round(_INDICATOR * self._look.scale) + _BESIDE)
        line.addWidget(text_label(self._look.say(reason_told(backup)), "small-quiet"), 1)
        box.addLayout(line)
        return entry

    def _asking(self) -> QWidget:
        asking = QWidget()
        box = column(asking, spacing=8)
        self.asked = text_label("", "body")
        self.asked.hide()
        box.addWidget(self.asked)
        buttons = FlowLayout(spacing=10)
        self.put_in_place = Button(self._look.say(say.PUT_IN_PLACE()), "plain")
        self.put_in_place.setEnabled(False)
        self.put_in_place.clicked.connect(lambda: self.wanted.emit(self._backups[self.choices.checkedId()].name))
        self.leave = Button(self._look.say(say.LEAVE_IT()), "quiet")
        self.leave.clicked.connect(self.left)
        buttons.addWidget(self.put_in_place)
        buttons.addWidget(self.leave)
        box.addLayout(buttons)
        return asking

    def _ask(self, number: int) -> None:
        """Say what the chosen one means; only now can it be put in place."""
        backup = self._backups[number]
        self.asked.setText(self._look.say(ASK_RESTORE(when=When(backup.at_ms), count=backup.sessions or 0)))
        self.asked.show()
        self.put_in_place.setEnabled(True)
        bring_into_view(self._question)

    def _show_older(self) -> None:
        first = self.choices.button(len(self._backups) - len(self._behind))
        for entry in self._behind:
            entry.show()
        self.older.hide()
        first.setFocus()

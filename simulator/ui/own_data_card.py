"""A person's own data: taken along as one file, or deleted for good; and the way for somebody else to sit down here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from simulator.messages import Message
from simulator.messages.sentences import settings as say
from simulator.services.personal_data import PersonalData
from simulator.session import Person, ServiceError
from simulator.ui.background import Background
from simulator.ui.data_care import DataCare
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, bring_into_view, column, row
from simulator.ui.widgets.text import text_label

_EXPORT_NAME = "attune-export.zip"


class OwnDataCard(Card):
    """Part of the settings page; ``ask_where`` asks for the file of an export (nothing: not now)."""

    erased = Signal()
    """All of the person is deleted."""
    left = Signal()
    """Somebody else is practising now."""

    def __init__(
        self,
        look: Look,
        door: StoreDoor,
        care: DataCare,
        person: Person,
        ask_where: Callable[[QWidget, str, str], Path | None] | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._door = door
        self._care = care
        self._person = person
        self._ask_where = ask_where or where_to_save
        self._writing: Background[None] = Background(self)
        body = self.body
        body.addWidget(text_label(look.say(say.DATA_TITLE()), "heading"))
        body.addWidget(text_label(look.say(say.DATA_LEAD()), "small"))
        self.export = Button(look.say(say.EXPORT()), "plain")
        self.export.clicked.connect(self._export)
        self.erase = Button(look.say(say.ERASE()), "quiet")
        self.erase.clicked.connect(self._ask)
        self.somebody_else = Button(look.say(say.SOMEBODY_ELSE()), "quiet")
        self.somebody_else.clicked.connect(self.left)
        buttons = row(spacing=10)
        for button in (self.export, self.erase):
            buttons.addWidget(button)
        buttons.addStretch(1)
        body.addLayout(buttons)
        self.told = text_label("", "body")
        self.told.hide()
        body.addWidget(self.told)
        self._asked = self._question(person.name)
        self._asked.hide()
        body.addWidget(self._asked)
        line = row(spacing=10)
        line.addWidget(self.somebody_else)
        line.addStretch(1)
        body.addLayout(line)

    def _question(self, name: str) -> QWidget:
        """What deleting means, with keeping as the first answer."""
        look, asked = self._look, QWidget()
        box = column(asked, spacing=8)
        box.addWidget(text_label(look.say(say.ERASE_ASK(name=name)), "body"))
        self.also_backups = QCheckBox(look.say(say.ERASE_BACKUPS()))
        self.also_backups.setAccessibleDescription(look.say(say.ERASE_BACKUPS_HELP()))
        box.addWidget(self.also_backups)
        box.addWidget(text_label(look.say(say.ERASE_BACKUPS_HELP()), "small"))
        self.keep = Button(look.say(say.ERASE_NO()), "plain")
        self.keep.clicked.connect(self._keep)
        self.sure = Button(look.say(say.ERASE_YES()), "quiet")
        self.sure.clicked.connect(self._erase)
        buttons = row(spacing=10)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.sure)
        buttons.addStretch(1)
        box.addLayout(buttons)
        return asked

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()

    def _refuse(self, refusal: ServiceError) -> None:
        self.setEnabled(True)
        self._tell(refusal.message)

    def _export(self) -> None:
        target = self._ask_where(self, self._look.say(say.EXPORT_TO()), self._look.say(say.EXPORT_KIND()))
        if target is None:
            return
        self.export.setEnabled(False)
        self._tell(say.EXPORTING())
        self._door.change_in_parts(
            self,
            lambda store: self._care.collect(store, self._person),
            lambda data: self._write(data, target),
            self._not_exported,
        )

    def _write(self, data: PersonalData, target: Path) -> None:
        self._writing.ask(
            lambda: self._care.write(data, target), lambda _done: self._exported(target), self._not_exported
        )

    def _exported(self, target: Path) -> None:
        self.export.setEnabled(True)
        self._tell(say.EXPORTED(path=str(target)))

    def _not_exported(self, fault: Exception) -> None:
        if not isinstance(fault, ServiceError):
            raise fault
        self.export.setEnabled(True)
        self._refuse(fault)

    def _ask(self) -> None:
        self.told.hide()
        self._asked.show()
        bring_into_view(self._asked)
        self.keep.setFocus()

    def _keep(self) -> None:
        self._asked.hide()
        self.erase.setFocus()

    def _erase(self) -> None:
        also_backups = self.also_backups.isChecked()
        self._asked.hide()
        self.setEnabled(False)
        self._tell(say.ERASING())
        self._door.reopen(
            self,
            lambda: self._erase_now(also_backups),
            lambda _done: self.erased.emit(),
            self._refuse,
        )

    def _erase_now(self, also_backups: bool) -> None:
        self._care.erase(self._person.id, also_backups=also_backups)


def where_to_save(parent: QWidget, question: str, kind: str) -> Path | None:
    """Ask for the file of an export."""
    chosen, _ = QFileDialog.getSaveFileName(parent, question, str(Path.home() / _EXPORT_NAME), kind)
    return Path(chosen) if chosen else None

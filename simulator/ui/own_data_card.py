"""A person's own data: taken along as one file, or deleted for good; and the way for somebody else to sit down here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import settings as say
from simulator.session.errors import ServiceError
from simulator.session.store import Person
from simulator.ui.background import Background
from simulator.ui.came_back_card import CameBackCard
from simulator.ui.data_care import DataCare
from simulator.ui.handed_out_list import HandedOutList
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import Card, bring_into_view, column, row
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.services.personal_collection import PersonalData

_EXPORT_NAME = "attune-export.zip"


class OwnDataCard(Card):
    """Part of the settings page; ``ask_where`` asks for the file of an export (nothing: not now)."""

    erased = Signal()
    """All of the person is deleted."""
    refused = Signal(ServiceError)
    """What could not be deleted with the person; told elsewhere, because this page goes with them."""
    left = Signal()
    """Somebody else is practising now."""
    held = Signal(bool)
    """While this is so, a person is being deleted, and nothing else must be begun."""

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
        self._exporting = False
        self._writing: Background[None] = Background(self)
        body = self.body
        body.addWidget(text_label(look.say(say.DATA_TITLE()), "heading"))
        body.addWidget(text_label(look.say(say.DATA_LEAD()), "small"))
        self.export = Button(look.say(say.EXPORT()), "plain")
        self.export.clicked.connect(self._export)
        self.erase = Button(look.say(say.ERASE()), "quiet")
        self.erase.clicked.connect(self._ask)
        buttons = FlowLayout(spacing=10)
        buttons.addWidget(self.export)
        buttons.addWidget(self.erase)
        body.addLayout(buttons)
        self.told = text_label("", "body")
        self.told.hide()
        body.addWidget(self.told)
        self._asked = self._question()
        self._asked.hide()
        body.addWidget(self._asked)
        self.handed_out = HandedOutList(look, door, person.id)
        body.addWidget(self.handed_out)
        self.came_back = CameBackCard(look, door, care, person.id)
        self.handed_out.came_back_wanted.connect(self.came_back.show_session)
        body.addWidget(self.came_back)
        self.somebody_else = Button(look.say(say.SOMEBODY_ELSE()), "quiet")
        self.somebody_else.clicked.connect(self.left)
        line = row(spacing=10)
        line.addWidget(self.somebody_else)
        line.addStretch(1)
        body.addLayout(line)
        self.rename(person.name)

    def rename(self, name: str) -> None:
        """The person is called otherwise now."""
        self._whom.setText(self._look.say(say.ERASE_ASK(name=name)))

    def _question(self) -> QWidget:
        """What deleting means, with keeping as the first answer."""
        look, asked = self._look, QWidget()
        box = column(asked, spacing=8)
        self._whom = text_label("", "body")
        box.addWidget(self._whom)
        self.also_backups = QCheckBox(look.say(say.ERASE_BACKUPS()))
        self.also_backups.setAccessibleName(look.say(say.ERASE_BACKUPS()))
        self.also_backups.setAccessibleDescription(look.say(say.ERASE_BACKUPS_HELP()))
        box.addWidget(self.also_backups)
        box.addWidget(text_label(look.say(say.ERASE_BACKUPS_HELP()), "small"))
        self.keep = Button(look.say(say.ERASE_NO()), "plain")
        self.keep.clicked.connect(self._keep)
        self.sure = Button(look.say(say.ERASE_YES()), "quiet")
        self.sure.clicked.connect(self._erase)
        buttons = FlowLayout(spacing=10)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.sure)
        box.addLayout(buttons)
        return asked

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()

    # Taken along. The button stays as it is meanwhile, so that the keyboard stays where somebody has put it.

    def _export(self) -> None:
        if self._exporting:
            return
        kind = self._look.say(say.EXPORT_KIND(pattern="*.zip"))
        target = self._ask_where(self, self._look.say(say.EXPORT_TO()), kind)
        if target is None:
            return
        self._set_exporting(True)
        self._tell(say.EXPORTING())
        self._door.change_in_parts(
            self,
            lambda store: self._care.collect(store, self._person),
            lambda data: self._write(data, target),
            self._not_exported,
        )

    def _write(self, data: PersonalData, target: Path) -> None:
        self._writing.ask(
            lambda: self._care.write(data, target, self._look.words),
            lambda _done: self._exported(target),
            self._not_exported,
        )

    def _exported(self, target: Path) -> None:
        self._set_exporting(False)
        self._tell(say.EXPORTED(path=str(target)))

    def _not_exported(self, fault: Exception) -> None:
        self._set_exporting(False)
        if not isinstance(fault, ServiceError):
            raise fault
        self._tell(fault.message)

    def _set_exporting(self, exporting: bool) -> None:
        """What is being exported is not deleted meanwhile."""
        self._exporting = exporting
        self.erase.setDisabled(exporting)

    # Deleted for good.

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
        self._tell(say.ERASING())
        self.held.emit(True)
        self._door.reopen(
            self, lambda: self._erase_now(also_backups), lambda _done: self.erased.emit(), self._not_erased
        )

    def _erase_now(self, also_backups: bool) -> None:
        self._care.erase(self._person.id, also_backups=also_backups)

    def _not_erased(self, refusal: ServiceError) -> None:
        """Some of it may be deleted all the same: ask the store whether the person is."""
        self._door.ask(
            self,
            lambda store: self._care.keeps(store, self._person.id),
            lambda kept: self._tell_what_is_left(kept, refusal),
            lambda _refusal: self._tell_what_is_left(True, refusal),
        )

    def _tell_what_is_left(self, kept: bool, refusal: ServiceError) -> None:
        self.held.emit(False)
        if kept:
            self._tell(refusal.message)
            self.erase.setFocus()
        else:
            self.refused.emit(refusal)
            self.erased.emit()


def where_to_save(parent: QWidget, question: str, kind: str) -> Path | None:
    """Ask for the file of an export."""
    chosen, _ = QFileDialog.getSaveFileName(parent, question, str(Path.home() / _EXPORT_NAME), kind)
    return Path(chosen) if chosen else None

"""Buttons that save conversations as tables for other programs, and a line that says what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import exports as say
from simulator.services.export_formats import EXPORT_FORMATS, ExportFormat
from simulator.services.session_tables import Exported
from simulator.session.errors import ServiceError
from simulator.ui.asking_for_files import where_to_save
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.saving_files import AskWhere, Wanted, place_for, save_at
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_NAME = "conversations"


class TableExport(QWidget):
    """``make`` gives what is to be exported, in the background; ``ask_where`` asks for the file (nothing: not now)."""

    saved = Signal(object)
    """The path of a file that was saved."""

    def __init__(self, look: Look, make: Callable[[], tuple[Exported, ...]], now_ms: Callable[[], int]) -> None:
        super().__init__()
        self._look, self._make, self._now_ms = look, make, now_ms
        self._work: Background[Path] = Background(self)
        self.ask_where: AskWhere = where_to_save
        box = column(self, spacing=6)
        line = FlowLayout(spacing=10)
        self.buttons = {name: self._button(name, kind) for name, kind in EXPORT_FORMATS.items()}
        for button in self.buttons.values():
            line.addWidget(button)
        box.addLayout(line)
        self.told = text_label("", "small")
        self.told.hide()
        box.addWidget(self.told)

    def begin_anew(self) -> None:
        """What was said of the last file is over."""
        self.told.setText("")
        self.told.hide()

    def _button(self, name: str, kind: ExportFormat) -> Button:
        button = Button(self._look.say(kind.button()), "plain")
        button.clicked.connect(lambda: self._save(name, kind))
        return button

    def _save(self, name: str, kind: ExportFormat) -> None:
        file = f"{'turns' if name.endswith('turns') else _NAME}{kind.suffix}"
        target = place_for(Wanted(say.WHERE(), file, kind.kind()), self.ask_where, self, self._look)
        if target is None:
            return

        def work() -> Path:
            save_at(target, kind.content(self._make(), self._look.words, self._now_ms()))
            return target

        self._tell(say.WRITING())
        self._work.ask(work, self._done, self._failed)

    def _done(self, path: Path) -> None:
        self._tell(say.SAVED(path=str(path)))
        self.saved.emit(path)

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, ServiceError):
            raise fault
        self._tell(fault.message)

    def _tell(self, message: Message) -> None:
        self.told.setText(self._look.say(message))
        self.told.show()

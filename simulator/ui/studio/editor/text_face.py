"""The text of the file as a face of the editor: typing, what could be written, finding, names and their places."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.editing.places_in_text import thing_at, use_at
from simulator.scenario.editing.renaming import uses_of_name
from simulator.scenario.nodes import Path
from simulator.scenario.references import Use
from simulator.ui.look import Look
from simulator.ui.studio.editor.completer import Completer
from simulator.ui.studio.editor.find_bar import FindBar
from simulator.ui.studio.editor.names_panel import NamesPanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.text_area import TextArea
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import text_label

_PLACE_MS: Final = 200
_LARGE: Final = 1.6
"""From this text size on the line about keys gives way to the text; it is read out all the same."""


class TextFace(QWidget):
    """One text with what helps to write it."""

    told = Signal(Message)
    announced = Signal(str)
    next_wanted = Signal()
    """Somebody wants to see the next thing to mend."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file = file
        box = column(self, spacing=0)
        self._area = TextArea(look, look.say(say.TEXT_NAME()))
        self._area.setAccessibleDescription(look.say(say.TEXT_KEYS()))
        box.addWidget(self._area, 1)
        self.find_bar = FindBar(file, self._area, look)
        self.find_bar.closed.connect(self.take_keyboard)
        box.addWidget(self.find_bar)
        self.names = NamesPanel(file, look)
        self.names.chosen.connect(self._area.select)
        self.names.closed.connect(self.take_keyboard)
        box.addWidget(self.names)
        keys = text_label(look.say(say.TEXT_KEYS()), "small-quiet")
        keys.setContentsMargins(12, 4, 12, 4)
        box.addWidget(keys)
        if look.scale >= _LARGE:
            keys.hide()
        self.completer = Completer(file, self._area, look)
        self.completer.announced.connect(self.announced)
        self._place_soon = QTimer(self)
        self._place_soon.setSingleShot(True)
        self._place_soon.setInterval(_PLACE_MS)
        self._place_soon.timeout.connect(self._tell_place)
        self._typing = False
        self._filled = False
        self._area.typed.connect(self._type)
        self._area.cursorPositionChanged.connect(self._place_soon.start)
        file.text_changed.connect(self._show_text)
        file.reading_changed.connect(self._offer)
        file.findings_changed.connect(self._mark)
        self._listen()

    @property
    def area(self) -> TextArea:
        """The text; it is filled once somebody comes to it, for a long one takes a while."""
        self._fill()
        return self._area

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody comes to the text."""
        super().showEvent(event)
        self._fill()

    def take_keyboard(self) -> None:
        """Put the keyboard into the text."""
        self._area.setFocus()

    def settle(self) -> None:
        """Keep the last letter of an input method."""
        self._area.commit()

    def can_show(self, place: Path) -> bool:  # noqa: ARG002 the text shows everything
        """Everything is in the text."""
        return True

    def show_place(self, place: Path) -> None:
        """Show where a moment, a response or a wording stands."""
        written = self._file.written
        if place and written.has(place):
            start, *_ = written.offsets(place)
            if thing_at(written, self.area.offset) != place:
                # Nothing is selected, so that a letter typed now does not take the place of the name.
                self._area.select(start, start)

    def show_finding(self, finding: Diagnostic) -> None:
        """Show where something is to be mended."""
        start, _ = self._file.written.spans.positions.offsets(finding.span)
        self.area.select(start, start)

    def go_to_definition(self) -> None:
        """Go where what the cursor stands on is made."""
        use = self._use()
        found = uses_of_name(self._file.reading.uses, use.named, use.name, use.owner) if use is not None else []
        maker = next((one for one in found if one.makes), None)
        if maker is not None:
            written = self._file.written
            self._area.select(*written.spans.positions.offsets(maker.span(written.spans)))

    def show_names(self, *, rename: bool) -> None:
        """Show every place that names what the cursor stands on."""
        use = self._use()
        if use is not None:
            self.names.show_use(use, rename=rename)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is open below the text."""
        if event.key() == Qt.Key.Key_Escape and self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        if not self._filled:
            self._filled = True
            self._show_text()
            self._mark()

    def _listen(self) -> None:
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+F", self.find_bar.open),
            ("Ctrl+H", self.find_bar.open),
            ("Ctrl+Space", lambda: self.completer.offer(asked=True)),
            ("F12", self.go_to_definition),
            ("Shift+F12", lambda: self.show_names(rename=False)),
            ("F2", lambda: self.show_names(rename=True)),
            ("F8", self.next_wanted.emit),
            ("Ctrl+Shift+-", lambda: self._area.fold(self._area.textCursor().blockNumber())),
        )
        for keys, act in acts:
            shortcut = QShortcut(QKeySequence(keys), self, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)

    def _type(self, edit: object) -> None:
        self._typing = True
        self._file.type(edit)  # type: ignore[arg-type]
        self._area.follow(self._file.source.text)
        self._typing = False

    def _show_text(self) -> None:
        if self._filled and not self._typing:
            self._area.show_text(self._file.source.text)

    def _mark(self) -> None:
        if self._filled and not self._file.file.stale:
            self._area.mark(self._file.findings, self._file.path)

    def _offer(self) -> None:
        if self._area.hasFocus():
            self.completer.offer(asked=False)

    def _tell_place(self) -> None:
        if self._area.hasFocus() and not self._file.file.stale:
            self._file.go_to(thing_at(self._file.written, self._area.offset))

    def _use(self) -> Use | None:
        use = use_at(self._file.written, self._file.reading.uses, self._area.offset)
        if use is None:
            self.told.emit(say.NOTHING_NAMED())
        return use

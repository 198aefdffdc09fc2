"""How many texts are still to be written, the way from each to the next, and what comes after the last."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import moment_page as say
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Path
from simulator.scenario.to_write import to_write
from simulator.ui.look import Look
from simulator.ui.studio.editor.field_making import Field
from simulator.ui.studio.editor.form_fields import LineField, LinesField
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import area_around, bring_into_view, column
from simulator.ui.widgets.text import text_label

_NEXT_KEY: Final = "F8"
_IN_MOMENT: Final = 2


class WriteOn(QWidget):
    """A line above the form; it is there while something is still to be written, and says once that all of it is."""

    announced = Signal(str)
    play_wanted = Signal()
    """Everything is written, and somebody wants to play the place that is chosen: the scenario itself."""

    def __init__(self, file: OpenFile, field_at: Callable[[Path], Field | None], look: Look) -> None:
        super().__init__()
        self._file, self._field_at, self._look = file, field_at, look
        self._writing = self._end_unseen = False
        self._ended_at: Path | None = None
        box = column(self, spacing=6)
        self.words = text_label("", "small")
        box.addWidget(self.words)
        self.next_button = Button(look.say(say.WRITE_NEXT()), "plain", hint=_NEXT_KEY)
        self.next_button.clicked.connect(lambda _checked=False: self.go_on())
        box.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.play_button = Button(look.say(say.PLAY_IT()), "plain")
        self.play_button.clicked.connect(lambda _checked=False: self._play())
        box.addWidget(self.play_button, 0, Qt.AlignmentFlag.AlignLeft)

    def listen_in(self, face: QWidget) -> None:
        """Let the key lead on from anywhere in a face."""
        shortcut = QShortcut(QKeySequence(_NEXT_KEY), face, self.go_on)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)

    def _wait_for_fields(self) -> None:
        """Take the keyboard along to the page of the form, which stays."""
        around = area_around(self)
        if around is not None:
            around.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_count(self) -> None:
        """Say how many texts are still to be written; after the last, what comes next, until another place is chosen."""
        count = len(tuple(to_write(self._file.written.root)))
        if count:
            self.words.setText(self._look.say(say.TO_WRITE(count=count)))
            self._ended_at = None
        elif self._writing and kind_of(self._file.source.text) == "scenario":
            self._end()
        self._writing = count > 0
        self.next_button.setVisible(count > 0)
        self.play_button.setVisible(count == 0)
        self.setVisible(count > 0 or self._ended_at == self._file.place)

    def _end(self) -> None:
        told = self._look.say(say.ALL_WRITTEN())
        self.words.setText(told)
        self._end_unseen, self._ended_at = True, self._file.place
        self.announced.emit(told)

    def go_on(self, behind: Path = ()) -> bool:
        """Come to the next text that is to be written behind a place, or to the first; after the last, to what comes next.

        Says whether there was something to come to.
        """
        written = self._file.written
        places = list(to_write(written.root))
        if not places:
            return self._come_to_end()
        reached = written.offsets(behind)[2] if behind and written.has(behind) else -1
        path = next((one for one in places if written.offsets(one)[2] > reached), places[0])
        return self.come_to(path)

    def _come_to_end(self) -> bool:
        """Bring what comes next into sight, once."""
        if not self._end_unseen:
            return False
        self._end_unseen = False
        self.play_button.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_view(self)
        return True

    def _play(self) -> None:
        self._file.go_to(())
        self.play_wanted.emit()

    def come_to(self, path: Path, *, choose: bool = True) -> bool:
        """Come to the field of a text; where it is to ``choose`` it, what is written takes its place. Says whether there is one."""
        for place in (path[:_IN_MOMENT], path[:-1]):
            if self._field_at(path) is None:
                # A field that had the keyboard and goes away would pass it on, and the whole page would scroll after it.
                self._wait_for_fields()
                self._file.go_to(place)
        field = self._field_at(path)
        if field is None:
            return False
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        if choose and isinstance(field, LinesField | LineField):
            field.selectAll()
        # What was made with the page has its height a moment later only.
        QTimer.singleShot(0, field, lambda: bring_into_view(field))
        return True

"""What is to be mended in the open file, line by line, with what the program can mend by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView

from simulator.messages.sentences import studio_editor as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity, errors_in
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.theme import Role
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.wrapped_list import WholeRows

_MOST = 200
_ROWS: Final = 12
"""So many rows the list has room for at most; the rest scrolls."""


class MendPanel(QFrame):
    """A list; the buttons beside it belong to the row that is chosen."""

    announced = Signal(str)
    """For who writes and cannot see the list: that something keeps the scenario from being played, or no longer."""

    wanted = Signal(Diagnostic)
    """Somebody wants to see the place of a finding."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self.setProperty("kind", "footer")
        box = column(self, spacing=6)
        box.setContentsMargins(12, 8, 12, 8)
        across = self._across = row(spacing=10)
        self._title = text_label("", "body", wrap=False)
        across.addWidget(self._title)
        holder = Flow()
        self._acts = holder.items
        across.addWidget(holder, 1)
        box.addLayout(across)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setIconSize(QSize(round(18 * look.scale), round(18 * look.scale)))
        self.list.setUniformItemSizes(False)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.activated.connect(self._go)
        self.list.clicked.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._show_acts)
        box.addWidget(self.list)
        self._rows = WholeRows(self.list, _ROWS, scarce=True)
        self.fixes: list[Button] = []
        self._shown: tuple[Diagnostic, ...] = ()
        file.findings_changed.connect(self.show_findings)
        self.show_findings()

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """What is listed: first what keeps the scenario from being played."""
        return self._shown

    def show_findings(self) -> None:
        """Show what is to be mended now; the row that was chosen stays so."""
        here = self._file.path
        order = sorted(
            self._file.findings, key=lambda one: (one.severity is not Severity.ERROR, one.span.file != here, one.span)
        )
        found = tuple(order[:_MOST])
        chosen = self._chosen()
        if found == self._shown and self._title.text():
            return
        self._announce(found)
        self._shown = found
        self._model.clear()
        for one in found:
            item = QStandardItem(self._row(one))
            severe = one.severity is Severity.ERROR
            mark = ("close", Role.CONFRONTATION) if severe else ("warning", Role.INK)
            item.setIcon(icon(*mark, self._look.theme))
            item.setData(one, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        count = len(order)
        self._title.setText(self._look.say(say.MEND_COUNT(count=count) if count else say.MEND_NOTHING()))
        self.list.setAccessibleName(self._title.text())
        self.list.setVisible(bool(found))
        self._rows.fit()
        same = next(
            (
                n
                for n, one in enumerate(found)
                if chosen is not None and one.code == chosen.code and one.span.line == chosen.span.line
            ),
            0,
        )
        self.list.setCurrentIndex(self._model.index(same, 0))
        self._show_acts()

    def event(self, event: QEvent) -> bool:
        """Other rows and buttons need other room."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._take_only_what_is_needed()
        return done

    def _take_only_what_is_needed(self) -> None:
        """What is not listed leaves its room to what is written."""
        box, across = self.layout(), self._across
        if box is None:
            return
        around = box.contentsMargins()
        room = self.width() - around.left() - around.right()
        high = max(across.sizeHint().height(), across.heightForWidth(room)) + around.top() + around.bottom()
        if self._shown:
            high += box.spacing() + self.list.maximumHeight()
        if high != self.maximumHeight():
            self.setMaximumHeight(high)

    def choose(self, finding: Diagnostic) -> None:
        """Choose a row."""
        if finding in self._shown:
            self.list.setCurrentIndex(self._model.index(self._shown.index(finding), 0))

    def go_on(self) -> None:
        """Choose the next row, and show its place."""
        if self._shown:
            number = (self.list.currentIndex().row() + 1) % len(self._shown)
            self.list.setCurrentIndex(self._model.index(number, 0))
            self.wanted.emit(self._shown[number])

    def _announce(self, found: tuple[Diagnostic, ...]) -> None:
        before, now = errors_in(self._shown), errors_in(found)
        if bool(before) != bool(now):
            first = next((one for one in found if one.severity is Severity.ERROR), None)
            self.announced.emit(self._row(first) if first is not None else self._look.say(say.SOUND_AGAIN()))

    def _row(self, one: Diagnostic) -> str:
        if one.span.file == self._file.path:
            return self._look.say(say.MEND_ROW(line=str(one.span.line), what=one.message))
        return self._look.say(say.MEND_ROW_ELSEWHERE(file=one.span.file, line=str(one.span.line), what=one.message))

    def _chosen(self) -> Diagnostic | None:
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Diagnostic) else None

    def _go(self, _index: QModelIndex) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.span.file == self._file.path:
            self.wanted.emit(chosen)

    def _show_acts(self) -> None:
        clear(self._acts)
        self.fixes = []
        chosen = self._chosen()
        if chosen is None or chosen.span.file != self._file.path:
            return
        what = self._look.say(chosen.message)
        named = self._look.say(say.GO_THERE_NAMED(place=what))
        go = Button(self._look.say(say.GO_THERE()), "quiet", name=named)
        go.clicked.connect(lambda: self.wanted.emit(chosen))
        self._acts.addWidget(go)
        for fix in chosen.fixes:
            title = self._look.say(fix.title)
            button = Button(title, "plain", name=self._look.say(say.MEND_NAMED(mend=title, fault=what)))
            button.clicked.connect(lambda _checked=False, one=fix: self._file.mend(one))
            self.fixes.append(button)
            self._acts.addWidget(button)

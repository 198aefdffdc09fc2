"""What is left to do in the open file, and what is to be mended line by line, with what the program can mend by itself."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Severity, errors_in
from simulator.scenario.to_write import to_write
from simulator.services.likeness import still_as_another
from simulator.services.live_proof import place_of
from simulator.services.told_in_words import in_words, names_one_of, place_in_words
from simulator.services.what_is_left import of_scenario, of_writing
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.studio.editor.live_prover import LiveProver
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.theme import Role
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column, row
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.wrapped_list import height_to, wrap_lines

_MOST = 200
_FEW_ROWS, _ENOUGH = 2, 120
"""How many rows are always in sight, if they take no more than so many pixels; one is in any case."""

_AROUND = 12
"""Pixels that the sheet leaves around the rows of a list."""


class _FewRows(QListView):
    """A list that asks for no more room than its first rows, so that one sees whether there are more."""

    room_changed = Signal()
    """Its rows are higher or lower than they were."""

    def sizeHint(self) -> QSize:
        """As high as a few rows."""
        return QSize(super().sizeHint().width(), self._height_of_few())

    def minimumSizeHint(self) -> QSize:
        """A few rows are always in sight."""
        return QSize(super().minimumSizeHint().width(), self._height_of_few())

    def height_of_all(self) -> int:
        """How many pixels it would need to show every row."""
        return self._height_of(self.model().rowCount())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the rows break at other places."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.room_changed.emit()

    def _height_of_few(self) -> int:
        return max(self._height_of(1), min(self._height_of(_FEW_ROWS), _ENOUGH))

    def _height_of(self, rows: int) -> int:
        """Of so many rows, and of half of the next where there are more."""
        count = self.model().rowCount() if self.model() is not None else 0
        if not count:
            return 0
        self.executeDelayedItemsLayout()
        more = self.visualRect(self.model().index(rows - 1, 0)).height() // 2 if rows < count else 0
        return height_to(self, min(rows, count)) + more + 2 * self.frameWidth() + _AROUND


class MendPanel(QFrame):
    """A line that says what is left, and a list; the buttons above it belong to the row that is chosen."""

    announced = Signal(str)
    """For who writes and cannot see the list: that something keeps the scenario from being played, or no longer."""

    wanted = Signal(Diagnostic)
    """Somebody wants to see the place of a finding."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._prover: LiveProver | None = None
        self._in_text = True
        self.setProperty("kind", "footer")
        box = column(self, spacing=6)
        box.setContentsMargins(12, 8, 12, 8)
        across = row(spacing=10)
        self.left = text_label("", "body")
        across.addWidget(self.left, 1)
        self._acts_holder = Flow()
        self._acts = self._acts_holder.items
        across.addWidget(self._acts_holder, 1)
        box.addLayout(across)
        self._model = QStandardItemModel(self)
        self.list = _FewRows()
        self.list.room_changed.connect(self._fit)
        self.list.setModel(self._model)
        self.list.setIconSize(QSize(round(18 * look.scale), round(18 * look.scale)))
        wrap_lines(self.list)
        self.list.setUniformItemSizes(False)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.activated.connect(self._go)
        self.list.clicked.connect(self._go)
        self.list.selectionModel().currentChanged.connect(self._show_acts)
        box.addWidget(self.list)
        self.fixes: list[Button] = []
        self._shown: tuple[Diagnostic, ...] = ()
        file.findings_changed.connect(self.show_findings)
        file.reading_changed.connect(self._show_left)
        self.show_findings()

    def follow(self, prover: LiveProver) -> None:
        """Say from now on what the proof of the file has found, too."""
        self._prover = prover
        prover.changed.connect(self._show_left)
        self._show_left()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width gives the line another height."""
        super().resizeEvent(event)
        self._fit()

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
        if found == self._shown and self.left.text():
            return
        self._announce(found)
        self._shown = found
        self._fill(len(order))
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

    def show_for(self, *, in_text: bool) -> None:
        """Name places by their lines for whoever sees the text, and in words for everybody else."""
        if in_text != self._in_text:
            self._in_text = in_text
            row = self.list.currentIndex().row()
            self._fill(len(self._file.findings))
            self.list.setCurrentIndex(self._model.index(row, 0))

    def _fill(self, count: int) -> None:
        self._model.clear()
        for one in self._shown:
            item = QStandardItem(self._row(one))
            severe = one.severity is Severity.ERROR
            mark = ("close", Role.CONFRONTATION) if severe else ("warning", Role.INK)
            item.setIcon(icon(*mark, self._look.theme))
            item.setData(one, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        self.list.setAccessibleName(self._look.say(say.MEND_COUNT(count=count)) if count else "")
        self.list.setVisible(bool(self._shown))
        self._show_left()

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

    def _show_left(self) -> None:
        findings, texts = self._file.findings, sum(1 for _ in to_write(self._file.written.root))
        prover = self._prover
        if prover is None:
            told = of_writing(findings, texts)
        else:
            told = of_scenario(findings, texts, prover.of_now, self._likeness, earlier=prover.proof)
        self.left.setText(" ".join(map(self._look.say, told)))
        self._fit()

    def _likeness(self) -> Message | None:
        return still_as_another(self._file.reading.scenario, self._file.written.node(("patient", "use")))

    def _fit(self) -> None:
        """Be high enough for the line above the list, and no higher than all rows: the rest belongs to what is written."""
        self.list.updateGeometry()
        more = self.list.height_of_all() - self.list.sizeHint().height() if self._shown else 0
        least = max(1, self.heightForWidth(self.width()))
        self.setMaximumHeight(least + more)
        self.setMinimumHeight(least)

    def _announce(self, found: tuple[Diagnostic, ...]) -> None:
        before, now = errors_in(self._shown), errors_in(found)
        if bool(before) != bool(now):
            first = next((one for one in found if one.severity is Severity.ERROR), None)
            self.announced.emit(self._row(first) if first is not None else self._look.say(say.SOUND_AGAIN()))

    def _row(self, one: Diagnostic) -> str:
        here, told = one.span.file == self._file.path, self._told(one)
        if self._in_text:
            line = str(one.span.line)
            row = say.MEND_ROW(line=line, what=told)
            return self._look.say(row if here else say.MEND_ROW_ELSEWHERE(file=one.span.file, line=line, what=told))
        if not here:
            return self._look.say(say.MEND_ROW_IN(file=one.span.file, what=told))
        written = self._file.written
        # Most name their moment; where the others stand has to be looked up.
        if names_one_of(told, written.keys(("moments",))):
            return told
        return place_in_words(place_of(one, written) or (), told, self._look.say)

    def _told(self, one: Diagnostic) -> str:
        """What is to be mended: with the keys of the language for whoever types them, else by their names in words."""
        return self._look.say(one.message) if self._in_text else in_words(one.message, self._look.say)

    def _chosen(self) -> Diagnostic | None:
        found = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return found if isinstance(found, Diagnostic) else None

    def _go(self, _index: QModelIndex) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.wanted.emit(chosen)

    def _show_acts(self) -> None:
        clear(self._acts)
        self.fixes = []
        chosen = self._chosen()
        self._acts_holder.setVisible(chosen is not None)
        if chosen is None:
            return
        what = self._told(chosen)
        named = self._look.say(say.GO_THERE_NAMED(place=what))
        go = Button(self._look.say(say.GO_THERE()), "quiet", name=named)
        go.clicked.connect(lambda: self.wanted.emit(chosen))
        self._acts.addWidget(go)
        for fix in chosen.fixes if chosen.span.file == self._file.path else ():
            title = self._look.say(fix.title)
            button = Button(title, "plain", name=self._look.say(say.MEND_NAMED(mend=title, fault=what)))
            button.clicked.connect(lambda _checked=False, one=fix: self._file.mend(one))
            self.fixes.append(button)
            self._acts.addWidget(button)

"""The reaction graph as a face of the editor: picture and list, the cell that is chosen, and stepping by hand."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, ReactionState
from simulator.messages.sentences import patient_desk as say
from simulator.patient.grid import GRID_STATES
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Path
from simulator.services.reaction_view import ReactionView, cell_place, view_of
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import ChoiceField
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.reactions.cell_form import CellForm
from simulator.ui.studio.reactions.drawn_edges import FROM_HERE, ONLY_DIFFERENCES, drawn_edges, legend, staying
from simulator.ui.studio.reactions.graph_list import GraphList
from simulator.ui.studio.reactions.graph_picture import GraphPicture
from simulator.ui.studio.reactions.what_if import WhatIf
from simulator.ui.widgets.layouts import column, row, scrolling
from simulator.ui.widgets.text import text_label
from simulator.ui.widgets.whole_part import WholePart


class GraphFace(QWidget):
    """What is chosen in the list is chosen in the picture, and the other way round."""

    announced = Signal(str)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._view: ReactionView | None = None
        self._state = ReactionState.ENGAGED
        self._move: Move | None = None
        self._walked: list[ReactionState] = []
        box = column(self, spacing=0)
        self.cannot = text_label(look.say(say.GRAPH_CANNOT()), "body")
        self.cannot.setContentsMargins(24, 12, 24, 12)
        self.cannot.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.cannot)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self.list = GraphList(look)
        self.list.setMinimumWidth(round(200 * look.scale))
        self._split.addWidget(self.list)
        self._split.addWidget(self._right())
        self._split.setStretchFactor(1, 3)
        self._split.setSizes([320, 940])
        box.addWidget(self._split, 1)
        self._listen()
        file.reading_changed.connect(self._show_if_seen)

    def take_keyboard(self) -> None:
        """Put the keyboard on the list."""
        self.list.setFocus()

    def settle(self) -> None:
        """Hand over what is only half written."""
        self.cell.settle()

    def can_show(self, place: Path) -> bool:
        """Whether a place is about a reaction or a move."""
        return self._view is not None and (place[:2] == ("reactions", "change") or place[:1] == ("moves",))

    def show_place(self, place: Path) -> None:
        """Show the state, and the move, that a place is about."""
        match place:
            case ("reactions", "change", move, state):
                self._state, self._move = ReactionState(str(state)), Move(str(move))
            case ("moves", move, *_):
                self._move = Move(str(move))
            case ("lines", state, *_) if state in set(GRID_STATES):
                self._state, self._move = ReactionState(str(state)), None
            case _:
                pass
        self._show()
        self.list.show_place(self._state, self._move)

    def _right(self) -> QWidget:
        right = QSplitter(Qt.Orientation.Vertical)
        right.setChildrenCollapsible(False)
        above = WholePart()
        box = column(above, spacing=4)
        across = row(spacing=8)
        across.setContentsMargins(16, 6, 16, 0)
        words = self._look.say(say.WHICH_EDGES())
        self.which = ChoiceField(
            [
                (FROM_HERE, self._look.say(say.ALL_FROM_HERE())),
                (ONLY_DIFFERENCES, self._look.say(say.ONLY_DIFFERENCES())),
                *((str(move), self._look.say(say.THE_SAME_MOVE(move=MOVES[move].label()))) for move in Move),
            ]
        )
        self.which.setCurrentIndex(0)
        self.which.setAccessibleName(words)
        label = text_label(words, "small-quiet")
        label.setBuddy(self.which)
        across.addWidget(label, 1)
        across.addWidget(self.which, 4)
        box.addLayout(across)
        self.picture = GraphPicture(self._look)
        box.addWidget(self.picture, 1)
        right.addWidget(above)
        below = QSplitter(Qt.Orientation.Horizontal)
        below.setChildrenCollapsible(False)
        self.cell = CellForm(self._file, self._look)
        self.what_if = WhatIf(self._look)
        for widget, name in ((self.cell, say.WHERE_MOVES_LEAD()), (self.what_if, say.WHAT_IF_ANYONE())):
            below.addWidget(scrolling(widget, self._look.say(name)))
        below.setSizes([420, 520])
        right.addWidget(below)
        right.setStretchFactor(0, 3)
        right.setStretchFactor(1, 2)
        right.setSizes([340, 300])
        return right

    def _listen(self) -> None:
        self.list.chosen.connect(lambda state, move: self._go(ReactionState(state), Move(move) if move else None))
        self.list.opened.connect(self.cell.to.setFocus)
        self.picture.chosen.connect(lambda state: self._go(ReactionState(state), None, announce=True))
        self.picture.opened.connect(lambda _state: self.list.setFocus())
        self.which.activated.connect(self._draw)
        self.what_if.walked.connect(self._walk)
        self.what_if.announced.connect(self.announced)
        shortcut = QShortcut(QKeySequence("Del"), self.list, self.cell.take_back)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.setAutoRepeat(False)

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        view = view_of(self._file.reading)
        self.cannot.setVisible(view is None)
        self._split.setVisible(view is not None or self._view is not None)
        if view is None:
            return
        if self._view is None or (view.grid, view.base) != (self._view.grid, self._view.base):
            self._view = view
            self.list.show_view(view)
            self.what_if.show_graph(view.grid, self._file.reading.patient)
        self._show_chosen()

    def _go(self, state: ReactionState, move: Move | None, *, announce: bool = False) -> None:
        self.cell.settle()
        self._state, self._move = state, move
        self.list.show_place(state, move)
        place = cell_place(kind_of(self._file.source.text), move, state) if move is not None else ()
        if place and self._file.written.has(place[:4] if len(place) == 4 else place[:2]):
            self._file.go_to(place[:4] if len(place) == 4 else place[:2])
        self._show_chosen()
        if announce:
            self.announced.emit(self._look.say(REACTIONS[state].label()))

    def _show_chosen(self) -> None:
        view = self._view
        if view is None:
            return
        known = self._move is not None and self._state in GRID_STATES
        self.cell.show_leads(view.leads(self._move, self._state) if known and self._move is not None else None)
        self.picture.stand_on(self._state)
        self.what_if.begin_in(self._state)
        self._draw()

    def _draw(self) -> None:
        view = self._view
        if view is None:
            return
        which = str(self.which.currentData())
        walked = list(pairwise(self._walked))
        edges = drawn_edges(view, which, self._state, self._move, walked)
        self.picture.show_edges(edges)
        self.cell.show_legend(legend(edges))
        for state, card in self.picture.cards.items():
            differs = sum(one.base is not None for one in view.leads_from(state))
            stays = staying(view, which, state) if which != FROM_HERE or state is self._state else 0
            card.show_marks(here=state is self._state, differs=differs, stays=stays)

    def _walk(self, states: list[ReactionState]) -> None:
        if states != self._walked:
            self._walked = states
            self._draw()

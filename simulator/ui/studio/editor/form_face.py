"""The form face of the editor: the tree of moments at the left, and the form of what is chosen beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QSplitter, QWidget

from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.canvas import NEW_ANSWER, NEW_MOMENT
from simulator.scenario.document import FIRST_WORDING
from simulator.scenario.editing.intents import Add, Copy, Remove, SetValue
from simulator.scenario.editing.making import new_id, place_name
from simulator.scenario.editing.written import Value
from simulator.scenario.file_kind import kind_of
from simulator.scenario.kind_at import kind_at, table_of
from simulator.scenario.legal_values import ById, Kind, Record, Tellings
from simulator.scenario.nodes import Node, Path, path_of
from simulator.scenario.references import Named
from simulator.services.canvas_acts import Act, moment_after, new_moment, new_response
from simulator.ui.look import Look
from simulator.ui.portraits.portrait_view import PortraitView
from simulator.ui.studio.editor.answers_panel import AnswersPanel
from simulator.ui.studio.editor.entry_adder import EntryAdder
from simulator.ui.studio.editor.field_making import Field
from simulator.ui.studio.editor.form import Form
from simulator.ui.studio.editor.form_titles import title_of
from simulator.ui.studio.editor.names_panel import NamesPanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outline import Outline
from simulator.ui.studio.editor.outline_rows import HEADINGS, LINES
from simulator.ui.studio.editor.remembered_line import RememberedLine
from simulator.ui.studio.editor.write_on import WriteOn
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow, FlowLayout
from simulator.ui.widgets.layouts import column, row, scrolling, to_top
from simulator.ui.widgets.text import text_label

_PORTRAIT = 150
_ROOM_FOR_PORTRAIT = 640
_A_MOMENT: Final = 2
"""How long the path of a moment is."""

_SHOWN: Final = (("moments",), LINES)
"""Where the portrait shows what the patient does."""

_NAMED = {"moments": Named.MOMENT, "responses": Named.RESPONSE, "wordings": Named.WORDING}


class FormFace(QWidget):
    """One form at a time; it is filled anew only while it is on the screen."""

    announced = Signal(str)
    text_wanted = Signal()
    """Somebody wants to see the chosen place in the text."""

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._portrait_of = ""
        self._shown_place: Path | None = None
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        self.outline = Outline(file, look)
        self.outline.setMinimumWidth(round(200 * look.scale))
        self.outline.chosen.connect(file.go_to)
        for keys, act in (("F2", self._rename), ("Del", self._remove), ("Ctrl+D", self._copy)):
            shortcut = QShortcut(QKeySequence(keys), self.outline, act)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.setAutoRepeat(False)
        split.addWidget(self.outline)
        split.addWidget(self._right())
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([360, 900])
        column(self).addWidget(split)
        file.reading_changed.connect(self._show_if_seen)
        file.place_changed.connect(self._turn_if_seen)

    def take_keyboard(self) -> None:
        """Put the keyboard on the tree."""
        self.outline.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The portrait gives way where there is no room for it."""
        super().resizeEvent(event)
        self._show_portrait(self._file.place)

    def settle(self) -> None:
        """Hand over what is only half written."""
        self.form.settle()
        self.answers.settle()

    def come_to(self, path: Path) -> None:
        """Put the keyboard into the field of something that is written, in sight; where there is none, stay."""
        place = self._file.place
        if not self.write_on.come_to(path, choose=False):
            self._file.go_to(place)

    def _come_to_answer(self, answer: Path) -> None:
        """Show an answer beside the others of its moment, with the keyboard in what is said."""
        self._file.go_to(answer[:_A_MOMENT])
        self.come_to((*answer, "say"))

    def can_show(self, place: Path) -> bool:
        """Whether there is a form of it; none of what cannot be read."""
        written = self._file.written
        kind = kind_at(table_of(written.text), place)
        return isinstance(written.root, dict) and _has_form(place, kind, written.node(place))

    def show_place(self, place: Path) -> None:
        """Show the form of a place; where there is none, of the scenario."""
        self._file.go_to(place)
        self._show()

    def _right(self) -> QWidget:
        inside = QWidget()
        box = column(inside, spacing=10)
        box.setContentsMargins(24, 16, 24, 24)
        self.title = text_label("", "title")
        box.addWidget(self.title)
        holder = Flow()
        acts = holder.items
        self.add_moment = self._act(acts, say.ADD_MOMENT(), self._add_moment)
        self.add_response = self._act(acts, say.ADD_RESPONSE(), self._add_response)
        self.add_wording = self._act(acts, say.ADD_WORDING(), lambda: self._add_below("wordings", "wording"))
        self.copy = self._act(acts, say.COPY_THIS(), self._copy)
        self.rename = self._act(acts, say.RENAME_THIS(), self._rename)
        self.remove = self._act(acts, say.REMOVE_THIS(), self._remove)
        self.in_text = self._act(acts, say.SHOW_IN_TEXT(), self.text_wanted.emit)
        box.addWidget(holder)
        self.names = NamesPanel(self._file, self._look)
        self.names.closed.connect(self.take_keyboard)
        self.names.chosen.connect(lambda _start, _end: self.text_wanted.emit())
        box.addWidget(self.names)
        self.write_on = WriteOn(self._file, self._field_at, self._look)
        self.write_on.listen_in(self)
        self.write_on.announced.connect(self.announced)
        box.addWidget(self.write_on)
        self.remembered = RememberedLine(self._file, self._look)
        self.remembered.answer_wanted.connect(self._come_to_answer)
        self.remembered.moment_wanted.connect(self._file.go_to)
        box.addWidget(self.remembered)
        self._nothing = text_label(self._look.say(say.NOT_READABLE()), "body")
        box.addWidget(self._nothing)
        across = row(spacing=24)
        self.form = Form(self._file, self._look)
        self.form.returned.connect(self._go_on)
        self.answers = AnswersPanel(self._file, self._look)
        self.answers.returned.connect(self._go_on)
        self.answers.opened.connect(self._file.go_to)
        self.answers.another_wanted.connect(self._add_response)
        self.answers.after_wanted.connect(self._add_after)
        self.form.take_in(self.answers, "thinks")
        across.addWidget(self.form, 100)
        self.portrait = PortraitView(self._look, width=round(_PORTRAIT * self._look.scale))
        across.addWidget(self.portrait, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        box.addLayout(across)
        self.adder = EntryAdder(self._file, self._look)
        box.addWidget(self.adder)
        box.addStretch(1)
        self._area = scrolling(inside, self._look.say(say.FORM_NAME()))
        return self._area

    def _act(self, box: FlowLayout, words: Message, act: Callable[[], object]) -> Button:
        button = Button(self._look.say(words), "quiet")
        button.clicked.connect(lambda _checked=False: act())
        box.addWidget(button)
        return button

    def _show_if_seen(self) -> None:
        if self.isVisible():
            self._show()

    def _turn_if_seen(self) -> None:
        if self.isVisible():
            self.outline.show_place(self._file.place)
            self._show_form()

    def _show(self) -> None:
        self.outline.show_file()
        self._show_form()

    def _show_form(self) -> None:
        place, written = self._file.place, self._file.written
        if place != self._shown_place:
            self._shown_place = place
            to_top(self._area)
        kind = kind_at(table_of(written.text), place)
        readable = self.can_show(place)
        self._nothing.setVisible(not readable)
        self.form.setVisible(readable)
        self.title.setText(self._look.say(title_of(kind_of(written.text), place)))
        self.adder.show_place(place)
        keys = kind.table.rows if isinstance(kind, Record) else {}
        self.add_response.setVisible(readable and "responses" in keys)
        self.add_wording.setVisible(readable and ("wordings" in keys or isinstance(kind, Tellings)))
        self.add_moment.setVisible("moments" in table_of(written.text).rows)
        self.remove.setVisible(bool(place) and place not in HEADINGS and place[:1] != ("moves",))
        self.rename.setVisible(place[:1] == ("moments",))
        self.copy.setVisible(isinstance(kind_at(table_of(written.text), place[:-1]), ById))
        self.answers.setVisible(
            readable and place[:1] == ("moments",) and len(place) == _A_MOMENT and "end" not in written.keys(place)
        )
        if self.answers.isVisibleTo(self.form):
            self.answers.show_moment(place)
        self.remembered.show_place(place)
        if readable:
            self.form.show_place(place)
        self.write_on.show_count()
        self._show_portrait(place)

    def _show_portrait(self, place: Path) -> None:
        """The patient as the moment or wording shows them."""
        reading = self._file.reading
        person = reading.patient if reading.scenario is None else reading.scenario.patient
        if person is not None and person.portrait != self._portrait_of:
            self._portrait_of = person.portrait
            self.portrait.show_person(self._portrait_of)
        written = self._file.written
        moment = place[:2]
        pose = written.keys((*place, "pose"))
        fits = self._area.viewport().width() > _ROOM_FOR_PORTRAIT * self._look.scale
        alone = not place and reading.patient is not None
        of_patient = alone or (place[:1] in _SHOWN and "responses" not in place)
        self.portrait.setVisible(fits and of_patient and bool(self._portrait_of))
        words = tuple((part, word) for part, word in pose.items() if isinstance(word, str))
        reaction = _state(place[1] if place[:1] == LINES and len(place) > 1 else written.node((*moment, "reaction")))
        if self.portrait.isVisibleTo(self):
            self.portrait.show_reaction(reaction, words, animated=False)

    def _field_at(self, path: Path) -> Field | None:
        """The field on the screen in which a text stands, also one of several in a field."""
        for fields in (self.form.fields, self.answers.fields if self.answers.isVisibleTo(self) else {}):
            if (found := fields.get(path) or fields.get(path[:-1])) is not None:
                return found
        return None

    def _go_on(self, path: Path) -> None:
        """Return leads to the next text that is to be written; after the last, to what comes next, and else to the next field."""
        if not self.write_on.go_on(path):
            self.focusNextChild()

    def _add_moment(self) -> None:
        written, place = self._file.written, self._file.place
        beside = str(place[1]) if place[:1] == ("moments",) else ""
        scenario = self._file.reading.scenario
        self._come_to_new(new_moment(written, scenario, self._look.say(NEW_MOMENT()), beside))

    def _add_after(self, response: Path) -> None:
        """A moment that follows on an answer: it is made, connected and opened in one."""
        self.settle()
        self._come_to_new(moment_after(self._file.written, self._file.reading.scenario, response))

    def _come_to_new(self, act: Act) -> None:
        if self._file.make(*act.intents):
            place = ("moments", act.new[0])
            self._file.go_to(place)
            self.write_on.come_to((*place, "patient"))

    def _add_response(self) -> None:
        """One more answer to the moment; its words can be written at once."""
        self.settle()
        place = self._file.place
        if place[:1] != ("moments",):
            self._add_below("responses", "response")
            return
        act, path = new_response(self._file.written, str(place[1]), self._look.say(NEW_ANSWER()))
        if self._file.make(*act.intents):
            self.write_on.come_to((*path, "say"))

    def _add_below(self, section: str, name: str) -> None:
        place = self._file.place
        id_ = new_id(f"new-{name}", self._file.written.keys((*place, section)))
        said = "say" if section == "responses" or "responses" in place else "patient"
        if isinstance(words := self._file.written.node(place), str):
            # A goodbye in one wording becomes the first of several.
            both: Value = {"wordings": {FIRST_WORDING: {said: words}, id_: {said: ""}}}
            if self._file.make(SetValue(place, both)):
                self._file.go_to((*place, section, id_))
            return
        if self._file.make(Add((*place, section, id_), {said: ""})):
            self._file.go_to((*place, section, id_))

    def _copy(self) -> None:
        place = self._file.place
        if not isinstance(kind_at(table_of(self._file.written.text), place[:-1]), ById):
            return
        to = (*place[:-1], new_id(str(place[-1]), self._file.written.keys(place[:-1])))
        if self._file.make(Copy(place, to)):
            self._file.go_to(to)

    def _remove(self) -> None:
        place = self._file.place
        if self.remove.isVisibleTo(self) and self._file.make(Remove(place)):
            self.announced.emit(self._look.say(say.REMOVED_TOLD(what=place_name(place))))

    def _rename(self) -> None:
        place = self._file.place
        named = _NAMED.get(str(place[-2])) if place else None
        for use in self._file.reading.uses:
            if use.makes and use.named is named and path_of(use.at) == place:
                self.names.show_use(use, rename=True)


def _has_form(place: Path, kind: Kind | None, node: Node) -> bool:
    """Whether there is a form of what stands somewhere."""
    return (
        not place
        or place in HEADINGS
        or isinstance(node, dict)
        or (isinstance(kind, Tellings) and isinstance(node, str))
    )


def _state(node: object) -> ReactionState:
    """The reaction state of a moment; of a family its first."""
    for state in ReactionState:
        if str(state) == node:
            return state
    for family in Family:
        if str(family) == node:
            return next((state for state in ReactionState if family_of(state) is family), ReactionState.ENGAGED)
    return ReactionState.ENGAGED

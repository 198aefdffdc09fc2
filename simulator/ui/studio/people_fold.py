"""People and reaction graphs on the Studio's shelf: each can be edited, and a new person can begin from another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.messages.sentences import patient_desk as say
from simulator.messages.sentences import studio as shelf
from simulator.messages.sentences import studio_editor as editing
from simulator.messages.sentences.studio_shelf import PEOPLE
from simulator.services.shared_files import PATIENT, SharedFile
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import Card, clear, column
from simulator.ui.widgets.text import text_label


class PeopleFold(Fold):
    """A row for each file, folded until somebody asks."""

    edit_wanted = Signal(SharedFile)
    begin_wanted = Signal(SharedFile, str)
    """A new person by name, who begins as another is."""

    def __init__(self, look: Look) -> None:
        super().__init__("", "", name=look.say(PEOPLE()))
        self._look = look
        self.rows: list[PersonRow] = []

    def show_files(self, files: tuple[SharedFile, ...]) -> None:
        """Show what there is."""
        show, hide = say.SHOW_PEOPLE(count=len(files)), say.HIDE_PEOPLE()
        self._words = (self._look.say(show), self._look.say(hide))
        clear(self.body)
        self.rows = [PersonRow(file, self._look) for file in files]
        for row in self.rows:
            row.edit_button.clicked.connect(lambda _checked=False, one=row.file: self.edit_wanted.emit(one))
            row.begun.connect(lambda name, one=row.file: self.begin_wanted.emit(one, name))
            self.body.addWidget(row)
        self.set_open(not self.inside.isHidden())


class PersonRow(Card):
    """One patient or reaction graph."""

    begun = Signal(str)

    def __init__(self, file: SharedFile, look: Look) -> None:
        super().__init__(margin=14, spacing=6)
        self.file = file
        lies = look.say(shelf.FILE(path=str(file.root / file.path)))
        called = file.name if file.kind == PATIENT else look.say(say.GRAPH_CALLED(name=file.name))
        kind = say.A_PERSON() if file.kind == PATIENT else say.A_GRAPH()
        whose = shelf.COMES_WITH() if file.shipped else shelf.YOUR_OWN()
        for label in (
            text_label(called, "heading"),
            text_label(" · ".join(map(look.say, (kind, whose))), "small-quiet"),
        ):
            label.setToolTip(lies)
            self.body.addWidget(label)
        acts = Flow()
        edit = look.say((editing.EDIT_COPY if file.shipped else editing.EDIT)())
        named = look.say(editing.EDIT_IT(button=edit, title=called))
        self.edit_button = Button(edit, "quiet", name=named, hint=lies)
        acts.items.addWidget(self.edit_button)
        self.body.addWidget(acts)
        self.name: NameBox | None = None
        if file.kind == PATIENT:
            begin = look.say(say.BEGIN_FROM())
            self.begin_button = Button(begin, "quiet", name=look.say(say.BEGIN_FROM_NAMED(name=file.name)))
            acts.items.addWidget(self.begin_button)
            self.name = NameBox(file.name, look)
            self.name.given.connect(self.begun)
            self.name.closed.connect(self.begin_button.setFocus)
            self.begin_button.clicked.connect(self.name.open)
            self.body.addWidget(self.name)


class NameBox(QWidget):
    """Asks what a new person is called; Return begins, Escape does not."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, like: str, look: Look) -> None:
        super().__init__()
        self._look = look
        box = column(self, spacing=6)
        self._label = text_label("", "body")
        self.field = QLineEdit()
        self._label.setBuddy(self.field)
        self.field.returnPressed.connect(self._give)
        box.addWidget(self._label)
        box.addWidget(self.field)
        acts = Flow()
        self.begin_button = Button(look.say(say.BEGIN()), "primary")
        self.begin_button.clicked.connect(self._give)
        away = Button(look.say(say.NOT_NOW()), "quiet")
        away.clicked.connect(self.close_box)
        acts.items.addWidget(self.begin_button)
        acts.items.addWidget(away)
        box.addWidget(acts)
        self.ask_for(like)
        self.hide()

    def ask_for(self, like: str) -> None:
        """Ask for the name of somebody who begins as this person is."""
        words = self._look.say(say.NAME_OF_NEW(name=like))
        self._label.setText(words)
        self.field.setAccessibleName(words)

    def open(self) -> None:
        """Ask."""
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_box(self) -> None:
        """Ask no more."""
        self.hide()
        self.closed.emit()

    def _give(self) -> None:
        self.given.emit(self.field.text())

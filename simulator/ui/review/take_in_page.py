"""What would be taken in of some files, who is new among those who handed in, and what is refused and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from simulator.handin.signing import six_words
from simulator.messages.message import Day, Message
from simulator.messages.sentences import assignments, came_back
from simulator.messages.sentences import review as say
from simulator.services.belief_words import in_short
from simulator.services.handed_in import HandedIn
from simulator.services.review_shelf import Answered, Looked, State
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import Card, clear, column, in_the_middle, row, scrolling, with_larger_text
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import copyable, text_label

_WIDEST = 860
_LONGEST_NAME = 80
_STATES = {
    State.NEW: say.NEW,
    State.AGAIN: say.AGAIN,
    State.ALREADY_HERE: say.ALREADY_HERE,
    State.TWICE: say.TWICE,
}


class NewPersonCard(Card):
    """Somebody whose key is not known here: their six words, and what they are called from now on."""

    changed = Signal()

    def __init__(self, found: Looked, answered: Answered | None, look: Look) -> None:
        super().__init__(margin=18, spacing=8)
        self.key = found.key
        self.body.addWidget(text_label(look.say(say.SOMEBODY_NEW(name=found.name)), "heading"))
        six = six_words(found.key)
        asked = say.COMPARE(words=six)
        if answered is not None:
            asked = assignments.ANSWERED(title=answered.assignment.title, words=six)
        words = look.say(asked)
        to_compare = copyable(text_label(words, "body"))
        to_compare.setAccessibleName(words)
        self.body.addWidget(to_compare)
        self.name = QLineEdit(found.name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(look.say(say.CALLED()))
        self.body.addWidget(label_of(text_label(look.say(say.CALLED()), "small"), self.name))
        self.body.addWidget(self.name)
        self.compared = QCheckBox(look.say(say.COMPARED() if answered is None else assignments.FROM_THEM()))
        self.compared.setAccessibleName(look.say(say.COMPARED_NAMED(name=found.name)))
        self.compared.toggled.connect(self.changed)
        self.name.textChanged.connect(self.changed)
        self.body.addWidget(self.compared)

    @property
    def known_as(self) -> str:
        """What they are called, once their words were compared."""
        return self.name.text().strip() if self.compared.isChecked() else ""


class TakeInPage(QWidget):
    """Nothing is kept before somebody says so."""

    taken_in = Signal(object, object)
    """What was looked at, and the names of keys whose words were compared."""
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._looked: tuple[Looked, ...] = ()
        self._enrolled: Mapping[bytes, str] = {}
        self.new_people: list[NewPersonCard] = []
        self._inside = QWidget()
        box = in_the_middle(self._inside, with_larger_text(_WIDEST, look.scale), spacing=14, margins=(36, 24, 36, 24))
        box.addWidget(text_label(look.say(say.WOULD_TITLE()), "title"))
        self._files = column(spacing=6)
        self._people = column(spacing=12)
        self._refused = column(spacing=6)
        for part in (self._people, self._files, self._refused):
            box.addLayout(part)
        box.addStretch(1)
        outer = column(self, spacing=0)
        outer.addWidget(scrolling(self._inside, look.say(say.WOULD_REGION())), 1)
        outer.addLayout(self._foot())

    def show_looked(self, looked: Iterable[Looked], enrolled: Mapping[bytes, str]) -> None:
        """Show what files hold; ``enrolled`` are the names of the keys that are known here."""
        self._looked, self._enrolled = tuple(looked), enrolled
        for part in (self._people, self._files, self._refused):
            clear(part)
        self.new_people = [self._new_person(found) for found in self._unknown()]
        refused = [one for one in self._looked if one.why is not None]
        for one in self._looked:
            if one.found is not None:
                self._files.addWidget(text_label(self._look.say(self._line(one, one.found)), "body"))
            elif one.answered is not None:
                self._files.addWidget(text_label(self._look.say(self._answer_line(one, one.answered)), "body"))
        if refused:
            self._refused.addWidget(text_label(self._look.say(say.REFUSED_TITLE()), "heading"))
        for one in refused:
            told = say.REFUSED_LINE(file=one.path.name, why=one.why or "")
            self._refused.addWidget(text_label(self._look.say(told), "body"))
        self._count()
        tab_in_reading_order(self)
        (self.new_people[0].name if self.new_people else self.not_now).setFocus()

    def _foot(self) -> QHBoxLayout:
        look, foot = self._look, row(spacing=10)
        foot.setContentsMargins(36, 10, 36, 14)
        self.told = text_label("", "body")
        foot.addWidget(self.told, 1)
        self.not_now = Button(look.say(say.NOT_NOW()), "quiet")
        self.not_now.clicked.connect(self.closed)
        foot.addWidget(self.not_now)
        self.take_in = Button(look.say(say.TAKE_IN()), "primary")
        self.take_in.clicked.connect(self._take_in)
        foot.addWidget(self.take_in)
        return foot

    def _unknown(self) -> Iterable[Looked]:
        """One file of each key that is not known here."""
        return {one.key: one for one in self._looked if one.counts and one.key not in self._enrolled}.values()

    def _new_person(self, found: Looked) -> NewPersonCard:
        answers = (one.answered for one in self._looked if one.counts and one.key == found.key)
        card = NewPersonCard(found, next(filter(None, answers), None), self._look)
        card.changed.connect(self._count)
        self._people.addWidget(card)
        return card

    def _line(self, one: Looked, found: HandedIn) -> Message:
        started = found.stored.started
        name = self._enrolled.get(found.key, found.name)
        if one.answers is not None:
            return came_back.ANSWERS_LINE(
                count=len(one.answers.remarks),
                name=name,
                title=started.title,
                day=Day(started.day),
                state=_STATES[one.state](),
            )
        return say.FILE_LINE(
            title=started.title,
            day=Day(started.day),
            name=name,
            belief=in_short(found.belief),
            state=_STATES[one.state](),
        )

    def _answer_line(self, one: Looked, answered: Answered) -> Message:
        name = self._enrolled.get(one.key, one.name)
        return assignments.ANSWER_LINE(name=name, title=answered.assignment.title, state=_STATES[one.state]())

    def _known_as(self) -> dict[bytes, str]:
        return {card.key: card.known_as for card in self.new_people if card.known_as}

    def _count(self) -> None:
        """Say how many would be taken in now, and how many wait."""
        known = {**self._enrolled, **self._known_as()}
        counted = [one for one in self._looked if one.counts]
        answers = sum(one.answers is not None for one in counted)
        accepted = sum(one.answered is not None and one.key in known for one in counted)
        would = [one.key in known for one in counted if one.answers is None and one.found is not None]
        ready = sum(would)
        told: list[Message] = [say.WOULD(count=ready)] if would else []
        if answers:
            told.append(say.WOULD_ANSWERS(count=answers))
        if accepted:
            told.append(assignments.WOULD_ACCEPTED(count=accepted))
        if not told:
            told.append(say.WOULD_NONE())
        if ready < len(would):
            told.append(say.WAITS(count=len(would) - ready))
        self.told.setText(" ".join(map(self._look.say, told)))
        self.take_in.setEnabled(ready + answers + accepted > 0)

    def _take_in(self) -> None:
        self.taken_in.emit(self._looked, self._known_as())

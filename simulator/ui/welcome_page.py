"""The first start: what Attune is and is not, and who is there: somebody who has practised here before, or somebody new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QRadioButton, QWidget

from simulator.messages.message import SOURCE_LANGUAGE
from simulator.messages.sentences import welcome as say
from simulator.services.people import known_people
from simulator.session.errors import ServiceError
from simulator.session.store import Person
from simulator.ui.look import Look
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column, row, scrolling
from simulator.ui.widgets.tab_order import check_one, tab_in_reading_order
from simulator.ui.widgets.text import text_label

_WIDTH = 640
_MARGIN = 24
_LONGEST_NAME = 60
_SOMEBODY_NEW = 0
"""The choice of being new; people who are known follow, counted from 1."""


class WelcomePage(QWidget):
    """Shows the disclaimer and asks who is there."""

    accepted = Signal(str, str)
    """The name, and the id of a person who is known here (empty for somebody new)."""
    language_chosen = Signal(str)

    def __init__(
        self, look: Look, door: StoreDoor, name: str = "", person: str = "", languages: Sequence[str] = ()
    ) -> None:
        """Ask who is there; ``name`` and ``person`` are whoever was there last, as the settings know them.

        ``languages`` are the codes of those that can be chosen.
        """
        super().__init__()
        self._look = look
        self._last = (name, person)
        self._people: tuple[Person, ...] = ()
        holder = QWidget()
        across = self._across = row(holder)
        across.addStretch(1)
        card = self._card = Card(margin=36, spacing=12)
        card.setMaximumWidth(round(_WIDTH * look.scale))
        across.addWidget(card, 100, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        card.body.addWidget(text_label(look.say(say.TITLE()), "title"))
        card.body.addWidget(text_label(look.say(say.LEAD()), "body"))
        card.body.addSpacing(6)
        for point in say.POINTS:
            line = row(spacing=10)
            line.addWidget(text_label("–", "quiet", wrap=False), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text_label(look.say(point()), "body"), 1)
            card.body.addLayout(line)
        card.body.addSpacing(10)
        self._who = QWidget()
        self._who_box = column(self._who, spacing=6)
        self.known = QButtonGroup(self)
        self.known.idToggled.connect(self._choose)
        self._who.hide()
        card.body.addWidget(self._who)
        self._ask = text_label(look.say(say.NAME()), "small")
        self.name = QLineEdit(name)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(look.say(say.NAME()))
        # The keyboard begins here, so what stands above is heard here too: nobody comes in past it.
        self.name.setAccessibleDescription(" ".join(look.say(told()) for told in (say.LEAD, *say.POINTS)))
        self._ask.setBuddy(self.name)
        self.begin = Button(look.say(say.LET_ME_IN()), "primary")
        self.name.textChanged.connect(self._changed)
        self.name.returnPressed.connect(self._accept)
        self.begin.clicked.connect(self._accept)
        card.body.addWidget(self._ask)
        card.body.addWidget(self.name)
        card.body.addSpacing(4)
        buttons = row()
        buttons.addWidget(self.begin)
        buttons.addStretch(1)
        self.language = self._languages(languages)
        if len(languages) > 1:
            buttons.addWidget(self.language)
        card.body.addLayout(buttons)
        column(self).addWidget(scrolling(holder, look.say(say.REGION())))
        self._changed()
        door.ask(self, known_people, self._show_people, self._nobody_known)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The card keeps its place when the strip below the page comes or goes: it is measured by the window."""
        super().resizeEvent(event)
        wide = min(self.width() - 2 * _MARGIN, self._card.maximumWidth())
        free = self.window().height() - self._card.heightForWidth(wide)
        self._across.setContentsMargins(_MARGIN, max(_MARGIN, free // 3), _MARGIN, _MARGIN)

    def _languages(self, codes: Sequence[str]) -> QComboBox:
        """The languages by the names they give themselves: whoever cannot read this page finds theirs."""
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.setAccessibleName(self._look.say(say.LANGUAGE()))
        for code in codes:
            combo.addItem(QLocale(code).nativeLanguageName() if code != SOURCE_LANGUAGE else "English", code)
        combo.setCurrentIndex(combo.findData(self._look.words.language))
        combo.activated.connect(lambda: self.language_chosen.emit(combo.currentData()))
        return combo

    def _show_people(self, people: tuple[Person, ...]) -> None:
        """Offer those who have practised here before; two of one name are told apart by their ids."""
        self._people = people
        if not people:
            return
        self._who_box.addWidget(text_label(self._look.say(say.WHO()), "body"))
        names = [person.name for person in people]
        for number, person in enumerate(people, 1):
            twice = names.count(person.name) > 1
            told = say.KNOWN_TWICE(name=person.name, id=person.id[:4]) if twice else say.KNOWN(name=person.name)
            self._offer(self._look.say(told), number)
        self._offer(self._look.say(say.SOMEBODY_NEW()), _SOMEBODY_NEW)
        self._who.show()
        tab_in_reading_order(self._card)
        typing = self.name.hasFocus()
        check_one(self.known, self._likely(people))
        checked = self.known.checkedButton()
        if typing and checked is not None and not self.name.isVisible():
            checked.setFocus()

    def _likely(self, people: tuple[Person, ...]) -> int:
        """Whoever was there last, if they are known; nobody else is taken for somebody known unasked."""
        name, id_ = self._last
        same = [i for i, person in enumerate(people, 1) if person.id == id_ or (not id_ and person.name == name)]
        return same[0] if same else _SOMEBODY_NEW

    def _offer(self, words: str, number: int) -> None:
        radio = QRadioButton(words.replace("&", "&&"))
        radio.setAccessibleName(words)
        self.known.addButton(radio, number)
        self._who_box.addWidget(radio)

    def _nobody_known(self, _refusal: ServiceError) -> None:
        """Where the store cannot be read, everybody is new; the library says what is wrong."""

    def _choose(self, number: int, chosen: bool) -> None:
        if chosen:
            new = number == _SOMEBODY_NEW
            self._ask.setVisible(new)
            self.name.setVisible(new)
            self._changed()

    @property
    def _person(self) -> Person | None:
        number = self.known.checkedId()
        return self._people[number - 1] if 0 < number <= len(self._people) else None

    def _changed(self) -> None:
        self.begin.setEnabled(self._person is not None or bool(self.name.text().strip()))

    def _accept(self) -> None:
        person, name = self._person, self.name.text().strip()
        if person is not None:
            self.accepted.emit(person.name, person.id)
        elif name:
            self.accepted.emit(name, "")

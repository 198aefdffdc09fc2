"""The question before another try: what would you say here, in your own words? Nobody comes to the answers without it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from simulator.messages.sentences import another_try as say
from simulator.services.another_try import LONGEST_OWN_WORDS, Crossing, OwnWords
from simulator.ui.look import Look
from simulator.ui.practice.exchange_words import add_patient, add_you
from simulator.ui.practice.own_words import OwnWordsField
from simulator.ui.practice.question_page import QuestionPage
from simulator.ui.widgets.layouts import Card, clear, column
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

_LINES = 4
_LARGE = 1.5
"""From this text size on the question matters more than what was said before it."""


class AnotherTryPage(QuestionPage):
    """What stood on the screen at the place, and room for words of one's own, which may stay empty."""

    begun = Signal(object, object)
    """The answers are wanted: the place (a ``Crossing``), and the own words (``OwnWords``)."""
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, look.say(say.REGION()), look.say(say.GO_ON()), look.say(say.BACK()))
        self._place: Crossing | None = None
        self._where = text_label("", "quiet")
        self.body.addWidget(self._where)
        self._scene = column(spacing=6)
        self._card = Card(margin=20)
        self._card.body.addLayout(self._scene)
        self.body.addWidget(self._card)
        self._note = text_label("", "body")
        self.body.addWidget(self._note)
        question = look.say(say.QUESTION())
        self.body.addWidget(text_label(question, "title"))
        self.body.addWidget(text_label(look.say(say.LEAD()), "quiet"))
        self.own = OwnWordsField(look, question, _LINES, LONGEST_OWN_WORDS, say.TOO_LONG)
        self.own.text.setPlaceholderText(look.say(say.PLACEHOLDER()))
        self.own.changed.connect(lambda: self.go_on.setEnabled(self.own.fits))
        self.body.addWidget(self.own)
        self.aloud = QCheckBox(look.say(say.ALOUD()))
        self.aloud.setAccessibleName(look.say(say.ALOUD()))
        self.body.addWidget(self.aloud)
        self.body.addStretch(1)
        self.go_on.clicked.connect(self._begin)
        self.other.clicked.connect(self.left)
        QWidget.setTabOrder(self.aloud, self.other)

    def show_place(self, place: Crossing) -> None:
        """Ask at a place; what was written at another is gone."""
        self._place = place
        look, name = self._look, place.scenario.patient.first_name
        self._where.setText(look.say(say.WHERE(title=place.scenario.title, turn=place.turn)))
        clear(self._scene)
        roomy = look.scale < _LARGE
        if place.before is not None and roomy:
            add_you(self._scene, look, place.before.words, quiet=True)
        told, sign = place.exchange.telling, place.exchange.sign
        shows = (*told.shows, look.say(sign)) if sign else told.shows
        add_patient(self._scene, look, name, told.patient, shows, quiet=not roomy)
        note = place.note
        self._note.setText(look.say(note) if note else "")
        self._note.setVisible(note is not None)
        self.own.show_words("")
        self.aloud.setChecked(False)
        self.to_top()
        tab_in_reading_order(self)
        self.own.text.setFocus()

    def _begin(self) -> None:
        if self._place is not None and self.own.fits:
            self.begun.emit(self._place, OwnWords(self.own.words, self.aloud.isChecked()))

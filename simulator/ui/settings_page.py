"""How Attune looks and moves for you, your name, where your conversations are kept, and what is yours of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSlider, QWidget

from simulator.messages.languages import Language
from simulator.messages.message import Sentence
from simulator.messages.sentences import settings as say
from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.settings import Settings, Theme
from simulator.ui.backup_card import BackupCard
from simulator.ui.data_care import DataCare
from simulator.ui.keys_card import KeysCard
from simulator.ui.look import Look
from simulator.ui.own_data_card import OwnDataCard
from simulator.ui.store_door import StoreDoor
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import Card, column, row, scrolling
from simulator.ui.widgets.tab_order import tab_in_reading_order
from simulator.ui.widgets.text import text_label

THEMES = (
    (Theme.SYSTEM, say.AS_THE_SYSTEM),
    (Theme.LIGHT, say.LIGHT),
    (Theme.DARK, say.DARK),
    (Theme.HIGH_CONTRAST, say.HIGH_CONTRAST),
)
_WIDTH = 640


class SettingsPage(QWidget):
    """Changes take effect at once."""

    changed = Signal(Settings)
    closed = Signal()
    held = Signal(bool)
    """While this is so, the store is being replaced, and nothing else must be begun."""

    def __init__(
        self, look: Look, settings: Settings, door: StoreDoor, care: DataCare, languages: Sequence[Language]
    ) -> None:
        super().__init__()
        self._settings = settings
        self._look = look
        holder = QWidget()
        across = row(holder)
        across.setContentsMargins(32, 24, 32, 24)
        across.addStretch(1)
        self._inside = QWidget()
        across.addWidget(self._inside, 100)
        across.addStretch(1)
        box = column(self._inside, spacing=16)
        box.addWidget(text_label(self._say(say.TITLE), "title"))
        box.addWidget(self._looks(settings))
        box.addWidget(self._speaks(settings, languages))
        box.addWidget(self._moves(settings))
        self.keys = KeysCard(look, settings.keys, settings.letter_keys)
        self.keys.changed.connect(lambda keys, letters: self._change(keys=keys, letter_keys=letters))
        box.addWidget(self.keys)
        box.addWidget(self._who(settings))
        self.backups = BackupCard(look, door, care)
        box.addWidget(self.backups)
        person = Person(PersonId(settings.person), settings.name)
        self.own_data = OwnDataCard(look, door, care, person)
        for card in (self.backups, self.own_data):
            card.held.connect(self.held)
        box.addWidget(self.own_data)
        self.done = Button(self._say(say.BACK), "primary")
        self.done.clicked.connect(self.closed)
        box.addWidget(self.done, 0, Qt.AlignmentFlag.AlignLeft)
        box.addStretch(1)
        tab_in_reading_order(holder)
        column(self).addWidget(scrolling(holder, self._say(say.TITLE)))
        self.fit(look)

    def fit(self, look: Look) -> None:
        """Make the page as wide as its text is large."""
        self._inside.setMaximumWidth(round(_WIDTH * look.scale))
        self._size_word.setText(look.say(say.TEXT_SIZE(percent=round(look.scale * 100))))

    def _looks(self, settings: Settings) -> Card:
        card = Card()
        self.theme = QComboBox()
        self.theme.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.theme.setAccessibleName(self._say(say.THEME))
        card.body.addWidget(label_of(text_label(self._say(say.THEME), "body"), self.theme))
        for name, word in THEMES:
            self.theme.addItem(self._say(word), name.value)
        self.theme.setCurrentIndex(max(0, self.theme.findData(settings.theme.value)))
        self.theme.activated.connect(lambda: self._change(theme=Theme(self.theme.currentData())))
        card.body.addWidget(self.theme)
        card.body.addSpacing(6)
        self._size_word = text_label("", "body")
        card.body.addWidget(self._size_word)
        self.text_size = QSlider(Qt.Orientation.Horizontal)
        self.text_size.setAccessibleName(self._say(say.TEXT_SIZE_NAME))
        self.text_size.setRange(100, 200)
        self.text_size.setSingleStep(10)
        self.text_size.setPageStep(25)
        self.text_size.setTracking(False)
        self.text_size.setValue(round(settings.text_scale * 100))
        self.text_size.valueChanged.connect(lambda percent: self._change(text_scale=percent / 100))
        card.body.addWidget(self.text_size)
        return card

    def _speaks(self, settings: Settings, languages: Sequence[Language]) -> Card:
        card = Card()
        self.language = QComboBox()
        self.language.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.language.setAccessibleName(self._say(say.LANGUAGE))
        self.language.setAccessibleDescription(self._say(say.LANGUAGE_HELP))
        card.body.addWidget(label_of(text_label(self._say(say.LANGUAGE), "body"), self.language))
        self.language.addItem(self._say(say.AS_THE_SYSTEM), "")
        for each in languages:
            named = each.name if each.complete else self._look.say(say.PARTLY_TRANSLATED(language=each.name))
            self.language.addItem(named, each.code)
        self.language.setCurrentIndex(max(0, self.language.findData(settings.language)))
        self.language.activated.connect(self._choose_language)
        card.body.addWidget(self.language)
        card.body.addWidget(text_label(self._say(say.LANGUAGE_HELP), "small"))
        return card

    def _choose_language(self) -> None:
        chosen = self.language.currentData()
        if chosen != self._settings.language:
            self._change(language=chosen)

    def _moves(self, settings: Settings) -> Card:
        card = Card()
        self.motion = self._check(
            card,
            self._say(say.MOTION),
            self._say(say.MOTION_HELP),
            settings.reduced_motion,
        )
        self.motion.toggled.connect(lambda on: self._change(reduced_motion=on))
        self.timer = self._check(
            card,
            self._say(say.TIMER),
            self._say(say.TIMER_HELP),
            settings.timed_silences,
        )
        self.timer.toggled.connect(lambda on: self._change(timed_silences=on))
        return card

    def _who(self, settings: Settings) -> Card:
        card = Card()
        self.name = QLineEdit(settings.name)
        self.name.setAccessibleName(self._say(say.NAME))
        card.body.addWidget(label_of(text_label(self._say(say.NAME), "body"), self.name))
        self.name.editingFinished.connect(self._rename)
        card.body.addWidget(self.name)
        card.body.addWidget(text_label(self._look.say(say.NAME_KEPT()), "small"))
        return card

    def _check(self, card: Card, word: str, help_: str, on: bool) -> QCheckBox:
        check = QCheckBox(word)
        check.setAccessibleName(word)
        check.setAccessibleDescription(help_)
        check.setChecked(on)
        card.body.addWidget(check)
        card.body.addWidget(text_label(help_, "small"))
        return check

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and name != self._settings.name:
            self._change(name=name)
            self.own_data.rename(name)

    def _say(self, sentence: Sentence) -> str:
        return self._look.say(sentence())

    def _change(self, **wishes: object) -> None:
        self._settings = replace(self._settings, **wishes)  # type: ignore[arg-type]
        self.changed.emit(self._settings)

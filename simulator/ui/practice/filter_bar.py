"""Filters of the library: unfolded on demand, so that who needs none sees none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import choosing as say
from simulator.services.library_filter import NO_WISHES, Wishes
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import NamedGroup, label_of
from simulator.ui.widgets.layouts import Card, row
from simulator.ui.widgets.text import text_label

_MINUTES: Final = (10, 15, 20, 30)
_LEVELS: Final = (1, 2, 3)


class FilterBar(Card):
    """What is to be shown; every change takes effect at once."""

    wished = Signal(Wishes)

    def __init__(self, look: Look, themes: Sequence[str]) -> None:
        super().__init__(margin=16, spacing=10)
        self._look = look
        asked = QWidget()
        asked_box = FlowLayout(asked, spacing=16)
        self.played = self._choice(asked_box, say.PLAYED, ((say.NOT_PLAYED(), False), (say.ALREADY(), True)))
        self.level = self._choice(asked_box, say.LEVEL, tuple((str(level), level) for level in _LEVELS))
        self.length = self._choice(asked_box, say.LENGTH, tuple((say.UP_TO(minutes=most), most) for most in _MINUTES))
        _grow(asked)
        self.body.addWidget(asked)
        self.themes: dict[str, QCheckBox] = {}
        if themes:
            self._add_themes(themes)
        self.body.addLayout(self._foot())

    def show_count(self, shown: int, count: int) -> str:
        """Say how many are shown of how many; gives the words."""
        words = self._look.say(say.SHOWN(shown=shown, count=count))
        self._count.setText(words)
        self.all_button.setVisible(shown < count)
        return words

    def _choice(self, box: FlowLayout, asked: Sentence, answers: Sequence[tuple[str | Message, object]]) -> QComboBox:
        combo = QComboBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        name = self._look.say(asked())
        combo.setAccessibleName(name)
        combo.addItem(self._look.say(say.ANY()), None)
        for words, value in answers:
            combo.addItem(self._look.words.value(words), value)
        combo.currentIndexChanged.connect(lambda _index: self._changed())
        holder = QWidget()
        line = row(holder, spacing=8)
        line.addWidget(label_of(text_label(name, "small", wrap=False), combo))
        line.addWidget(combo)
        box.addWidget(holder)
        return combo

    def _add_themes(self, themes: Sequence[str]) -> None:
        name = self._look.say(say.LEAVE_OUT())
        group = NamedGroup(name)
        box = FlowLayout(group, spacing=10)
        box.addWidget(text_label(name, "small", wrap=False))
        for theme in themes:
            check = self.themes[theme] = QCheckBox(theme.replace("&", "&&"))
            check.setAccessibleName(theme)
            check.toggled.connect(lambda _on: self._changed())
            box.addWidget(check)
        _grow(group)
        self.body.addWidget(group)

    def _foot(self) -> QHBoxLayout:
        foot = row(spacing=12)
        self._count = text_label("", "small", wrap=False)
        self.all_button = Button(self._look.say(say.ALL_AGAIN()), "quiet")
        self.all_button.clicked.connect(self.reset)
        foot.addWidget(self._count)
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        return foot

    def reset(self) -> None:
        """Ask nothing any more."""
        for combo in (self.played, self.level, self.length):
            combo.setCurrentIndex(0)
        for check in self.themes.values():
            check.setChecked(False)

    @property
    def wishes(self) -> Wishes:
        """What is asked now."""
        without = frozenset(theme for theme, check in self.themes.items() if check.isChecked())
        asked = Wishes(self.played.currentData(), self.level.currentData(), self.length.currentData(), without)
        return asked if asked != NO_WISHES else NO_WISHES

    def _changed(self) -> None:
        self.wished.emit(self.wishes)


def _grow(widget: QWidget) -> None:
    """Let a widget be as high as its rows need."""
    policy = widget.sizePolicy()
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)

"""Which conversations are counted: of a scenario, a mode, a period, first meetings only."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import who_met_what as say
from simulator.services.session_words import mode_in_words
from simulator.services.who_met_what import Asked
from simulator.session.vocabulary import Mode
from simulator.ui.look import Look
from simulator.ui.widgets.choice_box import ChoiceBox
from simulator.ui.widgets.flow import FlowLayout
from simulator.ui.widgets.groups import labelled

_WEEKS: Final = (1, 2, 4, 12)


class AskedBar(QWidget):
    """Every change takes effect at once."""

    changed = Signal()

    def __init__(self, look: Look, today: date) -> None:
        super().__init__()
        self._look = look
        self._box = FlowLayout(self, spacing=16)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.scenario = self._choice(say.SCENARIO())
        self.mode = self._choice(say.MODE())
        for mode in (Mode.PRACTISE, Mode.ASSESS):
            self.mode.addItem(look.say(mode_in_words(mode)), mode.value)
        self.period = self._choice(say.PERIOD())
        for weeks in _WEEKS:
            self.period.addItem(look.say(say.WEEKS(count=weeks)), (today - timedelta(weeks=weeks)).isoformat())
        self.first_only = QCheckBox(look.say(say.FIRST_ONLY()))
        self.first_only.setAccessibleName(look.say(say.FIRST_ONLY()))
        self.first_only.toggled.connect(self.changed)
        self._box.addWidget(self.first_only)

    @property
    def asked(self) -> Asked:
        """What is asked now."""
        mode = self.mode.currentData()
        return Asked(
            self.scenario.currentData(),
            None if mode is None else Mode(mode),
            self.period.currentData(),
            self.first_only.isChecked(),
        )

    def offer(self, scenarios: Iterable[tuple[str, str]]) -> None:
        """Offer these scenarios (id, title); the one that was asked about stays."""
        before = self.scenario.currentData()
        self.scenario.blockSignals(True)
        while self.scenario.count() > 1:
            self.scenario.removeItem(1)
        for scenario, title in scenarios:
            self.scenario.addItem(title, scenario)
        self.scenario.setCurrentIndex(max(0, self.scenario.findData(before)))
        self.scenario.blockSignals(False)

    def _choice(self, asked: Message) -> QComboBox:
        combo = ChoiceBox()
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.addItem(self._look.say(say.ANY()), None)
        combo.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self._box.addWidget(labelled(combo, self._look.say(asked), spacing=8))
        return combo

"""The shortest repair as the sentences it takes, with those that no repair can do without."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from simulator.analysis.paths import Said
from simulator.analysis.scenario_analysis import Analysis
from simulator.messages.sentences import proof as say
from simulator.ui.look import Look
from simulator.ui.studio.marks import Mark, MarkedWord
from simulator.ui.studio.words import before, is_needed, needed, sentence, where
from simulator.ui.widgets.layouts import Card, clear, column, row
from simulator.ui.widgets.text import selectable, text_label


class RepairCard(Card):
    """Sentence after sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__(margin=20, spacing=10)
        self._look = look
        self.body.addWidget(text_label(look.say(say.SHORTEST()), "heading"))
        self._lead = text_label("", "small")
        self.body.addWidget(self._lead)
        self._steps = column(spacing=16)
        self.body.addSpacing(4)
        self.body.addLayout(self._steps)
        self.body.addStretch(1)

    def show_analysis(self, analysis: Analysis) -> None:
        """Show the shortest repair of a scenario, or that there is none."""
        self._lead.setText(self._look.say(needed(analysis)))
        clear(self._steps)
        name = analysis.scenario.patient.first_name
        for number, step in enumerate(analysis.shortest, 1):
            self._steps.addWidget(self._step(number, step, name, only=is_needed(step, analysis.needed)))

    def _step(self, number: int, step: Said, name: str, *, only: bool) -> QWidget:
        holder = QWidget()
        across = row(holder, spacing=12)
        count = text_label(str(number), "quiet", wrap=False)
        count.setMinimumWidth(round(20 * self._look.scale))
        across.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        box = column(spacing=3)
        box.addWidget(text_label(self._look.say(where(step)), "small-quiet"))
        box.addWidget(selectable(text_label(self._look.say(before(step, name)), "quiet")))
        box.addWidget(selectable(text_label(self._look.say(sentence(step)), "body")))
        if only:
            box.addWidget(MarkedWord(self._look, Mark.NEEDED, self._look.say(say.NEEDED())))
        across.addLayout(box, 1)
        return holder

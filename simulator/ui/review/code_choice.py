"""Everything that a sentence can count as, side by side: one click says what it is and, where it owns a part, how well."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.moves import MOVES, Move
from simulator.messages.message import Message
from simulator.messages.sentences import corrections as say
from simulator.scoring.corrections import SentenceCode
from simulator.ui.look import Look
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.tab_order import check_one
from simulator.ui.widgets.text import text_label

_OWNING = tuple(SentenceCode(Move.OWN_CONTRIBUTION, quality) for quality in range(len(OWN_CONTRIBUTION)))
_OTHER = tuple(SentenceCode(move) for move in Move if move not in {Move.OWN_CONTRIBUTION, Move.HOLD_SILENCE})
CODES = (*_OWNING, *_OTHER)


class CodeChoice(QWidget):
    """``chosen`` tells that somebody has chosen another one."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.buttons: dict[SentenceCode, QRadioButton] = {}
        self._group = QButtonGroup(self)
        box = column(self, spacing=6)
        box.addWidget(text_label(look.say(MOVES[Move.OWN_CONTRIBUTION].label()), "small"))
        box.addWidget(self._choices(_OWNING, say.QUALITY(), spacing=8))
        box.addWidget(text_label(look.say(say.OTHER_MOVE()), "small"))
        box.addWidget(self._choices(_OTHER, say.OTHER_MOVE(), spacing=0, in_columns=True))
        self._group.idClicked.connect(lambda _number: self.chosen.emit())

    @property
    def code(self) -> SentenceCode:
        """What is chosen now."""
        return CODES[max(0, self._group.checkedId())]

    def begin(self, code: SentenceCode) -> None:
        """Begin with what a sentence counts as now."""
        check_one(self._group, CODES.index(code))

    def _choices(
        self, codes: Iterable[SentenceCode], name: Message, *, spacing: int, in_columns: bool = False
    ) -> QWidget:
        """Radio buttons side by side, in columns of one width where there are several rows of them."""
        group, flow = NamedGroup(self._look.say(name)), Flow(spacing=spacing)
        column(group).addWidget(flow)
        buttons = [self._button(code) for code in codes]
        widest = max(button.sizeHint().width() for button in buttons)
        for button in buttons:
            if in_columns:
                button.setMinimumWidth(widest)
            flow.items.addWidget(button)
        return group

    def _button(self, code: SentenceCode) -> QRadioButton:
        label = self._look.say(_in_words(code))
        button = self.buttons[code] = QRadioButton(label.replace("&", "&&"))
        button.setAccessibleName(label)
        button.setAccessibleDescription(self._look.say(MOVES[code.move].help()))
        button.ensurePolished()
        self._group.addButton(button, CODES.index(code))
        return button


def _in_words(code: SentenceCode) -> Message:
    if code.quality is None:
        return MOVES[code.move].label()
    best = len(OWN_CONTRIBUTION) - 1
    return say.QUALITY_OF(quality=code.quality, best=best, label=OWN_CONTRIBUTION[code.quality].label())

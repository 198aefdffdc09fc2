"""What is sought on the canvas: words, a family of reactions, a move; everything else steps back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, Family, ReactionState
from simulator.messages.message import Sentence
from simulator.messages.sentences import canvas as say
from simulator.messages.sentences.families import FAMILIES
from simulator.scenario.story_graph import Card
from simulator.ui.icons import icon
from simulator.ui.look import Look
from simulator.ui.theme import Role
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow, FlowLayout
from simulator.ui.widgets.groups import labelled
from simulator.ui.widgets.text import text_label


class FindBar(Flow):
    """A line to search in, choices of family and move, and buttons for what is seen at all."""

    sought = Signal()
    """Something else is sought."""

    next_wanted = Signal()
    """The next card that matches should be shown."""

    def __init__(self, look: Look) -> None:
        super().__init__(spacing=10)
        self._look = look
        box = self.items
        self._rare: list[QWidget] = []
        self.words = _SearchLine()
        self.words.setPlaceholderText(look.say(say.FIND()))
        self.words.setAccessibleName(look.say(say.FIND()))
        self.words.setClearButtonEnabled(True)
        self.words.setFixedWidth(round(190 * look.scale))
        self.words.textChanged.connect(lambda _text: self.sought.emit())
        self.words.returnPressed.connect(self.next_wanted)
        box.addWidget(self.words)
        self.family = self._choice(box, say.FAMILY)
        for family in Family:
            picture = icon(family.value, Role(family.value), look.theme)
            self.family.addItem(picture, look.say(FAMILIES[family]()), family)
        self.move_ = self._choice(box, say.MOVE)
        for move in Move:
            self.move_.addItem(look.say(MOVES[move].label()), move)
        self.count = text_label("", "small-quiet", wrap=False)
        box.addWidget(self.count)
        self.smaller = self._button(box, "−", say.SMALLER)
        self.larger = self._button(box, "+", say.LARGER)
        self.whole = self._button(box, look.say(say.WHOLE_MAP()), say.WHOLE_MAP_HINT)
        self.anew = self._button(box, look.say(say.ARRANGE()), say.ARRANGE_HINT)
        self.met = self._button(box, look.say(say.SHOW_MET()), say.SHOW_MET_HINT)
        self.met.setProperty("kind", "segment")
        self.met.setCheckable(True)

    @property
    def rare(self) -> Sequence[QWidget]:
        """What is needed less often than the rest."""
        return (*self._rare, self.anew, self.met)

    def wanted(self) -> Callable[[Card], bool] | None:
        """Whether a card is one that is sought; ``None`` where nothing is."""
        words = self.words.text().casefold().split()
        family, move = self.family.currentData(), self.move_.currentData()
        if not words and family is None and move is None:
            return None

        def fits(card: Card) -> bool:
            if (family is not None and card.family != family) or (move is not None and move not in card.moves):
                return False
            text = f"{card.id} {card.words} {card.condition} {self._label(card)}".casefold()
            return all(word in text for word in words)

        return fits

    def _label(self, card: Card) -> str:
        if isinstance(card.reaction, ReactionState):
            return f"{card.reaction} {self._look.say(REACTIONS[card.reaction].label())}"
        return str(card.reaction or "")

    def show_count(self, found: int | None) -> None:
        """Say how many cards match, or nothing."""
        self.count.setText("" if found is None else self._look.say(say.FOUND(count=found)))

    def _choice(self, box: FlowLayout, asked: Sentence) -> QComboBox:
        combo = QComboBox()
        combo.addItem(self._look.say(say.ANY()), None)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        combo.currentIndexChanged.connect(lambda _index: self.sought.emit())
        choice = labelled(combo, self._look.say(asked()))
        self._rare.append(choice)
        box.addWidget(choice)
        return combo

    def _button(self, box: FlowLayout, words: str, hint: Sentence) -> Button:
        told = self._look.say(hint())
        button = Button(words, "plain", name=told, hint=told)
        box.addWidget(button)
        return button


class _SearchLine(QLineEdit):
    """A line that Escape empties."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty it with Escape, as long as there is something in it."""
        from PySide6.QtCore import Qt

        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

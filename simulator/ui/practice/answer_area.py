"""The lower part of a conversation: the question what was seen, the responses, and the silence."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from simulator.messages.sentences import conversation as say
from simulator.ui.look import Look
from simulator.ui.practice.before_answer import BeforeAnswer
from simulator.ui.practice.farewell import Farewell
from simulator.ui.practice.pause_veil import PauseVeil
from simulator.ui.practice.side_fold import look_is_large
from simulator.ui.practice.silence_bar import SilenceBar
from simulator.ui.practice.tags_and_responses import Choices, TagBar
from simulator.ui.widgets.layouts import column, inside, row, scrolling
from simulator.ui.widgets.tab_order import tab_through
from simulator.ui.widgets.text import text_label

_MOST = 4 / 7
_MOST_IF_LARGE = 6 / 8
"""The largest part of the height that the answers take; beside large words they need more."""


class AnswerArea(QFrame):
    """Takes the room that it needs, and leaves the rest to what was said.

    Where the responses are there from the start, the question stands above them and nothing changes its size. Where they
    wait for the question to be answered, it stands at the foot and they open above it: nothing moves under the mouse.
    """

    refitted = Signal()
    """Another height may be needed than before."""

    def __init__(self, look: Look, silence_counts: Callable[[], bool]) -> None:
        super().__init__()
        self.setProperty("kind", "dock")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._large = look_is_large(look)
        self._box = column(self, spacing=8)
        self.tags = TagBar(look)
        self.choices = Choices(look)
        self.before = BeforeAnswer(look)
        self.before.turned.connect(self._refit)
        self.silence = SilenceBar(look, silence_counts)
        self.keeping = text_label(look.say(say.KEEPING()), "quiet")
        self.keeping.hide()
        self.farewell = Farewell(look)
        inside = QWidget()
        self._answers = column(inside, spacing=4 if self._large else 10)
        for part in (self.choices, self.before):
            self._answers.addWidget(part)
        self._answers.addStretch(1)
        self._scrolled = scrolling(inside, look.say(say.WHAT_YOU_CAN_DO()))
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._foot = QWidget()
        line = row(self._foot, spacing=10)
        line.addWidget(self.before.button)
        line.addWidget(self.silence, 1)
        self._box.addWidget(self._scrolled, 1)
        self._box.addWidget(self.keeping)
        self._box.addWidget(self._foot)
        self._box.addWidget(self.farewell, 1)
        self._opens = False
        self._over = False
        self.veil = PauseVeil(self, look)
        for laid_out in (self, inside):
            laid_out.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is inside asks for another size, such as a sentence that needs one more line."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.refitted.emit()
        return super().eventFilter(watched, event)

    def show_question(self, *, opens: bool) -> None:
        """Put the question at the foot, where it ``opens`` the responses; or above them, where they are there anyway."""
        self._opens = opens
        if opens:
            self._box.insertWidget(self._box.indexOf(self._foot), self.tags)
        else:
            self._answers.insertWidget(0, self.tags)
            # Who goes through the page with a screen reader meets it first too.
            self.tags.lower()
        self.tags.show()

    def show_responses(self, responses: tuple[tuple[str, str], ...]) -> None:
        """Show these responses (ids and sentences), or none yet."""
        self.choices.show_responses(responses)
        tab_through((self.tags, self.choices, self.before, self._foot))
        self._refit()

    def show_top(self) -> None:
        """A new moment is read from the first response on."""
        self._scrolled.verticalScrollBar().setValue(0)

    def show_over(self, over: bool) -> None:
        """Say that the conversation is over, or offer answers again."""
        self._over = over
        self.tags.setVisible(not over)
        self._foot.setVisible(not over)
        self.farewell.setVisible(over)
        if over:
            self.before.hide()
        self._refit()
        if over:
            self.farewell.button.setFocus()

    def show_keeping(self, keeping: bool) -> None:
        """Say that an answer is on its way, if that takes long."""
        self.keeping.setVisible(keeping)
        self.refitted.emit()

    def cover(self, covered: bool) -> None:
        """What is under the pause can be reached neither by key nor by Tab."""
        self.veil.setVisible(covered)
        for part in (self.tags, self._scrolled, self._foot):
            part.setDisabled(covered)
        self.refitted.emit()

    def fit(self, width: int, margin: int) -> None:
        """Be so wide, and stand in the column of the conversation, so many pixels from the sides."""
        self.resize(width, self.height())
        self._box.setContentsMargins(margin, 4 if self._large else 10, margin, 6)
        self.veil.fit(margin)

    def height_of(self, available: int) -> int:
        """How many of these pixels the answers take."""
        most = round(available * (_MOST_IF_LARGE if self._large else _MOST))
        return min(most, self._needed()) if self._opens and self.veil.isHidden() else most

    def _refit(self) -> None:
        question = not self._opens and not self._over
        self._scrolled.setVisible(
            not self._over and (question or bool(self.choices.buttons) or not self.before.isHidden())
        )
        self.refitted.emit()

    def _needed(self) -> int:
        """The height in pixels that shows everything without scrolling."""
        edges, room = self._box.contentsMargins(), self.contentsRect()
        width = room.width() - edges.left() - edges.right()
        parts = (part for part in inside(self._box) if isinstance(part, QWidget))
        heights = [self._height(part, width) for part in parts if not part.isHidden()]
        around = self.height() - room.height() + edges.top() + edges.bottom()
        return around + sum(heights) + self._box.spacing() * (len(heights) - 1)

    def _height(self, part: QWidget, width: int) -> int:
        if part is self._scrolled:
            ring = part.height() - part.contentsRect().height()
            return self._answers.totalHeightForWidth(width - ring) + ring
        return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()

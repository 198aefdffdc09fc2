"""Rating a competency of one conversation by hand, below what the rubric gave; with all ratings before."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from simulator.messages.sentences import corrections as say
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES, anchor
from simulator.services.correcting import LONGEST_REASON
from simulator.services.correction_remarks import CorrectionState
from simulator.services.correction_words import rating_in_words
from simulator.services.reviewed_page import Rated
from simulator.session.remarks import RemarkId
from simulator.ui.look import Look
from simulator.ui.review.who_and_why import name_field, reason_field
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import column
from simulator.ui.widgets.text import selectable, text_label


class _Number(QRadioButton):
    """``picked`` tells of a click with the mouse; the arrow keys go on from number to number."""

    picked = Signal()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The click is done."""
        super().mouseReleaseEvent(event)
        if self.isChecked():
            self.picked.emit()


class RatingFold(QWidget):
    """``rated`` gives the competency, the rating (``None``: it did not come up), why and by whom."""

    rated = Signal(object, object, str, str)
    withdrawn = Signal(str, str, str)

    def __init__(
        self,
        competency: Competency,
        ratings: Sequence[Rated],
        score: int | None,
        look: Look,
        names: tuple[str, ...] = (),
    ) -> None:
        super().__init__()
        self._competency = competency
        self._look = look
        self.numbers: dict[int | None, _Number] = {}
        box = column(self, spacing=6)
        for one in ratings:
            for line in one.in_words:
                box.addWidget(selectable(text_label(look.say(line), "small")))
        name = look.say(say.RATE_NAMED(competency=COMPETENCIES[competency].label()))
        self.fold = Fold(look.say(say.RATE()), look.say(say.HIDE()), name=name)
        box.addWidget(self.fold)
        self._ask(score, names)
        standing = next((one.rating.id for one in ratings if one.rating.state is CorrectionState.IN_FORCE), None)
        if standing is not None:
            self._ask_withdrawal(standing)

    def _ask(self, score: int | None, names: tuple[str, ...]) -> None:
        look, body = self._look, self.fold.body
        body.addWidget(text_label(look.say(say.RATE_HELP()), "small"))
        self._anchor = text_label("", "small")
        body.addWidget(self._choice(score))
        body.addWidget(self._anchor)
        self._show_anchor()
        self.reason = reason_field(body, look, say.REASON())
        self.name = name_field(body, look, say.NAME(), names)
        self.keep = Button("", "plain")
        self.keep.clicked.connect(self._rate)
        self.withdraw = Button(look.say(say.WITHDRAW_RATING()), "quiet")
        self.withdraw.hide()
        body.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)
        for edited in (self.reason.textChanged, self.name.named):
            edited.connect(self._may)
        self._may()

    def _choice(self, score: int | None) -> NamedGroup:
        """A number in one click, with what it stands for below."""
        label = COMPETENCIES[self._competency].label()
        group = NamedGroup(self._look.say(say.RATE_NAMED(competency=label)))
        line = Flow(spacing=14)
        column(group).addWidget(line)
        for number in (1, 2, 3, 4, 5, None):
            words = say.DID_NOT_COME_UP() if number is None else rating_in_words(number)
            button = self.numbers[number] = _Number(self._look.say(words))
            button.picked.connect(self._to_reason)
            button.setAccessibleName(self._look.say(words))
            button.setChecked(number == score)
            button.toggled.connect(self._show_choice)
            line.items.addWidget(button)
        return group

    @property
    def rating(self) -> int | None:
        """The number that is chosen; nothing: it did not come up."""
        return next((number for number, button in self.numbers.items() if button.isChecked()), None)

    def _ask_withdrawal(self, standing: RemarkId) -> None:
        self.withdraw.show()
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(standing, self.name.currentText(), self._why))

    @property
    def _why(self) -> str:
        return self.reason.toPlainText()[:LONGEST_REASON]

    def _to_reason(self) -> None:
        self.reason.setFocus()

    def _show_choice(self) -> None:
        self._show_anchor()
        self._may()

    def _show_anchor(self) -> None:
        rating = self.rating
        self._anchor.setText("" if rating is None else self._look.say(anchor(self._competency, rating)))

    def _may(self) -> None:
        said = bool(self._why.strip()) and bool(self.name.currentText().strip())
        rating = self.rating
        self.keep.setEnabled(said)
        words = say.CORRECT_TO_NONE() if rating is None else say.CORRECT_TO(rating=rating_in_words(rating))
        self.keep.show_words(self._look.say(words))
        self.withdraw.setEnabled(said)

    def _rate(self) -> None:
        self.rated.emit(self._competency, self.rating, self._why, self.name.currentText())

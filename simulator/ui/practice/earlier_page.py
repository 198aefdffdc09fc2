"""Earlier conversations in one scenario: what each came to, side by side, and the way back into its debriefing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from simulator.session import SessionHeader, SessionId
from simulator.ui.verdict_words import VERDICT_WORDS
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, clear, column, row, scrolling
from simulator.ui.widgets.text import text_label

_LEAD = (
    "The newest first. The figure is the share of what could be reached from the start at that difficulty; it can be "
    "compared however differently the conversations went."
)
_WIDEST_FIGURE = "100 %"


class EarlierPage(QWidget):
    """The trainee's ended sessions in one scenario."""

    chosen = Signal(int)
    """A session whose debriefing is wanted, by its id."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        box = column(inside, spacing=12)
        box.setContentsMargins(36, 24, 36, 32)
        head = row(spacing=10)
        self._title = text_label("", "quiet")
        head.addWidget(self._title, 1)
        self.back = Button(self.tr("Back to the library"), "quiet")
        self.back.clicked.connect(self.closed)
        head.addWidget(self.back)
        box.addLayout(head)
        box.addWidget(text_label(self.tr("Your earlier conversations"), "title"))
        box.addWidget(text_label(self.tr(_LEAD), "body"))
        box.addSpacing(6)
        self._list = column(spacing=10)
        box.addLayout(self._list)
        box.addStretch(1)
        column(self).addWidget(scrolling(inside, self.tr("Earlier conversations")))
        self._figures: dict[SessionId, QLabel] = {}
        self.buttons: tuple[Button, ...] = ()

    def show_sessions(self, title: str, headers: Sequence[SessionHeader]) -> None:
        """Show ended sessions, newest first; their shares may follow later."""
        self._title.setText(title)
        clear(self._list)
        self._figures = {}
        self.buttons = tuple(self._add(header) for header in headers)
        if self.buttons:
            self.buttons[0].setFocus()

    def show_shares(self, shares: Mapping[SessionId, int | None]) -> None:
        """Add the share of what was attainable to each session; ``None`` where it could not be worked out."""
        for session, figure in self._figures.items():
            share = shares.get(session)
            figure.setText("–" if share is None else f"{share} %")

    def _add(self, header: SessionHeader) -> Button:
        card = Card(margin=16, spacing=4)
        line = row(spacing=18)
        figure = text_label("… %", "heading", wrap=False)
        figure.ensurePolished()
        figure.setMinimumWidth(figure.fontMetrics().horizontalAdvance(_WIDEST_FIGURE))
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._figures[header.id] = figure
        line.addWidget(figure)
        words = column(spacing=2)
        words.addWidget(text_label(_came_to(header), "body"))
        words.addWidget(text_label(_when_and_how(header), "small"))
        line.addLayout(words, 1)
        button = Button(self.tr("Look back"), "plain", name=self.tr("Look back at {0}").format(_when(header)))
        button.clicked.connect(lambda: self.chosen.emit(header.id))
        line.addWidget(button)
        card.body.addLayout(line)
        self._list.addWidget(card)
        return button


def _came_to(header: SessionHeader) -> str:
    known = {verdict.value: words for verdict, words in VERDICT_WORDS.items()}
    words = known.get(header.verdict, "stopped before the end")
    return f"{words[0].upper()}{words[1:]}"


def _when(header: SessionHeader) -> str:
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(header.started.at_ms), QLocale.FormatType.ShortFormat)


def _when_and_how(header: SessionHeader) -> str:
    return f"{_when(header)} · {header.started.mode}, difficulty {header.started.difficulty}"

"""A colleague's scenario, played as a trainee would: what is said, what can be answered, and comments on the lines."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import canvas, publishing
from simulator.messages.sentences import giving as say
from simulator.messages.sentences.new_scenario import BACK
from simulator.services.giving import BlindPlay
from simulator.services.line_comments import LineComment
from simulator.services.studio_play import PlayedLine
from simulator.services.verdict_words import VERDICT_WORDS
from simulator.session.errors import ServiceError
from simulator.ui.look import Look
from simulator.ui.studio.editor.form_fields import LinesField
from simulator.ui.theme import SERIF
from simulator.ui.widgets.buttons import Button, ChoiceButton
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.groups import label_of
from simulator.ui.widgets.layouts import clear, column, inside, row, scrolling, to_top
from simulator.ui.widgets.text import Paragraph, text_label
from simulator.ui.widgets.wrapped_list import WrappedList

_LINE: Final = Qt.ItemDataRole.UserRole
_READABLE: Final = 860
_FIRST_WORDS: Final = 80


class BlindPage(QWidget):
    """One package; the conversation at the left, the comments at the right."""

    save_wanted = Signal()
    inside_wanted = Signal()
    closed = Signal()
    told = Signal(Message)
    announced = Signal(str)

    def __init__(self, blind: BlindPlay, look: Look) -> None:
        super().__init__()
        self._blind, self._look = blind, look
        inside = QWidget()
        column(self).addWidget(scrolling(inside, look.say(say.PAGE())))
        box = column(inside, spacing=10)
        box.setContentsMargins(40, 24, 40, 24)
        package = blind.package
        box.addWidget(text_label(look.say(say.BLIND(title=package.title)), "title"))
        lead = look.say(say.BLIND_LEAD(by=package.by or say.NO_NAME()))
        box.addWidget(Paragraph(lead, round(_READABLE * look.scale), "quiet"))
        across = row(spacing=24)
        across.addWidget(self._conversation(), 3)
        across.addWidget(self._remarks(), 2)
        box.addLayout(across, 1)
        self._show_comments()
        self._show_play()

    def choices(self) -> list[ChoiceButton]:
        """The buttons of what can be answered."""
        return [part for part in inside(self._choices) if isinstance(part, ChoiceButton)]

    def take_keyboard(self) -> None:
        """Put the keyboard on the first answer."""
        to_top(self._choice_area)
        choices = self.choices()
        (choices[0] if choices else self.again).setFocus()

    def say(self, message: Message) -> None:
        """Say what came of saving the comments, below the button."""
        self._said.setText(self._look.say(message))
        self._said.show()
        self.announced.emit(self._said.text())

    def _conversation(self) -> QWidget:
        side = QWidget()
        box = column(side, spacing=8)
        self.lines = WrappedList()
        self.lines.setAccessibleName(self._look.say(canvas.PLAYED()))
        self.lines.setMinimumHeight(round(160 * self._look.scale))
        self.lines.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        box.addWidget(self.lines, 3)
        self.state = text_label("", "small-quiet")
        box.addWidget(self.state)
        inside = QWidget()
        self._choices = column(inside, spacing=4)
        self._choice_area = scrolling(inside, self._look.say(canvas.ANSWERS()))
        self._choice_area.setMinimumHeight(round(150 * self._look.scale))
        box.addWidget(self._choice_area, 2)
        acts = Flow()
        self.silent = Button(self._look.say(canvas.STAY_SILENT()))
        self.silent.clicked.connect(lambda: self._answer(""))
        self.again = Button(self._look.say(say.AGAIN()))
        self.again.clicked.connect(self._begin_again)
        self.inside = Button(self._look.say(say.LOOK_INSIDE()), "quiet", hint=self._look.say(say.LOOK_INSIDE_HINT()))
        self.inside.clicked.connect(self.inside_wanted)
        close = Button(self._look.say(BACK()), "quiet")
        close.clicked.connect(self.closed)
        for button in (self.silent, self.again, self.inside, close):
            acts.items.addWidget(button)
        box.addWidget(acts)
        return side

    def _remarks(self) -> QWidget:
        side = QWidget()
        box = column(side, spacing=8)
        self.words = LinesField()
        self._chosen = label_of(text_label(self._look.say(say.COMMENT()), "heading"), self.words)
        self.words.setAccessibleName(self._look.say(say.COMMENT()))
        box.addWidget(self._chosen)
        self._quote = text_label("", "small-quiet")
        box.addWidget(self._quote)
        box.addWidget(self.words)
        self.add = Button(self._look.say(say.ADD_COMMENT()))
        self.add.clicked.connect(self._add)
        box.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._count = text_label("", "heading")
        box.addWidget(self._count)
        inside = QWidget()
        self._comments = column(inside, spacing=10)
        box.addWidget(scrolling(inside, self._look.say(say.COMMENTS())), 1)
        self.name = QLineEdit()
        self.name.setAccessibleName(self._look.say(publishing.BY()))
        box.addWidget(label_of(text_label(self._look.say(publishing.BY()), "body"), self.name))
        box.addWidget(self.name)
        self.save = Button(self._look.say(say.SAVE_COMMENTS()), "primary")
        self.save.clicked.connect(self.save_wanted)
        box.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self._said = text_label("", "small")
        self._said.hide()
        box.addWidget(self._said)
        return side

    # What is played.

    def _answer(self, response: str) -> None:
        before = self.lines.count()
        self._blind.answer(response)
        self._show_play()
        said = [self.lines.item(number).text() for number in range(before, self.lines.count())]
        self.announced.emit(" ".join((*said, self.state.text())))
        self.take_keyboard()

    def _begin_again(self) -> None:
        self._blind.begin()
        self._show_play()
        self.take_keyboard()

    def _show_play(self) -> None:
        play, look = self._blind.play, self._look
        self.lines.clear()
        for line in play.lines():
            self.lines.addItem(self._item(line))
        self.lines.scrollToBottom()
        clear(self._choices)
        for number, (response, words) in enumerate(play.offer(), 1):
            button = ChoiceButton(number, words, tight=True)
            button.clicked.connect(partial(self._answer, response))
            self._choices.addWidget(button)
        self._choices.addStretch(1)
        self.silent.setEnabled(not play.over)
        self.inside.setEnabled(self._blind.played)
        closing = play.session.standing.closing
        ended = canvas.PLAY_ENDED(how=VERDICT_WORDS[closing.verdict]()) if closing is not None else None
        self.state.setText(look.say(ended or play.broken_off or say.PLAY_FIRST()))
        self.state.setVisible(play.over or not self._blind.played)
        self._show_chosen()

    def _item(self, line: PlayedLine) -> QListWidgetItem:
        look = self._look
        who = look.say(canvas.YOU()) if line.you else self._blind.person
        seen = f"({', '.join(line.shows)}) " if line.shows else ""
        item = QListWidgetItem(f"{who}: {seen}{line.words or ('' if seen else look.say(canvas.SAID_NOTHING()))}")
        item.setData(_LINE, line)
        if not line.you:
            font = QFont(SERIF)
            font.setPixelSize(round(15 * look.scale))
            item.setFont(font)
        return item

    # What is said of it.

    def _show_chosen(self) -> None:
        """Say which line a comment would be about."""
        item = self.lines.currentItem()
        words = say.COMMENT_ON(quote=_short(item.text())) if item is not None else say.CHOOSE_LINE()
        self._quote.setText(self._look.say(words))

    def _add(self) -> None:
        self.words.settle()
        written, item = self.words.toPlainText().strip(), self.lines.currentItem()
        if not written:
            self.told.emit(say.WRITE_FIRST())
            self.words.setFocus()
            return
        line: PlayedLine | None = item.data(_LINE) if item is not None else None
        quote = "" if line is None else line.words or ", ".join(line.shows)
        comment = LineComment(written, quote, line.source if line is not None else ())
        if self._keep(lambda: self._blind.comment(comment)):
            self.words.setPlainText("")
            self.announced.emit(self._count.text())

    def _take_back(self, comment: LineComment) -> None:
        if self._keep(lambda: self._blind.take_back(comment)):
            self.words.setPlainText(comment.words)
            self.words.setFocus()

    def _keep(self, work: Callable[[], None]) -> bool:
        try:
            work()
        except ServiceError as refused:
            self.told.emit(refused.message)
            return False
        self._show_comments()
        return True

    def _show_comments(self) -> None:
        look, comments = self._look, self._blind.sheet.comments
        clear(self._comments)
        for comment in comments:
            about = say.COMMENT_ON(quote=_short(comment.quote)) if comment.quote else say.COMMENT_ON_WHOLE()
            self._comments.addWidget(text_label(look.say(about), "small-quiet"))
            self._comments.addWidget(text_label(comment.words, "body"))
            named = look.say(say.TAKE_BACK_NAMED(words=_short(comment.words)))
            back = Button(look.say(say.TAKE_BACK()), "quiet", name=named)
            back.clicked.connect(partial(self._take_back, comment))
            self._comments.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        self._comments.addStretch(1)
        count = len(comments)
        self._count.setText(look.say(say.ADDED(count=count) if count else say.NONE_YET()))
        self.save.setEnabled(bool(comments))


def _short(words: str) -> str:
    """The first words, for what is read beside them."""
    plain = " ".join(words.split())
    return plain if len(plain) <= _FIRST_WORDS else plain[: _FIRST_WORDS - 1] + "…"

"""Plays on from a moment, beside the canvas: how it came there, what is said, what can be answered, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from simulator.alliance.reactions import REACTIONS
from simulator.analysis.histories import Histories, History
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import canvas as say
from simulator.scenario.nodes import Path
from simulator.scenario.playable_draft import Playable, playable
from simulator.scenario.read import Reading
from simulator.services.studio_play import PlayedLine, StudioPlay, ways_to
from simulator.services.verdict_words import VERDICT_WORDS
from simulator.ui.background import Background
from simulator.ui.conversation_keys import key_meant
from simulator.ui.look import Look
from simulator.ui.studio.canvas.quiet_line import QuietLine
from simulator.ui.studio.canvas.said_lines import SaidLines
from simulator.ui.widgets.buttons import Button, ChoiceButton
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import clear, column, inside, row, scrolling
from simulator.ui.widgets.text import text_label

_FEELS: Final = (say.FEELS_LOW, say.FEELS_MIDDLE, say.FEELS_HIGH)
_OWNED: Final = (say.NOT_OWNED, say.HARDLY_OWNED, say.HALF_OWNED, say.OWNED)


class PlayPanel(QWidget):
    """One play at a time; it follows the file while that is changed."""

    source_wanted = Signal(tuple)
    """A played line is to be shown where it stands, by its path."""

    walked = Signal(tuple)
    """The moments of the play, in order; none where there is no play."""

    plan_wanted = Signal(str)
    """The play is to be kept as a planned path: its text."""

    told = Signal(str)
    """Something is to be said aloud."""

    begin_wanted = Signal(str)
    """A play is to begin anew at a moment, by its id; at the first where it is empty."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._target = self._here = ""
        self._playable: Playable | None = None
        self._search: Background[Histories] = Background(self)
        self.play: StudioPlay | None = None
        box = column(self, margin=12, spacing=8)
        head = row(spacing=8)
        self._title = text_label("", "heading")
        head.addWidget(self._title, 1)
        self.close_button = self._button(say.END_PLAY, "quiet")
        self.close_button.clicked.connect(self.stop)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(head)
        box.addWidget(self._ways_in())
        self.state = text_label("", "small-quiet")
        box.addWidget(self.state)
        # What is said and what can be answered scroll as one page, so that no line of either is ever cut.
        page = self._said = QWidget()
        lines = column(page, spacing=8)
        self.lines = SaidLines()
        self.lines.setAccessibleName(look.say(say.PLAYED()))
        self.lines.setToolTip(look.say(say.PLAYED_HINT()))
        self.lines.chosen.connect(self._go_to_source)
        lines.addWidget(self.lines)
        self.afterwards = text_label("", "body")
        lines.addWidget(self.afterwards)
        self.quiet = QuietLine(look)
        lines.addWidget(self.quiet)
        answers = QWidget()
        answers.setAccessibleName(look.say(say.ANSWERS()))
        self._choices = column(answers, spacing=4)
        lines.addWidget(answers)
        lines.addStretch(1)
        self.area = scrolling(page, look.say(say.PLAYED()))
        self.area.setMinimumHeight(round(140 * look.scale))
        # New lines have their height some moments later.
        self.area.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._show_newest())
        box.addWidget(self.area, 1)
        box.addWidget(self._foot())
        self.setMinimumWidth(round(300 * look.scale))

    def begin(self, reading: Reading, target: str) -> Message | None:
        """Play from a moment: look for a history that leads there; gives why nothing can be played, where nothing can.

        With none, or the first, it begins at the beginning.
        """
        self._end()
        found = playable(reading)
        if isinstance(found, Message):
            return found
        target = target or found.scenario.start
        self._playable, self._target = found, target
        self._title.setText(self._look.say(_play_from(found, target)))
        self._show_ways_in()
        if target == found.scenario.start:
            self._start(())
            return None
        self._say(say.LOOKING())
        self._show_play()
        self._search.ask(lambda: ways_to(found, target), self._found)
        return None

    def show_conversation(self, reading: Reading, steps: tuple[str, ...], title: Message) -> Message | None:
        """Show a conversation of known answers; gives why nothing can be played, where nothing can."""
        self._end()
        found = playable(reading)
        if isinstance(found, Message):
            return found
        self._playable, self._target = found, ""
        self._title.setText(self._look.say(title))
        self._show_ways_in()
        self._start(steps)
        return None

    def follow(self, reading: Reading) -> None:
        """The file was changed: the play goes on in what it is now, with the same answers."""
        if self.play is None:
            return
        found = playable(reading)
        if isinstance(found, Message):
            self._say(found)
            return
        self._playable = found
        self.play.reload(found)
        self._show_play()

    def stand_on(self, moment: str) -> None:
        """Another moment is chosen, from which it could be played; none where the id is empty."""
        self._here = moment
        self._show_ways_in()

    def offer_plans(self, offered: bool) -> None:
        """Offer to keep a play as a planned path, or leave that out."""
        self.plan_name.setVisible(offered)
        self.keep.setVisible(offered)

    def stop(self) -> None:
        """Play no more."""
        self._end()
        self.closed.emit()

    def choices(self) -> list[ChoiceButton]:
        """The buttons of what can be answered, or of how it came here."""
        return [part for part in inside(self._choices) if isinstance(part, ChoiceButton)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A response is chosen by its number, as in a conversation."""
        number, choices = key_meant(event, {}, QGuiApplication.platformName()), self.choices()
        if isinstance(number, int) and 1 <= number <= len(choices) and not event.isAutoRepeat():
            choices[number - 1].click()
        else:
            super().keyPressEvent(event)

    def _ways_in(self) -> QWidget:
        """Where a play can begin, always in sight."""
        ways = Flow()
        self.from_start = self._button(say.FROM_START)
        self.from_start.clicked.connect(lambda: self.begin_wanted.emit(""))
        self.from_here = Button("", "plain")
        self.from_here.clicked.connect(lambda: self.begin_wanted.emit(self._here))
        ways.items.addWidget(self.from_start)
        ways.items.addWidget(self.from_here)
        return ways

    def _show_ways_in(self) -> None:
        found = self._playable
        start = found.scenario.start if found is not None else ""
        self.from_here.setVisible(self._here not in ("", start))
        self.from_here.show_words(self._look.say(say.FROM_HERE(moment=self._here)))

    def _foot(self) -> QWidget:
        foot = Flow()
        self.silent = self._button(say.STAY_SILENT)
        self.silent.clicked.connect(lambda: self._answer(""))
        self.back = self._button(say.STEP_BACK)
        self.back.clicked.connect(self._take_back)
        self.plan_name = QLineEdit()
        self.plan_name.setPlaceholderText(self._look.say(say.PLAN_NAME()))
        self.plan_name.setAccessibleName(self._look.say(say.PLAN_NAME()))
        self.plan_name.setMinimumWidth(round(170 * self._look.scale))
        self.keep = self._button(say.KEEP_PLAN)
        self.keep.clicked.connect(self._keep)
        self.plan_name.returnPressed.connect(self._keep)
        for widget in (self.silent, self.back, self.plan_name, self.keep):
            foot.items.addWidget(widget)
        return foot

    def _button(self, words: Sentence, kind: str = "plain") -> Button:
        return Button(self._look.say(words()), kind)  # type: ignore[arg-type]

    def _found(self, ways: Histories) -> None:
        if not ways.found:
            self._say(say.NO_WAY() if ways.sure else say.NO_WAY_FOUND())
            return
        if len(ways.found) == 1:
            self._start(ways.found[0].steps)
            return
        self._say(say.WHICH())
        clear(self._choices)
        for number, way in enumerate(ways.found, 1):
            self._add_choice(number, self._told(way), partial(self._start, way.steps))
        self._choices.addStretch(1)
        self.choices()[0].setFocus()

    def _start(self, steps: tuple[str, ...]) -> None:
        assert self._playable is not None
        self.play = StudioPlay(self._playable, steps)
        self._show_play()
        self._lead_keyboard()

    def _told(self, way: History) -> str:
        situation = way.situation
        words = say.WAY(
            turns=len(way.steps),
            state=REACTIONS[situation.reaction].label(),
            feels=_FEELS[situation.alliance](),
            owned=_OWNED[situation.owned](),
        )
        return self._look.say(words)

    def _answer(self, response: str) -> None:
        if self.play is not None and not self.play.over:
            before = len(list(self.play.lines()))
            self.play.answer(response)
            self._show_play()
            self.told.emit(" ".join(line.words for line in list(self.play.lines())[before + 1 :]))
            self._lead_keyboard()

    def _take_back(self) -> None:
        if self.play is not None and self.play.steps:
            self.play.take_back()
            self._show_play()
            self._lead_keyboard()

    def _show_play(self) -> None:
        play = self.play
        self.lines.setVisible(play is not None)
        clear(self._choices)
        offered = () if play is None else play.offer()
        for number, (response, words) in enumerate(offered, 1):
            self._add_choice(number, words, partial(self._answer, response))
        self._choices.addStretch(1)
        self.afterwards.setText("" if play is None else self._look.say(say.AFTERWARDS(what=play.afterwards)))
        self.afterwards.setVisible(play is not None and bool(play.afterwards))
        going = play is not None and not play.over
        self.silent.setEnabled(going)
        silence = play.silence if play is not None else None
        self.silent.show_words(self._look.say((say.STAY_SILENT if silence is None else say.WAIT)()))
        self.back.setEnabled(play is not None and bool(play.steps))
        for widget in (self.plan_name, self.keep):
            widget.setEnabled(play is not None and bool(play.steps))
        if play is None:
            self.quiet.show_silence(None, "")
            return
        name = play.session.script.scenario.patient.first_name
        self.quiet.show_silence(silence, name)
        self.lines.show_lines([(self._words(line, name), line.source, not line.you) for line in play.lines()])
        self._say(self._standing(play))
        self.walked.emit(play.visited())

    def _standing(self, play: StudioPlay) -> Message:
        if play.broken_off is not None:
            return play.broken_off
        closing = play.session.standing.closing
        if closing is not None:
            return say.PLAY_ENDED(how=VERDICT_WORDS[closing.verdict]())
        place = play.session.place
        turns = play.session.script.turns
        state = REACTIONS[place.patient.reaction].label()
        if place.moment.from_bank:
            name = play.session.script.scenario.patient.first_name
            return say.STANDS_IN_LINES(name=name, state=state, turn=place.turn, turns=turns)
        return say.STANDS(moment=place.moment.id, state=state, turn=place.turn, turns=turns)

    def _words(self, line: PlayedLine, name: str) -> str:
        who = self._look.say(say.YOU()) if line.you else name
        quiet = (self._look.say(say.QUIET_FOR(seconds=line.quiet)),) if line.quiet else ()
        beside = (*line.shows, *quiet)
        seen = f"({', '.join(beside)}) " if beside else ""
        words = line.words or ("" if seen else self._look.say(say.SAID_NOTHING()))
        return f"{who}: {seen}{words}"

    def _go_to_source(self, source: Path) -> None:
        if source:
            self.source_wanted.emit(source)
        else:
            self._say(say.IN_PATIENT_FILE())

    def _keep(self) -> None:
        name = self.plan_name.text().strip()
        if self.play is None:
            return
        if not name:
            self._say(say.NAME_THE_PLAN())
            self.plan_name.setFocus()
            return
        self.plan_wanted.emit(self.play.as_plan(name))
        self.plan_name.clear()

    def _add_choice(self, number: int, words: str, act: Callable[[], None]) -> None:
        button = ChoiceButton(number, words, tight=True)
        button.clicked.connect(lambda _checked=False: act())
        self._choices.addWidget(button)

    def take_keyboard(self) -> None:
        """Put the keyboard on the first answer."""
        first = next(iter(self.choices()), self.back)
        # What was put into a page just now is shown a moment later, and takes no keyboard before.
        first.show()
        first.setFocus()

    def _lead_keyboard(self) -> None:
        self.take_keyboard()
        QTimer.singleShot(0, self, self._show_newest)

    def _show_newest(self) -> None:
        """The newest line from its beginning, with as much of the answers as there is room for."""
        rows = self.lines.rows if self.lines.isVisibleTo(self) else []
        self.area.verticalScrollBar().setValue(rows[-1].mapTo(self._said, QPoint()).y() if rows else 0)

    def say_kept(self, message: Message) -> None:
        """Say what became of a play that was to be kept."""
        self._say(message)

    def _say(self, message: Message) -> None:
        words = self._look.say(message)
        self.state.setText(words)
        self.told.emit(words)

    def _end(self) -> None:
        self._search.forget()
        self.play = None
        self._show_play()
        self.walked.emit(())


def _play_from(found: Playable, target: str) -> Message:
    """What a play is called that begins somewhere."""
    if target == found.scenario.start:
        return say.PLAY_FROM_START()
    patient = found.scenario.patient
    state = next((state for state, moment in patient.lines.items() if moment.id == target), None)
    if state is None:
        return say.PLAY_FROM(moment=target)
    return say.PLAY_FROM_LINES(name=patient.first_name, state=REACTIONS[state].label())

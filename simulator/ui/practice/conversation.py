"""The conversation: the patient's face and words, and what you can answer."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import conversation as say
from simulator.services.play import Play
from simulator.services.practice import Practice
from simulator.services.reasons import reasons_of
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.engine import Considered
from simulator.session.errors import ServiceError
from simulator.session.transcript import Exchange
from simulator.session.vocabulary import Mode, Tag
from simulator.session.wording_choice import Telling
from simulator.ui.look import Look
from simulator.ui.practice.active_time import ActiveTime
from simulator.ui.practice.farewell import Farewell
from simulator.ui.practice.pause_veil import PauseVeil
from simulator.ui.practice.side_panel import SidePanel
from simulator.ui.practice.silence_bar import SilenceBar
from simulator.ui.practice.tags_and_responses import TAGS, Choices, TagBar, dock_area
from simulator.ui.practice.transcript_view import Line, TranscriptView, column_margin
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, row, scrolling
from simulator.ui.widgets.text import text_label

_SIDE_WIDTH = 264
_SIDE_SHARE = 0.29
_MOST_CHOICES = 5
_READING_MS = 300
"""Time for a word of the opening, before a first silence may run out."""
_PATIENCE_MS = 200
"""A step that is not kept after so long gets a notice; until then nobody needs one."""
_SETTLES_MS = 250
"""A key that is pressed twice by accident must not answer a moment that nobody has seen."""


class ConversationPage(QWidget):
    """Plays one session; it shows only what is already stored.

    While a step is on its way to the store no second answer is taken, and the window goes on living.
    """

    ended = Signal(Play)
    left = Signal()
    refused = Signal(str)
    """A step could not be stored or is not possible; nothing was changed."""

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._play: Play | None = None
        self._shown_at = QElapsedTimer()
        self._active = ActiveTime(practice.steady_ms)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_keeping)
        self._box = column(self, spacing=0)
        self._bar = self._header()
        self._box.addWidget(self._bar)
        middle = row(spacing=0)
        self.side = SidePanel(look)
        side = scrolling(self.side, look.say(say.PATIENT()))
        side.setProperty("kind", "side")
        self._side_area = side
        middle.addWidget(side)
        middle.addLayout(self._right(), 1)
        self._box.addLayout(middle, 1)
        self.veil = PauseVeil(self, look)
        self.veil.resumed.connect(self.resume)
        self.veil.left.connect(self._leave)
        self.veil.stopped.connect(lambda: self._act(Stop()))
        self._keys()

    def show_play(self, play: Play) -> None:
        """Show a session, new or resumed, where it stands."""
        self._play = play
        scenario = play.scenario
        self._title.setText(f"{scenario.title} · {scenario.patient.name}")
        self.side.show_patient(scenario.patient, gauges=self._learns)
        place = play.session.place
        exchanges = play.session.exchanges
        why = reasons_of(exchanges[-1], scenario.patient.grid) if exchanges else ()
        self.side.show_state(place.patient, play.session.pose, why, animated=False)
        self._no_longer_pending()
        self.transcript.show_lines(
            (*self._past_lines(play), self._line(play.session.telling, play.session.sign)), self._look
        )
        self._say_farewell(False)
        self._show_moment()

    def pause(self) -> None:
        """Stop the clock and cover the conversation."""
        if self._play is None or self._play.session.ended or self.veil.isVisible():
            return
        self.silence.pause()
        self._active.stop_for("pause")
        self._cover(covered=True)
        self.veil.show_over(self)

    def resume(self) -> None:
        """Take the cover away and go on."""
        self._cover(covered=False)
        self._active.go_on_after("pause")
        self._go_on_counting()
        self.transcript.setFocus()

    def _cover(self, *, covered: bool) -> None:
        """What is under the pause can be reached neither by key nor by Tab."""
        self.veil.setVisible(covered)
        for part in (self._bar, self._side_area, self.transcript, self._dock):
            part.setDisabled(covered)

    def _header(self) -> QWidget:
        header = QFrame()
        header.setProperty("kind", "bar")
        box = row(header, spacing=16)
        box.setContentsMargins(24, 10, 16, 10)
        self._title = text_label("", "heading")
        self._turn = text_label("", "small", wrap=False)
        self.pause_button = Button(self._say(say.PAUSE), "quiet", hint=self._say(say.PAUSE_HINT))
        self.pause_button.clicked.connect(self.pause)
        box.addWidget(self._title, 1)
        box.addWidget(self._turn)
        box.addWidget(self.pause_button)
        return header

    def _right(self) -> QVBoxLayout:
        right = column(spacing=0)
        self.transcript = TranscriptView(self._look)
        right.addWidget(self.transcript, 3)
        self._dock = QFrame()
        self._dock.setProperty("kind", "dock")
        box = self._dock_box = column(self._dock, spacing=8)
        self.silence = SilenceBar()
        self.silence.stayed.connect(self._stay_silent)
        self.silence.ran_out.connect(self._ran_out)
        self.tags = TagBar(self._look)
        self.tags.tagged.connect(self._tag)
        self.choices = Choices()
        self.choices.chosen.connect(self._choose)
        self._choices_area: QScrollArea = dock_area(self.tags, self.choices)
        self.keeping = text_label(self._say(say.KEEPING), "quiet")
        self.keeping.hide()
        box.addWidget(self._choices_area, 1)
        box.addWidget(self.keeping)
        box.addWidget(self.silence)
        self._dock.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.farewell = Farewell()
        self.farewell.looked_back.connect(self._look_back)
        box.addWidget(self.farewell, 1)
        right.addWidget(self._dock, 4)
        return right

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The dock's column stands under the conversation's."""
        super().resizeEvent(event)
        wished = round(_SIDE_WIDTH * (0.6 + 0.4 * self._look.scale))
        self._side_area.setFixedWidth(max(_SIDE_WIDTH, min(wished, round(self.width() * _SIDE_SHARE))))
        side = 20 + column_margin(self.transcript.width(), self._look)
        self._dock_box.setContentsMargins(side, 10, side, 6)

    def _keys(self) -> None:
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for number in range(1, _MOST_CHOICES + 1):
            QShortcut(QKeySequence(str(number)), self, lambda n=number: self._number(n), context=context)
        for tag, key, _word, _family in TAGS:
            QShortcut(QKeySequence(key), self, lambda t=tag: self._tag(t), context=context)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self, self._space, context=context)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._escape, context=context)

    def _space(self) -> None:
        """Space presses the button that has the keyboard; elsewhere it stays silent."""
        focused = self.focusWidget()
        if isinstance(focused, QAbstractButton) and focused.hasFocus():
            focused.click()
        elif self.settled:
            self._stay()

    def _number(self, number: int) -> None:
        if self.settled:
            self.choices.press(number)

    @property
    def settled(self) -> bool:
        """Whether the moment has been on the screen long enough that a key is meant for it and not for the last one."""
        return not self._shown_at.isValid() or self._shown_at.elapsed() >= _SETTLES_MS

    def _escape(self) -> None:
        if self.veil.isVisible():
            self.resume()
        else:
            self.pause()

    @property
    def _learns(self) -> bool:
        return self._play is not None and self._play.session.started.mode is Mode.LEARN

    def _tag(self, tag: Tag) -> None:
        if self._play and not self.veil.isVisible() and self._play.session.standing.tag is None:
            self._act(GiveTag(tag))
        if self._play:
            # A button checks itself when it is pressed; it is to show what is kept, and no more.
            self.tags.show_tag(self._play.session.standing.tag)

    def _choose(self, response: str) -> None:
        self._act(Choose(response))

    def _ran_out(self) -> None:
        self._stay(ran_out=True)

    def _stay_silent(self) -> None:
        self._stay()

    def _stay(self, *, ran_out: bool = False) -> None:
        if not self.veil.isVisible():
            self._act(StaySilent(ran_out))

    def _act(self, action: Action) -> None:
        """Have a step kept; only then has it happened."""
        play = self._play
        if play is None or play.session.ended:
            return
        try:
            found = play.consider(action)
        except ServiceError as refusal:
            self._refuse(play, refusal)
            return
        if found is None:
            return
        timing = self._practice.timing(self._active.ms)
        self.silence.pause()
        self._patience.start()
        self._door.change(
            self,
            lambda store: play.keep(store, found, timing),
            lambda _header: self._kept(play, found),
            lambda refusal: self._refuse(play, refusal),
            Topic.SESSIONS,
        )

    def _refuse(self, play: Play, refusal: ServiceError) -> None:
        play.forget()
        self.refused.emit(self._look.say(refusal.message))
        if play is self._play:
            self._no_longer_pending()
            self._go_on_counting()

    def _kept(self, play: Play, found: Considered) -> None:
        """A step is in the store: now it has happened, and is shown."""
        play.settle(found)
        if play is not self._play:
            return
        self._no_longer_pending()
        exchange = found.exchange
        if exchange is not None:
            self.transcript.add(self._your_line(exchange), paced=False)
        if play.session.ended:
            self.silence.stop()
            self._cover(covered=False)
            self._active.go_on_after("pause")
            self._end(play)
        elif exchange is None:
            self._show_dock()
            self._go_on_counting()
        else:
            self._show_answer(play, exchange)

    def _end(self, play: Play) -> None:
        """Let the patient have the last word in the room; who stopped the session looks back at once."""
        closing = play.session.standing.closing
        if closing is None or closing.stopped:
            self.ended.emit(play)
            return
        why = reasons_of(play.session.exchanges[-1], play.scenario.patient.grid)
        self.side.show_state(closing.state, closing.pose, why, animated=not self._look.reduced_motion)
        name, shows = play.scenario.patient.first_name, closing.shows
        if closing.says or shows:
            self.transcript.add(Line(name, you=False, says=closing.says, shows=shows), paced=False)
        self._say_farewell(True)

    def _say(self, sentence: Sentence) -> str:
        return self._look.say(sentence())

    def _say_farewell(self, over: bool) -> None:
        self._choices_area.setVisible(not over)
        self.silence.setVisible(not over)
        self.farewell.setVisible(over)
        self.pause_button.setDisabled(over)
        if over:
            self.farewell.button.setFocus()

    def _look_back(self) -> None:
        if self._play is not None:
            self.ended.emit(self._play)

    def _show_answer(self, play: Play, exchange: Exchange) -> None:
        place = play.session.place
        animated = not self._look.reduced_motion
        why = reasons_of(exchange, play.scenario.patient.grid)
        self.side.show_state(place.patient, play.session.pose, why, animated=animated)
        self.transcript.add(self._line(play.session.telling, play.session.sign), paced=animated)
        self._show_moment()
        self.transcript.setFocus()

    def _show_moment(self) -> None:
        play = self._play
        if play is None:
            return
        place = play.session.place
        self._turn.setText(self._look.say(say.TURN(turn=place.turn, turns=play.session.script.turns)))
        self._shown_at.start()
        self._active.start()
        first = place.turn == 1
        reading = sum(len(line.say.split()) for line in play.scenario.opening) * _READING_MS // 1000 if first else 0
        self.silence.show_silence(play.session.telling.silence, timed=self._look.silence_timer, reading_s=reading)
        if not self._active.running:
            self.silence.pause()
        self._show_dock()
        self._choices_area.verticalScrollBar().setValue(0)

    def _show_dock(self) -> None:
        if self._play is None:
            return
        session = self._play.session
        tag = session.standing.tag
        self.tags.show_tag(tag)
        self.choices.show_responses(session.sentences(), waiting=tag is None and not self._learns)

    def _past_lines(self, play: Play) -> tuple[Line, ...]:
        name = play.scenario.patient.first_name
        lines = [Line(self._say(say.YOU) if o.you else name, o.you, o.say, o.shows) for o in play.scenario.opening]
        for exchange in play.session.exchanges:
            lines += [self._line(exchange.telling, exchange.sign), self._your_line(exchange)]
        return tuple(lines)

    def _line(self, telling: Telling, sign: Message | None) -> Line:
        name = self._play.scenario.patient.first_name if self._play else ""
        shows = (*telling.shows, self._look.say(sign)) if sign else telling.shows
        silent = self._say(say.SILENCE) if telling.silence or not telling.patient else ""
        return Line(name, you=False, says=telling.patient, shows=shows, silent=silent)

    def _your_line(self, exchange: Exchange) -> Line:
        if exchange.response is None:
            return Line(self._say(say.YOU), you=True, says="", silent=self._say(say.YOU_STAY_SILENT))
        return Line(self._say(say.YOU), you=True, says=exchange.words)

    def _say_keeping(self) -> None:
        self.keeping.show()

    def _no_longer_pending(self) -> None:
        self._patience.stop()
        self.keeping.hide()

    def _leave(self) -> None:
        """Go; a step that is still on its way is kept without being shown."""
        self._play = None
        self.silence.stop()
        self._no_longer_pending()
        self._cover(covered=False)
        self._active.go_on_after("pause")
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where the keys of the conversation work."""
        super().showEvent(event)
        if not event.spontaneous():
            self.transcript.setFocus()
        self.window().installEventFilter(self)
        self._watch_window()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or no window: the time does not run."""
        super().hideEvent(event)
        self._stop_for("hidden")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the window is put away, or is there again."""
        if event.type() is QEvent.Type.WindowStateChange and watched is self.window():
            self._watch_window()
        return super().eventFilter(watched, event)

    def _watch_window(self) -> None:
        if self.window().isMinimized():
            self._stop_for("hidden")
        elif self.isVisible():
            self._active.go_on_after("hidden")
            self._go_on_counting()

    def _stop_for(self, reason: str) -> None:
        self._active.stop_for(reason)
        self.silence.pause()

    def _go_on_counting(self) -> None:
        """A silence goes on while somebody is there and no answer is on its way."""
        if self._active.running and self._play is not None and not self._play.pending:
            self.silence.resume()

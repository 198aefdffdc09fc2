"""The conversation: the patient's face and words, and what you can answer."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import conversation as say
from simulator.services.before_answering import Noted
from simulator.services.play import Play
from simulator.services.practice import Practice
from simulator.services.reasons import reasons_of
from simulator.services.tag_answer import answer_to_tag
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.engine import Considered
from simulator.session.errors import ServiceError
from simulator.session.events import StayedSilent
from simulator.session.transcript import Exchange
from simulator.session.vocabulary import Mode, Tag
from simulator.session.wording_choice import Telling
from simulator.storage.key_bindings import KeyAction
from simulator.ui.conversation_keys import key_meant
from simulator.ui.look import Look
from simulator.ui.practice.active_time import ActiveTime
from simulator.ui.practice.answer_area import AnswerArea
from simulator.ui.practice.conversation_header import ConversationHeader
from simulator.ui.practice.presence import Presence
from simulator.ui.practice.side_fold import SideFold
from simulator.ui.practice.side_panel import SidePanel
from simulator.ui.practice.spoken import line_spoken, opening_spoken, reasons_spoken, responses_spoken
from simulator.ui.practice.tags_and_responses import TAG_OF
from simulator.ui.practice.transcript_view import Line, TranscriptView
from simulator.ui.practice.words_and_answers import WordsAndAnswers
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.widgets.layouts import column, row, scrolling

_SIDE_WIDTH: Final = 264
_SIDE_SHARE: Final = 0.29
_SCROLL_BAR: Final = 14
"""Pixels that stay free for a scroll bar beside the side, so that nothing moves when it comes."""
_READING_MS: Final = 300
"""Time for a word, before a silence may begin to run."""
_PATIENCE_MS: Final = 200
"""A step that is not kept after so long gets a notice; until then nobody needs one."""
_SETTLES_MS: Final = 300
"""A key that is pressed sooner after a new line was meant for the line before."""
_PRESSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ConversationPage(QWidget):
    """Plays one session; it shows only what is already stored.

    While a step is on its way to the store no second answer is taken, and the window goes on living.
    """

    ended = Signal(Play)
    left = Signal()
    stepped_back = Signal(Play)
    help_wanted = Signal()
    settings_wanted = Signal()
    refused = Signal(str)
    """A step could not be stored or is not possible; nothing was changed."""
    announced = Signal(str)
    """What appeared on the page by itself, in words to be read out."""

    def __init__(self, look: Look, practice: Practice, door: StoreDoor) -> None:
        super().__init__()
        self._look = look
        self._practice = practice
        self._door = door
        self._play: Play | None = None
        self._shown_at = QElapsedTimer()
        self._active = ActiveTime(practice.steady_ms)
        self._reading_ms = 0
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._say_keeping)
        self._presence = Presence(self)
        self._presence.changed.connect(self._look_who_is_there)
        box = column(self, spacing=0)
        self.header = self._make_header()
        box.addWidget(self.header)
        middle = row(spacing=0)
        self.side = SidePanel(look)
        self._side_area = scrolling(self.side, look.say(say.PATIENT()))
        self._side_area.setProperty("kind", "side")
        self.fold = SideFold(self._side_area, look)
        self.header.take_in(self.fold.button)
        middle.addWidget(self._side_area)
        middle.addWidget(self._make_talk(), 1)
        box.addLayout(middle, 1)
        self.veil = self.answers.veil
        self.veil.resumed.connect(self.resume)
        self.veil.left.connect(self.leave)
        self.veil.stopped.connect(lambda: self._act(Stop()))

    def show_play(self, play: Play) -> None:
        """Show a session, new or resumed, where it stands."""
        self._play = play
        scenario = play.scenario
        self.header.show_title(f"{scenario.title} · {scenario.patient.name}", can_step_back=self._learns)
        self.side.show_patient(scenario.patient)
        self.fold.show_name(scenario.patient.first_name)
        self._no_longer_pending()
        self.answers.show_question(opens=not self._learns)
        self.before.show_noted(Noted())
        lines = (*self._past_lines(play), self._line(play.session.telling, play.session.sign))
        begins = not play.session.exchanges
        told = [seen for line in (lines if begins else lines[-1:]) for seen in line.shows]
        self.side.show_state(play.session.place.patient, play.session.pose, told, animated=False)
        self.transcript.show_lines(lines, self._look, from_first=begins)
        self.announced.emit(opening_spoken(self._look, lines if begins else lines[-1:]))
        self._say_farewell(False)
        self._show_moment(opening=begins)

    @property
    def play(self) -> Play | None:
        """The session on the screen."""
        return self._play

    def pause(self) -> None:
        """Stop the clock and cover the answers; what was said can be read again."""
        play = self._play
        if play is None or play.session.ended or self.veil.isVisible():
            return
        self._active.stop_for("pause")
        self._cover(covered=True)
        self.veil.show_over(one_sitting=play.session.started.mode is Mode.ASSESS)

    def resume(self) -> None:
        """Take the cover away and go on."""
        self._cover(covered=False)
        self._active.go_on_after("pause")
        self.transcript.setFocus()

    def _cover(self, *, covered: bool) -> None:
        self.answers.cover(covered)
        self.header.setDisabled(covered)

    def _make_header(self) -> ConversationHeader:
        header = ConversationHeader(self._look)
        header.stepped_back.connect(self._step_back)
        header.help_wanted.connect(self.help_wanted)
        header.settings_wanted.connect(self.settings_wanted)
        header.paused.connect(self.pause)
        return header

    def _make_talk(self) -> QWidget:
        """What was said, and below it what one can answer."""
        self.transcript = TranscriptView(self._look)
        self.answers = AnswerArea(self._look, self._silence_counts)
        self.tags, self.choices, self.before = self.answers.tags, self.answers.choices, self.answers.before
        self.silence, self.keeping, self.farewell = self.answers.silence, self.answers.keeping, self.answers.farewell
        self.tags.tagged.connect(self._tag)
        self.choices.chosen.connect(self._choose)
        self.choices.button_made.connect(lambda button: button.installEventFilter(self))
        self.before.done.connect(self.transcript.setFocus)
        self.silence.stayed.connect(self._stay_silent)
        self.silence.ran_out.connect(self._ran_out)
        self.farewell.looked_back.connect(self._look_back)
        for button in (*self.tags.buttons.values(), self.silence.stay, self.silence.more):
            button.installEventFilter(self)
        return WordsAndAnswers(self.transcript, self.answers, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side takes its share of the width."""
        super().resizeEvent(event)
        self.fold.fit(self.width())
        wished = round(_SIDE_WIDTH * (0.6 + 0.4 * self._look.scale))
        side = max(_SIDE_WIDTH, min(wished, round(self.width() * _SIDE_SHARE)))
        self._side_area.setFixedWidth(side)
        self.side.setFixedWidth(side - _SCROLL_BAR)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a key does that nothing on the page wanted for itself; a held key acts once."""
        meant = key_meant(event, self._look.keys, QGuiApplication.platformName())
        escape = event.key() == Qt.Key.Key_Escape
        if self._play is None or (meant is None and not escape):
            super().keyPressEvent(event)
            return
        event.accept()
        if event.isAutoRepeat():
            return
        if escape:
            self._escape()
        elif self.settled and not self.veil.isVisible():
            self._do(meant)

    def _do(self, meant: int | KeyAction | None) -> None:
        match meant:
            case int(number):
                self.choices.press(number)
            case KeyAction.STAY_SILENT:
                self._stay()
            case KeyAction.STEP_BACK:
                self._step_back()
            case KeyAction.BEFORE_ANSWER:
                self.before.button.click()
            case KeyAction():
                self._tag(TAG_OF[meant])
            case None:
                pass

    @property
    def settled(self) -> bool:
        """Whether the moment has been on the screen long enough that a key is meant for it and not for the last one."""
        return not self._shown_at.isValid() or self._shown_at.elapsed() >= _SETTLES_MS

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """No button of an answer is pressed by a key before the moment has settled."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.key() in _PRESSING and not self.settled
        return super().eventFilter(watched, event)

    def _escape(self) -> None:
        if self.veil.isVisible():
            self.resume()
        else:
            self.pause()

    # Steps.

    @property
    def _learns(self) -> bool:
        return self._play is not None and self._play.session.started.mode is Mode.LEARN

    def _tag(self, tag: Tag) -> None:
        play = self._play
        if play is None:
            return
        if not self.veil.isVisible() and not play.session.ended and tag is not play.session.standing.tag:
            self._act(GiveTag(tag))
        # A button checks itself when it is pressed; it is to show what is kept, and no more.
        self._show_tag(play)

    def _choose(self, response: str) -> None:
        self._act(Choose(response))

    def _ran_out(self) -> None:
        self._stay(ran_out=True)

    def _stay_silent(self) -> None:
        self._stay()

    def _stay(self, *, ran_out: bool = False) -> None:
        if not self.veil.isVisible():
            self._act(StaySilent(ran_out))

    def _step_back(self) -> None:
        """Go back to before the last answer, in a conversation of its own."""
        play = self._play
        if play is not None and self._learns and play.session.exchanges and not play.pending:
            self.stepped_back.emit(play)

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
        noted = self.before.noted if isinstance(action, Choose | StaySilent) else Noted()
        self._patience.start()
        self._door.change(
            self,
            lambda store: self._practice.keep(store, play, found, timing, noted),
            lambda _header: self._kept(play, found),
            lambda refusal: self._refuse(play, refusal),
            *((Topic.SESSIONS, Topic.REMARKS) if noted else (Topic.SESSIONS,)),
        )

    def _refuse(self, play: Play, refusal: ServiceError) -> None:
        play.forget()
        self.refused.emit(self._look.say(refusal.message))
        if play is self._play:
            self._no_longer_pending()

    def _kept(self, play: Play, found: Considered) -> None:
        """A step is in the store: now it has happened, and is shown."""
        first_tag = play.session.standing.tag is None
        play.settle(found)
        if play is not self._play:
            return
        self._no_longer_pending()
        exchange = found.exchange
        if exchange is not None:
            said = self._your_line(exchange)
            self.transcript.add(said, paced=False)
            self.announced.emit(line_spoken(self._look, said))
            self.before.show_noted(Noted())
        if play.session.ended:
            self.silence.stop()
            self._cover(covered=False)
            self._active.go_on_after("pause")
            self._end(play)
        elif exchange is None:
            if first_tag and not self._learns:
                self.transcript.show_newest()
            self._show_dock()
            if first_tag:
                self._announce_what_the_tag_opened(play)
        else:
            self._show_answer(play, found)

    def _end(self, play: Play) -> None:
        """Let the patient have the last word in the room; who stopped the session looks back at once."""
        closing = play.session.standing.closing
        if closing is None or closing.stopped:
            self.ended.emit(play)
            return
        self.side.show_state(closing.state, closing.pose, closing.shows, animated=not self._look.reduced_motion)
        if self._learns:
            self.side.tell_feelings(closing.state, self._why(play))
        name, shows = play.scenario.patient.first_name, closing.shows
        if closing.says or shows:
            last = Line(name, you=False, says=closing.says, shows=shows)
            self.transcript.add(last, paced=False)
            self.announced.emit(line_spoken(self._look, last))
        self.announced.emit(self.farewell.words)
        self._say_farewell(True)

    def _say(self, sentence: Sentence) -> str:
        return self._look.say(sentence())

    def _say_farewell(self, over: bool) -> None:
        self.header.pause.setDisabled(over)
        self.answers.show_over(over)

    def _look_back(self) -> None:
        if self._play is not None:
            self.ended.emit(self._play)

    # What is shown.

    def _show_answer(self, play: Play, found: Considered) -> None:
        animated = not self._look.reduced_motion
        line = self._line(play.session.telling, play.session.sign)
        self.side.show_state(play.session.place.patient, play.session.pose, line.shows, animated=animated)
        self.transcript.add(line, paced=animated)
        self.announced.emit(line_spoken(self._look, line))
        self._show_moment()
        ran_out = isinstance(found.event, StayedSilent) and found.event.ran_out
        if not ran_out or self.focusWidget() is None:
            self.transcript.setFocus()

    def _show_moment(self, *, opening: bool = False) -> None:
        play = self._play
        if play is None:
            return
        place, telling = play.session.place, play.session.telling
        self.header.show_turn(place.turn, play.session.script.turns)
        self._shown_at.start()
        self._active.start()
        read = [*telling.shows, telling.patient, *([line.say for line in play.scenario.opening] if opening else [])]
        self._reading_ms = _READING_MS * sum(len(words.split()) for words in read)
        self.silence.show_silence(telling.silence, timed=self._look.timed_silences)
        self._show_dock()
        self.announced.emit(
            responses_spoken(self._look, len(play.session.sentences()), waiting=self._waits_for_tag(play))
        )
        self.answers.show_top()

    def _show_dock(self) -> None:
        play = self._play
        if play is None:
            return
        self._show_tag(play)
        self.answers.show_responses(() if self._waits_for_tag(play) else play.session.sentences())

    def _waits_for_tag(self, play: Play) -> bool:
        return play.session.standing.tag is None and not self._learns

    def _announce_what_the_tag_opened(self, play: Play) -> None:
        """In Learn how it feels to the patient, and why; elsewhere the responses."""
        if self._learns:
            self.announced.emit(self.tags.answer.text())
            self.announced.emit(reasons_spoken(self._look, self._why(play), self.side.state_named))
        else:
            self.announced.emit(responses_spoken(self._look, len(play.session.sentences()), waiting=False))

    def _why(self, play: Play) -> tuple[Message, ...]:
        """Why it feels to the patient as it does now; before the first answer there is nothing to tell."""
        last = play.session.exchanges[-1:]
        return reasons_of(last[0], play.scenario.patient.grid) if last else ()

    def _show_tag(self, play: Play) -> None:
        """Show the tag, and in Learn what is told once it was given: whether it fits, how it feels, and why."""
        session = play.session
        tag = session.standing.tag
        if session.ended:
            return
        if not self._learns:
            self.side.hide_feelings(waiting=False)
            self.tags.show_tag(tag, say.RESPONSES_WAIT() if tag is None else say.TAG_CHANGES())
            return
        self.tags.show_tag(tag, answer_to_tag(session) or say.TAG_WAITS())
        if tag is None:
            self.side.hide_feelings(waiting=True)
        else:
            self.side.tell_feelings(session.place.patient, self._why(play))

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
        self.answers.show_keeping(True)

    def _no_longer_pending(self) -> None:
        self._patience.stop()
        if not self.keeping.isHidden():
            self.answers.show_keeping(False)

    def leave(self) -> None:
        """Go; a step that is still on its way is kept without being shown."""
        self._play = None
        self.silence.stop()
        self._no_longer_pending()
        self._cover(covered=False)
        self._active.go_on_after("pause")
        self.left.emit()

    def end_sitting(self) -> None:
        """One sitting that is left has ended; anything else waits for its trainee."""
        play = self._play
        if play is not None and play.session.started.mode is Mode.ASSESS:
            self._act(Stop())

    # Who is there.

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard where the keys of the conversation work."""
        super().showEvent(event)
        if not event.spontaneous():
            self.transcript.setFocus()
        self._presence.watch()
        self._look_who_is_there()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page, or no window: the time does not run."""
        super().hideEvent(event)
        self._active.stop_for("hidden")

    def _look_who_is_there(self) -> None:
        if self._presence.seen:
            self._active.go_on_after("hidden")
        else:
            self._active.stop_for("hidden")

    def _silence_counts(self) -> bool:
        """Whether a silence goes on now; one that may run out only while its reader is there, has read, and has tagged."""
        play = self._play
        if play is None or play.pending or not self._active.running:
            return False
        if not self._look.timed_silences:
            return True
        tagged = play.session.standing.tag is not None
        read = not self.transcript.revealing and self._active.ms >= self._reading_ms
        return tagged and read and self._presence.at_hand and self.before.isHidden()

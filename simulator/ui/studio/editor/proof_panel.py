"""The proof beside the faces of the editor: a few sentences with their places first, and all the rest folded below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import live_proof as say
from simulator.messages.sentences import proof_parts as parts
from simulator.messages.sentences.studio_editor import GO_THERE
from simulator.scenario.kind_at import table_of
from simulator.scenario.to_write import to_write
from simulator.services.live_proof import LiveProof, Placed, minutes_to_read, words_of
from simulator.services.proof_sentences import first_sentences, to_fix
from simulator.services.told_in_words import in_words
from simulator.services.verdict_words import VERDICT_WORDS
from simulator.ui.look import Look
from simulator.ui.studio.editor.live_prover import LiveProver
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.widgets.buttons import Button, ChoiceButton
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.groups import NamedGroup
from simulator.ui.widgets.layouts import clear, column, row, scrolling
from simulator.ui.widgets.text import text_label

if TYPE_CHECKING:
    from simulator.analysis.conversations_to_read import ToRead
    from simulator.analysis.scenario_analysis import Analysis

_WIDE: Final = 340
_LONG_MS: Final = 2_000
"""Work that takes longer can be stopped by a button."""


class ProofPanel(QFrame):
    """What is proved of the open file; it is worked out only while the panel is shown."""

    place_wanted = Signal(tuple)
    """Somebody wants to go to a moment, a response or a wording, by its path."""

    finding_wanted = Signal(object)
    """Somebody wants to mend what stands in another file: a ``Diagnostic``."""

    conversation_wanted = Signal(tuple, Message)
    """A conversation is to be played, by its answers, with what it is called."""

    play_wanted = Signal(str)
    """Somebody wants to play from a moment, by its id."""

    uncovered_changed = Signal(tuple)
    """Other responses are those that hardly anybody is offered, as moments and responses."""

    whole_wanted = Signal()
    """Somebody wants the page of everything that was found."""

    announced = Signal(str)

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__()
        self._file, self._look = file, look
        self._in_text = True
        self.setProperty("kind", "beside")
        self.prover = LiveProver(file, self)
        self.prover.changed.connect(self._show_state)
        self.prover.progressed.connect(self._show_progress)
        self.prover.proved.connect(self._show_proof)
        self.prover.proved.connect(self._announce)
        self.prover.told.connect(self._show_proof)
        box = column(self, margin=12, spacing=8)
        head = row(spacing=8)
        head.addWidget(text_label(look.say(say.TITLE()), "heading", wrap=False))
        head.addStretch(1)
        self.act = Button(look.say(say.STOP()), "link")
        self.act.clicked.connect(self._act)
        head.addWidget(self.act)
        box.addLayout(head)
        self.state = text_label("", "small-quiet")
        box.addWidget(self.state)
        inside = QWidget()
        self._box = column(inside, spacing=14)
        self._box.setContentsMargins(0, 0, 8, 8)
        box.addWidget(scrolling(inside, look.say(say.TITLE())), 1)
        self._long = QTimer(self)
        self._long.setSingleShot(True)
        self._long.setInterval(_LONG_MS)
        self._long.timeout.connect(self.act.show)
        self.sentences: list[str] = []
        self.folds: dict[str, Fold] = {}
        self.setMinimumWidth(round(_WIDE * look.scale))
        self._show_state()

    def showEvent(self, event: QShowEvent) -> None:
        """Somebody looks: what is not proved yet is tried."""
        super().showEvent(event)
        self.prover.look(True, by=self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing is tried."""
        super().hideEvent(event)
        self.prover.look(False, by=self)

    def close_panel(self) -> None:
        """Let work under way end, because the page is being closed."""
        self.prover.end()

    @property
    def _is_scenario(self) -> bool:
        return "moments" in table_of(self._file.written.text).rows

    def _act(self) -> None:
        if self.prover.trying:
            self.prover.stop()
        else:
            self.prover.begin()

    def _show_state(self) -> None:
        self.state.setText(self._look.say(self._standing()))
        prover = self.prover
        # What is soon done again is worked at without a word: nothing comes and goes at every text that is written.
        quick = prover.proof is not None and not prover.stopped
        if not prover.trying:
            self._long.stop()
        elif quick and not self._long.isActive() and self.act.isHidden():
            self._long.start()
        self.act.setVisible(prover.stale and (not quick or (prover.trying and not self.act.isHidden())))
        self.act.show_words(self._look.say((say.STOP if prover.trying else say.GO_ON)()))

    def _standing(self) -> Message:
        prover = self.prover
        if not prover.stale:
            return self._of_now() if self._is_scenario else say.NOT_A_SCENARIO()
        if prover.stopped:
            return say.STOPPED()
        if prover.trying and prover.begun_to_tell:
            return say.EARLY()
        if prover.proof is None:
            return say.TRYING() if prover.trying else say.WAITING()
        return say.BEFORE_LAST_CHANGE()

    def _of_now(self) -> Message:
        unwritten = sum(1 for _ in to_write(self._file.written.root))
        return say.AS_OF_WRITTEN(count=unwritten) if unwritten else say.AS_OF_NOW()

    def _show_progress(self, turn: int, states: int) -> None:
        if self.prover.proof is None and turn:
            self.state.setText(self._look.say(say.TRYING_TURN(turn=turn, states=states)))

    # What was found.

    def _show_proof(self) -> None:
        proof = self.prover.proof
        clear(self._box)
        opened = {name for name, fold in self.folds.items() if not fold.inside.isHidden()}
        self.folds, self.sentences = {}, []
        if proof is None or not self._is_scenario:
            self.uncovered_changed.emit(())
            return
        told = first_sentences(proof)
        group = NamedGroup(self._look.say(say.SENTENCES()))
        listing = column(group, spacing=12)
        for one in told:
            self.sentences.append(self._told(one.message))
            listing.addWidget(self._sentence(one))
        self._box.addWidget(group)
        for name, fold in self._folded(proof, told):
            self.folds[name] = fold
            fold.set_open(name in opened)
            self._box.addWidget(fold)
        whole = Button(self._look.say(say.WHOLE_PAGE()), "link")
        whole.clicked.connect(lambda _checked=False: self.whole_wanted.emit())
        self._box.addWidget(whole, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addStretch(1)
        if not proof.early:
            self.uncovered_changed.emit(proof.uncovered)

    def _announce(self) -> None:
        proof = self.prover.proof
        told = first_sentences(proof) if proof is not None and self._is_scenario else ()
        if told:
            self.announced.emit(self._look.say(say.DONE_TOLD(what=self._told(told[0].message))))

    def _sentence(self, one: Placed, kind: str = "body") -> QWidget:
        """A sentence with where it goes and what shows it."""
        holder, words = QWidget(), self._told(one.message)
        box = column(holder, spacing=2)
        box.addWidget(text_label(words, kind))  # type: ignore[arg-type]
        ways = Flow(spacing=12)
        if one.place is not None or one.finding is not None:
            there = self._link(say.GO_THERE_FOR(what=words), self._look.say(GO_THERE()))
            there.clicked.connect(lambda _checked=False, shown=one: self._go(shown))
            ways.items.addWidget(there)
        if one.witness is not None or one.play_from:
            play = self._link(say.PLAY_IT_FOR(what=words), self._look.say(say.PLAY_IT()))
            play.clicked.connect(lambda _checked=False, shown=one: self._play(shown))
            ways.items.addWidget(play)
        if ways.items.count():
            box.addWidget(ways)
        return holder

    def _link(self, name: Message, words: str) -> Button:
        return Button(words, "link", name=self._look.say(name))

    def show_for(self, *, in_text: bool) -> None:
        """Name the keys of the language for whoever types them, and what they are called for everybody else."""
        if in_text != self._in_text:
            self._in_text = in_text
            self._show_proof()

    def _told(self, message: Message) -> str:
        return self._look.say(message) if self._in_text else in_words(message, self._look.say)

    def _go(self, one: Placed) -> None:
        if one.finding is not None:
            self.finding_wanted.emit(one.finding)
        else:
            self.place_wanted.emit(one.place)

    def _play(self, one: Placed) -> None:
        if one.play_from:
            self.play_wanted.emit(one.play_from)
        elif one.witness is not None:
            self.conversation_wanted.emit(one.witness, say.WITNESS())

    # What is folded.

    def _folded(self, proof: LiveProof, told: tuple[Placed, ...]) -> Iterator[tuple[str, Fold]]:
        rest = [one for one in to_fix(proof) if all(one.message not in _within(first.message) for first in told)]
        if rest:
            yield "rest", self._fold(say.REST_TO_FIX(count=len(rest)), *(self._sentence(one, "small") for one in rest))
        tried = proof.tried
        analysis = None if tried is None else tried.analysis
        if analysis is not None and analysis.learning is not None:
            yield "endings", self._endings(analysis)
        if analysis is not None and analysis.exact and proof.uncovered:
            yield "uncovered", self._uncovered(proof)
        if tried is not None and tried.to_read is not None and tried.to_read.conversations:
            yield "read", self._read(tried.to_read)
        if proof.playable is not None:
            yield "length", self._length(proof)

    def _fold(self, words: Message, *inside: QWidget) -> Fold:
        fold = Fold(self._look.say(say.SHOW(what=words)), self._look.say(say.HIDE(what=words)))
        for each in inside:
            fold.body.addWidget(each)
        return fold

    def _quiet(self, message: Message) -> QWidget:
        return text_label(self._look.say(message), "small-quiet")

    def _endings(self, analysis: Analysis) -> Fold:
        from simulator.ui.studio.fare_card import FareCard

        card = FareCard(self._look, margin=12)
        assert analysis.learning is not None
        card.show_fare(analysis, analysis.learning)
        return self._fold(say.ENDINGS(), card)

    def _uncovered(self, proof: LiveProof) -> Fold:
        uncovered = proof.uncovered
        rows = self._responses(uncovered)
        return self._fold(say.UNCOVERED(count=len(uncovered)), self._quiet(say.UNCOVERED_LEAD()), *rows)

    def _responses(self, named: Sequence[tuple[str, str]]) -> list[QWidget]:
        """A button for each response, by its moment and its own id, which leads there."""
        rows: list[QWidget] = []
        for number, (moment, response) in enumerate(named, 1):
            words = self._look.say(say.UNCOVERED_ROW(response=response, moment=moment))
            button = ChoiceButton(number, words, tight=True)
            at = ("moments", moment, "responses", response)
            button.clicked.connect(lambda _checked=False, there=at: self.place_wanted.emit(there))
            rows.append(button)
        return rows

    def _read(self, found: ToRead) -> Fold:
        all_ = len(found.conversations)
        lead = say.READ_LEAD(count=all_, touched=found.touched, all=found.responses)
        rows: list[QWidget] = []
        for number, one in enumerate(found.conversations, 1):
            words = say.CONVERSATION(
                turns=parts.TURNS(count=len(one.steps)),
                new=say.RESPONSES(count=one.new),
                ending=VERDICT_WORDS[one.verdict](),
            )
            button = ChoiceButton(number, self._look.say(words), tight=True)
            title = say.READ_IT(number=number, all=all_)
            button.clicked.connect(
                lambda _checked=False, steps=one.steps, named=title: self.conversation_wanted.emit(steps, named)
            )
            rows.append(button)
        for told, named in ((say.READ_LEFT, found.left), (say.READ_BEYOND, found.beyond)):
            if named:
                rows += [self._quiet(told(count=len(named))), *self._responses(named)]
        return self._fold(say.READ(), self._quiet(lead), *rows)

    def _length(self, proof: LiveProof) -> Fold:
        assert proof.playable is not None
        words = words_of(proof.playable.scenario)
        told = [self._quiet(say.WORDS(words=words, minutes=minutes_to_read(words)))]
        analysis = None if proof.tried is None else proof.tried.analysis
        if analysis is not None and analysis.minutes is not None:
            told.append(self._quiet(say.LASTS(minutes=analysis.minutes)))
        return self._fold(say.LENGTH(), *told)


def _within(message: Message) -> tuple[object, ...]:
    """A sentence and those inside it."""
    return (message, *(value for _, value in message.values))

"""One decision point: how many came, how hard it was, and what was chosen of what was on offer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.analysis.items.item_analysis import Flag
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import corrections
from simulator.messages.sentences import sentences_chosen as say
from simulator.scenario.document import BANK_PREFIX
from simulator.services.judgement_words import cost_of
from simulator.services.sentences_chosen import Answer, Decision
from simulator.ui.look import Look
from simulator.ui.review.interval_bar import IntervalBar
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import Card, column
from simulator.ui.widgets.text import text_label

FLAGS: Final[dict[Flag, Sentence]] = {
    Flag.BACKWARDS: say.BACKWARDS,
    Flag.HARDER: say.HARDER,
    Flag.EASIER: say.EASIER,
    Flag.DRAWS_SKILLED: say.DRAWS_SKILLED,
    Flag.HARDLY_TAKEN: say.HARDLY_TAKEN,
}


class DecisionCard(Card):
    """``studio_wanted`` tells the decision and the response (empty: the moment) that are to be opened at the Studio."""

    studio_wanted = Signal(object, str)
    sentence_wanted = Signal(str)
    """The item of an answer: what its sentence is, for everybody who said it."""

    def __init__(self, decision: Decision, look: Look) -> None:
        super().__init__(margin=18, spacing=10)
        self._look = look
        self.decision = decision
        self.studio_buttons: list[Button] = []
        self.sentence_links: list[Button] = []
        self.body.addWidget(text_label(look.say(say.BEHIND(line=decision.line)), "heading"))
        self.body.addWidget(text_label(" ".join(map(look.say, _told(decision))), "body"))
        for flag in decision.figures.flags:
            self.body.addWidget(text_label(look.say(FLAGS[flag]()), "body"))
        if decision.figures.flags:
            self._add_studio(self.body, "", decision.line)
        if decision.answers:
            self.body.addWidget(text_label(look.say(say.ANSWERS()), "heading"))
        for answer in decision.answers:
            self.body.addWidget(self._answer(answer))

    def _answer(self, answer: Answer) -> QWidget:
        look, figures = self._look, answer.figures
        holder = QWidget()
        words = column(holder, spacing=4)
        said = say.ANSWER(words=answer.words) if answer.words else say.SILENCE()
        words.addWidget(text_label(look.say(said), "body"))
        words.addWidget(text_label(" ".join(map(look.say, _figures(answer))), "small"))
        share = figures.share
        words.addWidget(IntervalBar(look, 100 * share.mean, 100 * share.low, 100 * share.high))
        for flag in figures.flags:
            words.addWidget(text_label(look.say(FLAGS[flag]()), "body"))
        if figures.flags:
            self._add_studio(words, answer.response, look.say(said))
        if answer.response and figures.taken:
            self._add_sentence(words, answer)
        return holder

    def _add_sentence(self, box: QVBoxLayout, answer: Answer) -> None:
        look = self._look
        named = look.say(corrections.CORRECT_SAID_NAMED(words=answer.words))
        link = Button(look.say(corrections.CORRECT()), "link", name=named)
        link.clicked.connect(lambda: self.sentence_wanted.emit(answer.item))
        self.sentence_links.append(link)
        box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_studio(self, box: QVBoxLayout, response: str, what: str) -> None:
        """A way to the Studio; a line of the patient's own stands in another file than the scenario, and has none."""
        if self.decision.moment.startswith(BANK_PREFIX):
            return
        look = self._look
        button = Button(look.say(say.TO_STUDIO()), "plain", name=look.say(say.TO_STUDIO_NAMED(what=what)))
        button.clicked.connect(lambda: self.studio_wanted.emit(self.decision, response))
        self.studio_buttons.append(button)
        box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _told(decision: Decision) -> Iterator[Message]:
    figures = decision.figures
    low, high = _hundredths(figures.reach.low), _hundredths(figures.reach.high)
    yield say.REACH(count=figures.came, all=figures.meetings, low=low, high=high)
    if decision.learner is not None:
        yield say.REACH_EXPECTED(expected=_hundredths(decision.learner))
    found = figures.fit
    if figures.too_few:
        yield say.TOO_FEW(count=figures.came)
    elif found is not None:
        yield say.EASE(
            better=figures.better,
            telling=figures.telling,
            low=_hundredths(found.share.low),
            high=_hundredths(found.share.high),
            expected=_hundredths(found.learner_share),
        )
        gain = found.gain
        yield say.GAIN(mean=_hundredths(gain.mean), low=_hundredths(gain.low), high=_hundredths(gain.high))


def _figures(answer: Answer) -> Iterator[Message]:
    figures = answer.figures
    yield say.TAKEN(
        count=figures.taken,
        offered=figures.offered,
        low=_hundredths(figures.share.low),
        high=_hundredths(figures.share.high),
        expected=_hundredths(figures.expects),
        cost=cost_of(round(100 * figures.price)),
    )
    if figures.skill is not None and figures.skill.leaves_out(0):
        yield say.TAKERS_BETTER() if figures.skill.low > 0 else say.TAKERS_WORSE()


def tells_apart(decision: Decision) -> Message:
    """Whether those who choose well elsewhere take a better answer more often."""
    found = decision.figures.fit
    if found is None:
        return say.NO_MARK()
    if found.gain.low > 0:
        return say.MORE_OFTEN()
    return say.LESS_OFTEN() if found.gain.high < 0 else say.NOT_KNOWN()


def marks_of(decision: Decision) -> Message:
    """How many things there are to look at."""
    figures = decision.figures
    count = len(figures.flags) + sum(len(answer.figures.flags) for answer in decision.answers)
    return say.MARK_COUNT(count=count) if count else say.NO_MARK()


def _hundredths(share: float) -> int:
    return round(100 * share)

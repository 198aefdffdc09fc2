"""A play in the Studio: begun at any moment by a history that can really lead there, gone on with, and kept as a planned path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.analysis.histories import Histories, Steps, histories
from simulator.messages.message import Message
from simulator.messages.sentences import canvas as say
from simulator.scenario.document import FIRST_WORDING, STAYED_SILENT, Moment, Silence
from simulator.scenario.nodes import Path
from simulator.scenario.playable_draft import Playable
from simulator.services.plans import PlannedPath, follow, read_plan
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session, start
from simulator.session.script import Script
from simulator.session.transcript import Closing, Exchange
from simulator.session.vocabulary import Mode
from simulator.session.wording_choice import Telling

_SEED = 0
"""Of every play in the Studio, so that the same answers are the same words; a plan has it where it says nothing else."""


@dataclass(frozen=True, slots=True)
class PlayedLine:
    """One line of a play: whether the therapist spoke, the words, what is seen, and the path of what it stands in.

    ``source`` is empty where it stands in the patient's file; ``quiet`` is how many seconds a silence lasts.
    """

    you: bool
    words: str
    shows: tuple[str, ...]
    source: Path
    quiet: int = 0


def ways_to(playable: Playable, target: str) -> Histories:
    """The histories that lead to a moment, shortest first; takes up to some seconds."""
    return histories(Script(playable.scenario), target, playable.dead_ends)


class StudioPlay:
    """A conversation that an author holds to see how it goes; it is in no store, and nobody is scored.

    ``steps`` are the answers so far, those that were replayed included; staying silent is empty. Where something on the way
    is broken, or where the file was changed so that an answer is there no more, the play ends there, and ``broken_off`` says why.
    """

    def __init__(self, playable: Playable, steps: Steps = ()) -> None:
        self._playable = playable
        self.begun_at = len(steps)
        self.steps: Steps = ()
        self.broken_off: Message | None = None
        self.session = self._begin()
        self._go_on(steps)

    def reload(self, playable: Playable) -> None:
        """The file is another one: the same answers in it, as far as they can still be given."""
        steps, self._playable = self.steps, playable
        self.session, self.steps, self.broken_off = self._begin(), (), None
        self._go_on(steps)

    @property
    def over(self) -> bool:
        """Whether nothing can be answered any more."""
        return self.session.ended or self.broken_off is not None

    @property
    def here(self) -> str:
        """The id of the moment that the play has come to; that it ended in, where it ended in one."""
        if not self.session.ended:
            return self.session.place.moment.id
        closing = self.session.standing.closing
        return closing.moment.id if closing is not None and closing.moment is not None else ""

    @property
    def silence(self) -> Silence | None:
        """The silence that stands between the two now, if it is one."""
        return None if self.over else self.session.telling.silence

    @property
    def afterwards(self) -> str:
        """What became of it, where the conversation has ended and that is written."""
        closing = self.session.standing.closing
        return closing.afterwards if closing is not None else ""

    def offer(self) -> tuple[tuple[str, str], ...]:
        """What can be answered now, in file order: ids and words."""
        if self.over:
            return ()
        words = dict(self.session.sentences())
        return tuple((id_, words[id_]) for id_ in self.session.script.positions(self.session.place))

    def answer(self, response: str) -> None:
        """Answer, or stay silent where the id is empty."""
        self._step(response)

    def take_back(self) -> None:
        """The last answer was not given."""
        steps = self.steps[:-1]
        self.session, self.steps, self.broken_off = self._begin(), (), None
        self._go_on(steps)

    def visited(self) -> tuple[str, ...]:
        """The moments of the play in order, that at which it stands included."""
        moments = [exchange.moment.id for exchange in self.session.exchanges]
        return (*moments, *filter(None, (self.here,)))

    def lines(self) -> Iterator[PlayedLine]:
        """Everything said and seen, each with where it stands in the file."""
        for number, line in enumerate(self.session.script.scenario.opening):
            yield PlayedLine(line.you, line.say, line.shows, ("opening", number))
        for exchange in self.session.exchanges:
            yield from _lines_of(exchange)
        if not self.session.ended:
            telling = self.session.telling
            wording = _source(self.session.place.moment, telling.wording.id)
            yield _told(telling, wording)
        elif self.session.standing.closing is not None:
            yield from _last_line(self.session.standing.closing)

    def as_plan(self, name: str) -> str:
        """The play as a planned path: what is met and answered, and how it ends."""
        session = self.session
        lines = [f"path {' '.join(name.split())}"]
        level = session.script.disposition.difficulty
        if level != session.script.scenario.difficulty:
            lines.append(f"difficulty {level}")
        for exchange in session.exchanges:
            answer = "stay" if exchange.response is None else f"pick {exchange.response.id}"
            lines += [f"at {exchange.moment.id}", answer]
        closing = session.standing.closing
        lines.append(f"at {self.here}" if closing is None else f"ends {closing.verdict}")
        return "\n".join([*lines, ""])

    def _begin(self) -> Session:
        script = Script(self._playable.scenario)
        return Session(self._playable.scenario, start(script, Mode.LEARN, _SEED), script)

    def _go_on(self, steps: Steps) -> None:
        for response in steps:
            if self.over or (response and response not in self.session.script.positions(self.session.place)):
                self.broken_off = self.broken_off or say.GOES_OTHERWISE(
                    answer=response or STAYED_SILENT, moment=self.here
                )
                return
            self._step(response)

    def _step(self, response: str) -> None:
        here = self.session.place.moment.id
        dead = self._playable.dead_ends.get((here, response))
        if dead is not None:
            self.broken_off = say.DEAD_END(moment=dead)
            return
        self.session.act(Choose(response) if response else StaySilent())
        self.steps = (*self.steps, response)
        if self.session.ended and self.here in self._playable.broken:
            self.broken_off = say.DEAD_END(moment=self.here)


def read_plans(text: str, playable: Playable) -> tuple[tuple[PlannedPath, Message | None], ...]:
    """Every planned path of a text, and what goes otherwise in it, if something does."""
    paths, faults = read_plan(text)
    unread = {fault.line: fault.what for fault in faults}
    found = []
    for path in paths:
        fault = follow(path, playable.scenario).fault
        found.append((path, None if fault is None else say.LINE_OF_PLAN(line=fault.line, what=fault.what)))
    if unread:
        line, what = next(iter(unread.items()))
        found.append((PlannedPath("", line, ()), say.LINE_OF_PLAN(line=line, what=what)))
    return tuple(found)


def _lines_of(exchange: Exchange) -> Iterator[PlayedLine]:
    moment, telling = exchange.moment, exchange.telling
    yield _told(telling, _source(moment, telling.wording.id))
    response = exchange.response
    if response is None:
        yield PlayedLine(True, "", (), _source(moment, ""))
    else:
        source = () if moment.from_bank else ("moments", moment.id, "responses", response.id)
        yield PlayedLine(True, exchange.words, (), source)


def _told(telling: Telling, source: Path) -> PlayedLine:
    silence = telling.silence
    return PlayedLine(False, telling.patient, telling.shows, source, 0 if silence is None else silence.seconds)


def _last_line(closing: Closing) -> Iterator[PlayedLine]:
    if closing.telling is not None:
        source = _source(closing.moment, closing.telling.wording.id) if closing.moment is not None else ()
        yield PlayedLine(False, closing.telling.patient, closing.telling.shows, source)


def _source(moment: Moment, wording: str) -> Path:
    """Where a wording of a moment stands; words written directly at the moment stand there."""
    if moment.from_bank:
        return ()
    known = {one.id for one in moment.wordings}
    if wording in known and (len(known) > 1 or wording != FIRST_WORDING):
        return "moments", moment.id, "wordings", wording
    return "moments", moment.id

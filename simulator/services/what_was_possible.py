"""What was possible in a turn, told in both voices: the answer, and what the patient would have said then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from simulator.analysis.decision_values import DecisionValue
from simulator.analysis.session_value import SessionValue
from simulator.messages.message import Message
from simulator.scenario.document import Response
from simulator.services.model_statements import model_statement
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.engine import Session
from simulator.session.events import Chose, SessionEvent, StayedSilent
from simulator.session.vocabulary import Mode, Tag


@dataclass(frozen=True, slots=True)
class PossibleStep:
    """One answer (empty: staying silent) and what the patient does then; ``says`` is empty where nothing is said."""

    you: str
    says: str
    shows: tuple[str, ...]
    sign: Message | None = None


@dataclass(frozen=True, slots=True)
class Possible:
    """What was possible instead of an answer: steps of which the first is the answer, or a statement of our own."""

    steps: tuple[PossibleStep, ...] = ()
    model: Message | None = None


def what_was_possible(session: Session, worth: SessionValue) -> Mapping[int, Possible]:
    """By turn what was possible; turns in which what was said was as good as any have nothing."""
    found = {decision.turn: _possible(session, decision) for decision in worth.decisions}
    return {turn: possible for turn, possible in found.items() if possible is not None}


def _possible(session: Session, decision: DecisionValue) -> Possible | None:
    if decision.none_helped:
        before = next(exchange.before for exchange in session.exchanges if exchange.turn == decision.turn)
        return Possible(model=model_statement(before.reaction))
    advice = decision.advice
    if advice is None:
        return None
    at = Session.replay(session.script.scenario, list(_until(session.events, decision.turn)), session.script)
    answers = (advice.response, *(step.response for step in advice.way))
    return Possible(tuple(_said(at, answer) for answer in answers))


def _until(events: list[SessionEvent], turn: int) -> Iterator[SessionEvent]:
    """The events of a session before the answer of a turn."""
    answered = 0
    for event in events:
        if isinstance(event, Chose | StayedSilent):
            answered += 1
            if answered == turn:
                return
        yield event


def _said(session: Session, answer: Response | None) -> PossibleStep:
    """Take a step, and tell it in the words in which it would have been told."""
    if session.standing.tag is None and session.started.mode is not Mode.LEARN:
        session.act(GiveTag(Tag.NOTHING))
    words = "" if answer is None else session.wording_of(answer).say
    session.act(StaySilent() if answer is None else Choose(answer.id))
    closing = session.standing.closing
    if closing is not None:
        return PossibleStep(words, closing.says, closing.shows)
    telling = session.telling
    return PossibleStep(words, telling.patient, telling.shows, session.sign)

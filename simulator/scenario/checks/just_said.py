"""Checks of what words presuppose: an answer that nobody can give, or that never leads to where the words stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences import fault_parts as say
from simulator.patient.act import repeated
from simulator.patient.possible import Possible
from simulator.scenario.checks.beyond_the_grid import can_end_in, signs_from
from simulator.scenario.checks.paths import GONE, needs_owning, states_of
from simulator.scenario.checks.placed import Placed, Words
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.document import ANY_RESPONSE, BANK_PREFIX, STAYED_SILENT, After, Moment, Response
from simulator.scenario.span import Span
from simulator.scenario.suggestions import Suggestions


@dataclass(frozen=True, slots=True)
class Presupposed:
    """What some words of a moment presuppose to have just been said, and where that stands.

    ``words`` says which words they are, in the terms of an author.
    """

    placed: Placed
    after: After
    words: Message
    place: tuple[str | int, ...]
    on_key: bool = False
    levels: tuple[int, ...] = ()

    @property
    def copied(self) -> bool:
        """Whether it is taken from another moment, where it is told already."""
        return self.placed.copies("responses" if "responses" in self.place else "wordings")

    @property
    def span(self) -> Span:
        """Where it stands."""
        spans = self.placed.spans
        return spans.key(*self.place) if self.on_key else spans.value(*self.place)


def presupposed(words: Words) -> Iterator[Presupposed]:
    """Everything that words presuppose, of the patient's and of the trainee's."""
    for placed in words.tellings:
        if any(wording.after or wording.opens for wording in placed.moment.wordings):
            yield from _by_wordings(placed)
    for placed in words.answers:
        if any(response.after or response.others for response in placed.moment.responses):
            yield from _by_responses(placed)


def never_just_said(words: Words, possible: Possible | None) -> Iterator[Diagnostic]:
    """Answers that nobody can give, or that never lead to the moment whose words take them up.

    ``possible`` tells where answers lead; without it (a patient without a scenario) only names are looked up.
    """
    suggestions = Suggestions()
    for one in presupposed(words):
        if one.after.said is None:
            why = _unknown(one, words.known, suggestions) or (possible and _leads_elsewhere(one, words.known, possible))
            if why and not one.copied:
                yield WORDINGS["543"].at(one.span, after=str(one.after), moment=one.placed.name, why=why)


def _by_wordings(placed: Placed) -> Iterator[Presupposed]:
    for wording in placed.moment.wordings:
        own = (*placed.told, "wordings", wording.id)
        path = own if placed.spans.has(*own) else placed.told
        words = say.WORDING_OF(wording=wording.id, moment=placed.name)
        for after, place in _each(wording.after, (*path, "after")):
            yield Presupposed(placed, after, words, place, levels=wording.levels)
        for after, _ in wording.opens:
            opening = say.OPENING_OF(opening=after.said or str(after), wording=wording.id, moment=placed.name)
            yield Presupposed(placed, after, opening, (*path, "opens", str(after)), True, wording.levels)


def _by_responses(placed: Placed) -> Iterator[Presupposed]:
    for response in placed.moment.responses:
        path = (*placed.answered, "responses", response.id)
        for after, place in _each(response.after, (*path, "after")):
            yield Presupposed(placed, after, say.FIRST_OF_RESPONSE(response=response.id), place)
        for wording in response.others:
            words = say.WORDING_OF_RESPONSE(wording=wording.id, response=response.id)
            for after, place in _each(wording.after, (*path, "wordings", wording.id, "after")):
                yield Presupposed(placed, after, words, place)


def _each(afters: tuple[After, ...], path: tuple[str | int, ...]) -> Iterator[tuple[After, tuple[str | int, ...]]]:
    """What stands under an ``after:``, one or a list, each with its place."""
    for position, after in enumerate(afters):
        yield after, (*path, position)


def _unknown(one: Presupposed, known: Mapping[str, Moment], suggestions: Suggestions) -> Message | None:
    """Why nobody can have said it; ``None`` where somebody can."""
    name, response = one.after.moment, one.after.response
    moment = known.get(name)
    if moment is None:
        states = [f"{BANK_PREFIX}{state}" for state in ReactionState]
        near = suggestions.near(name, states)
        return say.NO_MOMENT_NEAR(moment=name, near=near) if near else say.NO_MOMENT(moment=name)
    if moment.end is not None:
        return say.ENDS_THERE(moment=name)
    ids = [response.id for response in moment.responses]
    if response in (ANY_RESPONSE, STAYED_SILENT, *ids):
        return None
    renamed = next((one.id for one in moment.responses if response in one.formerly), None)
    near = renamed or suggestions.near(response, [*ids, STAYED_SILENT, ANY_RESPONSE])
    if near:
        return say.NO_RESPONSE_NEAR(response=response, moment=name, near=near)
    return say.NO_RESPONSE(response=response, moment=name)


def _leads_elsewhere(one: Presupposed, known: Mapping[str, Moment], possible: Possible) -> Message | None:
    """Why what was said does not lead to the moment; ``None`` where it can."""
    said, here = known[one.after.moment], one.placed.moment
    answers: Iterable[Response | None] = (None, *said.responses)
    if one.after.response != ANY_RESPONSE:
        answers = [r for r in answers if (STAYED_SILENT if r is None else r.id) == one.after.response]
    if any(_can_follow(said, answer, here, known, possible) for answer in answers):
        return None
    return say.NEVER_LEADS(after=str(one.after), moment=one.placed.name)


def _can_follow(
    said: Moment, answer: Response | None, here: Moment, known: Mapping[str, Moment], possible: Possible
) -> bool:
    """Whether a moment can follow an answer: by its script, or by where the reaction graph can lead."""
    then = said.silent_then if answer is None else answer.then
    states = set(states_of(here.reaction))
    if then == here.id:
        return True
    if then is not None and then in known and not needs_owning(known[then]):
        # Leaving, and the sign of it, win over the script.
        gone = {*GONE, *signs_from({*_left_in(said, answer, possible), *states_of(known[then].reaction)})}
        return not states.isdisjoint(gone)
    if here is said and not here.from_bank:
        return False  # The moment just played is passed over.
    move, quality = (Move.HOLD_SILENCE, None) if answer is None else (answer.move, answer.quality)
    found: set[ReactionState] = {ReactionState.LEFT}
    if answer is None and said.asks:
        found |= {state for one in states_of(said.reaction) for state in can_end_in(one, Move.RETREAT, None, possible)}
    for state in states_of(said.reaction):
        found |= can_end_in(state, move, quality, possible) | can_end_in(state, repeated(move), None, possible)
    return not states.isdisjoint(found)


def _left_in(said: Moment, answer: Response | None, possible: Possible) -> set[ReactionState]:
    """The states of a moment in which an answer would lead out of the hour, if it were not for the sign of leaving."""
    if answer is None:
        return set()
    states = states_of(said.reaction)
    return {one for one in states if ReactionState.LEFT in possible.after(one, answer.move, answer.quality)}

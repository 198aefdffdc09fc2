"""Words that run out, and words that never come: what a moment has to say, against how often and after what it comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import ShownClass
from simulator.analysis.likely_visits import likely_visits
from simulator.analysis.pairs import AnswersBefore, answers_before
from simulator.analysis.patient_codes import PAST
from simulator.analysis.proofs.proved import Proved
from simulator.analysis.solve import Solution
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import fault_parts as parts
from simulator.messages.sentences import proof_parts as say
from simulator.messages.sentences.text import QUOTED
from simulator.patient.grid import FIRST_OF_FAMILY
from simulator.patient.state import Past
from simulator.scenario.any_occasion import at_level, for_any_occasion, says_leaving
from simulator.scenario.checks.just_said import Presupposed, presupposed
from simulator.scenario.checks.levels import LEVELS
from simulator.scenario.checks.placed import Placed, Words, words_of_patient, words_of_scenario
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.proofs import PROOFS
from simulator.scenario.document import Moment, Patient
from simulator.session.wording_choice import JustSaid

_TOLD: Final = ("543",)


def too_few_wordings(proved: Proved) -> Iterator[Diagnostic]:
    """Moments of the scenario that can come more often than there are words for any occasion."""
    words = words_of_scenario(proved.scenario, proved.spans)
    for lack in _running_out(proved, words):
        yield PROOFS["615"].at(
            lack.placed.key,
            level=proved.solution.script.disposition.difficulty,
            moment=lack.placed.name,
            times=say.TIMES(count=lack.times),
            there=_there(lack.there),
            more=lack.times - lack.there,
            likely=say.MORE(count=lack.likely) if lack.likely else say.WHAT_IS_THERE(),
        )


def too_few_lines(proved: Proved) -> Iterator[Diagnostic]:
    """Patients whose bank has fewer words for some states than this scenario can ask for; told once, in the scenario."""
    bank = words_of_patient(proved.scenario.patient, proved.spans, ("patient",))
    lacking = tuple(
        say.LINES_RUN_OUT(state=one.placed.name, more=one.times - one.there, likely=one.likely)
        for one in _running_out(proved, bank)
    )
    if lacking:
        level = proved.solution.script.disposition.difficulty
        yield PROOFS["617"].at(proved.spans.value("patient", "use"), level=level, states=Listed(lacking))


@dataclass(frozen=True, slots=True)
class _Lack:
    """A moment whose words can run out: how often it can come, how many wordings there are, and how many more would nearly do."""

    placed: Placed
    times: int
    there: int
    likely: int


def _running_out(proved: Proved, words: Words) -> Iterator[_Lack]:
    """The moments whose words can run out."""
    level = proved.solution.script.disposition.difficulty
    lacking: list[tuple[Placed, int, int]] = []
    most = proved.visit_bounds(proved.solution)
    for placed in words.moments:
        times = most.get(placed.moment.id, 0)
        if times and not shows_something_wordless(placed.moment, proved.scenario.patient, level):
            there = len(for_any_occasion(placed.moment, level))
            if times > there:
                lacking.append((placed, times, there))
    likely = likely_visits(proved.solution, {placed.moment.id: times for placed, times, _ in lacking}, proved.beat)
    for placed, times, there in lacking:
        yield _Lack(placed, times, there, max(0, likely[placed.moment.id] - there))


def wording_never_comes(proved: Proved) -> Iterator[Diagnostic]:
    """Words of a scenario that presuppose what never leads to them, or come after more words than the moment needs.

    Lines of a patient's bank are left out: what never comes here may come in another scenario. What the patient shows is
    left out too: it is not said.
    """
    words = words_of_scenario(proved.scenario, proved.spans)
    before = _Before(proved)
    for one in presupposed(words):
        if isinstance(one.after.said, ShownClass):
            continue
        if proved.comes(one.placed.moment) and not proved.has_told(one.span, *_TOLD) and not before.takes_up(one):
            why = parts.NEVER_BEFORE(moment=one.placed.name, after=one.after.said or str(one.after))
            yield PROOFS["616"].at(one.span, words=one.words, why=why)
    for placed in words.moments:
        if any(w.again for w in placed.moment.wordings) and proved.comes(placed.moment):
            yield from _never_again(proved, placed)


def no_words_for_leaving(proved: Proved) -> Iterator[Diagnostic]:
    """Moments, and states of the patient's bank, in which the sign of leaving is a plain stage direction; told once."""
    level = proved.solution.script.disposition.difficulty
    leaving = leaving_in(proved.solution)
    words = (
        words_of_scenario(proved.scenario, proved.spans),
        words_of_patient(proved.scenario.patient, proved.spans, ("patient",)),
    )
    bare = [
        QUOTED(words=placed.name)
        for some in words
        for placed in some.moments
        if placed.moment.id in leaving and not any(says_leaving(w) for w in at_level(placed.moment, level))
    ]
    if bare:
        yield PROOFS["618"].at(proved.spans.key("moments"), level=level, count=len(bare), places=Listed(tuple(bare)))


def leaving_in(solution: Solution) -> frozenset[str]:
    """The ids of the moments, and of lines of the bank, in which the patient shows a sign of leaving on some path."""
    patients = (solution.options.people.codes.array & PAST.put(Past.LEAVING)).nonzero()[0]
    numbers: set[int] = set()
    for layer in solution.layers:
        numbers.update(layer.moments[np.isin(layer.patients, patients)].tolist())
    return frozenset(solution.options.moments[number].id for number in numbers)


def shows_something_wordless(moment: Moment, patient: Patient, level: int) -> bool:
    """Whether a moment has something wordless of its own for any occasion, or the patient's bank lends it that."""
    reaction = moment.reaction
    state = reaction if isinstance(reaction, ReactionState) else FIRST_OF_FAMILY[reaction]
    return any(w.wordless and not w.after for w in (*at_level(moment, level), *patient.lines[state].wordings))


class _Before:
    """What leads to each moment at each level, worked out once."""

    def __init__(self, proved: Proved) -> None:
        self._proved = proved
        self._known: dict[int, AnswersBefore] = {}

    def takes_up(self, one: Presupposed) -> bool:
        """Whether something that some words presuppose leads to their moment at a level at which they are told."""
        here = one.placed.moment.id

        def comes(solution: Solution) -> bool:
            level = solution.script.disposition.difficulty
            if level not in self._known:
                self._known[level] = answers_before(solution, self._proved.beat)
            answers = self._known[level].get(here, ())
            return any(JustSaid.of(moment, response).takes_up(one.after) for moment, response in answers)

        return self._proved.somewhere(one.levels or LEVELS, comes)


def _never_again(proved: Proved, placed: Placed) -> Iterator[Diagnostic]:
    moment = placed.moment

    def comes_again(solution: Solution) -> bool:
        others = for_any_occasion(moment, solution.script.disposition.difficulty)
        return proved.visit_bounds(solution).get(moment.id, 0) > sum(not wording.again for wording in others)

    for wording in moment.wordings:
        if wording.again and not proved.somewhere(wording.levels or LEVELS, comes_again):
            words = parts.WORDING_OF(wording=wording.id, moment=placed.name)
            why = parts.NEVER_AGAIN(moment=placed.name)
            yield PROOFS["616"].at(placed.wording_key(wording), words=words, why=why)


def _there(count: int) -> Message:
    return say.WORDINGS(count=count) if count else say.NO_WORDING()

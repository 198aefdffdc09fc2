"""Every turn that can come about in a solved scenario, each once: what the highest possible scores are worked out from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.analysis.gauge_vectors import sums
from simulator.analysis.possible_choices import Choice, choices
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOT_OFFERED, VERDICTS
from simulator.patient.gauges import POINTS_PER_LEVEL, Change
from simulator.patient.reacting import Appraisal, Outline, outline
from simulator.patient.state import Past
from simulator.scenario.document import Patient
from simulator.scoring.possible import PossibleTurn
from simulator.session.script import SILENT, Script
from simulator.session.transcript import Exchange
from simulator.session.wording_choice import Telling

_AT_ONCE: Final = 200
"""Turns between two looks at whether the work is still wanted."""


def possible_turns(solution: Solution, beat: Callable[[], object] = lambda: None) -> tuple[PossibleTurn, ...]:
    """Every turn that can come about on some path; needs an exact solution. ``beat`` is called every now and then."""
    script = solution.script
    drawn: list[tuple[Choice, Outline]] = []
    for choice in choices(solution, beat):
        if len(drawn) % _AT_ONCE == 0:
            beat()
        drawn.append((choice, _drawn(script, choice)))
    left = [reaction.state for _, reaction in drawn]
    inviting = frozenset(state.reaction for state in left if state.past & Past.INVITED)
    adjusting = any(state.past & Past.ADJUSTED for state in left)
    alliance = script.start().patient.alliance
    began = alliance.bond + alliance.task + alliance.goal
    turns = []
    for number, (choice, reaction) in enumerate(drawn):
        if number % _AT_ONCE == 0:
            beat()
        turn = _told(script, choice, _appraisal(choice, reaction, adjusting), began)
        turns.append(turn)
        if choice.perhaps_invited and reaction.played is Move.HOLD_SILENCE and choice.before.reaction in inviting:
            turns.append(_after_invitation(turn))
    return tuple(turns)


def _drawn(script: Script, choice: Choice) -> Outline:
    """How the patient takes the choice."""
    act = script.act(choice.moment, choice.choice)
    return outline(choice.before.state(), act, choice.opened, script.disposition, script.scenario.patient.grid)


def _appraisal(choice: Choice, drawn: Outline, adjusting: bool) -> Appraisal:
    """The reaction with everything as well as it can be: felt alliance, what was owned, whether adjusting was tried."""
    best = choice.extremes
    reached = drawn.state if choice.stays else drawn.gone
    state = reached._replace(
        alliance=sums()[best.felt // POINTS_PER_LEVEL],
        owned=best.owned,
        past=reached.past | Past.ADJUSTED if best.adjusted and adjusting else reached.past,
    )
    secondary = drawn.rupture and bool(best.attempted)
    change = Change(best.bond, best.task, best.goal)
    return Appraisal(state, drawn.played, drawn.graph, choice.opened, drawn.rupture, secondary, change, ())


def _told(script: Script, choice: Choice, appraisal: Appraisal, began: int) -> PossibleTurn:
    """The turn in which the choice is made."""
    best, moment = choice.extremes, choice.moment
    response = None if choice.choice == SILENT else moment.responses[choice.choice]
    return PossibleTurn(
        Exchange(-best.minus_turn, moment, Telling(moment.first), choice.before.state(), response, appraisal, None),
        _markers(script.scenario.patient, choice),
        script.scenario.cause,
        None if choice.verdict == NOT_OFFERED else VERDICTS[choice.verdict],
        -best.minus_strained_for,
        (-best.minus_since, best.since),
        (-best.minus_felt // POINTS_PER_LEVEL - began, best.felt // POINTS_PER_LEVEL - began),
    )


def _markers(patient: Patient, choice: Choice) -> frozenset[Marker]:
    """All that any wording of the moment shows; where all were told, one without words is lent by the state."""
    lent = [wording for wording in patient.lines[choice.before.reaction].wordings if wording.wordless]
    return frozenset(marker for wording in (*choice.moment.wordings, *lent) for marker in wording.markers)


def _after_invitation(turn: PossibleTurn) -> PossibleTurn:
    """The same turn as it is when an invitation came before it; the solver did not have to know."""
    before = turn.exchange.before
    invited = before._replace(past=before.past | Past.INVITED)
    return replace(turn, exchange=turn.exchange._replace(before=invited))

"""Small scenarios made at random: few choices, few turns, and every rule of the language somewhere among them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.alliance.said_classes import SaidClass
from simulator.patient.gauges import TOP_LEVEL, Alliance, Change
from simulator.patient.grid import GRID_STATES
from simulator.patient.state import Cause, Fit
from simulator.scenario.conditions import (
    And,
    Compare,
    Condition,
    Flag,
    Gauge,
    Not,
    Or,
    ReactionIs,
    Relation,
    Seen,
)
from simulator.scenario.document import After, Ending, Moment, Response, Scenario, Wording
from tests.builders import RESPONSES, free_scenario

FLAGS = ("told", "named")
FAMILIES = tuple(family for family in Family if family is not Family.END)
RUPTURES = (
    ReactionState.MINIMAL,
    ReactionState.SHUT_DOWN,
    ReactionState.APPEASING,
    ReactionState.COMPLAINT,
    ReactionState.PRESSURE,
    ReactionState.MIXED,
)
HELPFUL = tuple(r for r in RESPONSES if (r.quality or 4) >= 3 and r.move not in (Move.RETREAT, Move.PRESS_ON))
PARTING = tuple(
    r
    for r in RESPONSES
    if r.move in (Move.DISCUSS_FIT, Move.RENEGOTIATE, Move.EXPLORE_EXPERIENCE) or (r.quality or 0) >= 3
)
_ENDINGS = {ReactionState.TRANSFER: Ending.TRANSFER, ReactionState.LEFT: Ending.LEFT}


VARIED: Final = (10, 13, 35, 62, 92, 147, 152, 171, 173, 191, 212, 221, 244, 262, 279)
"""Scenarios of few places in which every rule, every reaction and every ending occurs all the same: soon compared at every change."""


def generated(seed: int) -> Scenario:
    """A scenario of two to six moments; the same one for the same seed."""
    return _Author(random.Random(seed)).scenario()


class _Author:
    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._names = [f"m{i}" for i in range(chance.randint(2, 6))]
        self._width = chance.choice((1, 2, 2, 3))
        self._turns = {1: chance.randint(6, 9), 2: chance.randint(4, 6), 3: 4}[self._width]
        self._stormy = chance.random() < 0.25
        self._parting = chance.random() < 0.2
        self._ends_repaired = chance.random() < 0.6

    def scenario(self) -> Scenario:
        chance = self._chance
        base = free_scenario(style=chance.choice((Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION)))
        patient = replace(
            base.patient,
            fit=Fit.POOR if self._parting else chance.choice(list(Fit)),
            alliance=self._alliance(),
            lines={state: self._line(state) for state in ReactionState},
        )
        return replace(
            base,
            patient=patient,
            moments={name: self._moment(name) for name in self._names},
            start=self._names[0],
            difficulty=chance.randint(1, 3),
            cause=chance.choice((Cause.TONE, Cause.MIX_UP, Cause.UNCLEAR_TASK, Cause.FRAME)),
            turns=self._turns,
            flags=FLAGS,
            origin=chance.choice((Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION)),
        )

    def _alliance(self) -> Alliance:
        low, high = self._chance.choice(((2, 6), (6, 12), (6, 16), (0, TOP_LEVEL)))
        return Alliance(*(self._chance.randint(low, high) for _ in range(3)))

    def _line(self, state: ReactionState) -> Moment:
        end = _ENDINGS.get(state)
        if state is ReactionState.REPAIRED and self._ends_repaired:
            end = Ending.REPAIRED
        responses = () if end else tuple(self._sentences(self._width))
        return Moment(f"~{state}", state, self._wordings(), responses, end=end)

    def _wordings(self) -> tuple[Wording, ...]:
        """Words, of which the solver must not see how many there are, nor what they take up."""
        chance = self._chance
        first = Wording(patient="(words)")
        rest = (
            Wording(
                f"other-{i}",
                "(other words)",
                again=chance.random() < 0.3,
                after=(After(chance.choice(list(SaidClass))),) if chance.random() < 0.5 else (),
                levels=chance.choice(((), (1, 2), (3,))),
            )
            for i in range(chance.choice((0, 0, 1, 2)))
        )
        return first, *rest

    def _moment(self, name: str) -> Moment:
        chance = self._chance
        first = name == self._names[0]
        end = chance.choice(list(Ending)) if chance.random() < 0.2 and not first else None
        if self._parting and name == self._names[-1]:
            end = Ending.TRANSFER
        return Moment(
            name,
            self._reaction(end),
            self._wordings(),
            silent_then=self._silent_then(end),
            when=self._condition(2) if chance.random() < 0.4 else None,
            once=chance.random() < 0.3,
            asks=chance.choice((None, None, False, True)),
            end=end,
            responses=() if end else tuple(self._response(r) for r in self._sentences(self._width)),
        )

    def _reaction(self, end: Ending | None) -> ReactionState | Family:
        chance = self._chance
        if end in (Ending.LEFT, Ending.TRANSFER) and chance.random() < 0.7:
            return ReactionState(str(end))
        if self._stormy and chance.random() < 0.8:
            return chance.choice(RUPTURES)
        return chance.choice(FAMILIES) if chance.random() < 0.25 else chance.choice(GRID_STATES)

    def _silent_then(self, end: Ending | None) -> str | None:
        return None if end or self._chance.random() < 0.7 else self._chance.choice(self._names)

    def _sentences(self, width: int) -> Sequence[Response]:
        chance = self._chance
        if self._parting and chance.random() < 0.6:
            return chance.sample(PARTING, width)
        return chance.sample(HELPFUL if chance.random() < 0.5 else RESPONSES, width)

    def _response(self, sentence: Response) -> Response:
        chance = self._chance
        then = chance.choice(self._names) if chance.random() < (0.7 if self._stormy else 0.3) else None
        if self._parting and sentence.move in (Move.RENEGOTIATE, Move.DISCUSS_FIT) and chance.random() < 0.5:
            then = self._names[-1]
        return replace(
            sentence,
            then=then,
            when=self._condition(2) if chance.random() < 0.3 else None,
            change=Change(*(chance.randint(-3, 3) for _ in range(3))) if chance.random() < 0.3 else Change(),
            sets=tuple(chance.sample(FLAGS, chance.randint(1, 2))) if chance.random() < 0.3 else (),
        )

    def _condition(self, depth: int) -> Condition:
        chance = self._chance
        kind = chance.choice((Compare, Compare, Compare, Seen, ReactionIs, Flag, *((Not, And, Or) if depth else ())))
        if kind is Seen:
            return Seen(chance.choice(self._names))
        if kind is ReactionIs:
            return ReactionIs(chance.choice((*FAMILIES, *GRID_STATES)))
        if kind is Flag:
            return Flag(chance.choice(FLAGS))
        if kind is Not:
            return Not(self._condition(depth - 1))
        if kind is And:
            return And(self._condition(depth - 1), self._condition(depth - 1))
        if kind is Or:
            return Or(self._condition(depth - 1), self._condition(depth - 1))
        return self._comparison()

    def _comparison(self) -> Compare:
        chance = self._chance
        gauge = chance.choice(list(Gauge))
        highest = {Gauge.RUPTURES: 4, Gauge.OWNED: 4, Gauge.TURN: self._turns + 1, Gauge.VISITS: 3}.get(gauge)
        # Points between levels and beyond the scale are legal in a condition.
        number = chance.randint(30, 70) if highest is None else chance.randint(0, highest)
        return Compare(gauge, chance.choice(list(Relation)), number)

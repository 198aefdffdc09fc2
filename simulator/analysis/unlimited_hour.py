"""Whether a rupture could still be repaired if the hour had no end: the same story, followed on from one place for ever."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

import numpy as np

from simulator.analysis.arrays import Numbers
from simulator.analysis.budget import Budget, Meter, Spent
from simulator.analysis.expansion import Expander
from simulator.analysis.options import Options
from simulator.analysis.solve import GOOD_VERDICTS
from simulator.analysis.state_keys import KeyParts
from simulator.analysis.state_space import NOT_OFFERED
from simulator.analysis.value import GOOD_ENDINGS
from simulator.patient.start import verdict
from simulator.scenario.conditions import Compare, Gauge, parts
from simulator.scenario.document import Scenario
from simulator.session.place import Place
from simulator.session.script import Script

_ALWAYS_LEFT: Final = 60
"""Turns that are always left: no gauge, count or streak takes more to come to the end of its scale."""

_BUDGET: Final = Budget(states=500_000)
"""For all places together: about what the scenario itself takes. Where it ends, nothing is claimed."""


class UnlimitedHour:
    """A scenario at one difficulty without its turn limit.

    ``beat`` is called every now and then; what it raises ends the work.
    """

    def __init__(self, script: Script, beat: Callable[[], object] = lambda: None, budget: Budget = _BUDGET) -> None:
        scenario = script.scenario
        # From this turn on no condition can tell one turn from another, so the turn is no longer counted.
        self._steady = _last_turn_asked(scenario) + 1
        turns = max(self._steady, script.turns) + _ALWAYS_LEFT
        endless = Script(replace(scenario, turns=turns), script.disposition.difficulty)
        self._options = Options(endless)
        self._expander = Expander(endless, self._options)
        self._left = endless.turns - self._steady
        self._meter = Meter(budget, lambda: 0.0, lambda _turn, _states: beat() is not False)

    def repairs(self, place: Place) -> bool | None:
        """Whether some path from a place of the scenario comes to a repair, however late; ``None`` if that was too much to try."""
        turn, states = max(place.turn, 1), self._key(place)
        seen = np.empty(0, dtype=np.int64)
        try:
            while len(states):
                turn = min(turn, max(self._steady, place.turn))
                self._meter.begin(turn, len(states))
                layer, following = self._expander.layer(turn, states, self._meter)
                ends_well = (layer.value != NOT_OFFERED) & GOOD_VERDICTS[layer.verdict]
                if ends_well.any() or self._repaired(following):
                    return True
                if turn >= self._steady:
                    seen = np.union1d(seen, states)
                    following = np.setdiff1d(following, seen, assume_unique=True)
                turn, states = turn + 1, following
        except Spent:
            return None
        return False

    def _key(self, place: Place) -> Numbers:
        options, expander = self._options, self._expander
        vector = options.gauges.standing_for(place.patient.alliance, self._left)
        moment, patient = options.moment_numbers[place.moment.id], options.people.of(place.patient)
        numbers = (moment, patient, options.memories.number(place.remembered), vector)
        parts_of_key = KeyParts(*(np.array([number], dtype=np.int64) for number in numbers))
        keys = expander.keys.put(parts_of_key, len(options.patients), len(options.memories.known))
        return expander.standing_for(keys, self._left)

    def _repaired(self, states: Numbers) -> bool:
        """Whether the hour could end repaired in one of these states: some hour would be just as long."""
        patients = np.unique(self._expander.keys.take(states).patients).tolist()
        return any(verdict(self._options.patients[patient].state()) in GOOD_ENDINGS for patient in patients)


def _last_turn_asked(scenario: Scenario) -> int:
    """The last turn that some condition names; 0 if none does."""
    asked = (part for moment in scenario.every_moment() for when in moment.conditions for part in parts(when))
    compared = (part for part in asked if isinstance(part, Compare))
    return max((part.number for part in compared if part.gauge is Gauge.TURN), default=0)

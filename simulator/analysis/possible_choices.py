"""Every choice that some path through a solved scenario makes, once for all paths that no score can tell apart.

The states of a turn are handled side by side, as in the solver; of the paths that meet in a choice only the extremes are
kept. That is an over-statement on purpose: an extreme may come from another path than the next one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np

from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.analysis.arrays import Numbers, distinct
from simulator.analysis.gauge_vectors import BY_GAUGE, FELT
from simulator.analysis.options import Options
from simulator.analysis.patient_codes import LAST, PAST, REACTION, REACTIONS, RUNGS, STREAK, Traits
from simulator.analysis.patient_merging import PatientMerging
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOWHERE, VERDICTS, Layer
from simulator.patient.state import Past
from simulator.scenario.document import Moment

_INVITED, _ATTEMPTED, _ADJUSTED = (PAST.put(mark) for mark in (Past.INVITED, Past.ATTEMPTED, Past.ADJUSTED))
_ASKED: Final = _INVITED | _ATTEMPTED | _ADJUSTED
"""What scores ask of the past, as bits of a code."""

_AT_ONCE: Final = 65_536
"""States of which the choices are joined at once; fewer would be joined more often."""

_OUTCOMES: Final = len(VERDICTS) + 1
"""A verdict, or that the session goes on."""

_RUPTURE: Final = np.array([is_rupture(r) for r in REACTIONS])
_IN_REPAIR: Final = np.array([family_of(r) is Family.REPAIR and r is not ReactionState.REPAIRED for r in REACTIONS])
_PRESSED: Final = _RUPTURE | _IN_REPAIR
_ENGAGED: Final = np.array([r is ReactionState.ENGAGED for r in REACTIONS])


class Extremes(NamedTuple):
    """The highest of each figure over the paths that meet in a choice; where the lowest is asked for it is negated.

    ``felt`` is the felt alliance after the choice (the sum of its gauges, in points); ``bond``, ``task`` and ``goal`` are
    by how much the choice moves each (in levels). ``strained_for`` is how many turns a rupture has lasted, ``since`` the
    turns since the first one under pressure (-1: none yet). ``attempted`` tells whether help can have been tried before,
    ``owned`` the best that can have been owned by then, ``adjusted`` whether an adjustment can have been tried by then.
    """

    felt: int
    minus_felt: int
    bond: int
    task: int
    goal: int
    minus_turn: int
    minus_strained_for: int
    minus_since: int
    since: int
    attempted: int
    owned: int
    adjusted: int


class Choice(NamedTuple):
    """A choice that some path makes: who is met where, what is chosen there, and what that does.

    ``before`` is the patient on one of the paths. ``perhaps_invited`` tells that the solver does not know of an invitation
    before it, because no reaction asks. ``verdict`` is the number of the verdict if it closes the session, else -1.
    """

    before: Traits
    perhaps_invited: bool
    moment: Moment
    choice: int
    opened: bool
    stays: bool
    verdict: int
    extremes: Extremes


def choices(solution: Solution, beat: Callable[[], object] = lambda: None) -> list[Choice]:
    """Every choice that some path makes; needs an exact solution. ``beat`` is called every now and then."""
    options, layers = solution.options, solution.layers
    asked, trail = _Asked(solution), _first_trail(options, layers[0])
    found = []
    for index, layer in enumerate(layers):
        if index:
            trail = _next_trail(options, layers[index - 1], layer, trail)
            beat()
        for rows, piece in layer.pieces(_AT_ONCE):
            found += _Turn(options, asked, piece, index + 1, trail[:, layer.controls_of(rows)]).made()
            beat()
    _, figures = _joined(found)
    return [_read(options, asked, key, Extremes(*row)) for key, *row in figures.T.tolist()]


class _Asked:
    """What scores ask of patients, by the numbers of patients."""

    def __init__(self, solution: Solution) -> None:
        codes = solution.options.people.codes.array
        # What no reaction can ask for any more is forgotten: it may be so or not.
        forgotten = _ASKED & ~PatientMerging(solution.script).merged(codes | _ASKED)
        # The move that would be heard as pressing on, because it was made twice running already.
        third = np.where(STREAK.of(codes) > 1, codes & LAST.mask, 0)
        self.before = _numbered(codes & (REACTION.mask | RUNGS.mask | _INVITED) | third)
        self.after = _numbered(codes & (REACTION.mask | RUNGS.mask))
        self.kinds = 1 + int(max(self.before.max(), self.after.max()))
        self.attempted = codes & _ATTEMPTED > 0
        self.perhaps_attempted = forgotten & _ATTEMPTED > 0
        self.perhaps_invited = forgotten & _INVITED > 0
        self.adjusted = (codes | forgotten) & _ADJUSTED > 0


class _Turn:
    """The states of one turn, with what can have come before each control."""

    def __init__(self, options: Options, asked: _Asked, layer: Layer, turn: int, trail: Numbers) -> None:
        self._options, self._asked, self._layer, self._turn = options, asked, layer, turn
        count = len(options.moments)
        moments, patients = layer.moments.astype(np.int64), layer.patients.astype(np.int64)
        pairs = options.pairs(patients * count + moments)
        self._moments, self._patients, self._pairs = map(layer.of_states, (moments, patients, pairs))
        self._trail = trail[:, layer.of_states(np.arange(len(moments)))]
        self._offered = layer.on_offer

    def made(self) -> list[tuple[Numbers, Numbers]]:
        """What tells choices apart, as keys, with their figures: a key to read them by, and ``Extremes``."""
        return [self._made(column) for column in range(self._offered.shape[1])]

    def _made(self, column: int) -> tuple[Numbers, Numbers]:
        """The same for one choice (a column) wherever it is on offer; the steps are those of ``Expander``."""
        options, asked, people = self._options, self._asked, self._options.people
        rows = self._offered[:, column].nonzero()[0]
        vectors, patients = self._layer.vectors[rows], self._patients[rows]
        pairs = self._pairs[rows] * options.columns + column
        opened = FELT[vectors] >= options.gate.array[pairs]
        reactions = np.where(opened, options.opened.array[pairs], options.closed.array[pairs])
        moved = people.shifts.tables[people.shift.array[reactions], vectors]
        felt, steps = FELT[moved].astype(np.int64), (gauge[moved] - gauge[vectors] for gauge in BY_GAUGE)
        stays = felt >= people.stays.array[reactions]
        after = np.where(stays, people.after.array[reactions], people.gone.array[reactions])
        outcomes = self._layer.verdict[rows, column].astype(np.int64) + 1
        places = patients * len(options.moments) + self._moments[rows]
        keys = (((places * options.columns + column) * 2 + opened) * 2 + stays) * _OUTCOMES + outcomes
        told = (self._moments[rows] * asked.kinds + asked.before[patients]) * asked.kinds + asked.after[after]
        # Going deeper after turns in one state is a new rupture, and being forgiven is none, where all else looks alike.
        told = told * 2 + people.rupture.array[reactions]
        *before, tried = self._trail[:, rows]
        attempted = asked.attempted[patients] | (asked.perhaps_attempted[patients] & (tried > 0))
        turns, owned = np.full(len(rows), -self._turn), people.owned.array[after]
        figures = (keys, felt, -felt, *steps, turns, *before, attempted, owned, asked.adjusted[after])
        return _highest((told * options.columns + column) * _OUTCOMES + outcomes, np.stack(figures))


def _read(options: Options, asked: _Asked, key: int, extremes: Extremes) -> Choice:
    """The choice that a key stands for."""
    rest, outcome = divmod(key, _OUTCOMES)
    rest, stays = divmod(rest, 2)
    rest, opened = divmod(rest, 2)
    place, column = divmod(rest, options.columns)
    patient, moment = divmod(place, len(options.moments))
    before, perhaps_invited = options.patients[patient], asked.perhaps_invited[patient]
    return Choice(
        before, perhaps_invited, options.moments[moment], column - 1, bool(opened), bool(stays), outcome - 1, extremes
    )


def _first_trail(options: Options, layer: Layer) -> Numbers:
    """What came before the first turn; see ``_next_trail``."""
    reactions = _reactions(options, layer)
    since, strained = _counted_on(np.array([-1]), reactions), _RUPTURE[reactions].astype(np.int64)
    return np.stack([-strained, -since, since, np.array([0])])


def _next_trail(options: Options, layer: Layer, following: Layer, trail: Numbers) -> Numbers:
    """What can have come before each control of a turn, by what came before those of the last.

    Three figures of ``Extremes``, and whether some turn was not engaged. Then help can have been tried: silence is help,
    and always on offer.
    """
    sources = layer.of_states(np.arange(len(layer.moments)))
    targets = following.of_states(np.arange(len(following.moments)))
    here, there = _reactions(options, layer), _reactions(options, following)
    found = []
    for column in layer.next.T:
        rows = (column != NOWHERE).nonzero()[0]
        source, target = sources[rows], targets[column[rows]]
        minus_strained_for, minus_since, since, tried = trail[:, source]
        after = (
            np.where(_RUPTURE[there[target]], minus_strained_for - 1, 0),
            -_counted_on(-minus_since, there[target]),
            _counted_on(since, there[target]),
            tried | ~_ENGAGED[here[source]],
        )
        found.append(_highest(target, np.stack(after)))
    return _joined(found)[1]


def _reactions(options: Options, layer: Layer) -> Numbers:
    """The number of the reaction state of every control of a layer."""
    return options.people.reactions.array[layer.patients]


def _counted_on(since: Numbers, reactions: Numbers) -> Numbers:
    """Turns since the first one under pressure, a turn later, by how the patients react then."""
    return np.where(since >= 0, since + 1, np.where(_PRESSED[reactions], 0, -1))


def _numbered(kinds: Numbers) -> Numbers:
    """For each of some kinds its number, equal ones sharing one."""
    return np.unique(kinds, return_inverse=True)[1].reshape(-1)


def _highest(keys: Numbers, figures: Numbers) -> tuple[Numbers, Numbers]:
    """The distinct keys, and the highest of each figure (a row each) among those with the same key."""
    unique, positions = distinct(keys, int(keys.max(initial=0)) + 1)
    highest = np.full((len(figures), len(unique)), np.iinfo(np.int64).min)
    for best, row in zip(highest, figures, strict=True):
        np.maximum.at(best, positions, row)
    return unique, highest


def _joined(found: list[tuple[Numbers, Numbers]]) -> tuple[Numbers, Numbers]:
    """Keys and figures that were found in several places, each key once."""
    keys, figures = zip(*found, strict=True)
    return _highest(np.concatenate(keys), np.concatenate(figures, axis=1))

"""What the choices of a session say about how well a person chooses: how likely each was, at every skill of a grid.

A skill is ``ln(L / L_half-way)``: L is how strongly a point of repair value draws the choices of a learner
(``learner.py``), L_half-way that of the learner who comes halfway from playing blindly to the best, in this scenario at
this level. So one number says the same in every scenario and on every path. Read backwards, what is worth more to a
learner tells how strong the learner is: McKelvey and Palfrey (1998), "Quantal response equilibria for extensive form
games"; of chess, Regan and Biswas (2013), "Psychometric modeling of decision making via game play".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.foresight import chances_by_worth
from simulator.analysis.learner import MOST_SENSITIVE, Links, Worths
from simulator.analysis.learner_levels import TOLERANCE
from simulator.analysis.solve import Solution
from simulator.analysis.state_space import NOT_OFFERED, NOWHERE
from simulator.session.transcript import Exchange, Transcript

Numbers: TypeAlias = NDArray[np.float64]

SKILLS: Final[Numbers] = np.linspace(-5, 5, 41)
"""The skills at which chances are worked out, natural logarithms of L / L_half-way: a quarter apart, 0 in the middle."""

LAPSE: Final = 0.05
"""How often a choice is taken to say nothing, and to be any one of those on offer: a slip of the hand, a line misread."""


@dataclass(frozen=True, slots=True, eq=False)
class SkillCurve:
    """What a solution comes to, from its start, for a learner of each skill of ``SKILLS``.

    ``values`` are expected repair values (0-100), ``blind`` that of choosing blindly, ``best`` the best attainable one.
    """

    values: Numbers
    blind: float
    best: float

    @property
    def rewards_skill(self) -> bool:
        """Whether choosing well comes to more than choosing blindly."""
        return self.best - self.blind > TOLERANCE

    @property
    def points(self) -> Numbers:
        """How far each skill comes on the way from choosing blindly (0) to the best (100), where there is such a way."""
        return 100 * (self.values - self.blind) / (self.best - self.blind)


@dataclass(frozen=True, slots=True, eq=False)
class ChoiceEvidence:
    """What the choices of one session say.

    ``chances`` are those of taking what was on offer, lapses included: a row for each choice that was made, of which
    there is a row for each skill of ``SKILLS``, of which there is a column for each possible choice (staying silent, then
    the moment's responses; 0: not on offer). ``taken`` are the columns that were taken. ``prices`` say how many points of
    repair value (0-100) less than the best on offer each was worth to the half-way learner (infinite: not on offer).
    """

    scenario: str
    patient: str
    chances: Numbers
    taken: NDArray[np.int64]
    prices: Numbers

    def __len__(self) -> int:
        return len(self.taken)

    @property
    def apart(self) -> Numbers:
        """By how many points the worths on offer differed for the half-way learner, at each choice."""
        return np.asarray(np.where(np.isfinite(self.prices), self.prices, 0).max(axis=1, initial=0))

    @property
    def of_taken(self) -> Numbers:
        """How likely each choice that was made (row) was at each skill (column)."""
        return self.chances[np.arange(len(self)), :, self.taken]

    @property
    def log_likelihood(self) -> Numbers:
        """The natural logarithm of how likely all of them together were, at each skill."""
        return np.asarray(np.log(self.of_taken).sum(axis=0))


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """What can be said once a solution was worked out for every skill: its curve, and the choices of each session."""

    curve: SkillCurve
    sessions: tuple[ChoiceEvidence, ...]


def evidence_of(
    solution: Solution,
    transcripts: Sequence[Transcript] = (),
    beat: Callable[[], object] = lambda: None,
) -> Evidence:
    """What sessions of a solved scenario at its level say; all that there are at once, for it takes as long as for one.

    ``beat`` is called every now and then; what it raises ends the work. Raises ``LookupError`` where only the prices of the
    solution were kept, ``ValueError`` where not everything was explored, or a session is none of this scenario and level.
    """
    if solution.halfway is None:
        raise ValueError("What a choice is worth is not known: not everything was explored.")
    made, links, halfway = _made(solution, transcripts), Links(solution.layers, beat), solution.halfway.sensitivity
    chances, values = np.zeros((len(made.taken), len(SKILLS), solution.options.columns)), np.empty(len(SKILLS))
    for index, skill in enumerate(SKILLS):
        sensitivity = min(halfway * float(np.exp(skill)), MOST_SENSITIVE)
        ahead = links.worths(sensitivity)
        values[index] = ahead[0][0]
        chances[:, index] = chances_with_lapses(made.worths(ahead), sensitivity)
    curve = SkillCurve(values, float(links.worths(0)[0][0]), solution.start.best[0])
    prices = _prices(made.worths(links.worths(halfway)))
    return Evidence(curve, tuple(_session(solution, made, chances, prices, part) for part in made.sessions))


@dataclass(frozen=True, slots=True, eq=False)
class _Made:
    """The choices of several sessions, a row for each: its layer, what all choices there lead to, and which was taken.

    ``sessions`` are the rows of each session.
    """

    layers: NDArray[np.int64]
    following: NDArray[np.int32]
    value: NDArray[np.int8]
    taken: NDArray[np.int64]
    sessions: tuple[slice, ...]

    def worths(self, ahead: Sequence[Worths]) -> Worths:
        """What all choices (columns) were worth where each was made, by the worths of all states; minus infinity: not on offer."""
        found = self.value.astype(np.float64)
        found[(self.value == NOT_OFFERED) & (self.following == NOWHERE)] = -np.inf
        for layer in np.unique(self.layers):
            goes_on = (self.layers == layer)[:, None] & (self.following != NOWHERE)
            if goes_on.any():
                found[goes_on] = ahead[layer + 1][self.following[goes_on]]
        return found


def _made(solution: Solution, transcripts: Sequence[Transcript]) -> _Made:
    counts = [0]
    at: list[tuple[int, int, int]] = []
    for transcript in transcripts:
        at += _choices_in(solution, transcript)
        counts.append(len(at))
    layers, rows, taken = np.array(at, dtype=np.int64).reshape(-1, 3).T
    following = np.zeros((len(at), solution.options.columns), dtype=np.int32)
    value = np.zeros(following.shape, dtype=np.int8)
    for layer in np.unique(layers):
        here = layers == layer
        following[here] = solution.layers[layer].next[rows[here]]
        value[here] = solution.layers[layer].value[rows[here]]
    return _Made(layers, following, value, taken, tuple(map(slice, counts, counts[1:])))


def _choices_in(solution: Solution, transcript: Transcript) -> Iterator[tuple[int, int, int]]:
    """Layer, state and column of every choice of a session that was played by the rules of today."""
    script = solution.script
    begun, wanted = (
        (transcript.scenario.id, transcript.started.difficulty),
        (script.scenario.id, script.disposition.difficulty),
    )
    for exchange in transcript.exchanges:
        if exchange.place is None:
            continue
        at = solution.row(exchange.place) if begun == wanted else None
        if at is None:
            raise ValueError(f"A session of {begun} is none of {wanted}, as it was solved.")
        yield *at, column_of(exchange)


def column_of(exchange: Exchange) -> int:
    """The column of what was done: staying silent (0), or the response that was chosen."""
    if exchange.response is None:
        return 0
    return 1 + [response.id for response in exchange.moment.responses].index(exchange.response.id)


def _session(solution: Solution, made: _Made, chances: Numbers, prices: Numbers, part: slice) -> ChoiceEvidence:
    scenario = solution.script.scenario
    return ChoiceEvidence(scenario.id, scenario.patient.id, chances[part], made.taken[part], prices[part])


def chances_with_lapses(choices: Worths, sensitivity: float) -> Numbers:
    """How likely each choice (column) of each place (row) is by its worth, lapses included."""
    offered = np.isfinite(choices)
    blind = offered / offered.sum(axis=1, keepdims=True)
    return np.asarray((1 - LAPSE) * chances_by_worth(choices, sensitivity) + LAPSE * blind)


def _prices(choices: Worths) -> Numbers:
    """How many points less than the best of its place (row) each choice (column) is worth."""
    return np.asarray(choices.max(axis=1, keepdims=True, initial=-np.inf) - choices)

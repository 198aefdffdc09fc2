"""How long a conversation lasts: the median of simulated plays of someone who chooses well about half the time."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING, Final

from simulator.analysis.repair_ways import choices
from simulator.analysis.value import value_of
from simulator.scenario.reading_pace import minutes_for, opening_words, words_in
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session, start
from simulator.session.vocabulary import Mode

if TYPE_CHECKING:
    from simulator.analysis.solve import Solution
    from simulator.session.script import Script, Step

PLAYS: Final = 25
"""So many plays: the middle one is a minute or two off."""


def simulated_minutes(solution: Solution, script: Script, beat: Callable[[], object] = lambda: None) -> int | None:
    """The median of simulated plays, in minutes at reading pace; ``None`` where the solution has no half-way learner.

    ``beat`` is called every now and then; what it raises ends the work.
    """
    if solution.halfway is None:
        return None
    lengths = []
    for seed in range(1, PLAYS + 1):
        lengths.append(minutes_for(*_read_and_chosen(solution, script, seed)))
        beat()
    return round(median(lengths))


def _read_and_chosen(solution: Solution, script: Script, seed: int) -> tuple[int, int]:
    """How many words are read in one play, and in how many turns an answer is chosen."""
    dice = random.Random(seed)
    session = Session(script.scenario, start(script, Mode.LEARN, seed), script)
    words, turns = opening_words(script.scenario), 0
    while not session.ended:
        telling = session.telling
        words += words_in((telling.patient, *telling.shows, *(sentence for _, sentence in session.sentences())))
        turns += 1
        response = _drawn(solution, choices(script, session.place), dice).response
        session.act(StaySilent() if response is None else Choose(response.id))
    return words, turns


def _drawn(solution: Solution, steps: tuple[Step, ...], dice: random.Random) -> Step:
    """What the half-way learner does: the likelier, the more may be expected after it."""
    assert solution.halfway is not None
    worths = [_worth(solution, step) for step in steps]
    highest = max(worths)
    chances = [math.exp(solution.halfway.sensitivity * (worth - highest)) for worth in worths]
    return dice.choices(steps, chances)[0]


def _worth(solution: Solution, step: Step) -> float:
    place, closing = step.after.place, step.after.closing
    if place is not None:
        return solution.expected(place)
    assert closing is not None
    return value_of(closing)

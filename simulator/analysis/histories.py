"""How a conversation can come to a moment: the shortest histories that the rules allow, one for each way the patient may be then."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple, TypeAlias

from simulator.alliance.reactions import ReactionState
from simulator.patient.state import PatientState
from simulator.scenario.document import BANK_PREFIX
from simulator.session.place import Place
from simulator.session.script import SILENT, Script, Standing

Steps: TypeAlias = tuple[str, ...]
"""Answers by their ids, one after the other; staying silent is empty."""

MOST_STEPS: Final = 80_000
"""So many steps are tried before the search ends; some seconds."""

_WIDEST: Final = 1_500
_FURTHER_TURNS: Final = 1
_A_TURN: Final = 4
"""A place that is a turn nearer is worth so many more of its kind."""

_LOW: Final = 35
_HIGH: Final = 60


class Situation(NamedTuple):
    """How it stands between the two when a moment comes, as far as it makes another conversation of it."""

    reaction: ReactionState
    owned: int
    alliance: int
    """0 for a low felt alliance, 1 for a middling, 2 for a high one."""


@dataclass(frozen=True, slots=True)
class History:
    """What was answered from the start until a moment came, and how the patient was then."""

    steps: Steps
    patient: PatientState
    situation: Situation


@dataclass(frozen=True, slots=True)
class Histories:
    """The shortest history, and the shortest of each other situation that was found.

    ``sure`` says that none of the first is shorter, and, where there are none, that no conversation comes there.
    """

    found: tuple[History, ...]
    sure: bool


class _Reached(NamedTuple):
    place: Place
    steps: Steps


def histories(
    script: Script,
    target: str,
    dead_ends: Collection[tuple[str, str]] = (),
    *,
    most: int = 4,
    most_steps: int = MOST_STEPS,
    wanted: Callable[[], bool] = lambda: True,
) -> Histories:
    """Find how conversations come to a moment (or to a line of the patient's own, or to an ending), turn by turn.

    ``dead_ends`` are answers that lead nowhere; ``wanted`` is asked now and then whether to go on.
    """
    start = script.start()
    found: dict[Situation, History] = {}
    layer = [_Reached(start, ())]
    if start.moment.id == target:
        _note(found, (), start.patient)
    far = distances(script, target)
    sure, tried, first = True, 0, 0 if found else None
    for turn in range(1, script.turns + 1):
        if not layer or len(found) >= most or (first is not None and turn > first + _FURTHER_TURNS):
            break
        following: dict[int, _Reached] = {}
        for reached in layer:
            tried += len(reached.place.moment.responses) + 1
            for choice, answer in _choices(script, reached.place):
                if (reached.place.moment.id, answer) in dead_ends:
                    continue
                after = script.step(reached.place, choice).after
                steps = (*reached.steps, answer)
                if _comes_to(after) == target:
                    _note(found, steps, after.place.patient if after.place else _patient_after(after))
                elif after.place is not None:
                    following.setdefault(after.place.number, _Reached(after.place, steps))
        first = turn if found and first is None else first
        if tried > (most_steps if first is None else most_steps // 4) or not wanted():
            sure = sure and first == turn
            break
        sure = sure and (first is not None or len(following) <= _WIDEST)
        layer = _nearest(list(following.values()), far, script.turns - turn)
    return Histories(tuple(found.values())[:most], sure)


def distances(script: Script, target: str) -> Mapping[str, int]:
    """How many turns at least it takes from each moment to another, as far as states and scripts tell; a guide, no proof."""
    sources: dict[str, list[str]] = defaultdict(list)
    scenario = script.scenario
    wanted = scenario.moments.get(target)
    for moment in scenario.moments.values():
        for then in (moment.silent_then, *(response.then for response in moment.responses)):
            if then is not None:
                sources[then].append(moment.id)
    far = {target: 0}
    waiting = deque(far)
    while waiting:
        here = waiting.popleft()
        for source in sources[here]:
            if source not in far:
                far[source] = far[here] + 1
                waiting.append(source)
    # Whom the graph can lead there is one step away, or two where something else has to happen first.
    for moment in scenario.every_moment():
        near = wanted is not None and moment.reaction == wanted.reaction
        far.setdefault(moment.id, 1 if near or target.startswith(BANK_PREFIX) else 2)
    return far


def _nearest(layer: list[_Reached], far: Mapping[str, int], turns_left: int) -> list[_Reached]:
    """The places from which to go on: those that can still come there, the nearest first where there are too many."""
    if not turns_left:
        return []
    if len(layer) <= _WIDEST:
        return layer
    # Of each kind of place some, so that ways that begin badly and ways that begin well are both gone on with.
    kinds: dict[tuple[str, int, int], int] = defaultdict(int)
    ranked: list[tuple[int, int]] = []
    for reached in layer:
        patient = reached.place.patient
        kind = reached.place.moment.id, patient.owned, patient.ruptures
        kinds[kind] += 1
        ranked.append((kinds[kind] + _A_TURN * far.get(reached.place.moment.id, 2), len(ranked)))
    ranked.sort()
    return [layer[number] for _rank, number in ranked[:_WIDEST]]


def _choices(script: Script, place: Place) -> list[tuple[int, str]]:
    """What can be done at a place, words before silence."""
    return [(position, id_) for id_, position in script.positions(place).items()] + [(SILENT, "")]


def _comes_to(after: Standing) -> str:
    if after.place is not None:
        return after.place.moment.id
    closing = after.closing
    return closing.moment.id if closing is not None and closing.moment is not None else ""


def _patient_after(after: Standing) -> PatientState:
    assert after.closing is not None
    return after.closing.state


def _note(found: dict[Situation, History], steps: Steps, patient: PatientState) -> None:
    situation = situation_of(patient)
    if situation not in found:
        found[situation] = History(steps, patient, situation)


def situation_of(patient: PatientState) -> Situation:
    """How it stands between the two, in a few words' worth."""
    points = sum(patient.alliance.points) / 3
    return Situation(patient.reaction, min(patient.owned, 3), (points >= _LOW) + (points >= _HIGH))

"""What a mood does to a face and a body: numbers that can be eased from one to the next."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import reduce
from pathlib import Path
from typing import Any

from simulator.messages.message import Message
from simulator.messages.sentences.portraits import AND_SEEN, MOODS, POSES
from simulator.ui.portraits.shapes import lerp


@dataclass(frozen=True, slots=True)
class Expression:
    """A mood as numbers: left and right are the viewer's, angles are degrees, the rest runs from -1 or 0 to 1.

    ``wears`` is what is put on over the clothes. ``rise`` lifts the whole person and ``chair`` lowers the chair, in units
    of the drawing; ``size`` is 1 where somebody sits, and smaller the further off they are.
    """

    describes: Message
    arms: tuple[tuple[str, float], ...]
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    lids: float = 1.0
    squint: float = 0.0
    tears: float = 0.0
    brow_inner: float = 0.0
    brow_outer: float = 0.0
    brow_skew: float = 0.0
    mouth_curve: float = 0.0
    mouth_width: float = 1.0
    mouth_open: float = 0.0
    mouth_skew: float = 0.0
    lips_pressed: float = 0.0
    tilt: float = 0.0
    turn: float = 0.0
    drop: float = 0.0
    shoulders: float = 0.0
    inward: float = 0.0
    lean: float = 0.0
    sway: float = 0.0
    presence: float = 1.0
    size: float = 1.0
    rise: float = 0.0
    chair: float = 0.0
    door: float = 0.0
    glasses: float = 1.0
    glasses_low: float = 0.0
    wears: str = ""

    @property
    def behind_chair(self) -> bool:
        """Whether the person is up, and the chair stands in front of them."""
        return self.chair > _HALF_UP


_HALF_UP = 60.0
_WORDS = ("arms", "wears")
_NUMBERS = tuple(field.name for field in fields(Expression) if field.name not in (*_WORDS, "describes"))


def load_expressions(path: Path) -> dict[str, Expression]:
    """All moods of a data file, by the name of the reaction state that shows them."""
    table = tomllib.loads(path.read_text("utf-8"))
    return {name: _expression(name, row) for name, row in table.items()}


def _expression(name: str, row: Mapping[str, Any]) -> Expression:
    unknown = set(row) - set(_NUMBERS) - set(_WORDS)
    if unknown:
        raise ValueError(f"expression {name}: unknown keys {sorted(unknown)}")
    numbers: dict[str, Any] = {key: float(row[key]) for key in _NUMBERS if key in row}
    return Expression(describes=MOODS[name](), arms=((row["arms"], 1.0),), **numbers)


def load_poses(path: Path) -> dict[tuple[str, str], Mapping[str, Any]]:
    """What each word of a pose changes, by part and word; raises ``ValueError`` where it is no part of an expression."""
    table = tomllib.loads(path.read_text("utf-8"))
    found = {(part, word): row for part, words in table.items() for word, row in words.items()}
    for (part, word), row in found.items():
        unknown = set(row) - set(_NUMBERS) - set(_WORDS)
        if unknown:
            raise ValueError(f"pose {part}: {word}: unknown keys {sorted(unknown)}")
    return {(part, word): {**row, "describes": POSES[part][word]()} for (part, word), row in found.items()}


def posed(mood: Expression, changes: Sequence[Mapping[str, Any]]) -> Expression:
    """A mood in a pose; what the pose names is told instead of what the mood would show.

    Of somebody who is not there nothing can be seen, unless the pose says where they stand.
    """
    numbers = {key: float(row[key]) for row in changes for key in _NUMBERS if key in row}
    if not changes or not numbers.get("presence", mood.presence):
        return mood
    arms = next((((row["arms"], 1.0),) for row in changes if "arms" in row), mood.arms)
    wears = next((row["wears"] for row in changes if "wears" in row), mood.wears)
    told = reduce(lambda first, following: AND_SEEN(first=first, next=following), (row["describes"] for row in changes))
    return replace(mood, describes=told, arms=arms, wears=wears, **numbers)


def between(a: Expression, b: Expression, t: float) -> Expression:
    """The mood that lies the share `t` of the way from `a` to `b`; the words are those of the nearer one.

    Getting up and sitting down are not eased: on the way the chair would stand before and behind the person.
    """
    if a.behind_chair != b.behind_chair:
        return a if t < 0.5 else b
    numbers: dict[str, Any] = {key: lerp(getattr(a, key), getattr(b, key), t) for key in _NUMBERS}
    before, after = dict(a.arms), dict(b.arms)
    arms = {pose: lerp(before.get(pose, 0.0), after.get(pose, 0.0), t) for pose in before | after}
    kept = tuple((pose, weight) for pose, weight in arms.items() if weight > 0)
    nearer = a if t < 0.5 else b
    return replace(nearer, arms=kept, **numbers)

"""How head and body are held: turns points of the model into places on the picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Build
from simulator.ui.portraits.shapes import Point

_HEAD_AT = (160.0, 160.0)
_TORSO_AT = (160.0, 270.0)
_PIVOT = (0.0, 62.0, -16.0)
_GROUND = 450.0
_SIZE = 1.12


@dataclass(frozen=True, slots=True)
class Head:
    """The head in space: x to the viewer's right, y down, z towards the viewer, origin behind the eyes."""

    turn: float
    drop: float
    tilt: float
    x: float
    y: float
    scale: float

    def __call__(self, point: Sequence[float]) -> Point:
        """Where a point of the head appears on the picture."""
        x, y, z = (point[i] - _PIVOT[i] for i in range(3))
        x, z = x * math.cos(self.turn) + z * math.sin(self.turn), z * math.cos(self.turn) - x * math.sin(self.turn)
        y = y * math.cos(self.drop) + z * math.sin(self.drop)
        x, y = x * math.cos(self.tilt) - y * math.sin(self.tilt), x * math.sin(self.tilt) + y * math.cos(self.tilt)
        return (self.x + (x + _PIVOT[0]) * self.scale, self.y + (y + _PIVOT[1]) * self.scale)

    def all(self, points: Iterable[Sequence[float]]) -> list[Point]:
        """Where several points of the head appear."""
        return [self(point) for point in points]


@dataclass(frozen=True, slots=True)
class Torso:
    """The upper body in the plane: origin at the pit of the neck, x to the viewer's right, y down."""

    raised: float
    inward: float
    x: float
    ground: float
    scale: float
    breadth: float
    slope: float

    def __call__(self, point: Sequence[float]) -> Point:
        """Where a point of the body appears on the picture."""
        x, y = point[0], point[1]
        share = min(1.0, max(0.0, (abs(x) - 14) / 60))
        outer = share * share * (3 - 2 * share)
        y += outer * (self.slope - 11 * self.raised + 5 * self.inward)
        x *= 1 + outer * (self.breadth - 1 - 0.09 * self.inward)
        top = _GROUND - _TORSO_AT[1]
        return (self.x + x * self.scale, self.ground + (y - top) * self.scale)

    def all(self, points: Iterable[Sequence[float]]) -> list[Point]:
        """Where several points of the body appear."""
        return [self(point) for point in points]


def held(build: Build, mood: Expression) -> tuple[Head, Torso]:
    """Head and body of a person as this mood holds them."""
    size, lifted = mood.size, mood.rise
    scale = _SIZE * (1 + 0.045 * mood.lean)
    torso = Torso(
        raised=mood.shoulders,
        inward=mood.inward,
        x=_TORSO_AT[0] + 7 * mood.sway * size,
        ground=_GROUND * size - lifted,
        scale=scale * size,
        breadth=build.shoulders,
        slope=build.slope,
    )
    rise = (_GROUND - _HEAD_AT[1] + build.rise) * scale
    head = Head(
        turn=math.radians(mood.turn),
        drop=math.radians(mood.drop),
        tilt=math.radians(mood.tilt),
        x=_HEAD_AT[0] + 12 * mood.sway * size,
        y=(_GROUND - rise + max(0.0, mood.drop) * 0.45 + 6 * mood.lean) * size - lifted,
        scale=_SIZE * build.head * (1 + 0.06 * mood.lean) * size,
    )
    return head, torso

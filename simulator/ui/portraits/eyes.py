"""Eyes and brows: where the patient looks, how wide the lids stand, what the brows say."""

from __future__ import annotations

import math

from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Features
from simulator.ui.portraits.pose import Head
from simulator.ui.portraits.shapes import Point, clipped, ellipse, lerp, polygon, stroke

_STEPS = 14


class _Eye:
    """One eye of a person in a mood; `u` runs from the inner to the outer corner, `v` down."""

    def __init__(self, person: Features, mood: Expression, head: Head, side: int) -> None:
        self.form, self.mood, self.head, self.side = person.eyes, mood, head, side
        follows = 1 - 0.34 * max(0.0, mood.gaze_y) + 0.10 * max(0.0, -mood.gaze_y)
        self.lids = min(1.15, max(0.0, mood.lids * follows - self.form.hooded))

    def place(self, u: float, v: float) -> Point:
        """Where a point of this eye appears on the picture."""
        z = 51 - 0.24 * u - 0.018 * u * u
        return self.head((self.side * (self.form.spacing + u), self.form.height + v, z))

    def _base(self, t: float) -> tuple[float, float]:
        return ((t - 0.5) * self.form.width, self.form.tilt * (0.5 - t))

    def lower_at(self, t: float) -> float:
        """How far below the line between the corners the lower lid runs."""
        deep = self.form.lower * (1 - 0.75 * self.mood.squint)
        return deep * math.pow(math.sin(math.pi * t**1.12), 0.85)

    def upper_at(self, t: float, lids: float) -> float:
        """How far above that line the upper lid runs when the lids stand this wide."""
        wide = -self.form.opening * math.sin(math.pi * t**0.86) ** 0.72
        return lerp(self.form.lower * 0.75 * math.sin(math.pi * t) ** 0.85, wide, lids)

    def course(self, kind: str, first: float = 0.0, last: float = 1.0, shift: float = 0.0) -> list[Point]:
        """Points along the upper or lower lid, or along the upper lid as it stands wide open."""
        places = []
        for i in range(_STEPS + 1):
            t = lerp(first, last, i / _STEPS)
            u, base = self._base(t)
            if kind == "lower":
                v = self.lower_at(t)
                v = max(v, self.upper_at(t, self.lids))
            else:
                v = self.upper_at(t, self.lids if kind == "upper" else max(self.lids, 0.94))
            places.append(self.place(u, base + v + shift))
        return places

    def gaze(self) -> tuple[float, float]:
        """Where the middle of the iris stands."""
        u = self.side * self.mood.gaze_x * self.form.width * 0.25
        v = -0.26 * self.form.opening + self.mood.gaze_y * self.form.opening * 0.55
        return (u, v)


def eyes(person: Features, mood: Expression, head: Head) -> list[str]:
    """Both eyes with lids, lashes and the wear beneath them."""
    drawn: list[str] = []
    for side in (-1, 1):
        eye = _Eye(person, mood, head, side)
        drawn += [*_socket(person, eye), *_ball(person, eye), *_lids(person, mood, eye)]
    return drawn


def _socket(person: Features, eye: _Eye) -> list[str]:
    shade = person.palette["shade"]
    fold = eye.course("open", 0.02, 1.0, -person.eyes.crease)
    lid = eye.course("upper")
    bag = eye.course("lower", 0.08, 0.86, 5.0)
    return [
        polygon([*fold, *reversed(lid)], shade, 0.30),
        stroke(fold, (0.2, 1.0, 1.2, 1.1, 0.4), person.palette["line"], 0.42),
        stroke(bag, (0.3, 2.6, 1.8, 0.3), shade, 0.12 + 0.5 * person.eyes.bags),
    ]


def _ball(person: Features, eye: _Eye) -> list[str]:
    if eye.lids < 0.06:
        return []
    colour, radius = person.palette, person.eyes.iris
    opening = [*eye.course("upper"), *reversed(eye.course("lower"))]
    window = opening if eye.side > 0 else opening[::-1]
    u, v = eye.gaze()
    light = (u - 0.34 * radius, v - 0.36 * radius)
    discs = [
        ((u, v), radius, "iris-rim", 1.0),
        ((u, v), radius * 0.86, "iris", 1.0),
        ((u, v), radius * 0.46, "pupil", 1.0),
        (light, radius * 0.25, "glint", 0.9),
    ]
    drawn = [polygon(opening, colour["sclera"])]
    for centre, size, fill, opacity in discs:
        disc = [eye.place(*p) for p in ellipse(centre, size, size)]
        drawn.append(polygon(clipped(disc, window), colour[fill], opacity))
    cast = [*eye.course("upper"), *reversed(eye.course("upper", shift=2.4))]
    drawn.append(polygon(clipped(cast, window), colour["line"], 0.20))
    return drawn


def _lids(person: Features, mood: Expression, eye: _Eye) -> list[str]:
    line, lash = person.palette["line"], person.eyes.lash
    heavy = (0.6 * lash, 1.0 * lash, 1.25 * lash, 1.3 * lash, 0.9 * lash)
    upper = [*eye.course("upper"), eye.place(person.eyes.width * 0.57, -person.eyes.tilt * 0.5 - 0.8)]
    drawn = [
        stroke(eye.course("lower", 0.15), (0.2, 0.9, 1.0, 0.7), line, 0.42),
        stroke(upper, heavy, line, 0.95),
    ]
    if mood.tears > 0:
        rim = eye.course("lower", 0.12, 0.9, -0.9)
        drawn.append(stroke(rim, (0.4, 1.5, 1.7, 0.4), person.palette["glint"], 0.75 * mood.tears))
    if mood.squint > 0:
        cheek = eye.course("lower", 0.15, 1.0, 4.2)
        drawn.append(stroke(cheek, (0.2, 1.4, 1.0, 0.2), line, 0.28 * mood.squint))
    return drawn


def brows(person: Features, mood: Expression, head: Head) -> list[str]:
    """Both brows, and the lines of the forehead that go with them."""
    drawn = [*_forehead(person, mood, head)]
    for side in (-1, 1):
        inner = mood.brow_inner + 0.4 * side * mood.brow_skew
        outer = mood.brow_outer + 0.9 * side * mood.brow_skew
        course = head.all((side * x, y, z) for x, y, z in _brow(person, inner, outer))
        thick = person.brows.thickness
        widths = (0.3 * thick, 0.9 * thick, thick, 0.78 * thick, 0.12 * thick)
        drawn.append(stroke(course, widths, person.palette["brow"], 0.94))
    return drawn


def _brow(person: Features, inner: float, outer: float) -> list[tuple[float, float, float]]:
    form, eye = person.brows, person.eyes
    top = eye.height - form.height
    rise = inner * (8.0 if inner > 0 else 5.6)
    start = eye.spacing - form.inner + 2.2 * min(0.0, inner)
    end = eye.spacing + form.outer
    return [
        (start, top + 1.6 - rise, 54),
        (lerp(start, end, 0.30), top - 0.45 * form.arch - 0.55 * rise - 1.0 * outer, 53),
        (lerp(start, end, 0.64), top - form.arch - 0.1 * rise - 4.2 * outer, 49),
        (end, top + 3.4 - 4.4 * outer, 40),
    ]


def _forehead(person: Features, mood: Expression, head: Head) -> list[str]:
    line, top = person.palette["line"], person.eyes.height - person.brows.height
    drawn = []
    frown, worry = max(0.0, -mood.brow_inner), max(0.0, mood.brow_inner)
    for side in (-1, 1):
        crease = [(side * 4.6, top + 1.5, 56), (side * 3.6, top + 6, 56), (side * 4.4, top + 10, 56)]
        drawn.append(stroke(head.all(crease), (0.2, 1.4, 0.2), line, 0.5 * frown))
    for rise in (10.0, 16.0):
        raised = rise + 3 * worry
        furrow = [(-17, top - raised + 1.5, 50), (0, top - raised - 1.5, 54), (17, top - raised + 1.5, 50)]
        drawn.append(stroke(head.all(furrow), (0.2, 1.1, 0.2), line, 0.26 * max(worry, mood.brow_outer, 0.0)))
    return drawn

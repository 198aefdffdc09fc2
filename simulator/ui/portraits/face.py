"""The plain face: skull, ears, cheeks, nose and mouth as a mood shapes them."""

from __future__ import annotations

from collections.abc import Sequence

from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Features
from simulator.ui.portraits.pose import Head
from simulator.ui.portraits.shapes import ellipse, polygon, sampled, shape, stroke

Place = tuple[float, float, float]


def skull(person: Features, mood: Expression, head: Head) -> list[str]:
    """The side of the head, the ears and the plain face with its shaded side."""
    skin, shade = person.palette["skin"], person.palette["shade"]
    outline = face_outline(person, mood)
    widest = max(x for x, _, _ in outline)
    side = [(x, y, -16.0) for x, y in ellipse((0, -24), widest * 0.97, 52)]
    return [
        shape(head.all(side), shade),
        *_ears(person, head),
        shape(head.all(outline), skin),
        _shaded_side(person, mood, head),
        *_cheeks(person, head),
        *_light(person, head),
    ]


def face_outline(person: Features, mood: Expression) -> list[Place]:
    """The outline of the face, clockwise from the crown; an open mouth lowers the jaw."""
    right = [with_jaw((p[0], p[1], p[2]), mood.mouth_open) for p in person.face]
    left = [(-x, y, z) for x, y, z in reversed(right) if abs(x) > 0.01]
    return [*right, *left]


def with_jaw(point: Place, opened: float) -> Place:
    """Where a point of the face goes when the mouth opens: the lower, the further down."""
    x, y, z = point
    return (x, y + max(0.0, y - 30) / 46 * 5 * opened, z)


def _shaded_side(person: Features, mood: Expression, head: Head) -> str:
    outer = [p for p in face_outline(person, mood) if p[0] >= 0 and p[1] > -60]
    inner = [(x * (0.84 - 0.12 * max(0.0, y) / 80), y * 0.985, z + 20) for x, y, z in outer]
    ring = [*sampled(head.all(outer), closed=False), *reversed(sampled(head.all(inner), closed=False))]
    return polygon(ring, person.palette["shade"], 0.26)


def _ears(person: Features, head: Head) -> list[str]:
    edge = max(p[0] for p in person.face)
    drawn = []
    for side in (-1, 1):
        rim = [(edge - 4, -9), (edge + 4, -13), (edge + 8, -5), (edge + 6, 10), (edge + 2, 21), (edge - 4, 20)]
        fold = [(edge + 3, -7), (edge + 5, -1), (edge + 2.5, 6), (edge + 3, 12)]
        drawn.append(shape(head.all([(side * x, y, -10) for x, y in rim]), person.palette["skin"]))
        drawn.append(
            stroke(head.all([(side * x, y, -9) for x, y in fold]), (0.4, 1.4, 1.2, 0.4), person.palette["shade"], 0.8)
        )
    return drawn


def _cheeks(person: Features, head: Head) -> list[str]:
    drawn = []
    for side in (-1, 1):
        for size, opacity in ((1.0, 0.05), (0.82, 0.05), (0.62, 0.05), (0.4, 0.05)):
            spot = [(x, y, 40) for x, y in ellipse((side * 31, 25), 15 * size, 10 * size, 12)]
            drawn.append(shape(head.all(spot), person.palette["blush"], opacity))
    return drawn


def _light(person: Features, head: Head) -> list[str]:
    brow = [(-34, -40, 40), (-16, -52, 48), (2, -50, 50), (4, -34, 53), (-12, -25, 53), (-32, -26, 44)]
    cheek = [(-42, 10, 34), (-33, 8, 42), (-21, 14, 48), (-22, 21, 49), (-34, 21, 42)]
    drawn = []
    for patch in (brow, cheek):
        x, y = (sum(p[i] for p in patch) / len(patch) for i in (0, 1))
        for size in (1.0, 0.78, 0.56):
            soft = [(x + (p[0] - x) * size, y + (p[1] - y) * size, p[2]) for p in patch]
            drawn.append(shape(head.all(soft), person.palette["light"], 0.05))
    return drawn


def nose(person: Features, head: Head) -> list[str]:
    """The nose: its shaded flank, wings, nostrils and a little light on the tip."""
    form, end, half = person.nose, person.nose.length, person.nose.width
    line, shade, light = (person.palette[key] for key in ("line", "shade", "light"))
    flank = [(form.bridge, -14, 53), (form.bridge + 2, 2, 54), (half * 0.62, 14, 59), (half, end - 6, 56)]
    flank += [(half * 0.8, end, 58), (half * 0.35, end - 2, 64), (form.bridge * 0.5, 8, 62)]
    under = [(-half * 0.8, end, 57), (-half * 0.4, end + 1.2, 62), (0, end + 2.6, 65)]
    under += [(half * 0.4, end + 1.2, 62), (half * 0.8, end, 57), (0, end - 2.5, 66)]
    drawn = [
        shape(head.all(flank), shade, 0.24),
        shape(head.all(under), shade, 0.5),
        shape(head.all([(x, y, 68) for x, y in ellipse((-1.5, end - 6.5), 3.4, 2.6, 10)]), light, 0.45),
    ]
    for side in (-1, 1):
        wing = [(half - 1, end - 9, 54.0), (half + 1.4, end - 4.5, 53.0), (half - 0.6, end - 0.2, 55.0)]
        hole = [(half * 0.22, end + 1.2, 64.0), (half * 0.5, end - 0.2, 61.0), (half * 0.8, end + 0.4, 57.0)]
        drawn.append(stroke(_on(side, wing, head), (0.2, 1.3, 0.8), line, 0.55 if side > 0 else 0.4))
        drawn.append(stroke(_on(side, hole, head), (0.5, 2.0, 0.5), line, 0.75))
    return drawn


def _on(side: int, points: Sequence[Place], head: Head) -> list[tuple[float, float]]:
    return head.all([(side * x, y, z) for x, y, z in points])

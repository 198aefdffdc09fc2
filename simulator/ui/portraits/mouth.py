"""The mouth: two lips, the line between them, and what shows when they part."""

from __future__ import annotations

from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Features
from simulator.ui.portraits.pose import Head
from simulator.ui.portraits.shapes import Point, clipped, lerp, polygon, sampled, stroke

_ACROSS = (-1.0, -0.78, -0.5, -0.24, 0.0, 0.24, 0.5, 0.78, 1.0)


class _Lips:
    """The courses of the lips for one person in one mood, in units of the head."""

    def __init__(self, person: Features, mood: Expression) -> None:
        form, thin = person.mouth, 1 - 0.62 * mood.lips_pressed
        smile = max(0.0, mood.mouth_curve)
        self.half = form.width * mood.mouth_width * (1 + 0.10 * smile) * (1 - 0.10 * mood.mouth_open)
        self.y = form.height + 1.6 * smile
        self.upper, self.lower = form.upper * thin, form.lower * thin
        self.gap = 9.0 * mood.mouth_open
        self.curve, self.skew = mood.mouth_curve, mood.mouth_skew

    def place(self, u: float, rise: float) -> tuple[float, float, float]:
        """A point `u` of the half width from the middle, `rise` above the resting line."""
        reach = 7.4 * abs(u) ** 2.1 if self.curve > 0 else 4.4 * abs(u) ** 1.9
        bend = (reach - 1.4) * self.curve
        skew = 5.0 * self.skew * u * abs(u)
        return (u * self.half, self.y - rise - bend - skew, 58 - 11 * u * u)

    def parting(self, opened: float) -> list[tuple[float, float, float]]:
        """The line where the lips meet, or the edge of the lower lip where they have parted."""
        dip = (0.0, 0.25, 0.55, 0.95, 0.2, 0.95, 0.55, 0.25, 0.0)
        calm = 1 - 0.6 * abs(self.curve)
        return [self.place(u, d * calm - opened * (1 - u * u) ** 0.8) for u, d in zip(_ACROSS, dip, strict=True)]

    def top(self) -> list[tuple[float, float, float]]:
        """The upper edge with its bow."""
        share = (0.0, 0.34, 0.78, 1.12, 0.86, 1.12, 0.78, 0.34, 0.0)
        return [self.place(u, s * self.upper + 0.3) for u, s in zip(_ACROSS, share, strict=True)]

    def bottom(self) -> list[tuple[float, float, float]]:
        """The lower edge of the lower lip."""
        share = (0.0, 0.42, 0.82, 1.0, 1.04, 1.0, 0.82, 0.42, 0.0)
        gap = [self.gap * (1 - u * u) ** 0.8 for u in _ACROSS]
        return [self.place(u, -s * self.lower - g) for u, s, g in zip(_ACROSS, share, gap, strict=True)]


def mouth(person: Features, mood: Expression, head: Head) -> list[str]:
    """The whole mouth with the folds and shadows around it."""
    lips, colour = _Lips(person, mood), person.palette
    meet, part = _course(lips.parting(0.0), head), _course(lips.parting(lips.gap), head)
    top, bottom = _course(lips.top(), head), _course(lips.bottom(), head)
    drawn = [*_folds(person, mood, lips, head)]
    if mood.mouth_open > 0.02:
        drawn += _inside(person, mood, meet, part)
    drawn += [
        polygon([*top, *reversed(meet)], colour["lip"], 0.92),
        polygon([*part, *reversed(bottom)], colour["lip-light"], 0.92),
    ]
    line = head.all(lips.parting(0.0))
    drawn.append(stroke(line, (0.9, 1.1, 1.5, 1.5, 1.5, 1.1, 0.9), colour["line"], 0.85))
    return drawn


def _course(points: list[tuple[float, float, float]], head: Head) -> list[Point]:
    return sampled(head.all(points), closed=False)


def _inside(person: Features, mood: Expression, meet: list[Point], part: list[Point]) -> list[str]:
    hollow = [*meet, *reversed(part)]
    depth = min(1.0, mood.mouth_open * 2) * 3.4
    teeth = [*meet[6:-6], *((x, y + depth) for x, y in reversed(meet[6:-6]))]
    return [
        polygon(hollow, person.palette["mouth"]),
        polygon(clipped(teeth, hollow), person.palette["teeth"], 0.9) if mood.mouth_open > 0.2 else "",
    ]


def _folds(person: Features, mood: Expression, lips: _Lips, head: Head) -> list[str]:
    shade, line = person.palette["shade"], person.palette["line"]
    low = lips.y + lips.lower + lips.gap
    under = [(-9, low + 4.2, 54), (0, low + 5.4, 56), (9, low + 4.2, 54)]
    drawn = [stroke(head.all(under), (0.3, 3.2, 0.3), shade, 0.42)]
    smile = max(0.0, mood.mouth_curve)
    for side in (-1, 1):
        x, y, _ = lips.place(side, 0.0)
        tuck = 1.2 * lips.curve
        corner = ((-0.6, -2.0, 47), (1.8, 0.0, 45), (0.9, 2.2, 46))
        tucked = [(x + side * dx, y + dy - tuck, z) for dx, dy, z in corner]
        drawn.append(stroke(head.all(tucked), (0.2, 1.6, 0.2), shade, 0.35 + 0.4 * abs(mood.mouth_curve)))
        start = person.nose.width + 3
        out = x + side * (5.5 + 1.5 * smile)
        fold = [(side * start, person.nose.length - 4, 50), (lerp(side * start, out, 0.7), y - 9, 48), (out, y - 1, 44)]
        drawn.append(stroke(head.all(fold), (0.2, 1.4, 0.2), line, 0.10 + 0.30 * smile))
    return drawn

"""Soft shapes as SVG text: closed curves, strokes that swell and taper, and cutting one shape by another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

Point = tuple[float, float]

_SAME_PLACE = 1e-6
_INVISIBLE = 0.004
_SAMPLES = 5
_WEIGHTS = tuple(
    ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (i / _SAMPLES for i in range(_SAMPLES))
)


def lerp(a: float, b: float, t: float) -> float:
    """The value `t` of the way from `a` to `b`."""
    return a * (1 - t) + b * t


def spans(points: Sequence[Point], closed: bool) -> list[tuple[Point, Point, Point, Point]]:
    """Cubic curves through all points; a point given twice is a corner."""
    count = len(points)
    curves = []
    for i in range(count if closed else count - 1):
        here, there = points[i], points[(i + 1) % count]
        if math.dist(here, there) < _SAME_PLACE:
            continue
        before = points[i - 1] if closed or i > 0 else here
        after = points[(i + 2) % count] if closed or i + 2 < count else there
        leaving = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        arriving = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        curves.append((here, leaving, arriving, there))
    return curves


def sampled(points: Sequence[Point], closed: bool = True) -> list[Point]:
    """Points along the smooth curve, close enough together to pass for it."""
    curves = spans(points, closed)
    line = [
        (a * p[0] + b * q[0] + c * r[0] + d * s[0], a * p[1] + b * q[1] + c * r[1] + d * s[1])
        for p, q, r, s in curves
        for a, b, c, d in _WEIGHTS
    ]
    if not closed and curves:
        line.append(curves[-1][3])
    return line


def clipped(polygon: Sequence[Point], window: Sequence[Point]) -> list[Point]:
    """The part of a polygon inside a convex window whose corners run clockwise on the screen."""
    edges = sorted(zip(window, [*window[1:], window[0]], strict=True), key=lambda e: math.dist(*e), reverse=True)
    inside, box = list(polygon), _box(polygon)
    for a, b in edges:
        if math.dist(a, b) >= _SAME_PLACE and min(_sides(box, a, b), default=0.0) < 0:
            inside = _cut_by_line(inside, a, b)
            box = _box(inside)
    return inside


def _box(points: Sequence[Point]) -> list[Point]:
    """The corners of the box around the points: where it lies inside an edge, nothing needs cutting."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return [(x, y) for x in (min(xs), max(xs)) for y in (min(ys), max(ys))] if points else []


def _sides(points: Sequence[Point], a: Point, b: Point) -> list[float]:
    """How far each point lies to the inner side of the line from `a` to `b`."""
    dx, dy, (ax, ay) = b[0] - a[0], b[1] - a[1], a
    return [dx * (y - ay) - dy * (x - ax) for x, y in points]


def _cut_by_line(polygon: Sequence[Point], a: Point, b: Point) -> list[Point]:
    sides = _sides(polygon, a, b)
    kept: list[Point] = []
    for i, here in enumerate(polygon):
        there, s, t = polygon[i + 1 - len(polygon)], sides[i], sides[i + 1 - len(polygon)]
        if s >= 0:
            kept.append(here)
        if (s >= 0) != (t >= 0):
            share = s / (s - t)
            kept.append((lerp(here[0], there[0], share), lerp(here[1], there[1], share)))
    return kept


def ellipse(centre: Point, rx: float, ry: float, corners: int = 20) -> list[Point]:
    """Corners of an ellipse, clockwise on the screen."""
    turns = (2 * math.pi * i / corners for i in range(corners))
    return [(centre[0] + rx * math.cos(a), centre[1] + ry * math.sin(a)) for a in turns]


def rounded_box(left: float, top: float, right: float, bottom: float, radius: float) -> list[Point]:
    """Corners of a rectangle with round corners, clockwise on the screen."""
    near, far, high, low = left + radius, right - radius, top + radius, bottom - radius
    centres = ((far, high, -90), (far, low, 0), (near, low, 90), (near, high, 180))
    return [
        (x + radius * math.cos(math.radians(start + step)), y + radius * math.sin(math.radians(start + step)))
        for x, y, start in centres
        for step in range(0, 91, 10)
    ]


def stroke_outline(points: Sequence[Point], widths: Sequence[float], round_ends: bool = False) -> list[Point]:
    """The outline of a stroke along a smooth curve whose width is spread along it as given."""
    line = sampled(points, closed=False)
    left, right = [], []
    for i, (x, y) in enumerate(line):
        half = _width_at(widths, i / max(1, len(line) - 1)) / 2
        (x0, y0), (x1, y1) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        nx, ny = -(y1 - y0) / length * half, (x1 - x0) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    if not round_ends:
        return [*left, *reversed(right)]
    return [*left, *_cap(line[-1], left[-1]), *reversed(right), *_cap(line[0], right[0])]


def _cap(centre: Point, start: Point) -> list[Point]:
    dx, dy = start[0] - centre[0], start[1] - centre[1]
    angles = (-math.pi * step / 6 for step in range(1, 6))
    return [
        (centre[0] + dx * math.cos(a) - dy * math.sin(a), centre[1] + dx * math.sin(a) + dy * math.cos(a))
        for a in angles
    ]


def _width_at(widths: Sequence[float], share: float) -> float:
    if len(widths) == 1:
        return widths[0]
    place = share * (len(widths) - 1)
    i = min(int(place), len(widths) - 2)
    return lerp(widths[i], widths[i + 1], place - i)


def shape(points: Sequence[Point], colour: str, opacity: float = 1.0) -> str:
    """A filled closed smooth shape."""
    curves = spans(points, closed=True)
    if not curves or opacity <= _INVISIBLE:
        return ""
    text = [f"M{_at(curves[0][0])}"]
    text += [f"C{_at(b)} {_at(c)} {_at(d)}" for _, b, c, d in curves]
    return _path("".join(text), colour, opacity)


def polygon(points: Sequence[Point], colour: str, opacity: float = 1.0) -> str:
    """A filled shape with exactly these corners."""
    if len(points) < 3 or opacity <= _INVISIBLE:
        return ""
    return _path("M" + "L".join(_at(p) for p in points), colour, opacity)


def stroke(points: Sequence[Point], widths: Sequence[float], colour: str, opacity: float = 1.0) -> str:
    """A line that swells and tapers along its course."""
    return polygon(stroke_outline(points, widths), colour, opacity)


def group(parts: Iterable[str], opacity: float = 1.0) -> str:
    """Several drawings as one, faded together."""
    inside = "".join(parts) if opacity > _INVISIBLE else ""
    return inside if opacity >= 1 - _INVISIBLE or not inside else f'<g opacity="{opacity:.2f}">{inside}</g>'


def _at(point: Point) -> str:
    return f"{point[0]:.1f},{point[1]:.1f}"


def _path(data: str, colour: str, opacity: float) -> str:
    faded = "" if opacity >= 1 - _INVISIBLE else f' fill-opacity="{opacity:.2f}"'
    return f'<path d="{data}Z" fill="{colour}"{faded}/>'

"""The whole picture: backdrop, chair and person, put together from back to front."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from simulator.ui.portraits import body, eyes, face, mouth
from simulator.ui.portraits.canvas import HEIGHT, WIDTH
from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Features, Layer
from simulator.ui.portraits.pose import Head, held
from simulator.ui.portraits.shapes import group, polygon, shape, stroke_outline
from simulator.ui.portraits.things import equipped

_DOWN_THE_NOSE = 11.0


def portrait_svg(person: Features, expression: Expression, theme_colours: Mapping[str, str]) -> str:
    """The person in this mood as SVG text; the theme gives `backdrop` and `backdrop-shade`."""
    person = equipped(person, expression)
    head, torso = held(person.build, expression)
    figure = [
        *on_head(person.behind, person, head),
        *body.neck(person, head, torso),
        *body.clothes(person, torso),
        *face.skull(person, expression, head),
        *on_head(person.skin, person, head, expression.mouth_open),
        group(on_head(_slid(person.temples, expression.glasses_low), person, head), expression.glasses),
        *face.nose(person, head),
        *mouth.mouth(person, expression, head),
        *eyes.eyes(person, expression, head),
        *eyes.brows(person, expression, head),
        *on_head(person.front, person, head),
        *on_head(person.over, person, head),
        group(on_head(_slid(person.glasses, expression.glasses_low), person, head), expression.glasses),
        *(group(parts, share) for share, parts in body.arms(person, expression, torso)),
    ]
    chair = body.furniture(person.chair, theme_colours, expression.chair)
    door = group(body.furniture(person.door, theme_colours), expression.door)
    present = group(figure, expression.presence)
    placed = [present, *chair] if expression.behind_chair else [*chair, present]
    return _document([polygon(body.FRAME, theme_colours["backdrop"]), door, *placed])


def on_head(layers: Sequence[Layer], person: Features, head: Head, opened: float = 0.0) -> list[str]:
    """Hair, marks of age, glasses: everything that moves with the head."""
    drawn = []
    for each in layers:
        for side in each.sides:
            course = head.all(face.with_jaw((side * p[0], p[1], p[2]), opened) for p in each.points)
            colour = person.palette[each.fill]
            if each.widths:
                drawn.append(polygon(stroke_outline(course, each.widths, each.round), colour, each.opacity))
            else:
                drawn.append(shape(course, colour, each.opacity))
    return drawn


def _slid(layers: Sequence[Layer], low: float) -> list[Layer]:
    """Glasses that slid down the nose; the ends of the temples stay where they are, behind the ears."""
    return [
        replace(each, points=tuple((x, y + _DOWN_THE_NOSE * low * _front(z), z) for x, y, z in each.points))
        for each in layers
    ]


def _front(z: float) -> float:
    return min(1.0, max(0.0, z / 54))


def _document(parts: Iterable[str]) -> str:
    size = f'viewBox="0 0 {WIDTH:.0f} {HEIGHT:.0f}" width="{WIDTH:.0f}" height="{HEIGHT:.0f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{"".join(parts)}</svg>'

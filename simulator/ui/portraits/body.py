"""Everything below the head: the chair, the neck, the clothes and the arms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from simulator.ui.portraits.canvas import HEIGHT, WIDTH
from simulator.ui.portraits.expression import Expression
from simulator.ui.portraits.person import Features, Layer
from simulator.ui.portraits.pose import Head, Torso
from simulator.ui.portraits.shapes import Point, clipped, polygon, rounded_box, sampled, shape, stroke_outline

RADIUS = 18.0
FRAME = rounded_box(0, 0, WIDTH, HEIGHT, RADIUS)

_MIDDLE = WIDTH / 2


def furniture(layers: Sequence[Layer], colours: Mapping[str, str], lowered: float = 0.0) -> list[str]:
    """What belongs to the room: the door, and the chair, which stays when the patient has left."""
    drawn = []
    for each in layers:
        for side in each.sides:
            edge = sampled([(_MIDDLE + side * p[0], p[1] + lowered) for p in each.points])
            drawn.append(polygon(clipped(edge, FRAME), colours[each.fill], each.opacity))
    return drawn


def neck(person: Features, head: Head, torso: Torso) -> list[str]:
    """The neck between jaw and collar, with the shadow of the chin on it."""
    half = person.build.neck
    left, right = head((-half, 40, -14)), head((half, 40, -14))
    low = torso.all([(half * 1.02, -14), (half * 1.5, 2), (60, 16), (52, 90), (-52, 90), (-60, 16)])
    low += torso.all([(-half * 1.5, 2), (-half * 1.02, -14)])
    return [shape([left, right, *low], person.palette["skin"]), _chin_shadow(person, head, torso, left, right)]


def _chin_shadow(person: Features, head: Head, torso: Torso, left: Point, right: Point) -> str:
    half = person.build.neck
    chin = head.all([(half * 0.86, 78, 26), (0, 93, 34), (-half * 0.70, 80, 26), (-half * 0.98, 58, 0)])
    cast = sampled([right, torso((half * 1.02, -20)), *chin, left])
    sides = torso.all([(half * 1.02, -6), (half * 1.02, 40), (-half * 1.02, 40), (-half * 1.02, -6)])
    return polygon(clipped(cast, [left, right, *sides]), person.palette["shade"], 0.62)


def clothes(person: Features, torso: Torso) -> list[str]:
    """The clothes on the body, and what is put on over them, cut by the frame."""
    return [part for each in person.clothes for part in _cloth(each, person, torso)]


def arms(person: Features, mood: Expression, torso: Torso) -> list[tuple[float, list[str]]]:
    """The arms as the mood holds them: every pose with its share, since an eased mood mixes two."""
    return [
        (share, [part for each in person.arms[pose] for part in _cloth(each, person, torso)])
        for pose, share in mood.arms
    ]


def _cloth(each: Layer, person: Features, torso: Torso) -> list[str]:
    drawn = []
    for side in each.sides:
        course = torso.all((side * p[0], p[1]) for p in each.points)
        edge = stroke_outline(course, each.widths, each.round) if each.widths else sampled(course)
        drawn.append(polygon(clipped(edge, FRAME), person.palette[each.fill], each.opacity))
    return drawn

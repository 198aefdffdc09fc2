"""The patient's face: our own drawing of a person in a mood, as SVG text, without Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.ui.portraits.canvas import HEIGHT, WIDTH
    from simulator.ui.portraits.drawing import portrait_svg
    from simulator.ui.portraits.expression import Expression, between, load_expressions, load_poses, posed
    from simulator.ui.portraits.person import Features, load_person
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "canvas": "HEIGHT WIDTH",
            "drawing": "portrait_svg",
            "expression": "Expression between load_expressions load_poses posed",
            "person": "Features load_person",
        },
    )

__all__ = [
    "HEIGHT",
    "WIDTH",
    "Expression",
    "Features",
    "between",
    "load_expressions",
    "load_person",
    "load_poses",
    "portrait_svg",
    "posed",
]

"""The patient's face: our own drawing of a person in a mood, as SVG text, without Qt."""

from __future__ import annotations

from simulator.ui.portraits.drawing import portrait_svg
from simulator.ui.portraits.expression import Expression, between, load_expressions
from simulator.ui.portraits.person import Features, load_person
from simulator.ui.portraits.pose import HEIGHT, WIDTH

__all__ = ["HEIGHT", "WIDTH", "Expression", "Features", "between", "load_expressions", "load_person", "portrait_svg"]

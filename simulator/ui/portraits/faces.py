"""Faces as pictures: a person with an expression, drawn in the colours of a theme."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any, TypeAlias

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from simulator.alliance.reactions import ReactionState
from simulator.shipped_files import ASSETS
from simulator.ui.portraits.drawing import portrait_svg
from simulator.ui.portraits.expression import Expression, load_expressions, load_poses, posed
from simulator.ui.portraits.person import Features, load_person
from simulator.ui.theme import Theme

Pose: TypeAlias = tuple[tuple[str, str], ...]
"""Parts of a pose with the word that a wording gives each."""

_PORTRAITS = ASSETS / "portraits"
_FACES_KEPT = 64


def expression_of(reaction: ReactionState, pose: Pose) -> Expression:
    """What a face looks like in a reaction state and the pose that a wording names."""
    return posed(_expressions()[reaction], [_poses()[named] for named in pose])


def face(portrait: str, expression: Expression, theme: Theme, width: int, height: int, ratio: float) -> QPixmap:
    """A face in so many pixels, of which each is ``ratio`` pixels of the screen wide."""
    return QPixmap.fromImage(_drawing(portrait, expression, theme, width, height, ratio))


def face_at_rest(
    portrait: str, reaction: ReactionState, pose: Pose, theme: Theme, width: int, height: int, ratio: float
) -> QPixmap:
    """The face of a reaction state; one that was drawn lately is not drawn again."""
    return QPixmap.fromImage(_drawing_at_rest(portrait, reaction, pose, theme, width, height, ratio))


@lru_cache(maxsize=_FACES_KEPT)
def _drawing_at_rest(
    portrait: str, reaction: ReactionState, pose: Pose, theme: Theme, width: int, height: int, ratio: float
) -> QImage:
    """Drawn once: many scenarios of a library are about the same few people."""
    return _drawing(portrait, expression_of(reaction, pose), theme, width, height, ratio)


def _drawing(portrait: str, expression: Expression, theme: Theme, width: int, height: int, ratio: float) -> QImage:
    svg = portrait_svg(_person(portrait), expression, theme.colours())
    drawn = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@cache
def _expressions() -> dict[str, Expression]:
    return load_expressions(_PORTRAITS / "expressions.toml")


@cache
def _poses() -> dict[tuple[str, str], Mapping[str, Any]]:
    return load_poses(_PORTRAITS / "poses.toml")


@cache
def _person(portrait: str) -> Features:
    """The drawing of a person, read once: the same face stands on several cards and pages."""
    return load_person(_PORTRAITS, portrait)

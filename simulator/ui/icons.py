"""Our icons in the colour of a role, sharp at every size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from simulator.shipped_files import ASSETS
from simulator.ui.theme import Role, Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_SIZES: Final = (16, 18, 20, 22, 24, 27, 32, 36, 40, 48, 64, 72)


def icon_names(folder: Path = ASSETS / "icons") -> list[str]:
    """The icons there are; the families of reactions have one each, under their own name."""
    return sorted(path.stem for path in folder.glob("*.svg"))


def icon(name: str, role: Role, theme: Theme, folder: Path = ASSETS / "icons") -> QIcon:
    """The icon in the colour of the role, greyed where its button is disabled."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    greyed = theme.colour(Role.CONTROL_EDGE)
    for size in _SIZES:
        made.addPixmap(icon_pixmap(name, theme.colour(role), size, folder=folder))
        made.addPixmap(icon_pixmap(name, greyed, size, folder=folder), QIcon.Mode.Disabled)
    return made


def icon_pixmap(name: str, colour: str, size: int, ratio: float = 1.0, folder: Path = ASSETS / "icons") -> QPixmap:
    """The icon as a square picture of `size` logical pixels on a screen with this pixel ratio."""
    drawn_as = f"{folder / name} {colour} {size} {ratio}"
    picture = QPixmap()
    if QPixmapCache.find(drawn_as, picture):
        return picture
    text = (folder / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    picture.setDevicePixelRatio(ratio)
    QPixmapCache.insert(drawn_as, picture)
    return picture

"""All poses of the three patients and of the faces that are nobody's on one sheet, to be looked at: ``python -m tests.ui.contact_sheet SHEET.png [THEME]``.

Every word that a pose knows, and then, of a patient, every pose that a shipped wording names, in the first state in which it is told
(looks in another direction are left out); of a face that is nobody's, every mood. The pictures have the size that they have in the window.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from simulator.scenario.files import FolderFiles
from simulator.scenario.portrait_names import OF_PATIENTS, Portrait
from simulator.scenario.poses import POSES, WITH_GLASSES
from simulator.scenario.read import read_scenario
from simulator.shipped_files import ASSETS
from simulator.ui.portraits.drawing import portrait_svg
from simulator.ui.portraits.expression import load_expressions, load_poses, posed
from simulator.ui.portraits.person import load_person
from simulator.ui.theme import load_theme
from tests.ui.stage_directions import states, wordings_of

Shown: TypeAlias = "tuple[str, tuple[tuple[str, str], ...]]"
"""A reaction state, and the parts of a pose."""

SCENARIOS = ("concert-silence", "homework-load", "push-me")
WIDTH, HEIGHT, COLUMNS = 208, 260, 16
_PORTRAITS = ASSETS / "portraits"
_LOOKS = ("gaze", "lean")
_MOODS, _POSES = load_expressions(_PORTRAITS / "expressions.toml"), load_poses(_PORTRAITS / "poses.toml")


def every_word(portrait: str) -> list[Shown]:
    """Each word of each part, by itself."""
    words = [(part, word) for part, known in POSES.items() for word in known]
    bare = portrait not in WITH_GLASSES
    return [("engaged", (one,)) for one in words if not (bare and "glasses" in one)]


def every_named(scenario: str) -> tuple[str, list[Shown]]:
    """The portrait of a shipped scenario, and each pose that its wordings name."""
    read = read_scenario(FolderFiles(ASSETS.parent / "scenarios"), f"{scenario}.yaml").scenario
    assert read is not None
    found: dict[tuple[tuple[str, str], ...], Shown] = {}
    for moment, wording in wordings_of(read):
        told = tuple(one for one in wording.pose if one[0] not in _LOOKS)
        if told:
            found.setdefault(told, (states(moment)[0], wording.pose))
    return read.patient.portrait, list(found.values())


def sheet(theme: str) -> QImage:
    """The pictures of all, one person below the other."""
    rows: list[tuple[str, Shown] | None] = []
    for scenario in SCENARIOS:
        portrait, named = every_named(scenario)
        rows += [(portrait, shown) for shown in (*every_word(portrait), *named)]
        rows += [None] * (-len(rows) % COLUMNS)
    for face in (str(one) for one in Portrait if one not in OF_PATIENTS):
        moods: list[Shown] = [(mood, ()) for mood in _MOODS]
        rows += [(face, shown) for shown in (*every_word(face), *moods)]
        rows += [None] * (-len(rows) % COLUMNS)
    image = QImage(WIDTH * COLUMNS, HEIGHT * len(rows) // COLUMNS, QImage.Format.Format_RGB32)
    colours = load_theme(theme).colours()
    image.fill(colours["paper"])
    painter = QPainter(image)
    for place, shown in enumerate(rows):
        if shown is not None:
            box = QRectF(place % COLUMNS * WIDTH, place // COLUMNS * HEIGHT, WIDTH, HEIGHT)
            QSvgRenderer(QByteArray(_drawn(*shown, colours).encode())).render(painter, box)
    painter.end()
    return image


def _drawn(portrait: str, shown: Shown, colours: dict[str, str]) -> str:
    state, pose = shown
    return portrait_svg(load_person(_PORTRAITS, portrait), posed(_MOODS[state], [_POSES[one] for one in pose]), colours)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv)
    saved = sheet(sys.argv[2] if len(sys.argv) > 2 else "light").save(str(Path(sys.argv[1])))
    sys.exit(0 if saved else 1)

"""The whole window in a language with accents, brackets and longer words, and mirrored: all that is read comes from the catalogue.

Left out, because they are no sentences of the catalogue yet: the field’s vocabulary (names and explanations of moves, markers
and reaction states in ``alliance``, and what the help page of terms says of them), the labels and anchors of the rubric, the
help pages (documents in English) and the captions of portraits. What scenarios and people wrote stays as they wrote it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.contribution import OWN_CONTRIBUTION
from simulator.alliance.markers import MARKERS
from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS, Family
from simulator.messages.languages import Languages
from simulator.messages.message import Catalogue
from simulator.reports.html_page import as_html
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.scoring.rubric import COMPETENCIES
from simulator.shipped_files import ASSETS, SCENARIOS
from tests.pseudo_language import PSEUDO, in_plain_letters
from tests.reports.pages import Page
from tests.ui.crowding import crowded
from tests.ui.small_scenarios import WAIT
from tests.ui.stage import SolvedBefore, Stage
from tests.ui.views import VIEWS, walk
from tests.ui.what_is_read import on
from tests.written import texts_in

PLAYED: Final = "The concert"
TOLD: Final = "The step cannot be kept: the disk is full. Make room, then do it again; nothing is lost."
OTHERS: Final = ("Attune", "Kim", "Ines", "INES", "I looked at the clock.", "I wait for the answer.", TOLD, "Sept")
"""The names of the program and of people, and what is typed on the walk."""


class PseudoOnly(Languages):
    """Whatever is chosen and wished, the language of the tests is spoken."""

    def catalogue(self, chosen: str = "") -> Catalogue:  # noqa: ARG002
        """The one of the tests."""
        return PSEUDO


class Abroad(Stage):
    """A stage whose window speaks the language of the tests."""

    def spoken(self) -> Languages:
        """None but that of the tests."""
        return PseudoOnly(self.languages, SolvedBefore())


def _scenario_texts(folder: Path) -> set[str]:
    found: set[str] = set()
    for path in SCENARIOS.glob("*.yaml"):
        found |= set(texts_in(read_scenario(FolderFiles(SCENARIOS, SCENARIOS), path.name).scenario))
    found |= set(texts_in(read_scenario(FolderFiles(folder, SCENARIOS), "the-wait.yaml").scenario))
    return found


def _vocabulary() -> set[str]:
    """What is no sentence of the catalogue yet."""
    entries = (*REACTIONS.values(), *MOVES.values(), *MARKERS.values(), *OWN_CONTRIBUTION)
    words = {text for entry in (*entries, *COMPETENCIES.values()) for text in texts_in(entry)}
    meanings = (ASSETS / "help" / "vocabulary.md").read_text("utf-8").splitlines()
    told = {line.split("** ", 1)[1] for line in meanings if "** " in line}
    return words | {str(family) for family in Family} | told


def _captions() -> set[str]:
    folder = ASSETS / "portraits"
    return set(texts_in([tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")]))


def _bypassing(window: QWidget, own: list[str]) -> list[str]:
    """What is read or heard on the screen that no catalogue and none of ``own`` said."""
    found, said = [], False
    for widget, text in on(window):
        if not widget.isVisible():
            continue
        said = said or "‹" in text
        found += [f"{type(widget).__name__}: {word} ({text})" for word in in_plain_letters(text, own)]
    return found if said else [*found, "nothing is said at all"]


def _saved_page(stage: Stage) -> str:
    """The words of the debriefing on the screen as a page to take along."""
    document = stage.desk.debriefing.document()
    assert document is not None
    return " ".join(Page(as_html(document, PSEUDO)).words)


@pytest.fixture
def mirrored(qapp: QApplication) -> Iterator[None]:
    """Everything runs from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.slow
@pytest.mark.usefixtures("mirrored")
def test_every_view_speaks_it_and_has_room_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Abroad(qtbot, tmp_path, scenarios={"the-wait.yaml": WAIT})
    own = {*_scenario_texts(tmp_path / "scenarios"), *_vocabulary(), *_captions(), *OTHERS, str(tmp_path)}
    longest_first = sorted((one for one in own if len(one) > 1), key=len, reverse=True)
    stage.show(1024, 700)
    found: dict[str, list[str]] = {}
    for view in walk(stage, PLAYED):
        found[view] = [*_bypassing(stage.window, longest_first), *crowded(stage.settled())]
        if view == "debriefing":
            found["saved page"] = in_plain_letters(_saved_page(stage), longest_first)
    assert found == {view: [] for view in (*VIEWS, "saved page")}

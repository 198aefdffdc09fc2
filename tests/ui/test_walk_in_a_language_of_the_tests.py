"""The whole window in a language with accents, brackets and longer words, and mirrored: all that is read comes from the catalogue.

Left out are the help pages, documents in English, with what fault cards quote of them. What scenarios and people wrote stays
as they wrote it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from simulator.alliance.reactions import ReactionState
from simulator.alliance.said_classes import SaidClass
from simulator.messages.languages import Languages
from simulator.messages.message import Catalogue
from simulator.reports.html_page import as_html
from simulator.scenario.diagnostics import DIAGNOSTICS
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.services.help_pages import help_page
from simulator.shipped_files import ASSETS, SCENARIOS
from simulator.ui.command_palette import CommandPalette
from simulator.ui.window_commands import show_palette
from tests.pseudo_language import PSEUDO, in_plain_letters
from tests.reports.pages import Page
from tests.ui.crowding import crowded
from tests.ui.small_scenarios import IN_SHORT, SHORT_CONCERT, WAIT
from tests.ui.stage import SolvedBefore, Stage
from tests.ui.views import VIEWS, walk
from tests.ui.what_is_read import on
from tests.written import texts_in

FAULTY: Final = "The wait"
TOLD: Final = "The step cannot be kept: the disk is full. Make room, then do it again; nothing is lost."
OTHERS: Final = (
    "Attune",
    "own copy",
    "Kim",
    "Ines",
    "INES",
    "own-concert-silence.yaml",
    "patients/own-daniel-osei.yaml",
    "Anybody",
    "patients/anybody.yaml",
    "Daniel",
    "Ctrl",
    "English",
    "Deutsch",
    "I looked at the clock.",
    "I wait for the answer.",
    TOLD,
    "Sept",
)
"""The names of the program, of people and of languages, what stands on keys, and what is typed on the walk."""


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
    for root in (SCENARIOS, ASSETS / "templates"):
        for path in root.glob("*.yaml"):
            found |= set(texts_in(read_scenario(FolderFiles(root, SCENARIOS), path.name).scenario))
    for name in ("the-wait.yaml", "short-concert.yaml"):
        found |= set(texts_in(read_scenario(FolderFiles(folder, SCENARIOS), name).scenario))
    return found


def _fault_pages() -> set[str]:
    folder = ASSETS / "help" / "diagnostics"
    return {" ".join(text.split()) for code in DIAGNOSTICS for text in texts_in(help_page(folder, code))}


def _further(stage: Stage) -> Iterator[str]:
    """Go to what only who reads everything comes by."""
    for view, reach in FURTHER.items():
        reach(stage)
        yield view
        for palette in stage.window.findChildren(CommandPalette):
            palette.close()
        if view != "welcome":
            stage.go_home()


def _faults(stage: Stage) -> None:
    page = stage.prove(FAULTY)
    assert page.faults()


def _help(stage: Stage) -> None:
    stage.window.show_help()


def _palette(stage: Stage) -> None:
    show_palette(stage.window)


def _welcome(stage: Stage) -> None:
    stage.window.show_welcome()


FURTHER: Final[Mapping[str, Callable[[Stage], None]]] = {
    "faults that were found": _faults,
    "list of help pages": _help,
    "palette": _palette,
    "welcome": _welcome,
}
"""The palette lies over a page. The welcome page is the last: nobody is there afterwards."""


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


@pytest.mark.first
@pytest.mark.slow
@pytest.mark.usefixtures("mirrored")
def test_every_view_speaks_it_and_has_room_in_it(qtbot: QtBot, tmp_path: Path) -> None:
    stage = Abroad(qtbot, tmp_path, scenarios={"the-wait.yaml": WAIT, "short-concert.yaml": SHORT_CONCERT})
    own = {
        *_scenario_texts(tmp_path / "scenarios"),
        *OTHERS,
        *_fault_pages(),
        *ReactionState,
        *SaidClass,
        str(SCENARIOS),
        str(tmp_path / "scenarios"),
        str(tmp_path),
    }
    longest_first = sorted((one for one in own if len(one) > 1), key=len, reverse=True)
    stage.show(1024, 700)
    found: dict[str, list[str]] = {}
    for view in chain(walk(stage, IN_SHORT), _further(stage)):
        found[view] = [
            *_bypassing(stage.window, longest_first),
            *(crowded(stage.settled()) if view != "palette" else ()),
        ]
        if view == "debriefing":
            found["saved page"] = in_plain_letters(_saved_page(stage), longest_first)
    assert {view: told for view, told in found.items() if told} == {}
    assert set(found) == {*VIEWS, "saved page", *FURTHER}

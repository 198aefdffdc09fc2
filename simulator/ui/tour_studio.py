"""The tour of the Studio: five steps from the shelf to what is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from simulator.messages.sentences import first_evening as say
from simulator.ui.tour import Step

if TYPE_CHECKING:
    from simulator.ui.places import Places


def _shelf(window: Places) -> None:
    window.show_studio()
    if window.studio_desk is not None:
        window.studio_desk.show_shelf()


def _questions(window: Places) -> None:
    window.show_studio()
    if window.studio_desk is not None:
        window.studio_desk.show_questions()


def _faces(window: Places) -> None:
    window.show_help_page("studio", "three-ways-of-seeing-one-file")


def _proof(window: Places) -> None:
    window.show_help_page("studio", "the-proof")


STUDIO_STEPS: Final = (
    Step(say.SHELF, say.SHELF_SAID, _shelf),
    Step(say.BEGIN, say.BEGIN_SAID, _questions),
    Step(say.WRITE, say.WRITE_SAID, _faces),
    Step(say.PROVE, say.PROVE_SAID, _proof),
    Step(say.PUBLISH, say.PUBLISH_SAID, _shelf),
)

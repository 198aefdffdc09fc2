"""A Review desk by itself, with conversations of a group that nobody has had to hand in as files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from simulator.services.handed_in import HandedIn
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.reviewing import Review, Telling
from simulator.ui.look import Look
from simulator.ui.review.desk import ReviewDesk
from simulator.ui.theme import load_theme
from tests.builders import KIM
from tests.ui.stage import NOW_MS


class PlayedReview(Review):
    """Everything was handed in already, and what has to be read before was read."""

    def __init__(self, home: Path, people: Sequence[ReviewedPerson]) -> None:
        super().__init__(home, KIM, lambda: NOW_MS, lambda: "a-new-id")
        self._people = tuple(people)
        self.was_told()

    def shelf(self, tell: Telling = lambda _done, _all: True) -> Shelf:
        """What was handed in."""
        tell(len(self._people), len(self._people))
        return Shelf(self._people)

    def comments(self, _found: HandedIn) -> dict[int, str]:
        """Nobody has said anything yet."""
        return {}


@dataclass(frozen=True)
class Desk:
    """The desk, and how to wait for it."""

    qtbot: QtBot
    desk: ReviewDesk

    def settle(self) -> None:
        """Wait until nothing is worked out any more."""
        desk = self.desk
        evidence = desk.__dict__.get("evidence")
        self.qtbot.waitUntil(lambda: not desk.working and not (evidence and evidence.under_way), timeout=60_000)


def desk_of(qtbot: QtBot, home: Path, people: Sequence[ReviewedPerson], *, scale: float = 1.0) -> Desk:
    """A desk on the screen, with what these people handed in."""
    desk = ReviewDesk(PlayedReview(home, people), Look(load_theme("light"), scale))
    qtbot.addWidget(desk)
    desk.resize(1280, 800)
    desk.show()
    made = Desk(qtbot, desk)
    desk.show_first()
    made.settle()
    return made

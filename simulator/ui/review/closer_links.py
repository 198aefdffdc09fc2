"""What the page for the group leads on to: a row for each, in the order in which they stand."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtCore import Signal

from simulator.messages.message import Sentence
from simulator.messages.sentences import (
    agreement,
    assignments,
    corrections,
    exports,
    not_yet_met,
    review,
    sentences_chosen,
    this_group,
    who_met_what,
)
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.fold import Fold
from simulator.ui.widgets.layouts import bring_into_view
from simulator.ui.widgets.text import text_label


class Closer(StrEnum):
    """Where one can look closer."""

    SHELF = "shelf"
    MET = "met"
    NOT_YET = "not-yet"
    CORRECTIONS = "corrections"
    REPORTS = "reports"
    ASSIGNMENTS = "assignments"
    FILES = "files"
    SENTENCES = "sentences"
    RATING = "rating"
    AGREEMENT = "agreement"


class CloserLink(NamedTuple):
    """A way on, and what it is called."""

    to: Closer
    called: Sentence


LOOK_CLOSER: Final = (
    CloserLink(Closer.SHELF, this_group.WHAT_WAS_HANDED_IN),
    CloserLink(Closer.MET, who_met_what.TITLE),
    CloserLink(Closer.NOT_YET, not_yet_met.TITLE),
    CloserLink(Closer.CORRECTIONS, corrections.ALL_TITLE),
    CloserLink(Closer.REPORTS, exports.TITLE),
    CloserLink(Closer.ASSIGNMENTS, assignments.TITLE),
    CloserLink(Closer.FILES, review.OPEN_FILES),
)

RESEARCH: Final = (
    CloserLink(Closer.SENTENCES, sentences_chosen.TITLE),
    CloserLink(Closer.RATING, agreement.RATE),
    CloserLink(Closer.AGREEMENT, agreement.TITLE),
)
"""For whoever studies how far these numbers can be trusted."""


class CloserLinks(Flow):
    """Links side by side; ``chosen`` tells the ``Closer`` that somebody goes to."""

    chosen = Signal(object)

    def __init__(self, links: Sequence[CloserLink], look: Look) -> None:
        super().__init__(spacing=10)
        self.buttons = {link.to: self._button(link, look) for link in links}
        for button in self.buttons.values():
            self.items.addWidget(button)

    def _button(self, link: CloserLink, look: Look) -> Button:
        button = Button(look.say(link.called()), "plain")
        button.clicked.connect(lambda: self.chosen.emit(link.to))
        return button


class Research(Fold):
    """The links for research, folded at first."""

    def __init__(self, look: Look) -> None:
        say = this_group
        super().__init__(look.say(say.RESEARCH()), look.say(say.RESEARCH_HIDE()), name=look.say(say.RESEARCH()))
        self.links = CloserLinks(RESEARCH, look)
        self.body.addWidget(text_label(look.say(say.RESEARCH_LEAD()), "quiet"))
        self.body.addWidget(self.links)
        self.button.clicked.connect(self._bring_inside)

    def _bring_inside(self) -> None:
        """What opens below the edge of the window comes into view."""
        if self.inside.isVisibleTo(self):
            bring_into_view(self)

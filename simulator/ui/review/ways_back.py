"""From where somebody came to a page of the Review desk, what the way back there is called, and going it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import corrections, not_yet_met, review, sentences_chosen, skill_course
from simulator.ui.look import Look
from simulator.ui.review.corrections_page import CorrectionsPage
from simulator.ui.review.course_page import CoursePage
from simulator.ui.review.group_page import GroupPage
from simulator.ui.review.met_page import MetPage
from simulator.ui.review.not_yet_page import NotYetPage
from simulator.ui.review.person_page import PersonPage
from simulator.ui.review.sentences_page import SentencesPage


class WaysBack:
    """``show`` shows a page, ``otherwise`` leads to where one goes that no way back leads to: what was handed in."""

    def __init__(self, look: Look, show: Callable[[QWidget], None], otherwise: Callable[[], None]) -> None:
        self._look = look
        self._show = show
        self._otherwise = otherwise
        self._from: dict[str, QWidget | None] = {}

    def set_out(self, to: str, from_: QWidget | None) -> str:
        """Remember from where somebody goes to a page; gives what its button says that leads back."""
        self._from[to] = from_
        return self._look.say(called(from_) or review.BACK())

    def go_back(self, from_: str) -> None:
        """To where somebody came from to this page."""
        page = self._from.get(from_)
        if page is not None and called(page) is not None:
            self._show(page)
        else:
            self._otherwise()


def called(page: QWidget | None) -> Message | None:
    """The words for the way back to a page, if one does not go to what was handed in instead."""
    match page:
        case GroupPage():
            return review.BACK_TO_GROUP()
        case MetPage():
            return review.BACK_TO_MET()
        case CorrectionsPage():
            return corrections.BACK_TO_ALL()
        case CoursePage():
            return skill_course.BACK_TO_COURSE()
        case SentencesPage():
            return sentences_chosen.BACK_TO_SENTENCES()
        case NotYetPage():
            return not_yet_met.BACK()
        case PersonPage() if page.card is not None:
            return review.BACK_TO_PERSON(name=page.card.person.name)
        case _:
            return None

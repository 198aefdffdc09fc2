"""The desks of the window: each is made when somebody first goes there, and shown as it was left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.messages.sentences import window as say
from simulator.services.people import of_earlier_settings
from simulator.services.practice import Practice
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.storage.settings import with_recent
from simulator.ui.data_care import DataCare
from simulator.ui.kept_settings import KeptSettings
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.store_door import StoreDoor
from simulator.ui.window_bar import Desk

if TYPE_CHECKING:
    from simulator.messages.message import Message, Sentence
    from simulator.services.assigning import Assignable
    from simulator.services.group_paths import StudioPlace
    from simulator.services.sample_group import SampleGroup
    from simulator.services.studio import Studio
    from simulator.ui.review.desk import ReviewDesk
    from simulator.ui.studio.desk import StudioDesk


_BACK: Final = {Desk.PRACTICE: say.BACK, Desk.STUDIO: say.BACK_TO_STUDIO, Desk.REVIEW: say.BACK_TO_REVIEW}


class Desks(QObject):
    """What a person does at each of them is kept.

    ``practice_for`` gives the Practice desk's use cases for a person, ``make_studio`` those of the Studio once somebody goes
    there; ``new_id`` makes a UUID.
    """

    turned = Signal(QWidget)
    """A desk is to be shown."""
    refused = Signal(str)
    failed = Signal(object)
    """What could not be done, as a ``Message``."""
    announced = Signal(str)
    """What appeared by itself, in words to be read out."""
    wanted = Signal(Desk)
    """A desk is to be gone to."""
    practice_made = Signal(QWidget)
    """There is another Practice desk, which is not yet shown."""
    place_changed = Signal()
    """Another page of the Practice desk is on the screen."""
    conversation_entered = Signal(bool)
    showing = Signal(bool)
    """Whether something is shown to a group, with nothing else on the screen."""
    help_wanted = Signal()
    settings_wanted = Signal()
    tour_wanted = Signal()
    """That of the Studio."""

    def __init__(
        self,
        kept: KeptSettings,
        door: StoreDoor,
        care: DataCare,
        practice_for: Callable[[PersonId], Practice],
        make_studio: Callable[[], Studio],
        new_id: Callable[[], str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._door = door
        self._care = care
        self._practice_for = practice_for
        self._make_studio_cases = make_studio
        self._new_id = new_id
        self._pages = QStackedWidget()
        self.at = Desk.PRACTICE
        """Where one is, or comes back to from the settings and the help."""
        self.sample: SampleGroup | None = None
        """A group that the program plays itself for the Review desk."""
        self.practice: PracticeDesk | None = None
        self.studio: StudioDesk | None = None
        self.review: ReviewDesk | None = None

    def begin(self, pages: QStackedWidget) -> None:
        """Make the Practice desk among these pages, and show the desk at which one is."""
        self._pages = pages
        desk = self._make_practice()
        self.practice_made.emit(desk)
        self._pages.addWidget(desk)
        if self.at is not Desk.PRACTICE:
            desk.show_library()
        self.show()

    def show(self) -> None:
        """Show the desk at which one is as it was left; from there, its first page."""
        match self.at:
            case Desk.PRACTICE:
                self._show_practice()
            case Desk.STUDIO:
                self._show_studio()
            case Desk.REVIEW:
                self._show_review()

    def which(self, page: QWidget) -> Desk | None:
        """The desk that a page of the window is."""
        desks = {Desk.PRACTICE: self.practice, Desk.STUDIO: self.studio, Desk.REVIEW: self.review}
        return next((name for name, desk in desks.items() if desk is page), None)

    @property
    def place(self) -> Message:
        """What the desk at which one is, and where in it, is called."""
        if self.at is Desk.PRACTICE and self.practice is not None:
            return self.practice.place
        return (say.REVIEW if self.at is Desk.REVIEW else say.AT_STUDIO)()

    @property
    def way_back(self) -> Sentence:
        """What leads back to where one is is called."""
        desk = self.practice
        return desk.way_back if desk is not None and self._pages.currentWidget() is desk else _BACK[self.at]

    def leave(self) -> None:
        """Let go of all desks."""
        self.practice = None
        self.leave_others()

    def leave_others(self) -> None:
        """Let go of the desks that work behind."""
        if self.studio is not None:
            self.studio.stop()
            self.studio = None
        if self.review is not None:
            self.review.stop()
            self.review = None

    def _show_practice(self) -> None:
        desk = self.practice
        if desk is not None:
            if self._pages.currentWidget() is desk or desk.page is desk.library:
                desk.show_library()
            else:
                desk.read_again()
            self.turned.emit(desk)

    def _show_studio(self) -> None:
        desk = self.studio or self._make_studio()
        if self._pages.currentWidget() is desk or desk.page is desk.shelf:
            desk.show_shelf()
        self.turned.emit(desk)

    def _show_review(self) -> None:
        desk = self.review or self._make_review()
        if self._pages.currentWidget() is desk or desk.page is None:
            desk.show_first()
        self.turned.emit(desk)

    def _make_practice(self) -> PracticeDesk:
        kept = self._kept
        if not kept.now.person:
            # Settings of the first edition know a name only; migration gives it the same id.
            kept.keep(replace(kept.now, person=of_earlier_settings(kept.now.name)))
        practice, look = self._practice_for(kept.person), kept.look
        practice.language = look.words.language
        desk = self.practice = PracticeDesk(practice, self._door, look, kept.now.mode, self._care, kept.now.name)
        desk.refused.connect(self.refused)
        desk.announced.connect(self.announced)
        desk.place_changed.connect(self.place_changed)
        desk.mode_chosen.connect(lambda mode: kept.keep(replace(kept.now, mode=mode)))
        desk.conversation_entered.connect(self.conversation_entered)
        desk.help_wanted.connect(self.help_wanted)
        desk.settings_wanted.connect(self.settings_wanted)
        desk.scenario_opened.connect(self._note_opened)
        desk.library.folder_wanted.connect(self._open_folder)
        desk.library.folder = self._own_scenarios
        desk.library.show_recent(kept.now.recent)
        return desk

    def _make_studio(self) -> StudioDesk:
        from simulator.ui.studio.desk import StudioDesk
        from simulator.ui.studio.wishes import StudioWishes

        kept = self._kept
        wishes = StudioWishes(kept.now.studio_more, kept.now.studio_proof, kept.now.name)
        desk = self.studio = StudioDesk(self._studio_cases, kept.look, wishes)
        desk.wishes_changed.connect(
            lambda now: kept.keep(replace(kept.now, studio_more=now.more, studio_proof=now.proof))
        )
        desk.refused.connect(self.refused)
        desk.announced.connect(self.announced)
        desk.shelf.folder_wanted.connect(self._open_folder)
        desk.shelf.tour_wanted.connect(self.tour_wanted)
        desk.proof_shown.connect(self._note_proof)
        desk.practice_wanted.connect(self._show_at_practice)
        self._pages.addWidget(desk)
        desk.come_back()
        return desk

    def _make_review(self) -> ReviewDesk:
        from simulator.services.reviewing import Review
        from simulator.ui.review.desk import ReviewDesk

        person = self._kept.person
        review = Review(self._care.folder, person, self._care.now_ms, self._new_id)
        worth = self._practice_for(person).worth
        desk = self.review = ReviewDesk(review, self._kept.look, worth, self.sample)
        desk.scenarios = self._scenarios_to_assign
        desk.refused.connect(self.refused)
        desk.showing.connect(self.showing)
        desk.studio_wanted.connect(self._show_at_studio)
        self._pages.addWidget(desk)
        return desk

    @cached_property
    def _studio_cases(self) -> Studio:
        """The Studio's use cases; what was proved outlives a change of looks."""
        return self._make_studio_cases()

    def _show_at_studio(self, place: StudioPlace) -> None:
        """Show a place of a scenario at the Studio; from there the Review desk is a click away, as it was left."""
        self.wanted.emit(Desk.STUDIO)
        if self.studio is not None and not self.studio.show_place(place):
            self.failed.emit(say.NOT_AT_STUDIO())

    def _show_at_practice(self, scenario: str) -> None:
        """Show a scenario on the shelf of the Practice desk."""
        self.wanted.emit(Desk.PRACTICE)
        if self.practice is not None:
            self.practice.show_library()
            self.practice.library.come_to(scenario)

    def _note_opened(self, scenario: str) -> None:
        self._kept.keep(with_recent(self._kept.now, scenario))
        if self.practice is not None:
            self.practice.library.show_recent(self._kept.now.recent)

    def _note_proof(self, scenario: str) -> None:
        """Whoever has seen the proof of a scenario does not meet it for the first time."""
        practice = self._practice_for(self._kept.person)
        self._door.change(self, lambda store: practice.saw_proof(store, scenario), lambda _done: None, self._refuse)

    def _refuse(self, refusal: ServiceError) -> None:
        self.failed.emit(refusal.message)

    def _scenarios_to_assign(self) -> list[Assignable]:
        """What an instructor can ask trainees to practise."""
        from simulator.services.assigning import Assignable

        cards = (item.card for item in self._practice_for(self._kept.person).shelf().items)
        return [Assignable(card.id, card.title, card.families) for card in cards if not card.problems]

    @property
    def _own_scenarios(self) -> Path:
        return self._care.folder / "scenarios"

    def _open_folder(self) -> None:
        from simulator.ui.scenario_folder import show_folder

        why_not = show_folder(self._own_scenarios)
        if why_not is not None:
            self.failed.emit(why_not)

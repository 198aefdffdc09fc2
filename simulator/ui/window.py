"""The one window: puts its parts together, and goes from one page to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from simulator.messages.languages import Languages
from simulator.messages.sentences import window as say
from simulator.services.people import welcome
from simulator.services.practice import Practice
from simulator.session.ids import PersonId
from simulator.storage.settings import DISCLAIMER_VERSION, Settings
from simulator.ui.caretaker import Caretaker
from simulator.ui.data_care import DataCare
from simulator.ui.desks import Desks
from simulator.ui.kept_settings import KeptSettings
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.store_soundness import StoreSoundness
from simulator.ui.system_wishes import SystemWishes
from simulator.ui.window_bar import Desk
from simulator.ui.window_frame import WindowFrame

if TYPE_CHECKING:
    from simulator.services.sample_group import SampleGroup
    from simulator.services.studio import Studio
    from simulator.ui.help_page import HelpPage
    from simulator.ui.help_visit import HelpVisit
    from simulator.ui.review.desk import ReviewDesk
    from simulator.ui.settings_page import SettingsPage
    from simulator.ui.studio.desk import StudioDesk
    from simulator.ui.tour import Tour
    from simulator.ui.tour_guide import TourGuide
    from simulator.ui.welcome_page import WelcomePage


class MainWindow(WindowFrame):
    """Attune on the screen.

    ``practice_for`` gives the Practice desk's use cases for a person, ``make_studio`` those of the Studio once somebody goes
    there; ``new_id`` makes a UUID for a person who is new; ``languages`` are those that the window can speak; ``system`` says what
    the desktop is set to. The window opens whether or not the store can be read.
    """

    settings_changed = Signal(Settings)
    closed = Signal()

    def __init__(
        self,
        settings: Settings,
        door: StoreDoor,
        practice_for: Callable[[PersonId], Practice],
        make_studio: Callable[[], Studio],
        new_id: Callable[[], str],
        care: DataCare,
        languages: Languages,
        system: SystemWishes,
    ) -> None:
        super().__init__(KeptSettings(settings, languages, system))
        self._door = door
        self._new_id = new_id
        self._care = care
        self._talking = False
        self.settings_page: SettingsPage | None = None
        self.welcome: WelcomePage | None = None
        # Heard before the caretaker hears it and begins again: nothing is held any more then.
        door.waiting.connect(self._show_waiting)
        door.reopened.connect(self._store_reopened)
        self._caretaker = Caretaker(door, care, settings, self)
        self._caretaker.refused.connect(self._refuse)
        self._soundness = StoreSoundness(self._caretaker, door, lambda: self._talking)
        self._soundness.nobody_missed.connect(self._introduce)
        self._kept.changed.connect(self._caretaker.know)
        self._kept.changed.connect(self.settings_changed)
        system.changed.connect(self._follow_system)
        self._desks = Desks(self._kept, door, care, practice_for, make_studio, new_id, self)
        self._listen_to(self._desks)
        self._build()
        self._caretaker.begin()

    def _listen_to(self, desks: Desks) -> None:
        desks.wanted.connect(self._go_to)
        desks.turned.connect(self.turn_to)
        desks.refused.connect(self.tell)
        desks.failed.connect(self.tell_message)
        desks.announced.connect(self.announcer.announce)
        desks.practice_made.connect(self._practice_made)
        desks.place_changed.connect(self._say_place_at_desk)
        desks.conversation_entered.connect(self._conversation_entered)
        desks.showing.connect(self._show_to_group)
        desks.help_wanted.connect(self.show_help)
        desks.settings_wanted.connect(self.show_settings)
        desks.tour_wanted.connect(self.show_studio_tour)

    # Made anew for every other look.

    def _build(self) -> None:
        """Make everything anew in the look of now; the program starts this way and changes its look this way."""
        bar = self._put_up(self.at)
        bar.practice.clicked.connect(self.show_practice)
        bar.studio.clicked.connect(self.show_studio)
        bar.review.clicked.connect(self.show_review)
        bar.help.clicked.connect(self.show_help)
        bar.settings.clicked.connect(self.show_settings)
        self._outdated = False
        if self._kept.now.disclaimer_accepted != DISCLAIMER_VERSION or not self._kept.now.name:
            self.show_welcome()
        else:
            self._desks.begin(self._pages)

    def _practice_made(self, desk: PracticeDesk) -> None:
        desk.library.soundness.backups_wanted.connect(self.show_backups)
        self._soundness.stand_on(desk.library.soundness)

    def _rebuild_here(self) -> None:
        """Make everything anew, and be where one was."""
        where = None
        if self.at is Desk.PRACTICE:
            where = self.desk.here() if self.desk is not None else None
            self._talking = False
        self._rebuild(where)

    def _rebuild(self, where: Callable[[PracticeDesk], None] | None = None) -> None:
        """Make everything anew, and show there what ``where`` says."""
        told = self._notice.said
        guide: TourGuide | None = self.__dict__.pop("_guide", None)
        self.__dict__.pop("_help_visit", None)
        self.settings_page = None
        self.welcome = None
        self._soundness.stand_on(None)
        self._desks.leave()
        self._build()
        if where is not None and self.desk is not None:
            where(self.desk)
        if guide is not None and self.desk is not None:
            self._guide.go_on_from(guide)
        if told:
            self.tell(told)

    def _follow_system(self) -> None:
        """The system's colours or motion were changed while the window is open.

        What is on the screen is made anew for it, unless something would be lost or stopped by that; then its colours change
        now, and what is drawn follows with the next page.
        """
        if self._kept.is_worn:
            return
        self._kept.dress()
        self._outdated = True
        page, studio = self._pages.currentWidget(), self.studio_desk
        at_shelf = studio is not None and page is studio and studio.page is studio.shelf
        if at_shelf or (page is self.desk and self.can_turn):
            self._rebuild_here()

    # Who is there.

    def show_welcome(self) -> None:
        """Show what Attune is and is not, and ask who is there."""
        from simulator.ui.welcome_visit import WelcomeVisit

        self._bar.hide()
        visit = WelcomeVisit(self._kept, self._door, self._new_id)
        visit.language_chosen.connect(self._greet_anew)
        visit.sat_down.connect(self._sat_down)
        page = self.welcome = visit.page
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.name.setFocus()
        self._say_place(say.AT_WELCOME())

    def _greet_anew(self) -> None:
        self._rebuild()
        if self.welcome is not None:
            self.welcome.language.setFocus()

    def _sat_down(self, new: bool) -> None:
        self._soundness.forget_state()
        self._introduce()
        self._rebuild()
        if new:
            self.show_tour()

    def _introduce(self) -> None:
        """The store keeps who it is; a name that was changed in the settings changes there."""
        person, name = self._kept.person, self._kept.now.name
        # While the store is held, who is in it may be just being deleted; it is asked again afterwards.
        if person and self._pages.isEnabled():
            self._door.change(
                self, lambda store: welcome(store, person, name), lambda _person: None, self._refuse, Topic.PEOPLE
            )

    # Where one is.

    @property
    def at(self) -> Desk:
        """The desk at which one is, or to which one comes back."""
        return self._desks.at

    @property
    def desk(self) -> PracticeDesk | None:
        """The Practice desk, once somebody is there."""
        return self._desks.practice

    @property
    def studio_desk(self) -> StudioDesk | None:
        """The Studio, once somebody went there."""
        return self._desks.studio

    @property
    def review_desk(self) -> ReviewDesk | None:
        """The Review desk, once somebody went there."""
        return self._desks.review

    @property
    def recent(self) -> tuple[str, ...]:
        """The scenarios that were opened last, by their ids, the last one first."""
        return self._kept.now.recent

    @property
    def talking(self) -> bool:
        """Whether a conversation is going on."""
        return self._talking

    @property
    def can_turn(self) -> bool:
        """Whether another page can be shown now: somebody is there, and nothing is on its way to the store."""
        return self.desk is not None and not self.desk.pending and self._pages.isEnabled()

    @property
    def way_back(self) -> str:
        """Where one comes back to, in words."""
        return self.look.say(self._desks.way_back())

    def _say_place_at_desk(self) -> None:
        if self._pages.currentWidget() is self.desk:
            self._say_place(self._desks.place)

    # Going somewhere.

    def turn_to(self, page: QWidget) -> None:
        """Show a desk, the settings or the help, and mark where one is."""
        self._pages.setCurrentWidget(page)
        desk = self._desks.which(page)
        self._bar.mark(desk)
        elsewhere = say.HELP() if self._help_visit.is_here else say.AT_SETTINGS()
        self._say_place(elsewhere if desk is None else self._desks.place)

    def show_practice(self) -> None:
        """Show the Practice desk as it was left; from there, its library."""
        self._go_to(Desk.PRACTICE)

    def show_studio(self) -> None:
        """Show the Studio as it was left; from there, its shelf."""
        self._go_to(Desk.STUDIO)

    def show_review(self) -> None:
        """Show the Review desk as it was left; from there, what was handed in."""
        self._go_to(Desk.REVIEW)

    def show_sample(self, sample: SampleGroup) -> None:
        """Show the Review desk with a group that the program plays itself."""
        self._desks.sample = sample
        self._mark_sample()
        self.show_review()

    def _go_to(self, desk: Desk) -> None:
        self._desks.at = desk
        if self._outdated:
            self._rebuild_here()
        else:
            self._desks.show()

    def _conversation_entered(self, entered: bool) -> None:
        self._bar.setVisible(not entered)
        if entered:
            self.end_tour()
            self._soundness.begin_anew()
        elif self._talking:
            self._caretaker.session_ended()
        self._talking = entered

    # The help and the tours: loaded and made when somebody first asks for them; the program opens without them.

    @cached_property
    def _help_visit(self) -> HelpVisit:
        from simulator.ui.help_visit import HelpVisit

        return HelpVisit(self, self._pages)

    def show_help(self) -> None:
        """Show the help, for what is on the screen; asked for once more, it leads back to there."""
        self._help_visit.turn()

    def show_help_page(self, name: str, heading: str = "") -> None:
        """Show a page of the help; from there one comes back to where one is now."""
        self._help_visit.show_page(name, heading)

    @property
    def help_page(self) -> HelpPage | None:
        """The help, while somebody reads it."""
        return self._help_visit.page

    def come_back_to(self, page: QWidget) -> None:
        """From the help to where one was, which is made anew if its look has changed meanwhile."""
        if self._outdated and page is self.desk:
            self._rebuild_here()
        else:
            self.turn_to(page)

    @cached_property
    def _guide(self) -> TourGuide:
        from simulator.ui.tour_guide import TourGuide

        return TourGuide(self, self._tour_place)

    def show_tour(self, number: int = 0) -> None:
        """Show a step of the tour and the page that it speaks of; nothing in the middle of a conversation."""
        from simulator.ui.tour import STEPS

        self._guide.begin(STEPS, number)

    def show_studio_tour(self) -> None:
        """Show the first step of the tour of the Studio."""
        from simulator.ui.tour_studio import STUDIO_STEPS

        self._guide.begin(STUDIO_STEPS)

    def end_tour(self) -> None:
        """Take the tour away."""
        if "_guide" in self.__dict__:
            self._guide.end()

    @property
    def tour(self) -> Tour | None:
        """The step of the tour that is shown."""
        return self._guide.tour

    # The settings.

    def show_settings(self) -> None:
        """Show the settings; from there one comes back to where one is now."""
        from simulator.ui.settings_visit import SettingsVisit

        if not self.can_turn:
            return
        if self.settings_page is not None:
            self._pages.removeWidget(self.settings_page)
            self.settings_page.deleteLater()
        visit = SettingsVisit(self._kept, self._door, self._care, self.way_back)
        visit.closed.connect(lambda: self._go_to(self.at))
        visit.held.connect(self._hold)
        visit.refused.connect(self._refuse)
        visit.renamed.connect(self._introduce)
        visit.dressed.connect(self._note_dressed)
        visit.language_chosen.connect(self._change_language)
        visit.left.connect(self._rebuild)
        visit.erased.connect(self._soundness.forget_faults)
        visit.erased.connect(self._rebuild)
        page = self.settings_page = visit.page
        self._bar.setVisible(not self._talking)
        self._pages.addWidget(page)
        self.turn_to(page)
        self._help_visit.leave()
        page.theme.setFocus()

    def show_backups(self) -> None:
        """Show the backups among the settings."""
        self.show_settings()
        if self.settings_page is not None:
            self.settings_page.backups.show_backups()

    def _note_dressed(self) -> None:
        self._outdated = True

    def _change_language(self) -> None:
        """The whole window speaks the chosen language at once, the settings too, where the choice still has the keyboard."""
        self._rebuild_here()
        self.show_settings()
        if self.settings_page is not None:
            self.settings_page.language.setFocus()

    def _store_reopened(self) -> None:
        """All may be other than before: a conversation that was left for the settings is there no more as it was."""
        self._hold(False)
        if self._talking and self.desk is not None and self.settings_page is not None:
            self.desk.conversation.leave()
            self.settings_page.done.show_words(self.look.say(say.BACK_TO_LIBRARY()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        if self.review_desk is not None:
            self.review_desk.leave_replay()
        self._kept.keep(replace(self._kept.now, window=self.geometry_now))
        if self.desk is not None:
            self.desk.end_sitting()
        self._desks.leave_others()
        self.closed.emit()
        super().closeEvent(event)

"""The one window: a bar, the desks, and a strip for what could not be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from simulator.messages.languages import Languages
from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import window as say
from simulator.messages.sentences.shelf import NO_FOLDER
from simulator.services.people import of_earlier_settings, welcome
from simulator.services.practice import Practice
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.storage.key_bindings import bindings
from simulator.storage.settings import DISCLAIMER_VERSION, Settings, with_recent
from simulator.storage.settings import Theme as ThemeChoice
from simulator.ui.announcer import Announcer
from simulator.ui.caretaker import Caretaker
from simulator.ui.data_care import DataCare
from simulator.ui.help_visit import HelpVisit
from simulator.ui.language import speak
from simulator.ui.look import Look
from simulator.ui.notice_strip import NoticeStrip
from simulator.ui.practice.desk import PracticeDesk
from simulator.ui.store_door import StoreDoor, Topic
from simulator.ui.store_soundness import StoreSoundness
from simulator.ui.system_wishes import SystemWishes
from simulator.ui.theme import apply_theme, load_theme
from simulator.ui.tour_guide import TourGuide
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.window_bar import WindowBar

if TYPE_CHECKING:
    from simulator.services.assigning import Assignable
    from simulator.services.group_paths import StudioPlace
    from simulator.services.sample_group import SampleGroup
    from simulator.services.store_care import StoreState
    from simulator.services.studio import Studio
    from simulator.session.store import Fault
    from simulator.ui.help_page import HelpPage
    from simulator.ui.review.desk import ReviewDesk
    from simulator.ui.settings_page import SettingsPage
    from simulator.ui.studio.desk import StudioDesk
    from simulator.ui.tour import Tour
    from simulator.ui.welcome_page import WelcomePage

_WIDE, _HIGH, _TITLE_BAR = 1280, 800, 40
_PRACTICE, _STUDIO, _REVIEW = "practice", "studio", "review"
_HELP: Final = {_STUDIO: "vocabulary", _REVIEW: "review"}
"""The page of help that is shown first at a desk."""
_BACK: Final = {_PRACTICE: say.BACK, _STUDIO: say.BACK_TO_STUDIO, _REVIEW: say.BACK_TO_REVIEW}


class MainWindow(QMainWindow):
    """Attune on the screen.

    ``practice_for`` gives the Practice desk's use cases for a person, ``make_studio`` those of the Studio once somebody goes
    there; ``new_id`` makes a UUID for a person who is new; ``languages`` are those that the window can speak; ``system`` says what
    the desktop is set to. The window opens whether or not the store can be read.
    """

    settings_changed = Signal(Settings)
    closed = Signal()
    told = Signal(object)
    """A ``Message`` about something that could not be done was shown."""

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
        super().__init__()
        self._settings = settings
        self._languages = languages
        self._words = languages.catalogue(settings.language)
        self._door = door
        self._new_id = new_id
        self._care = care
        door.waiting.connect(self._show_waiting)
        door.reopened.connect(self._store_reopened)
        self._caretaker = Caretaker(door, care, settings, self)
        self._caretaker.looked_through.connect(self._show_faults)
        self._caretaker.looked_at.connect(self._show_state)
        self._caretaker.unreadable.connect(self._show_unreadable)
        self._caretaker.refused.connect(self._refuse)
        door.changed.connect(self._look_at_faults_again)
        self._soundness = StoreSoundness()
        self._system = system
        system.changed.connect(self._follow_system)
        self._practice_for = practice_for
        self._make_studio = make_studio
        self.setWindowTitle("Attune")
        # Smaller than any screen, also at a desktop scaling of 200 %: without a number Qt would take that of the widest page.
        self.setMinimumSize(480, 320)
        self.announcer = Announcer(self)
        self.resize(_fitting(self))
        if settings.window:
            self.restoreGeometry(QByteArray.fromBase64(settings.window.encode()))
        self._pages = QStackedWidget()
        self.desk: PracticeDesk | None = None
        self.studio_desk: StudioDesk | None = None
        self.review_desk: ReviewDesk | None = None
        self._at = _PRACTICE
        self._sample: SampleGroup | None = None
        self._talking = False
        self.settings_page: SettingsPage | None = None
        self._outdated = False
        self.welcome: WelcomePage | None = None
        self._build()
        self._caretaker.begin()

    @property
    def look(self) -> Look:
        """How things look with the settings of now."""
        settings = self._settings
        system = self._system.now
        name = system.theme if settings.theme is ThemeChoice.SYSTEM else settings.theme.value
        keys = bindings(settings.keys, letters=settings.letter_keys)
        return Look(
            load_theme(name),
            settings.text_scale,
            settings.reduced_motion or system.less_motion,
            settings.timed_silences,
            words=self._words,
            keys=keys,
        )

    def tell_message(self, message: Message) -> None:
        """Show a message about something that could not be done."""
        self.told.emit(message)
        self.tell(self.look.say(message))

    def _say(self, sentence: Sentence) -> str:
        return self.look.say(sentence())

    def tell(self, sentence: str) -> None:
        """Show a sentence about something that could not be done; it stays until it is put away."""
        self._notice.say(sentence)
        self.announcer.announce(sentence, urgent=True)

    def _say_place(self, place: Message) -> None:
        """Where one is: in the window's title, and read out."""
        told = self.look.say(place)
        title = self.look.say(say.AT(place=told) if self._sample is None else say.AT_IN_SAMPLE(place=told))
        if title != self.windowTitle():
            self.setWindowTitle(title)
            self.announcer.announce(told)

    def _say_place_at_desk(self) -> None:
        desk = self.desk
        if desk is not None and self._pages.currentWidget() is desk:
            self._say_place(desk.place)

    def _build(self) -> None:
        """Make everything anew in the look of now; the program starts this way and changes its look this way."""
        look = self.look
        self._dress(look)
        self._outdated = False
        central = QWidget()
        box = column(central, spacing=0)
        self._top = column(spacing=0)
        box.addLayout(self._top)
        self._mark_sample()
        self._bar = self._make_bar()
        box.addWidget(self._bar)
        self._pages = QStackedWidget()
        self._help_visit = HelpVisit(self, self._pages)
        box.addWidget(self._pages, 1)
        tour_box = column(spacing=0)
        box.addLayout(tour_box)
        self._guide = TourGuide(self, tour_box)
        self._notice = NoticeStrip(look)
        box.addWidget(self._notice)
        self.setCentralWidget(central)
        if self._settings.disclaimer_accepted != DISCLAIMER_VERSION or not self._settings.name:
            self.show_welcome()
        else:
            self._show_desk(look)

    def _make_bar(self) -> WindowBar:
        bar = WindowBar(self.look, at_practice=self._at == _PRACTICE)
        self.practice_button, self.studio_button, self.review_button = bar.practice, bar.studio, bar.review
        self.help_button, self.settings_button = bar.help, bar.settings
        self.practice_button.clicked.connect(self.show_practice)
        self.studio_button.clicked.connect(self.show_studio)
        self.review_button.clicked.connect(self.show_review)
        self.help_button.clicked.connect(self.show_help)
        self.settings_button.clicked.connect(self.show_settings)
        return bar

    def show_welcome(self) -> None:
        """Show what Attune is and is not, and ask who is there."""
        from simulator.ui.welcome_page import WelcomePage

        self._bar.hide()
        settings = self._settings
        self.welcome = WelcomePage(self.look, self._door, settings.name, settings.person, self._languages.codes())
        self.welcome.accepted.connect(self._accepted)
        self.welcome.language_chosen.connect(self._greet_in)
        self._pages.addWidget(self.welcome)
        self._pages.setCurrentWidget(self.welcome)
        self.welcome.name.setFocus()
        self._say_place(say.AT_WELCOME())

    def _greet_in(self, language: str) -> None:
        self._keep(replace(self._settings, language=language))
        self._words = self._languages.catalogue(language)
        self._rebuild()
        if self.welcome is not None:
            self.welcome.language.setFocus()

    def _accepted(self, name: str, person: str) -> None:
        """Somebody known, or somebody new under a name."""
        known = PersonId(person or self._new_id())
        self._soundness.forget_state()
        self._keep(replace(self._settings, name=name, person=known, disclaimer_accepted=DISCLAIMER_VERSION))
        self._introduce()
        self._rebuild()
        if not person:
            self.show_tour()

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
        self._guide.end()

    @property
    def tour(self) -> Tour | None:
        """The step of the tour that is shown."""
        return self._guide.tour

    def _introduce(self) -> None:
        """The store keeps who it is; a name that was changed in the settings changes there."""
        person, name = PersonId(self._settings.person), self._settings.name
        self._door.change(
            self, lambda store: welcome(store, person, name), lambda _person: None, self._refuse, Topic.PEOPLE
        )

    def _refuse(self, refusal: ServiceError) -> None:
        self.tell_message(refusal.message)

    def _show_waiting(self, waiting: bool) -> None:
        """Say that the store takes its time; the sentence goes when the answer comes."""
        sentence = self.look.say(say.STORE_BUSY())
        if waiting:
            self.tell(sentence)
        else:
            self._notice.take_back(sentence)

    def _show_desk(self, look: Look) -> None:
        if not self._settings.person:
            # Settings of the first edition know a name only; migration gives it the same id.
            self._keep(replace(self._settings, person=of_earlier_settings(self._settings.name)))
        person = PersonId(self._settings.person)
        practice = self._practice_for(person)
        practice.language = self._words.language
        mode, name = self._settings.mode, self._settings.name
        self.desk = PracticeDesk(practice, self._door, look, mode, self._care, name)
        self.desk.refused.connect(self.tell)
        self.desk.announced.connect(self.announcer.announce)
        self.desk.place_changed.connect(self._say_place_at_desk)
        self.desk.mode_chosen.connect(lambda mode: self._keep(replace(self._settings, mode=mode)))
        self.desk.conversation_entered.connect(self._conversation_entered)
        self.desk.help_wanted.connect(self.show_help)
        self.desk.scenario_opened.connect(self._note_opened)
        self.desk.library.folder_wanted.connect(self._open_folder)
        self.desk.library.folder = self._own_scenarios
        self.desk.library.show_recent(self.recent)
        self.desk.settings_wanted.connect(self.show_settings)
        self.desk.library.soundness.backups_wanted.connect(self.show_backups)
        self.desk.library.soundness.accepted.connect(self._caretaker.take_as_it_is)
        self.desk.library.soundness.begun_anew.connect(self._begin_anew)
        self._show_soundness()
        self._pages.addWidget(self.desk)
        self.desk.show_library()
        if self._at != _PRACTICE:
            self._show_other_desk()
        else:
            self.turn_to(self.desk)

    @property
    def recent(self) -> tuple[str, ...]:
        """The scenarios that were opened last, by their ids, the last one first."""
        return self._settings.recent

    def _note_opened(self, scenario: str) -> None:
        self._keep(with_recent(self._settings, scenario))
        if self.desk is not None:
            self.desk.library.show_recent(self.recent)

    @property
    def _own_scenarios(self) -> Path:
        return self._care.folder / "scenarios"

    def _open_folder(self) -> None:
        """Show the folder of one's own scenarios in the desktop's own window for files."""
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        folder = self._own_scenarios
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            self.tell_message(NO_FOLDER(folder=str(folder), reason=fault.strerror or ""))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def show_practice(self) -> None:
        """Show the Practice desk as it was left; from there, its library."""
        self._at = _PRACTICE
        if self._outdated:
            self._rebuild_here()
            return
        desk = self.desk
        if desk is not None:
            if self._pages.currentWidget() is desk or desk.page is desk.library:
                desk.show_library()
            self.turn_to(desk)

    def show_studio(self) -> None:
        """Show the Studio as it was left; from there, its shelf."""
        self._at = _STUDIO
        if self._outdated:
            self._rebuild()
            return
        desk = self.studio_desk or self._make_studio_desk()
        if self._pages.currentWidget() is desk or desk.page is desk.shelf:
            desk.show_shelf()
        self.turn_to(desk)

    def show_review(self) -> None:
        """Show the Review desk as it was left; from there, what was handed in."""
        self._at = _REVIEW
        if self._outdated:
            self._rebuild()
            return
        desk = self.review_desk or self._make_review_desk()
        if self._pages.currentWidget() is desk or desk.page is None:
            desk.show_first()
        self.turn_to(desk)

    def show_sample(self, sample: SampleGroup) -> None:
        """Show the Review desk with a group that the program plays itself."""
        self._sample = sample
        self._mark_sample()
        self.show_review()

    def _mark_sample(self) -> None:
        """Whatever is shown in the window of a sample, the window says what made it."""
        clear(self._top)
        if self._sample is not None:
            from simulator.ui.sample_strip import SampleStrip

            self._top.addWidget(SampleStrip(self.look))

    def _show_other_desk(self) -> None:
        """Show the desk that is not Practice at which one was."""
        (self.show_studio if self._at == _STUDIO else self.show_review)()

    def _conversation_entered(self, entered: bool) -> None:
        self._bar.setVisible(not entered)
        if entered:
            self.end_tour()
            self._begin_anew()
        elif self._talking:
            self._caretaker.session_ended()
        self._talking = entered

    def _show_faults(self, faults: tuple[Fault, ...]) -> None:
        self._soundness.faults = faults
        self._show_soundness()

    def _look_at_faults_again(self, topic: Topic) -> None:
        """What was damaged may be whole again, by a conversation that brought its texts along, or be deleted."""
        if topic is Topic.SESSIONS and self._soundness.faults and not self._talking:
            self._caretaker.look_through_soon()

    def _show_state(self, state: StoreState) -> None:
        """The state of the store as it was opened; what was found in the one before it is no longer true."""
        self._soundness.open_as(state)
        # While the store is held, who is in it may be just being deleted; it is asked again afterwards.
        if state.missing is None and self._settings.person and self._pages.isEnabled():
            self._introduce()
        self._show_soundness()

    def _show_unreadable(self, state: StoreState) -> None:
        """Nothing can be read of the store; its backups are offered."""
        self._soundness.open_as(state)
        self._show_soundness()

    def _show_soundness(self) -> None:
        """What is wrong with the store stands above the shelf."""
        if self.desk is not None:
            self._soundness.show_on(self.desk.library.soundness)

    def _begin_anew(self) -> None:
        """An empty store is what is wanted; whoever begins a conversation says so too."""
        if self._soundness.is_empty_unexpectedly:
            self._soundness.forget_state()
            self._introduce()
            self._show_soundness()

    def _leave_person(self) -> None:
        """Somebody else sits down: who it is, is asked on the welcome page."""
        self._keep(replace(self._settings, name="", person="", recent=()))
        self._rebuild()

    def _forget_person(self) -> None:
        """All of a person is deleted; the program begins as on a first start."""
        self._soundness.faults = ()
        self._keep(replace(self._settings, name="", person="", disclaimer_accepted="", recent=()))
        self._rebuild()

    def _make_studio_desk(self) -> StudioDesk:
        from simulator.ui.studio.desk import StudioDesk
        from simulator.ui.studio.wishes import StudioWishes

        wishes = StudioWishes(self._settings.studio_more, self._settings.studio_proof)
        desk = self.studio_desk = StudioDesk(self._studio, self.look, wishes)
        desk.wishes_changed.connect(
            lambda now: self._keep(replace(self._settings, studio_more=now.more, studio_proof=now.proof))
        )
        desk.refused.connect(self.tell)
        desk.shelf.folder_wanted.connect(self._open_folder)
        desk.shelf.tour_wanted.connect(self.show_studio_tour)
        desk.announced.connect(self.announcer.announce)
        desk.proof_shown.connect(self._note_proof)
        self._pages.addWidget(desk)
        desk.come_back()
        return desk

    def _make_review_desk(self) -> ReviewDesk:
        from simulator.services.reviewing import Review
        from simulator.ui.review.desk import ReviewDesk

        review = Review(self._care.folder, PersonId(self._settings.person), self._care.now_ms, self._new_id)
        worth = self._practice_for(PersonId(self._settings.person)).worth
        desk = self.review_desk = ReviewDesk(review, self.look, worth, self._sample)
        desk.scenarios = self._scenarios_to_assign
        desk.refused.connect(self.tell)
        desk.showing.connect(self._show_to_group)
        desk.studio_wanted.connect(self._show_at_studio)
        self._pages.addWidget(desk)
        return desk

    def _show_at_studio(self, place: StudioPlace) -> None:
        """Show a place of a scenario at the Studio; from there the Review desk is a click away, as it was left."""
        self.show_studio()
        if self.studio_desk is not None and not self.studio_desk.show_place(place):
            self.tell_message(say.NOT_AT_STUDIO())

    def _scenarios_to_assign(self) -> list[Assignable]:
        """What an instructor can ask trainees to practise."""
        from simulator.services.assigning import Assignable

        cards = (item.card for item in self._practice_for(PersonId(self._settings.person)).shelf().items)
        return [Assignable(card.id, card.title, card.families) for card in cards if not card.problems]

    def _show_to_group(self, showing: bool) -> None:
        """While a moment is shown to a group, the screen has nothing else on it."""
        # Late: a start does without the names in ``Qt``.
        from PySide6.QtCore import Qt

        self._bar.setVisible(not showing)
        full = self.windowState() | Qt.WindowState.WindowFullScreen
        self.setWindowState(full if showing else full ^ Qt.WindowState.WindowFullScreen)

    def _note_proof(self, scenario: str) -> None:
        """Whoever has seen the proof of a scenario does not meet it for the first time."""
        practice = self._practice_for(PersonId(self._settings.person))
        self._door.change(self, lambda store: practice.saw_proof(store, scenario), lambda _done: None, self._refuse)

    @cached_property
    def _studio(self) -> Studio:
        """The Studio's use cases; what was proved outlives a change of looks."""
        return self._make_studio()

    def turn_to(self, page: QWidget) -> None:
        """Show a desk, or the settings, and mark where one is."""
        self._pages.setCurrentWidget(page)
        desks = (
            (self.desk, self.practice_button),
            (self.studio_desk, self.studio_button),
            (self.review_desk, self.review_button),
        )
        self._bar.mark(next((button for desk, button in desks if page is desk), None))
        if page is self.desk:
            self._say_place_at_desk()
        else:
            at_review = page is self.review_desk
            at_desk = say.AT_STUDIO() if page is self.studio_desk else say.AT_SETTINGS()
            self._say_place(say.REVIEW() if at_review else at_desk)

    def show_settings(self) -> None:
        """Show the settings; from there one comes back to where one is now."""
        from simulator.ui.settings_page import SettingsPage

        if not self.can_turn:
            return
        if self.settings_page is not None:
            self._pages.removeWidget(self.settings_page)
            self.settings_page.deleteLater()
        self.settings_page = SettingsPage(self.look, self._settings, self._door, self._care, self._languages.offered())
        self.settings_page.own_data.left.connect(self._leave_person)
        self.settings_page.own_data.erased.connect(self._forget_person)
        self.settings_page.own_data.refused.connect(self._refuse)
        self.settings_page.held.connect(self._hold)
        self.settings_page.changed.connect(self._change_from_settings)
        self.settings_page.closed.connect(self._close_settings)
        self.settings_page.done.show_words(self.way_back)
        self._bar.setVisible(not self._talking)
        self._pages.addWidget(self.settings_page)
        self.turn_to(self.settings_page)
        self._help_visit.leave()
        self.settings_page.theme.setFocus()

    def show_backups(self) -> None:
        """Show the backups among the settings."""
        self.show_settings()
        if self.settings_page is not None:
            self.settings_page.backups.show_backups()

    def _hold(self, held: bool) -> None:
        """While the store is put back or taken out of, nothing else is begun, and what was told of it is over."""
        if held:
            self._notice.hide()
        self._bar.setDisabled(held)
        self._pages.setDisabled(held)

    def _store_reopened(self) -> None:
        """All may be other than before: a conversation that was left for the settings is there no more as it was."""
        self._hold(False)
        if self._talking and self.desk is not None and self.settings_page is not None:
            self.desk.conversation.leave()
            self.settings_page.done.show_words(self._say(say.BACK_TO_LIBRARY))

    def _close_settings(self) -> None:
        if self._at != _PRACTICE:
            self._show_other_desk()
        elif self._outdated:
            self._rebuild_here()
        else:
            self._turn_back()

    @property
    def talking(self) -> bool:
        """Whether a conversation is going on."""
        return self._talking

    @property
    def can_turn(self) -> bool:
        """Whether another page can be shown now: somebody is there, and nothing is on its way to the store."""
        return self.desk is not None and not self.desk.pending and self._pages.isEnabled()

    def show_help_page(self, name: str) -> None:
        """Show a page of the help; from there one comes back to where one is now."""
        self._help_visit.show_page(name)

    def show_help(self) -> None:
        """Show the help, for what is on the screen; asked for once more, it leads back to there."""
        self._help_visit.turn()

    @property
    def help_page(self) -> HelpPage | None:
        """The help, while somebody reads it."""
        return self._help_visit.page

    @property
    def help_for_here(self) -> str:
        """The page of the help that goes with what is on the screen."""
        if self._talking or self._at == _PRACTICE:
            return "conversation"
        editing = self._at == _STUDIO and self.studio_desk is not None and self.studio_desk.editor is not None
        return "studio" if editing else _HELP[self._at]

    @property
    def way_back(self) -> str:
        """Where one comes back to, in words."""
        if self.desk is not None and self._pages.currentWidget() is self.desk:
            return self._say(self.desk.way_back)
        return self._say(_BACK[self._at])

    def come_back_to(self, page: QWidget) -> None:
        """From the help to where one was, which is made anew if its look has changed meanwhile."""
        if self._outdated and page is self.desk:
            self._rebuild_here()
        else:
            self.turn_to(page)

    def _turn_back(self) -> None:
        """To the Practice desk as it was left; the library tells how far one has come."""
        if self.desk is not None:
            if self.desk.page is self.desk.library:
                self.desk.show_library()
            self.turn_to(self.desk)

    def _change_from_settings(self, settings: Settings) -> None:
        """Dress what is on the screen; the page itself stays, so that keyboard and mouse stay where they are."""
        self._outdated = True
        renamed = settings.name != self._settings.name
        spoken = settings.language == self._settings.language
        self._settings = settings
        self._caretaker.know(settings)
        if renamed:
            self._introduce()
        self._dress(self.look)
        if self.settings_page is not None:
            self.settings_page.fit(self.look)
        self.settings_changed.emit(settings)
        if not spoken:
            self._change_language()

    def _change_language(self) -> None:
        """The whole window speaks the chosen language at once, the settings too, where the choice still has the keyboard."""
        self._words = self._languages.catalogue(self._settings.language)
        if self._at != _PRACTICE:
            self._rebuild()
        else:
            self._rebuild_here()
        self.show_settings()
        if self.settings_page is not None:
            self.settings_page.language.setFocus()

    def _follow_system(self) -> None:
        """The system's colours or motion were changed while the window is open.

        What is on the screen is made anew for it, unless something would be lost or stopped by that; then its colours change
        now, and what is drawn follows with the next page.
        """
        look = self.look
        if look == self._worn:
            return
        self._dress(look)
        self._outdated = True
        page = self._pages.currentWidget()
        if page is self.desk and self.can_turn:
            self._rebuild_here()
        elif (
            self.studio_desk is not None
            and page is self.studio_desk
            and self.studio_desk.page is self.studio_desk.shelf
        ):
            self._rebuild()

    def _dress(self, look: Look) -> None:
        self._worn = look
        app = QApplication.instance()
        if isinstance(app, QApplication):
            speak(app, look.words.language)
            apply_theme(app, look.theme, look.scale)

    def _rebuild_here(self) -> None:
        """Make everything anew, and be where one was."""
        where = self.desk.here() if self.desk is not None else None
        self._talking = False
        self._rebuild(where)

    def _rebuild(self, where: Callable[[PracticeDesk], None] | None = None) -> None:
        """Make everything anew, and show there what ``where`` says."""
        told = self._notice.said
        step, steps = self.tour.number if self.tour is not None else None, self._guide.steps
        self.desk = None
        self.settings_page = None
        self.welcome = None
        self._leave_other_desks()
        self._build()
        if where is not None and self.desk is not None:
            where(self.desk)
        if step is not None and self.desk is not None:
            self._guide.steps = steps
            self._guide.put(step)
        if told:
            self.tell(told)

    def _leave_other_desks(self) -> None:
        if self.studio_desk is not None:
            self.studio_desk.stop()
            self.studio_desk = None
        if self.review_desk is not None:
            self.review_desk.stop()
            self.review_desk = None

    def _keep(self, settings: Settings) -> None:
        self._settings = settings
        self._caretaker.know(settings)
        self.settings_changed.emit(settings)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        if self.review_desk is not None:
            self.review_desk.leave_replay()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._keep(replace(self._settings, window=geometry))
        if self.desk is not None:
            self.desk.end_sitting()
        self._leave_other_desks()
        self.closed.emit()
        super().closeEvent(event)


def _fitting(window: QMainWindow) -> QSize:
    """The size of a first window: 1280 by 800, or what the screen has room for beside its title bar."""
    screen = window.screen()
    room = screen.availableSize() if screen is not None else QSize(_WIDE, _HIGH)
    return QSize(min(_WIDE, room.width()), min(_HIGH, room.height() - _TITLE_BAR))

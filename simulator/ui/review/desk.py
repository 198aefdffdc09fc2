"""The Review desk: what was handed in, what would be taken in of some files, and one conversation at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.services.review_keeping import ReviewKeeping
from simulator.services.review_shelf import ReviewedPerson, Shelf
from simulator.services.reviewing import Review
from simulator.services.who_met_what import WhoMetWhat
from simulator.session.errors import ServiceError
from simulator.ui.asking_for_files import which_files, which_folder
from simulator.ui.look import Look
from simulator.ui.review.agreement_visit import AgreementVisit
from simulator.ui.review.assignments_visit import AssignmentsVisit
from simulator.ui.review.before_page import BeforePage
from simulator.ui.review.closer_links import Closer
from simulator.ui.review.corrections_page import CorrectionsPage
from simulator.ui.review.course_visit import CourseVisit
from simulator.ui.review.desk_work import DeskWork
from simulator.ui.review.group_page import GroupPage
from simulator.ui.review.group_reading import GroupReading
from simulator.ui.review.group_visit import GroupVisit
from simulator.ui.review.met_page import MetPage
from simulator.ui.review.met_visit import MetVisit
from simulator.ui.review.people_visit import PeopleVisit
from simulator.ui.review.rating_visit import RatingVisit, is_for_rating
from simulator.ui.review.replay_page import ReplayPage
from simulator.ui.review.reports_visit import ReportsVisit
from simulator.ui.review.sample_visit import open_sample_window
from simulator.ui.review.sentence_page import SentencePage
from simulator.ui.review.sentences_visit import SentencesVisit
from simulator.ui.review.session_page import SessionPage
from simulator.ui.review.session_visit import SessionVisit, Worth
from simulator.ui.review.shelf_page import ShelfPage
from simulator.ui.review.shelf_visit import ShelfVisit
from simulator.ui.review.take_in_page import TakeInPage
from simulator.ui.review.taking_in_visit import TakingInVisit
from simulator.ui.review.visited_desk import VisitedDesk
from simulator.ui.review.ways_back import WaysBack
from simulator.ui.sample_strip import SampleStrip
from simulator.ui.widgets.layouts import column

if TYPE_CHECKING:
    from simulator.services.all_corrections import RatedByHand
    from simulator.services.assigning import Assignable
    from simulator.services.correction_remarks import Met
    from simulator.services.handed_in import HandedIn
    from simulator.services.sample_group import SampleGroup


class ReviewDesk(QWidget):
    """One page at a time; what goes wrong goes up as a sentence. Files can be dropped anywhere on it.

    ``ask_files`` and ``ask_folder`` ask what to open; ``worth`` works out what each sentence of a conversation changed. A
    ``sample`` is played before anything is shown, once, and the window says what it is.
    """

    refused = Signal(str)
    studio_wanted = Signal(object)
    """A place in a scenario is to be shown at the Studio (``StudioPlace``)."""
    showing = Signal(bool)
    """True when a moment is shown to a group, false when it is left."""

    def __init__(
        self, review: Review, look: Look, worth: Worth | None = None, sample: SampleGroup | None = None
    ) -> None:
        super().__init__()
        self._review = review
        self._worth = worth
        self._look = look
        self._shown = Shelf()
        self._keeping = ReviewKeeping(review)
        self._counting = WhoMetWhat()
        self._back = WaysBack(look, self.turn_to, self.show_shelf)
        self._work = DeskWork(self)
        self._work.begun.connect(self._stop_evidence)
        self._work.refused.connect(self._refuse)
        self.ask_files: Callable[[QWidget, str, str], tuple[Path, ...]] = which_files
        self.ask_folder: Callable[[QWidget, str], Path | None] = which_folder
        self._sample = sample
        self.open_sample = open_sample_window
        self.scenarios: Callable[[], Iterable[Assignable]] = tuple
        self._said_above = sample is not None
        self.sample_strip = SampleStrip(look)
        self.sample_strip.hide()
        self._pages = QStackedWidget()
        box = column(self, spacing=0)
        box.addWidget(self.sample_strip)
        box.addWidget(self._pages)
        self.setAcceptDrops(True)

    @cached_property
    def _meeting(self) -> GroupVisit:
        """The next meeting of the group."""
        visit = GroupVisit(self._visited(), self._counting)
        visit.read.connect(self._remember)
        visit.showing.connect(self.showing)
        page = visit.page
        page.closer_wanted.connect(self._look_closer)
        page.person_wanted.connect(self._show_person_of)
        page.sentence_wanted.connect(
            lambda said: self._show_sentence(
                lambda: self._review.correcting.met(said.found, said.turn), self.show_group
            )
        )
        page.export.saved.connect(lambda path: self._note_saved(path, [one.key for one in self._shown.people]))
        return visit

    @property
    def group(self) -> GroupPage:
        """The page for the next meeting of the group."""
        return self._meeting.page

    @property
    def replay(self) -> ReplayPage:
        """A moment shown to a group."""
        return self._meeting.replay

    @cached_property
    def _at_shelf(self) -> ShelfVisit:
        """Reading what was handed in."""
        visit = ShelfVisit(self._visited(), self._work, self._sample)
        visit.read.connect(self._remember)
        visit.group_wanted.connect(self.show_group)
        page = visit.page
        page.chosen.connect(self.show_session)
        page.scores_wanted.connect(self.show_scores)
        page.files_wanted.connect(self._taking_in.ask_for_files)
        page.folder_wanted.connect(self._taking_in.ask_for_folder)
        page.course_wanted.connect(self.show_course)
        page.met_wanted.connect(self.show_met)
        page.reports_wanted.connect(self.show_reports)
        page.assignments_wanted.connect(self.show_assignments)
        page.group_wanted.connect(self.show_group)
        page.corrections_wanted.connect(self.show_corrections)
        page.research.links.chosen.connect(self._look_closer)
        page.stopped.connect(self._stop_reading)
        page.sample_wanted.connect(lambda: page.sample.show_opened(opened=self.open_sample()))
        return visit

    @property
    def before(self) -> BeforePage:
        """What is read before anything is shown for the first time."""
        return self._at_shelf.before

    @property
    def shelf(self) -> ShelfPage:
        """All that was handed in."""
        return self._at_shelf.page

    @cached_property
    def _taking_in(self) -> TakingInVisit:
        """Files that are asked for or dropped here."""
        visit = TakingInVisit(self._visited(), self._which_folder)
        visit.opened.connect(self.open_paths)
        return visit

    @property
    def take_in(self) -> TakeInPage:
        """What would be taken in."""
        return self._taking_in.page

    @cached_property
    def session(self) -> SessionPage:
        """One conversation."""
        page = self._visit.page
        page.closed.connect(lambda: self._back.go_back("session"))
        return page

    @cached_property
    def _visit(self) -> SessionVisit:
        """Reading one conversation, and what its sentences count as."""
        visit = SessionVisit(self._review, self._look, self._work.do, self._work.fail, self._worth, self)
        for page in (visit.page, visit.sentence.page, visit.sentence.list):
            self._pages.addWidget(page)
        visit.opened.connect(self._pages.setCurrentWidget)
        visit.page.export.saved.connect(
            lambda path: self._note_saved(path, [found.key] if (found := visit.page.session) else [])
        )
        visit.sentence.page.studio_wanted.connect(self.studio_wanted)
        visit.changed.connect(self._counted_anew)
        visit.sentence.list.closed.connect(lambda: self._back.go_back("corrections"))
        visit.sentence.list.rating_chosen.connect(self._show_rating)
        return visit

    @property
    def corrections(self) -> CorrectionsPage:
        """Everything that was corrected."""
        return self._visit.sentence.list

    @property
    def sentence(self) -> SentencePage:
        """What one sentence counts as, for everybody who said it."""
        return self._visit.sentence.page

    @cached_property
    def _met_visit(self) -> MetVisit:
        visit = MetVisit(self._visited("met"), self._counting)
        visit.page.chosen.connect(self.show_session)
        visit.page.person_wanted.connect(self.show_person)
        return visit

    @property
    def met(self) -> MetPage:
        """Who met what."""
        return self._met_visit.page

    @cached_property
    def people(self) -> PeopleVisit:
        """One person, and who has not met what."""
        visit = PeopleVisit(self, self._look, self._counting, self.scenarios, self.turn_to)
        visit.page.chosen.connect(self.show_session)
        visit.page.scores_wanted.connect(self.show_scores)
        visit.page.course_wanted.connect(self.show_course)
        visit.page.deleted.connect(self._at_shelf.erase)
        visit.closed.connect(lambda: self._back.go_back("person"))
        visit.assigned.connect(self.show_assignments)
        visit.everybody.person_wanted.connect(self.show_person)
        visit.everybody.closed.connect(self.show_group)
        return visit

    @cached_property
    def rating(self) -> RatingVisit:
        """Blind ratings."""
        visit = RatingVisit(self._visited("rating"))
        visit.agreement_wanted.connect(self.show_agreement)
        return visit

    @cached_property
    def agreement(self) -> AgreementVisit:
        """How far raters agree."""
        visit = AgreementVisit(self._visited("agreement"))
        visit.rating_wanted.connect(self.show_rating)
        return visit

    @cached_property
    def assignments(self) -> AssignmentsVisit:
        """What is asked of trainees."""
        visit = AssignmentsVisit(self._review, self.scenarios, self._look, self)
        visit.page.closed.connect(lambda: self._back.go_back("assignments"))
        visit.refused.connect(self._refuse)
        self._pages.addWidget(visit.page)
        return visit

    @cached_property
    def reports(self) -> ReportsVisit:
        """Reports and exports."""
        visit = ReportsVisit(self._review, self._keeping, self._counting, self._look, self)
        visit.page.closed.connect(lambda: self._back.go_back("reports"))
        visit.refused.connect(self._refuse)
        self._pages.addWidget(visit.page)
        return visit

    @cached_property
    def evidence(self) -> GroupReading:
        """What the group chose, worked out in the background."""
        return GroupReading(self, self._review.kept)

    @cached_property
    def course(self) -> CourseVisit:
        """Somebody's course over time."""
        visit = CourseVisit(self, self._look, self.evidence, self.turn_to, self._review.today)
        visit.page.chosen.connect(self.show_session)
        visit.closed.connect(lambda: self._back.go_back("course"))
        return visit

    @cached_property
    def sentences(self) -> SentencesVisit:
        """Which sentences were chosen."""
        visit = SentencesVisit(self, self._look, self.evidence, self.turn_to)
        visit.closed.connect(lambda: self._back.go_back("sentences"))
        visit.studio_wanted.connect(self.studio_wanted)
        visit.sentence_wanted.connect(
            lambda item: self._show_sentence(
                lambda: self._review.correcting.said_somewhere(self._shown, item), lambda: self.turn_to(visit.page)
            )
        )
        return visit

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._pages.currentWidget()

    @property
    def working(self) -> bool:
        """Whether something is being read or kept."""
        return self._work.under_way

    def show_first(self) -> None:
        """Show what was handed in; before the first time, what these numbers are not for."""
        self._at_shelf.show_first()

    def show_group(self) -> None:
        """Show what could be talked about in the next meeting."""
        self._meeting.show()

    def _look_closer(self, to: Closer) -> None:
        ways: Mapping[Closer, Callable[[], None]] = {
            Closer.SHELF: self.show_shelf,
            Closer.MET: self.show_met,
            Closer.NOT_YET: lambda: self.people.show_everybody(self._shown.people),
            Closer.CORRECTIONS: self.show_corrections,
            Closer.REPORTS: self.show_reports,
            Closer.ASSIGNMENTS: self.show_assignments,
            Closer.FILES: self._taking_in.ask_for_files,
            Closer.SENTENCES: self._show_sentences,
            Closer.RATING: self.show_rating,
            Closer.AGREEMENT: self.show_agreement,
        }
        ways[to]()

    def show_shelf(self) -> None:
        """Show all that was handed in, read anew."""
        self._at_shelf.show()

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Look at files and folders, and show what would be taken in."""
        given = tuple(paths)
        if given and all(map(is_for_rating, given)):
            self.rating.open_paths(given)
            return
        self._pages.setCurrentWidget(self.shelf)
        self._work.read(
            lambda tell: self._review.look_at(given, tell), self._taking_in.show_looked, self.shelf.show_work
        )

    def show_met(self) -> None:
        """Show who met what."""
        self.met.back.show_words(self._back.set_out("met", self.page))
        self._met_visit.show(self._shown)

    def show_corrections(self) -> None:
        """Show everything that was corrected."""
        self.corrections.back.show_words(self._back.set_out("corrections", self.page))
        self._visit.sentence.show_all()

    def _show_sentence(self, find: Callable[[], Met | None], leave: Callable[[], None]) -> None:
        """Show what a sentence is, for everybody who said it; from there one comes back to where one was."""
        self._visit.sentence.show_met(find, self._back.set_out("sentence", self.page), leave)

    def show_assignments(self, chosen: Sequence[Assignable] = (), person: ReviewedPerson | None = None) -> None:
        """Show what is asked of trainees, and a new assignment, which begins with what was chosen for whom."""
        self.assignments.page.back.show_words(self._back.set_out("assignments", self.page))
        self._pages.setCurrentWidget(self.assignments.page)
        self.assignments.page.back.setFocus()
        self.assignments.show_shelf(self._shown, chosen, person)

    def show_reports(self) -> None:
        """Show what can be printed and saved."""
        self.reports.page.back.show_words(self._back.set_out("reports", self.page))
        self.reports.show_shelf(self._shown)
        self._pages.setCurrentWidget(self.reports.page)
        self.reports.page.back.setFocus()

    def show_course(self, person: ReviewedPerson) -> None:
        """Show somebody's course; from there one comes back to where one was."""
        self.course.show(self._shown.people, person, self._back.set_out("course", self.page))

    def show_person(self, person: ReviewedPerson) -> None:
        """Show what somebody has handed in; from there one comes back to where one was."""
        self.people.show_person(self._shown.people, person, self._back.set_out("person", self.page))

    def _show_person_of(self, key: bytes) -> None:
        person = next((one for one in self._shown.people if one.key == key), None)
        if person is not None:
            self.show_person(person)

    def turn_to(self, page: QWidget) -> None:
        """Show a page of this desk."""
        if self._pages.indexOf(page) < 0:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def show_session(self, person: ReviewedPerson, found: HandedIn, turn: int = 0) -> None:
        """Show one conversation of somebody, from a turn on; from there one comes back to where one was."""
        self._to_session()
        self._visit.show_session(person.name, found, turn)

    def show_scores(self, person: ReviewedPerson, found: HandedIn) -> None:
        """Show one conversation of somebody, from what it showed on."""
        self._to_session()
        self._visit.show_scores(person.name, found)

    def _show_rating(self, one: RatedByHand) -> None:
        self._to_session()
        self._visit.show_competency(one.person.name, one.found, one.rating.competency)

    def _to_session(self) -> None:
        self.session.back.show_words(self._back.set_out("session", self.page))

    def show_agreement(self) -> None:
        """Show how far raters agree."""
        self.agreement.page.back.show_words(self._back.set_out("agreement", self.page))
        self.agreement.show()

    def show_rating(self) -> None:
        """Show what can be rated blind, and what is being rated."""
        self.rating.page.back.show_words(self._back.set_out("rating", self.page))
        self.rating.show()

    def leave_replay(self) -> None:
        """Back from what is shown to the group, where something is."""
        if isinstance(self.page, ReplayPage):
            self._meeting.leave_replay()

    def _show_sentences(self) -> None:
        self.sentences.show(self._shown.people, self._back.set_out("sentences", self.page))

    def stop(self) -> None:
        """Let work under way end soon, and its result go unheard."""
        self._work.stop()
        self._stop_evidence()

    def _stop_evidence(self) -> None:
        if "evidence" in self.__dict__:
            self.evidence.stop()

    def _stop_reading(self) -> None:
        """Let what is being read be, and show what was here before."""
        self.stop()
        self.show_shelf()

    # Files dropped on the desk.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here, once it was read what these numbers are not for."""
        if event.mimeData().hasUrls() and not isinstance(self.page, BeforePage):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        self._taking_in.drop(event)

    def _visited(self, page: str = "") -> VisitedDesk:
        """The desk as its pages with files of their own know it; from a page one goes back to where one came from."""
        return VisitedDesk(
            self._review,
            self._keeping,
            self._look,
            self._pages,
            self._work.do,
            self._work.fail,
            self._which_files,
            lambda: self._back.go_back(page),
        )

    def _which_files(self, parent: QWidget, question: str, kind: str) -> tuple[Path, ...]:
        return self.ask_files(parent, question, kind)

    def _which_folder(self, parent: QWidget, question: str) -> Path | None:
        return self.ask_folder(parent, question)

    # What comes back.

    def _remember(self, shelf: Shelf) -> None:
        self._shown = shelf
        self.sample_strip.setVisible(shelf.sample and not self._said_above)

    def _counted_anew(self, shelf: Shelf) -> None:
        """Scores may be others now: also where they are counted."""
        self._shown = shelf
        if "_met_visit" in self.__dict__:
            self._met_visit.count_anew(shelf)

    def _note_saved(self, path: Path, people: Iterable[bytes]) -> None:
        """Remember a file that holds something of these people."""
        try:
            self._keeping.note_saved(path, people)
        except ServiceError as refusal:
            self._refuse(refusal)

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))

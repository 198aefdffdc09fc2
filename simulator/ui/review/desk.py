"""The Review desk: what was handed in, what would be taken in of some files, and one conversation at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import review as say
from simulator.messages.sentences import skill_course
from simulator.services.met_table import MetTable
from simulator.services.review_keeping import ReviewKeeping
from simulator.services.review_shelf import Looked, ReviewedPerson, Shelf
from simulator.services.reviewing import SUFFIXES, Review
from simulator.services.this_group import GroupPlan, Part, Replay, plan
from simulator.services.who_met_what import WhoMetWhat
from simulator.session.errors import ServiceError
from simulator.storage.handed_in_files import ReviewBook
from simulator.storage.review_keeping import SavedFile
from simulator.ui.asking_for_files import which_files, which_folder
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.review.agreement_visit import AgreementVisit
from simulator.ui.review.assignments_visit import AssignmentsVisit
from simulator.ui.review.before_page import BeforePage
from simulator.ui.review.closer_links import Closer
from simulator.ui.review.corrections_page import CorrectionsPage
from simulator.ui.review.course_visit import CourseVisit
from simulator.ui.review.group_page import GroupPage
from simulator.ui.review.group_reading import GroupReading
from simulator.ui.review.met_page import MetPage
from simulator.ui.review.people_visit import PeopleVisit
from simulator.ui.review.progress import Progress
from simulator.ui.review.rating_visit import RatingVisit, is_for_rating
from simulator.ui.review.replay_page import ReplayPage
from simulator.ui.review.reports_visit import ReportsVisit
from simulator.ui.review.sample_visit import open_sample_window
from simulator.ui.review.sentence_page import SentencePage
from simulator.ui.review.sentences_visit import SentencesVisit
from simulator.ui.review.session_page import SessionPage
from simulator.ui.review.session_visit import SessionVisit, Worth
from simulator.ui.review.shelf_page import ShelfPage
from simulator.ui.review.take_in_page import TakeInPage
from simulator.ui.review.visited_desk import VisitedDesk
from simulator.ui.sample_strip import SampleStrip
from simulator.ui.widgets.layouts import column

if TYPE_CHECKING:
    from simulator.services.assigning import Assignable
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
        self._back_to: QWidget | None = None
        self._course_from: QWidget | None = None
        self._sentences_from: QWidget | None = None
        self._assign_from: QWidget | None = None
        self._reading: Progress | None = None
        self._work: Background[Any] = Background(self)
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
    def before(self) -> BeforePage:
        """What is read before anything is shown for the first time."""
        page = BeforePage(self._look)
        page.read.connect(self._was_told)
        self._pages.addWidget(page)
        return page

    @cached_property
    def group(self) -> GroupPage:
        """The page for the next meeting of the group."""
        page = GroupPage(self._look, lambda: self._review.today)
        page.exchanged.connect(lambda key: self._change_plan(lambda book: replace(book, out=book.out | {key})))
        page.dropped.connect(lambda key: self._change_plan(lambda book: _without(book, key)))
        page.pinned.connect(lambda key: self._change_plan(lambda book: replace(book, pinned=book.pinned ^ {key})))
        page.all_back.connect(lambda: self._change_plan(_with_everything))
        page.shown.connect(self.show_replay)
        page.has_met.connect(lambda: self._do(self._review.has_met, lambda _done: self.show_group()))
        page.closer_wanted.connect(self._look_closer)
        page.person_wanted.connect(self._show_person_of)
        page.since_chosen.connect(self.show_group)
        page.export.saved.connect(lambda path: self._note_saved(path, [one.key for one in self._shown.people]))
        self._pages.addWidget(page)
        return page

    @cached_property
    def replay(self) -> ReplayPage:
        """A moment shown to a group."""
        page = ReplayPage(self._look)
        page.closed.connect(self.leave_replay)
        self._pages.addWidget(page)
        return page

    @cached_property
    def shelf(self) -> ShelfPage:
        """All that was handed in."""
        page = ShelfPage(self._look)
        page.chosen.connect(self.show_session)
        page.scores_wanted.connect(self.show_scores)
        page.files_wanted.connect(self._ask_files)
        page.folder_wanted.connect(self._ask_folder)
        page.course_wanted.connect(self.show_course)
        page.deleted.connect(self._erase)
        page.met_wanted.connect(self.show_met)
        page.reports_wanted.connect(self.show_reports)
        page.assignments_wanted.connect(self.show_assignments)
        page.group_wanted.connect(self.show_group)
        page.corrections_wanted.connect(self.show_corrections)
        page.research.links.chosen.connect(self._look_closer)
        page.stopped.connect(self._stop_reading)
        page.sample_wanted.connect(lambda: page.sample.show_opened(opened=self.open_sample()))
        self._pages.addWidget(page)
        return page

    @cached_property
    def take_in(self) -> TakeInPage:
        """What would be taken in."""
        page = TakeInPage(self._look)
        page.taken_in.connect(self._take_in)
        page.closed.connect(self.show_shelf)
        self._pages.addWidget(page)
        return page

    @cached_property
    def session(self) -> SessionPage:
        """One conversation."""
        page = self._visit.page
        page.closed.connect(self._leave_session)
        return page

    @cached_property
    def _visit(self) -> SessionVisit:
        """Reading one conversation, and what its sentences count as."""
        visit = SessionVisit(self._review, self._look, self._do, self._failed, self._worth, self)
        for page in (visit.page, visit.sentence.page, visit.sentence.list):
            self._pages.addWidget(page)
        visit.opened.connect(self._pages.setCurrentWidget)
        visit.page.export.saved.connect(
            lambda path: self._note_saved(path, [found.key] if (found := visit.page.session) else [])
        )
        visit.sentence.page.studio_wanted.connect(self.studio_wanted)
        visit.changed.connect(self._counted_anew)
        visit.sentence.list.closed.connect(self.show_shelf)
        return visit

    @property
    def corrections(self) -> CorrectionsPage:
        """Every sentence that was corrected."""
        return self._visit.sentence.list

    @property
    def sentence(self) -> SentencePage:
        """What one sentence counts as, for everybody who said it."""
        return self._visit.sentence.page

    @cached_property
    def met(self) -> MetPage:
        """Who met what."""
        page = MetPage(self._look, self._review.today)
        page.chosen.connect(self.show_session)
        page.person_wanted.connect(self.show_person)
        page.closed.connect(self.show_shelf)
        self._pages.addWidget(page)
        return page

    @cached_property
    def people(self) -> PeopleVisit:
        """One person, and who has not met what."""
        visit = PeopleVisit(self, self._look, self._counting, self.scenarios, self.turn_to)
        visit.page.chosen.connect(self.show_session)
        visit.page.scores_wanted.connect(self.show_scores)
        visit.page.course_wanted.connect(self.show_course)
        visit.page.deleted.connect(self._erase)
        visit.closed.connect(self._go_back)
        visit.assigned.connect(self.show_assignments)
        visit.everybody.person_wanted.connect(self.show_person)
        visit.everybody.closed.connect(self.show_group)
        return visit

    @cached_property
    def rating(self) -> RatingVisit:
        """Blind ratings."""
        visit = RatingVisit(self._visited())
        visit.agreement_wanted.connect(self.show_agreement)
        return visit

    @cached_property
    def agreement(self) -> AgreementVisit:
        """How far raters agree."""
        visit = AgreementVisit(self._visited())
        visit.rating_wanted.connect(self.show_rating)
        return visit

    @cached_property
    def assignments(self) -> AssignmentsVisit:
        """What is asked of trainees."""
        visit = AssignmentsVisit(self._review, self.scenarios, self._look, self)
        visit.page.closed.connect(lambda: self._go_back(self._assign_from))
        visit.refused.connect(self._refuse)
        self._pages.addWidget(visit.page)
        return visit

    @cached_property
    def reports(self) -> ReportsVisit:
        """Reports and exports."""
        visit = ReportsVisit(self._review, self._keeping, self._counting, self._look, self)
        visit.page.closed.connect(self.show_shelf)
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
        visit.closed.connect(self._leave_course)
        return visit

    @cached_property
    def sentences(self) -> SentencesVisit:
        """Which sentences were chosen."""
        visit = SentencesVisit(self, self._look, self.evidence, self.turn_to)
        visit.closed.connect(lambda: self._go_back(self._sentences_from))
        visit.studio_wanted.connect(self.studio_wanted)
        return visit

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._pages.currentWidget()

    @property
    def working(self) -> bool:
        """Whether something is being read or kept."""
        return self._reading is not None

    def show_first(self) -> None:
        """Show what was handed in; before the first time, what these numbers are not for."""
        try:
            told = self._review.told
        except ServiceError as refusal:
            self._refuse(refusal)
            told = False
        if told:
            self._read_first()
            return
        self._pages.setCurrentWidget(self.before)
        self.before.button.setFocus()

    def _read_first(self) -> None:
        """Read what was handed in, after the sample was played, if there is one."""
        if self._sample is None or self._review.book().taken:
            self.shelf.show_reading(say.READING())
            self._read(self._review.shelf, self._show_first, self.shelf.show_reading)
            return
        sample, self._sample = self._sample, None
        self._pages.setCurrentWidget(self.shelf)
        self._read_telling(
            lambda reading: sample.play_into(self._review, reading.say),
            lambda _whole: self._read_first(),
            self.shelf.show_work,
        )

    def show_group(self) -> None:
        """Show what could be talked about in the next meeting."""
        since = self.group.since_ms
        self._do(
            lambda: (self._review.shelf(), plan(self._review.shelf(), self._review.book(), self._counting, since)),
            lambda made: self._show_group(*made),
        )

    def _look_closer(self, to: Closer) -> None:
        ways: Mapping[Closer, Callable[[], None]] = {
            Closer.SHELF: self.show_shelf,
            Closer.MET: self.show_met,
            Closer.NOT_YET: lambda: self.people.show_everybody(self._shown.people),
            Closer.CORRECTIONS: self.show_corrections,
            Closer.REPORTS: self.show_reports,
            Closer.ASSIGNMENTS: self.show_assignments,
            Closer.FILES: self._ask_files,
            Closer.SENTENCES: self._show_sentences,
            Closer.RATING: self.show_rating,
            Closer.AGREEMENT: self.show_agreement,
        }
        ways[to]()

    def show_shelf(self) -> None:
        """Show all that was handed in, read anew."""
        self.shelf.show_elsewhere(())
        self._pages.setCurrentWidget(self.shelf)
        self.shelf.show_reading(say.READING())
        self.shelf.open_files.setFocus()
        self._read(self._review.shelf, self._show_shelf, self.shelf.show_reading)

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Look at files and folders, and show what would be taken in."""
        given = tuple(paths)
        if given and all(map(is_for_rating, given)):
            self.rating.open_paths(given)
            return
        self._pages.setCurrentWidget(self.shelf)
        self._read(lambda tell: self._review.look_at(given, tell), self._show_looked, self.shelf.show_work)

    def show_met(self) -> None:
        """Show who met what."""
        people = self._shown.people
        self._do(lambda: MetTable(people, self._counting), self._show_met)

    def _show_met(self, table: MetTable) -> None:
        self.met.show_table(table)
        self._pages.setCurrentWidget(self.met)
        self.met.table.setFocus()

    def show_corrections(self) -> None:
        """Show every sentence that was corrected."""
        self._visit.sentence.show_all()

    def show_assignments(self, chosen: Sequence[Assignable] = ()) -> None:
        """Show what is asked of trainees, and a new assignment, which begins with what was chosen."""
        self._assign_from = self.page
        self.assignments.page.back.show_words(self._back_to_page(self.page))
        self._pages.setCurrentWidget(self.assignments.page)
        self.assignments.page.back.setFocus()
        self.assignments.show_shelf(self._shown, chosen)

    def show_reports(self) -> None:
        """Show what can be printed and saved."""
        self.reports.show_shelf(self._shown)
        self._pages.setCurrentWidget(self.reports.page)
        self.reports.page.back.setFocus()

    def show_course(self, person: ReviewedPerson) -> None:
        """Show somebody's course; from there one comes back to where one was."""
        self._course_from = self.page
        self.course.show(self._shown.people, person, self._back_to_page(self._course_from))

    def _leave_course(self) -> None:
        self._go_back(self._course_from)

    def show_person(self, person: ReviewedPerson) -> None:
        """Show what somebody has handed in; from there one comes back to where one was."""
        self.people.show_person(self._shown.people, person, self.page, self._back_to_page(self.page))

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

    def _to_session(self) -> None:
        self._back_to = self.page
        self.session.back.show_words(self._back_to_page(self._back_to))

    def _back_to_page(self, page: QWidget | None) -> str:
        """What a button says that leads back to a page."""
        return self._look.say(self._way_back(page) or say.BACK())

    def _way_back(self, page: QWidget | None) -> Message | None:
        """The words for the way back to a page, if one does not go to what was handed in instead."""
        if page is None:
            return None
        made = self.__dict__
        if page is made.get("group"):
            return say.BACK_TO_GROUP()
        if page is made.get("met"):
            return say.BACK_TO_MET()
        if "course" in made and page is self.course.page:
            return skill_course.BACK_TO_COURSE()
        return self.people.way_back(page) if "people" in made else None

    def _go_back(self, page: QWidget | None) -> None:
        if page is not None and self._way_back(page) is not None:
            self._pages.setCurrentWidget(page)
        else:
            self.show_shelf()

    def show_agreement(self) -> None:
        """Show how far raters agree."""
        self.agreement.show()

    def show_rating(self) -> None:
        """Show what can be rated blind, and what is being rated."""
        self.rating.show()

    def show_replay(self, replay: Replay) -> None:
        """Show a moment to the group, and nothing else."""
        self.replay.show_replay(replay)
        self._pages.setCurrentWidget(self.replay)
        self.showing.emit(True)

    def leave_replay(self) -> None:
        """Back from what is shown to the group, where something is."""
        if self.page is not self.__dict__.get("replay"):
            return
        self._pages.setCurrentWidget(self.group)
        self.showing.emit(False)

    def _show_sentences(self) -> None:
        self._sentences_from = self.page
        self.sentences.show(self._shown.people, self._back_to_page(self.page))

    def _leave_session(self) -> None:
        self._go_back(self._back_to)

    def stop(self) -> None:
        """Let work under way end soon, and its result go unheard."""
        self._work.forget()
        if "evidence" in self.__dict__:
            self.evidence.stop()
        if self._reading is not None:
            self._reading.stop()
            self._reading.progressed.disconnect()
            self._reading = None

    def _stop_reading(self) -> None:
        """Let what is being read be, and show what was here before."""
        self.stop()
        self.show_shelf()

    # Files dropped on the desk.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped here, once it was read what these numbers are not for."""
        if event.mimeData().hasUrls() and self.page is not self.__dict__.get("before"):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    def _visited(self) -> VisitedDesk:
        """The desk as its pages with files of their own know it."""
        return VisitedDesk(
            self._review,
            self._keeping,
            self._look,
            self._pages,
            self._do,
            self._failed,
            self._which_files,
            self.show_shelf,
        )

    def _which_files(self, parent: QWidget, question: str, kind: str) -> tuple[Path, ...]:
        return self.ask_files(parent, question, kind)

    def _ask_files(self) -> None:
        kind = self._look.say(say.KIND(pattern=" ".join(f"*{suffix}" for suffix in SUFFIXES)))
        paths = self.ask_files(self, self._look.say(say.WHICH_FILES()), kind)
        if paths:
            self.open_paths(paths)

    def _ask_folder(self) -> None:
        folder = self.ask_folder(self, self._look.say(say.WHICH_FOLDER()))
        if folder is not None:
            self.open_paths((folder,))

    # What comes back.

    def _remember(self, shelf: Shelf) -> None:
        self._shown = shelf
        self.sample_strip.setVisible(shelf.sample and not self._said_above)

    def _show_shelf(self, shelf: Shelf) -> None:
        self._remember(shelf)
        self.shelf.show_shelf(shelf)

    def _show_first(self, shelf: Shelf) -> None:
        """The page for the group once something was handed in; until then, how that is done."""
        if shelf.people:
            self._remember(shelf)
            self.show_group()
            return
        self._pages.setCurrentWidget(self.shelf)
        self.shelf.open_files.setFocus()
        self._show_shelf(shelf)

    def _show_group(self, shelf: Shelf, found: GroupPlan) -> None:
        self._remember(shelf)
        self.group.show_plan(found)
        self._pages.setCurrentWidget(self.group)

    def _change_plan(self, change: Callable[[ReviewBook], ReviewBook]) -> None:
        self._do(lambda: self._review.change_plan(change), lambda _done: self.show_group())

    def _show_looked(self, looked: tuple[Looked, ...]) -> None:
        self.take_in.show_looked(looked, self._review.enrolled())
        self._pages.setCurrentWidget(self.take_in)

    def _counted_anew(self, shelf: Shelf) -> None:
        """Scores may be others now: also where they are counted."""
        self._shown = shelf
        if "met" in self.__dict__:
            # A door of its own: the page of the conversation is read anew meanwhile.
            counting: Background[MetTable] = Background(self)
            counting.ask(lambda: MetTable(shelf.people, self._counting), self.met.show_table, self._failed)

    def _take_in(self, looked: tuple[Looked, ...], known_as: Mapping[bytes, str]) -> None:
        self._do(lambda: self._review.take_in(looked, known_as), lambda _count: self.show_shelf())

    def _erase(self, person: ReviewedPerson) -> None:
        self._do(lambda: self._keeping.forget(person), self._show_erased)

    def _show_erased(self, elsewhere: Sequence[SavedFile]) -> None:
        self.show_shelf()
        self.shelf.show_elsewhere(elsewhere)

    def _note_saved(self, path: Path, people: Iterable[bytes]) -> None:
        """Remember a file that holds something of these people."""
        try:
            self._keeping.note_saved(path, people)
        except ServiceError as refusal:
            self._refuse(refusal)

    def _was_told(self) -> None:
        self._do(self._review.was_told, lambda _done: self._read_first() if self._sample else self.show_shelf())

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._read(lambda _tell: work(), done, lambda _how_far: None)

    def _read(
        self,
        work: Callable[[Callable[[int, int], bool]], Any],
        done: Callable[[Any], None],
        progressed: Callable[[Message], None],
    ) -> None:
        """Read files in the background; what was under way before goes unheard."""
        self._read_telling(lambda reading: work(reading.tell), done, progressed)

    def _read_telling(
        self, work: Callable[[Progress], Any], done: Callable[[Any], None], progressed: Callable[[Message], None]
    ) -> None:
        """Do something in the background that says in its own words how far it is."""
        self.stop()
        reading = self._reading = Progress(self)
        reading.progressed.connect(progressed)

        def ended(result: Any) -> None:
            self._reading = None
            done(result)

        self._work.ask(lambda: work(reading), ended, self._failed)

    def _failed(self, fault: Exception) -> None:
        self._reading = None
        if not isinstance(fault, ServiceError):
            raise fault
        self._refuse(fault)

    def _refuse(self, refusal: ServiceError) -> None:
        self.refused.emit(self._look.say(refusal.message))


def _without(book: ReviewBook, key: str) -> ReviewBook:
    """Without this proposal and any in its place; of the moments only this one goes."""
    part, _, _ = key.partition("/")
    if part == Part.MOMENT:
        return replace(book, out=book.out | {key}, pinned=book.pinned - {key})
    return replace(book, dropped=book.dropped | {part}, pinned=book.pinned - {key})


def _with_everything(book: ReviewBook) -> ReviewBook:
    return replace(book, out=frozenset(), dropped=frozenset())

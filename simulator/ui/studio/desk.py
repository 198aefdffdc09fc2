"""The Studio desk: the shelf of all scenarios, and what was found when everything in one was tried."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.messages.sentences import studio_editor as say
from simulator.scenario.anybody import ANYBODY
from simulator.services.scenario_templates import FIRST_SIGN
from simulator.services.shared_files import as_id
from simulator.services.studio import Brought, Proof, Studio, StudioItem
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.studio.attempt import Attempt
from simulator.ui.studio.people_visit import PeopleVisit
from simulator.ui.studio.shelf_page import ShelfPage
from simulator.ui.studio.trying_page import TryingPage
from simulator.ui.studio.wishes import StudioWishes
from simulator.ui.widgets.layouts import column

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.diagnostics.diagnostic import Diagnostic
    from simulator.scenario.library_index import Card
    from simulator.services.file_on_disk import FileOnDisk
    from simulator.services.group_paths import StudioPlace
    from simulator.services.own_scenarios import OwnScenarios
    from simulator.storage.unsaved_scenarios import UnsavedScenario
    from simulator.ui.studio.editor.page import EditorPage
    from simulator.ui.studio.given.visit import GivenVisit
    from simulator.ui.studio.new_scenario_page import NewScenarioPage
    from simulator.ui.studio.proof_page import ProofPage


class StudioDesk(QWidget):
    """One page at a time; what goes wrong goes up as a sentence."""

    refused = Signal(str)
    announced = Signal(str)
    """Something to be read out that no page has said by itself."""

    proof_shown = Signal(str)
    """Somebody sees what everything in a scenario comes to, by its id: whoever plays it then does not meet it first."""

    practice_wanted = Signal(str)
    """Somebody wants to see a scenario where trainees practise, by its id."""

    wishes_changed = Signal(object)
    """An author wants to see something else: ``StudioWishes``."""

    def __init__(self, studio: Studio, look: Look, wishes: StudioWishes) -> None:
        super().__init__()
        self._studio = studio
        self._wishes = wishes
        self._in_text = True
        self._look = look
        self._attempt: Attempt | None = None
        self._card: Card | None = None
        self._proofs: Background[Proof] = Background(self)
        self._openings: Background[FileOnDisk] = Background(self)
        self._bringing: Background[tuple[list[Brought], list[ServiceError]]] = Background(self)
        self.editor: EditorPage | None = None
        self.shelf = ShelfPage(look, studio.first_fault)
        self.shelf.chosen.connect(self._open)
        self.shelf.edit_wanted.connect(self._edit)
        self.shelf.new_wanted.connect(self.show_questions)
        self.shelf.open_button.clicked.connect(self._ask_for_file)
        self.people = PeopleVisit(studio, self.stop, self._show_editor, self)
        self.people.refused.connect(lambda message: self.refused.emit(look.say(message)))
        self.shelf.people.edit_wanted.connect(self.people.edit)
        self.shelf.people.begin_wanted.connect(self.people.begin)
        self.shelf.unsaved.taken_up.connect(self._take_up)
        self.shelf.unsaved.given_up.connect(self._give_up)
        self.trying_page = TryingPage(look)
        self.trying_page.stopped.connect(self._stop_trying)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.shelf)
        self._pages.addWidget(self.trying_page)
        column(self).addWidget(self._pages)

    @cached_property
    def proof(self) -> ProofPage:
        """The page of what was found, loaded and made when something was: by then what tries has been loaded."""
        from simulator.ui.studio.proof_page import ProofPage

        page = ProofPage(self._look)
        page.again.connect(self._try_again)
        page.closed.connect(self._back)
        page.place_wanted.connect(self._edit_at)
        self._pages.addWidget(page)
        return page

    @cached_property
    def questions(self) -> NewScenarioPage:
        """The page of *New scenario*, made when it is first asked for; what is answered there stays until a draft is made."""
        from simulator.ui.studio.new_scenario_page import NewScenarioPage

        page = NewScenarioPage(self._studio.templates, self._look)
        page.wanted.connect(self._begin)
        page.closed.connect(self.show_shelf)
        page.told.connect(self.refused)
        self._pages.addWidget(page)
        return page

    @cached_property
    def given(self) -> GivenVisit:
        """What goes between colleagues, loaded when something does or could."""
        from simulator.ui.studio.given.visit import GivenVisit

        visit = GivenVisit(self, self._look, self)
        visit.refused.connect(self.refused)
        visit.announced.connect(self.announced)
        return visit

    def _ask_for_file(self) -> None:
        self.given.ask_for_file()

    @property
    def own(self) -> OwnScenarios:
        """A person's own scenarios."""
        return self._studio.own

    def own_ids(self) -> dict[str, str]:
        """The paths of a person's own scenarios, by their ids."""
        cards = (item.card for item in self._studio.shelf() if item.card.root == self.own.folder)
        return {card.id: card.path for card in cards}

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._pages.currentWidget()

    @property
    def trying(self) -> bool:
        """Whether something is being tried."""
        return self._attempt is not None

    def show_shelf(self) -> None:
        """Show every scenario file; what is being tried is stopped, and what is being edited is kept."""
        self.stop()
        self._leave_editor()
        self.shelf.show_shelf(self._studio.shelf(), self._card)
        self.shelf.unsaved.show_unsaved(self._studio.own.unsaved())
        self.shelf.show_people(self._studio.shared.all())
        self._pages.setCurrentWidget(self.shelf)

    def bring(self, paths: Sequence[Path]) -> None:
        """Put files and folders from anywhere on the shelf, once they were read; what cannot be there is said."""
        studio, paths = self._studio, self.given.take(paths)
        if not paths:
            return

        def look() -> tuple[list[Brought], list[ServiceError]]:
            found: list[Brought] = []
            refused: list[ServiceError] = []
            for path in paths:
                try:
                    found.append(studio.look_at(path))
                except ServiceError as refusal:
                    refused.append(refusal)
            return found, refused

        self._bringing.ask(look, lambda told: self._brought(*told))

    def _brought(self, found: Sequence[Brought], refused: Sequence[ServiceError]) -> None:
        for brought in reversed(found):
            self._card = self._studio.bring(brought)
        if found and not self.trying:
            self.show_shelf()
        if refused:
            self.refused.emit("\n".join(self._look.say(one.message) for one in refused))

    def come_back(self) -> None:
        """Go on with the file that was open when the window was made anew."""
        opened = self._studio.own.opened
        if opened is not None:
            self._show_editor(opened)

    def stop(self) -> None:
        """Let work under way end soon, and its result go unheard."""
        self._proofs.forget()
        self._openings.forget()
        if self.editor is not None:
            self.editor.keep()
        if self._attempt is not None:
            self._attempt.stop()
            self._attempt.progressed.disconnect()
            self._attempt = None

    def show_questions(self) -> None:
        """Ask what a new scenario is about."""
        self.stop()
        self._pages.setCurrentWidget(self.questions)

    def show_page(self, page: QWidget) -> None:
        """Show a page that is not always there; what is being tried is stopped, and what is being edited is kept."""
        self.stop()
        self._leave_editor()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def drop_page(self, page: QWidget) -> None:
        """Take such a page away."""
        self._pages.removeWidget(page)
        page.deleteLater()

    def show_opened(self, opened: FileOnDisk) -> None:
        """Show a file that was opened from elsewhere in the editor."""
        self._card = None
        self._show_editor(opened)

    def _begin(self) -> None:
        """Open what was answered as a draft of one's own; somebody new is put on the disk first."""
        page, studio = self.questions, self._studio
        template, answers = page.template, page.answers()
        try:
            if page.new_name:
                told = {**page.about_new.told(), "style": studio.templates.usual_style(template)}
                person = studio.shared.make_like(ANYBODY, page.new_name, page.faces.chosen, told)
                answers = replace(answers, person=person)
            wanted = as_id(answers.title) or template
            opened = studio.own.begin(wanted, lambda id_: studio.templates.filled(template, answers, id_))
        except ServiceError as refused:
            self.refused.emit(self._look.say(refused.message))
            return
        self._card = None
        editor = self._show_editor(opened)
        editor.show_form()
        editor.way.show_place(FIRST_SIGN)
        self._pages.removeWidget(page)
        page.deleteLater()
        del self.questions

    def edit(self, card: Card) -> bool:
        """Open a scenario in the editor; says whether it could be opened."""
        try:
            opened = self._studio.own.open(card.root, card.path)
        except ServiceError as refused:
            self.refused.emit(self._look.say(refused.message))
            return False
        self._card = card
        self._show_editor(opened)
        return True

    def show_place(self, place: StudioPlace) -> bool:
        """Open a scenario at a moment or an answer, or with a group's ways on its map; says whether it is in the library.

        What was being edited stays kept.
        """
        from simulator.ui.studio.place_visit import show_place

        card = next((item.card for item in self._studio.shelf() if item.card.id == place.scenario), None)
        if card is None:
            return False
        self._leave_editor()
        if not self.edit(card) or self.editor is None:
            return False
        show_place(self.editor, place)
        return True

    def _edit(self, item: StudioItem) -> None:
        """Open a scenario in the editor; a large one is read meanwhile, and the shelf says so."""
        card, own = item.card, self.own
        if not own.is_large(card.root, card.path):
            self.edit(card)
            return
        words = self._look.say(say.OPENING(title=card.title))
        self.shelf.say(words)
        self.announced.emit(words)
        self._openings.ask(
            lambda: own.prepared(card.root, card.path), lambda opened: self._opened(card, opened), self._failed
        )

    def _opened(self, card: Card, opened: FileOnDisk) -> None:
        self._card = card
        self.own.opened = opened
        self._show_editor(opened)

    def _edit_at(self, fault: Diagnostic) -> None:
        """Open the scenario whose proof is shown, where something in it is to be mended."""
        if self._card is not None and (self.editor is not None or self.edit(self._card)) and self.editor is not None:
            self._pages.setCurrentWidget(self.editor)
            self.editor.show_finding(fault)

    def _take_up(self, work: UnsavedScenario) -> None:
        try:
            opened = self._studio.own.take_up(work)
        except ServiceError as refused:
            self.refused.emit(self._look.say(refused.message))
            return
        self._show_editor(opened)

    def _give_up(self, work: UnsavedScenario) -> None:
        self._studio.own.give_up(work)
        self.shelf.unsaved.show_unsaved(self._studio.own.unsaved())

    def _show_editor(self, opened: FileOnDisk) -> EditorPage:
        from simulator.ui.studio.editor.page import EditorPage

        self.stop()
        self._put_away_editor()
        page = self.editor = EditorPage(opened, self.own, self._look, self._wishes, in_text=self._in_text)
        page.wishes_changed.connect(self._wish)
        page.closed.connect(self.show_shelf)
        page.told.connect(lambda message: self.refused.emit(self._look.say(message)))
        page.announced.connect(self.announced)
        page.check_wanted.connect(self._check)
        if page.shared is None:
            page.publish.practice_wanted.connect(self.practice_wanted)
        self.given.add_to(page)
        page.file_wanted.connect(lambda path: self.people.open_from(page, path))
        page.finding_wanted.connect(lambda finding: self.people.mend_from(page, finding))
        self.people.furnish(page)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        page.writing.take_keyboard()
        return page

    def _put_away_editor(self) -> None:
        page, self.editor = self.editor, None
        if page is not None:
            # Whoever was in a form meets no text in the next file.
            self._in_text = page.writing.is_in_text
            self._pages.removeWidget(page)
            page.deleteLater()

    def _wish(self, wishes: StudioWishes) -> None:
        self._wishes = wishes
        self.wishes_changed.emit(wishes)

    def _leave_editor(self) -> None:
        if self.editor is None:
            return
        self.editor.keep()
        opened = self._studio.own.opened
        if opened is not None:
            card = self._studio.card_of(opened)
            self._card = card or self._card
            found = self.editor.proof.prover.of_now if self.editor.shared is None else None
            if card is not None and found is not None:
                self._studio.remember(card, found)
        self._studio.own.close()
        self._put_away_editor()

    def _check(self) -> None:
        """Try everything in the file that is being edited, as it was saved."""
        opened = self._studio.own.opened
        card = self._studio.card_of(opened) if opened is not None else None
        if card is not None:
            self._try(card)

    def _back(self) -> None:
        """Back to where what is shown was asked for."""
        self.stop()
        if self.editor is None:
            self.show_shelf()
            return
        self._pages.setCurrentWidget(self.editor)
        self.editor.writing.take_keyboard()

    def _stop_trying(self) -> None:
        title = self._card.title if self._card is not None else ""
        self._back()
        words = say.STOPPED(title=title)
        if self.editor is None:
            self.shelf.say(self._look.say(words))
        else:
            self.editor.tell(words)
        self.announced.emit(self._look.say(words))

    def _open(self, item: StudioItem) -> None:
        if item.proof is None:
            self._try(item.card)
            return
        self._card = item.card
        self._show_proof(item.proof)

    def _try_again(self) -> None:
        if self._card is not None:
            self._try(self._card)

    def _try(self, card: Card) -> None:
        self.stop()
        self._card = card
        attempt = self._attempt = Attempt()
        attempt.progressed.connect(self.trying_page.show_progress)
        self.trying_page.show_card(card)
        self._pages.setCurrentWidget(self.trying_page)
        self.trying_page.take_keyboard()
        self._proofs.ask(lambda: self._studio.prove(card, attempt.tell), self._found, self._failed)

    def _found(self, proof: Proof) -> None:
        self.stop()
        self._show_proof(proof)

    def _show_proof(self, proof: Proof) -> None:
        page = self.proof
        self._pages.setCurrentWidget(page)
        page.show_proof(proof, self._studio.findings(proof))
        page.head.back_button.show_words(self._look.say((say.CLOSE if self.editor is None else say.BACK_TO_EDITOR)()))
        if proof.scenario is not None:
            self.proof_shown.emit(proof.scenario.id)

    def _failed(self, fault: Exception) -> None:
        self._back()
        if not isinstance(fault, ServiceError):
            raise fault
        self.refused.emit(self._look.say(fault.message))

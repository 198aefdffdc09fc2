"""The editor of the Studio: one open scenario with its faces, what is to be mended in it, and the ways to save and to go back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.canvas import AS_CANVAS
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Path
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.shared_files import SHARED_KINDS
from simulator.ui.look import Look
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.face_stack import LowPage
from simulator.ui.studio.editor.faces import as_face
from simulator.ui.studio.editor.file_tools import FileTools
from simulator.ui.studio.editor.first_evening import FirstEvening
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.page_keys import Deed, listen
from simulator.ui.studio.editor.play_visit import PlayVisit
from simulator.ui.studio.editor.proof_panel import ProofPanel
from simulator.ui.studio.editor.proof_visit import ProofVisit
from simulator.ui.studio.editor.publish_panel import PublishPanel
from simulator.ui.studio.editor.publish_visit import PublishVisit
from simulator.ui.studio.editor.safe_keeping import SafeKeeping
from simulator.ui.studio.editor.shared_faces import SharedFaces
from simulator.ui.studio.editor.strip import Strip
from simulator.ui.studio.editor.way_there import WayThere
from simulator.ui.studio.editor.writing_area import WritingArea
from simulator.ui.studio.wishes import StudioWishes
from simulator.ui.widgets.layouts import column, scrolling


class EditorPage(QWidget):
    """Everything here acts on one file; closing loses nothing, because what is not saved stays kept."""

    closed = Signal()
    told = Signal(Message)
    announced = Signal(str)
    file_wanted = Signal(str)
    """Somebody wants to see a file that this one names, such as the patient of a scenario."""

    finding_wanted = Signal(object)
    """Somebody wants to mend what stands in another file, or in that of the person: a ``Diagnostic``."""

    check_wanted = Signal()
    """Somebody wants everything in the saved file tried."""

    wishes_changed = Signal(object)
    """Somebody wants to see something else: ``StudioWishes``."""

    def __init__(
        self, disk: FileOnDisk, own: OwnScenarios, look: Look, wishes: StudioWishes, *, in_text: bool = True
    ) -> None:
        super().__init__()
        self._disk, self._own, self._look = disk, own, look
        self.wishes = wishes
        self.file = OpenFile(disk.file, self)
        self.file.refused.connect(self.told)
        self.head = Head(look)
        self._keep_safe()
        # In a window that is too small for all that is open the page scrolls; in others the text does, and the form.
        inside = LowPage()
        column(self).addWidget(scrolling(inside, look.say(say.PAGE_NAME())))
        box = column(inside, spacing=0)
        box.addWidget(self.head)
        self._add_tools()
        box.addWidget(self.tools.copies)
        self.shared: SharedFaces | None = None
        if kind_of(disk.file.source.text) in SHARED_KINDS:
            self._add_shared(box)
        else:
            self._add_scenario(box)
        # Below the faces, so that nothing moves under the hand when something is told or put away.
        box.addWidget(self.strip)
        listen(self, self._deeds())
        self._begin_evening()
        self._was_shown = False
        self.show_face(self._evening.first_face(in_text=in_text))
        self.head.show_title(self.title)
        self._show_state()
        self._safe.outside.tell_first()

    # How it is put together.

    def _keep_safe(self) -> None:
        self.strip = Strip(self._look)
        self._safe = SafeKeeping(self._disk, self.file, self.strip)
        self._safe.changed.connect(self._show_state)
        self._safe.told.connect(self.told)
        self._safe.announced.connect(self._announce)
        self._safe.plans_played.connect(self._tell_aloud)
        self.file.reading_changed.connect(lambda: self.head.show_title(self.title))

    def _add_tools(self) -> None:
        self.tools = FileTools(self.file, self._disk, self._own, self._look)
        self.tools.told.connect(self.told)
        self.tools.announced.connect(self.announced)
        self.tools.panels.opening.connect(self._hand_over)

    def _add_scenario(self, box: QVBoxLayout) -> None:
        """A scenario: it is played, proved, published, printed and given to a colleague."""
        file, look = self.file, self._look
        self.proof = ProofPanel(file, look)
        self.proof.announced.connect(self.announced)
        prover, begun = self.proof.prover, self._own.begun_answers
        self.publishing = PublishPanel(file, self._disk, prover, look, begun, self.wishes.name)
        self.publishing.announced.connect(self.announced)
        box.addWidget(self.publishing, 1)
        box.addWidget(self.tools.panels)
        self.tools.add_printing()
        self.tools.add_giving(self.wishes.name)
        writing = self._begin_writing()
        self._find_way()
        self.publishing.closed.connect(writing.take_keyboard)
        self.proof.finding_wanted.connect(self.way.show_finding)
        self.tools.place_wanted.connect(self.way.show_offset)
        self.mend.follow(prover)
        self.canvas = CanvasFace(file, look)
        self.canvas.opened.connect(lambda _place: self.show_form())
        self.canvas.begun.connect(self.way.write_in)
        self.writing.add(AS_CANVAS, self.canvas)
        beside = ProofVisit(
            self.proof,
            writing,
            self.head,
            self.canvas,
            look,
            wished=self.wishes.proof,
            go=self.way.show_place,
            show_map=self.show_map,
        )
        beside.wished.connect(lambda shown: self._wish(replace(self.wishes, proof=shown)))
        box.addWidget(beside, 1)
        self._playing = PlayVisit(self.canvas, beside, self._disk, self._hand_over)
        self._playing.told.connect(self.told)
        self.form.write_on.play_wanted.connect(self._playing.play)
        self.publish = PublishVisit(
            self.publishing,
            beside,
            self.head,
            self.strip,
            settle=writing.settle,
            save=self.save,
            title=lambda: self.title,
        )
        self.publish.lead(self.mend, self.way)
        self.publish.announced.connect(self._announce)

    def _add_shared(self, box: QVBoxLayout) -> None:
        """A patient or a reaction graph, which is played and published in scenarios only."""
        head = self.head
        for of_scenarios in (head.play_button, head.check_button, head.publish_button, head.proof_button):
            of_scenarios.hide()
        box.addWidget(self.tools.panels)
        box.addWidget(self._begin_writing(), 1)
        self.shared = SharedFaces(self.file, self._look)
        self.shared.announced.connect(self.announced)
        self.shared.form_wanted.connect(self.show_form)
        for called, face in self.shared.faces:
            self.writing.add(called, face)
        self._find_way()

    def _begin_writing(self) -> WritingArea:
        writing = self.writing = WritingArea(self.file, self.head, self._look)
        writing.told.connect(self.told)
        writing.announced.connect(self.announced)
        writing.face_wanted.connect(self.show_face)
        self.tools.closed.connect(writing.take_keyboard)
        self.text, self.form, self.mend = writing.text, writing.form, writing.mend
        self.form.form.file_wanted.connect(self.file_wanted)
        return writing

    def _find_way(self) -> None:
        self.way = WayThere(self.file, self.writing, self.shared, self.show_face, self._hand_over)
        self.way.elsewhere_wanted.connect(self.finding_wanted)
        self.mend.wanted.connect(self.way.show_finding)

    def _begin_evening(self) -> None:
        evening = self._evening = FirstEvening(
            self.head,
            self.writing,
            self.tools.replace_button,
            self.shared,
            None if self.shared is not None else self.canvas,
            more=self.wishes.more,
            turn=self.show_face,
        )
        evening.wished.connect(lambda more: self._wish(replace(self.wishes, more=more)))
        evening.announced.connect(self._announce)

    def _deeds(self) -> Iterator[Deed]:
        """What can be done here by a button of the head, and by keys."""
        head, keys = self.head, QKeySequence.StandardKey
        yield Deed(self.save, head.save_button, keys.Save)
        yield Deed(self.undo, head.undo_button, keys.Undo, held=True)
        yield Deed(self.redo, head.redo_button, keys.Redo, held=True)
        yield Deed(self.tools.copies.open, head.copies_button)
        yield Deed(self.tools.panels.turn, head.tools_button)
        yield Deed(self.closed.emit, head.close_button)
        if self.shared is None:
            # On the map it plays from the card that is chosen.
            elsewhere = (head, self.text, self.form, self.mend)
            yield Deed(self._playing.play, head.play_button, "F5", within=elsewhere)
            yield Deed(head.proof_button.click, None, "Ctrl+P")
            yield Deed(self._check, head.check_button)
            yield Deed(self.publish.ask, head.publish_button)

    # What it shows.

    def showEvent(self, event: QShowEvent) -> None:
        """The face that is shown first fills itself once it can be seen."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            as_face(self.writing.shown).show_place(self.file.place)

    @property
    def disk(self) -> FileOnDisk:
        """The file on the disk."""
        return self._disk

    @property
    def title(self) -> str:
        """What the scenario is called, or the person."""
        written = self._disk.file.written
        title = written.node(("title",)) or written.node(("name",))
        return title.strip() if isinstance(title, str) and title.strip() else self._disk.path

    @property
    def stand(self) -> tuple[str, Path]:
        """Where somebody is: what the face is called in the catalogue, and the place in the file."""
        return next(name for name, face in self.writing.faces.items() if face is self.writing.shown), self.file.place

    def take_stand(self, stand: tuple[str, Path]) -> None:
        """Come back to where somebody was."""
        called, place = stand
        self.file.go_to(place)
        self.show_face(self.writing.faces.get(called, self.form))

    def show_face(self, face: QWidget) -> None:
        """Turn to a face, at the place where one is."""
        self._hand_over()
        self.writing.show_face(face)
        if self.shared is None:
            self.proof.show_for(in_text=self.writing.is_in_text)
        self._evening.show()
        if self.isVisible():
            as_face(face).show_place(self.file.place)
            as_face(face).take_keyboard()

    def show_text(self) -> None:
        """Turn to the text."""
        self.show_face(self.text)

    def show_form(self) -> None:
        """Turn to the form."""
        self.show_face(self.form)

    def show_map(self) -> None:
        """Turn to the map."""
        self.show_face(self.canvas)

    def show_finding(self, finding: Diagnostic) -> None:
        """Show where something is to be mended, and choose it in the list."""
        self.mend.choose(finding)
        self.way.show_finding(finding)

    def tell(self, words: Message) -> None:
        """Tell something below the faces until it is put away."""
        self.strip.show_matter("told", words, (say.PUT_AWAY(), None))

    def _tell_aloud(self, words: Message) -> None:
        self.tell(words)
        self._announce(words)

    def _announce(self, words: Message) -> None:
        self.announced.emit(self._look.say(words))

    def _wish(self, wishes: StudioWishes) -> None:
        self.wishes = wishes
        self.wishes_changed.emit(wishes)

    def _show_state(self) -> None:
        self.head.show_state(self._disk)

    # What is done with the file.

    def keep(self) -> None:
        """Keep what is not saved now, because the page or the program is being closed."""
        self.writing.settle()
        self._safe.keeper.keep()
        if self.shared is None:
            self.proof.close_panel()

    def save(self) -> bool:
        """Save the file; says whether it is on the disk now."""
        self.writing.settle()
        return self._safe.saver.save()

    def undo(self) -> None:
        """Undo the last step of any face."""
        self.writing.settle()
        name = self._disk.file.undo_name
        if name is not None:
            self.file.undo()
            self._announce(say.UNDID(what=name))

    def redo(self) -> None:
        """Do again what was undone."""
        name = self._disk.file.redo_name
        if name is not None:
            self.file.redo()
            self._announce(say.REDID(what=name))

    def _hand_over(self) -> None:
        """What is half written is read before one goes on elsewhere, and the questions before publishing make way."""
        self.writing.settle()
        self.file.settle()
        if self.shared is None:
            self.publishing.leave()

    def _check(self) -> None:
        if not self._disk.changed or self.save():
            self.check_wanted.emit()

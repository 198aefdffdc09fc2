"""The editor of the Studio: one open scenario with its faces, what is to be mended in it, and the ways to save and to go back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import first_evening, giving, replacing, sheets
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.canvas import AS_CANVAS
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.editing.places_in_text import path_at, thing_at
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Path
from simulator.scenario.to_write import TOLD_AS, to_write
from simulator.services.about_lines import Wanted, lines_wanted
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.live_proof import place_of
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.planned_paths import keep_path
from simulator.services.shared_files import SHARED_KINDS
from simulator.session.errors import ServiceError
from simulator.ui.look import Look
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.copies_panel import CopiesPanel
from simulator.ui.studio.editor.face_stack import FaceStack, LowPage
from simulator.ui.studio.editor.faces import as_face
from simulator.ui.studio.editor.first_evening import FirstEvening
from simulator.ui.studio.editor.form_face import FormFace
from simulator.ui.studio.editor.give_panel import GivePanel
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.keeper import Keeper
from simulator.ui.studio.editor.mend_panel import MendPanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outside_changes import OutsideChanges
from simulator.ui.studio.editor.print_panel import PrintPanel
from simulator.ui.studio.editor.proof_panel import ProofPanel
from simulator.ui.studio.editor.proof_visit import ProofVisit
from simulator.ui.studio.editor.publish_panel import PublishPanel
from simulator.ui.studio.editor.publish_visit import PublishVisit
from simulator.ui.studio.editor.replace_panel import ReplacePanel
from simulator.ui.studio.editor.saver import Saver
from simulator.ui.studio.editor.shared_faces import SharedFaces
from simulator.ui.studio.editor.strip import Strip
from simulator.ui.studio.editor.text_face import TextFace
from simulator.ui.studio.editor.tool_panels import ToolPanels
from simulator.ui.studio.wishes import StudioWishes
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.layouts import column, scrolling

_OF_WRITING = ("1", "2")
"""How the codes of faults begin that are about signs and lines, which only the text shows."""

_ALL_ROOM = 10_000
"""Pixels, more than any screen has."""


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
        self.wishes, self._in_text = wishes, in_text
        self._faces_called: dict[str, QWidget] = {}
        self.file = OpenFile(disk.file, self)
        self.file.refused.connect(self.told)
        self.head = Head(look)
        self._keep_safe(look)
        # In a window that is too small for all that is open the page scrolls; in others the text does, and the form.
        inside = LowPage()
        column(self).addWidget(scrolling(inside, look.say(say.PAGE_NAME())))
        box = column(inside, spacing=0)
        box.addWidget(self.head)
        self.shared: SharedFaces | None = None
        if kind_of(disk.file.source.text) in SHARED_KINDS:
            self._add_shared(box, look)
        else:
            self._add_scenario(box, look)
        # Below the faces, so that nothing moves under the hand when something is told or put away.
        box.addWidget(self.strip)
        self._listen()
        canvas = None if self.shared is not None else self.canvas
        self._evening = FirstEvening(self.head, self.form, self.text, self.replace_button, self.shared, canvas)
        self._was_shown = False
        self.show_face(self.first_face())
        self.head.show_title(self.title)
        self._show_state()
        self._outside.tell_first()

    # How it is put together.

    def _keep_safe(self, look: Look) -> None:
        """What saves the file, keeps what is not saved, and notices what other programs do to it."""
        disk, file = self._disk, self.file
        self.strip = Strip(look)
        self._outside = OutsideChanges(disk, file, self.strip)
        self._outside.settled.connect(self._show_state)
        self._outside.announced.connect(lambda message: self.announced.emit(look.say(message)))
        self._keeper = Keeper(disk, self)
        self._keeper.failed.connect(self.told)
        self._keeper.changed_outside.connect(self._outside.tell)
        self._saver = Saver(disk, file, self.strip, self._outside, self._keeper, self)
        self._saver.told.connect(self.told)
        self._saver.plans_played.connect(self._tell_aloud)
        self._saver.saved.connect(self._show_state)
        self._saver.saved.connect(lambda: self.announced.emit(look.say(say.SAVED_NOW(path=disk.path))))
        file.history_changed.connect(self._show_state)
        file.history_changed.connect(self._keeper.touch)
        file.reading_changed.connect(lambda: self.head.show_title(self.title))

    def _add_scenario(self, box: QVBoxLayout, look: Look) -> None:
        """A scenario: it is played, proved, published, printed and given to a colleague."""
        self._add_copies(box, look)
        self.proof = ProofPanel(self.file, look)
        self.proof.announced.connect(self.announced)
        self.proof.finding_wanted.connect(self._show_finding)
        prover, begun = self.proof.prover, self._own.begun_answers
        self.publishing = PublishPanel(self.file, self._disk, prover, look, begun, self.wishes.name)
        self.publishing.published.connect(self._save_published)
        self.publishing.announced.connect(self.announced)
        self.publishing.closed.connect(self.take_keyboard)
        box.addWidget(self.publishing, 1)
        self._add_tools(box, look)
        self.printing = PrintPanel(self.file, look)
        self.printing.told.connect(self.told)
        self.tools.add(sheets.ASIDE(), self.printing)
        self.giving = GivePanel(self._disk, self._own, look, name=self.wishes.name)
        self.giving.place_wanted.connect(lambda offset: self.show_place(thing_at(self.file.written, offset)))
        self.giving.told.connect(self.told)
        self.giving.announced.connect(self.announced)
        self.tools.add(giving.GIVE(), self.giving)
        faces = self._faces(look)
        self.mend.follow(self.proof.prover)
        self.canvas = CanvasFace(self.file, look)
        self.canvas.opened.connect(lambda _place: self.show_form())
        self.canvas.begun.connect(self._write_in)
        self.canvas.plan_wanted.connect(self._keep_plan)
        self._add_face(AS_CANVAS, self.canvas)
        self._beside = ProofVisit(
            self.proof,
            faces,
            self.head,
            self.canvas,
            look,
            wished=self.wishes.proof,
            go=self.show_place,
            show_map=self.show_map,
        )
        self.head.play_button.clicked.connect(lambda _checked=False: self._play())
        self.form.write_on.play_wanted.connect(self._play)
        # On the map it plays from the card that is chosen.
        for elsewhere in (self.head, self.text, self.form, self.mend):
            shortcut = QShortcut(QKeySequence("F5"), elsewhere, self._play)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
        self._beside.wished.connect(lambda shown: self.wish(replace(self.wishes, proof=shown)))
        box.addWidget(self._beside, 1)
        self.publish = PublishVisit(self.publishing, self._beside, self.head, self.strip, look)
        self.publish.lead(self.mend, self._show_in_form, self._write_in)

    def _add_shared(self, box: QVBoxLayout, look: Look) -> None:
        """A patient or a reaction graph, which is played and published in scenarios only."""
        head = self.head
        for of_scenarios in (head.play_button, head.check_button, head.publish_button, head.proof_button):
            of_scenarios.hide()
        self._add_copies(box, look)
        self._add_tools(box, look)
        box.addWidget(self._faces(look), 1)
        self.shared = SharedFaces(self.file, look)
        self.shared.announced.connect(self.announced)
        self.shared.form_wanted.connect(self.show_form)
        for called, face in self.shared.faces:
            self._add_face(called, face)

    def _add_copies(self, box: QVBoxLayout, look: Look) -> None:
        self.copies = CopiesPanel(self._disk, look)
        self.copies.restored.connect(self._restore)
        self.copies.closed.connect(self.take_keyboard)
        box.addWidget(self.copies)

    def _add_tools(self, box: QVBoxLayout, look: Look) -> None:
        self.tools = ToolPanels(look)
        self.tools.opening.connect(self._hand_over)
        self.tools.closed.connect(self.take_keyboard)
        self.replacing = ReplacePanel(self.file, self._own, look)
        self.replacing.announced.connect(self.announced)
        self.replace_button = self.tools.add(replacing.ASIDE(), self.replacing)
        box.addWidget(self.tools)

    def _faces(self, look: Look) -> QWidget:
        """The faces, and what is to be mended below them."""
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        self._stack = FaceStack()
        split.addWidget(self._stack)
        self.mend = MendPanel(self.file, look)
        self.mend.wanted.connect(self._show_finding)
        self.mend.announced.connect(self.announced)
        split.addWidget(self.mend)
        # The room belongs to what is written; whoever wants to see more of the list pulls it up.
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 0)
        self.text = TextFace(self.file, look)
        self.text.told.connect(self.told)
        self.text.announced.connect(self.announced)
        self.text.next_wanted.connect(self.mend.go_on)
        self._add_face(say.AS_TEXT, self.text)
        self.form = FormFace(self.file, look)
        self.form.announced.connect(self.announced)
        self.form.text_wanted.connect(self.show_text)
        self.form.form.file_wanted.connect(self.file_wanted)
        self.form.form.change_wanted.connect(self._show_later_key)
        self._add_face(say.AS_FORM, self.form)
        split.setSizes([_ALL_ROOM, 0])
        return split

    def _add_face(self, called: Sentence, face: QWidget) -> None:
        self._stack.addWidget(face)
        self._faces_called[called.id] = face
        self.head.add_face(called, face, lambda: self.show_face(face))

    def _listen(self) -> None:
        head = self.head
        presses: tuple[tuple[Button, Callable[[], object]], ...] = (
            (head.save_button, self.save),
            (head.undo_button, self.undo),
            (head.redo_button, self.redo),
            (head.copies_button, self.copies.open),
            (head.check_button, self._check),
            (head.publish_button, self._ask_to_publish),
            (head.tools_button, self.tools.turn),
            (head.more_button, self._turn_more),
            (head.close_button, self.closed.emit),
        )
        for button, act in presses:
            button.clicked.connect(lambda _checked=False, do=act: do())
        shortcuts: tuple[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], object]], ...] = (
            (QKeySequence.StandardKey.Save, self.save),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            ("Ctrl+P", head.proof_button.click),
        )
        for keys, act in shortcuts:
            for sequence in QKeySequence.keyBindings(keys) if isinstance(keys, QKeySequence.StandardKey) else [keys]:
                shortcut = QShortcut(QKeySequence(sequence), self, act)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(act is not self.save)

    # What it shows.

    def showEvent(self, event: QShowEvent) -> None:
        """The face that is shown first fills itself once it can be seen."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            as_face(self._stack.currentWidget()).show_place(self.file.place)

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
    def shown_face(self) -> QWidget | None:
        """The face that is shown."""
        return self._stack.currentWidget()

    def first_face(self) -> QWidget:
        """The text once more is wanted than a first evening needs, and somebody was not elsewhere; else the lines, or the form."""
        if self.wishes.more and self._in_text:
            return self.text
        lines = self.shared.lines if self.shared is not None else None
        return lines or self.form

    @property
    def is_in_text(self) -> bool:
        """Whether the text is what is shown."""
        return self.shown_face is self.text

    @property
    def stand(self) -> tuple[str, Path]:
        """Where somebody is: what the face is called in the catalogue, and the place in the file."""
        return next(name for name, face in self._faces_called.items() if face is self.shown_face), self.file.place

    def take_stand(self, stand: tuple[str, Path]) -> None:
        """Come back to where somebody was."""
        called, place = stand
        self.file.go_to(place)
        self.show_face(self._faces_called.get(called, self.form))

    def show_face(self, face: QWidget) -> None:
        """Turn to a face, at the place where one is."""
        self._hand_over()
        self._stack.setCurrentWidget(face)
        self.head.show_face(face)
        self.mend.show_for(in_text=self.is_in_text)
        if self.shared is None:
            self.proof.show_for(in_text=self.is_in_text)
        self._evening.show(self.wishes.more)
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

    def take_keyboard(self) -> None:
        """Put the keyboard where one goes on."""
        as_face(self._stack.currentWidget()).take_keyboard()

    def show_place(self, place: Path) -> None:
        """Go to a moment, a response or a wording: on the face that is shown, if that can show it."""
        self._hand_over()
        face = self._face_for(place)
        if place[-1:] == ("say",):
            # What is said in an answer is written in the form, or in the text for whoever is there.
            face, place = self.text if self.is_in_text else self.form, place[:-1]
        # An answer is shown in the form beside the others, by which it is measured.
        in_moment = face is self.form and place[-2:-1] == ("responses",)
        around = place[:-2] if in_moment else place
        self.file.go_to(around)
        if face is not self.shown_face:
            self.show_face(face)
        as_face(face).show_place(around)
        as_face(face).take_keyboard()
        if in_moment:
            self.form.come_to((*place, "say"))

    def show_finding(self, finding: Diagnostic) -> None:
        """Show where something is to be mended, and choose it in the list."""
        self.mend.choose(finding)
        self._show_finding(finding)

    def _show_finding(self, finding: Diagnostic) -> None:
        self._hand_over()
        wanted = lines_wanted(finding)
        if finding.span.file != self.file.path or (wanted is not None and self.shared is None):
            self.finding_wanted.emit(finding)
            return
        if wanted is not None and not self.is_in_text:
            self.show_lines(*wanted)
            return
        place = place_of(finding, self.file.written)
        if finding.code == TOLD_AS and self.shown_face is not self.text:
            self._write_in(())
        elif place is None or finding.code.startswith(_OF_WRITING) or self._face_for(place) is self.text:
            self.show_text()
            self.text.show_finding(finding)
        else:
            self.show_place(place)
            path = path_at(self.file.written, self.file.written.spans.positions.offsets(finding.span)[0])
            if self.shown_face is self.form and len(path) > len(place):
                self.form.come_to(path)

    def show_lines(self, place: Path, wanted: Wanted) -> None:
        """Come to what a state of the person lacks."""
        lines = self.shared.lines if self.shared is not None else None
        if lines is not None:
            self.show_face(lines)
            lines.come_to(place, wanted)

    def _write_in(self, place: Path) -> None:
        """Come to the first text of a place that is still to be written, where it can be written."""
        if self.shown_face is not self.form:
            self.show_face(self.form)
        text = next(to_write(self.file.written.node(place), place), None)
        if text is not None:
            self.form.write_on.come_to(text)

    def _face_for(self, place: Path) -> QWidget:
        """The face that is shown, or the form; the text only where neither can show a place."""
        faces = (face for face in (self.shown_face, self.form) if face is not None)
        return next((face for face in faces if as_face(face).can_show(place)), self.text)

    def tell(self, words: Message) -> None:
        """Tell something below the faces until it is put away."""
        self.strip.show_matter("told", words, (say.PUT_AWAY(), _nothing))

    def _tell_aloud(self, words: Message) -> None:
        self.tell(words)
        self.announced.emit(self._look.say(words))

    def wish(self, wishes: StudioWishes) -> None:
        """Somebody wants to see something else, now and from now on."""
        self.wishes = wishes
        self.wishes_changed.emit(wishes)

    def _turn_more(self) -> None:
        self._want_more(self.head.more_button.isChecked())

    def _show_in_form(self, path: Path) -> None:
        """Show the form with the keyboard in one field of it."""
        self.show_form()
        self.file.go_to(path[:-1])
        self.form.come_to(path)

    def _show_later_key(self, path: Path) -> None:
        """Show what a first evening leaves out, with the keyboard in one field of it."""
        self._want_more(True)
        self.form.come_to(path)

    def _want_more(self, more: bool) -> None:
        self.wish(replace(self.wishes, more=more))
        if not more and self.shown_face in self._evening.later:
            self.show_face(self.first_face())
        self._evening.show(more)
        self.announced.emit(self._look.say((first_evening.MORE_SHOWN if more else first_evening.LESS_SHOWN)()))

    def _show_state(self) -> None:
        self.head.show_state(self._disk)

    # What is done with the file.

    def keep(self) -> None:
        """Keep what is not saved now, because the page or the program is being closed."""
        self._settle()
        self._keeper.keep()
        if self.shared is None:
            self.proof.close_panel()

    def save(self) -> bool:
        """Save the file; says whether it is on the disk now."""
        self._settle()
        return self._saver.save()

    def undo(self) -> None:
        """Undo the last step of any face."""
        self._settle()
        name = self._disk.file.undo_name
        if name is not None:
            self.file.undo()
            self.announced.emit(self._look.say(say.UNDID(what=name)))

    def redo(self) -> None:
        """Do again what was undone."""
        name = self._disk.file.redo_name
        if name is not None:
            self.file.redo()
            self.announced.emit(self._look.say(say.REDID(what=name)))

    def _settle(self) -> None:
        current = self._stack.currentWidget()
        if current is not None:
            as_face(current).settle()

    def _hand_over(self) -> None:
        """What is half written is read before one goes on elsewhere, and the questions before publishing make way."""
        self._settle()
        self.file.settle()
        if self.shared is None:
            self.publishing.leave()

    def _restore(self, copy: object) -> None:
        self.file.act(lambda: self._disk.restore(copy))  # type: ignore[arg-type]

    def _keep_plan(self, path: str) -> None:
        """Keep a play as a planned path beside the file."""
        try:
            self.canvas.play.say_kept(keep_path(self._disk.place, path))
        except ServiceError as refused:
            self.told.emit(refused.message)

    def _ask_to_publish(self) -> None:
        self._settle()
        self.publishing.open()

    def _save_published(self) -> None:
        if self.save():
            self.publishing.close_panel()
            self.announced.emit(self._look.say(self.publish.tell_published(self.title)))

    def _play(self) -> None:
        """Play from the beginning; from the moment that is chosen it is one press more."""
        self._hand_over()
        self._beside.play_from("")

    def _check(self) -> None:
        if not self._disk.changed or self.save():
            self.check_wanted.emit()


def _nothing() -> None:
    """What a button does that only puts a strip away."""

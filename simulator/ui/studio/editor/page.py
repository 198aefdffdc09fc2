"""The editor of the Studio: one open scenario with its faces, what is to be mended in it, and the ways to save and to go back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import first_evening, giving, live_proof, publishing, replacing, sheets
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.canvas import AS_CANVAS
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Path
from simulator.services.file_on_disk import ChangedOutside, FileOnDisk, LooksCut
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.planned_paths import keep_path, played_again
from simulator.services.shared_files import SHARED_KINDS
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.studio.canvas.face import CanvasFace
from simulator.ui.studio.editor.aside import Aside
from simulator.ui.studio.editor.copies_panel import CopiesPanel
from simulator.ui.studio.editor.faces import as_face
from simulator.ui.studio.editor.first_evening import FirstEvening
from simulator.ui.studio.editor.form_face import FormFace
from simulator.ui.studio.editor.give_panel import GivePanel
from simulator.ui.studio.editor.keeper import Keeper
from simulator.ui.studio.editor.mend_panel import MendPanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.outside_changes import OutsideChanges
from simulator.ui.studio.editor.print_panel import PrintPanel
from simulator.ui.studio.editor.proof_panel import ProofPanel
from simulator.ui.studio.editor.proof_visit import ProofVisit
from simulator.ui.studio.editor.publish_panel import PublishPanel
from simulator.ui.studio.editor.replace_panel import ReplacePanel
from simulator.ui.studio.editor.shared_faces import SharedFaces
from simulator.ui.studio.editor.strip import Strip
from simulator.ui.studio.editor.text_face import TextFace
from simulator.ui.studio.wishes import StudioWishes
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import column, scrolling
from simulator.ui.widgets.text import text_label


class EditorPage(QWidget):
    """Everything here acts on one file; closing loses nothing, because what is not saved stays kept."""

    closed = Signal()
    told = Signal(Message)
    announced = Signal(str)
    file_wanted = Signal(str)
    """Somebody wants to see a file that this one names, such as the patient of a scenario."""

    check_wanted = Signal()
    """Somebody wants everything in the saved file tried."""

    wishes_changed = Signal(object)
    """Somebody wants to see something else: ``StudioWishes``."""

    def __init__(self, disk: FileOnDisk, own: OwnScenarios, look: Look, wishes: StudioWishes) -> None:
        super().__init__()
        self._disk, self._own, self._look = disk, own, look
        self.wishes = wishes
        self._plays = kind_of(disk.file.source.text) not in SHARED_KINDS
        self.file = OpenFile(disk.file, self)
        self.file.refused.connect(self.told)
        self.strip = Strip(look)
        self._outside = OutsideChanges(disk, self.file, self.strip)
        self._outside.settled.connect(self._show_state)
        self._outside.announced.connect(lambda message: self.announced.emit(look.say(message)))
        self._keeper = Keeper(disk, self)
        self._keeper.failed.connect(self.told)
        self._keeper.changed_outside.connect(self._outside.tell)
        self.file.history_changed.connect(self._show_state)
        self.file.reading_changed.connect(lambda: self._title.setText(self.title))
        self.file.history_changed.connect(self._keeper.touch)
        self._faces: list[tuple[Button, QWidget]] = []
        self._shown_state: tuple[bool, Message | None, Message | None] | None = None
        # In a window that is too small for all that is open the page scrolls; in others the text does, and the form.
        inside = QWidget()
        column(self).addWidget(scrolling(inside, look.say(say.PAGE_NAME())))
        box = column(inside, spacing=0)
        box.addWidget(self._head())
        self.shared: SharedFaces | None = None
        box.addWidget(self.strip)
        self._add_panels(box, look)
        self._add_split(box, look)
        self._add_faces(look)
        self._listen()
        self._evening = FirstEvening(self)
        self._was_shown = False
        self.show_face(self.first_face())
        self._title.setText(self.title)
        self._show_state()
        self._outside.tell_first()

    def _add_panels(self, box: QVBoxLayout, look: Look) -> None:
        """What can be opened above the faces."""
        self.copies = CopiesPanel(self._disk, look)
        self.copies.restored.connect(self._restore)
        self.copies.closed.connect(self._take_keyboard)
        box.addWidget(self.copies)
        self.proof = ProofPanel(self.file, look)
        self.publishing = PublishPanel(self.file, self._disk, self.proof.prover, look)
        self.publishing.published.connect(self._save_published)
        self.publishing.announced.connect(self.announced)
        self.publishing.closed.connect(self._take_keyboard)
        box.addWidget(self.publishing)
        self._tools = Flow()
        self._tools.items.setContentsMargins(8, 4, 8, 4)
        self._tools.hide()
        box.addWidget(self._tools)
        self._asides = column(spacing=0)
        box.addLayout(self._asides)
        self.replacing = ReplacePanel(self.file, self._own, look)
        self.replacing.announced.connect(self.announced)
        self.replace_button = self._add_aside(replacing.ASIDE(), self.replacing)
        self.printing = PrintPanel(self.file, look)
        self.printing.told.connect(self.told)
        self.giving = GivePanel(self._disk, self._own, look)
        self.giving.place_wanted.connect(self._show_offset)
        self.giving.told.connect(self.told)
        self.giving.announced.connect(self.announced)
        if self._plays:
            self._add_aside(sheets.ASIDE(), self.printing)
            self._add_aside(giving.GIVE(), self.giving)

    def _add_split(self, box: QVBoxLayout, look: Look) -> None:
        """The face, and what is to be mended below it."""
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._split.addWidget(self._stack)
        self.mend = MendPanel(self.file, look)
        self.mend.wanted.connect(self._show_finding)
        self.mend.announced.connect(self.announced)
        self._split.addWidget(self.mend)
        self._split.setStretchFactor(0, 4)
        self._split.setStretchFactor(1, 1)
        if not self._plays:
            box.addWidget(self._split, 1)
            # What only scenarios need goes with the page all the same: a widget without a parent would be taken apart anywhere.
            for of_scenarios in (self.proof, self.printing, self.giving):
                of_scenarios.setParent(self)
                of_scenarios.hide()
            return
        self.proof_visit = ProofVisit(self)
        box.addWidget(self.proof_visit.beside(self._split), 1)

    def _add_faces(self, look: Look) -> None:
        self.text = TextFace(self.file, look)
        self.text.told.connect(self.told)
        self.text.announced.connect(self.announced)
        self.text.next_wanted.connect(self.mend.go_on)
        self._add_face(say.AS_TEXT, self.text)
        self.form = FormFace(self.file, look)
        self.form.announced.connect(self.announced)
        self.form.text_wanted.connect(self.show_text)
        self.form.form.file_wanted.connect(self.file_wanted)
        self._add_face(say.AS_FORM, self.form)
        self._plans: Background[Message | None] = Background(self)
        if not self._plays:
            self._add_shared_faces(look)
            return
        self.canvas = CanvasFace(self.file, look)
        self.canvas.opened.connect(lambda _place: self.show_form())
        self.canvas.plan_wanted.connect(self._keep_plan)
        self._add_face(AS_CANVAS, self.canvas)

    def _add_aside(self, called: Message, aside: Aside) -> Button:
        """Offer something more to do with the file under *Tools*: a panel above the faces."""
        button = Button(self._look.say(called), "quiet")
        button.clicked.connect(lambda _checked=False: self._open_aside(aside))
        self._tools.items.addWidget(button)
        self._asides.addWidget(aside)
        aside.closed.connect(self._take_keyboard)
        return button

    def _open_aside(self, aside: Aside) -> None:
        self._settle()
        self.file.settle()
        self._tools.hide()
        for number in range(self._asides.count()):
            item = self._asides.itemAt(number)
            if item is not None and (other := item.widget()) is not None:
                other.hide()
        aside.open()

    def _show_tools(self) -> None:
        self._tools.setVisible(self._tools.isHidden())
        first = self._tools.items.itemAt(0)
        if self._tools.isVisible() and first is not None and (button := first.widget()) is not None:
            button.setFocus()

    def _add_shared_faces(self, look: Look) -> None:
        """The faces of a patient or a reaction graph, which is played and published in scenarios only."""
        for of_scenarios in (self.check_button, self.publish_button, self.proof_button):
            of_scenarios.hide()
        self.shared = SharedFaces(self.file, look)
        self.shared.announced.connect(self.announced)
        self.shared.form_wanted.connect(self.show_form)
        for called, face in self.shared.faces:
            self._add_face(called, face)

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
    def look(self) -> Look:
        """How everything looks here."""
        return self._look

    def wish(self, wishes: StudioWishes) -> None:
        """Somebody wants to see something else, now and from now on."""
        self.wishes = wishes
        self.wishes_changed.emit(wishes)

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
        """The text once more is wanted than a first evening needs; until then the lines, or the form."""
        if self.wishes.more:
            return self.text
        lines = self.shared.lines if self.shared is not None else None
        return lines or self.form

    def offer_face(self, face: QWidget, offered: bool) -> None:
        """Offer a face, or leave it out as long as it is not what is shown."""
        for button, one in self._faces:
            if one is face:
                button.setVisible(offered or button.isChecked())

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
        self._take_keyboard()

    def show_place(self, place: Path) -> None:
        """Go to a moment, a response or a wording on the face that is shown."""
        self.file.settle()
        self.file.go_to(place)
        face = as_face(self._stack.currentWidget())
        face.show_place(place)
        face.take_keyboard()

    def tell(self, words: Message) -> None:
        """Tell something above the text until it is put away."""
        self.strip.show_matter("told", words, (say.PUT_AWAY(), _nothing))

    def show_finding(self, finding: Diagnostic) -> None:
        """Show where something is to be mended, and choose it in the list."""
        self.mend.choose(finding)
        self._show_finding(finding)

    def keep(self) -> None:
        """Keep what is not saved now, because the page or the program is being closed."""
        self._settle()
        self._keeper.keep()
        self.proof.close_panel()

    def save(self, *, even_if_cut: bool = False) -> bool:
        """Save the file; says whether it is on the disk now."""
        self._settle()
        try:
            self._disk.save(even_if_cut=even_if_cut)
        except ChangedOutside:
            self._outside.tell()
            return False
        except LooksCut as cut:
            self.strip.show_matter(
                "cut", cut.message, (say.DO_NOT(), _nothing), (say.SAVE_ANYWAY(), lambda: self.save(even_if_cut=True))
            )
            self.strip.buttons[0].setFocus()
            return False
        except ServiceError as refused:
            self.told.emit(refused.message)
            return False
        for matter in ("cut", "outside", "copy", "gone"):
            self.strip.settle(matter)
        self._disk.file.pause()
        self._keeper.watch()
        self._show_state()
        self.announced.emit(self._look.say(say.SAVED_NOW(path=self._disk.path)))
        place, reading = self._disk.place, self.file.reading
        self._plans.ask(lambda: played_again(place, reading), self._tell_of_plans)
        return True

    def _keep_plan(self, path: str) -> None:
        """Keep a play as a planned path beside the file."""
        try:
            self.canvas.play.say_kept(keep_path(self._disk.place, path))
        except ServiceError as refused:
            self.told.emit(refused.message)

    def _tell_of_plans(self, found: Message | None) -> None:
        if found is not None:
            self.told.emit(found)

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

    def _head(self) -> QWidget:
        head = QFrame()
        head.setProperty("kind", "bar")
        around = column(head)
        around.setContentsMargins(16, 8, 16, 8)
        holder = Flow()
        around.addWidget(holder)
        box = holder.items
        self._title = text_label("", "heading", wrap=False)
        self._state = text_label("", "small-quiet", wrap=False)
        self._switch = Flow(spacing=2)
        self._switch.setAccessibleName(self._look.say(say.FACES()))
        self.save_button = Button(self._look.say(say.SAVE()), "primary", hint="Ctrl+S")
        self.undo_button = Button(self._look.say(say.UNDO()))
        self.redo_button = Button(self._look.say(say.REDO()))
        self.copies_button = Button(self._look.say(say.COPIES()), "quiet")
        self.publish_button = Button(self._look.say(publishing.OPEN()), "quiet")
        self.proof_button = Button(self._look.say(live_proof.OPEN()), "quiet", hint="Ctrl+P")
        self.proof_button.setProperty("kind", "segment")
        self.proof_button.setCheckable(True)
        self.more_button = Button(self._look.say(first_evening.MORE()), "quiet")
        self.more_button.setToolTip(self._look.say(first_evening.MORE_HINT()))
        self.more_button.setAccessibleDescription(self._look.say(first_evening.MORE_HINT()))
        self.more_button.setProperty("kind", "segment")
        self.more_button.setCheckable(True)
        self.check_button = Button(self._look.say(say.CHECK()), "quiet")
        self.tools_button = Button(self._look.say(say.TOOLS()), "quiet")
        self.close_button = Button(self._look.say(say.CLOSE()), "quiet")
        for button, act in (
            (self.save_button, self.save),
            (self.undo_button, self.undo),
            (self.redo_button, self.redo),
            (self.copies_button, self._show_copies),
            (self.check_button, self._check),
            (self.publish_button, self._ask_to_publish),
            (self.tools_button, self._show_tools),
            (self.close_button, self.closed.emit),
        ):
            button.clicked.connect(lambda _checked=False, do=act: do())
        for widget in (
            self._title,
            self._state,
            self._switch,
            self.save_button,
            self.undo_button,
            self.redo_button,
            self.copies_button,
            self.proof_button,
            self.check_button,
            self.publish_button,
            self.tools_button,
            self.more_button,
            self.close_button,
        ):
            box.addWidget(widget)
        return head

    def _listen(self) -> None:
        acts: tuple[tuple[QKeySequence | QKeySequence.StandardKey | str, Callable[[], object]], ...] = (
            (QKeySequence.StandardKey.Save, self.save),
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence.StandardKey.Redo, self.redo),
            ("Ctrl+P", self.proof_button.click),
        )
        for keys, act in acts:
            for sequence in QKeySequence.keyBindings(keys) if isinstance(keys, QKeySequence.StandardKey) else [keys]:
                shortcut = QShortcut(QKeySequence(sequence), self, act)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.setAutoRepeat(act is not self.save)

    def _add_face(self, called: Sentence, face: QWidget) -> None:
        button = Button(self._look.say(called()), "plain")
        button.setProperty("kind", "segment")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.show_face(face))
        self._switch.items.addWidget(button)
        self._stack.addWidget(face)
        self._faces.append((button, face))

    def show_face(self, face: QWidget | None) -> None:
        """Turn to a face, at the place where one is."""
        if face is None:
            return
        self._settle()
        self.file.settle()
        self._stack.setCurrentWidget(face)
        for button, one in self._faces:
            button.setChecked(one is face)
        self._evening.show()
        if self.isVisible():
            as_face(face).show_place(self.file.place)
            as_face(face).take_keyboard()

    def _settle(self) -> None:
        current = self._stack.currentWidget()
        if current is not None:
            as_face(current).settle()

    def _take_keyboard(self) -> None:
        current = self._stack.currentWidget()
        if current is not None:
            as_face(current).take_keyboard()

    def _show_finding(self, finding: Diagnostic) -> None:
        place = self._evening.place_in_form(finding)
        if place is not None:
            self.show_face(self.form)
            self.show_place(place)
            return
        self.show_face(self.text)
        self.text.show_finding(finding)

    def _show_offset(self, offset: int) -> None:
        self.show_face(self.text)
        self.text.area.select(offset, offset)

    def _show_state(self) -> None:
        """What is saved, and what undo and redo would do."""
        changed = self._disk.changed
        shown = changed, self._disk.file.undo_name, self._disk.file.redo_name
        if shown == self._shown_state:
            return  # as at nearly every key
        self._shown_state = shown
        self._state.setText(f"{self._disk.path} · {self._look.say((say.NOT_SAVED if changed else say.SAVED)())}")
        self.save_button.setEnabled(changed)
        file = self._disk.file
        for button, name, short, long in (
            (self.undo_button, file.undo_name, say.UNDO, say.UNDO_IT),
            (self.redo_button, file.redo_name, say.REDO, say.REDO_IT),
        ):
            button.setEnabled(name is not None)
            words = self._look.say(long(what=name)) if name is not None else self._look.say(short())
            button.setToolTip(words)
            button.setAccessibleName(words)

    def _show_copies(self) -> None:
        self.copies.open()

    def _restore(self, copy: object) -> None:
        self.file.act(lambda: self._disk.restore(copy))  # type: ignore[arg-type]

    def _ask_to_publish(self) -> None:
        self._settle()
        self.publishing.open()

    def _save_published(self) -> None:
        if self.save():
            self.publishing.close_panel()
            words = publishing.PUBLISHED_NOW(title=self.title)
            self.tell(words)
            self.announced.emit(self._look.say(words))

    def _check(self) -> None:
        if not self._disk.changed or self.save():
            self.check_wanted.emit()


def _nothing() -> None:
    """What a button does that only puts a strip away."""

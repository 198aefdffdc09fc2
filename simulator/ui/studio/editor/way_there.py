"""Where a finding, a place or a text still to be written leads: to which face, and where in it the keyboard comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.editing.places_in_text import path_at, thing_at
from simulator.scenario.nodes import Path
from simulator.scenario.to_write import TOLD_AS, to_write
from simulator.services.about_lines import Wanted, lines_wanted
from simulator.services.live_proof import place_of
from simulator.ui.studio.editor.faces import as_face
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.shared_faces import SharedFaces
from simulator.ui.studio.editor.writing_area import WritingArea

_OF_WRITING: Final = ("1", "2")
"""How the codes of faults begin that are about signs and lines, which only the text shows."""


class WayThere(QObject):
    """Stays on the face that is shown, if that can show it; ``turn`` turns to another, ``hand_over`` has what is half written read first."""

    elsewhere_wanted = Signal(object)
    """What is to be mended stands in another file, or in that of the person: a ``Diagnostic``."""

    def __init__(
        self,
        file: OpenFile,
        writing: WritingArea,
        shared: SharedFaces | None,
        turn: Callable[[QWidget], object],
        hand_over: Callable[[], object],
    ) -> None:
        super().__init__(file)
        self._file, self._writing, self._shared = file, writing, shared
        self._text, self._form = writing.text, writing.form
        self._turn, self._hand_over = turn, hand_over

    def show_finding(self, finding: Diagnostic) -> None:
        """Come to what is to be mended."""
        self._hand_over()
        wanted = lines_wanted(finding)
        if finding.span.file != self._file.path or (wanted is not None and self._shared is None):
            self.elsewhere_wanted.emit(finding)
        elif wanted is not None and not self._writing.is_in_text:
            self.show_lines(*wanted)
        else:
            self._show_here(finding)

    def _show_here(self, finding: Diagnostic) -> None:
        written = self._file.written
        place = place_of(finding, written)
        if finding.code == TOLD_AS and not self._writing.is_in_text:
            self.write_in(())
        elif place is None or finding.code.startswith(_OF_WRITING) or self._face_for(place) is self._text:
            self._turn(self._text)
            self._text.show_finding(finding)
        else:
            self.show_place(place)
            path = path_at(written, written.spans.positions.offsets(finding.span)[0])
            if self._writing.shown is self._form and len(path) > len(place):
                self._form.come_to(path)

    def show_place(self, place: Path) -> None:
        """Come to a moment, a response or a wording."""
        self._hand_over()
        face = self._face_for(place)
        if place[-1:] == ("say",):
            # What is said in an answer is written in the form, or in the text for whoever is there.
            face, place = self._text if self._writing.is_in_text else self._form, place[:-1]
        # An answer is shown in the form beside the others, by which it is measured.
        in_moment = face is self._form and place[-2:-1] == ("responses",)
        around = place[:-2] if in_moment else place
        self._file.go_to(around)
        if face is not self._writing.shown:
            self._turn(face)
        as_face(face).show_place(around)
        as_face(face).take_keyboard()
        if in_moment:
            self._form.come_to((*place, "say"))

    def show_offset(self, offset: int) -> None:
        """Come to what stands at a place of the text."""
        self.show_place(thing_at(self._file.written, offset))

    def show_lines(self, place: Path, wanted: Wanted) -> None:
        """Come to what a state of the person lacks."""
        lines = self._shared.lines if self._shared is not None else None
        if lines is not None:
            self._turn(lines)
            lines.come_to(place, wanted)

    def show_field(self, path: Path) -> None:
        """Come to one field of the form."""
        self._turn(self._form)
        self._file.go_to(path[:-1])
        self._form.come_to(path)

    def write_in(self, place: Path) -> None:
        """Come to the first text of a place that is still to be written, where it can be written."""
        if self._writing.shown is not self._form:
            self._turn(self._form)
        text = next(to_write(self._file.written.node(place), place), None)
        if text is not None:
            self._form.write_on.come_to(text)

    def _face_for(self, place: Path) -> QWidget:
        """The face that is shown, or the form; the text only where neither can show a place."""
        faces = (face for face in (self._writing.shown, self._form) if face is not None)
        return next((face for face in faces if as_face(face).can_show(place)), self._text)

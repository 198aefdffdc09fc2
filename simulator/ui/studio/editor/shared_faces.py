"""The faces that only patients and reaction graphs have, wired for the editor's page."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Sentence
from simulator.messages.sentences import patient_desk as say
from simulator.scenario.file_kind import kind_of
from simulator.services.line_bench import LineBench
from simulator.services.shared_files import PATIENT
from simulator.ui.look import Look
from simulator.ui.studio.editor.lines_face import LinesFace
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.reactions.graph_face import GraphFace


class SharedFaces(QObject):
    """Which faces there are goes by the kind of the file."""

    announced = Signal(str)
    form_wanted = Signal()

    def __init__(self, file: OpenFile, look: Look) -> None:
        super().__init__(file)
        self.faces: list[tuple[Sentence, QWidget]] = []
        self.lines: LinesFace | None = None
        if kind_of(file.source.text) == PATIENT:
            self.lines = LinesFace(file, look)
            self.lines.announced.connect(self.announced)
            self.lines.form_wanted.connect(self.form_wanted)
            self.faces.append((say.AS_LINES, self.lines))
        self.graph = GraphFace(file, look)
        self.graph.announced.connect(self.announced)
        self.faces.append((say.AS_GRAPH, self.graph))

    def furnish(self, bench: LineBench) -> None:
        """Take what lines are measured by."""
        if self.lines is not None:
            self.lines.furnish(bench)

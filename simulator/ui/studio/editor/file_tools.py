"""What more can be done with the open file, wired for the editor's page: its dated copies, replacing, printing and giving."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from simulator.messages.message import Message
from simulator.messages.sentences import giving, replacing, sheets
from simulator.services.file_on_disk import FileOnDisk
from simulator.services.own_scenarios import OwnScenarios
from simulator.storage.scenario_copies import DatedCopy
from simulator.ui.look import Look
from simulator.ui.studio.editor.copies_panel import CopiesPanel
from simulator.ui.studio.editor.give_panel import GivePanel
from simulator.ui.studio.editor.open_file import OpenFile
from simulator.ui.studio.editor.print_panel import PrintPanel
from simulator.ui.studio.editor.replace_panel import ReplacePanel
from simulator.ui.studio.editor.tool_panels import ToolPanels


class FileTools(QObject):
    """The page places ``copies`` and ``panels``; only a scenario is printed and given."""

    told = Signal(Message)
    announced = Signal(str)
    closed = Signal()
    """Somebody goes back to writing."""

    place_wanted = Signal(int)
    """Something is to be shown where it stands, by its offset in the text."""

    def __init__(self, file: OpenFile, disk: FileOnDisk, own: OwnScenarios, look: Look) -> None:
        super().__init__(file)
        self._file, self._disk, self._own, self._look = file, disk, own, look
        self.copies = CopiesPanel(disk, look)
        self.copies.restored.connect(self._restore)
        self.copies.closed.connect(self.closed)
        self.panels = ToolPanels(look)
        self.panels.closed.connect(self.closed)
        self.replacing = ReplacePanel(file, own, look)
        self.replacing.announced.connect(self.announced)
        self.replace_button = self.panels.add(replacing.ASIDE(), self.replacing)

    def add_printing(self) -> None:
        """Offer paper."""
        self.printing = PrintPanel(self._file, self._look)
        self.printing.told.connect(self.told)
        self.panels.add(sheets.ASIDE(), self.printing)

    def add_giving(self, name: str) -> None:
        """Offer to give it to a colleague; ``name`` is what the author is called."""
        self.giving = GivePanel(self._disk, self._own, self._look, name=name)
        self.giving.place_wanted.connect(self.place_wanted)
        self.giving.told.connect(self.told)
        self.giving.announced.connect(self.announced)
        self.panels.add(giving.GIVE(), self.giving)

    def _restore(self, copy: DatedCopy) -> None:
        self._file.act(lambda: self._disk.restore(copy))

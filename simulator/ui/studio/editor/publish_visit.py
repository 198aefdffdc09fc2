"""The questions before publishing in their place: instead of the faces, and what follows when they are answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import publishing as say
from simulator.messages.sentences.studio_editor import PUT_AWAY
from simulator.scenario.diagnostics.diagnostic import Severity
from simulator.scenario.nodes import Path
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.mend_panel import MendPanel
from simulator.ui.studio.editor.publish_panel import PublishPanel
from simulator.ui.studio.editor.strip import Strip
from simulator.ui.studio.editor.way_there import WayThere

NOTES: Path = ("content-notes",)


class PublishVisit(QObject):
    """Shows the panel in the place of the faces, and leads from it to what has to be written or mended first."""

    announced = Signal(Message)
    practice_wanted = Signal(str)
    """Somebody wants to see the scenario where trainees practise, by its id."""

    def __init__(
        self,
        panel: PublishPanel,
        faces: QWidget,
        head: Head,
        strip: Strip,
        *,
        settle: Callable[[], object],
        save: Callable[[], bool],
        title: Callable[[], str],
    ) -> None:
        super().__init__(panel)
        self._panel, self._head, self._strip = panel, head, strip
        self._settle, self._save, self._title = settle, save, title
        panel.turned.connect(faces.setHidden)
        panel.turned.connect(head.mark_publishing)
        panel.published.connect(self._save_published)
        # Whatever is shown among the faces is asked for in their place.
        head.proof_button.clicked.connect(panel.leave)
        panel.doubts.proof_wanted.connect(self._show_proof)

    def lead(self, mend: MendPanel, way: WayThere) -> None:
        """Where its links go: to the content notes, and to what is to be mended or written."""

        def mend_first() -> None:
            broken = next((one for one in mend.findings if one.severity is Severity.ERROR), None)
            self._panel.leave()
            if broken is None:
                way.write_in(())
            else:
                mend.choose(broken)
                mend.wanted.emit(broken)

        self._panel.mend_wanted.connect(mend_first)
        self._panel.notes_wanted.connect(lambda: way.show_field(NOTES))

    def ask(self) -> None:
        """Ask what is asked before publishing, of what is written by now."""
        self._settle()
        self._panel.open()

    def _save_published(self) -> None:
        if self._save():
            self._panel.close_panel()
            self._tell_published()

    def _tell_published(self) -> None:
        """Say where the scenario stands now, with the way there."""
        told = say.PUBLISHED_NOW(title=self._title())
        see = say.SEE_IT(), lambda: self.practice_wanted.emit(self._panel.scenario)
        self._strip.show_matter("told", told, see, (PUT_AWAY(), None))
        self._strip.buttons[0].setFocus()
        self.announced.emit(told)

    def _show_proof(self) -> None:
        if self._head.proof_button.isChecked():
            self._panel.close_panel()
        else:
            self._head.proof_button.click()

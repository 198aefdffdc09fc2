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
from simulator.ui.look import Look
from simulator.ui.studio.editor.head import Head
from simulator.ui.studio.editor.mend_panel import MendPanel
from simulator.ui.studio.editor.publish_panel import PublishPanel
from simulator.ui.studio.editor.strip import Strip

NOTES: Path = ("content-notes",)


class PublishVisit(QObject):
    """Shows the panel in the place of the faces, and leads from it to what has to be written or mended first."""

    practice_wanted = Signal(str)
    """Somebody wants to see the scenario where trainees practise, by its id."""

    def __init__(self, panel: PublishPanel, faces: QWidget, head: Head, strip: Strip, look: Look) -> None:
        super().__init__(panel)
        self._panel, self._head, self._strip, self._look = panel, head, strip, look
        panel.turned.connect(faces.setHidden)
        panel.turned.connect(head.mark_publishing)
        # Whatever is shown among the faces is asked for in their place.
        head.proof_button.clicked.connect(panel.leave)
        panel.doubts.proof_wanted.connect(self._show_proof)

    def lead(self, mend: MendPanel, show_form_at: Callable[[Path], object], write: Callable[[Path], object]) -> None:
        """Where its links go: to the content notes, and to what is to be mended or written."""

        def mend_first() -> None:
            broken = next((one for one in mend.findings if one.severity is Severity.ERROR), None)
            self._panel.leave()
            if broken is None:
                write(())
            else:
                mend.choose(broken)
                mend.wanted.emit(broken)

        self._panel.mend_wanted.connect(mend_first)
        self._panel.notes_wanted.connect(lambda: show_form_at(NOTES))

    def tell_published(self, title: str) -> Message:
        """Say where the scenario stands now, with the way there; gives what was said."""
        told = say.PUBLISHED_NOW(title=title)
        see = say.SEE_IT(), lambda: self.practice_wanted.emit(self._panel.scenario)
        self._strip.show_matter("told", told, see, (PUT_AWAY(), _nothing))
        self._strip.buttons[0].setFocus()
        return told

    def _show_proof(self) -> None:
        if self._head.proof_button.isChecked():
            self._panel.close_panel()
        else:
            self._head.proof_button.click()


def _nothing() -> None:
    """What a button does that only puts a strip away."""

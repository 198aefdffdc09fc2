"""Proves the open file in the background, a moment after the last change; the newest text wins, and nothing waits for it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from simulator.analysis.budget import Interrupted
from simulator.services.examine import Examiner
from simulator.services.live_proof import LiveProof, LiveProofs
from simulator.ui.background import Background, report
from simulator.ui.studio.attempt import Attempt
from simulator.ui.studio.editor.open_file import OpenFile

_PAUSE_MS: Final = 1_200
"""So long after the last change everything is tried: whoever is in the middle of a sentence waits for nothing."""


class LiveProver(QObject):
    """One file; it works only while somebody looks at what it finds (``look``)."""

    changed = Signal()
    """What is proved, or how far it is, is something else."""

    proved = Signal()
    """``proof`` is new, and of the text of now."""

    told = Signal()
    """``proof`` is of the text of now, as far as it is known already; the rest is still being tried."""

    progressed = Signal(int, int)
    """The turn that is being tried, and the situations so far."""

    def __init__(self, file: OpenFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._proofs = LiveProofs(Examiner())
        self._work: Background[LiveProof] = Background(self)
        self._attempt: Attempt | None = None
        self._lookers: set[QObject] = set()
        self.proof: LiveProof | None = None
        """What was proved last, of whatever text."""
        self.stale = True
        """Whether the text is another one than that."""
        self.begun_to_tell = False
        """Whether ``proof`` is of the text of now, as far as it is known already."""
        self.stopped = False
        """Whether somebody stopped it; the next change begins it anew."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.begin)
        file.text_changed.connect(self._forget)
        file.reading_changed.connect(self._wait)

    @property
    def trying(self) -> bool:
        """Whether something is being tried."""
        return self._attempt is not None

    @property
    def of_now(self) -> LiveProof | None:
        """What is proved of the text of now, once everything was tried."""
        return None if self.stale else self.proof

    def look(self, looking: bool, *, by: QObject) -> None:
        """Something on the screen shows what is proved, or no longer."""
        if not looking:
            self._lookers.discard(by)
            if not self._lookers:
                self._end()
        elif by not in self._lookers:
            self._lookers.add(by)
            if self.stale and not self.trying:
                self._pause.start()

    def end(self) -> None:
        """Nobody looks any more."""
        self._lookers.clear()
        self._end()

    def begin(self) -> None:
        """Try everything in the file as it reads now."""
        self._end()
        self.stopped = False
        if not self._lookers:
            return
        self._file.settle()
        attempt = self._attempt = Attempt()
        attempt.progressed.connect(self.progressed)
        attempt.heard.connect(self._take_early)
        reading, written, story = self._file.reading, self._file.written, self._file.file.story_check()

        def early(proof: LiveProof) -> None:
            attempt.heard.emit(attempt, proof)

        self._work.ask(
            lambda: self._proofs.prove(reading, written, story, attempt.tell, early), self._take, self._failed
        )
        self.changed.emit()

    def stop(self) -> None:
        """Try no more, until something is changed or somebody wants it."""
        self._end()
        self.stopped = True
        self.changed.emit()

    def _forget(self) -> None:
        self._end()
        self.stopped = self.begun_to_tell = False
        if not self.stale:
            self.stale = True
            self.changed.emit()

    def _wait(self) -> None:
        self._forget()
        if self._lookers:
            self._pause.start()

    def _end(self) -> None:
        self._pause.stop()
        self._work.forget()
        if self._attempt is not None:
            self._attempt.stop()
            self._attempt.progressed.disconnect()
            self._attempt.heard.disconnect()
            self._attempt = None

    def _take_early(self, attempt: Attempt, found: LiveProof) -> None:
        # Whoever has seen a whole proof keeps it until the next is whole.
        whole = self.proof is not None and not self.proof.early and self.proof.tried is not None
        if attempt is self._attempt and not whole:
            self.proof, self.begun_to_tell = found, True
            self.changed.emit()
            self.told.emit()

    def _take(self, found: LiveProof) -> None:
        self._attempt = None
        self.proof, self.stale = found, False
        self.changed.emit()
        self.proved.emit()

    def _failed(self, fault: Exception) -> None:
        if not isinstance(fault, Interrupted):
            report(fault)

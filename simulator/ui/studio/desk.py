"""The Studio desk: the shelf of all scenarios, and what was found when everything in one was tried."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from simulator.services.studio import Brought, Proof, Studio, StudioItem
from simulator.session.errors import ServiceError
from simulator.ui.background import Background
from simulator.ui.look import Look
from simulator.ui.studio.attempt import Attempt
from simulator.ui.studio.shelf_page import ShelfPage
from simulator.ui.studio.trying_page import TryingPage
from simulator.ui.widgets.layouts import column

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.scenario.library_index import Card
    from simulator.ui.studio.proof_page import ProofPage


class StudioDesk(QWidget):
    """One page at a time; what goes wrong goes up as a sentence."""

    refused = Signal(str)
    proof_shown = Signal(str)
    """Somebody sees what everything in a scenario comes to, by its id: whoever plays it then does not meet it first."""

    def __init__(self, studio: Studio, look: Look) -> None:
        super().__init__()
        self._studio = studio
        self._look = look
        self._attempt: Attempt | None = None
        self._card: Card | None = None
        self._proofs: Background[Proof] = Background(self)
        self._bringing: Background[tuple[list[Brought], list[ServiceError]]] = Background(self)
        self.shelf = ShelfPage(look)
        self.shelf.chosen.connect(self._open)
        self.trying_page = TryingPage(look)
        self.trying_page.stopped.connect(self.show_shelf)
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
        page.closed.connect(self.show_shelf)
        self._pages.addWidget(page)
        return page

    @property
    def page(self) -> QWidget | None:
        """The page on the screen."""
        return self._pages.currentWidget()

    @property
    def trying(self) -> bool:
        """Whether something is being tried."""
        return self._attempt is not None

    def show_shelf(self) -> None:
        """Show every scenario file; what is being tried is stopped."""
        self.stop()
        self.shelf.show_shelf(self._studio.shelf(), self._card)
        self._pages.setCurrentWidget(self.shelf)

    def bring(self, paths: Sequence[Path]) -> None:
        """Put files and folders from anywhere on the shelf, once they were read; what cannot be there is said."""
        studio = self._studio

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

    def stop(self) -> None:
        """Let work under way end soon, and its result go unheard."""
        self._proofs.forget()
        if self._attempt is not None:
            self._attempt.stop()
            self._attempt.progressed.disconnect()
            self._attempt = None

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
        if proof.scenario is not None:
            self.proof_shown.emit(proof.scenario.id)

    def _failed(self, fault: Exception) -> None:
        self.show_shelf()
        if not isinstance(fault, ServiceError):
            raise fault
        self.refused.emit(self._look.say(fault.message))

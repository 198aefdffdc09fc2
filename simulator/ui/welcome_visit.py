"""Sitting down at Attune: what it is and is not is read, and who is there is asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from simulator.session.ids import PersonId
from simulator.storage.settings import DISCLAIMER_VERSION
from simulator.ui.kept_settings import KeptSettings
from simulator.ui.store_door import StoreDoor
from simulator.ui.welcome_page import WelcomePage


class WelcomeVisit(QObject):
    """``new_id`` makes a UUID for a person who is new."""

    sat_down = Signal(bool)
    """Somebody is there: true where they are new."""
    language_chosen = Signal()

    def __init__(self, kept: KeptSettings, door: StoreDoor, new_id: Callable[[], str]) -> None:
        settings = kept.now
        page = self.page = WelcomePage(kept.look, door, settings.name, settings.person, kept.languages.codes())
        super().__init__(page)
        self._kept = kept
        self._new_id = new_id
        page.accepted.connect(self._accept)
        page.language_chosen.connect(self._greet_in)

    def _greet_in(self, language: str) -> None:
        self._kept.keep(replace(self._kept.now, language=language))
        self.language_chosen.emit()

    def _accept(self, name: str, person: str) -> None:
        """Somebody known, or somebody new under a name."""
        known = PersonId(person or self._new_id())
        self._kept.keep(replace(self._kept.now, name=name, person=known, disclaimer_accepted=DISCLAIMER_VERSION))
        self.sat_down.emit(not person)

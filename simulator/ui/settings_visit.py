"""Going to the settings, whose changes take effect at once, and what becomes of those who leave or are deleted there."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from simulator.session.errors import ServiceError
from simulator.storage.settings import Settings
from simulator.ui.data_care import DataCare
from simulator.ui.kept_settings import KeptSettings
from simulator.ui.settings_page import SettingsPage
from simulator.ui.store_door import StoreDoor


class SettingsVisit(QObject):
    """The settings among the pages of a window, while somebody changes them."""

    closed = Signal()
    held = Signal(bool)
    """While this is so, the store is being replaced, and nothing else must be begun."""
    refused = Signal(ServiceError)
    renamed = Signal()
    dressed = Signal()
    """What is on the screen has another look, and is to be made anew where it is drawn by the look."""
    language_chosen = Signal()
    left = Signal()
    """Somebody else sits down."""
    erased = Signal()
    """All of a person is deleted."""

    def __init__(self, kept: KeptSettings, door: StoreDoor, care: DataCare, way_back: str) -> None:
        page = self.page = SettingsPage(kept.look, kept.now, door, care, kept.languages.offered())
        super().__init__(page)
        self._kept = kept
        page.changed.connect(self._change)
        page.closed.connect(self.closed)
        page.held.connect(self.held)
        page.own_data.refused.connect(self.refused)
        page.own_data.left.connect(self._leave_person)
        page.own_data.erased.connect(self._forget_person)
        page.done.show_words(way_back)

    def _change(self, settings: Settings) -> None:
        """Dress what is on the screen; the page itself stays, so that keyboard and mouse stay where they are."""
        before = self._kept.now
        self._kept.keep(settings)
        if settings.name != before.name:
            self.renamed.emit()
        self.page.fit(self._kept.dress())
        self.dressed.emit()
        if settings.language != before.language:
            self.language_chosen.emit()

    def _leave_person(self) -> None:
        """Who it is now, is asked on the welcome page."""
        self._kept.keep(replace(self._kept.now, name="", person="", recent=()))
        self.left.emit()

    def _forget_person(self) -> None:
        """The program begins as on a first start."""
        self._kept.keep(replace(self._kept.now, name="", person="", disclaimer_accepted="", recent=()))
        self.erased.emit()

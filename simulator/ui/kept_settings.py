"""The settings of now, kept as they change, and how everything looks and speaks by them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from simulator.messages.languages import Languages
from simulator.session.ids import PersonId
from simulator.storage.key_bindings import bindings
from simulator.storage.settings import Settings, Theme
from simulator.ui.language import speak
from simulator.ui.look import Look
from simulator.ui.system_wishes import SystemWishes
from simulator.ui.theme import apply_theme, load_theme


class KeptSettings(QObject):
    """``languages`` are those that the window can speak; ``system`` says what the desktop is set to."""

    changed = Signal(Settings)

    def __init__(self, settings: Settings, languages: Languages, system: SystemWishes) -> None:
        super().__init__()
        self._now = settings
        self.languages = languages
        self._words = languages.catalogue(settings.language)
        self._system = system
        self._worn: Look | None = None

    @property
    def now(self) -> Settings:
        """The settings as they are."""
        return self._now

    @property
    def person(self) -> PersonId:
        """Who practises."""
        return PersonId(self._now.person)

    def keep(self, settings: Settings) -> None:
        """Take other settings, whose words are spoken from now on."""
        if settings.language != self._now.language:
            self._words = self.languages.catalogue(settings.language)
        self._now = settings
        self.changed.emit(settings)

    @property
    def look(self) -> Look:
        """How things look with the settings of now."""
        settings, system = self._now, self._system.now
        name = system.theme if settings.theme is Theme.SYSTEM else settings.theme.value
        return Look(
            load_theme(name),
            settings.text_scale,
            settings.reduced_motion or system.less_motion,
            settings.timed_silences,
            words=self._words,
            keys=bindings(settings.keys, letters=settings.letter_keys),
        )

    @property
    def is_worn(self) -> bool:
        """Whether what is on the screen looks like that already."""
        return self.look == self._worn

    def dress(self) -> Look:
        """Let all that is on the screen look and speak like that."""
        look = self._worn = self.look
        app = QApplication.instance()
        if isinstance(app, QApplication):
            speak(app, look.words.language)
            apply_theme(app, look.theme, look.scale)
        return look

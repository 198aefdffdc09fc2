"""What a person told their system and means for every program: dark or light, more contrast, less motion; while it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QStyleHints

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

_HALF: Final = 128
"""Half of the greatest lightness; a desktop whose windows are darker is a dark one."""


class Wishes(NamedTuple):
    """The system's settings as far as they are known; what is not known is not wished."""

    dark: bool = False
    contrast: bool = False
    less_motion: bool = False

    @property
    def theme(self) -> str:
        """The name of the theme of ours that answers them."""
        if self.contrast:
            return "high-contrast"
        return "dark" if self.dark else "light"


NO_WISHES: Final = Wishes()


class SystemWishes(QObject):
    """Follows the system; ``changed`` comes when ``now`` has become another."""

    changed = Signal()

    def __init__(self, now: Wishes = NO_WISHES) -> None:
        super().__init__()
        self._now = now

    @property
    def now(self) -> Wishes:
        """What is wished now."""
        return self._now

    def become(self, now: Wishes) -> None:
        """Take new wishes; nothing is told where they are those of before."""
        if now != self._now:
            self._now = now
            self.changed.emit()


class DesktopWishes(SystemWishes):
    """Asks the desktop, and listens to it.

    Made before a theme of ours is applied, because that hides the desktop's colours. Until it listens, only these are known:
    to ask for more loads all of Qt's own names, which takes a tenth of a start.
    """

    def __init__(self) -> None:
        self._dark_windows = QGuiApplication.palette().window().color().lightness() < _HALF
        self._hints: QStyleHints = QGuiApplication.styleHints()
        super().__init__(Wishes(self._dark_windows))
        self._less_motion = False

    def listen(self) -> None:
        """Ask now and whenever something changes; for motion whenever somebody comes back, which is after they changed it."""
        from simulator.ui.background import Background

        self._background = Background[bool](self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._came_or_went)
        self._hints.colorSchemeChanged.connect(self._look_again)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._look_again)
        self._look_again()
        self._ask()

    def _came_or_went(self, state: Qt.ApplicationState) -> None:
        if state.name == "ApplicationActive":
            self._ask()

    def _ask(self) -> None:
        from simulator.services.system_motion import wishes_less_motion

        self._background.ask(wishes_less_motion, self._hear)

    def _hear(self, less: bool) -> None:
        self._less_motion = less
        self._look_again()

    def _look_again(self) -> None:
        self.become(self._asked(less_motion=self._less_motion))

    def _asked(self, *, less_motion: bool) -> Wishes:
        scheme = self._hints.colorScheme().name
        # Some desktops have no word for it, and only dark windows.
        dark = self._dark_windows if scheme == "Unknown" else scheme == "Dark"
        contrast = self._hints.accessibility().contrastPreference().name == "HighContrast"
        return Wishes(dark, contrast, less_motion)

"""Whether a window can be shown here: found out before Qt is asked, which ends the whole process where it cannot."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple

from simulator.messages.message import Message
from simulator.messages.sentences.starting import NO_LIBRARY, NO_QT, NO_SCREEN, SILENT_SCREEN
from simulator.operating_system import THIS_SYSTEM
from simulator.session.errors import ServiceError

_ABSENT: Final = ": cannot open shared object file"


def look_for_screen(environ: Mapping[str, str], play: Callable[[], str]) -> None:
    """Refuse where no window can be shown; ``play`` gives the command that needs none."""
    # Where there is no screen it does not matter what else is missing.
    if sys.platform == "linux" and not platforms(environ):
        raise ServiceError(NO_SCREEN(play=play()))
    try:
        import PySide6.QtCore
        import PySide6.QtWidgets
    except ImportError as fault:
        raise ServiceError(not_loaded(fault, play)) from fault
    info = PySide6.QtCore.QLibraryInfo
    plugins = Path(info.path(info.LibraryPath.PluginsPath))
    if not plugins.is_dir():
        from simulator.ui.qt_folders import know_plugins

        plugins = know_plugins()
    if sys.platform == "linux" and (obstacle := why_no_window(environ, plugins / "platforms", play)):
        raise ServiceError(obstacle)


def _x_answers(screen: str) -> bool:
    """Connect as Qt does: by address and with the authority that the session has."""
    import ctypes

    xcb = THIS_SYSTEM.library("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    # It stays open: when its last client leaves, a screen begins anew, which takes longer than all of this, or is gone.
    return not xcb.xcb_connection_has_error(xcb.xcb_connect(screen.encode(errors="surrogateescape"), None))


def _wayland_answers(screen: str) -> bool:
    import ctypes

    wayland = THIS_SYSTEM.library("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    wayland.wl_display_connect.argtypes = [ctypes.c_char_p]
    wayland.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = wayland.wl_display_connect(screen.encode(errors="surrogateescape"))
    if connection:
        wayland.wl_display_disconnect(connection)
    return bool(connection)


class _Platform(NamedTuple):
    """One of the ways in which Qt shows windows on Linux."""

    plugin: str
    variable: str
    usual: str
    answers: Callable[[str], bool]


_PLATFORMS: Final = {
    "xcb": _Platform("libqxcb.so", "DISPLAY", "", _x_answers),
    "wayland": _Platform("libqwayland.so", "WAYLAND_DISPLAY", "wayland-0", _wayland_answers),
}


def platforms(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Qt's platforms that could show a window here, in the order in which Qt tries them."""
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return tuple(name.partition(":")[0] for name in chosen.split(";"))
    wayland = environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland"
    return (*(("wayland",) if wayland else ()), *(("xcb",) if environ.get("DISPLAY") else ()))


def why_no_window(environ: Mapping[str, str], plugins: Path, play: Callable[[], str]) -> Message | None:
    """What keeps Qt from showing a window; nothing if one of its platforms can, or if another was chosen by hand.

    ``plugins`` holds Qt's platform plugins; ``play`` gives the command that needs no window.
    """
    obstacles = []
    for name in platforms(environ):
        platform = _PLATFORMS.get(name)
        # Its client would take over the one connection that it was given.
        if platform is None or "WAYLAND_SOCKET" in environ:
            return None
        obstacle = _obstacle(platform, environ, plugins, play)
        if obstacle is None:
            return None
        obstacles.append(obstacle)
    return obstacles[0] if obstacles else NO_SCREEN(play=play())


def _obstacle(
    platform: _Platform, environ: Mapping[str, str], plugins: Path, play: Callable[[], str]
) -> Message | None:
    screen = environ.get(platform.variable) or platform.usual
    if not screen:
        return NO_SCREEN(play=play())
    plugin = plugins / platform.plugin
    try:
        if plugin.exists():
            # Qt is going to load it anyway; here it gives its reason where it cannot be loaded.
            THIS_SYSTEM.library(str(plugin))
        answers = platform.answers(screen)
    except OSError as fault:
        return not_loaded(fault, play)
    return None if answers else SILENT_SCREEN(screen=screen, variable=platform.variable, play=play())


def not_loaded(fault: OSError | ImportError, play: Callable[[], str]) -> Message:
    """Why Qt or a part of it cannot be loaded."""
    library, absent, _ = str(fault).partition(_ABSENT)
    return NO_LIBRARY(library=library, play=play()) if absent else NO_QT(reason=str(fault), play=play())

"""Qt's own folders, found also where the path to them holds a letter that Qt's settings do not bear: a comma, a quotation mark."""

from __future__ import annotations

from pathlib import Path

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo

_PACKAGE = Path(PySide6.__file__).parent
"""In the packages that are installed from, Qt lies in the one for Python, which tells Qt so in the form of a settings file."""


def qt_folder(path: QLibraryInfo.LibraryPath, name: str, package: Path = _PACKAGE) -> Path:
    """A folder of Qt: where Qt says that it is, or, where nothing is there, the one of this name in its package."""
    told = Path(QLibraryInfo.path(path))
    places = (told, package / "Qt" / name, package / name)
    return next((place for place in places if place.is_dir()), told)


def know_plugins() -> Path:
    """The folder of Qt's plugins, which Qt knows from now on."""
    plugins = qt_folder(QLibraryInfo.LibraryPath.PluginsPath, "plugins")
    QCoreApplication.addLibraryPath(str(plugins))
    return plugins

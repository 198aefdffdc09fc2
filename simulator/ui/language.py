"""The language of the window beyond our own sentences: the way it is written, Qt's own words, figures in its controls."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from simulator.messages.message import SOURCE_LANGUAGE

_SPOKEN: Final = "attune-language"
_QT_WORDS: Final = "attune-qt-words"


def wished_by_system() -> list[str]:
    """The languages that the desktop is set to, the first one first."""
    return QLocale.system().uiLanguages()


def speak(app: QApplication, language: str) -> None:
    """Let the whole application speak a language; what is open is laid out anew where it is written the other way."""
    if (app.property(_SPOKEN) or SOURCE_LANGUAGE) == language:
        return
    app.setProperty(_SPOKEN, language)
    locale = QLocale("en_GB" if language == SOURCE_LANGUAGE else language)
    QLocale.setDefault(locale)
    _translate_qt(app, locale)
    # After Qt's words, which bring a direction of their own along.
    app.setLayoutDirection(locale.textDirection())


def _translate_qt(app: QApplication, locale: QLocale) -> None:
    """“Cancel” in a dialogue for files, “Copy” in a menu: Qt brings them along for many languages."""
    # Loaded late: most starts are in English.
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from simulator.ui.qt_folders import qt_folder

    before = app.property(_QT_WORDS)
    if isinstance(before, QTranslator):
        app.removeTranslator(before)
    words = QTranslator(app)
    folder = qt_folder(QLibraryInfo.LibraryPath.TranslationsPath, "translations")
    if words.load(locale, "qtbase", "_", str(folder)):
        app.installTranslator(words)
    app.setProperty(_QT_WORDS, words)

"""Asking for files: where to save one, which ones to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def where_to_save(parent: QWidget, question: str, name: str, kind: str) -> Path | None:
    """Ask where to save a file; nothing: not now."""
    chosen, _ = QFileDialog.getSaveFileName(parent, question, str(Path.home() / name), kind)
    return Path(chosen) if chosen else None


def which_files(parent: QWidget, question: str, kind: str) -> tuple[Path, ...]:
    """Ask which files to open; none: not now."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, question, str(Path.home()), kind)
    return tuple(map(Path, chosen))


def which_folder(parent: QWidget, question: str) -> Path | None:
    """Ask for a folder; nothing: not now."""
    chosen = QFileDialog.getExistingDirectory(parent, question, str(Path.home()))
    return Path(chosen) if chosen else None

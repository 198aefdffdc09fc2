"""What every visit to the whole program needs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Path]:
    """A data folder where nobody has been; the application and the exception hook are put back afterwards."""
    folder = tmp_path / "attune"
    monkeypatch.setenv("ATTUNE_HOME", str(folder))
    hook, palette, font, sheet = sys.excepthook, qapp.palette(), qapp.font(), qapp.styleSheet()
    yield folder
    sys.excepthook = hook
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)

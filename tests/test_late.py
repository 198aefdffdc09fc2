"""Packages hand their names out on demand: every public name is found, and the library shows without what it lacks."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("alliance", "patient", "scenario", "session", "storage", "ui.portraits")
LIBRARY_ALONE = """
import sys
from simulator.ui.practice.library_page import LibraryPage
from simulator.ui.look import Look
from simulator.ui.theme import load_theme
from simulator.scenario.library import Card
from simulator.services.practice import Progress, Shelf, ShelfItem
from simulator.ui import start, window
from PySide6 import QtCore, QtWidgets
from pathlib import Path
app = QtWidgets.QApplication([])
page = LibraryPage(Look(load_theme("light")))
card = Card("a", "A", "a", ("b",), 1, ("withdrawal",), (), 15, "Ines", 34, "gardener", "ines-carvalho", "a.yaml", Path(), "", 0)
page.show_shelf(Shelf((ShelfItem(card, Progress()),)))
page.show()
page.grab()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
print("Qt" in vars(QtCore))
"""


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_of_a_package_is_found(package: str) -> None:
    module = importlib.import_module(f"simulator.{package}")
    assert all(getattr(module, name) is not None for name in module.__all__)


@pytest.mark.parametrize("package", PACKAGES)
def test_what_the_type_checker_sees_is_what_there_is(package: str) -> None:
    module = importlib.import_module(f"simulator.{package}")
    imported = [
        (node.module, alias.name)
        for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith(f"simulator.{package}.")
        for alias in node.names
    ]
    assert sorted(name for _, name in imported) == sorted(module.__all__)
    assert all(getattr(importlib.import_module(home), name) is getattr(module, name) for home, name in imported)


def test_an_unknown_name_is_refused_as_any_module_would() -> None:
    with pytest.raises(AttributeError, match="nobody"):
        importlib.import_module("simulator.patient").nobody  # noqa: B018


def test_the_library_is_painted_without_heavy_packages_and_without_the_names_in_qt() -> None:
    told = subprocess.run([sys.executable, "-c", LIBRARY_ALONE], cwd=ROOT, check=True, capture_output=True, text=True)
    modules, names_in_qt = told.stdout.splitlines()
    assert not {"networkx", "numpy", "yaml", "pydantic", "asyncio"} & set(modules.split())
    assert names_in_qt == "False"

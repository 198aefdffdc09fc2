"""The set-up script as a module, and a computer on paper to set up."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

from tests.app.programs import ROOT

SCRIPT: Final = ROOT / ".ci" / "set_up.py"


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("set_up", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SET_UP: Final = _load()
"""The script stands in no package, so that it runs before anything is installed."""


class PaperComputer:
    """A computer that writes down what it is told to run, and then has what that would have brought."""

    def __init__(self, *, lacks: dict[str, str] | None = None, programs: tuple[str, ...] = ()) -> None:
        self.lacks = lacks or {}
        """Libraries, programs and modules that are missing, each with the package that brings it."""
        self.programs = {"Xvfb", "xauth", *programs}
        self.python = (3, 11)
        self.linux = True
        self.root = False
        self.terminal = False
        self.sudo_asks = True
        self.fails: tuple[str, ...] = ()
        """Words that mark the commands which do not succeed here."""
        self.ran: list[str] = []
        self.told: list[str] = []

    def loads(self, library: str) -> bool:
        return library not in self.lacks

    def imports(self, module: str) -> bool:
        return module not in self.lacks

    def finds(self, program: str) -> bool:
        return program in self.programs and program not in self.lacks

    def is_root(self) -> bool:
        return self.root

    def can_ask(self) -> bool:
        return self.terminal

    def run(self, *command: str, folder: Path | None = None) -> int:
        line = " ".join(command)
        self.ran.append((f"in {folder}: " if folder else "") + line.replace(sys.executable, "python"))
        if any(word in line for word in self.fails):
            return 1
        if "apt-get install" in line:
            self.lacks = {name: package for name, package in self.lacks.items() if package not in command}
        if "-m venv" in line:
            python = Path(command[-1]) / "bin" / "python"
            python.parent.mkdir(parents=True, exist_ok=True)
            python.write_text("with pip")
        return 0

    def tries(self, *command: str) -> bool:
        if command[0] == "sudo":
            return not self.sudo_asks
        return Path(command[0]).read_text() == "with pip"

    def tell(self, sentence: str) -> None:
        self.told.append(sentence)

    @property
    def apt(self) -> list[str]:
        """What was asked of the package manager."""
        return [line for line in self.ran if "apt-get" in line]

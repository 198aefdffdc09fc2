"""Copies of the program's sources that a test may change, and that run in a process of their own."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
EDITION: Final = "simulator/session/edition.py"
RULES_OF_THE_PATIENT: Final = "simulator/patient/reacting.py"
GATE: Final = "simulator/patient/gate.py"


class ChangedProgram:
    """The program below a folder, without its windows; ``run`` starts Python with it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # What Python keeps of a module goes along, so that only changed ones are compiled when they run.
        without_windows = shutil.ignore_patterns("ui")
        for package in ("simulator", "tests/editions"):
            shutil.copytree(ROOT / package, folder / package, ignore=without_windows)
        (folder / "tests" / "__init__.py").touch()

    def change(self, file: str, old: str, new: str) -> None:
        """Change the one place in a file where some text stands."""
        path = self._folder / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"“{old}” stands {text.count(old)} times in {file}."
        path.write_text(text.replace(old, new), "utf-8")

    def raise_edition(self, edition: int, rules: str) -> None:
        """What a developer does who has changed a rule."""
        path = self._folder / EDITION
        text, edited = re.subn(r"(?m)^EDITION: Final = \d+$", f"EDITION: Final = {edition}", path.read_text("utf-8"))
        text, hashed = re.subn(r'(?m)^RULES: Final = ".*"$', f'RULES: Final = "{rules}"', text)
        assert (edited, hashed) == (1, 1)
        path.write_text(text, "utf-8")

    def reformat(self, *packages: str) -> int:
        """Write every module of some packages anew as a formatter might: other lines, no comments; how many those were."""
        files = [file for package in packages for file in sorted((self._folder / "simulator" / package).rglob("*.py"))]
        for file in files:
            written = ast.unparse(ast.parse(file.read_text("utf-8")))
            assert written != file.read_text("utf-8")
            file.write_text(written, "utf-8")
        return len(files)

    def rename(self, pattern: str, new: str) -> int:
        """Call something otherwise wherever it is named; how many places those were."""
        places = 0
        for file in sorted((self._folder / "simulator").rglob("*.py")):
            text, found = re.subn(pattern, new, file.read_text("utf-8"))
            file.write_text(text, "utf-8")
            places += found
        return places

    def rename_module(self, package: str, old: str, new: str) -> None:
        """Call a module otherwise, in its package and wherever it is imported."""
        folder = self._folder / "simulator" / package
        (folder / f"{old}.py").rename(folder / f"{new}.py")
        assert self.rename(rf"\bsimulator\.{package}\.{old}\b", f"simulator.{package}.{new}")

    def run(self, *words: str) -> str:
        """What Python prints when it is started with these words, with the changed program and no other."""
        environment = {**os.environ, "PYTHONPATH": str(self._folder), "PYTHONDONTWRITEBYTECODE": "1"}
        ended = subprocess.run(
            [sys.executable, *words],
            cwd=self._folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

"""Reads the ``.plan`` files beside the scenarios: paths that must stay as they are, in words an author can write."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Instruction:
    """One line of a plan: a word and what it is said of."""

    line: int
    word: str
    rest: str


@dataclass(frozen=True)
class PlannedPath:
    """A path through a scenario, by name, with its instructions."""

    file: Path
    name: str
    instructions: list[Instruction] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.file.stem}: {self.name}"


WORDS = frozenset({"at", "says", "offers", "tag", "pick", "stay", "ends", "score", "difficulty"})


def read_plan(file: Path) -> list[PlannedPath]:
    """The paths of a plan file; an instruction that does not exist is an error with its line."""
    paths: list[PlannedPath] = []
    for number, raw in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.split("#", 1)[0].strip()
        if not line:
            continue
        word, _, rest = line.partition(" ")
        if word == "path":
            paths.append(PlannedPath(file, rest.strip()))
        elif word in WORDS and paths:
            paths[-1].instructions.append(Instruction(number, word, rest.strip()))
        else:
            raise ValueError(f"{file.name}:{number}: “{word}” is not an instruction of a plan")
    return paths

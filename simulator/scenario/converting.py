"""Brings files of an older form of the language to today's: only what must change, and every comment stays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from simulator.scenario.document import Patient
from simulator.scenario.files import FolderFiles, PinnedFiles, ScenarioFiles
from simulator.scenario.keys import FIRST_PATIENT_FORMAT, PATIENT_FORMAT, SCENARIO_FORMAT
from simulator.scenario.read import read_patient

_FORMAT: Final = re.compile(r"^format:[ ]*(\S+)", re.MULTILINE)
_KEY: Final = re.compile(r"^( *)([A-Za-z][\w-]*):[ ]*(?:#.*)?$")
_OF_THE_STATE: Final = ("afterwards:", "beyond-repair:")
_SCENARIO_FORMATS: Final = ("scenario/1",)


class CannotConvert(Exception):
    """A file that has to be changed by hand; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def converted(files: FolderFiles | PinnedFiles, path: str, text: str) -> str:
    """The text in today's form; the same text where it is in that form already.

    Raises ``CannotConvert`` where something could not be kept.
    """
    found = _FORMAT.search(text)
    word = found[1] if found else ""
    if word in _SCENARIO_FORMATS and found:
        return text[: found.start(1)] + SCENARIO_FORMAT + text[found.end(1) :]
    if word != FIRST_PATIENT_FORMAT or found is None:
        return text
    after = _patient(text[: found.start(1)] + PATIENT_FORMAT + text[found.end(1) :])
    _compare(read_patient(files, path).patient, read_patient(_Instead(files, path, after), path).patient)
    return after


@dataclass(frozen=True, slots=True)
class _Instead:
    """Files of which one has another text."""

    files: ScenarioFiles
    path: str
    text: str

    def read(self, path: str) -> bytes:
        """The bytes of a file."""
        return self.text.encode() if path == self.path else self.files.read(path)


def _compare(before: Patient | None, after: Patient | None) -> None:
    if before is None:
        raise CannotConvert("It has faults. Run “check” on it and mend them first.")
    if any(line.former_responses for line in before.lines.values()):
        raise CannotConvert("Single lines have responses of their own. Give them to the whole state first.")
    if after is None or replace(after, lines=dict(after.lines)) != replace(before, lines=dict(before.lines)):
        raise CannotConvert("Something in it would be lost, so it was left as it is.")


def _patient(text: str) -> str:
    """The lines of a state become wordings, and its responses stand below them."""
    ends = "\r\n" if "\r\n" in text else "\n"
    sections = list(_sections(text.split(ends), ""))
    answers = {name: body for key, lines in sections if key == "responses" for name, body in _children(lines)}
    written: list[str] = []
    for key, lines in sections:
        if key == "lines":
            written += _lines(lines, answers)
        elif key != "responses":
            written += lines
    return ends.join(written)


def _sections(lines: list[str], indent: str) -> Iterator[tuple[str, list[str]]]:
    """Lines by the key of this indentation that they stand below; what comes before the first stands below none."""
    name: str = ""
    found: list[str] = []
    for line in lines:
        key = re.match(rf"{indent}([A-Za-z][\w-]*):", line)
        if key:
            if found:
                yield name, found
            name, found = key[1], []
        found.append(line)
    if found:
        yield name, found


def _children(section: list[str]) -> Iterator[tuple[str, list[str]]]:
    """The entries of a section, each with its first line."""
    indent = _indent_below(section)
    return ((name, lines) for name, lines in _sections(section[1:], indent) if name)


def _indent_below(section: list[str]) -> str:
    return next((line[: len(line) - len(line.lstrip(" "))] for line in section[1:] if _has_content(line)), "  ")


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _lines(section: list[str], answers: dict[str, list[str]]) -> Iterator[str]:
    """The section ``lines:`` in today's form."""
    indent, left = _indent_below(section), dict(answers)
    yield section[0]
    for name, lines in _sections(section[1:], indent):
        if not name:
            yield from lines
            continue
        yield from _state(lines, left.pop(name, None))
    for lines in left.values():
        yield lines[0]
        yield from _answers(lines, _indent_below(lines))


def _state(lines: list[str], answers: list[str] | None) -> Iterator[str]:
    inner = _indent_below(lines)
    end = max(i for i, line in enumerate(lines) if line.strip()) + 1
    body, blank = lines[1:end], lines[end:]
    lifted, kept = _lifted(body)
    yield lines[0]
    yield f"{inner}wordings:"
    yield from (f"  {line}" if line.strip() else line for line in kept)
    yield from (line[2:] for line in lifted)
    if answers is not None:
        yield from _answers(answers, inner, blank=False)
    yield from blank


def _answers(lines: list[str], inner: str, *, blank: bool = True) -> Iterator[str]:
    """The responses of a state, as they stand below it."""
    own = _indent_below(lines)
    end = len(lines) if blank else max(i for i, line in enumerate(lines) if line.strip()) + 1
    yield f"{inner}responses:"
    for line in lines[1:end]:
        yield f"{inner}  {line.removeprefix(own)}" if line.strip() else line


def _lifted(body: list[str]) -> tuple[list[str], list[str]]:
    """What a line says that belongs to the whole state, and the rest."""
    lifted: list[str] = []
    kept: list[str] = []
    deep: int | None = None
    for line in body:
        indent = len(line) - len(line.lstrip(" "))
        if deep is not None and line.strip() and indent <= deep:
            deep = None
        if deep is None and line.lstrip().startswith(_OF_THE_STATE):
            deep = indent
        (kept if deep is None else lifted).append(line)
    return lifted, kept

"""Brings files of an older form of the language to today's: only what must change, and every comment stays."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from simulator.alliance.reactions import Family, ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences.converting import HAS_FAULTS, LINES_HAVE_RESPONSES, WOULD_LOSE
from simulator.scenario.builders import ending_of
from simulator.scenario.document import Patient
from simulator.scenario.files import ScenarioFiles
from simulator.scenario.key_tables import FIRST_PATIENT_FORMAT, FIRST_SCENARIO_FORMAT, PATIENT_FORMAT, SCENARIO_FORMAT
from simulator.scenario.read import read_patient

_FORMAT: Final = re.compile(r"^format:[ ]*([\"']?)([\w/]+)\1", re.MULTILINE)
_OF_THE_STATE: Final = ("afterwards:", "beyond-repair:")
_TODAY: Final = {FIRST_SCENARIO_FORMAT: SCENARIO_FORMAT, FIRST_PATIENT_FORMAT: PATIENT_FORMAT}
"""What the form of a file is called today, by what it was called."""

_ENDS: Final = frozenset({str(Family.END), *(str(state) for state in ReactionState if ending_of(state) is not None)})
"""Where nobody answers any more."""


class CannotConvert(Exception):
    """A file that has to be changed by hand; ``message`` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


def converted(files: ScenarioFiles, path: str) -> bytes:
    """A file in today's form; the same bytes where it is in that form already, or is no file of ours.

    Raises ``CannotConvert`` where it cannot be read or something could not be kept, and ``FileRefused``.
    """
    data = files.read(path)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    try:
        text = data[len(mark) :].decode()
    except UnicodeDecodeError as fault:
        raise CannotConvert(HAS_FAULTS()) from fault
    found = _FORMAT.search(text)
    today = _TODAY.get(found[2]) if found else None
    if found is None or today is None:
        return data
    after = text[: found.start(2)] + today + text[found.end(2) :]
    if today == PATIENT_FORMAT:
        after = _patient(after)
        _compare(read_patient(files, path).patient, read_patient(_Instead(files, path, after), path).patient)
    return mark + after.encode()


def form_of(data: bytes) -> str:
    """What the ``format:`` line of a file says; empty where there is none."""
    found = _FORMAT.search(data.decode("utf-8-sig", "replace"))
    return found[2] if found else ""


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
        raise CannotConvert(HAS_FAULTS())
    if any(line.former_responses for line in before.lines.values()):
        raise CannotConvert(LINES_HAVE_RESPONSES())
    if after != before:
        raise CannotConvert(WOULD_LOSE())


def _patient(text: str) -> str:
    """The lines of a state become wordings, and its responses stand below them; every line keeps the end that it has."""
    sections = list(_sections(text.split("\n"), ""))
    answers = {name: body for key, lines in sections if key == "responses" for name, body in _children(lines)}
    written: list[str] = []
    for key, lines in sections:
        if key == "lines":
            written += _lines(lines, answers)
        elif key != "responses":
            written += lines
    if text.endswith("\n") and written[-1:] != [""]:
        written.append("")
    return "\n".join(written)


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
    return next((line[: _indent(line)] for line in section[1:] if _has_content(line)), "  ")


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
        yield from _state(name, lines, left.pop(name, None))
    for name, lines in left.items():
        if name in _ENDS:
            yield from _as_comment(lines)
        else:
            yield lines[0]
            yield from _answers(lines, _indent_below(lines))


def _state(name: str, lines: list[str], answers: list[str] | None) -> Iterator[str]:
    inner = _indent_below(lines)
    end = _end(lines)
    body, blank = lines[1:end], lines[end:]
    lifted, kept = _lifted(body, len(inner))
    yield lines[0]
    yield f"{inner}wordings:{_end_of(lines[0])}"
    yield from (f"  {line}" if line.strip() else line for line in kept)
    yield from lifted
    if answers is not None and name in _ENDS:
        yield from _as_comment(list(_answers(answers, inner, blank=False)))
    elif answers is not None:
        yield from _answers(answers, inner, blank=False)
    yield from blank


def _as_comment(lines: list[str]) -> Iterator[str]:
    """Responses where the session is over were never on offer: they are kept as a comment."""
    yield from (f"{line[: _indent(line)]}# {line.lstrip(' ')}" if line.strip() else line for line in lines)


def _end(lines: list[str]) -> int:
    """Where what stands below a key ends: blank lines and comments after it belong to what follows."""
    own = _indent(lines[0])
    return max(i for i, line in enumerate(lines) if line.strip() and (_has_content(line) or _indent(line) > own)) + 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _answers(lines: list[str], inner: str, *, blank: bool = True) -> Iterator[str]:
    """The responses of a state, as they stand below it."""
    own = _indent_below(lines)
    end = len(lines) if blank else _end(lines)
    yield f"{inner}responses:{_end_of(lines[0])}"
    for line in lines[1:end]:
        yield f"{inner}  {line.removeprefix(own)}" if line.strip() else line


def _end_of(line: str) -> str:
    """What stands before the line feed, as in the files of Windows."""
    return "\r" if line.endswith("\r") else ""


def _lifted(body: list[str], inner: int) -> tuple[list[str], list[str]]:
    """What the lines say that belongs to the whole state, so far to the left, and the rest."""
    lifted: list[str] = []
    kept: list[str] = []
    deep: int | None = None
    for line in body:
        indent = _indent(line)
        if deep is not None and line.strip() and indent <= deep:
            deep = None
        if deep is None and line.lstrip().startswith(_OF_THE_STATE):
            deep = indent
        if deep is None:
            kept.append(line)
        else:
            lifted.append(line[deep - inner :] if line.strip() else line)
    return lifted, kept

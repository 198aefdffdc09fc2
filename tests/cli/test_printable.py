"""Whatever a command writes goes through one module: no text drives the terminal, no letter stops it, JSON is exact."""

from __future__ import annotations

import ast
import io
import json
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.cli.printable import prepare_streams, renew_line, write_json, write_line, write_prompt, write_text

PROJECT = Path(__file__).parents[2]
COMMANDS = PROJECT / "simulator" / "cli"
WRITER = "printable.py"


class Terminal:
    """A stream of an encoding, and the bytes that arrive at its other end."""

    def __init__(self, encoding: str, errors: str = "strict") -> None:
        self._arrived = io.BytesIO()
        self.stream = io.TextIOWrapper(self._arrived, encoding=encoding, errors=errors, newline="\n")

    @property
    def bytes(self) -> bytes:
        """What has arrived."""
        self.stream.flush()
        return self._arrived.getvalue()


def ways_around(source: str) -> Iterator[int]:
    """The lines in which a module of a command writes by itself."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name("print")) | ast.Call(func=ast.Attribute(attr="write" | "writelines" | "print")):
                yield node.lineno
            case ast.Call(func=ast.Name("input"), args=[_, *_]):
                yield node.lineno
            case ast.Attribute(attr="buffer" | "__stdout__" | "__stderr__"):
                yield node.lineno


# Letters that a terminal lacks.


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("utf-8", "“Kim Ō’Neil” → café … 😀"),
        ("cp1252", "“Kim \\u014c’Neil” -> café … \\U0001f600"),
        ("latin-1", '"Kim \\u014c\'Neil" -> café ... \\U0001f600'),
        ("cp437", '"Kim \\u014c\'Neil" -> café ... \\U0001f600'),
        ("ascii", '"Kim \\u014c\'Neil" -> caf\\xe9 ... \\U0001f600'),
    ],
)
def test_a_letter_that_the_terminal_lacks_has_a_stand_in_or_a_code(encoding: str, shown: str) -> None:
    terminal = Terminal(encoding)
    write_line("“Kim Ō’Neil” → café … 😀", terminal.stream)
    assert terminal.bytes.decode(encoding) == f"{shown}\n"


@given(words=st.text(st.characters(codec=None)), encoding=st.sampled_from(["utf-8", "ascii", "cp850", "shift_jis"]))
def test_no_letter_stops_a_line_and_none_begins_another(words: str, encoding: str) -> None:
    terminal = Terminal(encoding)
    write_line(words, terminal.stream)
    shown = terminal.bytes.decode(encoding)
    assert shown.endswith("\n")
    assert shown.removesuffix("\n").isprintable()


def test_lines_that_were_laid_out_stay_lines() -> None:
    terminal = Terminal("ascii")
    write_text("one\n  two\x1b\n", terminal.stream)
    assert terminal.bytes == b"one\n  two\\x1b\n\n"


def test_a_question_stays_on_its_line_and_a_line_that_is_renewed_cannot_drive_the_terminal_either() -> None:
    terminal = Terminal("ascii")
    write_prompt("“a\x1b” >", terminal.stream)
    renew_line("b\x1b[2J", terminal.stream)
    assert terminal.bytes == b'"a\\x1b" > \r\x1b[Kb\\x1b[2J'


def test_standard_streams_take_whatever_others_write_to_them() -> None:
    terminal = Terminal("cp437")
    prepare_streams(terminal.stream, io.StringIO())
    terminal.stream.write("“\ud800”")
    assert terminal.bytes == b"\\u201c\\ud800\\u201d"


# JSON.


@pytest.mark.parametrize("encoding", ["utf-8", "cp437", "cp850", "cp1252", "latin-1", "ascii", "utf-16"])
def test_json_is_utf8_whatever_the_terminal_and_comes_in_its_place(encoding: str) -> None:
    terminal = Terminal(encoding)
    write_json({"says": "“Ō” 😀"}, terminal.stream)
    assert terminal.bytes.decode("utf-8") == '{\n  "says": "“Ō” 😀"\n}\n'


@given(text=st.text(st.characters(codec=None)))
def test_json_has_the_exact_text_and_shows_nothing_that_cannot_be_seen(text: str) -> None:
    terminal = Terminal("ascii")
    write_json({text: [text]}, terminal.stream)
    told = terminal.bytes.decode("utf-8")
    assert told.replace("\n", "").isprintable()
    # Two halves of a letter that stand side by side are that letter in JSON.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(told) == {whole: [whole]}


def test_json_follows_what_was_written_before() -> None:
    terminal = Terminal("cp437")
    write_line("first", terminal.stream)
    write_json([1], terminal.stream)
    write_line("last", terminal.stream)
    assert terminal.bytes == b"first\n[\n  1\n]\nlast\n"


# Nobody goes around it.


def test_no_command_writes_by_itself() -> None:
    modules = [path for path in COMMANDS.rglob("*.py") if path.name != WRITER]
    assert len(modules) > 15
    found = {path.name: lines for path in modules if (lines := list(ways_around(path.read_text("utf-8"))))}
    assert found == {}


@pytest.mark.parametrize(
    "source",
    [
        "print(title)",
        "sys.stdout.write(title)",
        "stream.writelines([title])",
        "input(title)",
        "builtins.print(title)",
        "sys.stdout.buffer",
        "sys.__stderr__",
    ],
)
def test_a_way_around_it_is_found(source: str) -> None:
    assert list(ways_around(f"def told():\n    {source}"))[:1] == [2]


def test_printing_is_refused_by_the_linter_in_every_command() -> None:
    lint = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    assert "T20" in lint["select"]
    excused = [where for where, rules in lint["per-file-ignores"].items() if "T20" in rules]
    assert excused == ["tests/**"]

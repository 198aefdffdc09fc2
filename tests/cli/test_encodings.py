"""Every command on terminals that lack most letters: nothing stops it, and JSON is UTF-8 all the same."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from simulator.cli.commands import COMMANDS, main
from tests.cli.terminal import ROOT

ENCODINGS: Final = ("cp437", "cp850", "latin-1", "ascii", "cp1252")
CONCERT: Final = "scenarios/concert-silence.yaml"
BAD: Final = str(next((ROOT / "tests" / "bad").glob("d505-*.yaml")))

SPOKEN: Final = (
    ("--help",),
    ("chekc",),
    *((name, "--help") for name in COMMANDS),
    ("check", "--quick", BAD),
    ("check", "none.yaml"),
    ("play", CONCERT, "--no-value", "--responses", "silence,silence"),
    ("play", CONCERT, "--no-value", "--responses", "nothing"),
    ("simulate", CONCERT, "--runs", "5"),
    ("simulate", CONCERT, "--transcripts", "2"),
    ("about", "--notices"),
    ("analyse", CONCERT, "--budget-states", "100"),
)
DOCUMENTS: Final = (
    ("check", "--quick", "--json", BAD),
    ("play", CONCERT, "--no-value", "--responses", "silence,silence", "--json"),
    ("simulate", CONCERT, "--runs", "5", "--json"),
    ("simulate", CONCERT, "--transcripts", "2", "--json"),
    ("analyse", CONCERT, "--budget-states", "100", "--json"),
    ("schema",),
)


@cache
def answered(encoding: str, *words: str) -> tuple[bytes, bytes]:
    """The bytes that a command writes to terminals of an encoding that refuse every letter they lack."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        assert main(words) in (0, 1, 2)
    out.flush()
    err.flush()
    return out.buffer.getvalue(), err.buffer.getvalue()


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("words", SPOKEN, ids=" ".join)
def test_what_a_command_says_can_be_read_on_every_terminal(words: tuple[str, ...], encoding: str) -> None:
    here, there = (b"".join(answered(name, *words)).decode(name).split("\n") for name in ("utf-8", encoding))
    assert len(here) == len(there) > 1
    for line, shown in zip(here, there, strict=True):
        # Nothing is lost but the letters that are not there, and each of these is told in some other way.
        assert line == shown if line.isascii() else len(shown) >= len(line)


@pytest.mark.parametrize("words", DOCUMENTS, ids=" ".join)
def test_a_document_has_the_same_bytes_on_every_terminal(words: tuple[str, ...]) -> None:
    told = {answered(encoding, *words)[0] for encoding in ("utf-8", *ENCODINGS)}
    assert len(told) == 1
    document = told.pop().decode("utf-8")
    assert json.loads(document)


@pytest.mark.parametrize("encoding", [*ENCODINGS, "cp437:strict", "ascii:strict"])
def test_the_program_itself_does_so(encoding: str, tmp_path: Path) -> None:
    def program(*words: str) -> bytes:
        done = subprocess.run(
            [sys.executable, "main.py", *words],
            cwd=ROOT,
            env={**os.environ, "PYTHONIOENCODING": encoding, "ATTUNE_HOME": str(tmp_path)},
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout

    name = encoding.partition(":")[0]
    assert "Without a command" in program("--help").decode(name)
    assert json.loads(program("check", "--quick", "--json", BAD).decode("utf-8"))["warnings"] == 1


@pytest.mark.slow
@pytest.mark.parametrize("words", [*SPOKEN, *DOCUMENTS], ids=" ".join)
def test_every_command_runs_where_python_reads_and_writes_as_the_locale_does(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    surroundings = {**os.environ, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-W", "error::EncodingWarning", "main.py", *words],
        cwd=ROOT,
        env={**surroundings, "ATTUNE_HOME": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 1, 2)
    assert b"Traceback" not in done.stderr
    if words in DOCUMENTS:
        assert json.loads(done.stdout.decode("utf-8"))


def test_there_are_letters_in_documents_that_terminals_lack() -> None:
    assert not answered("ascii", "simulate", CONCERT, "--transcripts", "2", "--json")[0].isascii()

"""One program for one data folder, and the lock never outlives its program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from simulator.session.errors import StoreError, StoreInUse
from simulator.storage.home import open_store
from simulator.storage.lock import FolderLock

_OTHER_PROGRAM = """
import sys
from pathlib import Path
from simulator.storage.home import open_store
store = open_store(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def other_program(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that has the folder open."""
    with subprocess.Popen(
        [sys.executable, "-c", _OTHER_PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        yield program
        program.kill()


def test_a_second_program_is_told_which_folder_is_in_use(tmp_path: Path) -> None:
    with other_program(tmp_path), pytest.raises(StoreInUse, match=f"already open with the data folder “{tmp_path}”"):
        open_store(tmp_path)


def test_the_folder_is_free_once_the_other_program_is_killed(tmp_path: Path) -> None:
    with other_program(tmp_path) as program:
        os.kill(program.pid, signal.SIGKILL)
        program.wait()
        open_store(tmp_path).close()


def test_the_folder_is_free_once_the_store_is_closed(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with pytest.raises(StoreInUse):
        open_store(tmp_path)
    store.close()
    store.close()
    open_store(tmp_path).close()


def test_another_folder_is_not_in_use(tmp_path: Path) -> None:
    first = open_store(tmp_path / "one")
    open_store(tmp_path / "two").close()
    first.close()


def test_a_store_that_cannot_be_opened_does_not_keep_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sessions.sqlite3").write_text("not a database, " * 100)
    with pytest.raises(StoreError, match="not a store of conversations"):
        open_store(tmp_path)
    FolderLock(tmp_path).release()

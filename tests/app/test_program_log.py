"""The log tells whoever looks after the computer what went wrong, and nothing about people."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulator.storage.program_log import KEPT, LARGEST, LOG_FILE, ProgramLog
from tests.app.programs import run

SECRET = "Kim told me about the funeral"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ProgramLog]:
    """A log in a folder of its own."""
    log = ProgramLog(tmp_path)
    yield log
    log.close()


def text_of(folder: Path) -> str:
    return (folder / LOG_FILE).read_text("utf-8")


def mistaken(words: str) -> None:
    raise ValueError(words)


def noted_mistake(log: ProgramLog) -> None:
    try:
        mistaken(SECRET)
    except ValueError as fault:
        log.mistake(type(fault), fault.__traceback__)


def test_a_start_and_an_end_are_logged_with_versions(tmp_path: Path) -> None:
    assert run("main.py", "--smoke", home=tmp_path).returncode == 0
    begun, ended = text_of(tmp_path).splitlines()
    assert "INFO begun: Attune 0.1.0, Python 3." in begun
    assert ended.endswith("ended with 0")


def test_a_mistake_is_logged_by_kind_and_place_without_what_it_said(log: ProgramLog, tmp_path: Path) -> None:
    noted_mistake(log)
    assert "ERROR mistake: ValueError at test_program_log.py:" in text_of(tmp_path)
    assert "Kim" not in text_of(tmp_path)
    assert str(Path(__file__).parent) not in text_of(tmp_path)


def test_the_innermost_place_of_a_mistake_stands_first(log: ProgramLog, tmp_path: Path) -> None:
    noted_mistake(log)
    first, second = (part.rpartition(":")[2] for part in text_of(tmp_path).strip().split(" at ")[1].split(" < "))
    assert int(first) < int(second)


def test_a_refusal_is_logged_by_the_id_of_its_sentence(log: ProgramLog, tmp_path: Path) -> None:
    log.refused("storage/full")
    assert text_of(tmp_path).rstrip().endswith("WARNING refused: storage/full")


def test_a_log_that_has_grown_is_put_away_and_only_some_are_kept(log: ProgramLog, tmp_path: Path) -> None:
    for _ in range((KEPT + 3) * LARGEST // 1000):
        log.refused("x" * 1000)
    log.close()
    files = sorted(path.name for path in tmp_path.glob(f"{LOG_FILE}*"))
    assert files == [LOG_FILE, *(f"{LOG_FILE}.{number}" for number in range(1, KEPT + 1))]
    assert all(path.stat().st_size <= LARGEST for path in tmp_path.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_its_user_can_read_a_log_that_was_begun_when_another_was_full(log: ProgramLog, tmp_path: Path) -> None:
    for _ in range(2 * LARGEST // 1000):
        log.refused("x" * 1000)
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_its_user_can_read_the_log(log: ProgramLog, tmp_path: Path) -> None:
    log.ended(0)
    assert stat.S_IMODE((tmp_path / LOG_FILE).stat().st_mode) == 0o600


def test_where_no_log_can_be_written_nobody_is_disturbed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / LOG_FILE).mkdir()
    log = ProgramLog(tmp_path)
    log.refused("storage/full")
    log.ended(1)
    assert capsys.readouterr().err == ""

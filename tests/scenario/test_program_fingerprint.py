"""With other sources the fingerprint is another, so that nothing outlives the program it was worked out with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import simulator
from simulator.scenario.program_fingerprint import READER_AND_CHECKS, program_fingerprint


def a_program(root: Path) -> Path:
    """Sources of a program with two files for each package."""
    for name in READER_AND_CHECKS:
        (root / name / "deeper").mkdir(parents=True)
        (root / name / "first.py").write_text(f"{name} = 1\n")
        (root / name / "deeper" / "second.py").write_text("second = 2\n")
    return root


def fingerprint(root: Path) -> str:
    """The fingerprint as another start of the program would read it."""
    program_fingerprint.cache_clear()
    return program_fingerprint(READER_AND_CHECKS, root)


@pytest.mark.parametrize("package", READER_AND_CHECKS)
def test_a_change_anywhere_in_the_packages_changes_the_fingerprint(tmp_path: Path, package: str) -> None:
    root = a_program(tmp_path)
    before = fingerprint(root)
    assert fingerprint(root) == before
    deep = root / package / "deeper" / "second.py"
    deep.write_text("second = 3\n")
    changed = fingerprint(root)
    deep.rename(deep.with_name("third.py"))
    renamed = fingerprint(root)
    (root / package / "fourth.py").touch()
    assert len({before, changed, renamed, fingerprint(root)}) == 4


def test_what_moves_from_one_file_to_the_next_changes_the_fingerprint(tmp_path: Path) -> None:
    root = a_program(tmp_path)
    one, other = root / "scenario" / "a.py", root / "scenario" / "b.py"
    told = set()
    for cut in range(4):
        one.write_text("xyz"[:cut])
        other.write_text("xyz"[cut:])
        told.add(fingerprint(root))
    assert len(told) == 4


def test_a_file_of_the_same_length_is_known_by_its_time_and_other_packages_do_not_matter(tmp_path: Path) -> None:
    root = a_program(tmp_path)
    before = fingerprint(root)
    (root / "ui").mkdir()
    (root / "ui" / "window.py").write_text("wide = True\n")
    assert fingerprint(root) == before
    os.utime(root / "scenario" / "first.py", ns=(1, 1))
    assert fingerprint(root) != before


def test_other_packages_have_another_fingerprint(tmp_path: Path) -> None:
    root = a_program(tmp_path)
    assert program_fingerprint(("patient",), root) != program_fingerprint(("scenario",), root)


def test_it_is_read_once_while_the_program_runs(tmp_path: Path) -> None:
    root = a_program(tmp_path)
    before = fingerprint(root)
    (root / "patient" / "first.py").write_text("changed = True\n")
    assert program_fingerprint(READER_AND_CHECKS, root) == before


def test_where_there_are_no_sources_as_in_a_bundle_the_version_stands_for_them(tmp_path: Path) -> None:
    here = Path(simulator.__file__).parent
    bundled = fingerprint(tmp_path)
    assert len(bundled) == 24
    assert bundled == fingerprint(tmp_path / "elsewhere")
    assert bundled not in {fingerprint(here), fingerprint(a_program(tmp_path / "program"))}


def test_the_program_has_one_that_can_be_part_of_a_name() -> None:
    told = program_fingerprint(READER_AND_CHECKS)
    assert told == fingerprint(Path(simulator.__file__).parent)
    assert len(told) == 24
    assert set(told) <= set("0123456789abcdef")

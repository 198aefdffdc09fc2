"""With any other rule the fingerprint is another, so that no price outlives the rules it was worked out with."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

import simulator
from simulator.analysis.fingerprint import RULES, rules_fingerprint


def a_program(root: Path) -> Path:
    """Sources of a program with a file for each package of the rules."""
    for name in RULES:
        (root / name / "deeper").mkdir(parents=True)
        (root / name / "first.py").write_text(f"{name} = 1\n")
        (root / name / "deeper" / "second.py").write_text("second = 2\n")
    return root


def fingerprint(root: Path) -> str:
    """The fingerprint as another start of the program would read it."""
    rules_fingerprint.cache_clear()
    told = rules_fingerprint(root)
    assert told is not None
    return told


@pytest.mark.parametrize("package", RULES)
def test_a_change_anywhere_in_the_rules_changes_the_fingerprint(tmp_path: Path, package: str) -> None:
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
    one, other = root / "analysis" / "a.py", root / "analysis" / "b.py"
    told = set()
    for cut in range(4):
        one.write_text("xyz"[:cut])
        other.write_text("xyz"[cut:])
        told.add(fingerprint(root))
    assert len(told) == 4


def test_what_is_no_rule_does_not_matter(tmp_path: Path) -> None:
    root = a_program(tmp_path)
    before = fingerprint(root)
    (root / "ui").mkdir()
    (root / "ui" / "window.py").write_text("wide = True\n")
    (root / "analysis" / "__pycache__").mkdir()
    (root / "analysis" / "__pycache__" / "first.pyc").write_text("compiled")
    assert fingerprint(root) == before


def test_it_is_read_once_while_the_program_runs(tmp_path: Path) -> None:
    root = a_program(tmp_path)
    before = fingerprint(root)
    (root / "patient" / "first.py").write_text("changed = True\n")
    assert rules_fingerprint(root) == before


def test_where_there_are_no_sources_the_installed_version_stands_for_them(tmp_path: Path) -> None:
    assert importlib.metadata.version("attune")
    assert fingerprint(tmp_path) not in {fingerprint(Path(simulator.__file__).parent), fingerprint(a_program(tmp_path))}


def test_the_programs_own_rules_have_a_fingerprint_that_can_be_part_of_a_name() -> None:
    told = rules_fingerprint()
    assert told == fingerprint(Path(simulator.__file__).parent)
    assert len(told) == 32
    assert set(told) <= set("0123456789abcdef")

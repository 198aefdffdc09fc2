"""However many scenarios there are, none is read twice and the index no oftener than once while the program runs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from simulator.scenario.library import Library
from tests.scenario.libraries import index, people_in, write

MANY = 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with many scenarios, known to the index."""
    folder = people_in(tmp_path / "scenarios")
    for number in range(MANY):
        write(folder, f"own-{number:03}", f"Scenario {number}")
    assert len(Library((folder,), index(folder)).cards()) == MANY
    return folder


def make_unreadable_unnoticed(path: Path) -> None:
    """Put other bytes into a file, as many as before and with the same time: only whoever reads it can tell."""
    before = path.stat()
    path.write_bytes(b"\xff" * before.st_size)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_listing_what_is_known_reads_no_scenario_and_no_patient(root: Path) -> None:
    known = Library((root,), index(root)).cards()
    for path in root.rglob("*.yaml"):
        make_unreadable_unnoticed(path)
    assert Library((root,), index(root)).cards() == known


def test_of_many_only_the_one_that_was_saved_is_read_again(root: Path) -> None:
    for number in range(1, MANY):
        make_unreadable_unnoticed(root / f"own-{number:03}.yaml")
    write(root, "own-000", "Another title")
    cards = Library((root,), index(root)).cards()
    assert len(cards) == MANY
    assert sum(1 for card in cards if card.problems) == 0
    assert "Another title" in {card.title for card in cards}


def test_the_index_is_read_once_while_the_program_runs_and_written_only_after_a_change(root: Path) -> None:
    library = Library((root,), index(root))
    first = library.cards()
    index(root).unlink()
    again = library.cards()
    assert all(one is other for one, other in zip(first, again, strict=True)), "nothing was made anew"
    assert not index(root).exists()
    write(root, "own-000", "Another title")
    assert len(library.cards()) == MANY
    assert index(root).exists()


def test_where_there_is_no_index_to_be_had_nothing_is_read_twice_all_the_same(root: Path) -> None:
    nowhere = root / "own-000.yaml" / "index.json"
    library = Library((root,), nowhere)
    known = library.cards()
    for path in root.rglob("*.yaml"):
        make_unreadable_unnoticed(path)
    assert library.cards() == known

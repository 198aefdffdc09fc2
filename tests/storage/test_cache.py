"""What is kept is found again whole or not at all, in bounded room, and no trouble with the disk reaches anybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.storage.cache import Cache
from tests.storage.test_full_disk import files_no_longer_than

_ROOT = Path(__file__).parents[2]
_LONG = 120
"""Seconds after which another program is taken to be stuck."""


def the_file(folder: Path) -> Path:
    """The only file of a cache."""
    (path,) = folder.iterdir()
    return path


def put_long_ago(cache: Cache, folder: Path, *names: str) -> None:
    """Keep a hundred bytes under each name, the first of them longest ago."""
    for name in names:
        known = set(folder.glob("*"))
        cache.put(name, name.encode() * 100)
        (path,) = set(folder.iterdir()) - known
        day = 1_700_000_000 + 86_400 * names.index(name)
        os.utime(path, (day, day))


def test_what_was_kept_is_there_after_the_program_was_closed(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "cache"
    Cache(folder).put("0a1b-2-ff", b"prices")
    again = Cache(folder)
    assert again.get("0a1b-2-ff") == b"prices"
    assert again.get("0a1b-3-ff") is None
    again.put("0a1b-2-ff", b"")
    assert Cache(folder).get("0a1b-2-ff") == b""


def test_looking_into_a_cache_that_does_not_exist_makes_no_folder(tmp_path: Path) -> None:
    assert Cache(tmp_path / "cache").get("aa") is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "../aa", "aa/bb", "aa\\bb", "/aa", ".aa", "aa.", "-aa", "C:aa", "AA", "aa bb", "a\n", "a" * 161],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    cache = Cache(tmp_path / "cache")
    with pytest.raises(ValueError, match="is no name"):
        cache.put(name, b"")
    with pytest.raises(ValueError, match="is no name"):
        cache.get(name)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_damaged_anywhere_is_not_there_and_is_removed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aa", b"prices")
    whole = the_file(tmp_path).read_bytes()
    flipped = [whole[:i] + bytes([whole[i] ^ 1 << i % 8]) + whole[i + 1 :] for i in range(len(whole))]
    for damaged in (*flipped, *(whole[:length] for length in range(len(whole))), whole + b"\0"):
        cache.put("aa", b"prices")
        the_file(tmp_path).write_bytes(damaged)
        assert cache.get("aa") is None
        assert list(tmp_path.iterdir()) == []


def test_a_file_under_another_name_than_its_own_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aa", b"prices")
    path = the_file(tmp_path)
    path.rename(path.with_name(path.name.replace("aa", "bb")))
    assert cache.get("bb") is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_larger_than_the_whole_cache_is_removed(tmp_path: Path) -> None:
    Cache(tmp_path).put("aa", bytes(2_000))
    assert Cache(tmp_path, most_bytes=1_000).get("aa") is None
    assert list(tmp_path.iterdir()) == []


def test_what_was_used_longest_ago_is_dropped_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=1_000)
    put_long_ago(cache, tmp_path, "a1", "b2", "c3", "d4")
    assert cache.get("a1") == b"a1" * 100
    cache.put("e5", b"e5" * 100)
    kept = [name for name in ("a1", "b2", "c3", "d4", "e5") if cache.get(name) is not None]
    assert kept == ["a1", "c3", "d4", "e5"], "only the second was not used since"
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1_000


def test_what_does_not_fit_at_all_drops_nothing_else(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most_bytes=1_000)
    cache.put("aa", b"prices")
    cache.put("bb", bytes(1_000))
    assert cache.get("aa") == b"prices"
    assert cache.get("bb") is None


def test_what_a_dying_program_left_half_written_makes_room_and_other_peoples_files_stay(tmp_path: Path) -> None:
    half, letter = tmp_path / ".aa.kept-x7_f", tmp_path / "letter.txt"
    for path in (half, letter):
        path.write_bytes(bytes(900))
        os.utime(path, (1_000_000_000, 1_000_000_000))
    cache = Cache(tmp_path, most_bytes=1_000)
    cache.put("bb", bytes(500))
    assert not half.exists()
    assert letter.exists()
    assert cache.get("bb") == bytes(500)


def test_all_of_it_can_be_dropped_and_files_of_others_stay(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.clear()
    assert not (tmp_path / "cache").exists()
    cache.put("aa", b"prices")
    (tmp_path / "cache" / ".bb.kept-x1").write_bytes(b"half written")
    (tmp_path / "cache" / "notes.txt").write_text("not ours")
    cache.clear()
    assert cache.get("aa") is None
    assert [path.name for path in (tmp_path / "cache").iterdir()] == ["notes.txt"]


def test_a_full_disk_keeps_what_was_there_and_tells_nobody(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aa", b"old")
    with files_no_longer_than(10):
        cache.put("aa", b"new")
        cache.put("bb", b"new")
    assert cache.get("aa") == b"old"
    assert cache.get("bb") is None
    assert len(list(tmp_path.iterdir())) == 1


def test_a_folder_that_cannot_be_made_keeps_nothing_and_tells_nobody(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file is in the way")
    for folder in (tmp_path / "cache", tmp_path / "cache" / "deeper"):
        cache = Cache(folder)
        cache.put("aa", b"prices")
        assert cache.get("aa") is None


def test_a_folder_where_the_file_should_be_keeps_nothing_and_tells_nobody(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("aa", b"prices")
    path = the_file(tmp_path)
    path.unlink()
    path.mkdir()
    assert cache.get("aa") is None
    cache.put("aa", b"prices")
    assert cache.get("aa") is None
    assert list(tmp_path.iterdir()) == [path]


def test_a_mistake_of_the_program_is_not_taken_for_trouble_with_the_disk(tmp_path: Path) -> None:
    with pytest.raises(TypeError):
        Cache(tmp_path).put("aa", "text")  # type: ignore[arg-type]


_ANOTHER_PROGRAM = """
import random, sys
from pathlib import Path
from simulator.storage.cache import Cache
cache, chance = Cache(Path(sys.argv[1]), most_bytes=20_000), random.Random(int(sys.argv[2]))
found = 0
for _ in range(150):
    name = chance.choice("0123456789")
    if chance.random() < 0.5:
        cache.put(name, name.encode() * chance.randrange(1, 6_000))
    else:
        data = cache.get(name)
        found += data is not None
        assert data is None or set(data.decode()) == {name}, "something else was found"
print(found)
"""


def test_two_programs_at_once_find_only_what_is_whole(tmp_path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", _ANOTHER_PROGRAM, str(tmp_path), seed],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for seed in "12"
    ]
    for program in programs:
        found, complaints = program.communicate(timeout=_LONG)
        assert (program.returncode, complaints) == (0, "")
        assert int(found) > 0
    assert 0 < sum(path.stat().st_size for path in tmp_path.iterdir()) <= 20_000

"""Whatever lies in a scenario folder, the library is listed, and what it shows on no shelf it names with the reason."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.file_names import visible
from simulator.scenario.library import Library
from simulator.scenario.library_scan import MOST_FOLDERS
from tests.privileges import as_an_ordinary_user
from tests.scenario.libraries import folders_without_end, index, listing, people_in, reasons, write, write_as

posix_names = pytest.mark.skipif(os.name == "nt", reason="names are not bytes there")


def _usable(name: bytes) -> bool:
    """Whether a disk can have such a name and the library does not take it for hidden."""
    return not name.startswith(b".") and not set(name) & set(b"/\0")


any_name = st.one_of(
    st.binary(min_size=1, max_size=60),
    st.text(min_size=1, max_size=15).map(lambda text: text.encode("utf-8", "surrogatepass")),
).filter(_usable)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A scenario folder with one scenario and the shipped patients."""
    home = people_in(tmp_path / "scenarios")
    write(home, "concert")
    return home


@pytest.fixture
def deep(root: Path) -> Iterator[Path]:
    """The same with folders without end."""
    with folders_without_end(root):
        yield root


def paths(root: Path) -> list[str]:
    """Everything that the library names: the paths on its cards, and those that it left out."""
    found = listing(root)
    return [card.path for card in found.cards] + [left.path for left in found.left_out]


def assert_index_is_whole(root: Path) -> None:
    """The index can be read, holds the concert, has nothing half written beside it, and lists the same again."""
    document = json.loads(index(root).read_bytes())
    assert "concert.yaml" in document["roots"][str(root)]
    assert sorted(path.name for path in root.parent.iterdir()) == ["index.json", "scenarios"]
    written = index(root).stat().st_mtime_ns
    assert listing(root) == listing(root)
    assert index(root).stat().st_mtime_ns == written


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("mine.yml", "mine.yaml"),
        ("mine.YAML", "mine.yaml"),
        ("mine.Yml", "mine.yaml"),
        ("mine.yaml.txt", "mine.yaml"),
        ("mine.yml.TXT", "mine.yaml"),
        ("mine.yaml ", "mine.yaml"),
        ("mine.yaml.yml", "mine.yaml"),
        ("my.second.yml", "my-second.yaml"),
    ],
)
def test_another_ending_is_told_with_the_name_that_would_do(root: Path, name: str, better: str) -> None:
    write_as(root / name)
    (left,) = listing(root).left_out
    assert (left.path, left.reason.id) == (name, "library/ending")
    assert str(left.reason).endswith(f"rename it to “{better}”.")
    assert_index_is_whole(root)


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("my.second.yaml", "my-second.yaml"),
        ("concert.second.yaml", "concert-second.yaml"),
        ("lost.de.yaml", "lost-de.yaml"),
        ("concert..yaml", "concert.yaml"),
        ("concert.yaml.yaml", "concert.yaml"),
    ],
)
def test_a_second_dot_is_told_with_what_it_is_kept_for(root: Path, name: str, better: str) -> None:
    write_as(root / name)
    (left,) = listing(root).left_out
    assert (left.path, left.reason.id) == (name, "library/second-dot")
    assert "translation" in str(left.reason)
    assert f"rename it to “{better}”" in str(left.reason)
    assert_index_is_whole(root)


@pytest.mark.parametrize("name", ["concert.de.yaml", "concert.pt-BR.yaml"])
def test_a_translation_beside_its_scenario_is_not_told(root: Path, name: str) -> None:
    write_as(root / name)
    assert paths(root) == ["concert.yaml"]


@pytest.mark.parametrize(
    "name", ["README.md", "concert.plan", "photo.jpg", "concert.yaml~", "concert.yaml.bak", ".x.yml"]
)
def test_what_is_plainly_no_scenario_is_passed_over(root: Path, name: str) -> None:
    write_as(root / name)
    assert paths(root) == ["concert.yaml"]


def test_patients_may_have_names_that_scenarios_may_not(root: Path) -> None:
    write_as(root / "patients" / "ines.before.yaml")
    write_as(root / "patients" / "ines.yml")
    assert paths(root) == ["concert.yaml"]


@pytest.mark.parametrize(
    ("name", "shown", "reason"),
    [
        (b"caf\xe9.yaml", "caf�.yaml", "not-utf8"),
        (b"caf\xe9\x1b.yml", "caf�\\x1b.yml", "not-utf8"),
        (b"a\x1b[31m.yaml", "a\\x1b[31m.yaml", "invisible"),
        (b"a\nb.yaml", "a\\x0ab.yaml", "invisible"),
        (b"a\x7f.yaml", "a\\x7f.yaml", "invisible"),
        ("a\u202eb.yaml".encode(), "a\\u202eb.yaml", "invisible"),
        ("a\u2028b.yaml".encode(), "a\\u2028b.yaml", "invisible"),
        (b"a:b.yaml", "a:b.yaml", "not-in-paths"),
        (b"a\\b.yaml", "a\\b.yaml", "not-in-paths"),
    ],
)
@posix_names
def test_a_name_that_cannot_be_written_down_is_shown_safely(root: Path, name: bytes, shown: str, reason: str) -> None:
    write_as(root / os.fsdecode(name))
    assert reasons(root) == {shown: reason}
    assert [card.path for card in listing(root).cards] == ["concert.yaml"]
    assert_index_is_whole(root)


@posix_names
def test_a_folder_with_such_a_name_is_left_out_whole(root: Path) -> None:
    write_as(root / os.fsdecode(b"caf\xe9") / "mine.yaml")
    write_as(root / "patients" / os.fsdecode(b"caf\xe9.yaml"))
    assert reasons(root) == {"caf�": "not-utf8", "patients/caf�.yaml": "not-utf8"}
    assert_index_is_whole(root)


@pytest.mark.parametrize("name", ["café", "Übung 1", "練習", "👩‍⚕️", "a'b\"c", "a b"])
def test_letters_of_any_script_are_no_reason(root: Path, name: str) -> None:
    write_as(root / name / f"{name}.yaml")
    assert reasons(root) == {}
    assert f"{name}/{name}.yaml" in paths(root)
    assert_index_is_whole(root)


@posix_names
@given(any_name)
def test_whatever_bytes_a_file_is_called_by_it_is_named_once(name: bytes) -> None:
    assert_named_once(name + b".yaml", b"")


@posix_names
@given(any_name)
def test_whatever_bytes_a_folder_is_called_by_it_or_its_scenario_is_named_once(name: bytes) -> None:
    assert_named_once(b"mine.yaml", name)


def assert_named_once(file: bytes, folder: bytes) -> None:
    with tempfile.TemporaryDirectory() as home:
        root, cache = Path(home, "scenarios"), Path(home, "index.json")
        place = root / os.fsdecode(folder) / os.fsdecode(file)
        try:
            place.parent.mkdir(parents=True)
            place.write_bytes(b"format: scenario/1\n")
        except (OSError, ValueError):
            return  # a disk that refuses such names
        found = Library((root,), cache).listing()
        named = [card.path for card in found.cards] + [left.path for left in found.left_out]
        whole = os.fsdecode(folder + b"/" + file if folder else file)
        assert named in ([visible(whole)], [visible(os.fsdecode(folder))])
        json.dumps(named, ensure_ascii=False).encode("utf-8")
        assert Library((root,), cache).listing() == found
        assert sorted(path.name for path in Path(home).iterdir()) == ["index.json", "scenarios"]


def test_folders_without_end_are_left_out_from_some_depth_on(deep: Path) -> None:
    (left,) = listing(deep).left_out
    assert (left.path, left.reason.id) == ("/".join("d" * (MOST_FOLDERS + 1)), "library/too-deep")
    assert [card.path for card in listing(deep).cards] == ["concert.yaml"]
    assert_index_is_whole(deep)


def test_a_scenario_in_the_deepest_folder_that_is_looked_into_is_listed(root: Path) -> None:
    write(root, "d/" * MOST_FOLDERS + "mine")
    write(root, "e/" * (MOST_FOLDERS + 1) + "mine-too")
    assert reasons(root) == {"/".join("e" * (MOST_FOLDERS + 1)): "too-deep"}
    assert "d/" * MOST_FOLDERS + "mine.yaml" in paths(root)


def test_a_folder_that_cannot_be_read_is_told_and_the_rest_is_listed(root: Path) -> None:
    locked = root / "locked"
    write(root, "locked/mine")
    locked.chmod(0)
    try:
        with as_an_ordinary_user():
            assert reasons(root) == {"locked": "unreadable"}
            assert [card.path for card in listing(root).cards] == ["concert.yaml"]
            assert_index_is_whole(root)
    finally:
        locked.chmod(0o700)


def test_a_file_in_the_place_of_the_folder_is_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "own").write_text("in the way", encoding="utf-8")
    found = listing(tmp_path / "own", root)
    assert [(left.path, left.reason.id) for left in found.left_out] == [(str(tmp_path / "own"), "library/unreadable")]
    assert [card.path for card in found.cards] == ["concert.yaml"]


def test_links_that_lead_to_no_scenario_are_told(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    try:
        (root / "course").symlink_to(tmp_path / "elsewhere")
        (root / "gone.yaml").symlink_to(tmp_path / "gone.yaml")
        (root / "circle.yaml").symlink_to(root / "circle.yaml")
    except OSError:
        pytest.skip("no links can be made here")
    told = reasons(root)
    assert (told["course"], told["gone.yaml"]) == ("linked-folder", "no-file")
    assert told["circle.yaml"] in {"no-file", "unreadable"}
    assert [card.path for card in listing(root).cards] == ["concert.yaml"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_told_and_does_not_hold_the_program_up(root: Path) -> None:
    os.mkfifo(root / "pipe.yaml")
    assert reasons(root) == {"pipe.yaml": "no-file"}


def test_what_is_left_out_of_the_own_folder_and_of_the_shipped_one_is_told_together(root: Path, tmp_path: Path) -> None:
    write(tmp_path / "own", "mine")
    write_as(tmp_path / "own" / "b.yml")
    write_as(tmp_path / "own" / "a.yml")
    write_as(root / "c.yml")
    assert list(reasons(tmp_path / "own", root)) == ["a.yml", "b.yml", "c.yml"]


def test_once_it_is_renamed_it_is_on_the_shelf(root: Path) -> None:
    wrong = write_as(root / "mine.yml", "mine")
    assert reasons(root) == {"mine.yml": "ending"}
    wrong.rename(root / "mine.yaml")
    assert reasons(root) == {}
    assert "mine.yaml" in paths(root)

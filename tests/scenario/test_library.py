"""The library lists scenarios from its index, notices what changed, and survives a damaged index."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.scenario.library import Library
from simulator.scenario.library_index import Card
from tests.scenario.libraries import CONCERT, SHIPPED, index, people_in, write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A scenario folder with one scenario and the shipped patients."""
    home = people_in(tmp_path / "scenarios")
    write(home, "concert")
    return home


def cards(*roots: Path) -> tuple[Card, ...]:
    """What a newly started program lists."""
    return Library(roots, index(roots[0])).cards()


def titles(*roots: Path) -> list[str]:
    return [card.title for card in cards(*roots)]


def test_a_card_tells_what_a_trainee_chooses_by(root: Path) -> None:
    (card,) = cards(root)
    assert (card.id, card.title, card.about) == ("concert", "The concert", "Ines cancelled for a concert.")
    assert card.objectives == ("notice a withdrawal",)
    assert (card.difficulty, card.families, card.content_notes, card.problems) == (1, ("withdrawal",), ("shame",), 0)
    assert (card.patient_name, card.patient_age, card.patient_work) == ("Ines Carvalho", 34, "landscape architect")
    assert (card.path, card.root, card.minutes) == ("concert.yaml", root, 6)
    assert (card.cause, card.skill) == ("tone", "")
    assert len(card.digest) == 64


def test_the_next_start_lists_the_same_from_the_index(root: Path) -> None:
    assert cards(root) == cards(root)


def test_patients_reactions_sidecars_and_hidden_files_are_no_scenarios(root: Path) -> None:
    write(root, "concert.layout")
    write(root, ".hidden")
    shutil.copy(root / "patients" / "ines-carvalho.yaml", root / "ines-carvalho.yaml")
    assert titles(root) == ["The concert"]
    assert titles(root) == ["The concert"]


def test_a_scenario_in_a_folder_of_its_own_is_found(root: Path) -> None:
    (root / "mine").mkdir()
    write(root / "mine", "again", "Again")
    assert "mine/again.yaml" in [card.path for card in cards(root)]


def test_a_new_title_shows_at_the_next_listing(root: Path) -> None:
    library = Library((root,), index(root))
    library.cards()
    write(root, "concert", "Another title")
    assert [card.title for card in library.cards()] == ["Another title"]


def test_a_change_of_the_patient_shows_on_the_card(root: Path) -> None:
    cards(root)
    patient = root / "patients" / "ines-carvalho.yaml"
    patient.write_text(patient.read_text("utf-8").replace("age: 34", "age: 35"), encoding="utf-8")
    assert cards(root)[0].patient_age == 35


def test_saving_without_a_change_reads_only_the_bytes_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = cards(root)
    os.utime(root / "concert.yaml", ns=(1, 1))
    monkeypatch.setattr("simulator.scenario.checking.read_and_check", _must_not_read)
    assert cards(root) == before


def test_a_removed_scenario_disappears(root: Path) -> None:
    write(root, "second", "Second")
    assert len(cards(root)) == 2
    (root / "second.yaml").unlink()
    assert titles(root) == ["The concert"]


def test_a_broken_scenario_still_shows_with_its_number_of_errors(root: Path) -> None:
    write(
        root,
        "broken",
        "Broken",
        CONCERT.replace("reaction: minimal", "reaction: minimall").replace("1\ncause", "9\ncause"),
    )
    broken = next(card for card in cards(root) if card.id == "broken")
    assert (broken.title, broken.about, broken.problems) == ("Broken", "Ines cancelled for a concert.", 2)


def test_a_scenario_that_is_not_even_text_shows_under_its_file_name(root: Path) -> None:
    (root / "noise.yaml").write_bytes(bytes(range(256)) * 10)
    noise = next(card for card in cards(root) if card.path == "noise.yaml")
    assert noise.title == "noise"
    assert noise.problems >= 1


def test_a_scenario_is_whole_again_when_its_missing_patient_appears(root: Path) -> None:
    patient = root / "patients" / "ines-carvalho.yaml"
    kept = patient.read_bytes()
    patient.unlink()
    assert cards(root)[0].problems == 1
    patient.write_bytes(kept)
    assert cards(root)[0].problems == 0


def test_the_own_folder_and_the_shipped_one_are_listed_together(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "mine", "My concert")
    listed = cards(own, root)
    assert [(card.title, card.root, card.shipped) for card in listed] == [
        ("My concert", own, False),
        ("The concert", root, True),
    ]
    assert cards(own, root) == listed


def test_a_folder_given_twice_is_listed_once(root: Path) -> None:
    assert [(card.title, card.problem) for card in cards(root, root)] == [("The concert", None)]


def test_an_own_patient_stands_before_the_shipped_one_of_the_same_path(root: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    write(own, "mine", "My concert")
    assert cards(own, root)[0].patient_age == 34
    text = (root / "patients" / "ines-carvalho.yaml").read_text("utf-8").replace("age: 34", "age: 35")
    (own / "patients").mkdir()
    (own / "patients" / "ines-carvalho.yaml").write_text(text, encoding="utf-8")
    assert [(card.title, card.patient_age) for card in cards(own, root)] == [("My concert", 35), ("The concert", 34)]


def test_a_folder_that_does_not_exist_is_empty(tmp_path: Path) -> None:
    assert cards(tmp_path / "nowhere") == ()


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[]",
        b'"text"',
        b'{"format": "attune/library/9", "program": "", "roots": {}}',
        b"[" * 100_000,
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_index_is_made_anew(root: Path, damage: bytes) -> None:
    before = cards(root)
    index(root).write_bytes(damage)
    assert cards(root) == before
    assert json.loads(index(root).read_bytes())["format"] == "attune/library/5"


def test_an_index_whose_values_were_tampered_with_is_made_anew(root: Path) -> None:
    before = cards(root)
    document = json.loads(index(root).read_bytes())
    document["roots"][str(root)]["concert.yaml"]["card"]["difficulty"] = "very"
    index(root).write_text(json.dumps(document), encoding="utf-8")
    assert cards(root) == before


def test_an_index_that_cannot_be_written_is_done_without(root: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    library = Library((root,), tmp_path / "file" / "index.json")
    assert [card.title for card in library.cards()] == ["The concert"]


def test_nothing_is_written_when_nothing_changed(root: Path) -> None:
    cards(root)
    written = index(root).stat().st_mtime_ns
    cards(root)
    assert index(root).stat().st_mtime_ns == written
    assert [path.name for path in root.parent.iterdir() if path.suffix == ".tmp"] == []


def test_listing_from_the_index_loads_none_of_the_heavy_packages(root: Path) -> None:
    cards(root)
    program = (
        "import sys; from pathlib import Path; from simulator.scenario.library import Library;"
        f"cards = Library((Path({str(root)!r}),), Path({str(index(root))!r})).cards();"
        "assert [card.title for card in cards] == ['The concert'];"
        "heavy = {'yaml', 'networkx', 'numpy', 'pydantic', 'jsonschema'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=SHIPPED.parent, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _must_not_read(*_: object) -> None:
    raise AssertionError("the scenario was read again")

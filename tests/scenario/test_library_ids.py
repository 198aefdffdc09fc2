"""Scenarios with one id never share progress: one keeps the id, of each other it is told, on the shelf and by “check”."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from simulator.cli.commands import main
from simulator.scenario.checking import check_each
from simulator.scenario.diagnostics.library import LIBRARY
from simulator.scenario.diagnostics.wordings import WORDINGS
from simulator.scenario.duplicate_ids import check_ids, id_fault
from simulator.scenario.files import FolderFiles
from simulator.scenario.library_index import Card
from simulator.scenario.read import read_scenario
from tests.help_pages import assert_explains
from tests.scenario.libraries import BROKEN, CONCERT, SHIPPED, index, listing, people_in, write, write_as

EXAMPLE = Path(__file__).parents[1] / "bad" / "d701-one-id-twice"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """A folder of scenarios that come with the program: the concert."""
    folder = people_in(tmp_path / "shipped")
    write(folder, "concert", "Shipped")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder of the user's own."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def standing(*roots: Path) -> dict[str, str]:
    """What becomes of each scenario by title: the path of the one that has its id, or nothing where it can be played.

    The next start must say the same from the index.
    """
    cards = listing(*roots).cards
    assert listing(*roots).cards == cards
    assert len(json.loads(index(roots[0]).read_bytes())["roots"]) == len(roots)
    return {card.title: holder(card) for card in cards}


def holder(card: Card) -> str:
    if card.problem is None:
        return "broken" if card.problems else ""
    assert card.problems
    return str(dict(card.problem.values)["path"])


def told(files: Sequence[Path], shipped: Path) -> dict[str, list[str]]:
    """The codes that “check” tells of each file, by folder and name; what patients lack in wordings is left out."""
    checked = check_ids(check_each(files, shipped), shipped)
    return {
        f"{file.path.parent.name}/{file.path.name}": [one.code for one in file.diagnostics if one.code not in WORDINGS]
        for file in checked
    }


def test_an_own_scenario_at_the_path_of_a_shipped_one_is_told_and_both_are_there(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine")
    assert standing(own, shipped) == {"Mine": "concert.yaml", "Shipped": ""}
    assert told([own], shipped) == {"own/concert.yaml": ["701"]}


def test_an_own_scenario_in_a_folder_with_the_id_of_a_shipped_one_is_told(own: Path, shipped: Path) -> None:
    write(own, "tuesday/concert", "Mine")
    assert standing(own, shipped) == {"Mine": "concert.yaml", "Shipped": ""}
    assert told([own], shipped) == {"tuesday/concert.yaml": ["701"]}


def test_a_shipped_scenario_in_a_folder_keeps_its_id(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine")
    (shipped / "first").mkdir()
    (shipped / "concert.yaml").rename(shipped / "first" / "concert.yaml")
    assert standing(own, shipped) == {"Mine": "first/concert.yaml", "Shipped": ""}
    assert told([own], shipped) == {"own/concert.yaml": ["701"]}


def test_of_two_own_scenarios_the_one_in_front_keeps_the_id(own: Path, shipped: Path) -> None:
    write(own, "b/wait", "Second")
    write(own, "a/wait", "First")
    assert standing(own, shipped) == {"First": "", "Second": "a/wait.yaml", "Shipped": ""}
    assert told([own], shipped) == {"a/wait.yaml": [], "b/wait.yaml": ["701"]}


def test_a_file_comes_before_those_in_folders(own: Path, shipped: Path) -> None:
    write(own, "a/wait", "Second")
    write(own, "wait", "First")
    assert standing(own, shipped) == {"First": "", "Second": "wait.yaml", "Shipped": ""}
    assert told([own], shipped) == {"own/wait.yaml": [], "a/wait.yaml": ["701"]}


def test_two_files_in_one_folder_can_differ_in_capitals_only(own: Path, shipped: Path) -> None:
    write_as(own / "Wait.yaml", "wait", "First")
    write_as(own / "wait.yaml", "wait", "Second")
    if len(list(own.iterdir())) == 1:
        pytest.skip("the disk takes capitals for small letters")
    assert standing(own, shipped) == {"First": "", "Second": "Wait.yaml", "Shipped": ""}
    assert told([own], shipped) == {"own/Wait.yaml": [], "own/wait.yaml": ["701"]}


def test_of_three_one_can_be_played(own: Path, shipped: Path) -> None:
    write(own, "concert", "Second")
    write(own, "a/concert", "Third")
    assert standing(own, shipped) == {"Second": "concert.yaml", "Shipped": "", "Third": "concert.yaml"}
    assert told([own, shipped], shipped) == {
        "own/concert.yaml": ["701"],
        "a/concert.yaml": ["701"],
        "shipped/concert.yaml": [],
        "patients/anybody.yaml": [],
        "patients/daniel-osei.yaml": [],
        "patients/ines-carvalho.yaml": [],
        "patients/ruth-adler.yaml": [],
        "reactions/alliance_base.yaml": [],
    }


def test_a_broken_scenario_takes_no_id_from_one_that_can_be_played(own: Path, shipped: Path) -> None:
    write(own, "a/wait", "Broken", BROKEN)
    write(own, "b/wait", "Sound")
    assert standing(own, shipped) == {"Broken": "b/wait.yaml", "Shipped": "", "Sound": ""}
    assert told([own], shipped) == {"a/wait.yaml": ["303"], "b/wait.yaml": []}


def test_a_shipped_scenario_that_is_broken_takes_no_id_either(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine")
    write(shipped, "concert", "Shipped", BROKEN)
    assert standing(own, shipped) == {"Mine": "", "Shipped": "concert.yaml"}


def test_a_broken_scenario_is_first_told_its_own_faults(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine", BROKEN)
    assert [(card.title, card.problems) for card in listing(own, shipped).cards] == [("Mine", 1), ("Shipped", 0)]
    assert standing(own, shipped) == {"Mine": "concert.yaml", "Shipped": ""}
    assert told([own], shipped) == {"own/concert.yaml": ["303"]}
    write(own, "concert", "Mine")
    assert [(card.title, card.problems) for card in listing(own, shipped).cards] == [("Mine", 1), ("Shipped", 0)]
    assert told([own], shipped) == {"own/concert.yaml": ["701"]}


def test_a_broken_scenario_alone_with_its_id_is_only_broken(own: Path, shipped: Path) -> None:
    write(own, "wait", "Broken", BROKEN)
    assert standing(own, shipped) == {"Broken": "broken", "Shipped": ""}


def test_a_copy_that_kept_its_id_under_another_name_is_told_of_its_name_only(own: Path, shipped: Path) -> None:
    write_as(own / "a-copy.yaml", "concert", "Copy")
    assert standing(own, shipped) == {"Copy": "broken", "Shipped": ""}
    assert told([own], shipped) == {"own/a-copy.yaml": ["409"]}


def test_a_patient_called_like_a_scenario_takes_no_id(own: Path, shipped: Path) -> None:
    (own / "concert.yaml").write_bytes((shipped / "patients" / "ines-carvalho.yaml").read_bytes())
    assert standing(own, shipped) == {"Shipped": ""}
    assert told([own], shipped) == {"own/concert.yaml": ["409"]}


def test_with_an_id_of_its_own_it_can_be_played(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine").unlink()
    write(own, "my-concert", "Mine")
    assert standing(own, shipped) == {"Mine": "", "Shipped": ""}
    assert told([own], shipped) == {"own/my-concert.yaml": []}


def test_once_the_first_is_gone_the_second_can_be_played(own: Path, shipped: Path) -> None:
    first = write(own, "a/wait", "First")
    write(own, "b/wait", "Second")
    assert standing(own, shipped)["Second"] == "a/wait.yaml"
    first.unlink()
    assert standing(own, shipped) == {"Second": "", "Shipped": ""}


def test_the_sentence_names_the_other_file_and_whose_it_is(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine")
    write(own, "a/wait", "First")
    write(own, "b/wait", "Second")
    problems = {card.title: str(card.problem) for card in listing(own, shipped).cards if card.problem}
    assert problems["Mine"].startswith("“concert.yaml”, which comes with Attune, already has the id “concert”")
    assert problems["Second"].startswith("“a/wait.yaml” already has the id “wait”")
    assert all("Give this one an id of its own" in problem for problem in problems.values())


def test_it_is_told_at_the_id_in_the_own_file_not_in_the_shipped_one(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine", "# Mine\n" + CONCERT)
    (file,) = check_ids(check_each([own], shipped), shipped)
    assert [str(one.span) for one in file.diagnostics] == [f"{own}/concert.yaml:3:5"]


def test_the_studio_can_tell_it_at_the_id(own: Path, shipped: Path) -> None:
    write(own, "concert", "Mine")
    card = listing(own, shipped).cards[0]
    assert card.problem is not None
    fault = id_fault(card.problem, read_scenario(FolderFiles(card.root, shipped), card.path).spans)
    assert (fault.code, fault.span.line, fault.span.column, str(fault.message)) == ("701", 2, 5, str(card.problem))


def test_one_file_checked_twice_by_two_ways_is_one_file(own: Path, shipped: Path) -> None:
    wait = write(own, "wait")
    (own / "a").mkdir()
    assert told([wait, own / "a" / ".." / "wait.yaml"], shipped) == {"own/wait.yaml": [], "../wait.yaml": []}


def test_check_names_the_file_the_id_and_the_other_file(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("a", "b"):
        write(own, f"{folder}/wait")
    assert main(["check", "--quick", str(own)]) == 1
    first, summary = capsys.readouterr().out.splitlines()
    assert first.startswith(f"{own}/b/wait.yaml:2:5: error 701 “{own}/a/wait.yaml” already has the id “wait”")
    assert summary == "2 files checked: 1 error."


def test_the_example_breaks_exactly_this_rule_and_in_one_file_only() -> None:
    assert list(told([EXAMPLE], SHIPPED).values()) == [[], ["701"]]


@pytest.mark.parametrize("code", LIBRARY)
def test_the_help_page_has_the_title_and_shows_what_is_wrong_and_mended(code: str) -> None:
    assert_explains(LIBRARY[code])

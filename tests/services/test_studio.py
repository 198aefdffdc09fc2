"""The Studio without its window: the shelf, what is found when everything is tried, and what is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis.budget import Budget, Interrupted
from simulator.scenario.diagnostics.diagnostic import Severity
from simulator.scenario.library import Library
from simulator.scenario.library_index import Card
from simulator.services.examine import Examiner
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.scenario_templates import ScenarioTemplates
from simulator.services.studio import Proof, Studio
from simulator.shipped_files import ASSETS, SCENARIOS
from tests.bad_files import bad

PAGES = Path(__file__).parents[2] / "assets" / "help" / "diagnostics"


class Author:
    """Somebody with a folder of scenarios and the Studio."""

    def __init__(self, folder: Path, budget: Budget | None = None) -> None:
        self.folder = folder / "scenarios"
        self.folder.mkdir()
        library = Library((self.folder, SCENARIOS), folder / "index.json")
        own = OwnScenarios(self.folder, SCENARIOS, folder, now_ms=lambda: 0, steady_ms=lambda: 0)
        templates = ScenarioTemplates(ASSETS / "templates", self.folder, SCENARIOS)
        self.studio = Studio(
            library, SCENARIOS, help_folder=PAGES, examiner=Examiner(budget=budget), own=own, templates=templates
        )
        self.heard: list[tuple[int, int]] = []

    def writes(self, *codes: str) -> None:
        """Put examples into the folder, each under its code as a title."""
        for code in codes:
            for name, text in bad(code, code).items():
                (self.folder / name).write_text(text, "utf-8")

    def card(self, title: str) -> Card:
        """A card of the shelf."""
        return next(item.card for item in self.studio.shelf() if item.card.title == title)

    def proves(self, title: str) -> Proof:
        """Try everything in a scenario."""
        return self.studio.prove(self.card(title), self.hears)

    def hears(self, turn: int, states: int) -> bool:
        """How far it is."""
        self.heard.append((turn, states))
        return True


@pytest.fixture
def author(tmp_path: Path) -> Author:
    return Author(tmp_path)


def codes(proof: Proof) -> list[str]:
    return [one.code for one in proof.diagnostics]


def test_the_shelf_holds_every_scenario_also_those_with_faults(author: Author) -> None:
    author.writes("607", "301", "110")
    shelf = {item.card.path: item for item in author.studio.shelf()}
    assert {"d607-one-forced-way.yaml", "d301-unknown-move.yaml", "d110-after-quote.yaml"} <= set(shelf)
    assert "concert-silence.yaml" in shelf
    assert [shelf[path].shipped for path in ("concert-silence.yaml", "d301-unknown-move.yaml")] == [True, False]
    assert shelf["d301-unknown-move.yaml"].card.problems == 1
    assert all(item.proof is None for item in shelf.values())


def test_a_scenario_is_read_checked_and_tried(author: Author) -> None:
    author.writes("610")
    proof = author.proves("610")
    assert (proof.title, proof.errors) == ("610", 0)
    assert proof.scenario is not None
    assert proof.analysis is not None
    assert proof.analysis.exact
    assert "610" in codes(proof)
    assert proof.analysis.outcomes["warmest"].quantile(0.5) == 87
    assert author.heard[0] == (1, 1)


@pytest.mark.slow
def test_what_reading_and_checking_told_comes_before_what_was_proved(author: Author) -> None:
    author.writes("507")
    told = codes(author.proves("507"))
    assert told[0] == "507"
    assert [code for code in told if code[0] == "6"] == told[1:]


@pytest.mark.parametrize("code", ["301", "110", "401"])
def test_a_file_that_cannot_be_read_gives_its_faults_only(author: Author, code: str) -> None:
    author.writes(code)
    path = next(iter(bad(code)))
    card = next(item.card for item in author.studio.shelf() if item.card.path == path)
    proof = author.studio.prove(card, author.hears)
    assert (proof.scenario, proof.analysis) == (None, None)
    assert proof.title == card.title
    assert codes(proof) == [code]
    assert proof.errors == 1
    assert author.heard == []


@pytest.mark.parametrize("code", ["516", "529"])
def test_a_story_with_an_error_is_not_tried(author: Author, code: str) -> None:
    author.writes(code)
    proof = author.proves(code)
    assert proof.scenario is not None
    assert proof.analysis is None
    assert code in codes(proof)
    assert author.heard == []


def test_a_file_that_is_gone_is_a_fault_and_no_traceback(author: Author) -> None:
    author.writes("610")
    card = author.card("610")
    (author.folder / card.path).unlink()
    assert codes(author.studio.prove(card, author.hears)) == ["401"]


def test_faults_are_gathered_by_kind_errors_first_with_what_they_mean(author: Author) -> None:
    (name, text), *_ = bad("301", "301").items()
    twice = text.replace("move: own_contribution", "move: own_contribusion").replace("then:", "thne:")
    (author.folder / name).write_text(twice, "utf-8")
    findings = author.studio.findings(author.proves("301"))
    unknown = next(one for one in findings if one.code == "301")
    assert [fault.span.line for fault in unknown.faults] == sorted(fault.span.line for fault in unknown.faults)
    assert len(unknown.faults) == 2
    assert unknown.help.title == "An unknown move"
    assert unknown.help.paragraphs
    severities = [one.severity for one in findings]
    assert severities == sorted(severities, key=[Severity.ERROR, Severity.WARNING].index)


def test_work_ends_when_nobody_wants_to_hear_more(author: Author) -> None:
    author.writes("601")
    with pytest.raises(Interrupted):
        author.studio.prove(author.card("601"), lambda turn, _states: turn < 3)
    assert all(item.proof is None for item in author.studio.shelf())


def test_where_the_budget_ends_this_is_said(tmp_path: Path) -> None:
    author = Author(tmp_path, Budget(states=50))
    author.writes("611")
    proof = author.proves("611")
    assert proof.analysis is not None
    assert not proof.analysis.exact
    assert codes(proof)[-1] == "611"


def test_what_was_found_is_remembered_until_the_file_changes(author: Author) -> None:
    author.writes("607", "610")
    proof = author.proves("607")
    known = {item.card.title: item.proof for item in author.studio.shelf()}
    assert known["607"] is proof
    assert known["610"] is None
    path = author.folder / proof.card.path
    path.write_text(path.read_text("utf-8").replace("It was only a concert.", "It was a concert."), "utf-8")
    assert next(item.proof for item in author.studio.shelf() if item.card.title == "607") is None


@pytest.mark.slow
def test_the_file_is_read_as_it_is_now_and_not_as_it_was_on_the_shelf(author: Author) -> None:
    author.writes("301")
    card = author.card("301")
    path = author.folder / card.path
    path.write_text(path.read_text("utf-8").replace("notice_shfit", "notice_shift"), "utf-8")
    proof = author.studio.prove(card, author.hears)
    assert proof.errors == 0
    assert proof.analysis is not None

"""What a new person still has from another is said; what anybody could say is nobody else’s."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.anybody import ANYBODY
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.services.likeness import still_as_another
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.scenario_templates import Answered, ScenarioTemplates
from simulator.services.shared_files import SharedFiles
from simulator.shipped_files import ASSETS, SCENARIOS

WHO = {"age": "46", "pronouns": "he/him", "work": "bus driver"}
WHOLE = {**WHO, "about": "Drives at night.", "history": "He waited.", "seeks": "Sleep."}


def likeness(folder: Path, begins_from: str, told: dict[str, str], portrait: str = "default") -> str:
    """What is said of Marek, who is met in a scenario of the author's own."""
    own = OwnScenarios(folder, SCENARIOS, folder, now_ms=lambda: 1, steady_ms=lambda: 1)
    person = SharedFiles(own, SCENARIOS).make_like(begins_from, "Marek Novak", portrait, told)
    made = ScenarioTemplates(ASSETS / "templates", folder, SCENARIOS)
    (folder / "night.yaml").write_bytes(made.filled("gone-quiet", Answered(person, title="Night"), "night"))
    said = still_as_another(read_scenario(FolderFiles(folder, SCENARIOS), "night.yaml").scenario, person)
    return "" if said is None else str(said)


def test_a_face_that_is_nobodys_is_never_said_to_be_anothers(tmp_path: Path) -> None:
    own = OwnScenarios(tmp_path, SCENARIOS, tmp_path, now_ms=lambda: 1, steady_ms=lambda: 1)
    vera = SharedFiles(own, SCENARIOS).make_like("patients/ruth-adler.yaml", "Vera Novak", "hair-knot", WHO)
    heard = likeness(tmp_path, vera, WHO, "hair-knot")
    assert heard.startswith("Marek Novak still has from Vera Novak: who they are,")


@pytest.mark.parametrize(
    ("begins_from", "told", "portrait", "said"),
    [
        (ANYBODY, WHOLE, "default", ""),
        (
            ANYBODY,
            WHO,
            "ines-carvalho",
            "Of Marek Novak this is not told yet: who they are, the history and what they seek here.",
        ),
        (
            "patients/ruth-adler.yaml",
            WHO,
            "ruth-adler",
            "Marek Novak still has from Ruth Adler: the face, who they are, the history, what they seek here "
            "and what they say where no moment of yours fits.",
        ),
        (
            "patients/ruth-adler.yaml",
            WHOLE,
            "default",
            "Marek Novak still has from Ruth Adler: what they say where no moment of yours fits.",
        ),
    ],
)
def test_what_is_not_told_of_a_new_person_is_said(
    tmp_path: Path, begins_from: str, told: dict[str, str], portrait: str, said: str
) -> None:
    heard = likeness(tmp_path, begins_from, told, portrait)
    assert heard.startswith(said) if said else not heard

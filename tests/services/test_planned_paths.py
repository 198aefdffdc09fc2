"""A play that is kept is played again at every save, and says what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import Reading, read_scenario
from simulator.services.planned_paths import keep_path, played_again
from simulator.session.errors import ServiceError
from tests.scenario.texts import SHIPPED_TEXTS

CONCERT = SHIPPED_TEXTS["concert-silence.yaml"]
PATH = "path stays silent\nat silence\nstay\nat meadow\n"


def reading(text: str = CONCERT) -> Reading:
    return read_scenario(PinnedFiles({**SHIPPED_TEXTS, "concert-silence.yaml": text}), "concert-silence.yaml")


def test_a_kept_path_goes_as_planned_until_the_scenario_leads_elsewhere(tmp_path: Path) -> None:
    file = tmp_path / "concert-silence.yaml"
    assert played_again(file, reading()) is None
    assert "concert-silence.plan" in str(keep_path(file, PATH))
    keep_path(file, PATH.replace("stays silent", "the same again"))
    assert str(played_again(file, reading())) == "All 2 planned paths go as planned."
    changed = played_again(file, reading(CONCERT.replace("then: meadow", "then: boxes", 1)))
    assert "stays silent" in str(changed)
    assert "boxes" in str(changed)


def test_a_plan_that_was_there_keeps_its_paths_and_remarks(tmp_path: Path) -> None:
    plan = tmp_path / "concert-silence.plan"
    plan.write_bytes(b"# mine\r\npath one\r\nat silence\r\n")
    keep_path(tmp_path / "concert-silence.yaml", PATH)
    assert plan.read_bytes().startswith(b"# mine\r\npath one\r\nat silence\n\npath stays silent")
    assert str(played_again(tmp_path / "concert-silence.yaml", reading())) == "All 2 planned paths go as planned."


def test_a_plan_with_a_line_that_is_no_instruction_says_which(tmp_path: Path) -> None:
    keep_path(tmp_path / "concert-silence.yaml", "path one\ndance\n")
    assert "Line 4" in str(played_again(tmp_path / "concert-silence.yaml", reading()))


def test_where_nothing_can_be_written_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match=r"concert\.plan"):
        keep_path(tmp_path / "gone" / "concert.yaml", PATH)

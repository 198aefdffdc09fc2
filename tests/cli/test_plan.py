"""“plan” plays a supervisor's own paths and says which of them are no longer as planned."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from simulator.cli.commands import main
from tests.scenario.texts import SHIPPED, SMALL

PLAN = "path says what she sees\nat silence\npick own-it\n\npath goes wrong\nat nowhere\npick own-it\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    (tmp_path / "small.plan").write_text(PLAN, "utf-8")
    return tmp_path


def test_every_path_is_told_and_the_one_that_went_otherwise_with_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = folder / "small.plan"
    assert main(["plan", str(plan)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"{plan.as_posix()}: “says what she sees” is as planned.",
        f"{plan.as_posix()}:6: “goes wrong”: Planned was “nowhere”, and it is at “silence”.",
    ]


def test_a_line_that_is_no_instruction_is_told_and_the_rest_played(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = folder / "small.plan"
    plan.write_text("path a path\nwalk home\nat silence\n", "utf-8")
    assert main(["plan", str(plan)]) == 1
    told = capsys.readouterr()
    assert told.err.startswith(f"{plan.as_posix()}:2: “walk” is no instruction of a plan.")
    assert told.out == f"{plan.as_posix()}: “a path” is as planned.\n"


def test_all_plans_below_a_folder_are_played(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(SHIPPED)]) == 0
    out = capsys.readouterr().out.splitlines()
    assert len(out) > 18
    assert all(line.endswith("is as planned.") for line in out)


def test_a_plan_without_its_scenario_and_a_path_that_is_not_there_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.move(folder / "small.yaml", folder / "other.yaml")
    assert main(["plan", str(folder / "small.plan")]) == 2
    assert "There is no scenario file" in capsys.readouterr().err
    assert main(["plan", str(folder / "nobody.plan")]) == 2
    assert "There is no plan" in capsys.readouterr().err


def test_a_scenario_with_faults_is_not_played(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "small.yaml").write_text(
        SMALL.replace("turns", "tunrs").replace("difficulty: 1", "difficulty: 9"), "utf-8"
    )
    assert main(["plan", str(folder)]) == 1
    assert " error 307 " in capsys.readouterr().err


def test_a_folder_without_plans_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plan", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "There is no plan (*.plan) here.\n"

"""The shipped scenarios are played along their plans: what is said, offered, chosen, where it ends, what it scores."""

from __future__ import annotations

import operator
from functools import cache
from pathlib import Path

import pytest

from simulator.scenario import FolderFiles, Scenario, read_scenario
from simulator.scoring import Competency, SessionScore, score
from simulator.session import Choose, GiveTag, Mode, Script, Session, StaySilent, Tag, start
from tests.scenarios.plans import Instruction, PlannedPath, read_plan

ROOT = Path(__file__).parents[2] / "scenarios"
PLANS = sorted(ROOT.glob("*.plan"))
PATHS = [path for plan in PLANS for path in read_plan(plan)]
_COMPARE = {">=": operator.ge, "<=": operator.le, "=": operator.eq}


@cache
def scenario(name: str) -> Scenario:
    reading = read_scenario(FolderFiles(ROOT), f"{name}.yaml")
    assert reading.scenario is not None, [str(d) for d in reading.diagnostics]
    return reading.scenario


def played(path: PlannedPath) -> tuple[Session, SessionScore | None]:
    """Play a path, checking every instruction on the way."""
    made = scenario(path.file.stem)
    difficulty = next((int(i.rest) for i in path.instructions if i.word == "difficulty"), made.difficulty)
    script = Script(made, difficulty)
    session = Session(made, start(script, Mode.LEARN, 0), script)
    scores: SessionScore | None = None
    for instruction in path.instructions:
        if instruction.word == "score":
            scores = scores or score(session.transcript())
            _check_score(instruction, scores)
        else:
            _follow(instruction, session)
    return session, scores


def _follow(instruction: Instruction, session: Session) -> None:
    where = f"line {instruction.line}"
    match instruction.word:
        case "at":
            assert not session.ended, f"{where}: the session has ended"
            assert session.place.moment.id == instruction.rest, where
        case "says":
            closing = session.standing.closing
            said = closing.says if closing else session.telling.patient
            assert instruction.rest in said, where
        case "offers":
            place = session.place
            offered = [place.moment.responses[i].id for i in session.script.offered(place)]
            assert offered == instruction.rest.split(), where
        case "tag":
            session.act(GiveTag(Tag(instruction.rest)))
        case "pick":
            session.act(Choose(instruction.rest))
        case "stay":
            session.act(StaySilent())
        case "ends":
            closing = session.standing.closing
            assert closing is not None, f"{where}: the session goes on at {session.place.moment.id}"
            assert closing.verdict == instruction.rest, where


def _check_score(instruction: Instruction, scores: SessionScore) -> None:
    name, *expected = instruction.rest.split()
    found = scores.competencies[Competency(name)].score
    where = f"line {instruction.line}: {name} is {found}"
    if expected == ["none"]:
        assert found is None, where
    else:
        relation = expected[0] if len(expected) == 2 else "="
        assert found is not None, where
        assert _COMPARE[relation](found, int(expected[-1])), where


@pytest.mark.parametrize("path", PATHS, ids=str)
def test_the_path_is_as_planned(path: PlannedPath) -> None:
    session, _ = played(path)
    assert session.ended, "a planned path goes to its end"


@pytest.mark.parametrize("plan", PLANS, ids=lambda p: p.stem)
def test_every_plan_covers_six_paths_that_differ(plan: Path) -> None:
    paths = [p for p in PATHS if p.file == plan]
    assert len(paths) >= 6
    verdicts = {i.rest for p in paths for i in p.instructions if i.word == "ends"}
    assert "repaired" in verdicts
    assert verdicts & {"left", "quiet-drop-out"}


def test_every_shipped_scenario_has_a_plan() -> None:
    assert {p.stem for p in ROOT.glob("*.yaml")} == {p.stem for p in PLANS}

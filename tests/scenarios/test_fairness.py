"""Where everything is left to a shipped patient's own file, nobody gets far who does not look at the patient."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.analysis.policies import BLIND, POLICIES, Outcome, play_out
from simulator.analysis.proofs.blind_policies import smells
from simulator.analysis.solve import solve
from simulator.analysis.value import BANDS
from simulator.patient.act import as_heard
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Patient, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_patient
from simulator.session.script import Script
from tests.builders import free_scenario

ROOT: Final = Path(__file__).parents[2] / "scenarios"
PEOPLE: Final = sorted(file.stem for file in (ROOT / "patients").glob("*.yaml"))
HOURS: Final = {
    ReactionState.MINIMAL: 1,
    ReactionState.SHUT_DOWN: 3,
    ReactionState.COMPLYING: 2,
    ReactionState.COMPLAINT: 1,
    ReactionState.PRESSURE: 2,
    ReactionState.MIXED: 1,
}
"""Ruptures to begin with, and how difficult that hour is; the others are met on the way."""

TURNS: Final = 10
TURNS_UNTIL_IT_IS_SEEN: Final = 12
"""That are planned: an hour about as long as those of the shipped scenarios; longer where the rupture looks like agreement."""

OF_ANYBODY: Final = (ReactionState.COMPLYING, ReactionState.SHUT_DOWN)
"""Whom nobody meets is not met in every hour: these two are soon played out."""

MEETINGS: Final = [(who, start) for who in PEOPLE for start in HOURS if who != "anybody" or start in OF_ANYBODY]
HELPING_REPAIRS: Final = BANDS[Verdict.REPAIRED][0]
OWNED_SPECIFICALLY: Final = 3


@cache
def person(name: str) -> Patient:
    reading = read_patient(FolderFiles(ROOT), f"patients/{name}.yaml")
    assert reading.patient is not None, [str(d) for d in reading.diagnostics]
    return reading.patient


def an_hour_with(patient: Patient, start: ReactionState) -> Scenario:
    """An hour that begins with a line of the patient's own in this state, and has no other moment."""
    family = family_of(start)
    turns = TURNS_UNTIL_IT_IS_SEEN if start is ReactionState.COMPLYING else TURNS
    return replace(
        free_scenario(turns=turns, difficulty=HOURS[start]),
        patient=patient,
        origin=patient.style if family is Family.MIXED else family,
        moments={"begins": replace(patient.lines[start], id="begins")},
    )


@cache
def played_out(name: str, start: ReactionState) -> dict[str, Outcome]:
    """What each way of playing such an hour comes to."""
    solution = solve(Script(an_hour_with(person(name), start)))
    assert solution.exact
    return {policy: play_out(solution, POLICIES[policy]) for policy in ("random", "helpful", *BLIND)}


@pytest.mark.parametrize(("name", "start"), MEETINGS)
def test_a_rule_of_thumb_gets_no_further_than_chance(name: str, start: ReactionState) -> None:
    outcomes = played_out(name, start)
    assert smells(outcomes) == (), {policy: outcome.quantile(0.5) for policy, outcome in outcomes.items()}


@pytest.mark.parametrize(("name", "start"), MEETINGS)
def test_whoever_only_says_what_can_help_mostly_repairs(name: str, start: ReactionState) -> None:
    assert played_out(name, start)["helpful"].quantile(0.5) >= HELPING_REPAIRS


@pytest.mark.parametrize("name", PEOPLE)
def test_in_every_state_there_is_something_that_helps_and_something_that_does_not(name: str) -> None:
    for state, line in person(name).lines.items():
        if line.end is None:
            heard = [is_hindering(as_heard(r.move, r.quality)) for r in line.responses]
            assert len(heard) >= 3, line.id
            assert not all(heard), f"{line.id}: nothing helps"
            assert any(heard) or not is_rupture(state), f"{line.id}: nothing stands in the way"


@pytest.mark.parametrize("name", PEOPLE)
def test_in_every_rupture_the_own_part_can_be_owned(name: str) -> None:
    for state, line in person(name).lines.items():
        if is_rupture(state):
            owning = [r.quality or 0 for r in line.responses if r.move is Move.OWN_CONTRIBUTION]
            assert max(owning, default=0) >= OWNED_SPECIFICALLY, line.id


@pytest.mark.parametrize("name", PEOPLE)
def test_nothing_is_offered_in_the_same_words_in_two_states(name: str) -> None:
    said: dict[str, ReactionState] = {}
    for state, line in person(name).lines.items():
        for response in line.responses:
            assert said.setdefault(response.say, state) is state, f"{line.id}: {response.say}"

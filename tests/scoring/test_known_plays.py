"""Short plays whose score the clinical reference names: written down in ``known_plays.toml``, each with its reason."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.state import Cause
from simulator.scenario.document import Moment, Response, Scenario
from simulator.scoring.competency import Competency
from tests.builders import MARKERS_OF, free_scenario, play
from tests.scoring.reading_scores import found, path

PLAYS: tuple[Mapping[str, Any], ...] = tuple(
    tomllib.loads(Path(__file__).with_name("known_plays.toml").read_text("utf-8"))["play"]
)


@pytest.mark.parametrize("told", PLAYS, ids=[f"{told['competency']}: {told['why']}" for told in PLAYS])
def test_what_the_reference_says_of_it(told: Mapping[str, Any]) -> None:
    played = play(scenario_of(told), *told["says"], stop=told.get("stops", False))
    assert path(played) == told.get("path", path(played)), "the play goes as it is meant to"
    finding = found(played, Competency(told["competency"]))
    assert (finding.standing, finding.score) == (told.get("word", "scored"), told.get("score"))


def test_there_are_several_plays_of_every_competency() -> None:
    for competency in Competency:
        assert sum(told["competency"] == competency for told in PLAYS) >= 2
    assert len({told["why"] for told in PLAYS}) == len(PLAYS) > 40


def scenario_of(told: Mapping[str, Any]) -> Scenario:
    """The patient whom a play meets, with the responses and ways that it needs."""
    start = ReactionState(told["start"])
    shown = {start: (Marker(told["marker"]),)} if "marker" in told else {}
    made = free_scenario(
        start,
        style=Family(told.get("style", Family.WITHDRAWAL)),
        alliance=told.get("alliance", 50),
        difficulty=told.get("level", 2),
        turns=told.get("turns", 12),
        cause=Cause(told.get("cause", Cause.TONE)),
        markers=MARKERS_OF | shown,
        goes_on_after_repair=told.get("goes_on", False),
    )
    extra = tuple(map(_response, told.get("extra", ())))
    targets = {*(r.then for r in extra if r.then), *map(_at, told.get("silent", {}).values())}
    silent = {ReactionState(state): _at(target) for state, target in told.get("silent", {}).items()}
    lines = {state: _moment(line, extra, silent.get(state)) for state, line in made.patient.lines.items()}
    own = {m.id: _moment(m, extra, None) for m in made.moments.values()}
    own |= {_at(state): replace(lines[state], id=_at(state)) for state in ReactionState if _at(state) in targets}
    return replace(made, moments=own, patient=replace(made.patient, lines=lines))


def _at(state: str) -> str:
    return f"at-{state}"


def _moment(moment: Moment, extra: tuple[Response, ...], silent: str | None) -> Moment:
    responses = moment.responses if moment.end else (*moment.responses, *extra)
    return replace(moment, responses=responses, silent_then=silent)


def _response(told: Mapping[str, Any]) -> Response:
    return Response(
        told["id"],
        told.get("say", f"({told['id']})"),
        Move(told["move"]),
        quality=told.get("quality"),
        also=tuple(map(Move, told.get("also", ()))),
        then=_at(told["then"]) if "then" in told else None,
    )

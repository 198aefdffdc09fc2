"""What a step led to, as values of JSON and back: every field by its name, gauges in points, flags as lists of words."""

from __future__ import annotations

from enum import IntFlag
from typing import Any, TypeVar

from simulator.alliance import Family, Move, ReactionState
from simulator.patient import NO_CHANGE, Alliance, Appraisal, Past, PatientState, Rung, Verdict
from simulator.scenario.document import Goodbye
from simulator.session.events import Ended, Next, Outcome

F = TypeVar("F", bound=IntFlag)


def encode_outcome(outcome: Outcome | None) -> dict[str, object] | None:
    """An outcome as values of JSON."""
    if outcome is None:
        return None
    values: dict[str, object] = {"state": _state_values(outcome.state), "scripted": outcome.scripted}
    appraisal = outcome.appraisal
    if appraisal is not None:
        values |= {
            "heard": appraisal.played,
            "graph": appraisal.graph,
            "opened": appraisal.opened,
            "rupture": appraisal.rupture,
            "secondary": appraisal.secondary,
            "why": appraisal.why,
        }
    match outcome.then:
        case Next(moment, wording, turn, seen, visits, flags):
            after: dict[str, object] = {"moment": moment, "wording": wording, "turn": turn}
            values["next"] = after | {"seen": seen, "visits": dict(visits), "flags": flags}
        case Ended(verdict, moment, goodbye, wording):
            values["closing"] = {"verdict": verdict, "moment": moment, "goodbye": goodbye, "wording": wording}
    return values


def decode_outcome(values: Any) -> Outcome | None:
    """The outcome that was stored; raises ``ValueError``, ``TypeError`` or ``KeyError`` where it is none."""
    if values is None:
        return None
    state = _state(values["state"])
    appraisal = None
    if "heard" in values:
        appraisal = Appraisal(
            state,
            Move(values["heard"]),
            ReactionState(values["graph"]),
            values["opened"] is True,
            values["rupture"] is True,
            values["secondary"] is True,
            NO_CHANGE,
            tuple(str(code) for code in values["why"]),
        )
    then = _next(values["next"]) if "next" in values else _ended(values["closing"])
    return Outcome(state, then, appraisal, values["scripted"] is True)


def _next(values: Any) -> Next:
    visits = tuple((str(moment), int(often)) for moment, often in sorted(values["visits"].items()))
    seen, flags = (tuple(str(word) for word in values[name]) for name in ("seen", "flags"))
    return Next(str(values["moment"]), str(values["wording"]), int(values["turn"]), seen, visits, flags)


def _ended(values: Any) -> Ended:
    goodbye = values["goodbye"]
    verdict = Verdict(values["verdict"])
    return Ended(verdict, values["moment"], Goodbye(goodbye) if goodbye is not None else None, values["wording"])


def _state_values(state: PatientState) -> dict[str, object]:
    bond, task, goal = state.alliance.points
    return {
        "reaction": state.reaction,
        "alliance": {"bond": bond, "task": task, "goal": goal},
        "origin": state.origin,
        "ruptures": state.ruptures,
        "owned": state.owned,
        "rungs": _words(state.rungs),
        "past": _words(state.past),
        "last_move": state.last_move,
        "streak": state.streak,
    }


def _state(values: Any) -> PatientState:
    felt, last = values["alliance"], values["last_move"]
    return PatientState(
        ReactionState(values["reaction"]),
        Alliance.of_points(felt["bond"], felt["task"], felt["goal"]),
        Family(values["origin"]),
        int(values["ruptures"]),
        int(values["owned"]),
        _flags(Rung, values["rungs"]),
        _flags(Past, values["past"]),
        None if last is None else Move(last),
        int(values["streak"]),
    )


def _words(flags: IntFlag) -> list[str]:
    return [str(flag.name).lower().replace("_", "-") for flag in flags]


def _flags(kind: type[F], words: Any) -> F:
    """The flags of these names; a name that only a newer program knows is passed over."""
    known = {str(flag.name).lower().replace("_", "-"): flag for flag in kind}
    found = kind(0)
    for word in words:
        found |= known.get(word, kind(0))
    return found

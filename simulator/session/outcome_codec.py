"""What a step led to, as values of JSON and back: every field by its name, gauges in points, flags as lists of words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import NO_CHANGE, POINTS_PER_LEVEL, TOP_LEVEL, Alliance
from simulator.patient.reacting import Appraisal
from simulator.patient.state import NOWHERE_YET, Dwelt, Past, PatientState, Rung
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Goodbye
from simulator.session.events import Ended, Next, Outcome
from simulator.session.json_values import listed, named, number, text, truth


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
        case Next(moment, wording, turn, seen, visits, flags, opens):
            after: dict[str, object] = {"moment": moment, "wording": wording, "turn": turn} | _opening(opens)
            values["next"] = after | {"seen": seen, "visits": dict(visits), "flags": flags}
        case Ended(verdict, moment, goodbye, wording, opens):
            end = {"verdict": verdict, "moment": moment, "goodbye": goodbye, "wording": wording}
            values["closing"] = end | _opening(opens)
    return values


def _opening(opens: str) -> dict[str, object]:
    """The name of an opening; nothing where there is none, as with all that was stored before there were any."""
    return {"opens": opens} if opens else {}


def decode_outcome(values: Any) -> Outcome | None:
    """The outcome that was stored; raises ``ValueError``, ``TypeError`` or ``KeyError`` where it is none."""
    if values is None:
        return None
    state = _state(values["state"])
    appraisal = None
    if "heard" in named(values):
        appraisal = Appraisal(
            state,
            Move(values["heard"]),
            ReactionState(values["graph"]),
            truth(values["opened"]),
            truth(values["rupture"]),
            truth(values["secondary"]),
            NO_CHANGE,
            _texts(values["why"]),
        )
    then = _next(values["next"]) if "next" in values else _ended(values["closing"])
    return Outcome(state, then, appraisal, truth(values["scripted"]))


def _next(values: Any) -> Next:
    visits = tuple((moment, number(often)) for moment, often in sorted(named(values["visits"]).items()))
    return Next(
        text(values["moment"]),
        text(values["wording"]),
        number(values["turn"]),
        _texts(values["seen"]),
        visits,
        _texts(values["flags"]),
        text(values.get("opens", "")),
    )


def _ended(values: Any) -> Ended:
    goodbye = values["goodbye"]
    return Ended(
        Verdict(values["verdict"]),
        _text_or_nothing(values["moment"]),
        None if goodbye is None else Goodbye(goodbye),
        _text_or_nothing(values["wording"]),
        text(values.get("opens", "")),
    )


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(map(text, listed(values)))


def _text_or_nothing(value: Any) -> str | None:
    return None if value is None else text(value)


def _state_values(state: PatientState) -> dict[str, object]:
    bond, task, goal = state.alliance.points
    return {
        "reaction": state.reaction,
        "alliance": {"bond": bond, "task": task, "goal": goal},
        "origin": state.origin,
        "ruptures": state.ruptures,
        "owned": state.owned,
        "rungs": _words(state.rungs, _RUNGS),
        "past": _words(state.past, _PASTS),
        "last_move": state.last_move,
        "streak": state.streak,
    } | ({} if state.dwelt == NOWHERE_YET else {"dwelt": state.dwelt})


def _state(values: Any) -> PatientState:
    felt, last = values["alliance"], values["last_move"]
    return PatientState(
        ReactionState(values["reaction"]),
        Alliance(_level(felt["bond"]), _level(felt["task"]), _level(felt["goal"])),
        Family(values["origin"]),
        number(values["ruptures"]),
        number(values["owned"]),
        _flags(values["rungs"], _RUNGS),
        _flags(values["past"], _PASTS),
        None if last is None else Move(last),
        number(values["streak"]),
        _dwelt(values["dwelt"]) if "dwelt" in values else NOWHERE_YET,
    )


def _dwelt(values: Any) -> Dwelt:
    """The turns that ended in each state of a family."""
    first, second, third = map(number, listed(values))
    return first, second, third


def _level(points: Any) -> int:
    """A gauge as it is stored, from shown points."""
    level, rest = divmod(number(points), POINTS_PER_LEVEL)
    if rest or not 0 <= level <= TOP_LEVEL:
        raise ValueError(f"no gauge stands at {points} points")
    return level


def _words(flags: int, bits: Mapping[str, int]) -> list[str]:
    return [word for word, bit in bits.items() if flags & bit]


def _flags(words: Any, bits: Mapping[str, int]) -> int:
    """The flags of these names; a name that only a newer program knows is passed over."""
    found = 0
    for word in _texts(words):
        found |= bits.get(word, 0)
    return found


def _bits(kind: type[Rung | Past]) -> Mapping[str, int]:
    return {name.lower().replace("_", "-"): bit for name, bit in vars(kind).items() if name.isupper() and bit}


# Worked out once: reading a whole store asks for them a million times.
_RUNGS: Final = _bits(Rung)
_PASTS: Final = _bits(Past)

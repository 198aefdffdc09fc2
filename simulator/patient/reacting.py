"""How the patient reacts to a move: a pure function from a state to a new state, with the reasons as codes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final

from simulator.alliance import (
    INVITATIONS,
    ORIGIN_FAMILIES,
    Family,
    Move,
    ReactionState,
    family_of,
    is_hindering,
    is_rupture,
)
from simulator.patient.effects import entering_change, move_change, paid_by
from simulator.patient.gauges import NO_CHANGE, Alliance, Change
from simulator.patient.grid import FIRST_OF_FAMILY, Cell, Hinge, ReactionGrid, resolve
from simulator.patient.reasons import CELL, Why, direction, eases
from simulator.patient.state import PAID, RUPTURE_CAP, Cause, Disposition, Past, PatientState, Rung

_RUNG_OF: Final = {
    ReactionState.EXPLORING: Rung.EXPLORING,
    ReactionState.QUALIFIED_ASSERTION: Rung.HALF_SAID,
    ReactionState.HURT: Rung.HALF_SAID,
    ReactionState.BLOCK: Rung.BLOCK,
    ReactionState.SELF_ASSERTION: Rung.SAID,
    ReactionState.VULNERABILITY: Rung.SAID,
    ReactionState.REPAIRED: Rung.REPAIRED,
}

CAUSE_REMEDY: Final = {
    Cause.MIX_UP: Move.CLARIFY_MISUNDERSTANDING,
    Cause.UNCLEAR_TASK: Move.GIVE_RATIONALE,
    Cause.FRAME: Move.RENEGOTIATE,
}
"""The move that mends what actually caused the strain, for causes that are matters of fact (rule 4)."""

_ENDS: Final = (ReactionState.LEFT, ReactionState.TRANSFER)
_DEEPEST: Final = (ReactionState.SHUT_DOWN, ReactionState.PRESSURE)
LOWEST_ALLIANCE: Final = 15
"""Felt alliance (mean, in points) below which a patient does not stay through a rupture."""

_GATE_BASE, _GATE_STEP, _GATE_RUPTURES = 45, 5, 4
_OWNED_OPENS_GATE: Final = 3
_OWNED_REMEDIES_CAUSE: Final = 2
_TOO_OFTEN: Final = 3


@dataclass(frozen=True, slots=True)
class Act:
    """What the therapist just did: a move, with its quality (0-4) where the own contribution was named.

    ``scripted`` is the state (or family) in which an author's ``then:`` wants the patient; ``change`` the author's own
    effect on the gauges.
    """

    move: Move
    quality: int | None = None
    scripted: ReactionState | Family | None = None
    change: Change = NO_CHANGE


@dataclass(frozen=True, slots=True)
class Appraisal:
    """What a move did to the patient, and why.

    ``played`` is the move as it was heard; ``graph`` the state the reaction graph alone would have led to; ``opened``
    tells whether the gate was open, ``rupture`` whether a rupture state was newly entered, ``secondary`` whether that
    was after an attempt to repair. ``change`` is what the move did to the gauges, in stored levels, before they were held
    within bounds (no fact of its own: the states before and after tell it). ``why`` has the codes of the reasons; ``reason_messages`` makes sentences of them.
    """

    state: PatientState
    played: Move
    graph: ReactionState
    opened: bool
    rupture: bool
    secondary: bool
    change: Change = field(compare=False)
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A reaction before its gauges are counted: all of it that does not depend on how strong the alliance is.

    ``state`` still has the alliance from before. ``moved`` is what the move does to the gauges, ``entered`` what entering
    the new state does; they are applied one after the other, each held within bounds. ``worn`` tells that the patient
    leaves after too many ruptures; ``special`` that the cell of the reaction graph has a reason of its own.
    """

    state: PatientState
    played: Move
    graph: ReactionState
    rupture: bool
    secondary: bool
    moved: Change
    entered: Change
    worn: bool
    special: bool
    why: tuple[Why, ...]


def react(state: PatientState, act: Act, disposition: Disposition, grid: ReactionGrid) -> Appraisal:
    """The patient's reaction to an act: the new state and the reasons. Pure; the same input gives the same answer."""
    opened = gate_open(state, act, disposition)
    drawn = outline(state, act, opened, disposition, grid)
    alliance = state.alliance.changed(drawn.moved).changed(drawn.entered)
    why = drawn.why
    reaction = drawn.state.reaction
    if drawn.worn or loses_heart(reaction, alliance):
        reaction = ReactionState.LEFT
        why = (*why, Why.DROPPED_OUT)
    new = replace(drawn.state, reaction=reaction, alliance=alliance)
    codes = (CELL if drawn.special else _graph_reason(state.reaction, reaction), *why)
    change = drawn.moved + drawn.entered
    return Appraisal(new, drawn.played, drawn.graph, opened, drawn.rupture, drawn.secondary, change, codes)


def outline(state: PatientState, act: Act, opened: bool, disposition: Disposition, grid: ReactionGrid) -> Outline:
    """The reaction to an act at an open or closed gate; the gauges of ``state`` are not looked at."""
    why: list[Why] = []
    played = _as_heard(state, act, why)
    cell = grid.cells[played, state.reaction]
    graph = _destination(state, act, played, opened, cell, disposition, why)
    target = _with_script(graph, act.scripted)
    if target is not graph:
        why.append(Why.SCRIPT)
    after = _after_move(state, act, played)
    if Why.LATE_SLIP in why:
        after = replace(after, past=after.past | Past.SLIPPED)
    new, entered, rupture = _enter(after, target)
    secondary = rupture and bool(state.past & Past.ATTEMPTED)
    if secondary:
        why.append(Why.SECONDARY)
    return Outline(
        new,
        played,
        graph,
        rupture,
        secondary,
        move_change(state, played, act.quality) + act.change,
        entered,
        new.ruptures >= RUPTURE_CAP and target in _DEEPEST,
        bool(cell.because) and target is graph,
        tuple(why),
    )


def loses_heart(reaction: ReactionState, alliance: Alliance) -> bool:
    """Rule 7: whether too little is left of the alliance to stay through a rupture."""
    return is_rupture(reaction) and not alliance.at_least(LOWEST_ALLIANCE)


def gate_threshold(state: PatientState, act: Act, disposition: Disposition) -> int | None:
    """The felt alliance (mean, in points) from which the gate is open to this act; ``None`` if it stays closed."""
    if _meets_first_attempt_rule(state, act, disposition):
        return None
    if state.owned >= _OWNED_OPENS_GATE:
        return 0
    ruptures = min(max(state.ruptures, 1), _GATE_RUPTURES)
    return _GATE_BASE + _GATE_STEP * (ruptures - 1)


def gate_open(state: PatientState, act: Act, disposition: Disposition) -> bool:
    """Whether the patient lets the therapist in: enough was owned, or the felt alliance bears it.

    From difficulty 2 a first attempt to help meets a closed gate unless it owns the contribution specifically.
    """
    threshold = gate_threshold(state, act, disposition)
    return threshold is not None and state.alliance.at_least(threshold)


def _meets_first_attempt_rule(state: PatientState, act: Act, disposition: Disposition) -> bool:
    if disposition.difficulty < 2 or state.past & Past.ATTEMPTED or not is_rupture(state.reaction):
        return False
    owns = act.move is Move.OWN_CONTRIBUTION and (act.quality or 0) >= _OWNED_OPENS_GATE
    return not is_hindering(act.move) and not owns


def _as_heard(state: PatientState, act: Act, why: list[Why]) -> Move:
    """The move as the patient hears it: thin ownership and repetition play as something else (rules 1 and 3)."""
    move = act.move
    if move is Move.OWN_CONTRIBUTION and (act.quality or 0) <= 2:
        why.append(Why.OWNED_VAGUELY if act.quality == 2 else Why.OWNED_NOT)
        move = Move.VALIDATE_FEELING if act.quality == 2 else Move.REASSURE_EARLY
    if not is_hindering(act.move) and act.move is state.last_move and state.streak + 1 >= _TOO_OFTEN:
        why.append(Why.TOO_OFTEN)
        return Move.RETREAT if act.move is Move.HOLD_SILENCE else Move.PRESS_ON
    return move


def _destination(
    state: PatientState, act: Act, played: Move, opened: bool, cell: Cell, disposition: Disposition, why: list[Why]
) -> ReactionState:
    """Where the graph leads: the cell, then the cause override, the late slip and the rule for parting well."""
    if cell.hinge is Hinge.GATE:
        holds = opened
        why.append(_gate_reason(state, act, opened, disposition))
    else:
        holds = cell.hinge is Hinge.NONE or bool(state.past & Past.INVITED)
        if cell.hinge is Hinge.INVITED:
            why.append(Why.INVITED if holds else Why.UNINVITED)
    target = resolve(cell.first if holds else cell.second, state.reaction, state.origin, disposition)
    if _remedies_cause(state, played, disposition):
        why.append(Why.CAUSE_REMEDIED)
        target = ReactionState.REPAIRED
    if target is ReactionState.TRANSFER and not (state.past & Past.ADJUSTED and state.rungs & Rung.EXPLORING):
        why.append(Why.PARTING_TOO_SOON)
        target = state.reaction
    if _slips_late(state, target, played, disposition):
        why.append(Why.LATE_SLIP)
        confronting = state.origin is Family.CONFRONTATION
        target = ReactionState.COMPLAINT if confronting else ReactionState.COMPLYING
    return target


def _gate_reason(state: PatientState, act: Act, opened: bool, disposition: Disposition) -> Why:
    if not opened:
        if act.move is Move.OWN_CONTRIBUTION and (act.quality or 0) >= _OWNED_OPENS_GATE:
            return Why.GATE_CLOSED_STILL
        first = disposition.difficulty >= 2 and not state.past & Past.ATTEMPTED
        return Why.GATE_CLOSED_FIRST if first and is_rupture(state.reaction) else Why.GATE_CLOSED
    return Why.GATE_OPEN_OWNED if state.owned >= _OWNED_OPENS_GATE else Why.GATE_OPEN_TRUST


def _remedies_cause(state: PatientState, played: Move, disposition: Disposition) -> bool:
    remedy = CAUSE_REMEDY.get(disposition.cause)
    return state.reaction is ReactionState.EXPLORING and played is remedy and state.owned >= _OWNED_REMEDIES_CAUSE


def _slips_late(state: PatientState, target: ReactionState, played: Move, disposition: Disposition) -> bool:
    if disposition.difficulty < 3 or target is not ReactionState.REPAIRED or state.reaction is target:
        return False
    respected = state.past & Past.GUARD_RESPECTED or played in (Move.EXPLORE_FEAR, Move.VALIDATE_PROTECTION)
    return not respected and not state.past & Past.SLIPPED and not state.rungs & Rung.REPAIRED


def _with_script(graph: ReactionState, scripted: ReactionState | Family | None) -> ReactionState:
    """The state after an author's ``then:``; who leaves, leaves, whatever the script says."""
    if scripted is None or graph in _ENDS:
        return graph
    if isinstance(scripted, ReactionState):
        return scripted
    return graph if family_of(graph) is scripted else FIRST_OF_FAMILY[scripted]


def _after_move(state: PatientState, act: Act, played: Move) -> PatientState:
    """The state after the move itself, still in the old reaction."""
    facilitative = not is_hindering(act.move)
    engaged = state.reaction is ReactionState.ENGAGED
    past = state.past & ~Past.INVITED
    if act.move in INVITATIONS and played is not Move.PRESS_ON and not is_hindering(played):
        past |= Past.INVITED
    if facilitative and not engaged:
        past |= Past.ATTEMPTED
    if played in (Move.EXPLORE_FEAR, Move.VALIDATE_PROTECTION):
        past |= Past.GUARD_RESPECTED
    if played is Move.RENEGOTIATE and state.rungs & Rung.EXPLORING:
        past |= Past.ADJUSTED
    past |= paid_by(played)
    owned = state.owned
    if act.move is Move.OWN_CONTRIBUTION and not engaged and played is not Move.PRESS_ON:
        owned = max(owned, act.quality or 0)
    streak = (
        min(state.streak + 1, _TOO_OFTEN - 1) if facilitative and act.move is state.last_move else int(facilitative)
    )
    last = act.move if facilitative else None
    return replace(state, owned=owned, past=past, last_move=last, streak=streak)


def _enter(before: PatientState, target: ReactionState) -> tuple[PatientState, Change, bool]:
    """Enter the target state: new rungs pay bond, new ruptures cost it; easing within a family is no new rupture."""
    if target is before.reaction:
        return before, NO_CHANGE, False
    rung = _RUNG_OF.get(target, Rung.NONE)
    family = family_of(target)
    rupture = is_rupture(target) and not eases(before.reaction, target)
    change = entering_change(target, new_rung=bool(rung & ~before.rungs), rupture=rupture)
    entered = replace(
        before,
        reaction=target,
        origin=family if family in ORIGIN_FAMILIES else before.origin,
        ruptures=min(before.ruptures + rupture, RUPTURE_CAP),
        rungs=before.rungs | rung,
        past=before.past & ~PAID,
        last_move=None,
        streak=0,
    )
    return entered, change, rupture


def _graph_reason(old: ReactionState, new: ReactionState) -> str:
    """Which of the reaction graph's sentences about a move holds: that it opens, holds or slips."""
    return Why.REPAIR_HOLDS if old is new is ReactionState.REPAIRED else direction(old, new)

"""How the patient reacts to a move: a pure function from a state to a new state, with the reasons as codes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Final, assert_never

from simulator.alliance.moves import INVITATIONS, Move, is_hindering
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of, is_rupture
from simulator.patient.effects import entering_change, move_change, paid_by
from simulator.patient.gauges import NO_CHANGE, Alliance, Change
from simulator.patient.grid import FIRST_OF_FAMILY, Cell, Hinge, ReactionGrid, resolve
from simulator.patient.opposite_reasons import without_opposites
from simulator.patient.reasons import AS_IT_WENT, CELL, Direction, Why, direction, eases
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
    leaves after too many ruptures. ``why`` has the codes of all rules that were asked, the weakest first.
    """

    state: PatientState
    played: Move
    graph: ReactionState
    rupture: bool
    secondary: bool
    moved: Change
    entered: Change
    worn: bool
    why: tuple[str, ...]


def react(state: PatientState, act: Act, disposition: Disposition, grid: ReactionGrid) -> Appraisal:
    """The patient's reaction to an act: the new state and the reasons. Pure; the same input gives the same answer."""
    opened = gate_open(state, act, disposition)
    drawn = outline(state, act, opened, disposition, grid)
    alliance = state.alliance.changed(drawn.moved).changed(drawn.entered)
    why = drawn.why
    reaction = drawn.state.reaction
    disheartened = loses_heart(reaction, alliance)
    if drawn.worn or disheartened:
        reaction = ReactionState.LEFT
        why = (*why, Why.DROPPED_OUT if disheartened else Why.WORN_OUT)
    new = replace(drawn.state, reaction=reaction, alliance=alliance)
    change = drawn.moved + drawn.entered
    codes = without_opposites(why)
    return Appraisal(new, drawn.played, drawn.graph, opened, drawn.rupture, drawn.secondary, change, codes)


def outline(state: PatientState, act: Act, opened: bool, disposition: Disposition, grid: ReactionGrid) -> Outline:
    """The reaction to an act at an open or closed gate; the gauges of ``state`` are not looked at."""
    played, heard = _as_heard(state, act)
    cell = grid.cells[played, state.reaction]
    graph, overridden = _destination(state, played, opened, cell, disposition)
    target = _with_script(graph, act.scripted)
    after = _after_move(state, act, played)
    if Why.LATE_SLIP in overridden:
        after = replace(after, past=after.past | Past.SLIPPED)
    new, entered, rupture = _enter(after, target)
    secondary = rupture and bool(state.past & Past.ATTEMPTED)
    why: list[str] = [*heard]
    if target is graph:
        course = _course(state.reaction, target, rupture)
        hinge = _hinge_reason(state, act, opened, cell.hinge, disposition)
        why += [] if hinge is None else [AS_IT_WENT.get((hinge, course), hinge)]
        why += [CELL if cell.because and not overridden else course, *overridden]
    else:
        why.append(Why.SCRIPT)
    if secondary:
        why.append(Why.STRAINED_AGAIN if is_hindering(act.move) else Why.SECONDARY)
    return Outline(
        new,
        played,
        graph,
        rupture,
        secondary,
        move_change(state, played, act.quality) + act.change,
        entered,
        new.ruptures >= RUPTURE_CAP and target in _DEEPEST,
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


def _as_heard(state: PatientState, act: Act) -> tuple[Move, tuple[Why, ...]]:
    """The move as the patient hears it, and why: thin ownership and repetition play as something else (rules 1 and 3)."""
    if not is_hindering(act.move) and act.move is state.last_move and state.streak + 1 >= _TOO_OFTEN:
        silent = act.move is Move.HOLD_SILENCE
        return (Move.RETREAT, (Why.SILENT_TOO_OFTEN,)) if silent else (Move.PRESS_ON, (Why.TOO_OFTEN,))
    if act.move is not Move.OWN_CONTRIBUTION or (act.quality or 0) > 2:
        return act.move, ()
    if act.quality != 2:
        return Move.REASSURE_EARLY, (Why.OWNED_NOT,)
    before = state.owned >= _OWNED_OPENS_GATE
    return Move.VALIDATE_FEELING, (Why.OWNED_VAGUELY_NOW if before else Why.OWNED_VAGUELY,)


def _destination(
    state: PatientState, played: Move, opened: bool, cell: Cell, disposition: Disposition
) -> tuple[ReactionState, tuple[Why, ...]]:
    """Where the graph leads, and which rules were stronger than its cell: cause override, parting well, late slip."""
    hinges = {Hinge.NONE: True, Hinge.GATE: opened, Hinge.INVITED: bool(state.past & Past.INVITED)}
    target = resolve(cell.first if hinges[cell.hinge] else cell.second, state.reaction, state.origin, disposition)
    why: list[Why] = []
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
    return target, tuple(why)


def _hinge_reason(state: PatientState, act: Act, opened: bool, hinge: Hinge, disposition: Disposition) -> Why | None:
    """What the hinge of a cell hung on, if it has one."""
    match hinge:
        case Hinge.GATE:
            return _gate_reason(state, act, opened, disposition)
        case Hinge.INVITED:
            return Why.INVITED if state.past & Past.INVITED else Why.UNINVITED
        case Hinge.NONE:
            return None
        case _:
            assert_never(hinge)


def _gate_reason(state: PatientState, act: Act, opened: bool, disposition: Disposition) -> Why:
    if opened:
        return Why.GATE_OPEN_OWNED if state.owned >= _OWNED_OPENS_GATE else Why.GATE_OPEN_TRUST
    if act.move is Move.OWN_CONTRIBUTION and (act.quality or 0) >= _OWNED_OPENS_GATE:
        return Why.GATE_CLOSED_STILL
    return Why.GATE_CLOSED_FIRST if _meets_first_attempt_rule(state, act, disposition) else Why.GATE_CLOSED


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


def _course(old: ReactionState, new: ReactionState, rupture: bool) -> str:
    """Which of the reaction graph's sentences about a move holds: that it opens, holds or slips.

    A new rupture is a slip, although some kinds of rupture are nearer to repair than others.
    """
    if rupture:
        return Direction.SLIPS
    return Why.REPAIR_HOLDS if old is new is ReactionState.REPAIRED else direction(old, new)

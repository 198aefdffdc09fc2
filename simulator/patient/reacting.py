"""How the patient reacts to a move: a pure function from a state to a new state, with the reasons as codes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple, assert_never

from simulator.alliance.moves import INVITATIONS, Move, is_hindering
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of, is_rupture
from simulator.patient.act import Act, as_heard, repeated
from simulator.patient.effects import entering_change, move_change, paid_by
from simulator.patient.gate import OWNED_OPENS_GATE, gate_open, meets_first_attempt_rule
from simulator.patient.gauges import NO_CHANGE, Change
from simulator.patient.grid import FIRST_OF_FAMILY, Cell, Hinge, ReactionGrid, resolve
from simulator.patient.leaving import does_not_stay, follows_the_sign, gives_sign, goes, loses_heart, worn_out
from simulator.patient.opposite_reasons import without_opposites
from simulator.patient.reasons import AS_IT_WENT, CELL, Direction, Why, direction, eases
from simulator.patient.start import parts_well
from simulator.patient.state import PAID, RUPTURE_CAP, Cause, Disposition, Past, PatientState, Rung
from simulator.patient.stuck import Circling, circling

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
UNANSWERED_IN: Final = (
    ReactionState.MINIMAL,
    ReactionState.COMPLYING,
    ReactionState.COMPLAINT,
    ReactionState.MIXED,
)
"""Where silence before a waiting question leads as uninvited silence does; elsewhere as stepping back (rule 12)."""

OWNED_REPAIRS: Final = 2
"""Nothing is repaired, and no cause remedied, before the own part was owned at least so well (rules 4 and 16)."""

_TOO_OFTEN: Final = 3


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


class Outline(NamedTuple):
    """A reaction before its gauges are counted: all of it that does not depend on how strong the alliance is.

    ``state`` and ``gone`` still have the alliance from before: the patient who stays, and the one whom too little alliance
    does not hold (with a sign of leaving, or gone). ``leaves`` tells that it is the second whatever is felt, ``held`` that
    it is the first, because a sign of leaving was answered without hindering. ``moved`` is what the move does to the
    gauges, ``entered`` what entering the new state does; they are applied one after the other, each held within bounds.
    ``why`` has the codes of all rules that were asked, the weakest first.
    """

    state: PatientState
    gone: PatientState
    leaves: bool
    held: bool
    played: Move
    graph: ReactionState
    rupture: bool
    secondary: bool
    moved: Change
    entered: Change
    why: tuple[str, ...]


def react(state: PatientState, act: Act, disposition: Disposition, grid: ReactionGrid) -> Appraisal:
    """The patient's reaction to an act: the new state and the reasons. Pure; the same input gives the same answer."""
    opened = gate_open(state, act, disposition)
    drawn = outline(state, act, opened, disposition, grid)
    alliance = state.alliance.changed(drawn.moved).changed(drawn.entered)
    asked = not drawn.held and (not drawn.leaves or Why.WORN_OUT in drawn.why)
    disheartened = asked and loses_heart(drawn.state.reaction, alliance)
    new, why = drawn.state, drawn.why
    if drawn.leaves or disheartened:
        new = drawn.gone
        why = (*why, *((Why.DROPPED_OUT,) if disheartened else ()), *((Why.SIGN_GIVEN,) if gives_sign(new) else ()))
    new = new._replace(alliance=alliance)
    change = drawn.moved + drawn.entered
    codes = without_opposites(why)
    return Appraisal(new, drawn.played, drawn.graph, opened, drawn.rupture, drawn.secondary, change, codes)


def outline(state: PatientState, act: Act, opened: bool, disposition: Disposition, grid: ReactionGrid) -> Outline:
    """The reaction to an act at an open or closed gate; the gauges of ``state`` are not looked at."""
    played, heard = _as_heard(state, act)
    moved = move_change(state, played, act.owning) + act.change
    after = _after_move(state, act, played)
    cell = _cell(grid, state, act, played)
    forgiven, held = _forgives(state, played, disposition), gives_sign(state)
    graph, overridden = (
        (state.reaction, (Why.FORGIVEN,)) if forgiven else _destination(state, after, played, opened, cell, disposition)
    )
    if follows_the_sign(state, played) and not forgiven:
        return _gone(goes(after, politely=True), graph, played, moved, (*heard, Why.SIGN_PASSED))
    if held and not forgiven:
        heard = (*heard, Why.SIGN_HEARD)
    if graph is ReactionState.LEFT and not held:
        stayed = after._replace(dwelt=circling(state, state.reaction, act, disposition, fixed=True).dwelt)
        gone = does_not_stay(state, stayed, disposition, in_place=False)
        return _gone(gone, graph, played, moved, (*heard, CELL if cell.because else Direction.SLIPS))
    graph = state.reaction if graph is ReactionState.LEFT else graph
    if Why.LATE_SLIP in overridden:
        after = after._replace(past=after.past | Past.SLIPPED)
    target = _with_script(state, after, graph, act.scripted)
    turn = circling(state, target, act, disposition, fixed=held or act.scripted is not None)
    entered = _enter(after, turn)
    course = _course(state.reaction, target, entered.rupture)
    secondary = entered.rupture and bool(state.past & Past.ATTEMPTED)
    if target is not graph:
        why: tuple[str, ...] = (Why.SCRIPT,)
    elif turn.pushed:
        why = (Why.STUCK,)
    else:
        hinge = _hinge_reason(state, act, opened, cell.hinge, disposition)
        at_hinge = () if hinge is None else (AS_IT_WENT.get((hinge, course), hinge),)
        why = (*at_hinge, CELL if cell.because and not overridden else course, *overridden)
    if secondary and not turn.pushed:
        why = (*why, Why.SECONDARY if act.facilitative else Why.STRAINED_AGAIN)
    circled = turn.ends and not held
    leaves = circled or (worn_out(entered.state) and not held)
    if leaves:
        why = (*why, Why.CIRCLED if circled else Why.WORN_OUT)
    return Outline(
        entered.state,
        _who_does_not_stay(state, entered.state, disposition, circled=circled),
        leaves,
        held,
        played,
        graph,
        entered.rupture,
        secondary,
        moved,
        entered.change,
        (*heard, *why),
    )


def _gone(gone: PatientState, graph: ReactionState, played: Move, moved: Change, why: tuple[str, ...]) -> Outline:
    """A reaction after which the patient has cause to leave whatever is felt, without entering another state first."""
    return Outline(gone, gone, True, False, played, graph, False, False, moved, NO_CHANGE, why)


def _who_does_not_stay(
    before: PatientState, new: PatientState, disposition: Disposition, *, circled: bool
) -> PatientState:
    if not is_rupture(new.reaction):
        return new
    return does_not_stay(before, new, disposition, in_place=circled)


def _cell(grid: ReactionGrid, state: PatientState, act: Act, played: Move) -> Cell:
    """The cell that decides: of silence before a waiting question, where uninvited silence would lead."""
    if act.leaves_unanswered and state.reaction in UNANSWERED_IN:
        cell = grid.cells[act.move, state.reaction]
        return Cell(cell.second, cell.second, Hinge.NONE)
    return grid.cells[played, state.reaction]


def _forgives(state: PatientState, played: Move, disposition: Disposition) -> bool:
    """Whether this is the first hindering move of the hour at level 1: it costs bond, and moves nobody (rule 16)."""
    return disposition.difficulty == 1 and is_hindering(played) and not state.past & Past.HINDERED


def _as_heard(state: PatientState, act: Act) -> tuple[Move, tuple[Why, ...]]:
    """The move as the patient hears it, and why (rules 1, 3 and 12)."""
    if act.leaves_unanswered:
        return Move.RETREAT, (Why.UNANSWERED,)
    if not is_hindering(act.move) and act.move is state.last_move and state.streak + 1 >= _TOO_OFTEN:
        why = Why.SILENT_TOO_OFTEN if act.move is Move.HOLD_SILENCE else Why.TOO_OFTEN
        return repeated(act.move), (why,)
    heard = as_heard(act.move, act.quality)
    if heard is act.move:
        return heard, ()
    if heard is Move.REASSURE_EARLY:
        return heard, (Why.OWNED_NOT,)
    before = state.owned >= OWNED_OPENS_GATE
    return heard, (Why.OWNED_VAGUELY_NOW if before else Why.OWNED_VAGUELY,)


def _destination(
    state: PatientState, after: PatientState, played: Move, opened: bool, cell: Cell, disposition: Disposition
) -> tuple[ReactionState, tuple[Why, ...]]:
    """Where the graph leads, and which rules were stronger than its cell.

    They are: cause override, parting well, nothing repaired that was not owned, late slip. ``after`` is the state after the
    move itself.
    """
    hinges = {Hinge.NONE: True, Hinge.GATE: opened, Hinge.INVITED: bool(state.past & Past.INVITED)}
    target = resolve(cell.first if hinges[cell.hinge] else cell.second, state.reaction, state.origin, disposition)
    why: list[Why] = []
    if _remedies_cause(state, played, disposition):
        why.append(Why.CAUSE_REMEDIED)
        target = ReactionState.REPAIRED
    if target is ReactionState.TRANSFER and not parts_well(state):
        why.append(Why.PARTING_TOO_SOON)
        target = state.reaction
    if _is_unowned(state, after, target):
        why.append(Why.UNOWNED)
        target = state.reaction
    if _slips_late(state, target, played, disposition):
        why.append(Why.LATE_SLIP)
        confronting = state.origin is Family.CONFRONTATION
        target = ReactionState.COMPLAINT if confronting else ReactionState.COMPLYING
    return target, tuple(why)


def _is_unowned(state: PatientState, after: PatientState, target: ReactionState) -> bool:
    """Whether a repair would be reached although the own part was not owned (rule 16)."""
    return target is ReactionState.REPAIRED and state.reaction is not target and after.owned < OWNED_REPAIRS


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
        return Why.GATE_OPEN_OWNED if state.owned >= OWNED_OPENS_GATE else Why.GATE_OPEN_TRUST
    if act.owning >= OWNED_OPENS_GATE:
        return Why.GATE_CLOSED_STILL
    return Why.GATE_CLOSED_FIRST if meets_first_attempt_rule(state, act, disposition) else Why.GATE_CLOSED


def _remedies_cause(state: PatientState, played: Move, disposition: Disposition) -> bool:
    remedy = CAUSE_REMEDY.get(disposition.cause)
    return state.reaction is ReactionState.EXPLORING and played is remedy and state.owned >= OWNED_REPAIRS


def _slips_late(state: PatientState, target: ReactionState, played: Move, disposition: Disposition) -> bool:
    if disposition.difficulty < 3 or target is not ReactionState.REPAIRED or state.reaction is target:
        return False
    respected = state.past & Past.GUARD_RESPECTED or played in (Move.EXPLORE_FEAR, Move.VALIDATE_PROTECTION)
    return not respected and not state.past & Past.SLIPPED and not state.rungs & Rung.REPAIRED


def _with_script(
    state: PatientState, after: PatientState, graph: ReactionState, scripted: ReactionState | Family | None
) -> ReactionState:
    """The state after an author's ``then:``, which leaves standing who has parted and what was never owned.

    A transfer that nobody worked towards is not entered: the patient is where the graph leads (rule 15).
    """
    if scripted is None or graph in _ENDS:
        return graph
    if isinstance(scripted, ReactionState):
        if _is_unowned(state, after, scripted):
            return graph
        sound = scripted is not ReactionState.TRANSFER or parts_well(after._replace(reaction=graph))
        return scripted if sound else graph
    return graph if family_of(graph) is scripted else FIRST_OF_FAMILY[scripted]


def _after_move(state: PatientState, act: Act, played: Move) -> PatientState:
    """The state after the move itself, still in the old reaction."""
    engaged = state.reaction is ReactionState.ENGAGED
    past = state.past & ~(Past.INVITED | Past.LEAVING)
    if act.move in INVITATIONS and played is not Move.PRESS_ON and not is_hindering(played):
        past |= Past.INVITED
    if act.facilitative and not engaged:
        past |= Past.ATTEMPTED | Past.TRIED
    if is_hindering(played):
        past |= Past.HINDERED
    if played in (Move.EXPLORE_FEAR, Move.VALIDATE_PROTECTION):
        past |= Past.GUARD_RESPECTED
    if played is Move.RENEGOTIATE and state.rungs & Rung.EXPLORING:
        past |= Past.ADJUSTED
    past |= paid_by(played)
    owned = state.owned
    if not engaged and played is not Move.PRESS_ON:
        owned = max(owned, act.owning)
    again = act.facilitative and act.move is state.last_move
    streak = min(state.streak + 1, _TOO_OFTEN - 1) if again else int(act.facilitative)
    last = act.move if act.facilitative else None
    return state._replace(owned=owned, past=past, last_move=last, streak=streak)


class _Entered(NamedTuple):
    """The state once the turn's target was entered, what that does to the gauges, and whether it is a new rupture."""

    state: PatientState
    change: Change
    rupture: bool


def _enter(before: PatientState, turn: Circling) -> _Entered:
    """Enter the state a turn ends in: new rungs pay bond, new ruptures cost it.

    Easing within a family is no new rupture; going deeper because of rule 14 is one, also where it leads back.
    """
    target = turn.target
    if target is before.reaction and not turn.pushed:
        return _Entered(before._replace(dwelt=turn.dwelt), NO_CHANGE, rupture=False)
    rung = _RUNG_OF.get(target, Rung.NONE)
    family = family_of(target)
    rupture = is_rupture(target) and (turn.pushed or not eases(before.reaction, target))
    change = entering_change(target, new_rung=bool(rung & ~before.rungs), rupture=rupture)
    past = before.past & ~PAID
    if rupture:
        past &= ~Past.TRIED
    if family is Family.REPAIR:
        past &= ~Past.SIGNED
    entered = before._replace(
        reaction=target,
        origin=family if family in ORIGIN_FAMILIES else before.origin,
        ruptures=min(before.ruptures + rupture, RUPTURE_CAP),
        rungs=before.rungs | rung,
        past=past,
        last_move=None,
        streak=0,
        dwelt=turn.dwelt,
    )
    return _Entered(entered, change, rupture)


def _course(old: ReactionState, new: ReactionState, rupture: bool) -> str:
    """Which of the reaction graph's sentences about a move holds: that it opens, holds or slips.

    A new rupture is a slip, although some kinds of rupture are nearer to repair than others.
    """
    if rupture:
        return Direction.SLIPS
    return Why.REPAIR_HOLDS if old is new is ReactionState.REPAIRED else direction(old, new)

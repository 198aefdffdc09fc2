"""How an episode begins, what the patient claims to feel, and what the session comes to when the hour is over."""

from __future__ import annotations

from simulator.alliance.reactions import ORIGIN_FAMILIES, WORST_RUPTURES, Family, ReactionState, family_of, is_rupture
from simulator.patient.gauges import POINTS_PER_LEVEL, Alliance
from simulator.patient.state import Past, PatientState, Rung
from simulator.patient.verdicts import Verdict

_STATED_LEVEL = 80 // POINTS_PER_LEVEL
_QUIET_BELOW = 45
_LEAVES_BELOW = 35


def begin(reaction: ReactionState, alliance: Alliance, origin: Family) -> PatientState:
    """The patient at the start of an episode; a start in a rupture state counts as the first rupture."""
    family = family_of(reaction)
    return PatientState(
        reaction=reaction,
        alliance=alliance,
        origin=family if family in ORIGIN_FAMILIES else origin,
        ruptures=int(is_rupture(reaction)),
    )


def stated(state: PatientState) -> Alliance:
    """The alliance as the patient would claim it: in deference, agreement sounds high whatever is felt (rule 8)."""
    if family_of(state.reaction) is not Family.DEFERENCE:
        return state.alliance
    felt = state.alliance
    return Alliance(max(felt.bond, _STATED_LEVEL), max(felt.task, _STATED_LEVEL), max(felt.goal, _STATED_LEVEL))


def verdict(state: PatientState) -> Verdict:
    """What it comes to if the session ends now (rules 5 and 7)."""
    reaction = state.reaction
    if reaction is ReactionState.ENGAGED and state.rungs & Rung.REPAIRED:
        reaction = ReactionState.REPAIRED
    if reaction is ReactionState.LEFT:
        return Verdict.LEFT
    if reaction is ReactionState.TRANSFER:
        return Verdict.TRANSFER
    if reaction is ReactionState.REPAIRED:
        return Verdict.REPAIRED if state.deep else Verdict.PARTLY
    if reaction in WORST_RUPTURES and not state.alliance.at_least(_LEAVES_BELOW):
        return Verdict.LEFT
    if family_of(reaction) is Family.DEFERENCE and not state.alliance.at_least(_QUIET_BELOW):
        return Verdict.QUIET_DROP_OUT
    return Verdict.UNRESOLVED


def parts_well(state: PatientState) -> bool:
    """Whether a parting from here is one that was worked towards (rules 10 and 15).

    What happened was explored, an adjustment was tried after that, and the patient is in a stage of repair.
    """
    in_repair = family_of(state.reaction) is Family.REPAIR
    return in_repair and bool(state.past & Past.ADJUSTED and state.rungs & Rung.EXPLORING)

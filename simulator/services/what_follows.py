"""What the reaction graph can make of a move in a moment: told beside the move while somebody writes a response."""

from __future__ import annotations

from simulator.alliance.moves import Move, is_hindering
from simulator.alliance.reactions import REACTIONS, ReactionState
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import studio_editor as say
from simulator.patient.grid import GRID_STATES
from simulator.patient.possible import Opening, Possible
from simulator.scenario.checks.story import disposition_of
from simulator.scenario.document import Scenario


def states_after(scenario: Scenario, moment: str, response: str) -> tuple[ReactionState, ...]:
    """The reaction states that a response can lead to by the reaction graph; nothing where the graph does not say."""
    here = scenario.moments.get(moment)
    said = next((one for one in here.responses if one.id == response), None) if here is not None else None
    if here is None or said is None or here.reaction not in GRID_STATES:
        return ()
    possible = Possible(scenario.patient.grid, disposition_of(scenario))
    after = possible.after(ReactionState(here.reaction), said.move, said.quality)
    return tuple(one for one in ReactionState if one in after)


def what_follows(scenario: Scenario, moment: str, move: str, quality: str = "") -> tuple[Message, ...]:
    """Where a move leads from a moment, and why; nothing where nobody can tell from the reaction graph alone."""
    here = scenario.moments.get(moment)
    if here is None or here.reaction not in GRID_STATES or move not in set(Move):
        return ()
    state, act = ReactionState(here.reaction), Move(move)
    value = int(quality) if quality.isdecimal() and act is Move.OWN_CONTRIBUTION else None
    if act is Move.OWN_CONTRIBUTION and value is None:
        return ()
    grid = scenario.patient.grid
    possible = Possible(grid, disposition_of(scenario))
    after = possible.after(state, act, value)
    states = tuple(REACTIONS[one].label() for one in ReactionState if one in after)
    told = [say.LEADS_TO(state=REACTIONS[state].label(), states=Listed(states, any_of=True))]
    because, reasons = grid.cells[act, state].because, grid.reasons[act]
    match possible.opening(state, act, value):
        case _ if because:
            told.append(say.BECAUSE(reason=because))
        case Opening.ALWAYS:
            told.append(say.BECAUSE(reason=reasons.opens))
        case Opening.SOMETIMES:
            told.append(say.IF_OPEN(opens=reasons.opens, holds=reasons.holds))
        case _:
            told.append(say.BECAUSE(reason=reasons.slips if is_hindering(act) else reasons.holds))
    return tuple(one for one in told if all(value != "" for _, value in one.values))

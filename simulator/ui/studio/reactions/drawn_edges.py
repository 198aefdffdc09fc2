"""Which edges of a reaction graph are drawn, and the words on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import REACTIONS, ReactionState
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import patient_desk as say
from simulator.patient.grid import GRID_STATES
from simulator.services.reaction_view import Leads, ReactionView
from simulator.ui.studio.reactions.edges_item import Edge

FROM_HERE: Final = "from-here"
ONLY_DIFFERENCES: Final = "differences"


def drawn_edges(
    view: ReactionView,
    which: str,
    here: ReactionState,
    move: Move | None,
    walked: list[tuple[ReactionState, ReactionState]],
) -> tuple[Edge, ...]:
    """One edge for each pair of states; of a move that is chosen in the list only its own."""
    found: dict[tuple[ReactionState, ReactionState], list[tuple[Leads, bool]]] = {}
    for one in _asked(view, which, here, move):
        for target, sometimes in ((one.first, one.forks), *(((one.second, True),) if one.forks else ())):
            if target is not one.state:
                found.setdefault((one.state, target), []).append((one, sometimes))
    edges = [
        Edge(
            *pair,
            number,
            tuple(leads for leads, _ in moves),
            all(sometimes for _, sometimes in moves),
            walked=pair in walked,
        )
        for number, (pair, moves) in enumerate(found.items(), start=1)
    ]
    more = [pair for pair in dict.fromkeys(walked) if pair not in found and pair[0] is not pair[1]]
    return (*edges, *(Edge(*pair, 0, (), sometimes=False, walked=True) for pair in more))


def legend(edges: tuple[Edge, ...]) -> tuple[Message, ...]:
    """What the numbers on the edges stand for: where each leads, and by which moves; what differs comes first."""
    return tuple(_told(edge) for edge in edges if edge.number)


def staying(view: ReactionView, which: str, state: ReactionState) -> int:
    """How many of the drawn moves can leave the patient in a state."""
    return sum(state in (one.first, one.second) for one in _asked(view, which, state, None) if one.state is state)


def _asked(view: ReactionView, which: str, here: ReactionState, move: Move | None) -> Iterable[Leads]:
    if which == ONLY_DIFFERENCES:
        return view.differences()
    if which == FROM_HERE:
        return (one for one in view.leads_from(here) if move in (None, one.move))
    return (view.leads(Move(which), state) for state in GRID_STATES)


def _told(edge: Edge) -> Message:
    moves = Listed(tuple(_called(one) for one in sorted(edge.leads, key=lambda one: one.base is None)))
    source, target = REACTIONS[edge.source].label(), REACTIONS[edge.target].label()
    return say.EDGE_ROW(number=str(edge.number), source=source, target=target, moves=moves)


def _called(one: Leads) -> Message:
    label = MOVES[one.move].label()
    return say.DIFFERS_MOVE(move=label) if one.base is not None else label

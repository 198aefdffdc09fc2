"""Which edges of a reaction graph are drawn, and the words on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.alliance.moves import MOVES, Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences import patient_desk as say
from simulator.patient.grid import GRID_STATES
from simulator.services.reaction_view import Leads, ReactionView
from simulator.ui.look import Look
from simulator.ui.studio.reactions.edges_item import Edge

FROM_HERE: Final = "from-here"
ONLY_DIFFERENCES: Final = "differences"


def drawn_edges(
    view: ReactionView,
    which: str,
    here: ReactionState,
    move: Move | None,
    walked: list[tuple[ReactionState, ReactionState]],
    look: Look,
) -> tuple[Edge, ...]:
    """One edge for each pair of states; of a move that is chosen in the list only its own."""
    found: dict[tuple[ReactionState, ReactionState], list[tuple[Leads, bool]]] = {}
    for one in _asked(view, which, here, move):
        for target, sometimes in ((one.first, one.forks), *(((one.second, True),) if one.forks else ())):
            if target is not one.state:
                found.setdefault((one.state, target), []).append((one, sometimes))
    edges = [_edge(pair, leads, which, walked, look) for pair, leads in found.items()]
    more = [pair for pair in dict.fromkeys(walked) if pair not in found and pair[0] is not pair[1]]
    return (*edges, *(Edge(*pair, "", False, False, walked=True) for pair in more))


def staying(view: ReactionView, which: str, state: ReactionState) -> int:
    """How many of the drawn moves can leave the patient in a state."""
    return sum(state in (one.first, one.second) for one in _asked(view, which, state, None) if one.state is state)


def _asked(view: ReactionView, which: str, here: ReactionState, move: Move | None) -> Iterable[Leads]:
    if which == ONLY_DIFFERENCES:
        return view.differences()
    if which == FROM_HERE:
        return (one for one in view.leads_from(here) if move in (None, one.move))
    return (view.leads(Move(which), state) for state in GRID_STATES)


def _edge(
    pair: tuple[ReactionState, ReactionState],
    leads: list[tuple[Leads, bool]],
    which: str,
    walked: list[tuple[ReactionState, ReactionState]],
    look: Look,
) -> Edge:
    sometimes = all(one for _, one in leads)
    differs = any(one.base is not None for one, _ in leads)
    words = "" if which not in (FROM_HERE, ONLY_DIFFERENCES) else _words(leads, look)
    return Edge(*pair, words, sometimes, differs, walked=pair in walked)


def _words(leads: list[tuple[Leads, bool]], look: Look) -> str:
    """The first move, what differs before the others, and how many more."""
    ordered = sorted(leads, key=lambda one: one[0].base is None)
    first = look.say(MOVES[ordered[0][0].move].label())
    return first if len(ordered) == 1 else look.say(say.AND_MORE(first=first, more=str(len(ordered) - 1)))

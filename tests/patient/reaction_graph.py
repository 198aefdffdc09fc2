"""The reaction graph as a networkx graph: the states of the patient as nodes, the moves between them as edges."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, TypeVar

import networkx as nx

from simulator.alliance.moves import MOVES, Move, is_hindering
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, family_of
from simulator.patient.grid import ReactionGrid, resolve
from simulator.patient.possible import Possible
from simulator.patient.state import Disposition

_BEST_QUALITY: Final = 4
_Node = TypeVar("_Node", ReactionState, tuple[ReactionState, Family])


def reaction_graph(grid: ReactionGrid, disposition: Disposition) -> nx.DiGraph[ReactionState]:
    """Where a patient of this disposition can go from each state; each edge carries its ``moves``.

    The gate, what was said before and where the rupture came from are left open, so an edge stands for every way in
    which the move could work. Own contribution counts as owned specifically.
    """
    possible = Possible(grid, disposition)
    graph: nx.DiGraph[ReactionState] = nx.DiGraph()
    graph.add_nodes_from(ReactionState)
    for state in ReactionState:
        for move in MOVES:
            for target in possible.after(state, move, _BEST_QUALITY if move is Move.OWN_CONTRIBUTION else None):
                _add(graph, state, target, move)
    return graph


def origin_graph(
    grid: ReactionGrid, disposition: Disposition, origin: Family
) -> nx.DiGraph[tuple[ReactionState, Family]]:
    """The same with the family a rupture came from as part of each node, for a start with the given origin.

    Only what can be reached from some state with this origin is in the graph; entering a rupture of another family
    changes the origin, as in play.
    """
    graph: nx.DiGraph[tuple[ReactionState, Family]] = nx.DiGraph()
    waiting = [(state, origin) for state in ReactionState if _origin_after(state, origin) is origin]
    graph.add_nodes_from(waiting)
    while waiting:
        state, came_from = waiting.pop()
        for (move, from_state), cell in grid.cells.items():
            if from_state is not state:
                continue
            for target in (cell.first, cell.second):
                reached = resolve(target, state, came_from, disposition)
                node = (reached, _origin_after(reached, came_from))
                if node not in graph:
                    waiting.append(node)
                _add(graph, (state, came_from), node, move)
    return graph


def states_beyond_repair(grid: ReactionGrid, disposition: Disposition) -> frozenset[ReactionState]:
    """States from which no series of moves leads to repair, for some origin; empty for a sound reaction graph.

    The ends (left, transfer) do not count: there the session is over.
    """
    stuck: set[ReactionState] = set()
    for origin in ORIGIN_FAMILIES:
        graph = origin_graph(grid, disposition, origin)
        repaired = [node for node in graph if node[0] is ReactionState.REPAIRED]
        saved = set(repaired).union(*(nx.ancestors(graph, node) for node in repaired))
        stuck.update(node[0] for node in graph if node not in saved and family_of(node[0]) is not Family.END)
    return frozenset(stuck)


def shortest_repair(grid: ReactionGrid, disposition: Disposition, start: ReactionState) -> tuple[Move, ...]:
    """The fewest helpful moves that could lead from a state to repair, if every gate opened; empty if there are none."""
    graph = reaction_graph(grid, disposition)
    try:
        states = nx.shortest_path(graph, start, ReactionState.REPAIRED)
    except nx.NetworkXNoPath:
        return ()
    steps = pairwise(states)
    return tuple(min(graph.edges[step]["moves"], key=is_hindering) for step in steps)


def _origin_after(state: ReactionState, origin: Family) -> Family:
    family = family_of(state)
    return family if family in ORIGIN_FAMILIES else origin


def _add(graph: nx.DiGraph[_Node], source: _Node, target: _Node, move: Move) -> None:
    if graph.has_edge(source, target):
        if move not in graph.edges[source, target]["moves"]:
            graph.edges[source, target]["moves"] += (move,)
    else:
        graph.add_edge(source, target, moves=(move,))

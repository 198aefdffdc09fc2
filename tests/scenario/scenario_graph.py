"""A scenario as a networkx graph: moments as nodes, and an edge wherever one can follow another."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.patient.possible import Possible
from simulator.scenario.checks.paths import BANK, PARTING, Choices, states_of
from simulator.scenario.checks.story import disposition_of
from simulator.scenario.document import BANK_PREFIX, Moment, Scenario


class LinkKind(Code):
    """What makes one moment follow another."""

    SCRIPT = "script"
    """A response with ``then:``."""
    SILENCE = "silence"
    """A silence that runs out."""
    GRAPH = "graph"
    """A response without ``then:``: the reaction graph could choose the moment."""


@dataclass(frozen=True, slots=True)
class Link:
    """One way from a moment to the next: its kind and the response that takes it (empty for silence)."""

    kind: LinkKind
    response: str = ""


def scenario_graph(scenario: Scenario, possible: Possible | None = None) -> nx.DiGraph[str]:
    """Which moments can follow which; each edge carries its ``links``, each node its ``moment``.

    Lines of the patient's own line bank are one node for each state, named ``~`` and the state; where the graph could
    lead to several moments, there is an edge to each.
    """
    possible = possible or Possible(scenario.patient.grid, disposition_of(scenario))
    choices = Choices(scenario.moments)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for moment in scenario.moments.values():
        graph.add_node(moment.id, moment=moment)
    for moment in scenario.moments.values():
        if moment.end is None:
            _link_moment(graph, moment, possible, choices)
    return graph


def _link_moment(graph: nx.DiGraph[str], moment: Moment, possible: Possible, choices: Choices) -> None:
    for response in moment.responses:
        if response.then is not None:
            _link(graph, moment.id, response.then, Link(LinkKind.SCRIPT, response.id))
            continue
        for state in states_of(moment.reaction):
            _link_choices(graph, moment, possible.after(state, response.move, response.quality), choices, response.id)
    if moment.silent_then is not None:
        _link(graph, moment.id, moment.silent_then, Link(LinkKind.SILENCE))
        return
    for state in states_of(moment.reaction):
        _link_choices(graph, moment, possible.after(state, Move.HOLD_SILENCE), choices, "")


def _link_choices(
    graph: nx.DiGraph[str], moment: Moment, states: frozenset[ReactionState], choices: Choices, response: str
) -> None:
    kind = LinkKind.GRAPH if response else LinkKind.SILENCE
    for state in states:
        for target in choices.of(state, moment.id):
            name = f"{BANK_PREFIX}{state}" if target in (BANK, PARTING) else target
            _link(graph, moment.id, name, Link(kind, response))


def _link(graph: nx.DiGraph[str], source: str, target: str, link: Link) -> None:
    if not graph.has_edge(source, target):
        graph.add_edge(source, target, links=(link,))
    elif link not in graph.edges[source, target]["links"]:
        graph.edges[source, target]["links"] += (link,)

"""The graph of a scenario shows every way from moment to moment."""

from __future__ import annotations

import networkx as nx

from tests.scenario.scenario_graph import Link, LinkKind, scenario_graph
from tests.scenario.story_building import moment, scenario, silence, usual_responses


def made() -> nx.DiGraph[str]:
    return scenario_graph(
        scenario(
            moment("quiet", "minimal", *usual_responses(retreat="aside"), **silence("aside")),
            moment("aside", "avoiding", once=True),
            moment("looks", "exploring"),
            moment("mends", "repaired", end="repaired"),
        )
    )


def test_a_then_is_a_scripted_edge_with_its_response() -> None:
    assert Link(LinkKind.SCRIPT, "retreat") in made().edges["quiet", "aside"]["links"]


def test_a_silence_that_runs_out_is_an_edge_of_its_own() -> None:
    assert Link(LinkKind.SILENCE) in made().edges["quiet", "aside"]["links"]


def test_a_response_without_then_leads_wherever_the_graph_could() -> None:
    graph = made()
    assert graph.edges["quiet", "looks"]["links"] == (Link(LinkKind.GRAPH, "own"), Link(LinkKind.GRAPH, "explore"))
    assert Link(LinkKind.GRAPH, "explore") in graph.edges["quiet", "aside"]["links"]


def test_where_no_moment_is_left_the_line_bank_speaks() -> None:
    graph = made()
    assert Link(LinkKind.GRAPH, "defend") in graph.edges["quiet", "~shut-down"]["links"]
    assert graph.out_degree("~shut-down") == 0


def test_endings_lead_nowhere() -> None:
    assert made().out_degree("mends") == 0


def test_each_node_of_the_author_carries_its_moment() -> None:
    assert made().nodes["looks"]["moment"].id == "looks"

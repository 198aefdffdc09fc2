"""The map of a scenario shows every way from moment to moment, and lives on where blocks are broken."""

from __future__ import annotations

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.scenario.story_graph import Answer, CardKind, EdgeKind, StoryGraph, story_of
from tests.scenario.texts import SHIPPED_TEXTS, SMALL


def map_of(text: str = SMALL) -> StoryGraph:
    return story_of(read_scenario(PinnedFiles({**SHIPPED_TEXTS, "small.yaml": text}), "small.yaml"))


def answers(graph: StoryGraph, source: str, target: str, kind: EdgeKind) -> list[str]:
    return [a.response for e in graph.after(source) if (e.target, e.kind) == (target, kind) for a in e.answers]


def test_a_then_and_a_silence_with_one_are_scripted() -> None:
    assert answers(map_of(), "silence", "changes-subject", EdgeKind.SCRIPT) == ["notice", ""]


def test_a_response_without_then_leads_wherever_the_graph_could() -> None:
    graph = map_of()
    assert answers(graph, "silence", "~exploring", EdgeKind.GRAPH) == ["own-it", "wait"]
    assert graph.cards["~exploring"].kind is CardKind.STACK
    assert graph.cards["~exploring"].wordings > 1
    assert not graph.after("~exploring")


def test_conditions_stand_as_they_were_written() -> None:
    graph = map_of()
    found = [answer for edge in graph.after("silence") for answer in edge.answers]
    assert Answer("wait", Move.HOLD_SILENCE, "alliance >= 45 and not seen changes-subject") in found


def test_a_card_says_what_its_moment_is() -> None:
    card = map_of().cards["silence"]
    assert (card.reaction, card.family, card.start) == (ReactionState.MINIMAL, Family.WITHDRAWAL, True)
    assert (card.words, card.responses, card.broken) == ("looks at the floor", 3, False)


def test_a_card_knows_its_silence_what_is_remembered_and_what_it_needs() -> None:
    text = SMALL.replace(
        "    marker: wd_story", "    marker: wd_story\n    when: told and alliance >= 20 and not seen silence"
    )
    cards = map_of(text).cards
    assert (cards["silence"].quiet, cards["silence"].leaves, cards["silence"].needs) == (20, ("told",), ())
    assert cards["changes-subject"].needs == ("told",)
    either = text.replace("told and alliance", "told or alliance")
    without = map_of(either).cards["changes-subject"]
    assert (without.needs, without.asks) == ((), ("told",)), "it comes without, too"


def test_endings_lead_nowhere() -> None:
    graph = story_of(read_scenario(PinnedFiles(SHIPPED_TEXTS), "concert-silence.yaml"))
    endings = [card.id for card in graph.cards.values() if card.kind is CardKind.ENDING]
    assert "thursday" in endings
    assert not any(graph.after(card) for card in endings)


def test_a_broken_moment_is_marked_and_takes_no_other_away() -> None:
    graph = map_of(SMALL.replace("    reaction: minimal", "    reaction minimal", 1))
    broken = graph.cards["silence"]
    assert (broken.broken, broken.reaction) == (True, None)
    assert not graph.cards["changes-subject"].broken
    assert graph.complete
    assert answers(graph, "silence", "changes-subject", EdgeKind.SCRIPT) == ["notice", ""]


def test_what_a_response_names_and_is_not_there_is_a_card_too() -> None:
    graph = map_of(SMALL.replace("        then: changes-subject", "        then: nowhere", 1))
    assert graph.cards["nowhere"].kind is CardKind.MISSING
    assert answers(graph, "silence", "nowhere", EdgeKind.SCRIPT) == ["notice"]


def test_without_the_patient_the_script_is_still_shown() -> None:
    graph = map_of(SMALL.replace("ines-carvalho.yaml", "nobody.yaml"))
    assert not graph.complete
    assert {edge.kind for edge in graph.edges} == {EdgeKind.SCRIPT}


def test_a_copy_has_the_reaction_and_the_condition_of_what_it_copies() -> None:
    copied = SMALL + "  again:\n    copy: changes-subject\n"
    graph = map_of(copied.replace("    reaction: avoiding\n", "    reaction: avoiding\n    when: turn > 2\n", 1))
    assert graph.cards["again"].reaction is ReactionState.AVOIDING
    assert graph.cards["again"].condition == "turn > 2"


def test_a_file_with_nothing_in_it_is_an_empty_map() -> None:
    assert not map_of("").cards

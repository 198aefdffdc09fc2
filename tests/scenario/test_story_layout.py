"""Cards stand in columns by how soon they can come; whoever has a place keeps it, and no card lies upon another."""

from __future__ import annotations

from itertools import combinations

import pytest

from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.scenario.story_graph import StoryGraph, story_of
from simulator.scenario.story_layout import CARD_HEIGHT, CARD_WIDTH, ROW, Spot, lay_out
from tests.scenario.texts import SHIPPED_TEXTS

NAMES = ("concert-silence", "homework-load", "push-me")


def map_of(name: str, text: str | None = None) -> StoryGraph:
    texts = {**SHIPPED_TEXTS, f"{name}.yaml": SHIPPED_TEXTS[f"{name}.yaml"] if text is None else text}
    return story_of(read_scenario(PinnedFiles(texts), f"{name}.yaml"))


def overlapping(spots: dict[str, Spot]) -> list[tuple[str, str]]:
    return [
        (a, b)
        for a, b in combinations(spots, 2)
        if abs(spots[a].x - spots[b].x) < CARD_WIDTH and abs(spots[a].y - spots[b].y) < CARD_HEIGHT
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_card_has_a_place_of_its_own(name: str) -> None:
    graph = map_of(name)
    spots = lay_out(graph, {})
    assert spots.keys() == graph.cards.keys()
    assert not overlapping(spots)


def test_the_start_stands_left_of_everything_that_follows_it() -> None:
    graph = map_of("concert-silence")
    spots = lay_out(graph, {})
    first = next(card.id for card in graph.cards.values() if card.start)
    assert all(spots[edge.target].x > spots[first].x for edge in graph.after(first) if edge.target[0] != "~")


def test_cards_put_by_hand_stay_and_nothing_is_put_upon_them() -> None:
    graph = map_of("concert-silence")
    free = lay_out(graph, {})
    hand = {"not-upset": Spot(free["boxes"].x + 40, free["boxes"].y - 30), "coat": Spot(-900, 77)}
    spots = lay_out(graph, hand)
    assert {id_: spots[id_] for id_ in hand} == hand
    assert not overlapping(spots)


def test_a_new_moment_gets_a_place_beside_what_leads_to_it_and_moves_nobody() -> None:
    text = SHIPPED_TEXTS["push-me.yaml"]
    before = lay_out(map_of("push-me"), {})
    added = text.rstrip("\n") + "\n\n  new-one:\n    copy: biscuit\n    when: turn > 3\n"
    after = lay_out(map_of("push-me", added), before)
    assert {id_: after[id_] for id_ in before} == before
    assert after.keys() - before.keys() == {"new-one"}
    assert not overlapping(after)


def test_the_place_of_a_moment_that_is_gone_is_forgotten() -> None:
    graph = map_of("push-me")
    assert "gone-since" not in lay_out(graph, {"gone-since": Spot(0, 0)})


def test_a_story_in_one_long_line_is_broken_into_bands() -> None:
    from tests.bench.reader import large_scenario

    graph = map_of("large", large_scenario(120))
    spots = lay_out(graph, {})
    wide = max(s.x for s in spots.values()) - min(s.x for s in spots.values())
    high = max(s.y for s in spots.values()) - min(s.y for s in spots.values())
    assert wide < 3 * (high + ROW)
    assert not overlapping(spots)

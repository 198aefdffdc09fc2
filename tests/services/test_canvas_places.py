"""Cards stay where they were put, for as long as the scenario lives."""

from __future__ import annotations

from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.scenario.story_graph import StoryGraph, story_of
from simulator.scenario.story_layout import Spot
from simulator.services.canvas_places import CanvasPlaces
from tests.scenario.texts import SHIPPED_TEXTS

HERE = Spot(-700, 55)
TEXT = SHIPPED_TEXTS["push-me.yaml"]


def map_of(text: str = TEXT) -> StoryGraph:
    return story_of(read_scenario(PinnedFiles({**SHIPPED_TEXTS, "push-me.yaml": text}), "push-me.yaml"))


def test_a_card_put_by_hand_is_there_at_the_next_opening() -> None:
    kept = CanvasPlaces().with_put({"menu": HERE})
    spots = CanvasPlaces(kept).lay_out(map_of())
    assert spots["menu"] == HERE
    assert spots.keys() == map_of().cards.keys()


def test_a_card_goes_back_where_putting_it_by_hand_is_undone() -> None:
    places = CanvasPlaces()
    before = places.lay_out(map_of())
    places.read(places.with_put({"menu": HERE}))
    assert places.lay_out(map_of())["menu"] == HERE
    places.read("")
    assert places.lay_out(map_of()) == before


def test_a_renamed_moment_keeps_its_place() -> None:
    places = CanvasPlaces(CanvasPlaces().with_put({"menu": HERE}))
    places.lay_out(map_of())
    renamed = TEXT.replace("\n  menu:\n", "\n  carte:\n    formerly: [menu]\n").replace("then: menu", "then: carte")
    assert places.lay_out(map_of(renamed))["carte"] == HERE


def test_a_card_whose_block_was_broken_for_a_while_finds_its_place_again() -> None:
    places = CanvasPlaces()
    before = places.lay_out(map_of())
    places.lay_out(map_of(TEXT.replace("\n  menu:\n", "\n  menu\n")))
    assert places.lay_out(map_of()) == before


def test_arranging_anew_leaves_what_was_put_by_hand() -> None:
    places = CanvasPlaces(CanvasPlaces().with_put({"menu": HERE}))
    places.lay_out(map_of())
    assert places.arrange_anew(map_of())["menu"] == HERE

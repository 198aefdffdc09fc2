"""Cards stay where they were put, for as long as the scenario lives; the library takes their file for no scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.scenario.files import FolderFiles
from simulator.scenario.library_scan import scan
from simulator.scenario.read import read_scenario
from simulator.scenario.story_graph import StoryGraph, story_of
from simulator.scenario.story_layout import Spot
from simulator.services.canvas_places import CanvasPlaces
from simulator.session.errors import ServiceError
from tests.scenario.texts import SHIPPED_TEXTS

HERE = Spot(-700, 55)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, text in SHIPPED_TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def map_of(root: Path) -> StoryGraph:
    return story_of(read_scenario(FolderFiles(root), "push-me.yaml"))


def test_a_card_put_by_hand_is_there_at_the_next_opening(root: Path) -> None:
    places = CanvasPlaces(root / "push-me.yaml")
    before = dict(places.lay_out(map_of(root)))
    places.put({"menu": HERE})
    again = CanvasPlaces(root / "push-me.yaml").lay_out(map_of(root))
    assert again["menu"] == HERE
    assert again.keys() == before.keys()


def test_the_sidecar_is_neither_a_scenario_nor_a_fault(root: Path) -> None:
    before = scan(root)
    places = CanvasPlaces(root / "push-me.yaml")
    places.put({"menu": HERE})
    assert (root / "push-me.canvas.yaml").exists()
    assert scan(root) == before


def test_a_sidecar_of_nothing_is_told(root: Path) -> None:
    (root / "other.canvas.yaml").write_text("format: canvas/1\n", encoding="utf-8")
    assert [left.path for left in scan(root).left_out] == ["other.canvas.yaml"]


def test_a_renamed_moment_keeps_its_place(root: Path) -> None:
    places = CanvasPlaces(root / "push-me.yaml")
    places.put({"menu": HERE})
    places.rename("menu", "card")
    assert CanvasPlaces(root / "push-me.yaml").spots == {"card": HERE}


def test_arranging_anew_leaves_what_was_put_by_hand(root: Path) -> None:
    places = CanvasPlaces(root / "push-me.yaml")
    places.put({"menu": HERE})
    assert places.arrange_anew(map_of(root))["menu"] == HERE


def test_where_places_cannot_be_kept_a_sentence_says_so(tmp_path: Path) -> None:
    places = CanvasPlaces(tmp_path / "gone" / "push-me.yaml")
    with pytest.raises(ServiceError, match=r"push-me\.canvas\.yaml"):
        places.put({"menu": HERE})
    assert places.spots["menu"] == HERE

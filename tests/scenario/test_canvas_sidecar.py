"""Places put by hand are kept beside the scenario, and nothing else in that file is touched."""

from __future__ import annotations

from simulator.scenario.canvas_sidecar import places_in, sidecar_of, with_places
from simulator.scenario.story_layout import Spot

PLACES = {"silence": Spot(120, -40), "~minimal": Spot(0, 1320)}


def test_places_come_back_as_they_were_kept() -> None:
    assert places_in(with_places(b"", PLACES)) == PLACES


def test_what_else_stands_in_the_file_stays() -> None:
    before = b"# mine\r\nformat: canvas/1\r\ncards:\r\n  old: 1, 2\r\nreviewed:\r\n  by: R. Adler # twice\r\n"
    after = with_places(before, PLACES)
    assert after == before.replace(b"  old: 1, 2\r\n", b"  silence: 120, -40\r\n  ~minimal: 0, 1320\r\n")
    assert with_places(after, {}) == before.replace(b"cards:\r\n  old: 1, 2\r\n", b"")


def test_a_line_that_is_no_place_is_passed_over() -> None:
    assert places_in(b"format: canvas/1\ncards:\n  a: somewhere\n  b: 3, 4\n  c: [1, 2]\n") == {"b": Spot(3, 4)}


def test_a_file_that_is_no_sidecar_gives_no_places() -> None:
    assert places_in(b"\xff\xfe\x00") == {}
    assert places_in(b"- a\n- b\n") == {}
    assert places_in(b"cards: none\n") == {}


def test_the_sidecar_stands_beside_its_scenario() -> None:
    assert sidecar_of("mine/concert.yaml") == "mine/concert.canvas.yaml"

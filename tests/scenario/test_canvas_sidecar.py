"""Places put by hand are kept beside the scenario, and nothing else in that text is touched."""

from __future__ import annotations

from simulator.scenario.canvas_sidecar import places_in, with_places
from simulator.scenario.story_layout import Spot

PLACES = {"silence": Spot(120, -40), "~minimal": Spot(0, 1320)}


def test_places_come_back_as_they_were_kept() -> None:
    assert places_in(with_places("", PLACES)) == PLACES


def test_what_else_stands_in_the_text_stays() -> None:
    before = "# mine\nformat: canvas/1\ncards:\n  old: 1, 2\nreviewed:\n  by: R. Adler # twice\n"
    after = with_places(before, PLACES)
    assert after == before.replace("  old: 1, 2\n", "  silence: 120, -40\n  ~minimal: 0, 1320\n")
    assert with_places(after, {}) == before.replace("cards:\n  old: 1, 2\n", "")


def test_a_line_that_is_no_place_is_passed_over() -> None:
    assert places_in("format: canvas/1\ncards:\n  a: somewhere\n  b: 3, 4\n  c: [1, 2]\n") == {"b": Spot(3, 4)}


def test_a_text_that_is_no_map_gives_no_places() -> None:
    assert places_in("\0\ufffd") == {}
    assert places_in("- a\n- b\n") == {}
    assert places_in("cards: none\n") == {}

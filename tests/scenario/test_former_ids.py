"""A renamed moment or response is still found by the id it had, and nothing else may take that id."""

from __future__ import annotations

import pytest

from simulator.scenario.former_ids import current_moment, current_response
from tests.scenario.texts import SMALL, codes, lines_and_codes, read_text

SECOND = SMALL.replace("format: scenario/1", "format: scenario/2")


def test_what_was_renamed_is_found_by_its_old_id() -> None:
    text = SECOND.replace("    reaction: minimal", "    formerly: [quiet]\n    reaction: minimal")
    text = text.replace("        quality: 3", "        formerly: [own]\n        quality: 3")
    scenario = read_text(text).scenario
    assert scenario is not None
    moment = current_moment(scenario.moments, "quiet")
    assert moment is scenario.moments["silence"]
    response = current_response(moment, "own")
    assert response is not None
    assert response.id == "own-it"
    assert current_response(moment, "nothing") is None
    assert current_moment(scenario.moments, "nothing") is None


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    reaction: minimal", "    formerly: [changes-subject]\n    reaction: minimal", 16),
        ("    reaction: minimal", "    formerly: [silence]\n    reaction: minimal", 16),
        ("    reaction: minimal", "    formerly: [quiet, quiet]\n    reaction: minimal", 16),
        ("        quality: 3", "        formerly: [wait]\n        quality: 3", 25),
    ],
)
def test_an_id_that_is_taken_cannot_be_a_former_one(old: str, new: str, line: int) -> None:
    assert lines_and_codes(read_text(SECOND.replace(old, new, 1))) == [(line, "417")]


def test_two_moments_cannot_have_had_one_id() -> None:
    text = SECOND.replace("    reaction: ", "    formerly: [quiet]\n    reaction: ")
    assert codes(read_text(text)) == ["417"]

"""The picture agrees with the stage direction: every wording of the shipped scenarios, in every state it is told in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from simulator.messages.sentences.leaving import SIGNS_OF_LEAVING
from simulator.scenario.document import Moment, Scenario, Wording
from simulator.scenario.files import FolderFiles
from simulator.scenario.poses import POSES
from simulator.scenario.read import read_scenario
from simulator.session.leaving_sign import SEEN_OF_LEAVING
from simulator.shipped_files import ASSETS
from simulator.ui.portraits.expression import load_expressions, load_poses, posed
from tests.ui.stage_directions import contradictions, drawn, states, wordings_of

SCENARIOS = ("concert-silence", "homework-load", "push-me")
MOODS = load_expressions(ASSETS / "portraits" / "expressions.toml")
LOOKS = load_poses(ASSETS / "portraits" / "poses.toml")
GAZES = {word: posed(MOODS["engaged"], [LOOKS["gaze", word]]) for word in POSES["gaze"]}

THINGS = ("holds", "wears", "stands", "glasses")
"""The parts that no state shows by itself: what a direction says of them is drawn because the pose names it."""


@cache
def shipped(name: str) -> Scenario:
    read = read_scenario(FolderFiles(ASSETS.parent / "scenarios"), f"{name}.yaml").scenario
    assert read is not None
    return read


def found(moment: Moment, wording: Wording) -> list[str]:
    return [
        f"{moment.id}/{wording.id} in {state}: {one}"
        for state in states(moment)
        for one in contradictions(wording.shows, drawn(wording, MOODS[state], GAZES), left=state == "left")
    ]


def without(wording: Wording, part: str) -> Wording:
    return replace(wording, pose=tuple(one for one in wording.pose if one[0] != part))


def named() -> Iterator[tuple[Moment, Wording, str]]:
    for name in SCENARIOS:
        for moment, wording in wordings_of(shipped(name)):
            yield from ((moment, wording, part) for part, _ in wording.pose)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_picture_agrees_with_its_stage_direction(name: str) -> None:
    walked = list(wordings_of(shipped(name)))
    assert len(walked) > 250
    assert [one for moment, wording in walked for one in found(moment, wording)] == []


def test_a_pose_that_is_taken_away_is_missed() -> None:
    """Of things, coats and standing nearly always; of looks and hands where the state shows something else than is said."""
    missed, all_ = Counter[str](), Counter[str]()
    for moment, wording, part in named():
        all_[part] += 1
        missed[part] += bool(found(moment, without(wording, part)))
    assert {part: missed[part] / all_[part] > 0.9 for part in THINGS} == dict.fromkeys(THINGS, True)
    assert (missed["gaze"] > 80, missed["hands"] > 80, missed["lean"] > 15) == (True, True, True)


@pytest.mark.parametrize(
    ("shows", "pose"),
    [
        ("at the door, the bag held in front of her", {"stands": "door"}),
        ("at the door, the bag held in front of her", {"holds": "bag"}),
        ("looks at the floor", {"gaze": "you"}),
        ("arms folded, in no hurry", {"hands": "open"}),
        ("looks at you over her glasses", {"gaze": "you"}),
        ("the coat is on", {"holds": "coat"}),
        ("sits back, a smile", {"lean": "forward"}),
        ("a nod", {"holds": "phone"}),
        ("a nod", {"stands": "chair"}),
    ],
)
def test_a_picture_that_contradicts_its_direction_is_found(shows: str, pose: dict[str, str]) -> None:
    wording = Wording(shows=tuple(shows.split(", ")), pose=tuple(pose.items()))
    assert list(contradictions(wording.shows, drawn(wording, MOODS["complaint"], GAZES)))


def test_who_has_left_is_seen_only_where_the_pose_says_where_they_stand() -> None:
    nod = ("a nod from the landing",)
    assert list(contradictions(nod, {}, left=True))
    assert list(contradictions(nod, {"stands": "door"}, left=True)) == []


@pytest.mark.parametrize("family", sorted(SIGNS_OF_LEAVING))
def test_the_plain_sign_of_leaving_is_drawn(family: str) -> None:
    seen = {"hands": "hold", **SEEN_OF_LEAVING[family]}
    sign = str(SIGNS_OF_LEAVING[family]()).replace("reaches for the coat", "").split(", ")
    assert list(contradictions(sign, seen)) == []
    assert set(seen.items()) - {("hands", "hold")} <= {(part, word) for part in POSES for word in POSES[part]}

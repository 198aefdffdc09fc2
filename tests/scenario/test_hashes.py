"""The three hashes: what each notices, and what it leaves alone."""

from __future__ import annotations

import pytest

from simulator.scenario.document import Scenario
from simulator.scenario.hashes import item_digest, item_digests, story_digest
from tests.scenario.texts import SMALL, read_text


def read(text: str) -> Scenario:
    scenario = read_text(text).scenario
    assert scenario is not None
    return scenario


NOTICE = "say: You have gone quiet, and I wonder whether I had a part in that."


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: The concert", "title: Another one"),
        ("thinks: Safer ground.", "thinks: Solid ground."),
        (NOTICE, "say: You are quiet now, and I may have had a part in that."),
        ("debrief: Leaves room.", "debrief: Room is left."),
        ("because: She is not ready yet.", "because: Not yet."),
        ("difficulty: 1", "difficulty: 2"),
        ("shows: [looks at the floor]", "shows: [looks down]"),
        ("format:", "# a remark\nformat:"),
    ],
)
def test_other_words_are_other_texts_and_the_same_story(old: str, new: str) -> None:
    before, after = read(SMALL), read(SMALL.replace(old, new, 1))
    assert after.digest != before.digest
    assert story_digest(after) == story_digest(before)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("quality: 3", "quality: 4"),
        ("        then: changes-subject\n        because: She is not ready yet.\n", ""),
        ("alliance >= 45", "alliance >= 50"),
        ("bond: +5", "bond: +10"),
        ("sets: told", "then: changes-subject"),
        ("reaction: avoiding", "reaction: minimal"),
        ("content-notes: []", "content-notes: []\nturns: 13"),
        ("cause: tone", "cause: caution"),
        (NOTICE, "say: You have gone quiet. Did I have a part in that?"),
        ("  use: patients/ines-carvalho.yaml", "  use: patients/ruth-adler.yaml"),
    ],
)
def test_whatever_changes_what_can_happen_changes_the_story(old: str, new: str) -> None:
    assert old in SMALL
    assert story_digest(read(SMALL.replace(old, new, 1))) != story_digest(read(SMALL))


GOES = """  goes:
    reaction: transfer
    patient: As I said.
    thinks: It is better so.
    end: transfer
"""


@pytest.mark.parametrize("added", ["wish", "wished"])
def test_a_wish_to_change_is_part_of_the_story(added: str) -> None:
    before = SMALL.replace("scenario/1", "scenario/2") + GOES
    place = "    marker: wd_minimal\n" if added == "wish" else "    end: transfer\n"
    after = before.replace(place, f"{place}    {added}: true\n", 1)
    assert story_digest(read(after)) != story_digest(read(before))
    assert story_digest(read(after.replace("true", "false"))) == story_digest(read(before))


def test_the_order_of_moments_is_part_of_the_story() -> None:
    head, first, second = SMALL.partition("moments:\n")[0], *SMALL.split("  changes-subject:\n")
    first = first.split("moments:\n")[1]
    turned = f"{head}moments:\n  changes-subject:\n{second}{first}"
    assert story_digest(read(turned)) != story_digest(read(SMALL))


def test_an_item_is_a_response_with_its_move_quality_and_words() -> None:
    moment = read(SMALL).moments["silence"]
    digests = {item_digest(moment, response) for response in moment.responses}
    assert len(digests) == 3
    other = read(SMALL.replace("debrief: Leaves room.", "debrief: Room is left.")).moments["silence"]
    assert item_digest(other, other.responses[2]) == item_digest(moment, moment.responses[2])
    better = read(SMALL.replace("quality: 3", "quality: 4")).moments["silence"]
    assert item_digest(better, better.responses[0]) != item_digest(moment, moment.responses[0])


def test_what_was_renamed_is_the_same_item_as_before() -> None:
    before = item_digests(read(SMALL))
    told = SMALL.replace("scenario/1", "scenario/2").replace("changes-subject", "safer")
    told = told.replace("  safer:\n", "  safer:\n    formerly: [changes-subject]\n")
    other = told.replace("own-it:\n", "owning:\n", 1)
    once = told.replace("own-it:\n", "owning:\n        formerly: [own-it]\n", 1)
    twice = once.replace("owning:", "owned:").replace("[own-it]", "[own-it, owning]")
    assert item_digests(read(once))["silence", "owning"] == before["silence", "own-it"]
    assert item_digests(read(twice))["silence", "owned"] == before["silence", "own-it"]
    assert item_digests(read(twice))["safer", "owned"] == before["changes-subject", "own-it"]
    assert item_digests(read(other))["silence", "owning"] not in before.values()


def test_an_item_has_the_same_digest_in_every_program() -> None:
    moment = read(SMALL).moments["silence"]
    assert (
        item_digest(moment, moment.responses[0]) == "deeeb63e3d39d5b9345353d7949c7decbafc0c0834de4d705c6d2b392925bffc"
    )

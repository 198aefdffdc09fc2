"""Responses are shown in an order that a session's seed decides: the same everywhere, for ever, and never one order only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.offer_order import offer_order

IDS = ("own-it", "explore", "press-on", "silence-kept")
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("seed", "turn", "order"),
    [
        (0, 1, (2, 0, 3, 1)),
        (0, 2, (1, 0, 3, 2)),
        (1, 1, (0, 2, 1, 3)),
        (7, 1, (3, 0, 2, 1)),
        (7, 12, (0, 3, 1, 2)),
        (2**63, 3, (2, 3, 1, 0)),
        (-5, 3, (3, 2, 0, 1)),
    ],
)
def test_the_order_is_the_same_for_ever(seed: int, turn: int, order: tuple[int, ...]) -> None:
    assert offer_order(seed, turn, IDS) == order


def test_the_order_does_not_depend_on_the_machine_or_the_start_of_the_program() -> None:
    code = f"from simulator.session.offer_order import offer_order; print(offer_order(7, 1, {IDS!r}))"
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": hash_seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for hash_seed in ("0", "1", "4242")
    }
    assert told == {str(offer_order(7, 1, IDS))}


def test_every_order_comes_up_and_none_much_more_often_than_others() -> None:
    counted = Counter(offer_order(seed, 1, IDS) for seed in range(2_400))
    assert set(counted) == set(permutations(range(len(IDS))))
    assert min(counted.values()) > 60
    assert max(counted.values()) < 150


def test_the_order_changes_from_turn_to_turn() -> None:
    assert len({offer_order(7, turn, IDS) for turn in range(1, 13)}) > 5


@given(st.integers(), st.integers(1, 40), st.lists(st.text(), unique=True, max_size=8))
def test_every_response_is_shown_once(seed: int, turn: int, ids: list[str]) -> None:
    safe = [id_.encode("utf-8", "replace").decode() for id_ in ids]
    assert sorted(offer_order(seed, turn, safe)) == list(range(len(ids)))


@given(st.integers(), st.integers(1, 40), st.permutations(IDS))
def test_the_order_is_that_of_the_responses_however_the_file_lists_them(seed: int, turn: int, ids: list[str]) -> None:
    shown = [ids[position] for position in offer_order(seed, turn, ids)]
    assert shown == [IDS[position] for position in offer_order(seed, turn, IDS)]


@given(st.integers(), st.integers(1, 40), st.sampled_from(IDS))
def test_where_one_response_is_not_on_offer_the_others_keep_their_order(seed: int, turn: int, missing: str) -> None:
    rest = [id_ for id_ in IDS if id_ != missing]
    whole = [IDS[position] for position in offer_order(seed, turn, IDS)]
    assert [rest[position] for position in offer_order(seed, turn, rest)] == [id_ for id_ in whole if id_ != missing]

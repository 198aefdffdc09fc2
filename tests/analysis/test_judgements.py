"""Judgements by prices and gains: what costs more is never called cheaper."""

from __future__ import annotations

from itertools import pairwise

from simulator.analysis.judgements import GAINED, PRICED, WORST_FROM, Help, Judgement, helped, judge


def test_judgements_grow_with_the_price_and_all_of_them_occur() -> None:
    assert list(dict.fromkeys(judge(price) for price in range(10_001))) == list(Judgement)
    assert [judgement for _, judgement in PRICED] == list(Judgement)


def test_a_price_at_a_threshold_is_judged_by_it_and_one_below_is_not() -> None:
    for (_, cheaper), (least, judgement) in pairwise(PRICED):
        assert (judge(least - 1), judge(least)) == (cheaper, judgement)


def test_only_what_cost_nothing_helped_and_more_by_a_larger_gain() -> None:
    assert list(dict.fromkeys(helped(0, gain) for gain in range(-500, 2_000))) == [None, *Help]
    for least, help_ in GAINED:
        assert helped(0, least) is help_
        assert helped(PRICED[1][0], least) is None, "what cost something is not praised as well"


def test_the_turn_to_say_again_cost_five_points_and_so_more_than_nothing() -> None:
    assert WORST_FROM == 500
    assert judge(WORST_FROM) is not Judgement.AS_GOOD

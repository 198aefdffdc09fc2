"""Where rows stand of which most are not measured yet: in order, with their gaps, and those that nobody saw stay put."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.ui.widgets.row_heights import RowHeights

MEASURED = st.dictionaries(st.integers(0, 29), st.integers(1, 400), min_size=1)


@given(rows=st.integers(1, 30), gap=st.integers(0, 30), measured=st.lists(MEASURED, max_size=4))
def test_rows_follow_each_other_with_their_gap_and_are_found_again(
    rows: int, gap: int, measured: list[dict[int, int]]
) -> None:
    heights = RowHeights(rows, gap)
    for some in measured:
        heights.learn({row: height for row, height in some.items() if row < rows})
    place = 0
    for row in range(rows):
        assert heights.top(row) == place
        if heights.height(row):
            assert heights.at(place) == row
            assert heights.at(place + heights.height(row) - 1) == row
            assert row in heights.between(place, place + 1)
        place += heights.height(row) + gap
    assert heights.total == place - gap


def test_what_was_taken_for_a_row_stays_until_it_is_measured() -> None:
    heights = RowHeights(5, 10)
    assert heights.unknown
    assert heights.learn({0: 100, 1: 200})
    assert [heights.height(row) for row in range(5)] == [100, 200, 150, 150, 150]
    assert heights.learn({4: 900})
    assert [heights.height(row) for row in range(5)] == [100, 200, 150, 150, 900]
    assert not heights.learn({4: 900}), "nothing is elsewhere than before"


def test_places_beyond_the_ends_have_no_rows_between_them() -> None:
    heights = RowHeights(2, 10)
    heights.learn({0: 100, 1: 100})
    assert list(heights.between(-500, 0)) == []
    assert list(heights.between(210, 900)) == []
    assert list(heights.between(-50, 1)) == [0]
    assert list(heights.between(0, 10_000)) == [0, 1]
    assert (heights.at(-50), heights.at(10_000)) == (0, 1)


def test_where_there_is_no_row_there_is_no_height() -> None:
    heights = RowHeights(0, 10)
    assert heights.total == 0
    assert list(heights.between(0, 100)) == []

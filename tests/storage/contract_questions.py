"""The part of the contract of every store that is about questions: any filter, any order, page by page, in a crowd of sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.session.ids import SessionId
from simulator.session.store import MeasureKey, Measures, SessionFilter, SessionHeader, SessionOrder, SessionStore
from simulator.session.vocabulary import Mode
from tests.storage.asking import begin
from tests.storage.concert import START_MS, session_id
from tests.storage.crowd import TODAY, Stored, somebody

PEOPLE = 60
_SPAN_MS = 80_000_000_000

_TIMES = st.one_of(st.none(), st.integers(START_MS - 10, START_MS + _SPAN_MS))
_FILTERS = st.builds(
    SessionFilter,
    trainee=st.one_of(st.none(), st.integers(0, PEOPLE).map(lambda number: somebody(number).id)),
    scenario=st.sampled_from((None, None, None, "concert-silence-07", "concert-silence")),
    mode=st.sampled_from((None, *Mode)),
    difficulty=st.sampled_from((None, None, 1, 2, 3, 4)),
    language=st.sampled_from((None, None, "en", "pl")),
    edition=st.sampled_from((None, None, 1, 2)),
    verdict=st.sampled_from((None, None, "", "stopped", "repaired", "left")),
    ended=st.sampled_from((None, None, True, False)),
    since_ms=_TIMES,
    before_ms=_TIMES,
    measured=st.sampled_from((None, None, True, False)),
)


class Crowded(NamedTuple):
    """A store with ten thousand sessions, and the same in a plain list, in the order in which they were stored."""

    store: SessionStore
    sessions: list[Stored]


def expected(sessions: list[Stored], wanted: SessionFilter, order: SessionOrder) -> list[Stored]:
    """What a question must find, by way of a plain sorted list."""
    asked = [(name, value) for name in _SAME if (value := getattr(wanted, name)) is not None]
    found = [(number, stored) for number, stored in enumerate(sessions) if _answers(stored, wanted, asked)]
    if order is SessionOrder.SHARE:
        found = [(number, stored) for number, stored in found if stored.measures and stored.measures.share is not None]
    found.sort(key=lambda pair: (_PLACES[order](pair[1]), pair[0]), reverse=order in _DOWNWARDS)
    return [stored for _, stored in found]


_DOWNWARDS = (SessionOrder.NEWEST, SessionOrder.SHARE)
_NAMES = {somebody(number).id: somebody(number).name for number in range(PEOPLE)}
_PLACES: dict[SessionOrder, Callable[[Stored], str | int]] = {
    SessionOrder.NEWEST: lambda stored: stored.header.started_ms,
    SessionOrder.OLDEST: lambda stored: stored.header.started_ms,
    SessionOrder.TITLE: lambda stored: stored.header.title,
    SessionOrder.TRAINEE: lambda stored: _NAMES[stored.header.trainee],
    SessionOrder.SHARE: lambda stored: (stored.measures and stored.measures.share) or 0,
}


_SAME = ("trainee", "scenario", "mode", "difficulty", "language", "edition", "verdict", "ended")


def _answers(stored: Stored, wanted: SessionFilter, asked: list[tuple[str, object]]) -> bool:
    header = stored.header
    return (
        all(getattr(header, name) == value for name, value in asked)
        and (wanted.since_ms is None or header.started_ms >= wanted.since_ms)
        and (wanted.before_ms is None or header.started_ms < wanted.before_ms)
        and wanted.measured in (None, stored.measures is not None)
    )


def everything(
    store: SessionStore, wanted: SessionFilter, order: SessionOrder, size: int, key: MeasureKey = TODAY
) -> tuple[list[SessionHeader], dict[SessionId, Measures], list[int]]:
    """All pages of an answer: the headers, the measures, and how long each page is."""
    found: list[SessionHeader] = []
    measures: dict[SessionId, Measures] = {}
    lengths = []
    after = None
    while True:
        page = store.query(wanted, order, key, size=size, after=after)
        found += page.headers
        measures |= page.measures
        lengths.append(len(page.headers))
        after = page.after
        if after is None:
            return found, measures, lengths


class QuestionsContract:
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        raise NotImplementedError

    @pytest.fixture(scope="class")
    @classmethod
    def crowded(cls) -> Iterator[Crowded]:
        raise NotImplementedError

    @given(wanted=_FILTERS, order=st.sampled_from(SessionOrder), size=st.sampled_from((50, 77, 1000)))
    @settings(
        max_examples=100,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_pages_follow_each_other_without_loss_or_repetition(
        self, crowded: Crowded, wanted: SessionFilter, order: SessionOrder, size: int
    ) -> None:
        right = expected(crowded.sessions, wanted, order)
        found, measures, lengths = everything(crowded.store, wanted, order, size)
        assert found == [stored.header for stored in right]
        assert measures == {stored.header.id: stored.measures for stored in right if stored.measures is not None}
        assert lengths == [size] * (len(right) // size) + [len(right) % size] * (len(right) % size > 0 or not right)

    @pytest.mark.parametrize("order", list(SessionOrder))
    def test_small_pages_over_many_that_share_a_place(self, crowded: Crowded, order: SessionOrder) -> None:
        trainee = somebody(11).id
        right = expected(crowded.sessions, SessionFilter(trainee=trainee), order)
        assert len(right) > 10
        for size in (1, 2, 3):
            found, _, _ = everything(crowded.store, SessionFilter(trainee=trainee), order, size)
            assert found == [stored.header for stored in right]

    def test_another_opinion_finds_no_measures(self, crowded: Crowded) -> None:
        other = MeasureKey(TODAY.rubric + 1, TODAY.rules)
        wanted = SessionFilter(trainee=somebody(3).id)
        right = expected(crowded.sessions, wanted, SessionOrder.OLDEST)
        found, measures, _ = everything(crowded.store, wanted, SessionOrder.OLDEST, 50, other)
        assert found == [stored.header for stored in right]
        assert measures == {}
        assert everything(crowded.store, wanted, SessionOrder.SHARE, 50, other)[0] == []
        assert everything(crowded.store, SessionFilter(measured=True), SessionOrder.TITLE, 50, other)[0] == []

    def test_totals_and_what_is_unmeasured_fit_the_lists(self, crowded: Crowded) -> None:
        trainee = somebody(5).id
        told: dict[str, dict[str, int]] = {}
        for stored in expected(crowded.sessions, SessionFilter(trainee=trainee), SessionOrder.OLDEST):
            counts = told.setdefault(stored.header.scenario, {})
            counts[stored.header.verdict] = counts.get(stored.header.verdict, 0) + 1
        assert crowded.store.totals(trainee).by_scenario == told
        left = expected(crowded.sessions, SessionFilter(ended=True, measured=False), SessionOrder.NEWEST)
        assert crowded.store.unmeasured(TODAY, limit=20_000) == tuple(stored.header.id for stored in left)

    def test_a_crowd_is_sound(self, crowded: Crowded) -> None:
        assert crowded.store.faults() == ()

    def test_what_comes_between_two_pages_moves_nothing(self, store: SessionStore) -> None:
        for number in range(1, 31):
            begin(store, number)
        first = store.query(SessionFilter(), SessionOrder.NEWEST, TODAY, size=10)
        begin(store, 31)
        store.erase(session_id(21))
        store.erase(session_id(20))
        found, after = list(first.headers), first.after
        while after is not None:
            page = store.query(SessionFilter(), SessionOrder.NEWEST, TODAY, size=10, after=after)
            found, after = [*found, *page.headers], page.after
        assert [header.id for header in found] == [session_id(n) for n in reversed(range(1, 31)) if n != 20]

    def test_an_empty_store_has_one_empty_page(self, store: SessionStore) -> None:
        for order in SessionOrder:
            assert everything(store, SessionFilter(), order, 50) == ([], {}, [0])

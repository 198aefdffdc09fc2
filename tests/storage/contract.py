"""What every store of sessions must do, whatever is behind it: subclass this and give it a ``store``."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.session import (
    Action,
    Chose,
    Mode,
    Session,
    SessionId,
    SessionStore,
    Started,
    StayedSilent,
    Stopped,
    StoreError,
    Tag,
    Tagged,
)
from tests.storage.concert import SOURCES, concert, some_actions, started

_TIMES = st.integers(min_value=0, max_value=2**40)
_ACTIONS: st.SearchStrategy[Action] = st.one_of(
    st.builds(Tagged, st.sampled_from(Tag), _TIMES),
    st.builds(Chose, st.text(max_size=40), _TIMES),
    st.builds(StayedSilent, _TIMES),
    st.builds(Stopped, _TIMES),
)
_STARTS = st.builds(
    Started,
    trainee=st.text(max_size=30),
    scenario=st.text(max_size=30),
    digest=st.text("0123456789abcdef", min_size=64, max_size=64),
    mode=st.sampled_from(Mode),
    difficulty=st.integers(1, 3),
    seed=st.integers(0, 2**64),
    at_ms=_TIMES,
)
_SOURCES = st.dictionaries(st.text(max_size=20), st.text(max_size=200), max_size=4)


def begin(store: SessionStore, trainee: str = "Robin") -> SessionId:
    return store.create(started(trainee), "The concert", concert().path, SOURCES)


class SessionStoreContract:
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        raise NotImplementedError

    @given(first=_STARTS, title=st.text(max_size=30), sources=_SOURCES, actions=st.lists(_ACTIONS, max_size=15))
    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_what_was_stored_is_what_is_loaded(
        self, store: SessionStore, first: Started, title: str, sources: dict[str, str], actions: list[Action]
    ) -> None:
        session = store.create(first, title, "main.yaml", sources)
        for action in actions:
            store.append(session, action)
        loaded = store.load(session)
        assert loaded.events == (first, *actions)
        assert loaded.path == "main.yaml"
        assert dict(loaded.sources) == sources
        assert loaded.header == store.sessions(first.trainee)[0]
        assert loaded.header.id == session
        assert loaded.header.started == first
        assert loaded.header.title == title
        assert loaded.header.steps == len(actions)

    def test_a_played_session_stands_where_it_stood(self, store: SessionStore) -> None:
        session = begin(store)
        played = Session(concert(), started())
        for action in some_actions()[:7]:
            store.append(session, action)
            played.act(action)
        assert Session.replay(concert(), store.load(session).events).standing == played.standing

    def test_two_sessions_played_by_turns_do_not_mix(self, store: SessionStore) -> None:
        first, second = begin(store, "Robin"), begin(store, "Kim")
        ours, theirs = some_actions(1), some_actions(2)
        for one, other in zip(ours, theirs, strict=False):
            store.append(first, one)
            store.append(second, other)
        both = min(len(ours), len(theirs))
        assert store.load(first).events == (started("Robin"), *ours[:both])
        assert store.load(second).events == (started("Kim"), *theirs[:both])

    def test_a_loaded_session_goes_on(self, store: SessionStore) -> None:
        session = begin(store)
        actions = some_actions()
        store.append(session, actions[0])
        store.load(session)
        store.append(session, actions[1])
        assert store.load(session).events == (started(), *actions[:2])

    def test_changing_the_sources_afterwards_changes_nothing_stored(self, store: SessionStore) -> None:
        sources = dict(SOURCES)
        session = store.create(started(), "The concert", concert().path, sources)
        sources[concert().path] = "something else"
        assert dict(store.load(session).sources) == SOURCES

    def test_lists_show_the_newest_first(self, store: SessionStore) -> None:
        made = [begin(store) for _ in range(3)]
        assert [header.id for header in store.sessions()] == made[::-1]

    def test_lists_of_one_trainee_leave_the_others_out(self, store: SessionStore) -> None:
        first, _, last = begin(store, "Robin"), begin(store, "robin"), begin(store, "Robin")
        assert [header.id for header in store.sessions("Robin")] == [last, first]
        assert store.sessions("Rob") == ()

    def test_a_verdict_is_shown_once_it_is_noted(self, store: SessionStore) -> None:
        session, other = begin(store), begin(store)
        store.append(session, some_actions()[0])
        store.close_session(session, "partly")
        assert [(header.id, header.verdict) for header in store.sessions()] == [(other, ""), (session, "partly")]
        assert store.load(session).header.verdict == "partly"

    def test_a_verdict_can_be_noted_anew_after_further_steps(self, store: SessionStore) -> None:
        session = begin(store)
        store.close_session(session, "unresolved")
        store.append(session, some_actions()[0])
        assert store.load(session).header.verdict == "unresolved"
        store.close_session(session, "repaired")
        assert store.load(session).header.verdict == "repaired"

    def test_an_erased_session_is_gone_and_the_others_keep_their_texts(self, store: SessionStore) -> None:
        erased, kept = begin(store), begin(store)
        store.append(kept, some_actions()[0])
        store.erase(erased)
        with pytest.raises(StoreError, match=f"no session {erased}"):
            store.load(erased)
        assert [header.id for header in store.sessions()] == [kept]
        assert dict(store.load(kept).sources) == SOURCES
        assert store.load(kept).events == (started(), some_actions()[0])

    def test_the_number_of_an_erased_session_is_not_given_again(self, store: SessionStore) -> None:
        erased = begin(store)
        store.erase(erased)
        assert begin(store) != erased

    def test_a_session_nobody_created_is_unknown(self, store: SessionStore) -> None:
        unknown = SessionId(begin(store) + 1)
        for impossible in (
            lambda: store.load(unknown),
            lambda: store.append(unknown, Stopped(1)),
            lambda: store.close_session(unknown, "left"),
            lambda: store.erase(unknown),
        ):
            with pytest.raises(StoreError, match=f"no session {unknown}"):
                impossible()
        assert len(store.sessions()) == 1

    def test_a_closed_store_says_so(self, store: SessionStore) -> None:
        session = begin(store)
        store.close()
        for impossible in (
            lambda: begin(store),
            lambda: store.load(session),
            lambda: store.append(session, Stopped(1)),
            lambda: store.close_session(session, "left"),
            store.sessions,
            lambda: store.erase(session),
        ):
            with pytest.raises(StoreError, match="closed"):
                impossible()

    def test_closing_twice_is_no_fault(self, store: SessionStore) -> None:
        store.close()
        store.close()

"""The part of the contract of every store that is about courses: begun, gone on with, ended, forked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.messages.sentences import storage as say
from simulator.patient.verdicts import Verdict
from simulator.session.codec import encode
from simulator.session.engine import Session
from simulator.session.errors import StoreError
from simulator.session.events import (
    Chose,
    Ended,
    Next,
    Origin,
    Outcome,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tagged,
    Timing,
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import OPEN, STOPPED, SessionFilter, SessionStore
from simulator.session.vocabulary import By, Met, Mode, Tag
from tests.storage.asking import begin, forked, headers, played_on
from tests.storage.concert import (
    KIM,
    ROBIN,
    SOURCES,
    begun,
    concert,
    keep,
    played,
    script,
    session_id,
    some_events,
    timing,
)

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_TIMINGS = st.builds(Timing, st.one_of(st.none(), st.integers(0, 2**42)), st.one_of(st.none(), st.integers(0, 2**40)))
_STATE = begun().place.patient
_OUTCOMES = st.one_of(
    st.none(),
    st.builds(
        Outcome,
        state=st.just(_STATE),
        then=st.builds(Next, _WORDS, _WORDS, st.integers(1, 40), st.lists(_WORDS, max_size=3).map(tuple)),
    ),
)
_OFFERS = st.lists(st.tuples(_WORDS, _WORDS), max_size=4).map(tuple)
_EVENTS: st.SearchStrategy[SessionEvent] = st.one_of(
    st.builds(Tagged, st.sampled_from(Tag)),
    st.builds(Chose, _WORDS, _WORDS, _OFFERS, _OUTCOMES),
    st.builds(StayedSilent, st.booleans(), _OFFERS, _OUTCOMES),
)
_STARTS = st.builds(
    Started,
    session=st.just(session_id(0)),
    trainee=st.just(ROBIN.id),
    scenario=_WORDS,
    title=_WORDS,
    language=_WORDS,
    texts=st.text("0123456789abcdef", min_size=64, max_size=64),
    attune=_WORDS,
    edition=st.integers(0, 5),
    rules=_WORDS,
    mode=st.sampled_from(Mode),
    difficulty=st.integers(1, 3),
    seed=st.integers(0, 2**64),
    day=_WORDS,
    met=st.lists(st.sampled_from(Met), unique=True).map(tuple),
    origin=st.none(),
    outcome=_OUTCOMES,
)
_SOURCES = st.dictionaries(_WORDS, st.text(st.characters(exclude_categories=["Cs"]), max_size=200), max_size=4)


class CoursesContract:
    @pytest.fixture
    def store(self) -> Iterator[SessionStore]:
        raise NotImplementedError

    # The course

    @given(first=_STARTS, sources=_SOURCES, steps=st.lists(st.tuples(_EVENTS, _TIMINGS), max_size=12), began=_TIMINGS)
    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.differing_executors],
    )
    def test_what_was_stored_is_what_is_loaded(
        self,
        store: SessionStore,
        first: Started,
        sources: dict[str, str],
        steps: list[tuple[SessionEvent, Timing]],
        began: Timing,
    ) -> None:
        first = replace(first, session=SessionId(str(uuid4())), trainee=PersonId(str(uuid4())))
        told = store.create(first, replace(began, at_ms=began.at_ms or 1), "main.yaml", sources)
        for event, when in steps:
            told = store.append(first.session, event, when)
        loaded = store.load(first.session)
        assert loaded.events == (first, *(event for event, _ in steps))
        assert loaded.timings[1:] == tuple(when for _, when in steps)
        assert dict(loaded.sources) == sources
        assert loaded.header == told
        assert headers(store, SessionFilter(trainee=first.trainee)) == (told,)
        assert (told.id, told.trainee, told.scenario, told.title) == (
            first.session,
            first.trainee,
            first.scenario,
            first.title,
        )
        assert (told.mode, told.difficulty, told.edition, told.language) == (
            first.mode,
            first.difficulty,
            first.edition,
            first.language,
        )
        assert (told.texts, told.path, told.started_ms, told.steps) == (
            first.texts,
            "main.yaml",
            began.at_ms or 1,
            len(steps),
        )
        assert told.verdict == OPEN
        assert told.sound

    def test_a_played_session_stands_where_it_stood(self, store: SessionStore) -> None:
        half = played(3, steps=7)
        assert Session.replay(concert(), store.load(keep(store, half)).events, script()).standing == half.standing

    def test_two_sessions_played_by_turns_do_not_mix(self, store: SessionStore) -> None:
        first, second = begin(store, 1, ROBIN), begin(store, 2, KIM)
        ours, theirs = some_events(1), some_events(2)
        for step, (one, other) in enumerate(zip(ours, theirs, strict=False), 1):
            store.append(first, one, timing(step))
            store.append(second, other, timing(step))
        both = min(len(ours), len(theirs))
        assert store.load(first).events[1:] == ours[:both]
        assert store.load(second).events[1:] == theirs[:both]

    def test_a_loaded_session_goes_on(self, store: SessionStore) -> None:
        session = keep(store, played(1, steps=3))
        store.load(session)
        store.append(session, some_events(1)[3], timing(4))
        assert store.load(session).events[1:] == some_events(1)[:4]

    def test_changing_the_sources_afterwards_changes_nothing_stored(self, store: SessionStore) -> None:
        sources = dict(SOURCES)
        store.create(begun(1).started, timing(0), concert().path, sources)
        sources[concert().path] = "something else"
        assert dict(store.load(session_id(1)).sources) == SOURCES

    def test_an_ended_session_has_ended_with_its_last_step_and_takes_no_more(self, store: SessionStore) -> None:
        whole = played(5)
        closing = whole.standing.closing
        assert closing is not None
        ended = keep(store, whole)
        (header,) = headers(store)
        assert (header.verdict, header.ended, header.steps) == (str(closing.verdict), True, len(whole.events) - 1)
        for more in (Tagged(Tag.NOTHING), Stopped(By.TRAINEE, None)):
            with pytest.raises(StoreError) as refused:
                store.append(ended, more, timing(40))
            assert refused.value.message == say.SESSION_ENDED()
        assert store.load(ended).events == tuple(whole.events)

    @pytest.mark.parametrize(("by", "verdict"), [(By.TRAINEE, STOPPED), (By.PROGRAM, "interrupted")])
    def test_a_session_can_be_stopped(self, store: SessionStore, by: By, verdict: str) -> None:
        session = keep(store, played(1, steps=4))
        end = Stopped(by, Outcome(_STATE, Ended(Verdict.PARTLY)))
        assert store.append(session, end, timing(5)).verdict == verdict
        assert headers(store)[0].verdict == verdict
        with pytest.raises(StoreError, match="has ended"):
            store.append(session, Tagged(Tag.NOTHING), timing(6))

    def test_a_session_can_be_begun_once_only(self, store: SessionStore) -> None:
        mine = keep(store, played(1, steps=2))
        with pytest.raises(StoreError, match=f"conversation {mine} in this store already"):
            store.create(begun(1, KIM.id).started, timing(0), concert().path, SOURCES)
        assert store.load(mine).events == tuple(played(1, steps=2).events)
        assert len(headers(store)) == 1

    def test_a_text_that_cannot_be_written_is_refused_and_nothing_is_begun(self, store: SessionStore) -> None:
        for wrong in (replace(begun(1).started, title="half a \ud83d"), replace(begun(1).started, scenario="\udfff")):
            with pytest.raises(StoreError, match="characters that cannot be stored"):
                store.create(wrong, timing(0), concert().path, SOURCES)
        with pytest.raises(StoreError, match="characters that cannot be stored"):
            store.add_person(replace(ROBIN, name="\ud800"))
        assert headers(store) == ()
        assert store.people() == ()
        assert store.faults() == ()

    # Forks

    @pytest.mark.parametrize("steps", [None, 9], ids=["of an ended session", "of one that goes on"])
    def test_a_fork_begins_with_copies_of_the_steps_before_it(self, store: SessionStore, steps: int | None) -> None:
        store.add_person(ROBIN)
        parent = keep(store, played(4, steps=steps))
        whole = store.load(parent)
        started = forked(store, parent, 5)
        header = store.fork(started, timing(0, 1_800_000_000_000))
        fork = store.load(started.session)
        assert fork.events == (started, *whole.events[1:5])
        assert [encode(event) for event in fork.events[1:]] == [encode(event) for event in whole.events[1:5]]
        assert fork.timings == (timing(0, 1_800_000_000_000), *whole.timings[1:5])
        assert fork.header == header
        assert (header.origin, header.steps, header.verdict) == (started.origin, 4, OPEN)
        assert dict(fork.sources) == SOURCES
        assert store.load(parent) == whole
        assert store.faults() == ()

    def test_a_fork_needs_no_parent_and_goes_on(self, store: SessionStore) -> None:
        parent = keep(store, played(4))
        started = forked(store, parent, 6)
        store.fork(started, timing(0))
        before = store.load(started.session)
        store.erase(parent)
        assert store.load(started.session) == before
        session = Session.replay(concert(), before.events, script())
        for step, event in enumerate(played_on(session), len(before.events)):
            store.append(started.session, event, timing(step))
        assert store.load(started.session).events == tuple(session.events)
        assert store.load(started.session).header.ended

    def test_a_fork_of_a_fork(self, store: SessionStore) -> None:
        parent = keep(store, played(4))
        first = forked(store, parent, 6, 901)
        store.fork(first, timing(0))
        second = forked(store, first.session, 6, 902)
        store.fork(second, timing(0))
        third = forked(store, second.session, 3, 903)
        store.fork(third, timing(0))
        assert store.load(second.session).events[1:] == store.load(parent).events[1:6]
        assert store.load(third.session).events[1:] == store.load(parent).events[1:3]
        Session.replay(concert(), store.load(third.session).events)

    def test_a_fork_from_the_first_step_copies_nothing(self, store: SessionStore) -> None:
        started = forked(store, keep(store, played(4, steps=3)), 1)
        store.fork(started, timing(0))
        assert store.load(started.session).events == (started,)
        assert store.load(started.session).header.steps == 0

    @pytest.mark.parametrize("step", [-4096, -1, 0, 25, 26, 4095, 4096, 4097, 2**40])
    def test_there_is_no_fork_from_a_step_that_is_not_there_or_from_behind_the_end(
        self, store: SessionStore, step: int
    ) -> None:
        parent, other = keep(store, played(4)), keep(store, played(6))
        last = len(played(4).events)
        right = forked(store, parent, 5)
        assert last == 25
        for head in (store.link_before(parent, last), store.link_before(other, 1), ""):
            assert right.origin is not None
            with pytest.raises(StoreError, match=f"^Step {step:,} of that".replace("-", "−")):
                store.fork(replace(right, origin=Origin(parent, step, head)), timing(0))
        with pytest.raises(StoreError, match="There is no conversation"):
            store.load(right.session)
        assert len(headers(store)) == 2

    def test_a_fork_names_the_link_that_it_goes_on_from(self, store: SessionStore) -> None:
        parent = keep(store, played(4))
        right = forked(store, parent, 5)
        assert right.origin is not None
        for head in (store.link_before(parent, 4), "", right.origin.head[:-1], right.origin.head.upper()):
            with pytest.raises(StoreError, match="Step 5 of that conversation cannot be gone on from"):
                store.fork(replace(right, origin=replace(right.origin, head=head)), timing(0))
        with pytest.raises(StoreError, match="cannot be gone on from"):
            store.fork(replace(right, origin=None), timing(0))
        with pytest.raises(StoreError, match="There is no conversation"):
            store.fork(replace(right, origin=replace(right.origin, session=session_id(99))), timing(0))

    def test_a_fork_is_of_the_same_texts_and_has_an_id_of_its_own(self, store: SessionStore) -> None:
        parent = keep(store, played(4))
        right = forked(store, parent, 5)
        with pytest.raises(StoreError, match="not pinned to the scenario"):
            store.fork(replace(right, texts="0" * 64), timing(0))
        with pytest.raises(StoreError, match="in this store already"):
            store.fork(replace(right, session=parent), timing(0))
        store.fork(right, timing(0))
        with pytest.raises(StoreError, match="in this store already"):
            store.fork(right, timing(0))

    def test_the_link_before_a_step_is_there_for_every_step_and_the_next(self, store: SessionStore) -> None:
        session, _ = keep(store, played(4, steps=3)), keep(store, played(5, steps=3))
        found = [store.link_before(session, step) for step in (1, 2, 3, 4)]
        assert len(set(found)) == 4
        assert found[-1] == store.load(session).header.head == store.head(session)
        for step in (-1, 0, 5, 4096, 4097, 2**60, 2**80):
            with pytest.raises(StoreError, match="cannot be gone on from"):
                store.link_before(session, step)
        for ask in (lambda id_: store.link_before(id_, 1), store.head):
            with pytest.raises(StoreError, match="There is no conversation"):
                ask(session_id(99))

"""Whole sessions in many words: nobody repeats themselves without need, and every way of reading one finds the same words."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.patient.shown import shown_by
from simulator.scenario.document import ANY_RESPONSE, BANK_PREFIX, Moment, Returns, Wording
from simulator.session.codec import decode, encode
from simulator.session.engine import Session, action_of, start
from simulator.session.events import SessionEvent
from simulator.session.record import recorded
from simulator.session.transcript import Exchange
from simulator.session.vocabulary import Mode
from simulator.session.wording_choice import Telling
from tests.session.made_events import NAMES, WORDED, played, script_of, sessions
from tests.session.test_forks import forked, steps_before_the_end

in_words = st.builds(
    lambda world, level, seed: played(script_of(world, level), random.Random(seed), Mode.LEARN, stops=0),
    st.sampled_from([*NAMES, WORDED, WORDED, WORDED]),
    st.integers(1, 3),
    st.integers(0, 10**6),
)


def words_of(session: Session) -> list[object]:
    """Everything that was told, offered and said in a session, in order."""
    found: list[object] = [(x.telling, x.offered, x.said, x.words) for x in session.exchanges]
    closing = session.standing.closing
    return [*found, closing.telling if closing else session.telling]


def own_wordings(exchange: Exchange, level: int) -> list[Wording]:
    """The wordings of an exchange's moment that are told at a level."""
    return [w for w in exchange.moment.wordings if not w.levels or level in w.levels]


def fits(wording: Wording, before: Exchange | None, shown: frozenset[ShownClass]) -> bool:
    """Whether a wording presupposes nothing but what was said in the exchange before, and what the patient shows."""
    if not wording.after or any(after.said in shown for after in wording.after):
        return True
    if before is None:
        return False
    said = {SaidClass.SILENCE} if before.response is None else before.response.classes
    name = "silence" if before.response is None else before.response.id
    return any(
        after.said in said
        or after.said is before.move
        or (after.moment == before.moment.id and after.response in (name, ANY_RESPONSE))
        for after in wording.after
    )


def shown_in(exchange: Exchange, session: Session) -> frozenset[ShownClass]:
    return shown_by(exchange.before, session.started.difficulty)


@settings(max_examples=150, deadline=None)
@given(in_words)
def test_nothing_is_told_twice_in_the_same_words_while_others_that_fit_are_left(session: Session) -> None:
    told: Counter[tuple[str, str]] = Counter()
    before: Exchange | None = None
    for exchange in session.exchanges:
        moment, wording = exchange.moment, exchange.telling.wording
        if told[moment.id, wording.id] and not wording.wordless:
            left = [w for w in own_wordings(exchange, session.started.difficulty) if not told[moment.id, w.id]]
            assert [w.id for w in left if fits(w, before, shown_in(exchange, session))] == []
        told[moment.id, wording.id] += 1
        before = exchange


@settings(max_examples=150, deadline=None)
@given(in_words)
def test_what_is_told_fits_what_was_said_where_anything_does(session: Session) -> None:
    before: Exchange | None = None
    for exchange in session.exchanges:
        wording = exchange.telling.wording
        # What must come back in words written for it is told in those rather than a second time.
        told_once = exchange.moment.returns is Returns.TOLD
        if not told_once and not fits(wording, before, shown_in(exchange, session)):
            possible = own_wordings(exchange, session.started.difficulty)
            assert [w.id for w in possible if fits(w, before, shown_in(exchange, session)) and not w.again] == []
        before = exchange


def visits_of(session: Session, moment: str) -> list[Telling]:
    return [exchange.telling for exchange in session.exchanges if exchange.moment.id == moment]


@settings(max_examples=100, deadline=None)
@given(in_words)
def test_words_for_coming_back_never_come_first_and_a_disclosure_comes_once(session: Session) -> None:
    moments: dict[str, Moment] = {exchange.moment.id: exchange.moment for exchange in session.exchanges}
    for name, moment in moments.items():
        tellings = visits_of(session, name)
        assert not tellings[0].wording.again
        spoken = [t.wording for t in tellings if not t.wording.wordless]
        if moment.returns is Returns.TOLD:
            assert all(wording.again for wording in spoken[1:])
        openings = Counter((t.wording.id, t.opens) for t in tellings if t.opens)
        assert set(openings.values()) <= {1}


@settings(max_examples=100, deadline=None)
@given(in_words)
def test_no_sentence_is_offered_again_that_was_said_while_there_are_other_words_for_it(session: Session) -> None:
    said: set[tuple[str, str, str]] = set()
    before: Exchange | None = None
    for exchange in session.exchanges:
        by_id = {response.id: response for response in exchange.moment.responses}
        for name, wording in exchange.offered:
            if (exchange.moment.id, name, wording) in said:
                left = [w for w in by_id[name].wordings if (exchange.moment.id, name, w.id) not in said]
                assert [w.id for w in left if fits(Wording(after=w.after), before, frozenset())] == []
        if exchange.response is not None:
            said.add((exchange.moment.id, exchange.response.id, exchange.said))
        before = exchange


def stored(session: Session) -> list[SessionEvent]:
    """The events of a session, as they come back from a store."""
    return [decode(encode(event)) for event in session.events]


@settings(max_examples=100, deadline=None)
@given(sessions)
def test_a_session_has_the_same_words_replayed_and_read_from_its_log(session: Session) -> None:
    again = Session.replay(session.script.scenario, stored(session), session.script)
    assert words_of(again) == words_of(session)
    assert again.so_far == session.so_far
    read = recorded(session.script.scenario, stored(session))
    assert [x.telling for x in read.exchanges] == [x.telling for x in session.exchanges]
    assert [x.words for x in read.exchanges] == [x.words for x in session.exchanges]
    if read.closing is not None:
        assert session.standing.closing is not None
        assert read.closing.telling == session.standing.closing.telling


@settings(max_examples=60, deadline=None)
@given(sessions, st.data())
def test_a_session_interrupted_anywhere_goes_on_in_the_same_words(session: Session, data: st.DataObject) -> None:
    step = data.draw(st.integers(1, len(session.events)))
    resumed = Session.replay(session.script.scenario, stored(session)[:step], session.script)
    for event in session.events[step:]:
        action = action_of(event)
        assert action is not None
        resumed.act(action)
    assert words_of(resumed) == words_of(session)


@settings(max_examples=60, deadline=None)
@given(sessions, st.data())
def test_a_fork_that_says_the_same_hears_the_same(session: Session, data: st.DataObject) -> None:
    step = data.draw(st.integers(1, steps_before_the_end(session)))
    fork = Session.replay(session.script.scenario, forked(session, step), session.script)
    for event in session.events[step:]:
        action = action_of(event)
        assert action is not None
        fork.act(action)
    assert words_of(fork) == words_of(session)


def course(seed: int, level: int = 1) -> Session:
    return played(script_of(WORDED, level), random.Random(seed), stops=0)


def test_the_scenario_in_many_words_uses_every_kind_of_them() -> None:
    level = [Counter[str](), Counter[str](), Counter[str]()]
    for seed in range(300):
        session = course(seed, 1 + seed % 3)
        for exchange in session.exchanges:
            level[seed % 3][f"{exchange.moment.id}/{exchange.telling.wording.id}"] += 1
        opened = any(exchange.telling.opens for exchange in session.exchanges)
        level[seed % 3]["opened"] += opened
        last = session.standing.closing
        if last is not None and last.goodbye is not None:
            level[seed % 3][f"{last.goodbye}/{last.telling.wording.id if last.telling else ''}"] += 1
    everything = level[0] + level[1] + level[2]
    for name in (
        *(f"quiet/{w}" for w in ("fine", "all-fine", "asked", "looked-at", "told-you", "window", "nods")),
        *(f"secret/{w}" for w in ("told", "also-told", "said-so", f"{BANK_PREFIX}minimal/shrugs")),
        "~shut-down/hm",
        "~exploring/takes-up",
        "opened",
        "unresolved/asked",
        "unresolved/until-then",
    ):
        assert everything[name], name
    assert not level[2]["quiet/looked-at"]
    assert not level[0]["quiet/nods"]
    assert not level[1]["quiet/nods"]


@pytest.mark.parametrize("name", ["concert-silence.yaml", "homework-load.yaml", WORDED])
def test_two_seeds_tell_the_same_choices_in_other_words(name: str) -> None:
    script = script_of(name, 1)
    first = played(script, random.Random(1), Mode.LEARN, stops=0)
    told = set()
    for seed in range(6):
        second = Session(script.scenario, start(script, Mode.LEARN, seed), script)
        for event in first.events[1:]:
            action = action_of(event)
            assert action is not None
            second.act(action)
        assert [x.moment for x in second.exchanges] == [x.moment for x in first.exchanges]
        assert [x.appraisal for x in second.exchanges] == [x.appraisal for x in first.exchanges]
        told.add(tuple(x.telling.wording.id for x in second.exchanges))
    assert len(told) > 1

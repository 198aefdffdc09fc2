"""What sessions came to is worked out behind, the newest first, and anew where an opinion has changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.budget import Budget
from simulator.analysis.fingerprint import PRICING
from simulator.analysis.session_value import SessionValue, value_session
from simulator.analysis.solve import Solution, solve
from simulator.messages.sentences.session import ENDED
from simulator.scenario.document import Scenario
from simulator.scoring import score
from simulator.scoring.competency import Competency, Standing
from simulator.services.examine import Examiner
from simulator.services.measuring import TODAY, Unmeasured, measured, measures, next_unmeasured
from simulator.services.play import Play
from simulator.services.stored_sessions import Trust
from simulator.session.actions import StaySilent, Stop
from simulator.session.edition import EDITION, RULES
from simulator.session.engine import Session
from simulator.session.errors import ServiceError
from simulator.session.events import Timing
from simulator.session.ids import SessionId
from simulator.session.script import Script
from simulator.session.store import MeasureKey, Measures
from tests.builders import SILENT, free_scenario, play, started
from tests.services.desks import KIM, NOON_MS, ROBIN, Desk


def talked(desk: Desk) -> Play:
    return desk.act(desk.begin(), StaySilent(), Stop())


def keep_measures(desk: Desk, found: Unmeasured, key: MeasureKey = TODAY) -> None:
    assert found.id is not None
    desk.store.put_measures(found.id, key, found.head, Measures(40))


def test_the_newest_without_measures_comes_first_until_there_is_none(desk: Desk) -> None:
    older, newer = talked(desk), talked(desk)
    desk.act(desk.begin(), StaySilent())
    for play_, left in ((newer, 2), (older, 1)):
        found = next_unmeasured(desk.store, KIM.id, frozenset())
        assert (found.left, found.id) == (left, play_.id)
        assert found.head == desk.store.head(play_.id)
        assert found.session is not None
        assert found.session.trust is Trust.VERIFIED
        assert found.session.transcript is not None
        keep_measures(desk, found)
    assert next_unmeasured(desk.store, KIM.id, frozenset()) == Unmeasured(0)


def test_what_another_person_played_is_not_asked_for(desk: Desk) -> None:
    talked(desk)
    assert next_unmeasured(desk.store, ROBIN.id, frozenset()) == Unmeasured(0)


def test_what_could_not_be_measured_before_is_passed_over(desk: Desk) -> None:
    older, newer = talked(desk), talked(desk)
    found = next_unmeasured(desk.store, KIM.id, frozenset({newer.id}))
    assert (found.left, found.id) == (1, older.id)
    assert next_unmeasured(desk.store, KIM.id, frozenset({newer.id, older.id})) == Unmeasured(0)


def test_a_damaged_one_is_told_without_its_session(desk: Desk) -> None:
    desk_play = talked(desk)
    desk.store._connection.execute("UPDATE events SET body = CAST('{}' AS BLOB) WHERE step % 4096 = 1")
    assert next_unmeasured(desk.store, KIM.id, frozenset()) == Unmeasured(1, desk_play.id)


def test_measures_of_another_opinion_are_none_of_today(desk: Desk) -> None:
    play_ = talked(desk)
    found = next_unmeasured(desk.store, KIM.id, frozenset())
    for key in (replace(TODAY, rubric=TODAY.rubric + 1), replace(TODAY, rules="e15e")):
        keep_measures(desk, found, key)
        assert next_unmeasured(desk.store, KIM.id, frozenset()).id == play_.id
    assert TODAY.rules == f"{RULES}-{PRICING}", "other prices are another opinion"


def test_a_session_has_its_ten_scores_its_share_and_its_prices(desk: Desk) -> None:
    examiner = Examiner()
    play_ = desk.talk(desk.begin())
    found = measured(desk.practice.reopen(desk.store, play_.id), examiner)
    worth = examiner.worth(play_.session)
    assert found.share == worth.share
    assert found.share is not None
    assert found.prices == {decision.turn: decision.price for decision in worth.decisions}
    assert len(found.prices) == len(play_.session.exchanges)
    competencies = score(play_.transcript()).competencies
    assert found.scores == {str(name): one.score for name, one in competencies.items()}
    assert found.standings == {str(name): str(one.standing) for name, one in competencies.items()}
    assert set(found.standings.values()) <= set(Standing)
    assert set(found.scores) == {str(name) for name in Competency}
    assert found == desk.of(KIM, examiner).measures(desk.practice.reopen(desk.store, play_.id))


class NoExaminer(Examiner):
    """Says of every conversation that it cannot be worked out; remembers which it was asked about."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Session] = []

    def worth(self, session: Session) -> SessionValue:
        self.asked.append(session)
        raise ServiceError(ENDED())


def test_where_no_price_can_be_had_the_scores_stand_alone(desk: Desk) -> None:
    play_ = desk.talk(desk.begin())
    examiner = NoExaminer()
    found = measured(desk.practice.reopen(desk.store, play_.id), examiner)
    assert (found.share, found.prices) == (None, {})
    assert found.scores == measures(play_.transcript(), None).scores
    assert len(examiner.asked) == 1


def test_of_a_session_by_other_rules_no_price_is_asked_for(desk: Desk) -> None:
    play_ = talked(desk)
    other = replace(play_.session.started, session=SessionId("e15e"), edition=EDITION + 1)
    desk.store.create(other, Timing(NOON_MS), play_.scenario.path, play_.scenario.sources)
    for event in play_.session.events[1:]:
        desk.store.append(other.session, event, Timing(NOON_MS))
    found = desk.practice.reopen(desk.store, other.session)
    assert found.trust is Trust.RECORDED
    examiner = NoExaminer()
    told = measured(found, examiner)
    assert (told.share, told.prices, examiner.asked) == (None, {}, [])
    assert told.scores == measured(desk.practice.reopen(desk.store, play_.id), NoExaminer()).scores


def test_where_no_answers_were_recorded_there_is_nothing_to_measure(desk: Desk) -> None:
    play_ = talked(desk)
    found = desk.practice.reopen(desk.store, play_.id)
    examiner = NoExaminer()
    assert measured(replace(found, transcript=None), examiner) == Measures()
    assert examiner.asked == []


@pytest.fixture(scope="module")
def small() -> Scenario:
    return free_scenario(turns=4)


def loose(scenario: Scenario) -> Solution:
    """A solution whose budget ended before everything was tried."""
    solution = solve(Script(scenario), Budget(states=5))
    assert not solution.exact
    return solution


def test_bounds_are_no_prices(small: Scenario) -> None:
    session = Session(small, started(small))
    session.act(StaySilent())
    worth = value_session(loose(small), session)
    assert not worth.exact
    found = measures(session.transcript(), worth)
    assert (found.share, found.prices) == (None, {})
    assert found == measures(play(small, SILENT), None)


def test_an_open_session_has_prices_and_no_share(small: Scenario) -> None:
    session = Session(small, started(small))
    session.act(StaySilent())
    found = measures(session.transcript(), value_session(solve(session.script), session))
    assert found.share is None
    assert set(found.prices) == {1}

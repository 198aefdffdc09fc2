"""From any place of an earlier conversation another try goes on with the same history, and says so everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.analysis.first_meetings import first_meetings
from simulator.analysis.repair_ways import attainable_after
from simulator.analysis.solve import solve
from simulator.messages.sentences import another_try as say
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Response, Scenario
from simulator.services.another_try import Crossing, OwnWords, crossing, own_words, turn_of, turns_of
from simulator.services.play import Play
from simulator.services.stored_sessions import Trust
from simulator.session.actions import Choose, StaySilent, Stop
from simulator.session.edition import EDITION
from simulator.session.engine import Session, start
from simulator.session.errors import ServiceError
from simulator.session.events import Chose, Origin, Started, Tagged, Timing
from simulator.session.ids import SessionId
from simulator.session.remarks import AboutSession, RemarkId, RemarkKind
from simulator.session.script import Script
from simulator.session.store import NO_MEASURES, OPEN, STOPPED, SessionFilter, SessionOrder
from simulator.session.vocabulary import Met, Mode, Tag
from tests.services.desks import KIM, NOON_MS, ROBIN, Desk
from tests.ui.small_scenarios import WAIT
from tests.ui.stored import small

SILENT = OwnWords()


def origin_of(play: Play) -> Origin:
    origin = play.session.started.origin
    assert origin is not None
    return origin


_TWO_WAYS = WAIT.replace("format: scenario/1", "format: scenario/2").replace(
    "        debrief: Names what you did.\n",
    "        debrief: Names what you did.\n"
    "        wordings:\n"
    "          other:\n"
    "            say: I had my eyes on the clock when you came in, and that cannot have been a welcome.\n"
    "          back:\n"
    "            again: true\n"
    "            say: I looked at the clock, and I say it again because it matters.\n",
)


def held(desk: Desk, mode: Mode = Mode.PRACTISE, name: str = "concert-silence") -> Play:
    """A conversation that was held to its end."""
    return desk.talk(desk.begin(name, mode))


def place(desk: Desk, session: SessionId, turn: int) -> Crossing:
    return crossing(desk.practice.reopen(desk.store, session), turn)


def tried(desk: Desk, session: SessionId, turn: int, own: OwnWords = SILENT) -> Play:
    return desk.practice.try_again(desk.store, place(desk, session, turn), own)


def test_it_begins_at_the_place_with_its_true_history(desk: Desk) -> None:
    first = held(desk)
    again = tried(desk, first.id, 3)
    before = first.session.exchanges[2]
    assert again.session.events[1:] == first.session.events[1:6], "two turns and the tag of the third, as they were"
    assert isinstance(again.session.events[-1], Tagged)
    assert (again.session.place.moment.id, again.session.place.turn) == (before.moment.id, 3)
    assert again.session.place.patient == before.before
    assert again.session.telling == before.telling, "the words on the screen are those that were said"
    origin = again.session.started.origin
    assert origin is not None
    assert (origin.session, origin.step) == (first.id, 6)
    assert turn_of(again.session.events, origin) == 3
    assert desk.practice.reopen(desk.store, again.id).trust is Trust.VERIFIED


def test_a_try_can_begin_from_every_turn_and_be_played_to_its_end(desk: Desk) -> None:
    first = held(desk)
    for exchange in first.session.exchanges:
        again = desk.talk(tried(desk, first.id, exchange.turn))
        assert again.session.ended
        assert desk.practice.reopen(desk.store, again.id).trust is Trust.VERIFIED


def test_in_learn_it_can_begin_from_the_very_first_turn(desk: Desk) -> None:
    first = held(desk, Mode.LEARN)
    again = tried(desk, first.id, 1)
    assert (again.session.place.turn, again.session.exchanges) == (1, [])
    assert again.session.started.mode is Mode.LEARN


def test_a_try_of_a_try_goes_on_from_there(desk: Desk) -> None:
    first = held(desk)
    second = desk.talk(tried(desk, first.id, 2))
    third = tried(desk, second.id, second.session.exchanges[-1].turn)
    assert third.session.started.origin is not None
    assert third.session.started.origin.session == second.id
    assert [(x.moment.id, x.words) for x in third.session.exchanges] == [
        (x.moment.id, x.words) for x in second.session.exchanges[:-1]
    ]


def test_what_was_said_is_on_offer_again_in_other_words_where_it_has_some_that_suit(desk: Desk) -> None:
    """Whatever was said first; the answers are those of the moment, and none that is written for coming back is among them."""
    scenario = small(_TWO_WAYS)
    heard = set()
    for seed in range(1, 9):
        first = kept(desk, scenario, seed)
        before = first.session.exchanges[0]
        again = tried(desk, first.id, 1)
        offered = dict(again.session.offer())
        assert {id_ for id_, _ in before.offered} == set(offered)
        assert {before.said, offered["own-clock"]} == {"first", "other"}
        heard.add(before.said)
    assert heard == {"first", "other"}, "either was said first somewhere"


def test_what_has_one_wording_is_on_offer_in_it(desk: Desk) -> None:
    first = desk.act(desk.begin("push-me"), StaySilent())
    said = first.session.exchanges[0].offered
    assert set(tried(desk, first.id, 1).session.offer()) == set(said)


def kept(desk: Desk, scenario: Scenario, seed: int) -> Play:
    """The small scenario, its first answer said, by a seed."""
    script = Script(scenario)
    id_ = SessionId(f"5e551011-0000-4000-8000-{seed:012}")
    begun = start(script, Mode.LEARN, seed, session=id_, trainee=KIM.id)
    desk.store.create(begun, Timing(NOON_MS), scenario.path, scenario.sources)
    return desk.act(Play(Session(scenario, begun, script)), Choose("own-clock"))


def test_a_turn_in_which_nothing_was_said_can_be_tried_too(desk: Desk) -> None:
    first = desk.act(desk.begin("push-me"), StaySilent(), StaySilent(), Stop())
    again = tried(desk, first.id, 2)
    assert len(again.session.exchanges) == 1


def test_there_is_no_try_from_where_nothing_was_said(desk: Desk) -> None:
    first = desk.act(desk.begin("push-me"), StaySilent(), Stop())
    with pytest.raises(ServiceError) as refused:
        place(desk, first.id, 2)
    assert refused.value.message == say.NO_SUCH_TURN(turn=2)


# Own words


def test_own_words_are_kept_as_a_private_remark_that_came_before_the_answer(desk: Desk) -> None:
    first = held(desk)
    again = tried(desk, first.id, 3, OwnWords("  I think I hurried you. ", aloud=True))
    head = desk.store.head(again.id)
    (remark,) = desk.store.remarks(again.id, KIM.id)
    assert remark.about == AboutSession(again.id, 6, head)
    assert (remark.kind, dict(remark.values)) == (
        RemarkKind.OWN_WORDS,
        {"text": "I think I hurried you.", "aloud": True},
    )
    assert desk.store.remarks(again.id, ROBIN.id) == ()
    assert own_words(desk.store, KIM.id, again.id, origin_of(again)) == OwnWords("I think I hurried you.", aloud=True)
    later = AboutSession(again.id, 8, head)
    desk.store.remark(replace(remark, id=RemarkId("later"), about=later, values={"text": "Before the next answer."}))
    assert own_words(desk.store, KIM.id, again.id, origin_of(again)).text == "I think I hurried you."
    desk.talk(again, 1)
    assert desk.store.link_before(again.id, 6) == head != desk.store.head(again.id)


def test_who_left_them_empty_has_said_nothing(desk: Desk) -> None:
    again = tried(desk, held(desk).id, 2)
    assert desk.store.remarks(again.id, None) == ()
    assert own_words(desk.store, KIM.id, again.id, origin_of(again)).empty


# What it counts for


def test_another_try_is_no_first_meeting_and_never_the_best(desk: Desk) -> None:
    first = desk.act(desk.begin("push-me"), StaySilent(), Stop())
    again = tried(desk, first.id, 1)
    repaired = repaired_by(desk, again)
    assert repaired.session.standing.closing is not None
    assert repaired.session.standing.closing.verdict in (Verdict.REPAIRED, Verdict.PARTLY)
    progress = desk.progress()
    assert (progress.ended, progress.best, progress.tries) == (1, None, 1)
    begun = [play.session.started for play in (first, again)]
    assert [started.session for started in first_meetings(begun)] == []
    assert Met.SESSION in again.session.started.met


def repaired_by(desk: Desk, play: Play) -> Play:
    """Go on with the answers after which most can still be reached."""
    script = play.session.script
    solution = solve(script)

    def attainable(response: Response) -> int:
        place = play.session.place
        return attainable_after(solution, script.step(place, script.positions(place)[response.id]))

    while not play.session.ended:
        desk.act(play, Choose(max(play.session.shown(), key=attainable).id))
    return play


def test_the_turn_of_every_try_can_be_told(desk: Desk) -> None:
    first = held(desk)
    tries = {tried(desk, first.id, turn).id: turn for turn in (1, 3, 2)}
    listing = desk.store.query(SessionFilter(), SessionOrder.NEWEST, NO_MEASURES)
    assert turns_of(desk.store, listing.headers) == tries


# Stepping back in a conversation that is going on


def test_stepping_back_is_another_try_and_leaves_the_conversation(desk: Desk) -> None:
    play = desk.talk(desk.begin("push-me"), 3)
    assert desk.store.load(play.id).header.verdict == OPEN
    again = tried(desk, play.id, 3)
    assert len(again.session.exchanges) == 2
    assert desk.store.load(play.id).header.verdict == STOPPED
    assert desk.progress().unfinished == (again.id,)
    assert desk.practice.reopen(desk.store, play.id).trust is Trust.VERIFIED


# Other editions


def test_from_a_conversation_of_another_edition_it_goes_on_by_todays_rules_and_says_so(desk: Desk) -> None:
    play = desk.talk(desk.begin("push-me"), 3)
    events = [
        replace(event, edition=EDITION + 1, rules="e15e" * 8, session=SessionId("elsewhere"))
        if isinstance(event, Started)
        else event
        for event in play.session.events
    ]
    started = events[0]
    assert isinstance(started, Started)
    desk.store.create(started, Timing(NOON_MS), play.scenario.path, play.scenario.sources)
    for event in events[1:]:
        desk.store.append(started.session, event, Timing(NOON_MS))
    there = place(desk, started.session, 3)
    assert there.note == say.TODAYS_RULES()
    assert place(desk, play.id, 3).note is None
    again = desk.practice.try_again(desk.store, there, SILENT)
    assert (again.session.started.edition, len(again.session.exchanges)) == (EDITION, 2)
    desk.talk(again)
    assert desk.practice.reopen(desk.store, again.id).trust is Trust.VERIFIED


def test_the_tag_that_was_given_stands(desk: Desk) -> None:
    again = tried(desk, held(desk).id, 2)
    assert again.session.standing.tag is Tag.NOTHING
    chosen = again.session.shown()[0].id
    desk.act(again, Choose(chosen))
    assert isinstance(again.session.events[-1], Chose)

"""A session goes where script and graph lead it, refuses what is not possible, and can be replayed for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family
from simulator.patient.gauges import Change
from simulator.patient.verdicts import Verdict
from simulator.scenario.conditions import Compare, Flag, Gauge, Not, Relation, Seen
from simulator.scenario.document import Ending, Response
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.codec import decode, encode
from simulator.session.engine import Session
from simulator.session.errors import ServiceError
from simulator.session.events import Stopped, Tagged
from simulator.session.vocabulary import By, Mode, Tag
from tests.builders import free_scenario, started
from tests.session.made_events import sessions
from tests.session.small_stories import DEFEND, OWN, R, choose, moment, scenario, session
from tests.telling import TWENTY_SECONDS


def test_the_graph_chooses_the_first_moment_of_the_new_state() -> None:
    play = session(moment("quiet", R.MINIMAL), moment("late", R.EXPLORING), moment("later", R.EXPLORING))
    assert choose(play, "own") == ["late"]


def test_a_moment_of_the_whole_family_fits_too() -> None:
    assert choose(session(moment("quiet", R.MINIMAL), moment("away", Family.WITHDRAWAL)), "defend") == ["away"]


def test_nobody_repeats_a_line_at_once() -> None:
    play = session(moment("quiet", R.MINIMAL, Response("a", "-", Move.REFOCUS)))
    assert choose(play, "a") == ["~minimal"]


def test_the_patients_own_lines_carry_on_where_the_scenario_has_none() -> None:
    assert choose(session(moment("quiet", R.MINIMAL)), "own") == ["~exploring"]


def test_a_script_leads_and_the_graph_still_reacts() -> None:
    scripted = replace(DEFEND, then="elsewhere")
    play = session(moment("quiet", R.MINIMAL, scripted), moment("elsewhere", R.COMPLAINT))
    assert choose(play, "defend") == ["elsewhere"]
    appraisal = play.exchanges[0].appraisal
    assert appraisal.graph is R.SHUT_DOWN
    assert play.place.patient.reaction is R.COMPLAINT
    assert play.place.patient.origin is Family.CONFRONTATION


def test_a_condition_keeps_a_moment_back() -> None:
    held = moment("held", R.EXPLORING, when=Compare(Gauge.ALLIANCE, Relation.AT_LEAST, 90))
    assert choose(session(moment("quiet", R.MINIMAL), held), "own") == ["~exploring"]


def test_once_means_once() -> None:
    stay = Response("stay", "-", Move.LINK_PATTERN)
    first, second = (moment(name, R.AVOIDING, stay, DEFEND) for name in ("first", "second"))
    retreat = Response("retreat", "-", Move.RETREAT)
    play = session(
        moment("quiet", R.MINIMAL, retreat), replace(first, once=True), replace(second, responses=(retreat,))
    )
    assert choose(play, "retreat", "defend") == ["first", "quiet"]
    assert choose(play, "retreat") == ["second"]


def test_seen_flags_and_visits_open_responses() -> None:
    stay = Response("stay", "-", Move.REFOCUS, sets=("told",), then="quiet", because="-")
    asked = Response("told-only", "-", Move.REFOCUS, when=Flag("told"))
    again = Response("third-time", "-", Move.REFOCUS, when=Compare(Gauge.VISITS, Relation.AT_LEAST, 3))
    fresh = Response("fresh", "-", Move.REFOCUS, when=Not(Seen("other")))
    play = session(moment("quiet", R.MINIMAL, stay, asked, again, fresh), moment("other", R.LEFT), flags=("told",))

    def offered() -> set[str]:
        return {response.id for response in play.shown()}

    assert offered() == {"stay", "fresh"}
    choose(play, "stay")
    assert offered() == {"stay", "told-only", "fresh"}
    choose(play, "stay")
    assert offered() == {"stay", "told-only", "third-time", "fresh"}


def test_an_author_can_change_the_gauges() -> None:
    play = session(moment("quiet", R.MINIMAL, replace(OWN, change=Change(bond=2, goal=-1))))
    choose(play, "own")
    assert play.place.patient.alliance.points == (60, 40, 35)


def test_silence_leads_where_the_moment_says() -> None:
    quiet = moment("quiet", R.MINIMAL, silence=TWENTY_SECONDS, silent_then="story")
    play = session(quiet, moment("story", R.AVOIDING))
    exchange = play.act(StaySilent())
    assert play.place.moment.id == "story"
    assert exchange is not None
    assert exchange.response is None
    assert exchange.move is Move.HOLD_SILENCE


def test_silence_is_possible_in_every_moment_and_the_graph_answers_it() -> None:
    play = session(moment("quiet", R.MINIMAL))
    play.act(StaySilent())
    assert play.place.patient.reaction is R.SHUT_DOWN


def test_in_practise_the_tag_comes_first() -> None:
    play = session(moment("quiet", R.MINIMAL), mode=Mode.PRACTISE)
    with pytest.raises(ServiceError, match="what you just saw"):
        play.act(Choose("own"))
    assert play.events == [play.started]
    play.act(GiveTag(Tag.WITHDRAWAL))
    exchange = play.act(Choose("own"))
    assert exchange is not None
    assert exchange.tag is Tag.WITHDRAWAL
    with pytest.raises(ServiceError, match="what you just saw"):
        play.act(Choose("own"))


def test_that_the_patient_opened_up_can_be_tagged_and_read_again() -> None:
    play = session(moment("quiet", R.MINIMAL), mode=Mode.PRACTISE)
    play.act(GiveTag(Tag.OPENED_UP))
    assert play.standing.tag is Tag.OPENED_UP
    assert decode(encode(play.events[-1])) == Tagged(Tag.OPENED_UP)


def test_silence_needs_no_tag() -> None:
    play = session(moment("quiet", R.MINIMAL), mode=Mode.PRACTISE)
    exchange = play.act(StaySilent())
    assert exchange is not None
    assert exchange.tag is None


def test_in_learn_the_first_tag_of_a_turn_counts_and_all_are_logged() -> None:
    play = session(moment("quiet", R.MINIMAL))
    for tag in (Tag.DEFERENCE, Tag.NOTHING, Tag.WITHDRAWAL):
        assert play.act(GiveTag(tag)) is None
    assert play.events[1:] == [
        Tagged(Tag.DEFERENCE),
        Tagged(Tag.NOTHING, afterthought=True),
        Tagged(Tag.WITHDRAWAL, afterthought=True),
    ]
    assert [decode(encode(event)) for event in play.events[1:]] == play.events[1:]
    again = Session.replay(play.script.scenario, play.events)
    assert (again.events, again.standing) == (play.events, play.standing)
    assert play.standing.tag is Tag.DEFERENCE
    exchange = play.act(StaySilent())
    assert exchange is not None
    assert exchange.tag is Tag.DEFERENCE


def test_of_several_tags_in_a_turn_the_last_one_counts_and_all_are_logged() -> None:
    play = session(moment("quiet", R.MINIMAL), mode=Mode.PRACTISE)
    for tag in (Tag.NOTHING, Tag.DEFERENCE, Tag.WITHDRAWAL):
        assert play.act(GiveTag(tag)) is None
    exchange = play.act(Choose("own"))
    assert exchange is not None
    assert exchange.tag is Tag.WITHDRAWAL
    assert play.events[1:4] == [Tagged(Tag.NOTHING), Tagged(Tag.DEFERENCE), Tagged(Tag.WITHDRAWAL)]


def test_what_is_not_on_offer_is_refused_in_words() -> None:
    play = session(moment("quiet", R.MINIMAL))
    with pytest.raises(ServiceError, match=r"“sing” is not on offer at “quiet”. On offer: own, defend and explore\."):
        play.act(Choose("sing"))
    assert play.exchanges == []


def test_the_hour_ends_when_the_turns_are_used_up() -> None:
    play = session(moment("quiet", R.MINIMAL), turns=1)
    choose(play, "explore")
    closing = play.transcript().closing
    assert closing is not None
    assert (closing.verdict, closing.says) == (Verdict.UNRESOLVED, "(unresolved)")
    with pytest.raises(ServiceError, match="has ended"):
        play.act(StaySilent())


def test_a_scripted_ending_on_the_last_turn_wins_over_the_clock() -> None:
    end = moment("door", R.EXPLORING, end=Ending.PARTLY, afterwards="She comes back.")
    play = session(moment("quiet", R.MINIMAL), replace(end, responses=()), turns=1)
    choose(play, "own")
    closing = play.transcript().closing
    assert closing is not None
    assert (closing.verdict, closing.afterwards) == (Verdict.PARTLY, "She comes back.")


def test_an_author_cannot_call_repaired_what_is_only_patched() -> None:
    patched = Response("patch", "-", Move.OWN_CONTRIBUTION, 2, then="happy", because="-")
    happy = replace(moment("happy", R.REPAIRED, end=Ending.REPAIRED), responses=())
    play = session(moment("quiet", R.MINIMAL, patched), happy)
    choose(play, "patch")
    closing = play.transcript().closing
    assert closing is not None
    assert closing.verdict is Verdict.PARTLY


def test_a_goodbye_in_deference_is_a_quiet_drop_out() -> None:
    leave = Response("leave", "-", Move.SEEK_AGREEMENT, then="bye", because="-")
    bye = replace(moment("bye", R.COMPLYING, end=Ending.LEFT, markers=(Marker.DEFER,)), responses=())
    play = session(moment("quiet", R.MINIMAL, leave), bye)
    choose(play, "leave")
    closing = play.transcript().closing
    assert closing is not None
    assert closing.verdict is Verdict.QUIET_DROP_OUT


def test_who_leaves_leaves_whatever_the_script_says() -> None:
    blame = Response("blame", "-", Move.BLAME_INTERPRET, then="quiet", because="-")
    play = session(moment("shut", R.SHUT_DOWN, blame), moment("quiet", R.MINIMAL))
    retold = replace(play.script.scenario.patient.lines[R.SHUT_DOWN], responses=(replace(blame, then=None),))
    lines = {**play.script.scenario.patient.lines, R.SHUT_DOWN: retold}
    made = replace(play.script.scenario, patient=replace(play.script.scenario.patient, lines=lines))
    play = Session(made, started(made))
    assert choose(play, "blame", "blame") == ["~shut-down", "end"], "with a sign first, and whatever the script says"
    closing = play.transcript().closing
    assert closing is not None
    assert closing.verdict is Verdict.LEFT


def test_stopping_ends_the_session_without_a_word_of_the_patient() -> None:
    play = session(moment("quiet", R.MINIMAL))
    play.act(Stop())
    closing = play.transcript().closing
    assert closing is not None
    assert (closing.stopped, closing.says) == (True, "")
    event = play.events[-1]
    assert isinstance(event, Stopped)
    assert event.by is By.TRAINEE
    with pytest.raises(ServiceError, match="has ended"):
        play.act(Stop())


def test_after_the_end_there_is_nothing_on_the_screen() -> None:
    play = session(moment("quiet", R.MINIMAL))
    play.act(Stop())
    with pytest.raises(ServiceError, match="has ended"):
        play.shown()
    with pytest.raises(ServiceError, match="has ended"):
        play.act(GiveTag(Tag.NOTHING))


def test_the_order_shown_depends_on_the_seed_and_on_nothing_else() -> None:
    made = scenario(moment("quiet", R.MINIMAL, *(Response(str(n), "-", Move.REFOCUS) for n in range(5))))
    orders = {
        tuple(r.id for r in Session(made, started(made, seed=seed)).shown()) for seed in range(40) for _ in range(2)
    }
    assert 10 < len(orders) <= 40
    same = [tuple(r.id for r in Session(made, started(made, seed=3)).shown()) for _ in range(3)]
    assert len(set(same)) == 1


@settings(max_examples=100, deadline=None)
@given(sessions)
def test_the_engine_never_sticks_and_never_runs_over_the_hour(play: Session) -> None:
    script = play.script
    turns = [exchange.turn for exchange in play.exchanges]
    assert turns == list(range(1, len(turns) + 1))
    assert len(turns) <= script.turns
    if not play.ended:
        assert play.place.turn == len(turns) + 1 <= script.turns
        assert play.place.moment.end is None
        assert script.step(play.place, -1).appraisal.why, "silence is always possible"


@st.composite
def free_plays(draw: st.DrawFn) -> Session:
    """A random session where every move is on offer: any difficulty, either mode."""
    made = free_scenario(
        draw(st.sampled_from([R.MINIMAL, R.COMPLYING, R.COMPLAINT, R.MIXED, R.ENGAGED])),
        style=draw(st.sampled_from([Family.WITHDRAWAL, Family.DEFERENCE, Family.CONFRONTATION])),
        alliance=draw(st.integers(0, 100)),
        difficulty=draw(st.integers(1, 3)),
        turns=draw(st.integers(4, 20)),
        goes_on_after_repair=draw(st.booleans()),
    )
    mode = draw(st.sampled_from(Mode))
    play = Session(made, started(made, mode))
    while not play.ended and draw(st.integers(0, 15)) > 0:
        if mode is not Mode.LEARN or draw(st.booleans()):
            play.act(GiveTag(draw(st.sampled_from(Tag))))
        responses = play.shown()
        pick = draw(st.integers(-1, len(responses) - 1))
        action: Action = StaySilent() if pick < 0 else Choose(responses[pick].id)
        play.act(action)
    return play


@settings(max_examples=100, deadline=None)
@given(free_plays())
def test_there_is_always_something_to_say(play: Session) -> None:
    if not play.ended:
        assert play.shown()
        assert len(play.exchanges) < play.script.turns

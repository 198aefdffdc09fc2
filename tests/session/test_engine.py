"""A session goes where script and graph lead it, refuses what is not possible, and can be replayed for ever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.alliance import Family, Marker, Move, ReactionState
from simulator.patient import Change, Verdict
from simulator.scenario.conditions import Compare, Flag, Gauge, Not, Relation, Seen
from simulator.scenario.document import Ending, Moment, Response, Scenario, Silence, SilenceKind
from simulator.session import (
    Action,
    Chose,
    Mode,
    ServiceError,
    Session,
    SessionEvent,
    StayedSilent,
    Stopped,
    Tag,
    Tagged,
)
from tests.builders import free_scenario, started

R = ReactionState
OWN = Response("own", "I sounded annoyed.", Move.OWN_CONTRIBUTION, 4)
DEFEND = Response("defend", "That is the rule.", Move.DEFEND_JUSTIFY)
EXPLORE = Response("explore", "What happened?", Move.EXPLORE_EXPERIENCE)


def moment(name: str, reaction: ReactionState | Family, *responses: Response, **keys: object) -> Moment:
    made = Moment(name, reaction, f"({name})", thinks="-", responses=responses or (OWN, DEFEND, EXPLORE))
    return replace(made, **keys)  # type: ignore[arg-type]


def scenario(*moments: Moment, turns: int = 12, flags: tuple[str, ...] = ()) -> Scenario:
    return replace(
        free_scenario(difficulty=1, alliance=40, turns=turns),
        moments={m.id: m for m in moments},
        start=moments[0].id,
        flags=flags,
    )


def session(*moments: Moment, mode: Mode = Mode.LEARN, turns: int = 12, flags: tuple[str, ...] = ()) -> Session:
    made = scenario(*moments, turns=turns, flags=flags)
    return Session(made, started(made, mode))


def choose(play: Session, *responses: str) -> list[str]:
    """Choose one after the other; gives the moments that were led to."""
    seen = []
    for response in responses:
        play.act(Chose(response, 0))
        seen.append("end" if play.ended else play.place.moment.id)
    return seen


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
    quiet = moment("quiet", R.MINIMAL, silence=Silence(SilenceKind.DISENGAGED, 20, "story"))
    play = session(quiet, moment("story", R.AVOIDING))
    exchange = play.act(StayedSilent(20_000))
    assert play.place.moment.id == "story"
    assert exchange is not None
    assert exchange.response is None
    assert exchange.move is Move.HOLD_SILENCE


def test_silence_is_possible_in_every_moment_and_the_graph_answers_it() -> None:
    play = session(moment("quiet", R.MINIMAL))
    play.act(StayedSilent(0))
    assert play.place.patient.reaction is R.SHUT_DOWN


def test_in_practise_the_tag_comes_first() -> None:
    play = session(moment("quiet", R.MINIMAL), mode=Mode.PRACTISE)
    with pytest.raises(ServiceError, match="what you just saw"):
        play.act(Chose("own", 0))
    assert play.events == [play.started]
    play.act(Tagged(Tag.WITHDRAWAL, 1500))
    with pytest.raises(ServiceError, match="already"):
        play.act(Tagged(Tag.NOTHING, 1600))
    exchange = play.act(Chose("own", 3000))
    assert exchange is not None
    assert (exchange.tag, exchange.tag_ms, exchange.after_ms) == (Tag.WITHDRAWAL, 1500, 3000)


def test_what_is_not_on_offer_is_refused_in_words() -> None:
    play = session(moment("quiet", R.MINIMAL))
    with pytest.raises(ServiceError, match=r"“sing” is not on offer at “quiet”. On offer: own, defend, explore"):
        play.act(Chose("sing", 0))
    assert play.exchanges == []


def test_the_hour_ends_when_the_turns_are_used_up() -> None:
    play = session(moment("quiet", R.MINIMAL), turns=1)
    choose(play, "explore")
    closing = play.transcript().closing
    assert closing is not None
    assert (closing.verdict, closing.says) == (Verdict.UNRESOLVED, "(unresolved)")
    with pytest.raises(ServiceError, match="has ended"):
        play.act(StayedSilent(0))


def test_a_scripted_ending_on_the_last_turn_wins_over_the_clock() -> None:
    end = moment("door", R.EXPLORING, end=Ending.PARTLY, afterwards="She comes back.")
    play = session(moment("quiet", R.MINIMAL), replace(end, responses=()), turns=1)
    choose(play, "own")
    closing = play.transcript().closing
    assert closing is not None
    assert (closing.verdict, closing.afterwards) == (Verdict.PARTLY, "She comes back.")


def test_an_author_cannot_call_repaired_what_is_only_patched() -> None:
    patched = Response("patch", "-", Move.EXPLORE_EXPERIENCE, then="happy", because="-")
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
    assert choose(play, "blame") == ["end"]
    closing = play.transcript().closing
    assert closing is not None
    assert closing.verdict is Verdict.LEFT


def test_stopping_ends_the_session_without_a_word_of_the_patient() -> None:
    play = session(moment("quiet", R.MINIMAL))
    play.act(Stopped(0))
    closing = play.transcript().closing
    assert closing is not None
    assert (closing.stopped, closing.says) == (True, "")


def test_the_order_shown_depends_on_the_seed_and_on_nothing_else() -> None:
    made = scenario(moment("quiet", R.MINIMAL, *(Response(str(n), "-", Move.REFOCUS) for n in range(5))))
    orders = {
        tuple(r.id for r in Session(made, started(made, seed=seed)).shown()) for seed in range(40) for _ in range(2)
    }
    assert 10 < len(orders) <= 40
    same = [tuple(r.id for r in Session(made, started(made, seed=3)).shown()) for _ in range(3)]
    assert len(set(same)) == 1


@st.composite
def plays(draw: st.DrawFn) -> tuple[Scenario, list[SessionEvent]]:
    """A random session: random moves, silences and tags at any difficulty and in either mode."""
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
        if mode is Mode.PRACTISE or draw(st.booleans()):
            play.act(Tagged(draw(st.sampled_from(Tag)), draw(st.integers(0, 60_000))))
        responses = play.shown()
        pick = draw(st.integers(-1, len(responses) - 1))
        action: Action = StayedSilent(0) if pick < 0 else Chose(responses[pick].id, 0)
        play.act(action)
    return made, play.events


@settings(max_examples=150, deadline=None)
@given(plays())
def test_replay_equals_the_live_session(played: tuple[Scenario, list[SessionEvent]]) -> None:
    made, events = played
    live = Session.replay(made, events)
    again = Session.replay(made, list(events))
    assert again.transcript() == live.transcript()
    if not live.ended:
        assert (again.place.moment, again.place.patient, again.place.turn) == (
            live.place.moment,
            live.place.patient,
            live.place.turn,
        )
        assert live.place.moment.responses, "the engine never sticks: there is always something to say"
        assert len(live.exchanges) < made.turns


def test_a_log_that_does_not_fit_the_scenario_is_refused() -> None:
    made = scenario(moment("quiet", R.MINIMAL))
    with pytest.raises(ServiceError, match="does not begin"):
        Session.replay(made, [Chose("own", 0)])
    with pytest.raises(ServiceError, match="second start"):
        Session.replay(made, [started(made), started(made)])

"""The author's reason is the reason: in the room, in the debriefing, and for ever after in the record."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences.reasons import RULES
from simulator.patient.reasons import Why
from simulator.scenario.document import Response
from simulator.services.debriefing import debrief
from simulator.services.reasons import reasons_of
from simulator.session.actions import Choose, StaySilent
from simulator.session.engine import Session
from simulator.session.record import recorded
from tests.session.small_stories import DEFEND, OWN, R, moment, session

SHOUTED = "He has been shouted at before, and goes along to have it over."


def told(play: Session) -> list[list[str]]:
    """The reasons of every exchange, as they are told now, in the debriefing, and from the record alone."""
    transcript, grid = play.transcript(), play.script.scenario.patient.grid
    now = [[str(reason) for reason in reasons_of(exchange, grid)] for exchange in transcript.exchanges]
    read = recorded(play.script.scenario, play.events)
    assert [[str(reason) for reason in reasons_of(exchange, grid)] for exchange in read.exchanges] == now
    assert [[str(reason) for reason in account.why] for account in debrief(transcript).accounts] == now
    return now


def led(response: Response, target: ReactionState, **keys: object) -> Session:
    """A quiet patient, led to a state by what is said."""
    return session(moment("quiet", R.MINIMAL, replace(response, then="next"), **keys), moment("next", target))


def test_an_authors_reason_stands_in_place_of_what_the_graph_would_say() -> None:
    play = led(replace(DEFEND, because=SHOUTED), R.COMPLYING)
    play.act(Choose("defend"))
    assert told(play) == [[SHOUTED]]


def test_it_does_so_too_where_the_graph_would_have_led_the_same_way() -> None:
    play = led(replace(OWN, because=SHOUTED), R.EXPLORING)
    play.act(Choose("own"))
    assert Why.SCRIPT not in play.exchanges[0].appraisal.why
    assert told(play) == [[SHOUTED]]


def test_how_the_sentence_was_heard_is_told_beside_it() -> None:
    play = led(replace(OWN, quality=1, because=SHOUTED), R.COMPLYING)
    play.act(Choose("own"))
    assert told(play) == [[SHOUTED, RULES[Why.OWNED_NOT].text]]


def test_a_reason_is_not_told_of_a_step_that_the_author_did_not_decide() -> None:
    play = session(moment("quiet", R.PRESSURE, replace(DEFEND, then="next", because=SHOUTED)), moment("next", R.MIXED))
    play.act(Choose("defend"))
    assert play.place.moment.id == f"~{R.PRESSURE}", "who is about to leave shows it, whatever was to follow"
    play.act(Choose("defend_justify"))
    assert play.ended, "who leaves, leaves"
    assert SHOUTED not in [reason for reasons in told(play) for reason in reasons]


def test_a_silence_that_leads_elsewhere_is_told_in_the_authors_words_whatever_came_before() -> None:
    waits = Response("wait", "There is no hurry.", Move.INVITE_DISSENT)
    play = session(
        moment("first", R.MINIMAL, replace(waits, then="quiet")),
        moment("quiet", R.MINIMAL, silent_then="next", silent_because=SHOUTED),
        moment("next", R.ENGAGED),
    )
    play.act(Choose("wait"))
    play.act(StaySilent(True))
    assert play.place.moment.id == "next"
    assert told(play)[1] == [SHOUTED]


def test_without_an_authors_reason_a_scripted_silence_after_an_invitation_is_told_in_one_true_sentence() -> None:
    waits = Response("wait", "There is no hurry.", Move.INVITE_DISSENT)
    play = session(
        moment("first", R.MINIMAL, replace(waits, then="quiet")),
        moment("quiet", R.MINIMAL, silent_then="next"),
        moment("next", R.ENGAGED),
    )
    play.act(Choose("wait"))
    play.act(StaySilent(False))
    assert told(play)[1] == [RULES[Why.SCRIPT].text]


def test_at_the_end_of_the_hour_the_reason_is_the_authors_where_the_author_decided() -> None:
    first = moment("quiet", R.MINIMAL, replace(DEFEND, then="next", because=SHOUTED))
    play = session(first, moment("next", R.COMPLYING), turns=1)
    play.act(Choose("defend"))
    assert play.ended
    assert told(play) == [[SHOUTED]]

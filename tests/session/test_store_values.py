"""What a store hands out says of itself what lists and windows ask of it."""

from __future__ import annotations

import pytest

from simulator.messages.sentences.session import ENDED
from simulator.scenario.document import FIRST_WORDING
from simulator.session.edition import FIRST_EDITION
from simulator.session.errors import ServiceError, StoreDamaged, StoreError, StoreInUse
from simulator.session.events import NOT_RECORDED, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.remarks import REMARK_VERSION
from simulator.session.store import INTERRUPTED, OPEN, STOPPED, Fault, Measures, Person, SessionHeader, StoredSession
from simulator.session.vocabulary import Mode
from tests.builders import free_scenario, started


def header(verdict: str) -> SessionHeader:
    return SessionHeader(
        SessionId("s"),
        PersonId("p"),
        "free",
        "Free play",
        "en",
        "ab",
        "free.yaml",
        7,
        Mode.LEARN,
        2,
        1,
        None,
        3,
        verdict,
        "ff",
    )


@pytest.mark.parametrize("verdict", ["repaired", "left", STOPPED, INTERRUPTED])
def test_a_line_of_a_list_tells_an_ended_session_from_an_open_one(verdict: str) -> None:
    assert header(verdict).ended
    assert not header(OPEN).ended
    assert header(verdict).sound


def test_a_stored_session_begins_with_its_start() -> None:
    first = started(free_scenario())
    stored = StoredSession(header(OPEN), (first,), (Timing(7),), {})
    assert stored.started is first
    assert stored.damage is None


def test_nothing_is_claimed_that_is_not_known() -> None:
    assert Fault(None, "", ENDED()).readable_steps == 0
    assert Measures() == Measures(None, {}, {})
    assert Person(PersonId("p"), "Kim").pseudonym == ""
    assert Timing(7).spent_ms is None


@pytest.mark.parametrize("refusal", [ServiceError, StoreError, StoreDamaged, StoreInUse])
def test_a_refusal_carries_its_message_and_is_told_in_english(refusal: type[ServiceError]) -> None:
    raised = refusal(ENDED())
    assert raised.message == ENDED()
    assert str(raised) == "This session has ended."
    assert raised.args == (ENDED(),)
    assert isinstance(raised, ServiceError)


def test_numbers_and_words_that_stand_in_stores_are_what_they_were() -> None:
    assert (NOT_RECORDED, FIRST_EDITION, REMARK_VERSION) == (0, 1, 1)
    assert (FIRST_WORDING, OPEN, STOPPED, INTERRUPTED) == ("first", "", "stopped", "interrupted")

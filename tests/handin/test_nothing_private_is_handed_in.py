"""Twenty private notes, forks and times are planted around a conversation; none of them is in what is handed in."""

from __future__ import annotations

import pytest

from simulator.messages.sentences import signed_files as say
from simulator.services.handed_in import hand_in
from simulator.services.handing_in import may_be_handed_in
from simulator.services.remark_chains import add_to_chain
from simulator.session.errors import ServiceError
from simulator.session.ids import SessionId
from simulator.session.remarks import PRIVATE, RemarkId
from simulator.session.store import Person
from simulator.session.vocabulary import Mode
from tests.handin.kept import KIMS_KEY, desk
from tests.services.desks import KIM

_PLANTED = 20
"""So many private remarks, of every private kind, on the conversation and on its steps."""


def test_no_private_note_no_other_person_and_no_time_is_in_the_file() -> None:
    here = desk()
    here.store.add_person(Person(KIM.id, "Kim Byname"))
    play = here.begin("the-wait", Mode.PRACTISE)
    here.talk(play)
    session = SessionId(play.id)
    kinds = sorted(PRIVATE)
    for number in range(_PLANTED):
        kind, step = kinds[number % len(kinds)], number // len(kinds) or None
        words = {"text": f"planted-{number}", "about": [f"planted-{number}"]}
        add_to_chain(
            here.store,
            KIM.id,
            session,
            kind,
            words,
            id_=RemarkId(f"remark-{number}"),
            now_ms=777_777_777_777,
            step=step,
        )
    stored = here.store.load(session)
    content = hand_in(stored, KIMS_KEY, name="K.", group=False).decode()
    for number in range(_PLANTED):
        assert f"planted-{number}" not in content
        assert f"remark-{number}" not in content
    times = {timing.at_ms for timing in stored.timings} | {stored.header.started_ms, 777_777_777_777}
    assert not [time for time in times if time is not None and str(time) in content]
    assert all(timing.spent_ms in (None, 4_000) for timing in stored.timings)
    assert '"spent' not in content
    assert "Byname" not in content
    assert "Robin" not in content


@pytest.mark.parametrize(
    ("mode", "ends", "why"), [(Mode.LEARN, True, say.LEARN), (Mode.PRACTISE, False, say.UNFINISHED)]
)
def test_learn_and_unfinished_conversations_are_not_handed_in(mode: Mode, ends: bool, why: object) -> None:
    here = desk()
    play = here.begin("the-wait", mode)
    here.talk(play, 100 if ends else 1)
    stored = here.store.load(SessionId(play.id))
    assert not may_be_handed_in(stored.header)
    with pytest.raises(ServiceError) as refusal:
        hand_in(stored, KIMS_KEY, name="Kim", group=False)
    assert refusal.value.message.sentence == why

"""Writes down what sessions of today's edition look like and what is told of them, for every later program to read.

``python -m tests.editions.freeze`` is run once for an edition, before it is released; what is there is never written again.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from simulator.scenario.document import Scenario
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.codec import CHAIN_START, encode, link
from simulator.session.edition import EDITION
from simulator.session.engine import Session, interrupted, outcome_of, start
from simulator.session.events import Origin, SessionEvent
from simulator.session.ids import PersonId, SessionId
from simulator.session.record import recorded
from simulator.session.script import Script
from simulator.session.vocabulary import Met, Mode, Tag
from tests.editions.frozen import HERE, SECOND_LOG, SECOND_TOLD, every_scenario
from tests.editions.telling import told_of

_NAMES = UUID("5b0f9d9e-0d6c-5c9e-9b36-8f0f7b6a4a12")
_TAGS = (Tag.NOTHING, Tag.WITHDRAWAL, Tag.DEFERENCE, Tag.CONFRONTATION)
"""The tags of the first editions, so that a new one does not change what the dice decide."""

_ROBIN = PersonId("70b10000-0000-4000-8000-0000000000f2")


def main() -> None:
    """Write the two files of today's edition."""
    folder = HERE / str(EDITION)
    folder.mkdir(exist_ok=True)
    courses = list(played())
    logs = [_as_log(name, events) for name, events in courses]
    tellings = [told_of(recorded(every_scenario()[name], events)) for name, events in courses]
    for path, content in ((folder / SECOND_LOG, logs), (folder / SECOND_TOLD, tellings)):
        with path.open("x", encoding="utf-8") as file:
            file.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def head_of(bodies: Sequence[bytes]) -> bytes:
    """The last link of a course."""
    head = CHAIN_START
    for body in bodies:
        head = link(head, body)
    return head


def _as_log(scenario: str, events: Sequence[SessionEvent]) -> Mapping[str, object]:
    bodies = [encode(event) for event in events]
    return {"scenario": scenario, "head": head_of(bodies).hex(), "bodies": [body.decode() for body in bodies]}


def played() -> Iterator[tuple[str, Sequence[SessionEvent]]]:
    """What today's rules make of each scenario: two sessions to their end, one left open, one stopped; one closed by an update, and a fork that goes on from it."""
    for name, scenario in sorted(every_scenario().items()):
        dice = random.Random(name)
        for mode, difficulty, turns in ((Mode.PRACTISE, 1, None), (Mode.LEARN, 2, None), (Mode.PRACTISE, 3, 3)):
            yield name, _played_on(_begun(scenario, mode, difficulty), dice, turns).events
        stopped = _played_on(_begun(scenario, Mode.LEARN, 1), dice, 2)
        stopped.act(Stop())
        yield name, stopped.events
        left = _played_on(_begun(scenario, Mode.PRACTISE, 2), dice, 3)
        last = next(outcome for event in reversed(left.events) if (outcome := outcome_of(event)) is not None)
        yield name, [*left.events, interrupted(last)]
        yield name, _played_on(_forked(left), dice, None).events


def _begun(scenario: Scenario, mode: Mode, difficulty: int) -> Session:
    """A session with an id and a seed that follow from what it is."""
    script = Script(scenario, difficulty)
    name = f"{scenario.id}/{mode}/{difficulty}"
    met = tuple(Met)[: difficulty - 1]
    started = start(
        script,
        mode,
        int.from_bytes(name.encode()) % 2**32,
        session=SessionId(str(uuid5(_NAMES, name))),
        trainee=_ROBIN,
        attune="0.2.0",
        day="2026-11-23",
        met=met,
    )
    return Session(scenario, started, script)


def _forked(origin: Session) -> Session:
    """A fork that goes on from the last step of a session."""
    begun, copied = origin.started, origin.events
    started = replace(
        begun,
        session=SessionId(str(uuid5(_NAMES, f"fork of {begun.session}"))),
        origin=Origin(begun.session, len(copied), head_of([encode(event) for event in copied]).hex()),
    )
    return Session.replay(origin.script.scenario, [started, *copied[1:]], origin.script)


def _played_on(session: Session, dice: random.Random, turns: int | None) -> Session:
    """The session after so many turns, or at its end: tags with second thoughts, words, silence."""
    while not session.ended and (turns is None or len(session.exchanges) < turns):
        for _ in range(dice.choice((1, 1, 2) if session.started.mode is Mode.PRACTISE else (0, 0, 1, 2))):
            session.act(GiveTag(dice.choice(_TAGS)))
        shown = session.shown()
        session.act(StaySilent(dice.random() < 0.5) if dice.random() < 0.15 else Choose(dice.choice(shown).id))
    return session


if __name__ == "__main__":
    main()

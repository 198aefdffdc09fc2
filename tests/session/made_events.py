"""Events made at random: from sessions that were really played, and from values that no session would ever give."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import NO_CHANGE, TOP_LEVEL, Alliance
from simulator.patient.reacting import Appraisal
from simulator.patient.state import Past, PatientState, Rung
from simulator.patient.verdicts import Verdict
from simulator.scenario.document import Goodbye, Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.codec import encode
from simulator.session.engine import Session
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
)
from simulator.session.ids import PersonId, SessionId
from simulator.session.script import Script
from simulator.session.vocabulary import By, Met, Mode, Tag
from tests.analysis.generating import generated
from tests.builders import started

SHIPPED: Final = Path(__file__).parents[2] / "scenarios"
NAMES: Final = sorted(path.name for path in SHIPPED.glob("*.yaml"))


WORDED: Final = "wordings.yaml"
"""A scenario that is told in every kind of wording there is."""


@cache
def read_in(name: str) -> Scenario:
    """A shipped scenario, or the one that was written for wordings."""
    reading = read_scenario(FolderFiles(Path(__file__).parent / "scenarios", SHIPPED), name)
    assert reading.scenario is not None, [str(one) for one in reading.diagnostics]
    return reading.scenario


@cache
def script_of(world: str | int, difficulty: int) -> Script:
    """The script of a scenario by its file's name, or of a generated world by its number."""
    return Script(read_in(world) if isinstance(world, str) else generated(world), difficulty)


def played(script: Script, dice: random.Random, mode: Mode = Mode.LEARN, *, stops: float = 0.02) -> Session:
    """A session in which anything is done that can be done: tags (also a second thought), words, silence, an early end."""
    session = Session(script.scenario, started(script.scenario, mode, dice.randrange(10_000), script=script), script)
    while not session.ended and dice.random() >= stops:
        if mode is not Mode.LEARN or dice.random() < 0.5:
            for _ in range(dice.choice((1, 1, 1, 2))):
                session.act(GiveTag(dice.choice(list(Tag))))
        shown = session.shown()
        silent = not shown or dice.random() < 0.15
        session.act(StaySilent(dice.random() < 0.5) if silent else Choose(dice.choice(shown).id))
    if not session.ended and dice.random() < 0.5:
        session.act(Stop())
    return session


worlds: Final[st.SearchStrategy[str | int]] = st.one_of(st.sampled_from([*NAMES, WORDED]), st.integers(0, 200))
sessions: Final[st.SearchStrategy[Session]] = st.builds(
    lambda world, difficulty, seed, mode: played(script_of(world, difficulty), random.Random(seed), mode),
    worlds,
    st.integers(1, 3),
    st.integers(0, 10**6),
    st.sampled_from(Mode),
)

words: Final = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
numbers: Final = st.integers(-(2**63), 2**63)
_levels = st.integers(0, TOP_LEVEL)
_offers = st.lists(st.tuples(words, words), max_size=4).map(tuple)
_words = st.lists(words, max_size=3).map(tuple)

states: Final = st.builds(
    PatientState,
    st.sampled_from(ReactionState),
    st.builds(Alliance, _levels, _levels, _levels),
    st.sampled_from(Family),
    numbers,
    numbers,
    st.integers(0, 2 * Rung.REPAIRED - 1),
    st.integers(0, 2 * Past.PARTED - 1),
    st.none() | st.sampled_from(Move),
    numbers,
)
_nexts = st.builds(
    Next,
    words,
    words,
    numbers,
    _words,
    st.dictionaries(words, numbers, max_size=3).map(lambda visits: tuple(sorted(visits.items()))),
    _words,
    words,
)
_ends = st.builds(
    Ended, st.sampled_from(Verdict), st.none() | words, st.none() | st.sampled_from(Goodbye), st.none() | words, words
)


@st.composite
def outcomes(draw: st.DrawFn) -> Outcome:
    """An outcome with any values at all."""
    state = draw(states)
    appraisal = None
    if draw(st.booleans()):
        appraisal = Appraisal(
            state,
            draw(st.sampled_from(Move)),
            draw(st.sampled_from(ReactionState)),
            draw(st.booleans()),
            draw(st.booleans()),
            draw(st.booleans()),
            NO_CHANGE,
            draw(_words),
        )
    return Outcome(state, draw(_nexts | _ends), appraisal, draw(st.booleans()))


_outcomes = st.none() | outcomes()
starts: Final = st.builds(
    Started,
    words.map(SessionId),
    words.map(PersonId),
    words,
    words,
    words,
    words,
    words,
    numbers,
    words,
    st.sampled_from(Mode),
    numbers,
    numbers,
    words,
    st.lists(st.sampled_from(Met), max_size=4).map(tuple),
    st.none() | st.builds(Origin, words.map(SessionId), numbers, words),
    _outcomes,
)
events: Final[st.SearchStrategy[SessionEvent]] = st.one_of(
    starts,
    st.builds(Tagged, st.sampled_from(Tag)),
    st.builds(Chose, words, words, _offers, _outcomes),
    st.builds(StayedSilent, st.booleans(), _offers, _outcomes),
    st.builds(Stopped, st.sampled_from(By), _outcomes),
)


STARTED, CHOSE, LAST = 0, 2, -1
"""Where in ``course`` the start, the first sentence and the last step stand."""


def course() -> list[SessionEvent]:
    """A start, a tag, a sentence, and so on until the end; no line has an opening before it."""
    session = played(script_of("push-me.yaml", 2), random.Random(3), Mode.PRACTISE, stops=0)
    return [_without_opening(event) for event in session.events]


def _without_opening(event: Any) -> SessionEvent:
    outcome = getattr(event, "outcome", None)
    without = outcome and replace(outcome, then=replace(outcome.then, opens=""))
    found: SessionEvent = replace(event, outcome=without) if outcome else event
    return found


def values_of(event: SessionEvent) -> dict[str, Any]:
    """An event as the values of JSON that are stored of it."""
    found: dict[str, Any] = json.loads(encode(event))
    return found

"""A small scenario built by hand, and steps to play in it, for the stores to keep."""

from __future__ import annotations

import random
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType

import yaml

from simulator.alliance import Family, Move, ReactionState
from simulator.patient import Alliance, Cause, Fit, MoveReasons, ReactionGrid, parse_cell
from simulator.scenario.document import Ending, Goodbye, Moment, Patient, Response, Scenario
from simulator.session import Action, Chose, Mode, Session, Started, StayedSilent, Tag, Tagged

_BASE = Path(__file__).parents[2] / "scenarios" / "reactions" / "alliance_base.yaml"
_PATH = "concert-silence.yaml"
SOURCES = {
    _PATH: "format: scenario/1\ntitle: The concert\n" + "# Ines goes quiet.\n" * 50,
    "patients/ines.yaml": "name: Inês Carvalho\n",
}
DIGEST = sha256("".join(SOURCES.values()).encode()).hexdigest()

_RESPONSES = (
    Response("own-it", "I sounded annoyed, and that was mine.", Move.OWN_CONTRIBUTION, 4),
    Response("curious", "What was it like to hear that from me?", Move.EXPLORE_EXPERIENCE),
    Response("understand", "Of course that stung.", Move.VALIDATE_FEELING),
    Response("explain", "I didn't mean it that way.", Move.DEFEND_JUSTIFY),
)
_ENDS = {
    ReactionState.REPAIRED: Ending.REPAIRED,
    ReactionState.LEFT: Ending.LEFT,
    ReactionState.TRANSFER: Ending.TRANSFER,
}


def _grid() -> ReactionGrid:
    rows = yaml.load(_BASE.read_text(encoding="utf-8"), yaml.CSafeLoader)["moves"]
    reasons = {Move(move): MoveReasons("It opens.", "It holds.", "It slips.") for move in rows}
    cells = {
        (Move(move), ReactionState(state)): parse_cell(text)
        for move, row in rows.items()
        for state, text in row.items()
        if state != "because"
    }
    return ReactionGrid("alliance_base", cells, reasons)


def _line(state: ReactionState) -> Moment:
    end = _ENDS.get(state)
    return Moment(f"~{state}", state, f"(is {state})", end=end, responses=() if end else _RESPONSES)


@cache
def concert() -> Scenario:
    """The concert in one moment; everything else comes from the patient's lines."""
    ines = Patient(
        id="ines",
        name="Inês Carvalho",
        age=34,
        pronouns="she/her",
        work="",
        about="",
        history="",
        seeks="",
        portrait="",
        style=Family.WITHDRAWAL,
        fit=Fit.GOOD,
        alliance=Alliance.of_points(50, 50, 50),
        grid=_grid(),
        lines={state: (_line(state),) for state in ReactionState},
        goodbyes=dict.fromkeys(Goodbye, "See you Thursday."),
    )
    silence = Moment("silence", ReactionState.MINIMAL, shows=("looks at the floor",), responses=_RESPONSES)
    return Scenario(
        id="concert-silence",
        title="The concert",
        language="en",
        about="",
        objectives=(),
        difficulty=1,
        cause=Cause.TONE,
        content_notes=(),
        turns=12,
        flags=(),
        opening=(),
        patient=ines,
        origin=Family.WITHDRAWAL,
        start="silence",
        moments={"silence": silence},
        path=_PATH,
        sources=MappingProxyType(SOURCES),
        digest=DIGEST,
    )


def started(trainee: str = "Robin", seed: int = 7, at_ms: int = 1_790_000_000_000) -> Started:
    """The start of a session of the concert."""
    return Started(trainee, "concert-silence", DIGEST, Mode.PRACTISE, 1, seed, at_ms)


def an_action(session: Session, rng: random.Random) -> Action:
    """Something a trainee can do now."""
    after_ms = rng.randrange(300, 90_000)
    if session.standing.tag is None:
        return Tagged(rng.choice(list(Tag)), after_ms)
    if rng.random() < 0.1:
        return StayedSilent(after_ms)
    return Chose(rng.choice(session.shown()).id, after_ms)


def some_actions(seed: int = 1) -> tuple[Action, ...]:
    """A whole session of the concert, action by action."""
    rng = random.Random(seed)
    session = Session(concert(), started())
    while not session.ended:
        session.act(an_action(session, rng))
    return tuple(event for event in session.events if not isinstance(event, Started))

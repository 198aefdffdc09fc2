"""A small world for tests: one patient, every move on offer in every state, and sessions written as lists of moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.patient.gauges import Alliance
from simulator.patient.state import Cause, Fit
from simulator.scenario.document import Ending, Goodbye, Moment, Patient, Response, Scenario, Wording
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.engine import Session, start
from simulator.session.events import Started
from simulator.session.ids import PersonId, SessionId
from simulator.session.script import Script
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Mode, Tag
from tests.grids import base_grid
from tests.telling import one_moment

SILENT: Final = "~"
"""A step in which the trainee stays silent."""

MARKERS_OF: Final = {
    ReactionState.MINIMAL: (Marker.MINIMAL,),
    ReactionState.AVOIDING: (Marker.STORY,),
    ReactionState.SHUT_DOWN: (Marker.DENIAL,),
    ReactionState.COMPLYING: (Marker.DEFER,),
    ReactionState.APPEASING: (Marker.DEFER,),
    ReactionState.COMPLAINT: (Marker.PROGRESS,),
    ReactionState.REJECTING: (Marker.REJECT,),
    ReactionState.PRESSURE: (Marker.CONTROL,),
    ReactionState.MIXED: (Marker.PARAM, Marker.DEFER),
}
_ENDINGS: Final = {
    ReactionState.REPAIRED: Ending.REPAIRED,
    ReactionState.TRANSFER: Ending.TRANSFER,
    ReactionState.LEFT: Ending.LEFT,
}
RESPONSES: Final = tuple(
    Response(
        id=str(move) if quality is None else f"{move}-{quality}", say=f"({move} {quality})", move=move, quality=quality
    )
    for move in Move
    for quality in (range(5) if move is Move.OWN_CONTRIBUTION else (None,))
)
"""Every move once, owning the contribution in its five qualities: ``own_contribution-0`` to ``-4``."""


def free_scenario(
    start: ReactionState = ReactionState.MINIMAL,
    *,
    style: Family = Family.WITHDRAWAL,
    alliance: int = 50,
    difficulty: int = 2,
    turns: int = 12,
    cause: Cause = Cause.TONE,
    fit: Fit = Fit.GOOD,
    masked: Iterable[ReactionState] = (),
    markers: Mapping[ReactionState, tuple[Marker, ...]] = MARKERS_OF,
    goes_on_after_repair: bool = False,
) -> Scenario:
    """A scenario in which any sequence of moves can be played, because every moment offers all of them."""
    hidden = frozenset(masked)
    endings = {s: e for s, e in _ENDINGS.items() if not (goes_on_after_repair and s is ReactionState.REPAIRED)}
    patient = Patient(
        id="ines-carvalho",
        name="Ines Carvalho",
        age=34,
        pronouns="she/her",
        work="landscape architect",
        about="Learning to put herself first.",
        history="Eldest of four.",
        seeks="Wants to stop saying yes to everything.",
        portrait="ines-carvalho",
        style=style,
        fit=fit,
        alliance=Alliance.of_points(alliance, alliance, alliance),
        grid=base_grid(),
        lines={state: _line(f"~{state}", state, endings, hidden, markers) for state in ReactionState},
        goodbyes={goodbye: (Wording(patient=f"({goodbye})"),) for goodbye in Goodbye},
    )
    return Scenario(
        id="free",
        title="Free play",
        language="en",
        about="Every move is on offer.",
        objectives=("try anything",),
        difficulty=difficulty,
        cause=cause,
        content_notes=(),
        turns=turns,
        flags=(),
        opening=(),
        patient=patient,
        origin=style,
        start="begins",
        moments={"begins": _line("begins", start, endings, hidden, markers)},
        path="free.yaml",
        sources={"free.yaml": ""},
        digest="0" * 64,
    )


def _line(
    name: str,
    state: ReactionState,
    endings: Mapping[ReactionState, Ending],
    masked: frozenset[ReactionState],
    markers: Mapping[ReactionState, tuple[Marker, ...]],
) -> Moment:
    end = endings.get(state)
    return one_moment(
        name,
        state,
        f"({state})",
        thinks="(not said)",
        markers=markers.get(state, ()),
        masked=state in masked,
        end=end,
        responses=() if end else RESPONSES,
    )


KIM: Final = PersonId("5a1e7a4e-0000-4000-8000-00000000c1a0")
"""The trainee of sessions whose trainee does not matter."""


def started(
    scenario: Scenario,
    mode: Mode = Mode.LEARN,
    seed: int = 7,
    *,
    session: str = "5e551011-0000-4000-8000-000000000001",
    trainee: PersonId = KIM,
    script: Script | None = None,
) -> Started:
    """The start of a session by one trainee, on a fixed day."""
    known = script or Script(scenario)
    return start(known, mode, seed, session=SessionId(session), trainee=trainee, attune="0.2.0", day="2026-11-23")


def actions(step: str) -> tuple[Action, ...]:
    """A step as actions: ``"press_on"``, ``"withdrawal: notice_shift"`` with a tag before it, or ``SILENT``."""
    tag, _, response = step.rpartition(": ")
    last: Action = StaySilent() if response == SILENT else Choose(response)
    return (GiveTag(Tag(tag)), last) if tag else (last,)


def session_of(scenario: Scenario, *steps: str, stop: bool = False) -> Session:
    """A session played step by step."""
    session = Session(scenario, started(scenario))
    for step in steps:
        for action in actions(step):
            session.act(action)
    if stop:
        session.act(Stop())
    return session


def play(scenario: Scenario, *steps: str, stop: bool = False, mode: Mode = Mode.LEARN) -> Transcript:
    """A session played step by step until its end or the last step; what comes after the end is left unplayed."""
    script = Script(scenario)
    session = Session(scenario, started(scenario, mode, script=script), script)
    for step in steps:
        if session.ended:
            break
        for action in actions(step):
            session.act(action)
    if stop and not session.ended:
        session.act(Stop())
    return session.transcript()

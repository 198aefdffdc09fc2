"""Stories of a few moments, to see where script and graph lead."""

from __future__ import annotations

from dataclasses import replace

from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.document import Moment, Response, Scenario
from simulator.session.actions import Choose
from simulator.session.engine import Session
from simulator.session.vocabulary import Mode
from tests.builders import free_scenario, started
from tests.telling import changed, one_moment

R = ReactionState
OWN = Response("own", "I sounded annoyed.", Move.OWN_CONTRIBUTION, 4)
DEFEND = Response("defend", "That is the rule.", Move.DEFEND_JUSTIFY)
EXPLORE = Response("explore", "What happened?", Move.EXPLORE_EXPERIENCE)


def moment(name: str, reaction: ReactionState | Family, *responses: Response, **keys: object) -> Moment:
    """A moment with three responses, unless others are given."""
    return changed(one_moment(name, reaction, f"({name})", *(responses or (OWN, DEFEND, EXPLORE)), thinks="-"), **keys)


def scenario(*moments: Moment, turns: int = 12, flags: tuple[str, ...] = ()) -> Scenario:
    """A scenario of these moments that begins with the first."""
    return replace(
        free_scenario(difficulty=2, alliance=40, turns=turns),
        moments={m.id: m for m in moments},
        start=moments[0].id,
        flags=flags,
    )


def session(*moments: Moment, mode: Mode = Mode.LEARN, turns: int = 12, flags: tuple[str, ...] = ()) -> Session:
    """A session of these moments."""
    made = scenario(*moments, turns=turns, flags=flags)
    return Session(made, started(made, mode))


def choose(play: Session, *responses: str) -> list[str]:
    """Choose one after the other; gives the moments that were led to."""
    seen = []
    for response in responses:
        play.act(Choose(response))
        seen.append("end" if play.ended else play.place.moment.id)
    return seen

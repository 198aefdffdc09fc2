"""Hand-made scenarios whose answers anybody can work out: every step is scripted, and the graph decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ReactionState
from simulator.scenario.conditions import Condition
from simulator.scenario.document import Ending, Moment, Response, Scenario
from tests.builders import free_scenario
from tests.telling import TWENTY_SECONDS, one_moment


def says(name: str, then: str, move: Move = Move.OWN_CONTRIBUTION, when: Condition | None = None) -> Response:
    """A response that leads where it says; it owns the contribution unless told otherwise, else nothing would be repaired."""
    quality = 4 if move is Move.OWN_CONTRIBUTION else None
    return Response(name, f"({name})", move, quality, then=then, when=when)


def moment(name: str, reaction: ReactionState, *responses: Response, silent: str) -> Moment:
    """A moment that leads where its responses say, and to ``silent`` where the trainee stays silent."""
    keys = {"markers": (Marker.MINIMAL,), "silence": TWENTY_SECONDS, "silent_then": silent}
    return one_moment(name, reaction, f"({name})", *responses, **keys)


def ending(name: str, reaction: ReactionState, end: Ending) -> Moment:
    return one_moment(name, reaction, f"({name})", end=end)


DRIFT = ending("drift", ReactionState.ENGAGED, Ending.UNRESOLVED)
LEAVES = ending("leaves", ReactionState.LEFT, Ending.LEFT)
SETTLES = ending("settles", ReactionState.ENGAGED, Ending.PARTLY)
REPAIRS = ending("repairs", ReactionState.REPAIRED, Ending.REPAIRED)


def story(*moments: Moment, turns: int = 8) -> Scenario:
    """A scenario of these moments that begins with the first, at a level at which the hour is as long as it says."""
    by_id: Mapping[str, Moment] = {m.id: m for m in moments}
    return replace(free_scenario(turns=turns, difficulty=2), moments=by_id, start=moments[0].id)


def early_exit() -> Scenario:
    """Settling at once counts as partly repaired; going through the block takes three turns and repairs."""
    return story(
        moment("quiet", ReactionState.MINIMAL, says("settle", "settles"), says("stay", "fears"), silent="drift"),
        moment("fears", ReactionState.BLOCK, says("fear", "speaks"), says("hush", "settles"), silent="drift"),
        moment("speaks", ReactionState.SELF_ASSERTION, says("hear", "repairs"), says("doubt", "drift"), silent="drift"),
        DRIFT, SETTLES, REPAIRS,
    )  # fmt: skip


def unwinnable() -> Scenario:
    """One sentence leads into a rupture that nothing leads out of."""
    stuck = moment("stuck", ReactionState.PRESSURE, says("beg", "stuck-too"), says("argue", "leaves"), silent="leaves")
    return story(
        moment("quiet", ReactionState.MINIMAL, says("own", "fears"), says("blame", "stuck"), silent="drift"),
        moment("fears", ReactionState.BLOCK, says("fear", "settles"), silent="drift"),
        stuck,
        replace(stuck, id="stuck-too", responses=(says("beg", "stuck"), says("argue", "leaves"))),
        DRIFT, SETTLES, LEAVES,
        turns=3,
    )  # fmt: skip


def loop(way_out: Condition | None, turns: int = 8) -> Scenario:
    """Two moments lead to each other for ever; with a way out in the second, offered under a condition."""
    out = () if way_out is None else (says("out", "settles", when=way_out),)
    return story(
        moment("here", ReactionState.MINIMAL, says("go", "there", Move.EXPLORE_EXPERIENCE), silent="there"),
        moment("there", ReactionState.AVOIDING, says("back", "here", Move.EXPLORE_EXPERIENCE), *out, silent="here"),
        DRIFT, SETTLES,
        turns=turns,
    )  # fmt: skip

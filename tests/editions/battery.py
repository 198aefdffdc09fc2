"""What the rules answer to a fixed battery: reactions from many states, and whole courses of frozen scenarios.

``python -m tests.editions.battery`` prints the values that belong beside the numbers in the program, and what prices are kept
under; with ``sample`` those of a part of the answers, with ``sample prices`` those of a part of the prices too.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from itertools import islice, product
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState, is_rupture
from simulator.analysis.fingerprint import prices_fingerprint
from simulator.analysis.session_value import value_session
from simulator.analysis.solve import solve
from simulator.patient.act import Act
from simulator.patient.gauges import Alliance
from simulator.patient.grid import GRID_STATES, ReactionGrid
from simulator.patient.reacting import react
from simulator.patient.start import begin
from simulator.patient.state import NOWHERE_YET, Cause, Disposition, Fit, Past, Rung
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.codec import canonical, encode
from simulator.session.engine import Session, start
from simulator.session.events import Next, Outcome
from simulator.session.outcome_codec import encode_outcome
from simulator.session.script import Script
from simulator.session.vocabulary import Mode, Tag
from tests.editions.frozen import FROZEN, every_scenario, scenarios

_DIGITS = 32
_ALLIANCES = ((10, 15, 10), (35, 40, 45), (50, 50, 50), (85, 80, 90))
_PASTS = (
    Past.NONE,
    Past.ATTEMPTED | Past.TRIED | Past.INVITED,
    Past.ATTEMPTED | Past.ADJUSTED | Past.GUARD_RESPECTED | Past.HINDERED,
    Past.HINDERED | Past.SIGNED | Past.LEAVING,
    Past.ATTEMPTED | Past.TRIED | Past.HINDERED | Past.SIGNED,
)
_DWELT = ((0, 0, 0), (2, 1, 0), (3, 2, 3), (3, 3, 4))
_RUNGS = (Rung.NONE, Rung.EXPLORING | Rung.HALF_SAID | Rung.BLOCK | Rung.SAID)
_PLAYS = 12
_TAGS = (Tag.NOTHING, Tag.WITHDRAWAL, Tag.DEFERENCE, Tag.CONFRONTATION)
"""The tags of the first editions, so that a new one does not change what the dice decide."""


SAMPLE: Final = 13
"""One in so many answers is looked at where a change need only be noticed; nothing else in the battery counts by it."""


SHORT: Final = 5
"""The turns planned for an hour where a change of its prices need only be noticed."""


def rules_hash(one_in: int = 1) -> str:
    """The value of ``RULES``, or that of one in so many of the answers it is made of."""
    digest = sha256()
    for body in (*_reactions(one_in), *_courses(one_in)):
        digest.update(body + b"\n")
    return digest.hexdigest()[:_DIGITS]


def prices_hash(planned: int | None = None) -> str:
    """The value of ``PRICES``: what every sentence of played sessions was worth; or that of hours for which so many turns are planned."""
    digest = sha256()
    for name, scenario in sorted(scenarios(FROZEN).items()):
        script = Script(scenario if planned is None else replace(scenario, turns=planned), scenario.difficulty)
        solution = solve(script)
        for seed in range(_PLAYS):
            session = _played(script, seed, name)
            worth = value_session(solution, session)
            told = [
                [d.turn, d.before, d.after_best, d.after_chosen, d.attainable, d.judgement, d.helped, d.lost]
                for d in worth.decisions
            ]
            turns = [turn.turn if turn else 0 for turn in (worth.worst, worth.best)]
            figures: dict[str, object] = {
                "share": worth.share,
                "reached": worth.reached,
                "turns": turns,
                "decisions": told,
            }
            digest.update(canonical(figures) + b"\n")
    return digest.hexdigest()[:_DIGITS]


def _reactions(one_in: int) -> Iterator[bytes]:
    grid = _grid()
    acts = [Act(move) for move in Move if move is not Move.OWN_CONTRIBUTION]
    acts += [Act(Move.OWN_CONTRIBUTION, quality) for quality in range(5)]
    acts += [Act(Move.HOLD_SILENCE, asked=True), Act(Move.RENEGOTIATE, scripted=ReactionState.TRANSFER)]
    acts += [
        Act(Move.RETREAT, scripted=ReactionState.MINIMAL),
        Act(Move.VALIDATE_FEELING, scripted=ReactionState.REPAIRED),
    ]
    states = product(GRID_STATES, sorted(ORIGIN_FAMILIES), _ALLIANCES, _PASTS, _RUNGS)
    for number, (reaction, origin, points, past, rungs) in islice(enumerate(states), 0, None, one_in):
        state = begin(reaction, Alliance.of_points(*points), origin)._replace(
            past=past,
            rungs=rungs,
            owned=number % 5,
            ruptures=1 + number % 6,
            last_move=Move.EXPLORE_EXPERIENCE if number % 3 else None,
            streak=number % 3,
            dwelt=_DWELT[number % 4] if is_rupture(reaction) else NOWHERE_YET,
        )
        disposition = Disposition(
            Family.WITHDRAWAL, list(Fit)[number % 2], list(Cause)[number % len(Cause)], 1 + number % 3
        )
        for act in acts:
            appraisal = react(state, act, disposition, grid)
            outcome = encode_outcome(Outcome(appraisal.state, Next("m", "first", 1), appraisal))
            assert outcome is not None
            yield canonical(outcome)


def _courses(one_in: int) -> Iterator[bytes]:
    for name, scenario in sorted(every_scenario().items()):
        for difficulty in (1, 2, 3):
            script = Script(scenario, difficulty)
            for seed in range(0, _PLAYS, one_in):
                # The start names the rules themselves, and the texts by a hash that a later reader may work out otherwise.
                session = _played(script, seed, f"{name}/{difficulty}")
                yield from (encode(event) for event in session.events[1:])
                yield canonical(encode_outcome(session.started.outcome) or {})


def _played(script: Script, seed: int, name: str) -> Session:
    dice = random.Random(f"{name}/{seed}")
    session = Session(script.scenario, start(script, Mode.PRACTISE, seed), script)
    while not session.ended:
        session.act(GiveTag(dice.choice(_TAGS)))
        shown = session.shown()
        good = [r for r in shown if r.quality == 4] or shown
        silent = dice.random() < 0.1
        session.act(StaySilent() if silent else Choose(dice.choice(good if seed % 2 else shown).id))
    return session


def _grid() -> ReactionGrid:
    return min(scenarios(FROZEN).items())[1].patient.grid


def main(words: list[str]) -> None:
    """Print the values that belong into the program; with ``sample`` only what comes of a part of what they are made of."""
    if words[:1] == ["sample"]:
        print(f"SAMPLE {rules_hash(SAMPLE)}")
        if words[1:] == ["prices"]:
            print(f"SAMPLE_PRICES {prices_hash(SHORT)}")
            print(f"FINGERPRINT {prices_fingerprint()}")
        return
    print(f"RULES {rules_hash()}")
    print(f"PRICES {prices_hash()}")
    print(f"FINGERPRINT {prices_fingerprint()}")


if __name__ == "__main__":
    main(sys.argv[1:])

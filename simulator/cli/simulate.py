"""Plays a scenario many times by a policy, through the real engine, and tells what it came to."""

from __future__ import annotations

import argparse
import json
import math
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Final

from simulator.analysis.policies import POLICIES, Policy
from simulator.analysis.value import value_of
from simulator.cli.opening import open_scenario
from simulator.patient import Verdict
from simulator.session import Closing, Place, Script

FORMAT: Final = "attune/simulation/1"
_NORMAL_95: Final = 1.96

SAMPLED: Final = tuple(p.name for p in POLICIES.values() if p.tiers is not None)
"""Policies that can be sampled without solving the scenario."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``simulate``."""
    parser.add_argument("scenario", type=Path, metavar="SCENARIO", help="the scenario file")
    parser.add_argument("--policy", choices=SAMPLED, default="random", help="how to play: " + ", ".join(SAMPLED))
    parser.add_argument("--runs", type=int, default=1000, metavar="N", help="how often (1000)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="decides the chances")
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help="instead of the scenario's own")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Simulate as asked; 0 when it went through, 1 when the scenario has faults, 2 on wrong usage."""
    scenario = open_scenario(arguments.scenario)
    if isinstance(scenario, int):
        return scenario
    if arguments.runs < 1:
        sys.stderr.write("--runs takes a whole number from 1.\n")
        return 2
    script, dice = Script(scenario, arguments.difficulty), random.Random(arguments.seed)
    policy = POLICIES[arguments.policy]
    closings = [sample(script, policy, dice) for _ in range(arguments.runs)]
    counted = Counter(closing.verdict for closing in closings)
    mean = sum(map(value_of, closings)) / len(closings)
    if arguments.json:
        document = {
            "format": FORMAT,
            "scenario": scenario.id,
            "digest": scenario.digest,
            "difficulty": script.disposition.difficulty,
            "policy": policy.name,
            "runs": arguments.runs,
            "seed": arguments.seed,
            "mean": round(mean, 4),
            "verdicts": {v: counted[v] for v in Verdict},
        }
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    print(
        f"{scenario.title}: {arguments.runs} sessions by “{policy.name}” ({policy.help}), mean repair value {mean:.1f}"
    )
    for verdict in Verdict:
        share = counted[verdict] / arguments.runs
        margin = _NORMAL_95 * math.sqrt(share * (1 - share) / arguments.runs)
        print(f"  {verdict:<16}{counted[verdict]:>7}{share:>8.1%}  ± {margin:.1%}")
    return 0


def sample(script: Script, policy: Policy, dice: random.Random) -> Closing:
    """One session by a policy, to its end."""
    place = script.start()
    while True:
        after = script.step(place, _pick(script, policy, place, dice)).after
        if after.closing is not None:
            return after.closing
        if after.place is None:
            raise AssertionError("a step leads on or closes")
        place = after.place


def _pick(script: Script, policy: Policy, place: Place, dice: random.Random) -> int:
    offered = {*script.offered(place), -1}
    for tier in policy.tiers(place.moment) if policy.tiers else ():
        available = [choice for choice in tier if choice in offered]
        if available:
            return dice.choice(available)
    raise AssertionError("some response is always on offer")

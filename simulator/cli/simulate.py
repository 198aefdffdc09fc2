"""Plays a scenario many times by a policy, through the real engine, and tells what it came to."""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from typing import Final

from simulator.analysis.policies import NOISY_EXPERT, POLICIES, SKILL, Policy
from simulator.cli.budgets import add_budget
from simulator.cli.opening import open_scenario
from simulator.cli.progress import Progress
from simulator.cli.sampling import Bot, Tally, mean_interval, share_interval
from simulator.cli.solving import add_skill, solved
from simulator.session import Script

FORMAT: Final = "attune/simulation/1"
_TELL_EVERY_S: Final = 0.2
_LONGEST_RUNS: Final = 15
"""Digits of the number of runs: enough for every session that a computer will ever play."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``simulate``."""
    told = "; ".join(f"{policy.name}: {policy.help}" for policy in POLICIES.values())
    parser.add_argument("scenario", type=Path, metavar="SCENARIO", help="the scenario file")
    parser.add_argument(
        "--policy", choices=tuple(POLICIES), default="random", metavar="NAME", help=f"how to play. {told}"
    )
    add_skill(parser)
    parser.add_argument("--runs", type=_runs, default=1000, metavar="N", help="how often (1000)")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="decides the chances")
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help="instead of the scenario's own")
    add_budget(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Simulate as asked; 0 when it went through, 1 when the scenario does not allow it, 2 on wrong usage."""
    policy = POLICIES[arguments.policy]
    if arguments.skill != SKILL and policy.name != NOISY_EXPERT:
        sys.stderr.write(f"--skill is for the policy “{NOISY_EXPERT}”; “{policy.name}” has none.\n")
        return 2
    scenario = open_scenario(arguments.scenario)
    if isinstance(scenario, int):
        return scenario
    script = Script(scenario, arguments.difficulty)
    solution = None if policy.tiers else solved(script, arguments)
    if solution is not None and not solution.exact:
        sys.stderr.write(
            f"“{policy.name}” looks ahead to every ending, and the budget ended before all were found. "
            "Give it more with --budget-states and --budget-seconds.\n"
        )
        return 1
    tally = Tally()
    try:
        _fill(tally, Bot(script, policy, solution, arguments.skill), arguments)
    except KeyboardInterrupt:
        _report(tally, script, policy, arguments)
        raise
    _report(tally, script, policy, arguments)
    return 0


def _fill(tally: Tally, bot: Bot, arguments: argparse.Namespace) -> None:
    """Play as many sessions as were asked for."""
    dice, asked, told = random.Random(arguments.seed), arguments.runs, time.monotonic()
    with Progress("Playing") as progress:
        for played in range(asked):
            if (now := time.monotonic()) - told > _TELL_EVERY_S:
                progress.say(f"{played:,} of {asked:,} sessions")
                told = now
            tally.add(bot.play(dice))


def as_document(tally: Tally, script: Script, policy: Policy, arguments: argparse.Namespace) -> dict[str, object]:
    """What sessions came to as plain values, ready to be written as JSON; intervals are those of 95 %."""
    return {
        "format": FORMAT,
        "scenario": script.scenario.id,
        "digest": script.scenario.digest,
        "difficulty": script.disposition.difficulty,
        "policy": policy.name,
        "skill": arguments.skill if policy.name == NOISY_EXPERT else None,
        "asked": arguments.runs,
        "runs": tally.runs,
        "seed": arguments.seed,
        "mean": round(tally.mean, 4),
        "mean-interval": [round(bound, 4) for bound in mean_interval(tally.values)],
        "turns": round(tally.turns, 4),
        "verdicts": tally.verdicts,
        "intervals": {
            verdict: [round(bound, 6) for bound in share_interval(count, tally.runs)]
            for verdict, count in tally.verdicts.items()
        },
    }


def _report(tally: Tally, script: Script, policy: Policy, arguments: argparse.Namespace) -> None:
    if tally.runs < arguments.runs:
        sys.stderr.write(f"stopped after {tally.runs} of {arguments.runs}\n")
    if not tally.runs:
        return
    if arguments.json:
        print(json.dumps(as_document(tally, script, policy, arguments), ensure_ascii=False, indent=2))
        return
    sessions = "1 session" if tally.runs == 1 else f"{tally.runs:,} sessions"
    print(f"{script.scenario.title}, difficulty {script.disposition.difficulty}: {sessions} by “{policy.name}”")
    print(f"({policy.help})\n")
    print(f"  {'ending':<16}{'sessions':>12}{'share':>9}    95 % interval")
    for verdict, count in tally.verdicts.items():
        low, high = share_interval(count, tally.runs)
        print(f"  {verdict:<16}{count:>12,}{count / tally.runs:>9.1%}    {low:>6.1%} to {high:>6.1%}")
    low, high = mean_interval(tally.values)
    print(f"\n  mean repair value {tally.mean:.1f} of 100 (95 % interval {low:.1f} to {high:.1f})")
    print(f"  mean length       {tally.turns:.1f} turns")


def _runs(text: str) -> int:
    if not text.isdecimal() or len(text) > _LONGEST_RUNS or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of sessions: it takes a whole number from 1")
    return int(text)

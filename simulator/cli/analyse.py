"""What a scenario makes possible, proved by trying everything: values, endings, lost ruptures, policies."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Final

from simulator.analysis.policies import POLICIES, Outcome, play_out
from simulator.analysis.proofs import MARGIN, first_lost, missing_endings, smells
from simulator.analysis.solve import Budget, Solution, solve
from simulator.cli.opening import open_scenario
from simulator.patient import Verdict
from simulator.session import Script

FORMAT: Final = "attune/analysis/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``analyse``."""
    parser.add_argument("scenario", type=Path, metavar="SCENARIO", help="the scenario file")
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help="instead of the scenario's own")
    parser.add_argument("--budget-states", type=int, default=Budget().states, metavar="N", help="states to explore")
    parser.add_argument("--budget-seconds", type=float, default=Budget().seconds, metavar="S", help="seconds to spend")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Analyse as asked; 0 when it went through, 1 when the scenario has faults, 2 on wrong usage."""
    scenario = open_scenario(arguments.scenario)
    if isinstance(scenario, int):
        return scenario
    budget = Budget(arguments.budget_states, arguments.budget_seconds)
    solution = solve(Script(scenario, arguments.difficulty), budget, clock=time.monotonic, progress=_tell)
    _clear()
    outcomes = {p.name: play_out(solution, p) for p in POLICIES.values()} if solution.exact else {}
    if arguments.json:
        print(json.dumps(as_document(solution, outcomes), ensure_ascii=False, indent=2))
    else:
        _print(solution, outcomes)
    return 0


def as_document(solution: Solution, outcomes: dict[str, Outcome]) -> dict[str, object]:
    """An analysis as plain values, ready to be written as JSON."""
    start, lost = solution.start, first_lost(solution)
    return {
        "format": FORMAT,
        "scenario": solution.script.scenario.id,
        "digest": solution.script.scenario.digest,
        "difficulty": solution.script.disposition.difficulty,
        "exact": solution.exact,
        "states": solution.states,
        "best": list(start.best),
        "worst": list(start.worst),
        "turns-to-repair": start.turns_to_repair,
        "endings": [v for v in Verdict if v in start.endings],
        "lost": None
        if lost is None
        else {"turn": lost.turn, "share": round(lost.share, 4), "moment": lost.moment, "path": list(lost.path)},
        "policies": {
            name: {
                "mean": round(o.mean, 3),
                "median": o.quantile(0.5),
                "verdicts": {v: round(p, 6) for v, p in o.verdicts.items()},
            }
            for name, o in outcomes.items()
        },
        "smells": list(smells(outcomes)) if outcomes else [],
    }


def _print(solution: Solution, outcomes: dict[str, Outcome]) -> None:
    scenario, start = solution.script.scenario, solution.start
    print(f"{scenario.title} ({scenario.id}), difficulty {solution.script.disposition.difficulty}")
    how = "all of them explored" if solution.exact else "the budget ended there: the values are bounds"
    print(f"  states                 {solution.states:,}, {how}")
    print(f"  best attainable        {_bounds(start.best)} of 100")
    print(f"  worst attainable       {_bounds(start.worst)} of 100")
    print(f"  shortest repair        {_turns(start.turns_to_repair)}")
    print(f"  endings within reach   {', '.join(v for v in Verdict if v in start.endings)}")
    if missing := missing_endings(solution):
        print(f"  endings nobody meets   {', '.join(missing)}")
    lost = first_lost(solution)
    if lost is None:
        print("  lost ruptures          none: every rupture can still be repaired")
    else:
        print(
            f"  lost ruptures          from turn {lost.turn} ({lost.share:.1%} of that turn's), first at “{lost.moment}”"
        )
        print(f"                         by way of: {', '.join(lost.path) or 'the start'}")
    if outcomes:
        _print_policies(outcomes)


def _print_policies(outcomes: dict[str, Outcome]) -> None:
    print(f"\n  {'policy':<14}{'mean':>6}{'median':>8}   " + "".join(f"{v.value:>16}" for v in Verdict))
    for name, outcome in outcomes.items():
        shares = "".join(f"{outcome.verdicts[v]:>16.1%}" for v in Verdict)
        print(f"  {name:<14}{outcome.mean:>6.1f}{outcome.quantile(0.5):>8}   {shares}")
    found = smells(outcomes)
    told = f"gives itself away to: {', '.join(found)}" if found else "no policy that is blind to the patient wins"
    print(f"\n  {told} (median {MARGIN} points above that of random play)")


def _bounds(bounds: tuple[int, int]) -> str:
    low, high = bounds
    return str(low) if low == high else f"between {low} and {high}"


def _turns(turns: int | None) -> str:
    return "none within reach" if turns is None else f"{turns} turns"


def _tell(turn: int, states: int) -> bool:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r  turn {turn}: {states:,} states")
        sys.stderr.flush()
    return True


def _clear() -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r" + " " * 50 + "\r")

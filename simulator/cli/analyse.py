"""What a scenario makes possible, proved by trying everything: values, endings, lost ruptures, policies, scores."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.paths import Way
from simulator.analysis.policies import LEARNER, Outcome
from simulator.analysis.proofs.blind_policies import smells
from simulator.analysis.scenario_analysis import Analysis
from simulator.cli.analysis_text import as_markdown, as_text
from simulator.cli.answer_pairs import USUAL_COUNT, count_of_pairs, show
from simulator.cli.budgets import add_budget
from simulator.cli.exit_codes import USAGE
from simulator.cli.opening import examiner_of, open_checked
from simulator.cli.printable import tell, tell_fault, write_json, write_text
from simulator.cli.progress import Progress
from simulator.cli.solving import add_skill
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import terminal as say
from simulator.patient.verdicts import Verdict

FORMAT: Final = "attune/analysis/1"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``analyse``."""
    parser.add_argument("scenarios", type=Path, nargs="+", metavar="SCENARIO", help=translated(about.A_SCENARIO_FILE()))
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help=translated(about.DIFFICULTY()))
    add_skill(parser)
    add_budget(parser)
    parser.add_argument("--responses", action="store_true", help=translated(about.ALSO_RESPONSES()))
    parser.add_argument(
        "--pairs",
        type=count_of_pairs,
        nargs="?",
        const=USUAL_COUNT,
        metavar="N",
        help=translated(about.PAIRS(usual=USUAL_COUNT)),
    )
    parser.add_argument("--json", action="store_true", help=translated(about.AS_JSON()))
    parser.add_argument("--markdown", action="store_true", help=translated(about.AS_TABLES()))


def run(arguments: argparse.Namespace) -> int:
    """Analyse as asked; 0 when it went through, 1 when a scenario has faults, 2 on wrong usage."""
    if arguments.json and len(arguments.scenarios) > 1:
        tell(say.ONE_AT_A_TIME(), sys.stderr)
        return USAGE
    if arguments.pairs is not None:
        return next(filter(None, (show(path, arguments) for path in arguments.scenarios)), 0)
    analyses: list[Analysis] = []
    for path in arguments.scenarios:
        found = _analysis(path, arguments)
        if isinstance(found, int):
            return found
        analyses.append(found)
        if not arguments.json and not arguments.markdown:
            write_text(as_text(found, responses=arguments.responses), sys.stdout)
            for diagnostic in found.diagnostics:
                tell_fault(diagnostic, sys.stdout)
    if arguments.json:
        write_json(as_document(analyses[0]), sys.stdout)
    if arguments.markdown:
        write_text(as_markdown(analyses), sys.stdout)
    return 0


def _analysis(path: Path, arguments: argparse.Namespace) -> Analysis | int:
    opened = open_checked(path)
    if isinstance(opened, int):
        return opened
    assert opened.scenario is not None
    with Progress(translated(say.TRYING_EVERYTHING(title=opened.scenario.title))) as progress:
        found = examiner_of(arguments).prove(
            opened, progress.solving, difficulty=arguments.difficulty, skill=arguments.skill
        )
    if found.analysis is None:
        for diagnostic in found.diagnostics:
            tell_fault(diagnostic, sys.stderr)
        return 1
    return found.analysis


def as_document(analysis: Analysis) -> dict[str, object]:
    """An analysis as plain values, ready to be written as JSON."""
    start, late = analysis.start, analysis.out_of_time
    return {
        "format": FORMAT,
        "scenario": analysis.scenario.id,
        "digest": analysis.scenario.digest,
        "difficulty": analysis.difficulty,
        "exact": analysis.exact,
        "states": analysis.states,
        "best": list(start.best),
        "worst": list(start.worst),
        "turns-to-repair": start.turns_to_repair,
        "turns-to-whole-repair": start.turns_to_whole,
        "longest-repair": analysis.longest_repair,
        "shortest-repair": _ids(analysis.shortest),
        "needed": _ids(analysis.needed),
        "out-of-time": None if late is None else {"turn": late.turn, "share": round(late.share, 4)},
        "endings": [v for v in Verdict if v in start.endings],
        "policies": {
            name: {
                "mean": round(o.mean, 3),
                "median": o.quantile(0.5),
                "verdicts": {v: round(p, 6) for v, p in o.verdicts.items()},
            }
            for name, o in analysis.outcomes.items()
        },
        "learner": None if analysis.learning is None else _learner(analysis.learning, analysis.outcomes[LEARNER]),
        "smells": list(smells(analysis.outcomes)) if analysis.outcomes else [],
        "moments": {
            reach.moment.id: {
                "visits": round(reach.visits, 6),
                "end": reach.moment.end,
                "responses": {
                    r.response.id: {"offered": round(r.offered, 6), "cost": round(r.cost, 3), "best": round(r.best, 4)}
                    for r in reach.responses
                },
            }
            for reach in analysis.moments
        },
        "competencies": {
            earning.competency: {"highest": earning.highest, "earned": sorted(earning.earned)}
            for earning in analysis.earnings
        },
        "diagnostics": [
            {
                "code": d.code,
                "severity": d.severity,
                "line": d.span.line,
                "column": d.span.column,
                "message": str(d.message),
            }
            for d in analysis.diagnostics
        ],
    }


def _learner(learning: LearningCurve, halfway: Outcome) -> dict[str, object]:
    """Expected repair values (0-100), sensitivities in log-odds a point, and how the half-way learner's sessions end."""
    return {
        "careless": round(learning.careless, 3),
        "expected": round(learning.expected, 3),
        "best": learning.best,
        "weak": round(learning.weak, 5),
        "half-way": round(learning.halfway, 5),
        "strong": round(learning.strong, 5),
        "endings": {v: round(p, 6) for v, p in halfway.verdicts.items()},
        "curve": [[round(sensitivity, 5), round(expected, 3)] for sensitivity, expected in learning.points],
    }


def _ids(way: Way) -> list[dict[str, str]]:
    return [{"moment": step.moment.id, "response": step.name} for step in way]

"""What commands that look ahead share: the skill of the noisy expert, and trying everything under a watched budget."""

from __future__ import annotations

import argparse
import math

from simulator.analysis.policies import SKILL
from simulator.analysis.solve import Solution
from simulator.cli.opening import examiner_of
from simulator.cli.progress import Progress
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import terminal as say
from simulator.session.script import Script


def add_skill(parser: argparse.ArgumentParser) -> None:
    """The option ``--skill``."""
    parser.add_argument(
        "--skill",
        type=_skill,
        default=SKILL,
        metavar="X",
        help=translated(about.SKILL(usual=str(SKILL))),
    )


def solved(script: Script, arguments: argparse.Namespace) -> Solution:
    """Everything that can happen, within the budget that was asked for; a terminal sees how far it is."""
    with Progress(translated(say.TRYING_EVERYTHING(title=script.scenario.title))) as progress:
        return examiner_of(arguments).solve(script, progress.solving)


def _skill(text: str) -> float:
    try:
        skill = float(text)
    except ValueError:
        skill = math.nan
    if not 0 <= skill < math.inf:
        raise argparse.ArgumentTypeError(translated(about.NO_SKILL(text=text)))
    return skill

"""Plays a scenario many times by a policy, through the real engine; tells what it came to, or all that was said."""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from simulator.analysis.policies import NOISY_EXPERT, POLICIES, RANDOM, SKILL, policies_in
from simulator.cli.budgets import add_budget
from simulator.cli.exit_codes import USAGE
from simulator.cli.opening import open_scenario
from simulator.cli.printable import tell, width_of, write_json, write_text
from simulator.cli.progress import Progress
from simulator.cli.sampling import Bot, Tally, seed_of
from simulator.cli.simulated_json import conversations_as_document, figures_as_document
from simulator.cli.simulated_text import conversations_as_text, figures_as_text
from simulator.cli.solving import add_skill, solved
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import simulation as say
from simulator.session.script import Script
from simulator.session.transcript import Transcript

_RUNS: Final = 1000
"""How many sessions are counted where nothing else is asked for."""

_TELL_EVERY_S: Final = 0.2
_LONGEST_RUNS: Final = 15
"""Digits of the number of runs: enough for every session that a computer will ever play."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``simulate``."""
    policies = "; ".join(f"{policy.name}: {translated(policy.help())}" for policy in POLICIES.values())
    told = _in_words(about.POLICY(policies=policies))
    parser.add_argument("scenario", type=Path, metavar="SCENARIO", help=_in_words(about.SCENARIO_FILE()))
    parser.add_argument("--policy", choices=tuple(POLICIES), default=RANDOM, metavar="NAME", help=told)
    add_skill(parser)
    parser.add_argument("--runs", type=_runs, metavar="N", help=_in_words(about.RUNS(usual=str(_RUNS))))
    parser.add_argument("--transcripts", type=_runs, metavar="K", help=_in_words(about.TRANSCRIPTS(runs="--runs")))
    parser.add_argument("--seed", type=int, default=0, metavar="S", help=_in_words(about.SEED()))
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help=_in_words(about.DIFFICULTY()))
    add_budget(parser)
    parser.add_argument("--json", action="store_true", help=_in_words(about.AS_JSON()))


def _in_words(help_text: Message) -> str:
    # A per cent sign would begin a value to argparse.
    return translated(help_text).replace("%", "%%")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """How many sessions are to be told in full and how many counted, and the number that decides their chances."""

    transcripts: int
    runs: int
    seed: int


@dataclass(frozen=True, slots=True)
class _Played:
    """The sessions so far: those told in full, and those counted."""

    transcripts: list[Transcript] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)


def run(arguments: argparse.Namespace) -> int:
    """Simulate as asked; 0 when it went through, 1 when the scenario does not allow it, 2 on wrong usage."""
    policy = POLICIES[arguments.policy]
    if arguments.skill != SKILL and policy.name != NOISY_EXPERT:
        tell(say.NO_SKILL(noisy=NOISY_EXPERT, policy=policy.name), sys.stderr)
        return USAGE
    scenario = open_scenario(arguments.scenario)
    if isinstance(scenario, int):
        return scenario
    spoken = {one.name: one for one in policies_in(scenario.language)}
    if policy.name not in spoken:
        tell(say.WORDS_NOT_KNOWN(policy=policy.name, language=scenario.language), sys.stderr)
        return 1
    policy = spoken[policy.name]
    script = Script(scenario, arguments.difficulty)
    solution = None if policy.tiers else solved(script, arguments)
    if solution is not None and not solution.exact:
        tell(say.BUDGET_ENDED(policy=policy.name), sys.stderr)
        return 1
    bot, wanted, played = Bot(script, policy, solution, arguments.skill), _wanted(arguments), _Played()
    try:
        _play(bot, wanted, played)
    except KeyboardInterrupt:
        _report(bot, wanted, played, as_json=arguments.json)
        raise
    _report(bot, wanted, played, as_json=arguments.json)
    return 0


def _wanted(arguments: argparse.Namespace) -> _Wanted:
    conversations = arguments.transcripts or 0
    return _Wanted(conversations, arguments.runs or (0 if conversations else _RUNS), arguments.seed)


def _play(bot: Bot, wanted: _Wanted, played: _Played) -> None:
    """Play as many sessions as are wanted."""
    dice, told, asked = random.Random(wanted.seed), time.monotonic(), wanted.transcripts + wanted.runs
    with Progress(translated(say.PLAYING())) as progress:
        for done in range(asked):
            if (now := time.monotonic()) - told > _TELL_EVERY_S:
                progress.say(translated(say.SO_FAR(done=done, count=asked)))
                told = now
            if done < wanted.transcripts:
                played.transcripts.append(bot.converse(seed_of(wanted.seed, done + 1)))
            else:
                played.tally.add(bot.play(dice))


def _report(bot: Bot, wanted: _Wanted, played: _Played, *, as_json: bool) -> None:
    counts = ((len(played.transcripts), wanted.transcripts), (played.tally.runs, wanted.runs))
    for done, asked in counts:
        if done < asked:
            tell(say.STOPPED(done=str(done), all=str(asked)), sys.stderr)
    if as_json:
        _report_as_json(bot, wanted, played)
        return
    if played.transcripts:
        width = width_of(sys.stdout)
        write_text(conversations_as_text(bot, played.transcripts, wanted.transcripts, width), sys.stdout)
    if played.tally.runs:
        write_text(figures_as_text(bot, played.tally), sys.stdout)


def _report_as_json(bot: Bot, wanted: _Wanted, played: _Played) -> None:
    figures = figures_as_document(bot, played.tally, wanted.runs, wanted.seed) if played.tally.runs else None
    if wanted.transcripts:
        told = conversations_as_document(bot, played.transcripts, wanted.transcripts, wanted.seed)
        write_json({**told, "simulation": figures}, sys.stdout)
    elif figures:
        write_json(figures, sys.stdout)


def _runs(text: str) -> int:
    if not text.isdecimal() or len(text) > _LONGEST_RUNS or int(text) < 1:
        raise argparse.ArgumentTypeError(translated(about.NO_NUMBER_OF_SESSIONS(text=text)))
    return int(text)

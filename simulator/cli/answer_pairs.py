"""What is said and what follows: the commonest pairs for which nobody has written words, to be read by a supervisor."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from simulator.analysis.pairs import Pair, pairs
from simulator.analysis.paths import SILENCE
from simulator.analysis.policies import NOISY_EXPERT, POLICIES, RANDOM
from simulator.cli.opening import open_scenario
from simulator.cli.printable import tell, write_json, write_line
from simulator.cli.solving import solved
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import analysis_table as table
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import terminal as say
from simulator.session.script import Script

FORMAT: Final = "attune/pairs/1"
WAYS: Final = (RANDOM, NOISY_EXPERT)
"""The ways of playing whose pairs are told: anybody at all, and somebody who mostly knows."""

USUAL_COUNT: Final = 20
_WIDTH: Final = 110
_DIGITS: Final = 6


def show(path: Path, arguments: argparse.Namespace) -> int:
    """Print the pairs of a scenario as asked; 0 when it went through, 1 with faults or too small a budget, 2 without a file."""
    scenario = open_scenario(path)
    if isinstance(scenario, int):
        return scenario
    solution = solved(Script(scenario, arguments.difficulty), arguments)
    if not solution.exact:
        tell(say.NO_PAIRS(), sys.stderr)
        return 1
    found = {name: pairs(solution, POLICIES[name], arguments.skill) for name in WAYS}
    if arguments.json:
        write_json(as_document(solution.script, found, arguments.pairs), sys.stdout)
        return 0
    for line in as_lines(solution.script, found, arguments.pairs):
        write_line(line, sys.stdout)
    return 0


def count_of_pairs(text: str) -> int:
    """How many pairs were asked for; raises what the command line tells in a sentence."""
    if not text.isdecimal() or len(text) > _DIGITS or int(text) < 1:
        raise argparse.ArgumentTypeError(translated(about.NO_PAIRS(text=text)))
    return int(text)


def not_taken_up(found: Sequence[Pair], level: int) -> tuple[Pair, ...]:
    """The pairs of which no wording of what follows takes up what was said, the commonest first."""
    return tuple(pair for pair in found if not pair.taken_up(level))


def share_taken_up(found: Sequence[Pair], level: int) -> float:
    """The share (0-1) of all answers that some wording of what follows takes up."""
    everything = sum(pair.often for pair in found)
    return sum(pair.often for pair in found if pair.taken_up(level)) / everything if everything else 0.0


def as_lines(script: Script, found: Mapping[str, Sequence[Pair]], most: int) -> Iterator[str]:
    """The pairs for reading: what was said, what follows, and how often a session meets the two."""
    level, scenario = script.disposition.difficulty, script.scenario
    yield translated(table.NOT_TAKEN_UP(title=scenario.title, id=scenario.id, level=level))
    for name, met in found.items():
        yield ""
        yield translated(table.PLAYS_SO(name=name, how=POLICIES[name].help()))
        share = share_taken_up(met, level)
        yield f"  {translated(table.TAKEN_UP(share=f'{share:.0%}'))}"
        for pair in not_taken_up(met, level)[:most]:
            yield ""
            yield f"  {pair.often:.3f}  {_answer(pair)} → {pair.follower.id}"
            yield from _spoken(table.SAID(), _said(pair))
            yield from _spoken(table.THEN(), _follows(pair))


def as_document(script: Script, found: Mapping[str, Sequence[Pair]], most: int) -> dict[str, object]:
    """The pairs as plain values, ready to be written as JSON."""
    level = script.disposition.difficulty
    return {
        "format": FORMAT,
        "scenario": script.scenario.id,
        "digest": script.scenario.digest,
        "difficulty": level,
        "policies": {
            name: {
                "taken-up": round(share_taken_up(met, level), 6),
                "pairs": [_as_values(pair) for pair in not_taken_up(met, level)[:most]],
            }
            for name, met in found.items()
        },
    }


def _as_values(pair: Pair) -> dict[str, object]:
    return {
        "often": round(pair.often, 6),
        "moment": pair.moment.id,
        "response": pair.response.id if pair.response else SILENCE,
        "move": pair.just.move,
        "classes": sorted(pair.just.classes),
        "said": pair.response.say if pair.response else None,
        "follows": pair.follower.id,
        "patient": pair.follower.first.patient,
        "shows": list(pair.follower.first.shows),
    }


def _answer(pair: Pair) -> str:
    return f"{pair.moment.id}/{pair.response.id if pair.response else SILENCE}"


def _said(pair: Pair) -> str:
    return pair.response.say if pair.response else translated(table.STAYS_SILENT())


def _follows(pair: Pair) -> str:
    """What follows in its first wording: what is said, or what is seen where nothing is."""
    first = pair.follower.first
    return first.patient or f"({', '.join(first.shows)})"


def _spoken(head: Message, words: str) -> Iterator[str]:
    yield f"         {translated(head)}  {textwrap.shorten(words, _WIDTH, placeholder=' …')}"

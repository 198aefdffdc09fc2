"""How often a conversation repeats itself: sessions of every way of playing, level by level, and what was said twice in them.

``python -m tests.bench.conversations scenarios/push-me.yaml --sessions 10000`` plays so many sessions at each level and prints a line for each
way of playing. A line is what the patient says in a wording, without its opening; words written for coming back (``again:``) are counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from simulator.analysis.policies import policies_in
from simulator.analysis.solve import Solution, solve
from simulator.cli.opening import open_scenario
from simulator.cli.sampling import Bot, seed_of
from simulator.scenario.checks.levels import LEVELS
from simulator.scenario.document import Returns, Scenario
from simulator.session.script import Script
from simulator.session.transcript import Transcript
from simulator.session.wording_choice import Telling

NEAR: Final = 4
"""Turns within which nobody says a sentence again."""

ATTENTIVE: Final = frozenset({"learner-weak", "learner", "learner-strong", "helpful", "expert", "noisy-expert"})
"""Who looks at the patient: in their sessions nothing is said twice."""

_HALF_WAY: Final = "learner"
_USUAL: Final = 1000
_PAIRS: Final = 1000
_TURNS_FOR_AGAIN: Final = 20


@dataclass(slots=True)
class Repeats:
    """What was counted in the sessions of one way of playing."""

    sessions: int = 0
    turns: int = 0
    said_twice: int = 0
    near: int = 0
    precious: int = 0
    offered_again: int = 0
    again: int = 0
    asked: int = 0
    not_taken_up: int = 0
    lines: Counter[str] = field(default_factory=Counter)

    def add(self, transcript: Transcript) -> None:
        """Count one more session."""
        self.sessions += 1
        self.turns += len(transcript.exchanges)
        twice = [line for line in _said(transcript) if line.since is not None]
        self.said_twice += bool(twice)
        self.near += any(line.since <= NEAR for line in twice if line.since is not None)
        self.precious += any(line.precious for line in twice)
        self.lines.update(line.words for line in twice)
        self.offered_again += _offered_again(transcript)
        self.again += sum(exchange.telling.wording.again for exchange in transcript.exchanges)
        self._count_questions(transcript)

    def _count_questions(self, transcript: Transcript) -> None:
        """Count the questions of the patient that met with silence, and those of which the next words take no notice."""
        for one, then in zip(transcript.exchanges, transcript.exchanges[1:], strict=False):
            if one.moment.asks and one.response is None:
                self.asked += 1
                self.not_taken_up += not (then.telling.opens or then.telling.wording.after)


class _Line(NamedTuple):
    """What a patient said; how many turns ago the same was said, if it was; whether it must never come back."""

    words: str
    since: int | None
    precious: bool


def _said(transcript: Transcript) -> list[_Line]:
    """Every line of the patient, the last words too."""
    told: list[tuple[Telling, int, bool]] = [
        (one.telling, one.turn, one.moment.returns is Returns.TOLD) for one in transcript.exchanges
    ]
    closing = transcript.closing
    if closing is not None and closing.telling is not None:
        told.append((closing.telling, len(transcript.exchanges) + 1, True))
    last: dict[str, int] = {}
    found = []
    for telling, turn, precious in told:
        words = telling.wording.patient
        if words and not telling.wording.again:
            found.append(_Line(words, turn - last[words] if words in last else None, precious))
            last[words] = turn
    return found


def _offered_again(transcript: Transcript) -> bool:
    """Whether a sentence that the trainee had said was on offer again in the same words."""
    said: set[str] = set()
    for one in transcript.exchanges:
        offered = {id_ for id_, _ in one.offered}
        if any(one.words_of(response) in said for response in one.moment.responses if response.id in offered):
            return True
        if one.words:
            said.add(one.words)
    return False


def shared_lines(plays: Sequence[Transcript]) -> float:
    """The share of spoken lines that two plays have in common on average, over neighbouring pairs."""
    shares = []
    for one, other in zip(plays[::2], plays[1::2], strict=False):
        mine, theirs = ({line.words for line in _said(play)} for play in (one, other))
        if mine or theirs:
            shares.append(2 * len(mine & theirs) / (len(mine) + len(theirs)))
    return sum(shares) / len(shares) if shares else 0.0


def count(scenario: Scenario, level: int, sessions: int, seed: int) -> None:
    """Play at one level by every way of playing, and print what was counted."""
    script = Script(scenario, level)
    solution: Solution = solve(script)
    print(f"{scenario.id}, level {level}, {sessions:,} sessions of each way of playing, seed {seed}")
    print(f"  {'':<15}{'twice':>8}{'near':>8}{'precious':>10}{'offered':>9}{'again/20':>10}{'asks passed over':>20}")
    for policy in policies_in(scenario.language):
        bot = Bot(script, policy, None if policy.tiers else solution)
        repeats, plays = Repeats(), []
        for number in range(1, sessions + 1):
            play = bot.converse(seed_of(seed, number))
            repeats.add(play)
            if policy.name == _HALF_WAY and number <= 2 * _PAIRS:
                plays.append(play)
        print(_as_line(policy.name, repeats), flush=True)
        for line, times in repeats.lines.most_common(3 if policy.name in ATTENTIVE else 1):
            print(f"      {times} x {line}")
        if plays:
            print(f"      two plays share {shared_lines(plays):.0%} of their lines")


def _as_line(name: str, found: Repeats) -> str:
    share = [n / found.sessions for n in (found.said_twice, found.near, found.precious, found.offered_again)]
    again = found.again / found.turns * _TURNS_FOR_AGAIN
    asks = f"{found.not_taken_up} of {found.asked}"
    return f"  {name:<15}{share[0]:>8.2%}{share[1]:>8.2%}{share[2]:>10.2%}{share[3]:>9.2%}{again:>10.2f}{asks:>20}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Count in the scenarios that are named; 0 when all could be read, else what the command line answers then."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.conversations", description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="SCENARIO")
    parser.add_argument(
        "--sessions", type=int, default=_USUAL, metavar="N", help="of each way of playing, at each level"
    )
    parser.add_argument("--difficulty", type=int, choices=LEVELS, help="this level only")
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args(arguments)
    for file in asked.files:
        scenario = open_scenario(file)
        if isinstance(scenario, int):
            return scenario
        for level in (asked.difficulty,) if asked.difficulty else LEVELS:
            count(scenario, level, asked.sessions, asked.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())

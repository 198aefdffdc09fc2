"""Steps of the bots that ``simulate`` lets play, against a story engine that plays at random."""

from __future__ import annotations

import random

from simulator.analysis.policies import POLICIES
from simulator.cli.sampling import Bot
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario
from simulator.session.script import Script
from tests.bench.ink import against_ink
from tests.bench.measuring import SCENARIOS, Row, cpu_of

_TIMES_INK = 30.0
_SESSIONS = 1_000
_SEED = 7


def bots() -> list[Row]:
    """A thousand random sessions of a shipped scenario: once more, and as a simulation begins, with nothing remembered."""
    scenario = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    if scenario is None:
        raise RuntimeError("The shipped scenario cannot be read.")
    known = _bot(scenario)
    steps = _play(known)
    again = cpu_of(lambda: _play(known))
    first = cpu_of(lambda: _play(_bot(scenario)))
    return [
        against_ink(scenario, "bots, steps met before (floor: inkjs)", again, steps, _TIMES_INK),
        against_ink(scenario, "bots, from the first session on (floor: inkjs)", first, steps, None),
    ]


def _bot(scenario: Scenario) -> Bot:
    return Bot(Script(scenario), POLICIES["random"])


def _play(bot: Bot) -> int:
    """Play the same sessions every time; how many steps they take together."""
    dice = random.Random(_SEED)
    return sum(bot.play(dice).turns for _ in range(_SESSIONS))

"""A thousand files of ten scenarios verified and played again, as the Review desk does when a folder is opened."""

from __future__ import annotations

import gc
import random
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from simulator.handin.payload import Payload, write_payload
from simulator.handin.signed_file import SUFFIX, signed
from simulator.handin.signing import SigningKey
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.services.examine import playable
from simulator.services.reviewing import Review
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.codec import encode
from simulator.session.engine import Session, start
from simulator.session.ids import PersonId, SessionId
from simulator.session.script import Script
from simulator.session.vocabulary import Mode, Tag
from tests.bench.measuring import SCENARIOS, Row, cpu_of, milliseconds

_WITHIN_S: Final = 20.0
_STOP_S: Final = 0.1
_PEOPLE: Final = 25


def handed_in(files: int = 1_000, scenarios: int = 10) -> list[Row]:
    """CPU for all of them, and how long it takes until the reading stops once somebody wants it to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inbox = folder / "inbox"
        inbox.mkdir()
        for number, content in enumerate(_files(folder, files, scenarios)):
            (inbox / f"{number:04}{SUFFIX}").write_bytes(content)
        steps = _stopping(_desk(folder), inbox, scenarios)
        desk = _desk(folder)
        taken = cpu_of(lambda: _all_believed(desk, inbox, files))()
    apart = f" (the first file of a scenario {milliseconds(steps.first_of_a_scenario)}, collecting garbage {milliseconds(steps.collection)})"
    told = f"{files:,} handed-in files of {scenarios} scenarios"
    return [
        Row(f"{told}: verified and played again", f"{taken:.1f} s", "-", None, f"<= {_WITHIN_S:.0f} s", taken <= _WITHIN_S),
        Row(f"{told}: until Stop is heard, at most{apart}", milliseconds(steps.file), "-", None, milliseconds(_STOP_S), steps.file <= _STOP_S),
    ]  # fmt: skip


def _desk(folder: Path) -> Review:
    return Review(folder / "home", PersonId("me"), lambda: 0, str)


def _all_believed(desk: Review, inbox: Path, files: int) -> None:
    looked = desk.look_at([inbox])
    assert len(looked) == files
    assert all(one.found is not None for one in looked), [str(one.why) for one in looked if one.why][:3]


class Steps(NamedTuple):
    """CPU of the longest steps: a file, a file of a scenario that is met for the first time, a full collection of garbage."""

    file: float
    first_of_a_scenario: float
    collection: float


def _stopping(desk: Review, inbox: Path, scenarios: int) -> Steps:
    """The longest steps between two questions whether to go on.

    As in the window, garbage is not collected by whoever reads (``ui/garbage.py``): a full collection is a step of its own,
    and the longest. So is a scenario that was not read before.
    """
    asked: list[float] = []

    def on(_done: int, _all: int) -> bool:
        asked.append(time.process_time())
        return len(asked) < 100

    gc.disable()
    try:
        desk.look_at([inbox], on)
        collected = cpu_of(gc.collect)()
    finally:
        gc.enable()
    steps = [after - before for before, after in pairwise(asked)]
    # Before the first file it is asked once in the folder.
    return Steps(max(steps[1 + scenarios :]), max(steps[: 1 + scenarios]), collected)


def _files(folder: Path, files: int, scenarios: int) -> Iterator[bytes]:
    """Signed files of several people, each of the next scenario."""
    scripts = [Script(_scenario(folder, number)) for number in range(scenarios)]
    dice = random.Random(1)
    for number in range(files):
        script, key = scripts[number % scenarios], SigningKey(bytes([number % _PEOPLE]) * 32)
        session = _played(script, number, dice)
        scenario, bodies = script.scenario, tuple(map(encode, session.events))
        yield signed(write_payload(Payload("Kim", False, scenario.path, bodies, scenario.sources)), key)


def _scenario(folder: Path, number: int) -> Scenario:
    """A shipped scenario under another id, so that its texts are others."""
    shipped = sorted(SCENARIOS.glob("*.yaml"))
    source = shipped[number % len(shipped)]
    id_ = f"{source.stem}-{number}"
    root = folder / "scenarios"
    root.mkdir(exist_ok=True)
    words = source.read_text("utf-8").replace(f"id: {source.stem}\n", f"id: {id_}\n", 1)
    (root / f"{id_}.yaml").write_text(words, "utf-8")
    return playable(FolderFiles(root, SCENARIOS), f"{id_}.yaml")


def _played(script: Script, number: int, dice: random.Random) -> Session:
    started = start(
        script, Mode.PRACTISE, number, session=SessionId(f"s{number}"), trainee=PersonId("p"), day="2026-01-01"
    )
    session = Session(script.scenario, started, script)
    while not session.ended:
        session.act(GiveTag(dice.choice(tuple(Tag))))
        shown = session.shown()
        session.act(Choose(dice.choice(shown).id) if shown else StaySilent())
    return session

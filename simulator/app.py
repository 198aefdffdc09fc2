"""Puts the program together: data folder, store, library, window."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator import __version__
from simulator.messages.escaping import escaped
from simulator.messages.message import ENGLISH, Message
from simulator.messages.sentences.starting import BAD_PAIR
from simulator.session.errors import ServiceError
from simulator.shipped_files import CHECKOUT, SCENARIOS
from simulator.started_as import SMOKE, starting

if TYPE_CHECKING:
    from simulator.services.sample_group import SampleGroup

BEFORE_QT: Final = (
    "simulator.services.first_meeting",
    "simulator.services.library_filter",
    "simulator.services.people",
    "simulator.services.practice",
    "simulator.services.standings",
    "simulator.services.suggestion",
    "simulator.services.verdict_words",
    "simulator.scenario.library",
    "simulator.storage.home",
    "simulator.storage.owner",
    "simulator.storage.key_bindings",
    "simulator.messages.languages",
    "simulator.messages.sentences.choosing",
    "simulator.messages.sentences.command_palette",
    "simulator.messages.sentences.publishing",
    "simulator.messages.sentences.shelf",
    "simulator.messages.sentences.soundness",
    "simulator.messages.sentences.tour",
    "simulator.messages.sentences.window",
)
"""What the library needs and Qt does not. PySide6 reads the source of every module that is loaded after it, which takes
a tenth of the time to the window; so these are loaded before."""


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window; ``--smoke`` opens it, draws it once and quits with 0."""
    given = sys.argv[1:] if argv is None else argv
    try:
        return run_window(_own_folder, smoke=SMOKE in given)
    except ServiceError as refusal:
        sys.stderr.write(f"{escaped(ENGLISH.say(refusal.message))}\n")
        return 1


def load_before_qt() -> None:
    """Load what the first drawing needs and can be loaded before Qt."""
    # Nothing of what a start makes is garbage; to look for some takes a tenth of the time to the window.
    gc.disable()
    for name in BEFORE_QT:
        import_module(name)


def run_window(folder: Callable[[], Path], *, smoke: bool, sample: SampleGroup | None = None) -> int:
    """Open the window on a data folder until it is closed, at the Review desk if there is a sample to be played there.

    Raises ``ServiceError`` where there can be no window.
    """
    load_before_qt()
    import PySide6

    if refusal := bad_pair(sys.version_info[:2], PySide6.__version__):
        raise ServiceError(refusal)
    from simulator.ui.screen import look_for_screen

    start = starting(Path(sys.executable), CHECKOUT)
    look_for_screen(os.environ, lambda: play_command(SCENARIOS, start, Path.cwd()))
    from simulator.ui.start import open_window

    return open_window(
        folder(),
        SCENARIOS,
        now_ms=now_ms,
        new_seed=new_seed,
        new_id=new_id,
        attune=__version__,
        smoke=smoke,
        sample=sample,
    )


def _own_folder() -> Path:
    from simulator.storage.home import data_folder

    return data_folder(os.environ)


def play_command(scenarios: Path, start: Sequence[Path], here: Path) -> str:
    """How to play in a terminal whose folder is ``here``; ``start`` is what starts the program."""
    import shlex

    scenario = _from(here, scenarios / "concert-silence.yaml")
    return shlex.join([*(_from(here, path) for path in start), "play", scenario])


def _from(here: Path, path: Path) -> str:
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def bad_pair(python: tuple[int, int], pyside: str) -> Message | None:
    """Why this Python and this PySide6 cannot be used together; nothing if they can."""
    version = tuple(int(part) for part in pyside.split(".")[:2])
    if python >= (3, 12) or version < (6, 12):
        return None
    return BAD_PAIR(python="{}.{}".format(*python), install="pip install 'PySide6-Essentials<6.12'")


def now_ms() -> int:
    """UTC in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def new_seed() -> int:
    """A number that decides the order of responses in a new session."""
    return int.from_bytes(os.urandom(4))


def new_id() -> str:
    """A UUID for a new session, person or remark."""
    from uuid import uuid4

    return str(uuid4())

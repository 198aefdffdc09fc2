"""Opens the window on a sample group, in a data folder of its own that is gone once the window is closed."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from simulator import __version__
from simulator.cli.printable import tell
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import sample_group as say
from simulator.operating_system import THIS_SYSTEM
from simulator.session.errors import ServiceError, StoreError

if TYPE_CHECKING:
    from simulator.services.sample_group import SampleGroup
    from simulator.storage.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``demo``."""
    parser.add_argument("--seed", type=int, default=0, metavar="S", help=translated(about.SAMPLE_SEED()))
    parser.add_argument("--smoke", action="store_true", help=translated(about.SMOKE_OPTION()))


def run(arguments: argparse.Namespace) -> int:
    """Show the window until it is closed; 1 where there can be none."""
    from simulator.app import run_window

    with THIS_SYSTEM.folder_for_now() as name:
        folder = Path(name)
        try:
            group = prepared(folder, arguments.seed)
            return run_window(lambda: folder, smoke=arguments.smoke, sample=group)
        except ServiceError as refusal:
            tell(refusal.message, sys.stderr)
            return 1


def prepared(folder: Path, seed: int, today: Callable[[], date] = date.today) -> SampleGroup:
    """The group, and in its folder the settings of whoever looks at it: their own looks and language, another name."""
    from simulator.services.sample_group import sample_of_the_shelf
    from simulator.storage.settings import DISCLAIMER_VERSION, save_settings

    looks = replace(
        _own_settings(),
        name=translated(say.INSTRUCTOR()),
        person=INSTRUCTOR,
        disclaimer_accepted=DISCLAIMER_VERSION,
        recent=(),
        window="",
    )
    save_settings(folder, looks)
    return sample_of_the_shelf(folder, today(), __version__, translated, seed)


INSTRUCTOR = "00000000-0000-4000-8000-000000000013"
"""The id of whoever looks at the sample."""


def _own_settings() -> Settings:
    from simulator.storage.home import data_folder
    from simulator.storage.settings import Settings, load_settings

    try:
        return load_settings(data_folder(os.environ))
    except StoreError:
        return Settings()

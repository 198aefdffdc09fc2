"""Starts Attune from a checkout or installed: the window, or one of its commands."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from simulator.started_as import SMOKE


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that is named; without one, open the window. Gives the exit code."""
    argv = sys.argv[1:] if argv is None else argv
    try:
        if not argv or argv[0] == SMOKE:
            from simulator.app import main as open_window

            return open_window(argv)
        from simulator.cli.commands import main as run_command

        return run_command(argv)
    except ModuleNotFoundError as missing:
        return _not_set_up(missing)


def _not_set_up(missing: ModuleNotFoundError) -> int:
    from simulator.messages.message import ENGLISH
    from simulator.messages.sentences.starting import NOT_SET_UP

    package = (missing.name or "").partition(".")[0]
    if package in ("", "simulator"):
        raise missing
    sys.stderr.write(f"{ENGLISH.say(NOT_SET_UP(package=package))}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())

"""Starts Attune: the window, or one of its commands."""

from __future__ import annotations

import sys


def main(argv: list[str]) -> int:
    """Run the command that is named; without one, open the window."""
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help", "--version")):
        from simulator.app import main as open_window

        return open_window(argv)
    from simulator.cli import main as run_command

    return run_command(argv)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Attune without a window: commands for scripts, servers and people at a terminal."""

from simulator.cli.commands import main

__all__ = ["main"]

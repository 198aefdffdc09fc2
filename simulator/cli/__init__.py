"""Attune without a window: commands for scripts, servers and people at a terminal."""

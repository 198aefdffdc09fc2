"""A program that is killed while somebody edits takes at most three seconds of typing with it, and leaves every file whole."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = 100
WINDOWS = 3


@pytest.mark.first
@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs forks and signals")
def test_at_most_three_seconds_are_lost_of_what_was_typed(tmp_path: Path) -> None:
    args = [sys.executable, "-m", "tests.ui.killed_while_editing", str(tmp_path), str(KILLS), str(WINDOWS)]
    told = subprocess.run(args, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
    assert told.stdout.startswith("at most ")

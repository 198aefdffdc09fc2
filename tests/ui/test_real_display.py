"""The window on a real X server, not only on Qt's picture of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.on_a_real_display import PICTURE

ROOT = Path(__file__).parents[2]
STORY = Path(__file__).with_name("on_a_real_display.py")
_LONG = 180


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="xvfb-run, which gives a virtual X display, is not there")
def test_three_turns_are_played_on_an_x_display(tmp_path: Path) -> None:
    picture = tmp_path / "screen.png"
    played = subprocess.run(
        [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1280x900x24",
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            STORY,
        ],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", PICTURE: str(picture)},
        capture_output=True,
        text=True,
        timeout=_LONG,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert picture.stat().st_size > 10_000

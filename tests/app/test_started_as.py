"""The program names its commands as they can be typed where it was started."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from simulator.started_as import started_as
from tests.app.programs import ROOT


@pytest.mark.parametrize(
    ("argv", "bundled", "typed"),
    [
        (["main.py", "check"], False, "python main.py"),
        (["/srv/my attune/main.py"], False, "python '/srv/my attune/main.py'"),
        (["/usr/local/bin/attune", "check"], False, "attune"),
        (["C:\\Python\\Scripts\\attune.exe"], False, "attune"),
        (["/lib/simulator/__main__.py"], False, "python -m simulator"),
        (["/opt/Attune/Attune"], True, "Attune"),
        ([], False, "attune"),
    ],
)
def test_it_is_named_as_it_was_started(argv: list[str], bundled: bool, typed: str) -> None:
    assert started_as(argv, "/opt/Attune/Attune" if bundled else "/usr/bin/python3", bundled=bundled) == typed


@pytest.mark.parametrize(
    ("start", "typed"), [(["main.py"], "python main.py"), (["-m", "simulator"], "python -m simulator")]
)
def test_help_and_complaints_say_what_to_type(start: list[str], typed: str, tmp_path: Path) -> None:
    def said(*words: str) -> str:
        done = subprocess.run([sys.executable, *start, *words], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    assert said("--help").startswith(f"usage: {typed} COMMAND ...")
    assert f"“{typed}” opens the window" in said("--help")
    assert "--smoke" in said("--help")
    assert said("--smok").startswith("“--smok” is not a command.")
    assert said("plan", "--help").startswith(f"usage: {typed} plan")


def test_a_program_without_a_terminal_answers_without_a_traceback() -> None:
    without = "import sys\nsys.stdout = sys.stderr = None\nfrom simulator.__main__ import main\nsys.exit(main([{!r}]))"
    codes = [
        subprocess.run(
            [sys.executable, "-c", without.format(word)], cwd=ROOT, capture_output=True, check=False
        ).returncode
        for word in ("--help", "--smok")
    ]
    assert codes == [0, 2]

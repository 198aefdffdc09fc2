"""Whether less motion is wished is what the system's own program says, and nothing where there is none."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.services.system_motion import wishes_less_motion
from tests.refusing_system import RefusingSystem

PYTHON = sys.executable


@pytest.mark.parametrize(
    ("asking", "less"),
    [
        ((PYTHON, "-c", "print('false')"), True),
        ((PYTHON, "-c", "print('true')"), False),
        ((PYTHON, "-c", "raise SystemExit(1)"), False),
        (("no-such-program-here",), False),
    ],
)
def test_what_the_program_says_is_what_is_wished(asking: tuple[str, ...], less: bool) -> None:
    assert wishes_less_motion("linux", {"linux": (asking, "false")}) is less


def test_a_program_that_does_not_answer_is_not_waited_for() -> None:
    sleeping = (PYTHON, "-c", "import time; time.sleep(60)")
    assert not wishes_less_motion("linux", {"linux": (sleeping, "")}, patience_s=0.1)


def test_a_system_that_runs_no_programs_wishes_nothing() -> None:
    assert not wishes_less_motion("linux", system=RefusingSystem(answer_of=errno.EACCES))


def test_a_system_that_nobody_can_ask_wishes_nothing() -> None:
    assert not wishes_less_motion("plan9")


@pytest.mark.skipif(shutil.which("gsettings") is None, reason="this machine has no gsettings")
def test_the_desktop_of_this_machine_is_asked_and_its_answer_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Settings of its own, in a file, so that nothing of the machine is read or changed.
    monkeypatch.setenv("GSETTINGS_BACKEND", "keyfile")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    def choose(animations: str) -> None:
        words = ("gsettings", "set", "org.gnome.desktop.interface", "enable-animations", animations)
        subprocess.run(words, check=True, capture_output=True)

    choose("false")
    assert wishes_less_motion("linux")
    choose("true")
    assert not wishes_less_motion("linux")


def test_windows_says_it_by_a_switch_that_stands_off() -> None:
    standing_on = RefusingSystem()
    standing_on.switched_on = (0x1042,)
    assert not wishes_less_motion("win32", system=standing_on)
    assert wishes_less_motion("win32", system=RefusingSystem())
    assert not wishes_less_motion("win32", system=RefusingSystem(switch=errno.EINVAL))

"""Whether less motion is wished is what the system's own program says, and nothing where there is none."""

from __future__ import annotations

import errno
import sys

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

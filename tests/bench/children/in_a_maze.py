"""Tries everything in a maze of forty moments, as the briefing does; prints peak memory (kB), and the longest wait (s of CPU)."""

from __future__ import annotations

import gc
import resource
import time

import simulator.analysis.solve  # noqa: F401 so that loading it is not among the waits
from simulator.services.examine import Examiner
from simulator.session.script import Script
from tests.analysis.mazes import maze

last = time.process_time()
longest = 0.0


def asked() -> float:
    """The clock of the program; whoever works looks at it each time that it asks whether it should go on."""
    global last, longest
    now = time.process_time()
    longest, last = max(longest, now - last), now
    return time.monotonic()


gc.disable()  # the program collects garbage on the window's thread
script = Script(maze())
last = time.process_time()
solution = Examiner(steady=asked).solve(script)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, longest, solution.states, solution.exact)

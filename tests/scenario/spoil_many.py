"""Spoils shipped scenarios as often as is asked for: ``python -m tests.scenario.spoil_many [CASES] [SEED]``.

Ends with 1 if one of them took more than 2 seconds of CPU, or if memory grew by more than 300 MB.
"""

from __future__ import annotations

import random
import resource
import sys
import time

from tests.scenario.mutations import spoilt, told_well


def main() -> int:
    """Read every spoilt text; print the slowest and the memory used."""
    cases, seed = (*map(int, sys.argv[1:]), 10_000, 7)[:2]
    chance = random.Random(seed)
    slowest = 0.0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(cases):
        name, text = spoilt(chance)
        begun = time.process_time()
        told_well(name, text)
        slowest = max(slowest, time.process_time() - begun)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    print(f"{cases:,} spoilt scenarios: the slowest took {slowest:.2f} s of CPU, memory grew by {grown} MB")
    return int(slowest > 2 or grown > 300)


if __name__ == "__main__":
    sys.exit(main())

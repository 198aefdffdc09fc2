"""Which lines of a file can be folded away below which: everything that is indented further."""

from __future__ import annotations


def folds(lines: list[str]) -> dict[int, int]:
    """By the number of a line, from 0, the last line that hangs on it; blank lines and remarks behind it stay outside."""
    found: dict[int, int] = {}
    open_: list[tuple[int, int]] = []
    last = -1
    for number, line in enumerate(lines):
        bare = line.lstrip(" ")
        if not bare or bare.startswith("#"):
            continue
        indent = len(line) - len(bare)
        while open_ and open_[-1][1] >= indent:
            start = open_.pop()[0]
            if last > start:
                found[start] = last
        open_.append((number, indent))
        last = number
    for start, _ in open_:
        if last > start:
            found[start] = last
    return found

"""Files that mean harm, or that a program wrote in its sleep: what reading must survive, and how fast the bench asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from tests.scenario.texts import SMALL

HEAD: Final = "format: scenario/1\nid: x\nmoments:\n"

HOSTILE: Final[Mapping[str, Callable[[], bytes]]] = {
    "random bytes": lambda: bytes(range(256)) * 4000,
    "50 MB": lambda: b"a: b\n" * 10_000_000,
    "50,000 brackets": lambda: b"[" * 50_000,
    "50,000 braces and brackets": lambda: b"[{" * 25_000,
    "alias bomb": lambda: b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a, *a]\n" % (i, i) for i in range(5000)),
    "merge bomb": lambda: b"a: &a {b: c}\n" + b"d: {<<: [*a, *a]}\n" * 20_000,
    "UTF-16": lambda: SMALL.encode("utf-16"),
    "UTF-16 without a mark": lambda: SMALL.encode("utf-16-le"),
    "NUL": lambda: b"\0" * 4_000_000,
    "Latin-1": lambda: ("title: " + "é" * 2_000_000).encode("latin-1"),
    "one line of 5 MB": lambda: b"title: " + b"x" * 4_900_000,
    "one key of 5 MB": lambda: b"x" * 4_900_000 + b": y",
    "an open quote before 5 MB": lambda: b'title: "' + b"x\n" * 2_400_000,
    "bad lines after 5 MB": lambda: b"title: '" + b"x " * 2_400_000 + b"'\n" + b"bad\n" * 50,
    "line breaks only": lambda: b"\n" * 4_900_000,
    "tabs": lambda: b"\t\n" * 2_400_000,
    "lines with tabs": lambda: b"\ta: b\n" * 800_000,
    "400,000 keys": lambda: b"".join(b"k%d: v\n" % i for i in range(400_000)),
    "the same key again and again": lambda: b"a: b\n" * 900_000,
    "dashes": lambda: b"- " * 2_400_000,
    "question marks": lambda: b"? " * 2_400_000,
    "staircase": lambda: b"".join(b" " * i + b"a:\n" for i in range(3000)),
    "unknown keys": lambda: HEAD.encode() + b"".join(b"  m%d:\n    reactoin%d: x\n" % (i, i) for i in range(6000)),
    "unknown names": lambda: (
        HEAD.encode()
        + b"".join(b"  moment-%d:\n    copy: momnet-%d\n    when: seen momnt-%d\n" % (i, i, i) for i in range(4000))
    ),
    "copies of copies": lambda: HEAD.encode() + b"".join(b"  m%d:\n    copy: m%d\n" % (i, i + 1) for i in range(6000)),
    "copies in a circle": lambda: (
        HEAD.encode() + b"".join(b"  m%d:\n    copy: m%d\n" % (i, (i + 1) % 6000) for i in range(6000))
    ),
    "long conditions": lambda: (
        HEAD.encode() + b"".join(b"  m%d:\n    when: f%d %s\n" % (i, i, b"or a " * 55) for i in range(9000))
    ),
    "wrong types everywhere": lambda: b"".join(
        f"{key}: {wrong}\n".encode()
        for key, wrong in zip(
            (
                "format",
                "id",
                "title",
                "objectives",
                "difficulty",
                "content-notes",
                "patient",
                "opening",
                "flags",
                "moments",
            ),
            ("[a]", "{a: b}", "[[]]", "x", "[1]", "{}", "[x]", "{a: b}", "x", "[a, b]"),
            strict=True,
        )
    ),
}

"""What every released edition left behind: a store with played sessions, and what the program of that day told of them.

``python -m tests.editions.frozen EDITION FOLDER`` lays such a store out as a data folder, to be opened by hand.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.scenario.document import Scenario
from simulator.scenario.files import PinnedFiles
from simulator.scenario.quotation_marks import set_in_type
from simulator.scenario.read import read_scenario
from simulator.storage.pinned_texts import PackedText, unpack
from tests.editions.telling import TOLD

HERE = Path(__file__).parent
FROZEN = 1
"""The edition whose scenarios the battery is played on; it never changes."""

BROUGHT_OVER = "brought-over.sql"
"""Sessions of the first edition in a store that was brought over while its rules still stood (by the program of 097ef34)."""

SECOND_LOG, SECOND_TOLD = "log-2.json", "told-2.json"
"""Sessions of an edition as logs of the second format, and what the program of that day told of them."""


def left_behind() -> tuple[int, ...]:
    """The editions whose sessions were frozen."""
    return tuple(sorted(int(path.parent.name) for path in HERE.glob(f"*/{SECOND_LOG}")))


def lay_out(edition: int, folder: Path, name: str = "store.sql") -> Path:
    """The store that an edition left behind, as a file in a folder."""
    path = folder / "sessions.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / str(edition) / name).read_text("utf-8"))
    return path


def told(edition: int) -> list[dict[str, Any]]:
    """What the program of that edition told of its sessions, in the order in which they were played."""
    found: list[dict[str, Any]] = _as_read(json.loads((HERE / str(edition) / "told.json").read_text("utf-8")))
    return found


def _as_read(told: Any) -> Any:
    """What was told with its quotation marks set: texts of that day are read so today, and say the same."""
    match told:
        case str():
            return set_in_type(told)
        case dict():
            return {key: _as_read(value) for key, value in told.items()}
        case list():
            return [_as_read(value) for value in told]
        case _:
            return told


@dataclass(frozen=True, slots=True)
class FrozenCourse:
    """A session of the second log format: the bodies of its events, its last link, and what was told of it."""

    scenario: str
    head: str
    bodies: tuple[bytes, ...]
    told: dict[str, Any]


@cache
def courses(edition: int) -> tuple[FrozenCourse, ...]:
    """The sessions of an edition in the second log format."""
    logs, tellings = (json.loads((HERE / str(edition) / name).read_text("utf-8")) for name in (SECOND_LOG, SECOND_TOLD))
    return tuple(
        FrozenCourse(
            log["scenario"],
            log["head"],
            tuple(body.encode() for body in log["bodies"]),
            {key: _as_read(then[key]) for key in TOLD},
        )
        for log, then in zip(logs, tellings, strict=True)
    )


@dataclass(frozen=True, slots=True)
class FrozenLog:
    """A session as the first edition stored it: title and verdict in lists, the bodies and links of its events.

    A program that was killed behind the last step had noted no verdict.
    """

    title: str
    verdict: str
    bodies: tuple[bytes, ...]
    links: tuple[bytes, ...]


@cache
def first_logs() -> tuple[FrozenLog, ...]:
    """The sessions of the first edition, in the order in which they were played."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((HERE / "1" / "store.sql").read_text("utf-8"))
        sessions = connection.execute("SELECT id, title, verdict FROM sessions ORDER BY id").fetchall()
        steps = connection.execute("SELECT step, body, link FROM events ORDER BY step").fetchall()
    return tuple(
        FrozenLog(
            title,
            verdict,
            tuple(body for step, body, _ in steps if step // 4096 == number),
            tuple(link for step, _, link in steps if step // 4096 == number),
        )
        for number, title, verdict in sessions
    )


@cache
def scenarios(edition: int) -> Mapping[str, Scenario]:
    """The scenarios that the sessions of an edition are pinned to, read by today's reader."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((HERE / str(edition) / "store.sql").read_text("utf-8"))
        found = {}
        for number, path in connection.execute("SELECT id, path FROM editions").fetchall():
            rows = connection.execute(
                "SELECT p.path, t.hash, t.packed, t.body FROM edition_texts AS p JOIN texts AS t ON t.hash = p.text "
                "WHERE p.edition = ?",
                (number,),
            )
            texts = {name: unpack(PackedText(hash_, bool(packed), body)) for name, hash_, packed, body in rows}
            scenario = read_scenario(PinnedFiles({name: text or "" for name, text in texts.items()}), path).scenario
            assert scenario is not None
            found[scenario.id] = scenario
    return found


@cache
def every_scenario() -> Mapping[str, Scenario]:
    """All scenarios that frozen sessions are pinned to: those of the first store, and the texts that later editions added."""
    found, files = dict(scenarios(FROZEN)), dict[str, str]()
    for texts in sorted(HERE.glob("*/texts")):
        new = {path.relative_to(texts).as_posix(): path.read_text("utf-8") for path in texts.rglob("*.yaml")}
        files |= new  # a later edition may use the patients of an earlier one
        for name in (name for name in new if "/" not in name):
            scenario = read_scenario(PinnedFiles(files), name).scenario
            assert scenario is not None
            found[scenario.id] = scenario
    return found


if __name__ == "__main__":
    lay_out(int(sys.argv[1]), Path(sys.argv[2]))

"""What every released edition left behind: a store with played sessions, and what the program of that day told of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from simulator.scenario.document import Scenario
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_scenario
from simulator.storage.pinned_texts import PackedText, unpack

HERE = Path(__file__).parent


def lay_out(edition: int, folder: Path) -> Path:
    """The store that an edition left behind, as a file in a folder."""
    path = folder / "sessions.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((HERE / str(edition) / "store.sql").read_text("utf-8"))
    return path


def told(edition: int) -> list[dict[str, Any]]:
    """What the program of that edition told of its sessions, in the order in which they were played."""
    found: list[dict[str, Any]] = json.loads((HERE / str(edition) / "told.json").read_text("utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class FrozenLog:
    """A session as an edition stored it: the bodies and links of its events, and the title in lists."""

    title: str
    bodies: tuple[bytes, ...]
    links: tuple[bytes, ...]


@cache
def first_logs() -> tuple[FrozenLog, ...]:
    """The sessions of the first edition, in the order in which they were played."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((HERE / "1" / "store.sql").read_text("utf-8"))
        sessions = connection.execute("SELECT id, title FROM sessions ORDER BY id").fetchall()
        steps = connection.execute("SELECT step, body, link FROM events ORDER BY step").fetchall()
    return tuple(
        FrozenLog(
            title,
            tuple(body for step, body, _ in steps if step // 4096 == number),
            tuple(link for step, _, link in steps if step // 4096 == number),
        )
        for number, title in sessions
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

"""Gives remarks on items their digests: in older stores they name a moment, a response and the texts in which it stood."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import apsw

from simulator.scenario.hashes import item_digests, story_digest
from simulator.session.remarks import AboutItem
from simulator.storage.ledger import read_ledger, write_ledger
from simulator.storage.pinned_texts import pinned_scenario
from simulator.storage.remark_rows import name_anew, remarks_on_items


def name_by_digest(connection: apsw.Connection) -> None:
    """Name the items of all remarks by digest; where the texts are gone or cannot be read, the remark is kept as it is."""
    ledger = read_ledger(connection)
    known: dict[str, dict[str, AboutItem]] = {}
    for remark, sealed in remarks_on_items(connection):
        if not isinstance(remark.about, AboutItem):
            continue
        texts = remark.about.story
        if texts not in known:
            known[texts] = _named(connection, texts)
        about = known[texts].get(remark.about.item)
        if about is not None:
            named = name_anew(connection, replace(remark, about=about))
            ledger = ledger and ledger.changed("remarks", sealed, named)
    if ledger is not None:
        write_ledger(connection, ledger)


def _named(connection: apsw.Connection, texts: str) -> dict[str, AboutItem]:
    """What the items of the scenario in some texts are called today, by ``MOMENT/RESPONSE``."""
    found: list[Any] = connection.execute("SELECT id FROM pinned WHERE digest = ?", (texts,)).fetchall()
    for (number,) in found:
        scenario = pinned_scenario(connection, number)
        if scenario is not None:
            story, digests = story_digest(scenario), item_digests(scenario)
            return {f"{moment}/{response}": AboutItem(item, story) for (moment, response), item in digests.items()}
    return {}

"""After a change of the rules every stored session is still told as it was: nothing takes another course without a word."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from simulator.messages.sentences.practice import (
    ANSWERS_NOT_RECORDED,
    PLAYED_BY_EARLIER_RULES,
    RULES_ANSWER_OTHERWISE,
)
from simulator.services.stored_sessions import scenario_of
from simulator.session.edition import EDITION, RULES
from simulator.session.engine import interrupted, outcome_of
from simulator.session.ids import SessionId
from simulator.session.record import recorded
from simulator.session.store import INTERRUPTED, SessionStore
from simulator.storage.sqlite import SqliteSessionStore
from tests.editions.changed_program import GATE, RULES_OF_THE_PATIENT, ChangedProgram
from tests.editions.freeze import played
from tests.editions.frozen import every_scenario, first_logs, lay_out, told
from tests.editions.opening import headers, keep, shown
from tests.editions.telling import told_of

Shown = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Before:
    """A store that this program wrote, and what it shows of each of its sessions."""

    file: Path
    shown: Shown
    closed: Shown
    """What is to be told of the open ones once they are closed."""


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Before:
    folder = tmp_path_factory.mktemp("before")
    file = folder / "sessions.sqlite3"
    with closing(SqliteSessionStore(file)) as store:
        for name, events in played():
            keep(store, every_scenario()[name], events)
        found: Shown = {str(id_): now for id_, now in shown(store).items()}
        open_yet = [header.id for header in headers(store) if not header.ended]
        closed = {str(id_): _once_closed(store, id_) for id_ in open_yet}
    return Before(file, found, closed)


def _once_closed(store: SessionStore, id_: SessionId) -> dict[str, Any]:
    stored = store.load(id_)
    last = next(outcome for event in reversed(stored.events) if (outcome := outcome_of(event)) is not None)
    return told_of(recorded(scenario_of(stored), [*stored.events, interrupted(last)]))


@dataclass(frozen=True)
class Changed:
    """A program whose rules were changed."""

    program: ChangedProgram
    rules: str

    def opens(self, file: Path, folder: Path) -> Shown:
        """What it shows of the sessions of a store, which it may change: a copy in a folder."""
        copy = shutil.copy(file, folder / "sessions.sqlite3")
        found: Shown = json.loads(self.program.run("-m", "tests.editions.opening", str(copy)))
        return found


def other_rules(folder: Path) -> ChangedProgram:
    """A gate that opens later, and another reason where it opens."""
    program = ChangedProgram(folder)
    program.change(GATE, "= 45, 5, 4", "= 50, 5, 4")
    program.change(
        RULES_OF_THE_PATIENT,
        "return Why.GATE_OPEN_OWNED if state.owned >= OWNED_OPENS_GATE else Why.GATE_OPEN_TRUST",
        "return Why.GATE_OPEN_TRUST",
    )
    return program


@pytest.fixture(scope="module")
def unraised(tmp_path_factory: pytest.TempPathFactory) -> Changed:
    program = other_rules(tmp_path_factory.mktemp("unraised"))
    name, rules, *_ = program.run("-m", "tests.editions.battery", "rules").split()
    assert name == "RULES"
    return Changed(program, rules)


@pytest.fixture(scope="module")
def raised(unraised: Changed, tmp_path_factory: pytest.TempPathFactory) -> Changed:
    program = other_rules(tmp_path_factory.mktemp("raised"))
    program.raise_edition(EDITION + 1, unraised.rules)
    return Changed(program, unraised.rules)


def test_this_program_can_stand_behind_every_session_of_its_own(before: Before) -> None:
    assert {told["trust"] for told in before.shown.values()} == {"verified"}
    assert len(before.shown) == 6 * len(every_scenario())
    assert len(before.closed) >= 3
    assert all(before.shown[id_]["goes on"] for id_ in before.closed)


def test_with_the_edition_raised_every_session_is_told_as_it_was(
    before: Before, raised: Changed, tmp_path: Path
) -> None:
    after = raised.opens(before.file, tmp_path)
    assert after.keys() == before.shown.keys()
    for id_, now in after.items():
        assert now["told"] == before.closed.get(id_, before.shown[id_]["told"])
        assert now["told"]["course"] == before.shown[id_]["told"]["course"]
        assert len(now["told"]["scores"]) == 10
        assert now["trust"] == "recorded"


def test_of_other_rules_no_price_is_claimed_and_one_sentence_says_so(
    before: Before, raised: Changed, tmp_path: Path
) -> None:
    for now in raised.opens(before.file, tmp_path).values():
        assert (now["share"], now["prices"], now["missed"]) == (None, {}, 0)
        assert now["scores kept"] == now["told"]["scores"]
        assert now["note"] == str(PLAYED_BY_EARLIER_RULES())
    assert sum(told["missed"] for told in before.shown.values()) > 20


def test_what_was_unfinished_is_closed_as_interrupted_and_gone_on_from_in_a_fork(
    before: Before, raised: Changed, tmp_path: Path
) -> None:
    after = raised.opens(before.file, tmp_path)
    assert {id_ for id_, now in after.items() if "fork" in now} == set(before.closed)
    longer = 0
    for id_ in before.closed:
        now = after[id_]
        fork = now["fork"]
        assert (now["verdict"], now["goes on"]) == (INTERRUPTED, False)
        assert fork["begins"] == before.shown[id_]["told"]["course"]
        assert (fork["trust"], fork["edition"]) == ("verified", EDITION + 1)
        assert fork["course"][: len(fork["begins"])] == fork["begins"]
        assert len(fork["course"]) > len(fork["begins"])
        longer += fork["goes on"]
    assert longer > 0
    again = raised.opens(tmp_path / "sessions.sqlite3", _folder(tmp_path / "again"))
    assert len(again) == len(after) + len(before.closed), "the forks are sessions like any other"
    assert all(again[id_]["told"] == now["told"] for id_, now in after.items())


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_with_the_edition_not_raised_the_check_fails_and_no_session_is_told_otherwise(
    before: Before, unraised: Changed, tmp_path: Path
) -> None:
    assert unraised.rules != RULES
    after = unraised.opens(before.file, tmp_path)
    differs = [id_ for id_, now in after.items() if now["trust"] == "differs"]
    for id_, now in after.items():
        closed = id_ in differs and id_ in before.closed
        assert now["told"] == (before.closed[id_] if closed else before.shown[id_]["told"])
        assert now["trust"] in {"differs", "verified"}
        assert now["note"] == (str(RULES_ANSWER_OTHERWISE()) if id_ in differs else None)
    assert len(differs) > 5
    assert len(differs) < len(after), "some sessions never came to the gate"


def test_a_store_of_the_first_edition_brought_over_too_late_tells_only_what_was_chosen(
    raised: Changed, tmp_path: Path
) -> None:
    file = lay_out(1, tmp_path)
    found = list(raised.opens(file, _folder(tmp_path / "other")).values())
    frozen = sorted(zip(told(1), first_logs(), strict=True), key=lambda one: int(one[0]["at_ms"]))
    for now, (was, log) in zip(found, frozen, strict=True):
        assert (now["trust"], now["told"], now["goes on"]) == ("not-recorded", None, False)
        assert now["choices"] == [turn["said"] or "" for turn in was["course"]]
        assert now["note"] == str(ANSWERS_NOT_RECORDED())
        assert now["verdict"] == (log.verdict or INTERRUPTED)
        assert (now["share"], now["prices"], now["scores kept"]) == (None, {}, {})

"""Rules and prices are pinned by what they do: a change that anybody could notice raises an edition, and no other change does."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.analysis.fingerprint import PRICES, prices_fingerprint
from simulator.session import EDITION, FIRST_EDITION, RULES
from tests.editions.battery import prices_hash, rules_hash
from tests.editions.changed_program import RULES_OF_THE_PATIENT, ChangedProgram
from tests.editions.frozen import HERE


def test_the_rules_answer_what_this_edition_answers() -> None:
    found = rules_hash()
    assert found == RULES, f"The patient answers otherwise than before: raise the edition, and set RULES to {found!r}."


def test_a_sentence_costs_what_it_costs_by_this_pricing() -> None:
    found = prices_hash()
    assert found == PRICES, f"Sentences are worth other prices than before: raise PRICING, and set PRICES to {found!r}."


def test_every_edition_has_left_something_behind() -> None:
    assert FIRST_EDITION == 1 <= EDITION
    for edition in range(FIRST_EDITION, EDITION + 1):
        assert (HERE / str(edition) / "log-2.json").exists(), "python -m tests.editions.freeze"
        assert (HERE / str(edition) / "told-2.json").exists(), "python -m tests.editions.freeze"


def values_of(program: ChangedProgram, *words: str) -> dict[str, str]:
    """What the battery of a program prints, by the names of the values."""
    return dict(line.split() for line in program.run("-m", "tests.editions.battery", *words).splitlines())


TODAY = {"RULES": RULES, "PRICES": PRICES, "FINGERPRINT": prices_fingerprint()}


def test_sources_written_or_named_otherwise_change_neither_edition_nor_prices(tmp_path: Path) -> None:
    program = ChangedProgram(tmp_path)
    program.rename_module("session", "offer_order", "order_shown")
    program.rename_module("patient", "effects", "gauge_changes")
    program.rename_module("analysis", "merging", "joining")
    assert program.rename(r"\b_GATE_BASE\b", "_LET_IN_FROM") == 2
    assert program.rename(r"\b_as_heard\b", "_what_is_heard") >= 2
    assert program.reformat("patient", "session", "analysis") > 40
    assert values_of(program) == TODAY


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (RULES_OF_THE_PATIENT, "= 45, 5, 4", "= 50, 5, 4"),
        (
            "simulator/patient/effects.py",
            "_NEW_RUPTURE: Final = Change(bond=-1)",
            "_NEW_RUPTURE: Final = Change(bond=-2)",
        ),
        ("simulator/session/offer_order.py", "{seed}/{turn}/{id_}", "{seed}-{turn}-{id_}"),
        (RULES_OF_THE_PATIENT, "why.append(Why.SECONDARY)", "pass"),
        ("simulator/session/script.py", "lines[(turn - 1) % len(lines)]", "lines[turn % len(lines)]"),
    ],
    ids=["a gate", "a gauge", "the order of offers", "a reason", "a wording"],
)
def test_another_answer_of_the_patient_is_noticed(tmp_path: Path, file: str, old: str, new: str) -> None:
    program = ChangedProgram(tmp_path)
    program.change(file, old, new)
    assert values_of(program, "rules")["RULES"] != RULES


def test_other_prices_alone_are_noticed_and_no_matter_of_the_rules(tmp_path: Path) -> None:
    program = ChangedProgram(tmp_path)
    program.change("simulator/analysis/regret.py", "NOISE: Final = 3", "NOISE: Final = 4")
    told = values_of(program)
    assert told["RULES"] == RULES
    assert told["PRICES"] != PRICES

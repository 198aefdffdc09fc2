"""Rules and prices are pinned by what they do: a change that anybody could notice raises an edition, and no other change does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from simulator.analysis.fingerprint import PRICES, prices_fingerprint
from simulator.session.edition import EDITION, FIRST_EDITION, RULES
from tests.editions.battery import SAMPLE, SHORT, prices_hash, rules_hash
from tests.editions.changed_program import GATE, RULES_OF_THE_PATIENT, ChangedProgram
from tests.editions.frozen import HERE

GAUGES = "simulator/patient/effects.py"
ORDER = "simulator/session/offer_order.py"
WORDS = "simulator/session/wording_choice.py"
RUPTURE = "_NEW_RUPTURE: Final = Change(bond={})"
SLOW = pytest.mark.slow


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


@cache
def today() -> dict[str, str]:
    """What the battery prints of the program as it is, of a part of the answers and of the prices."""
    return {
        "SAMPLE": rules_hash(SAMPLE),
        "SAMPLE_PRICES": prices_hash(SHORT),
        "FINGERPRINT": prices_fingerprint(),
    }


@SLOW
def test_sources_written_or_named_otherwise_change_neither_edition_nor_prices(tmp_path: Path) -> None:
    program = ChangedProgram(tmp_path)
    program.rename_module("session", "offer_order", "order_shown")
    program.rename_module("patient", "effects", "gauge_changes")
    program.rename_module("analysis", "gauge_merging", "gauges_joined")
    assert program.rename(r"\bOWNED_OPENS_GATE\b", "OWNED_LETS_IN") > 5
    assert program.rename(r"\b_as_heard\b", "_what_is_heard") >= 2
    assert program.reformat("patient", "session", "analysis") > 40
    assert values_of(program, "sample", "prices") == today()


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param(GATE, "= 45, 5, 4", "= 50, 5, 4", id="a gate"),
        pytest.param(ORDER, "{seed}/{turn}/{id_}", "{seed}-{turn}-{id_}", id="the order of offers", marks=SLOW),
        pytest.param(
            WORDS, "str(self.seed), str(self.turn)", "str(self.turn), str(self.seed)", id="a wording", marks=SLOW
        ),
        pytest.param(GAUGES, RUPTURE.format(-1), RUPTURE.format(-2), id="a gauge", marks=SLOW),
        pytest.param(
            RULES_OF_THE_PATIENT,
            "Why.SECONDARY if act.facilitative else",
            "Why.STRAINED_AGAIN if act.facilitative else",
            id="a reason",
            marks=SLOW,
        ),
    ],
)
def test_another_answer_of_the_patient_is_noticed(tmp_path: Path, file: str, old: str, new: str) -> None:
    program = ChangedProgram(tmp_path)
    program.change(file, old, new)
    assert values_of(program, "sample")["SAMPLE"] != rules_hash(SAMPLE)


@SLOW
def test_other_prices_alone_are_noticed_and_no_matter_of_the_rules(tmp_path: Path) -> None:
    program = ChangedProgram(tmp_path)
    program.change("simulator/analysis/judgements.py", "(300, Judgement.LITTLE)", "(400, Judgement.LITTLE)")
    told = values_of(program, "sample", "prices")
    assert told["SAMPLE"] == today()["SAMPLE"]
    assert told["SAMPLE_PRICES"] != today()["SAMPLE_PRICES"]

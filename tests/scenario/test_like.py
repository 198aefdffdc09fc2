"""A patient who begins from another has all of that one's, but for what the file says itself."""

from __future__ import annotations

from dataclasses import fields
from typing import Final

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.patient.gauges import Alliance
from simulator.scenario.document import Goodbye, Patient, Scenario
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_patient, read_scenario
from tests.editions.frozen import FROZEN, scenarios
from tests.scenario.texts import SHIPPED_TEXTS, SMALL

R = ReactionState
INES: Final = "patients/ines-carvalho.yaml"
SISTER: Final = "patients/sister.yaml"
HEAD: Final = "format: patient/2\nid: sister\nlike: patients/ines-carvalho.yaml\n"


def texts_with(sister: str = "", **texts: str) -> dict[str, str]:
    """The shipped files, with a sister of Ines who says only this."""
    return {**SHIPPED_TEXTS, SISTER: HEAD + sister, **texts}


def files(sister: str = "", **texts: str) -> PinnedFiles:
    return PinnedFiles(texts_with(sister, **texts))


def read(sister: str = "", **texts: str) -> Patient:
    reading = read_patient(files(sister, **texts), SISTER)
    assert [str(one) for one in reading.diagnostics] == []
    assert reading.patient is not None
    return reading.patient


def ines() -> Patient:
    found = read_patient(PinnedFiles(SHIPPED_TEXTS), INES).patient
    assert found is not None
    return found


def codes(sister: str, **texts: str) -> list[tuple[str, str]]:
    found = read_patient(files(sister, **texts), SISTER).diagnostics
    return [(one.span.file, one.code) for one in found]


def test_a_file_that_says_nothing_of_its_own_is_the_other_person_under_another_id() -> None:
    made = read()
    same = [f.name for f in fields(Patient) if f.name != "id"]
    assert [getattr(made, name) for name in same] == [getattr(ines(), name) for name in same]
    assert made.id == "sister"


def test_what_the_file_says_goes_before_what_the_other_person_has() -> None:
    made = read("name: Rosa Carvalho\nage: 31\nalliance: {bond: 20, task: 30, goal: 40}\nfit: poor\n")
    assert (made.name, made.age, made.alliance, made.fit.value) == ("Rosa Carvalho", 31, Alliance(4, 6, 8), "poor")
    assert (made.portrait, made.history) == (ines().portrait, ines().history)


MINIMAL: Final = """\
lines:
  minimal:
    wordings:
      hm:
        patient: Hm.
        thinks: Go on without me.
        marker: wd_minimal
"""


def test_that_a_line_is_no_question_is_taken_over_with_it() -> None:
    asks = f"{MINIMAL}        levels: [1]\n    asks: false\n"
    other = {"patients/other.yaml": HEAD.replace("sister", "other") + asks}
    reading = read_patient(files("", **other), "patients/other.yaml")
    assert reading.patient is not None
    assert reading.patient.lines[R.MINIMAL].asks is False
    made = read_patient(
        PinnedFiles({**texts_with(**other), SISTER: "format: patient/2\nid: sister\nlike: patients/other.yaml\n"}),
        SISTER,
    ).patient
    assert made is not None
    assert (made.lines[R.MINIMAL].asks, made.lines[R.AVOIDING].asks) == (False, None)


def test_a_state_with_words_of_its_own_keeps_the_other_persons_responses_and_what_is_seen_without_words() -> None:
    made, other = read(MINIMAL), ines()
    assert [w.id for w in made.lines[R.MINIMAL].wordings] == ["hm", "cuff", "small-nod"]
    assert made.lines[R.MINIMAL].wordings[1:] == tuple(w for w in other.lines[R.MINIMAL].wordings if w.wordless)
    assert made.lines[R.MINIMAL].responses == other.lines[R.MINIMAL].responses
    assert {s: made.lines[s] for s in R if s is not R.MINIMAL} == {s: other.lines[s] for s in R if s is not R.MINIMAL}


SEEN: Final = """\
      shrugs:
        wordless: true
        shows: [a shrug]
        marker: wd_minimal
"""


def test_what_is_seen_without_words_gives_way_to_ones_own_and_takes_no_id_of_another_line() -> None:
    assert [w.id for w in read(MINIMAL + SEEN).lines[R.MINIMAL].wordings] == ["hm", "shrugs"]
    named = MINIMAL.replace("hm:", "cuff:") + MINIMAL[MINIMAL.index("      hm:") :].replace("hm:", "cuff-2:")
    made = read(named).lines[R.MINIMAL].wordings
    assert [w.id for w in made] == ["cuff", "cuff-2", "cuff-3", "small-nod"]
    assert [w.wordless for w in made] == [False, False, True, True]
    family = MINIMAL.replace("minimal:", "withdrawal:", 1)
    assert all(any(w.wordless for w in read(family).lines[s].wordings) for s in (R.AVOIDING, R.SHUT_DOWN))


def test_a_state_with_responses_of_its_own_keeps_the_other_persons_words() -> None:
    responses = "".join(
        f"      {name}:\n        say: ({name})\n        move: notice_shift\n        debrief: Names it.\n"
        for name in "abc"
    )
    made = read(f"lines:\n  minimal:\n    responses:\n{responses}")
    assert [r.id for r in made.lines[R.MINIMAL].responses] == ["a", "b", "c"]
    assert made.lines[R.MINIMAL].wordings == ines().lines[R.MINIMAL].wordings


def test_words_for_a_family_hold_for_all_its_states_that_have_none_of_their_own() -> None:
    made = read(MINIMAL + MINIMAL.removeprefix("lines:\n").replace("minimal:", "withdrawal:", 1).replace("hm:", "so:"))
    assert {s: made.lines[s].first.id for s in (R.MINIMAL, R.AVOIDING, R.SHUT_DOWN)} == {
        R.MINIMAL: "hm",
        R.AVOIDING: "so",
        R.SHUT_DOWN: "so",
    }


def test_what_else_is_said_of_a_state_is_taken_over_too() -> None:
    then = "    afterwards: She comes back in spring.\n    returns: told\n"
    other = SHIPPED_TEXTS[INES].replace("\n  repaired:\n", f"\n  repaired:\n{then}", 1)
    assert other != SHIPPED_TEXTS[INES]
    for own in ("", MINIMAL, "lines:\n  repaired:\n    hooks: [thank you]\n"):
        line = read(own, **{INES: other}).lines[R.REPAIRED]
        assert (line.afterwards, line.returns.value) == ("She comes back in spring.", "told")
    changed = "lines:\n  repaired:\n    afterwards: She writes.\n    returns: anew\n"
    line = read(changed, **{INES: other}).lines[R.REPAIRED]
    assert (line.afterwards, line.returns.value) == ("She writes.", "anew")


def test_one_goodbye_and_one_cell_can_be_changed() -> None:
    made = read(
        "goodbyes:\n  partly: Bye.\nreactions:\n  change:\n    notice_shift:\n"
        "      minimal: {to: shut-down / stay, because: She is used to being watched.}\n"
    )
    assert made.goodbyes[Goodbye.PARTLY][0].patient == "Bye."
    assert made.goodbyes[Goodbye.LEFT] == ines().goodbyes[Goodbye.LEFT]
    cells, before = made.grid.cells, ines().grid.cells
    assert [str(key) for key in cells if cells[key] != before[key]] == [str(key) for key in cells if key == CELL]


CELL = next(key for key in ines().grid.cells if [str(part) for part in key] == ["notice_shift", "minimal"])


def test_the_other_person_may_begin_from_a_third_and_be_told_in_the_first_form() -> None:
    first = scenarios(FROZEN)["concert-silence"].sources[INES]
    assert first.startswith("format: patient/1") or "\nformat: patient/1" in first
    cousin = "format: patient/2\nid: cousin\nlike: patients/sister.yaml\nname: Ana Carvalho\n"
    reading = read_patient(
        PinnedFiles({**SHIPPED_TEXTS, INES: first, SISTER: f"{HEAD}age: 19\n", "patients/cousin.yaml": cousin}),
        "patients/cousin.yaml",
    )
    assert reading.patient is not None
    assert (reading.patient.name, reading.patient.age, reading.patient.work) == ("Ana Carvalho", 19, ines().work)


def played_with(sister: str) -> Scenario:
    text = SMALL.replace(INES, SISTER)
    found = read_scenario(PinnedFiles(texts_with(sister, **{"small.yaml": text})), "small.yaml")
    assert [str(one) for one in found.diagnostics] == []
    assert found.scenario is not None
    return found.scenario


def test_a_session_pins_every_text_that_the_person_was_made_of() -> None:
    made = played_with("age: 31\n")
    assert set(made.sources) == {"small.yaml", SISTER, INES, "reactions/alliance_base.yaml"}
    again = read_scenario(PinnedFiles(made.sources), "small.yaml").scenario
    assert again == made
    assert made.digest != played_with("age: 32\n").digest


@pytest.mark.parametrize(
    ("sister", "found"),
    [
        (HEAD.replace(INES, "patients/nobody.yaml"), [(SISTER, "401")]),
        (HEAD.replace(INES, SISTER), [(SISTER, "404")]),
        (HEAD.replace(INES, "small.yaml"), [(SISTER, "405")]),
        (HEAD.replace("id: sister\n", ""), [(SISTER, "202")]),
        (f"{HEAD}work: [a list]\n", [(SISTER, "205")]),
        (HEAD.replace("patient/2", "patient/1"), None),
    ],
    ids=["missing", "itself", "a scenario", "without an id", "a fault of its own", "in the first form"],
)
def test_what_is_wrong_is_said_at_its_place(sister: str, found: list[tuple[str, str]] | None) -> None:
    texts = {**SHIPPED_TEXTS, "small.yaml": SMALL, SISTER: sister}
    reading = read_patient(PinnedFiles(texts), SISTER)
    assert reading.patient is None
    told = [(one.span.file, one.code) for one in reading.diagnostics]
    if found is None:
        assert (SISTER, "201") in told, "the first form knows no “like:”"
    else:
        assert told == found


def test_two_who_begin_from_each_other_are_told_once() -> None:
    assert codes("", **{INES: f"{HEAD}".replace("id: sister", "id: ines-carvalho").replace(INES, SISTER)}) == [
        (INES, "404")
    ]


def test_a_fault_of_the_other_person_stands_in_their_file() -> None:
    other = SHIPPED_TEXTS[INES].replace("style: withdrawal", "style: withdrawl")
    assert codes("", **{INES: other}) == [(INES, "305")]

"""Old patient files in today's form tell of the same person, with every comment and every blank line in its place."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest

from simulator.alliance.reactions import ReactionState
from simulator.messages.sentences.converting import HAS_FAULTS, LINES_HAVE_RESPONSES, WOULD_LOSE
from simulator.scenario.converting import CannotConvert, converted
from simulator.scenario.document import Patient
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import read_patient
from tests.bad_files import FOLDER
from tests.editions.frozen import FROZEN, scenarios
from tests.scenario.texts import SHIPPED_TEXTS

R = ReactionState
OLD = dict(chain.from_iterable(scenario.sources.items() for scenario in scenarios(FROZEN).values()))
"""Every file that the first edition of the program shipped."""

PATIENTS = sorted(path for path in OLD if path.startswith("patients/"))
INES = "patients/ines-carvalho.yaml"


def files(**texts: str) -> PinnedFiles:
    return PinnedFiles({**SHIPPED_TEXTS, **OLD, **texts})


def person(text: str, path: str = INES) -> Patient:
    reading = read_patient(files(**{path: text}), path)
    assert [str(one) for one in reading.diagnostics] == []
    assert reading.patient is not None
    return reading.patient


def today(text: str, path: str = INES) -> str:
    return converted(files(**{path: text}), path).decode()


@pytest.mark.parametrize("path", PATIENTS)
def test_every_patient_that_was_shipped_is_the_same_person(path: str) -> None:
    assert OLD[path].count("format: patient/1\n") == 1
    new = today(OLD[path], path)
    assert new.count("format: patient/2\n") == 1
    assert person(new, path) == person(OLD[path], path)


@pytest.mark.parametrize("path", PATIENTS)
def test_every_line_of_text_and_every_comment_is_kept(path: str) -> None:
    commented = (
        OLD[path]
        .replace("lines:\n", "lines:\n  # What she says.\n", 1)
        .replace("\nresponses:\n", "\n# And you.\nresponses:\n")
    )
    new = today(commented, path)
    old_lines = sorted(line.strip().removeprefix("# ") for line in commented.splitlines() if line.strip())
    new_lines = sorted(line.strip().removeprefix("# ") for line in new.splitlines() if line.strip())
    for line in old_lines:
        if line in new_lines:
            new_lines.remove(line)
        else:
            assert line in {"format: patient/1", "responses:"} or line.endswith(":"), line
    assert {line for line in new_lines if not line.endswith(":")} <= {"format: patient/2"}


HEAD = """\
format: patient/1
id: ines-carvalho
name: Ines Carvalho
age: 34
pronouns: she/her
work: landscape architect
about: Learning to put herself first.
history: Eldest of four.
seeks: Wants to stop saying yes.
portrait: ines-carvalho
style: withdrawal
fit: good
alliance: {bond: 50, task: 50, goal: 50}
reactions:
  use: reactions/alliance_base.yaml
goodbyes: {repaired: Bye., partly: Bye., unresolved: Bye., quiet: Bye., left: Bye., transfer: Bye.}
"""
FAMILIES = ("engaged", "withdrawal", "deference", "confrontation", "mixed", "repair")
RESPONSES = "responses:\n" + "".join(
    f"  {family}:\n"
    + "".join(
        f"    {name}:\n      say: ({name})\n      move: notice_shift\n      debrief: Names it.\n"
        for name in ("one", "two", "three")
    )
    for family in FAMILIES
)
MARKERS = {"withdrawal": "wd_minimal", "deference": "wd_defer", "confrontation": "cf_task", "mixed": "wd_split"}


def line(state: str, name: str = "says", more: str = "") -> str:
    marker = f"      marker: {MARKERS[state]}\n" if state in MARKERS else ""
    return f"    {name}:\n      patient: ({state} {name})\n      thinks: Hm.\n{marker}{more}"


def small(more: str = "", **lines: str) -> str:
    """A small patient of the first form, by families."""
    told = {state: line(state) for state in (*FAMILIES, "repaired", "transfer", "left")} | lines
    return f"{HEAD}lines:\n" + "".join(f"  {state}:\n{text}" for state, text in told.items()) + more + RESPONSES


def test_lines_and_responses_by_family_are_kept_by_family() -> None:
    new = today(small())
    assert person(new) == person(small())
    assert new.count("wordings:") == len(FAMILIES) + 3
    assert new.count("responses:") == len(FAMILIES)
    assert "\n  withdrawal:\n    wordings:\n      says:\n        patient: (withdrawal says)\n" in new


def test_responses_of_a_state_whose_lines_are_those_of_its_family_stand_alone() -> None:
    text = small() + RESPONSES.removeprefix("responses:\n").partition("  withdrawal:")[0].replace("engaged", "minimal")
    new = today(text)
    assert person(new) == person(text)
    minimal = person(new).lines[R.MINIMAL]
    assert ([w.id for w in minimal.wordings], len(minimal.responses)) == (["says"], 3)


def test_what_happened_then_belongs_to_the_state() -> None:
    more = "      afterwards: >-\n        She comes back\n        in spring.\n      beyond-repair: true\n"
    text = small(left=line("left", more=more) + line("left", "or-so"))
    new = today(text)
    left = person(new).lines[R.LEFT]
    assert (left.afterwards, left.beyond_repair) == ("She comes back in spring.", True)
    assert [w.id for w in left.wordings] == ["says", "or-so"]
    assert "\n    afterwards: >-\n      She comes back\n      in spring.\n    beyond-repair: true\n" in new


@pytest.mark.parametrize("wide", [1, 3, 4])
def test_another_indentation_is_kept(wide: int) -> None:
    more = "      afterwards: She comes back.\n"
    text = small(left=line("left", more=more)).replace("  ", " " * wide)
    assert person(today(text)) == person(text)


def test_comments_and_blank_lines_stay_where_they_were() -> None:
    text = small("\n# Now you.\n").replace("  mixed:\n", "\n  # Both at once.\n  mixed:  # rare\n", 1)
    new = today(text)
    assert person(new) == person(text)
    assert "\n  # Both at once.\n  mixed:  # rare\n    wordings:\n" in new
    assert "# Now you." in new


def test_a_mark_in_quotes_is_read_too() -> None:
    assert today(small().replace("patient/1", '"patient/1"', 1)).startswith('format: "patient/2"\n')


def test_a_key_that_only_looks_like_one_of_the_state_in_a_long_text_is_left_alone() -> None:
    text = small(left=line("left").replace("(left says)", ">-\n        This is it.\n        afterwards: nothing."))
    with pytest.raises(CannotConvert) as refused:
        today(text)
    assert refused.value.message == WOULD_LOSE()


@pytest.mark.parametrize("path", ["reactions/alliance_base.yaml", INES])
def test_a_file_of_todays_form_keeps_every_byte(path: str) -> None:
    assert converted(PinnedFiles(SHIPPED_TEXTS), path) == SHIPPED_TEXTS[path].encode()


def test_what_is_no_file_of_ours_keeps_every_byte() -> None:
    for text in ("", "name: something else\n", "format: recipe/1\n", "- a list\n"):
        assert today(text) == text


@pytest.mark.parametrize("path", sorted(FOLDER.glob("d[24]*.yaml")), ids=lambda path: path.stem[:4])
def test_no_faulty_file_is_more_than_renamed(path: Path) -> None:
    text = path.read_text("utf-8")
    renamed = text.replace("scenario/1", "scenario/2", 1)
    if text.startswith("format: patient/1"):
        with pytest.raises(CannotConvert) as refused:
            today(text, "bad.yaml")
        assert refused.value.message == HAS_FAULTS()
    else:
        assert today(text, "bad.yaml") in {text, renamed}


def test_responses_where_the_session_is_over_are_kept_as_a_comment() -> None:
    over = RESPONSES.removeprefix("responses:\n").partition("  withdrawal:")[0]
    for state in ("repaired", "end"):
        text = small() + over.replace("engaged", state)
        new = today(text)
        assert person(new) == person(text)
        assert "# one:\n" in new
        assert "# say: (one)\n" in new


def test_lines_with_responses_of_their_own_are_left_to_a_person() -> None:
    own = RESPONSES.partition("  engaged:\n")[2].partition("  withdrawal:")[0].replace("    ", "        ")
    text = small(engaged=line("engaged", more=f"      responses:\n{own.replace('(', '(my ')}"))
    with pytest.raises(CannotConvert) as refused:
        today(text)
    assert refused.value.message == LINES_HAVE_RESPONSES()


def test_lines_in_braces_are_left_to_a_person() -> None:
    text = small(engaged="    says: {patient: Good., thinks: Hm.}\n").replace(
        "lines:\n  engaged:\n", "lines:\n  engaged:\n"
    )
    new = today(text)
    assert person(new) == person(text)
    flow = small().replace("  engaged:\n" + line("engaged"), "  engaged: {says: {patient: Good., thinks: Hm.}}\n")
    with pytest.raises(CannotConvert) as refused:
        today(flow)
    assert refused.value.message == WOULD_LOSE()


def test_a_file_with_faults_is_left_to_a_person() -> None:
    with pytest.raises(CannotConvert) as refused:
        today(small().replace("age: 34", "age: many"))
    assert refused.value.message == HAS_FAULTS()

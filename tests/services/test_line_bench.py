"""What a patient has to say in each state, and what each state still needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.checking import check_paths
from simulator.scenario.editing.intents import Add
from simulator.scenario.files import PinnedFiles
from simulator.scenario.library import Library
from simulator.scenario.source_text import SourceText
from simulator.services.edited_file import EditedFile
from simulator.services.examine import Examiner
from simulator.services.line_bench import Counted, LineBench, NextWords, StateLines, Visits, lacks_most, line_of
from simulator.services.scenario_templates import ScenarioTemplates
from simulator.shipped_files import ASSETS, SCENARIOS
from tests.scenario.texts import SHIPPED_TEXTS

DRAFT = """\
format: patient/2
id: new
style: confrontation
lines:
  minimal:
    wordings:
      first: {patient: Mm.}
  confrontation:
    wordings:
      enough: {patient: Enough., thinks: Enough., marker: cf_task}
    responses:
      a: {say: A., move: defend_justify, debrief: D.}
"""


def bench() -> LineBench:
    templates = ScenarioTemplates(ASSETS / "templates", SCENARIOS, SCENARIOS)
    return LineBench(Library((SCENARIOS,), None), Examiner(), templates, SCENARIOS, SCENARIOS)


def states(text: str = DRAFT, counted: Counted | None = None) -> tuple[EditedFile, dict[ReactionState, StateLines]]:
    source = SourceText.of_bytes(text.encode())
    file = EditedFile(PinnedFiles(SHIPPED_TEXTS), "patients/new.yaml", source, steady_ms=lambda: 0)
    found = bench().states(file.reading.lines, file.written, Family.CONFRONTATION, counted)
    return file, {one.state: one for one in found}


def test_a_file_that_cannot_be_played_yet_says_what_each_state_needs() -> None:
    file, found = states()
    assert file.reading.patient is None
    assert len(found) == 19
    minimal, demands = found[ReactionState.MINIMAL], found[ReactionState.PRESSURE]
    assert (minimal.there, minimal.needed, minimal.lacking) == (1, 4, 3), "as Ruth Adler, who is of the same style"
    assert [one.id for one in minimal.unfinished] == ["first"]
    assert (demands.there, demands.answers_lacking, demands.playable) == (1, 2, False)
    assert not found[ReactionState.LEFT].answers_lacking


def test_the_checker_counts_as_the_bench_does(tmp_path: Path) -> None:
    few = DRAFT.replace("style: confrontation\n", "name: Kim\nlike: patients/ruth-adler.yaml\nstyle: withdrawal\n")
    few = few.replace("{patient: Mm.}", "{patient: Mm., thinks: Mm., marker: wd_minimal}")
    few = few[: few.index("  confrontation:")]
    source = SourceText.of_bytes(few.encode())
    file = EditedFile(PinnedFiles(SHIPPED_TEXTS), "patients/new.yaml", source, steady_ms=lambda: 0)
    found = bench().states(file.reading.lines, file.written, Family.WITHDRAWAL, None)
    lacking = [f"“{one.state}” {one.there} of {one.needed}" for one in found if one.lacking]
    assert len(lacking) == 2, "with fewer words than Ines Carvalho, though taken from Ruth Adler"
    (tmp_path / "patients").mkdir()
    (tmp_path / "patients" / "new.yaml").write_text(few, "utf-8")
    (checked,) = check_paths([tmp_path / "patients" / "new.yaml"], SCENARIOS)
    (told,) = (str(one.message) for one in checked.diagnostics if one.code == "551")
    assert f"2 states have fewer lines that fit any occasion than they need: {' and '.join(lacking)}." in told


def test_finished_is_what_neither_the_check_nor_the_proof_asks_more_of() -> None:
    line = "      {}: {{patient: {}, thinks: T., marker: wd_minimal{}}}\n"
    few = "".join(line.format(f"l{n}", f"No {n}.", "") for n in range(4))
    head = "format: patient/2\nid: new\nlike: patients/ines-carvalho.yaml\nstyle: confrontation\nlines:\n  {}:\n    wordings:\n"
    _, found = states(head.format("minimal") + few)
    minimal = found[ReactionState.MINIMAL]
    assert (minimal.lent, minimal.finished) == (True, True)
    _, found = states(head.format("minimal").replace("like: patients/ines-carvalho.yaml\n", "") + few)
    assert found[ReactionState.MINIMAL].lacks_wordless
    _, found = states(head.format("shut-down") + few)
    assert (found[ReactionState.SHUT_DOWN].lacks_going, found[ReactionState.SHUT_DOWN].finished) == (True, False)
    _, found = states(head.format("shut-down") + few + line.format("go", "I'll go.", ", after: leaving"))
    assert not found[ReactionState.SHUT_DOWN].lacks_going


def test_a_line_is_written_where_the_lines_of_the_state_are() -> None:
    file, _ = states()
    said = NextWords("Enough, I said!", "Hear me.", sign=Marker.CONTROL)
    added = line_of(file.written, ReactionState.PRESSURE, said)
    assert added == Add(
        ("lines", "confrontation", "wordings", "enough-i-said"),
        {"patient": "Enough, I said!", "thinks": "Hear me.", "marker": "cf_control"},
    )
    file.make(added)
    assert [one.id for one in file.reading.lines[ReactionState.COMPLAINT].wordings] == ["enough", "enough-i-said"]


def test_what_lacks_most_comes_next() -> None:
    _, found = states(DRAFT.replace("minimal:", "avoiding:"))
    following = lacks_most(found.values(), None)
    assert following is not None
    assert following.state is ReactionState.VULNERABILITY
    again = lacks_most(found.values(), following.state)
    assert again is not None
    assert again.state is not following.state
    sound = [one for one in found.values() if one.state is ReactionState.LEFT]
    assert lacks_most(sound, ReactionState.LEFT) is sound[0], "there is nothing else to do"


def test_what_was_counted_says_where_somebody_repeats_themselves() -> None:
    counted = Counted("Any", 2, {ReactionState.MINIMAL: Visits(most=4, likely=2)})
    _, found = states(counted=counted)
    minimal = found[ReactionState.MINIMAL]
    assert (minimal.needed, minimal.repeats_from) == (4, 2), "as many as the check asks for"
    assert found[ReactionState.MIXED].repeats_from == 0


@pytest.mark.slow
def test_visits_are_counted_in_a_template_before_anybody_has_written_a_scenario() -> None:
    text = b"format: patient/2\nlike: patients/ines-carvalho.yaml\nid: new\n"
    where = bench().countable("patients/ines-carvalho.yaml")
    assert [one.title for one in where[:-6]] == ["The concert"]
    template = where[-6]
    found = bench().count(template, "patients/new.yaml", text, lambda _turn, _states: True)
    assert found is not None
    assert max(one.most for one in found.visits.values()) > 1
    assert all(one.likely <= one.most for one in found.visits.values())
    assert bench().count(template, "patients/new.yaml", text + b"lines: no", lambda _turn, _states: True) is None

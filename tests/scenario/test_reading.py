"""Reading a scenario: what comes out of a good file, and everything at once about a bad one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.patient.gauges import Alliance, Change
from simulator.patient.state import Cause, Fit
from simulator.scenario.conditions import And, Not, Seen
from simulator.scenario.document import LEAVING, After, Ending, Scenario, Silence, SilenceKind
from simulator.scenario.files import FolderFiles, PinnedFiles, scenario_root
from simulator.scenario.hashes import digest_of
from simulator.scenario.read import Reading, read_any, read_patient, read_reactions, read_scenario
from simulator.scenario.span import Span
from tests.scenario.texts import SHIPPED, SHIPPED_TEXTS, SMALL, codes, lines_and_codes, read_text


def read_well(text: str) -> Scenario:
    reading = read_text(text)
    assert codes(reading) == []
    assert reading.scenario is not None
    return reading.scenario


def test_a_good_file_gives_its_moments_in_file_order_with_everything_in_them() -> None:
    scenario = read_well(SMALL)
    assert list(scenario.moments) == ["silence", "changes-subject"]
    assert (scenario.cause, scenario.difficulty, scenario.turns, scenario.flags) == (Cause.TONE, 1, 12, ("told",))
    silence = scenario.moments["silence"]
    assert silence.first.silence == Silence(SilenceKind.DISENGAGED, 20)
    assert silence.silent_then == "changes-subject"
    assert silence.first.markers == (Marker.MINIMAL,)
    own, notice, wait = silence.responses
    assert (own.move, own.quality, own.sets) == (Move.OWN_CONTRIBUTION, 3, ("told",))
    assert (notice.then, notice.because, notice.change) == ("changes-subject", "She is not ready yet.", Change(1, -2))
    assert isinstance(wait.when, And)
    assert wait.when.right == Not(Seen("changes-subject"))


def test_a_copy_takes_what_it_has_not_got_itself() -> None:
    copied = read_well(SMALL).moments["changes-subject"]
    assert copied.reaction is ReactionState.AVOIDING
    assert copied.first.patient == "Anyway. My sister is moving."
    assert copied.first.shows == ("looks at the floor",)
    assert [response.id for response in copied.responses] == ["own-it", "notice", "wait"]


def test_a_copy_that_ends_the_session_takes_no_responses() -> None:
    text = SMALL.replace("    copy: silence\n", "    copy: silence\n    end: unresolved\n")
    copied = read_well(text).moments["changes-subject"]
    assert (copied.end, copied.responses) == (Ending.UNRESOLVED, ())


GOES = """\
  goes:
    reaction: transfer
    patient: As I said.
    thinks: It is better so.
    end: transfer
    wished: true
"""


def test_a_wish_and_what_comes_of_it_are_not_copied_where_they_cannot_stand() -> None:
    text = SMALL.replace("scenario/1", "scenario/2").replace(
        "    marker: wd_minimal\n", "    marker: wd_minimal\n    wish: true\n", 1
    )
    copies = "  too:\n    copy: silence\n  ends:\n    copy: silence\n    end: unresolved\n"
    responses = text[text.index("    responses:") : text.index("  changes-subject:")]
    again = f"  again:\n    copy: goes\n{responses}"
    moments = read_well(text + GOES + copies + again).moments
    assert [name for name, one in moments.items() if one.wish] == ["silence", "changes-subject", "too"]
    assert [name for name, one in moments.items() if one.wished] == ["goes"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    end: transfer\n", "", "223"),
        ("    end: transfer\n", "    end: partly\n", "223"),
        ("    end: transfer\n", "    end: transferr\n", "305"),
        ("    wished: true\n", "    wish: true\n", "224"),
        ("    wished: true\n", "    wished: true\n    wish: false\n", None),
    ],
)
def test_a_transfer_can_be_wished_and_nothing_else(old: str, new: str, code: str | None) -> None:
    responses = SMALL[SMALL.index("    responses:") : SMALL.index("  changes-subject:")]
    goes = GOES.replace(old, new) + ("" if "end:" in GOES.replace(old, new) else responses)
    text = SMALL.replace("scenario/1", "scenario/2") + goes
    assert codes(read_text(text)) == ([code] if code else [])


def test_what_the_patient_shows_can_be_presupposed_by_the_patient_and_not_by_the_trainee() -> None:
    text = SMALL.replace("scenario/1", "scenario/2")
    shown = text.replace(
        "    patient: Anyway. My sister is moving.\n",
        "    patient: Anyway. My sister is moving.\n    opens: {leaving: I should go.}\n    wordings:\n      again:\n"
        "        after: [stuck, question]\n        patient: Boxes, mostly.\n        thinks: Still here.\n",
    )
    first, again = read_well(shown).moments["changes-subject"].wordings
    assert first.opens == ((LEAVING, "I should go."),)
    assert again.after == (After(ShownClass.STUCK), After(SaidClass.QUESTION))
    response = text.replace("        quality: 3\n", "        quality: 3\n        after: leaving\n")
    reading = read_text(response)
    assert codes(reading) == ["321"]
    assert "leaving)" not in str(reading.diagnostics[0].message)


def test_the_patient_is_as_the_scenario_wants_them() -> None:
    text = SMALL.replace(
        "start: silence",
        "  with:\n    alliance: {bond: 20, task: 55, goal: 60}\n    fit: poor\n    style: deference\nstart: silence",
    )
    patient = read_well(text).patient
    assert (patient.alliance, patient.fit, patient.style) == (Alliance(4, 11, 12), Fit.POOR, Family.DEFERENCE)
    assert patient.first_name == "Ines"


def test_every_state_has_lines_and_every_state_that_goes_on_has_responses() -> None:
    patient = read_well(SMALL).patient
    for state in ReactionState:
        line = patient.lines[state]
        assert (line.id, line.reaction) == (f"~{state}", state)
        assert line.wordings
        assert (line.end is None) == (len(line.responses) >= 3)
    assert patient.lines[ReactionState.REPAIRED].end is Ending.REPAIRED
    assert patient.lines[ReactionState.LEFT].end is Ending.LEFT


def test_lines_of_a_state_win_over_those_of_its_family() -> None:
    text = SHIPPED_TEXTS["patients/ines-carvalho.yaml"]
    more = text.replace(
        "lines:\n",
        "lines:\n  withdrawal:\n    wordings:\n      family-line:\n        patient: Hm.\n        thinks: Not now.\n"
        "        marker: wd_minimal\n",
        1,
    )
    lines = read_well_with(more).patient.lines
    assert "family-line" not in {wording.id for wording in lines[ReactionState.MINIMAL].wordings}


def read_well_with(patient: str) -> Scenario:
    texts = {**SHIPPED_TEXTS, "small.yaml": SMALL, "patients/ines-carvalho.yaml": patient}
    reading = read_scenario(PinnedFiles(texts), "small.yaml")
    assert codes(reading) == []
    assert reading.scenario is not None
    return reading.scenario


def test_a_person_who_reacts_unlike_the_others_has_cells_of_their_own() -> None:
    text = SHIPPED_TEXTS["patients/ines-carvalho.yaml"]
    _, _, after = text.partition("reactions:\n")
    old = after[: after.index("lines:")]
    new = (
        "  use: reactions/alliance_base.yaml\n  change:\n    notice_shift:\n"
        "      minimal: {to: shut-down / stay, because: She is used to being watched.}\n"
    )
    grid = read_well_with(text.replace(old, new)).patient.grid
    cell = grid.cells[Move.NOTICE_SHIFT, ReactionState.MINIMAL]
    assert (str(cell), cell.because) == ("shut-down / stay", "She is used to being watched.")


def test_where_the_start_is_mixed_the_origin_is_as_written_and_else_it_follows_from_the_start() -> None:
    assert read_well(SMALL).origin is Family.WITHDRAWAL
    mixed = SMALL.replace("reaction: minimal", "reaction: mixed").replace("start:", "origin: confrontation\nstart:")
    assert read_well(mixed).origin is Family.CONFRONTATION


def test_five_different_faults_give_five_diagnostics_at_their_lines() -> None:
    text = (
        SMALL.replace("reaction: minimal", "reactoin: minimal\n    reaction: minimal")
        .replace("move: notice_shift", "move: notice_shfit")
        .replace("lasts: 20s", "lasts: 20")
        .replace("then: changes-subject\n", "then: changes-subjects\n")
        .replace("about: Ines cancelled for a concert; you", "about: First: you")
    )
    found = lines_and_codes(read_text(text))
    assert found == [(5, "111"), (16, "201"), (19, "310"), (31, "301"), (33, "406")]


def test_what_may_stand_in_an_unreadable_line_is_not_called_missing() -> None:
    reading = read_text(SMALL.replace("title: The concert", "title The concert"))
    assert lines_and_codes(reading) == [(3, "108")]


def test_an_entry_that_slipped_to_the_left_is_blamed_and_not_the_lines_below_it() -> None:
    reading = read_text(SMALL.replace("        move: notice_shift\n", "  move: notice_shift\n"))
    assert lines_and_codes(reading) == [(30, "112")]


def test_a_near_word_is_suggested_and_the_mend_makes_the_file_good() -> None:
    text = SMALL.replace("move: own_contribution", "move: own_contributon")
    (fault,) = read_text(text).diagnostics
    assert "Did you mean “own_contribution”?" in str(fault.message)
    (fix,) = fault.fixes
    assert mended(text, fix.span.line, fix.span.column, fix.span.end_column, fix.replacement) == SMALL


def test_a_sentence_with_a_colon_is_mended_by_quotes() -> None:
    text = SMALL.replace("say: (waits)", 'say: One thing: "hm"')
    (fault,) = read_text(text).diagnostics
    fix = fault.fixes[0]
    better = mended(text, fix.span.line, fix.span.column, fix.span.end_column, fix.replacement)
    assert read_well(better).moments["silence"].responses[2].say == "One thing: “hm”"


def mended(text: str, line: int, start: int, end: int, replacement: str) -> str:
    lines = text.split("\n")
    lines[line - 1] = lines[line - 1][: start - 1] + replacement + lines[line - 1][end - 1 :]
    return "\n".join(lines)


def test_a_fault_in_a_condition_is_marked_inside_it() -> None:
    (fault,) = read_text(SMALL.replace("not seen changes-subject", "not seen changes-subjects")).diagnostics
    line = SMALL.split("\n")[fault.span.line - 1]
    assert line[fault.span.column - 1 :].startswith("changes-subject")


def test_an_emoji_before_it_does_not_shift_a_place() -> None:
    (fault,) = read_text(SMALL.replace("[notice a withdrawal]", '["😀😀", [x]]')).diagnostics
    assert (fault.code, fault.span.line, fault.span.column, fault.span.end_column) == ("205", 6, 20, 23)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    files = PinnedFiles({**SHIPPED_TEXTS, "small.yaml": "\ufeff" + SMALL.replace("\n", "\r\n")})
    reading = read_scenario(files, "small.yaml")
    assert reading.scenario is not None
    assert reading.scenario.digest == read_well(SMALL).digest


def test_spans_lead_to_keys_and_values_in_the_file_they_stand_in() -> None:
    spans = read_text(SMALL).spans
    then = ("moments", "silence", "responses", "notice", "then")
    assert text_at(SMALL, spans.key(*then)) == "then"
    assert text_at(SMALL, spans.value(*then)) == "changes-subject"
    assert text_at(SMALL, spans.value("moments", "silence", "silence", "lasts")) == "20s"
    assert spans.value(*then, "nothing", "here") == spans.value(*then)
    assert spans.value("patient", "use").file == "small.yaml"
    assert spans.value("patient", "name").file == "patients/ines-carvalho.yaml"
    assert spans.value("patient", "reactions", "use").file == "patients/ines-carvalho.yaml"
    assert spans.value("patient", "reactions", "moves", "retreat").file == "reactions/alliance_base.yaml"
    whole = spans.value("moments", "changes-subject")
    assert (whole.line, whole.end_line) == (41, 45)


def text_at(text: str, span: Span) -> str:
    return text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]


def test_a_fault_in_the_patient_file_is_told_with_that_file() -> None:
    text = SHIPPED_TEXTS["patients/ines-carvalho.yaml"].replace("style: withdrawal", "style: withdrawel")
    reading = read_scenario(
        PinnedFiles({**SHIPPED_TEXTS, "small.yaml": SMALL, "patients/ines-carvalho.yaml": text}), "small.yaml"
    )
    assert reading.scenario is None
    (fault,) = reading.diagnostics
    assert (fault.code, fault.span.file) == ("305", "patients/ines-carvalho.yaml")


def test_the_digest_changes_with_any_file_that_was_used_and_a_session_can_be_read_from_its_texts() -> None:
    scenario = read_well(SMALL)
    assert set(scenario.sources) == {"small.yaml", "patients/ines-carvalho.yaml", "reactions/alliance_base.yaml"}
    again = read_scenario(PinnedFiles(scenario.sources), "small.yaml").scenario
    assert again == scenario
    grid = scenario.sources["reactions/alliance_base.yaml"]
    changed = {**scenario.sources, "reactions/alliance_base.yaml": grid + "# a remark\n"}
    assert digest_of(changed) != digest_of(dict(scenario.sources)) == scenario.digest


def test_names_and_texts_cannot_be_shifted_into_each_other_without_changing_the_digest() -> None:
    assert digest_of({"ab": "c"}) != digest_of({"a": "bc"})


@pytest.mark.parametrize("name", sorted(SHIPPED_TEXTS))
def test_everything_that_is_shipped_can_be_read(name: str) -> None:
    reading = read_any(FolderFiles(SHIPPED), name)
    assert isinstance(reading, Reading)
    assert reading.diagnostics == ()


def test_patient_and_reaction_files_are_read_on_their_own() -> None:
    files = FolderFiles(SHIPPED)
    person = read_patient(files, "patients/ines-carvalho.yaml")
    assert person.patient is not None
    assert person.patient.name == "Ines Carvalho"
    grid = read_reactions(files, "reactions/alliance_base.yaml")
    assert grid.grid is not None
    assert len(grid.grid.cells) == 408


def test_a_file_of_the_own_folder_comes_before_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "patients").mkdir()
    text = SHIPPED_TEXTS["patients/ines-carvalho.yaml"].replace("name: Ines Carvalho", "name: Ana Dias")
    (tmp_path / "patients" / "ines-carvalho.yaml").write_text(text, "utf-8")
    (tmp_path / "small.yaml").write_text(SMALL, "utf-8")
    scenario = read_scenario(FolderFiles(tmp_path, SHIPPED), "small.yaml").scenario
    assert scenario is not None
    assert scenario.patient.first_name == "Ana"


def test_the_scenario_root_is_the_nearest_folder_with_patients_or_reactions(tmp_path: Path) -> None:
    (tmp_path / "mine" / "patients").mkdir(parents=True)
    (tmp_path / "mine" / "week-1").mkdir()
    (tmp_path / "else").mkdir()
    assert scenario_root(tmp_path / "mine" / "week-1" / "a.yaml") == tmp_path / "mine"
    assert scenario_root(tmp_path / "mine" / "patients" / "p.yaml") == tmp_path / "mine"
    assert scenario_root(tmp_path / "else" / "a.yaml") == tmp_path / "else"


def test_reading_twice_gives_the_same() -> None:
    first, second = read_text(SMALL), read_text(SMALL)
    assert first.scenario == second.scenario
    assert replace(first, spans=second.spans) == second

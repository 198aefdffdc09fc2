"""“check” tells every fault with its place, and says by its exit code whether the files can be played."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from simulator.cli.commands import main

PROJECT = Path(__file__).parents[2]
BAD = PROJECT / "tests" / "bad"
FAULTY = """format: scenario/1
id: faulty
title: The concert
language: en
about: Ines cancelled for a concert.
objectives: [notice a withdrawal]
difficulty: 4
cause: tune
content-notes: []
patient:
  use: patients/ines-carvalho.yaml
start: silence
moments:
  silence:
    reaction: minimal
    marker: wd_minimall
    patient: Fine.
    thinks: There it is.
    responses:
      policy: {say: That is the rule., move: defend_justify, debrief: Explains., than: silence}
      own: {say: I sounded annoyed., move: own_contribution, debrief: Names it., quality: 3, then: silnce}
      notice: {say: It got quieter., move: notice_shift, debrief: Guesses.}
"""


def bad(code: str) -> Path:
    """The example file of a diagnostic."""
    return next(BAD.glob(f"*{code}-*.yaml"))


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A scenario with five different faults."""
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


def test_what_lies_in_a_folder_and_is_not_read_is_told_after_what_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("mine.yml", "my.second.yaml", "mine.yaml.txt", "MINE.YAML", "notes.txt", "mine.plan"):
        (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    (tmp_path / "faulty.yaml").write_text(FAULTY, encoding="utf-8")
    assert main(["check", "--quick", str(tmp_path)]) == 1
    *told, summary = capsys.readouterr().out.splitlines()
    not_read = [line for line in told if " 702 " in line]
    assert told[-4:] == not_read
    assert [line.partition(":1:1: warning 702 ")[0] for line in not_read] == [
        str(tmp_path / name) for name in ("MINE.YAML", "mine.yaml.txt", "mine.yml", "my.second.yaml")
    ]
    assert all("rename it to “" in line for line in not_read)
    assert summary == "1 file checked: 5 errors and 4 warnings."


def test_a_file_that_is_named_itself_is_read_whatever_its_name_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "faulty.yml").write_text(FAULTY, encoding="utf-8")
    assert main(["check", "--quick", str(tmp_path / "faulty.yml")]) == 1
    assert " 702 " not in capsys.readouterr().out


def test_five_faults_are_told_each_in_its_line(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(faulty)]) == 1
    *lines, summary = capsys.readouterr().out.splitlines()
    assert [line.removeprefix(f"{faulty}:").split(":")[0] for line in lines] == ["7", "8", "16", "20", "21"]
    assert all(": error " in line for line in lines)
    assert "Did you mean “tone”?" in lines[1]
    assert summary == "1 file checked: 5 errors."


def test_a_warning_alone_is_no_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--quick", str(bad("505"))]) == 0
    first, summary = capsys.readouterr().out.splitlines()
    assert ": warning 505 “silence” offers two answers" in first
    assert summary == "1 file checked: 1 warning."


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_warning_is_a_failure_where_it_is_asked_to_be(
    more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("check", "--quick", *more, str(bad("505")))
    assert main(words) == 0
    told = capsys.readouterr().out
    assert main([*words, "--strict"]) == 1
    assert capsys.readouterr().out == told, "strict or not, the same is told"


def test_what_has_nothing_to_mend_passes_also_where_warnings_fail(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--quick", "--strict", str(PROJECT / "scenarios" / "push-me.yaml")]) == 0
    assert capsys.readouterr().out == "1 file checked, nothing to mend.\n"


def test_errors_and_warnings_are_counted_apart(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--quick", str(faulty), str(bad("505"))]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "2 files checked: 5 errors and 1 warning."


def test_a_path_that_does_not_exist_is_told_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "no-such-folder"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "There is no file or folder “no-such-folder”.\n"


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out.startswith("There is no scenario")


def test_hidden_files_and_sidecars_are_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in (".hidden.yaml", "concert.layout.yaml", "notes.txt"):
        (tmp_path / name).write_text("{", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0


def test_json_has_the_same_bytes_twice_and_names_its_format(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--json", str(faulty)])
    first = capsys.readouterr().out
    main(["check", "--json", str(faulty)])
    assert capsys.readouterr().out == first
    document = json.loads(first)
    assert document["format"] == "attune/check/1"
    assert (document["errors"], document["warnings"]) == (5, 0)
    (file,) = document["files"]
    assert file["path"] == str(faulty)
    assert {"code", "severity", "file", "line", "column", "end_line", "end_column", "message", "fixes"} == set(
        file["diagnostics"][0]
    )


def test_a_fault_of_a_shared_patient_is_told_once(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = faulty.parent
    faulty.unlink()
    (folder / "patients").mkdir()
    (folder / "patients" / "ines-carvalho.yaml").write_text("format: patient/1\nid: [", encoding="utf-8")
    for name in ("one", "two"):
        text = FAULTY.replace("id: faulty", f"id: {name}")
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    main(["check", str(folder)])
    about_patient = [line for line in capsys.readouterr().out.splitlines() if "ines-carvalho.yaml:" in line]
    assert len(about_patient) == len(set(about_patient)) > 0


def test_names_from_a_file_cannot_break_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "odd.yaml").write_text('format: scenario/1\n"a\\nb\\e[31m": 1\n', encoding="utf-8")
    main(["check", str(tmp_path)])
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(str(tmp_path)) for line in lines[:-1])
    assert not any("\x1b" in line for line in lines)


def test_relative_paths_are_told_as_they_were_given(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(faulty.parent)
    main(["check", "faulty.yaml"])
    assert capsys.readouterr().out.startswith("faulty.yaml:7:")


def test_a_reader_that_goes_away_ends_the_program_quietly() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "main.py", "check", "tests/bad"],
            cwd=PROJECT,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    finally:
        os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 0


def test_no_command_needs_qt() -> None:
    program = (
        "import sys; from main import main; code = main(['check', 'scenarios/patients']);"
        "assert not any(name.startswith('PySide6') for name in sys.modules); sys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_only_trying_everything_shows_is_told_unless_it_is_to_be_quick(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(bad("607"))
    assert main(["check", path]) == 0
    told = capsys.readouterr().out
    assert ": warning 607 There is one way to a whole repair only: own-it, fear, hear." in told
    assert main(["check", "--quick", path]) == 0
    assert capsys.readouterr().out == "1 file checked, nothing to mend.\n"


def test_a_person_with_too_few_lines_is_told_by_state_and_is_nothing_for_the_strict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", "--strict", str(bad("551"))]) == 1
    assert "551 One state has fewer lines that fit any occasion than it needs: “minimal” 1 of 4." in (
        capsys.readouterr().out
    )


def test_a_scenario_with_errors_is_not_tried(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(faulty)]) == 1
    assert not re.search(r" warning 6\d\d ", capsys.readouterr().out)


def test_beyond_the_budget_nothing_is_claimed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--json", "--budget-states", "50", str(bad("601"))]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert [one["code"] for one in file["diagnostics"]] == ["611"]


@pytest.mark.parametrize(
    "wrong", [("--budget-states", "-1"), ("--budget-seconds", "nan"), ("--budget-seconds", "soon")]
)
def test_a_budget_that_is_none_is_refused_in_a_sentence(
    wrong: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", *wrong, str(bad("607"))]) == 2
    told = capsys.readouterr().err
    assert f"“{wrong[1]}” is not a number of" in told
    assert "Traceback" not in told


def test_interrupted_it_keeps_what_it_has_found(tmp_path: Path) -> None:
    slow = bad("601").read_text("utf-8").replace("id: d601-rupture-stays", "id: slow").replace("turns: 4", "turns: 40")
    (tmp_path / "a.yaml").write_text(FAULTY.replace("id: faulty", "id: a"), encoding="utf-8")
    (tmp_path / "slow.yaml").write_text(slow, encoding="utf-8")
    child = subprocess.Popen(
        [sys.executable, str(PROJECT / "main.py"), "check", str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    first = child.stdout.readline()
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert child.returncode == 130
    assert f"{tmp_path}/a.yaml:7:" in first
    assert "Stopped. Until then: 1 file checked: 5 errors." in err
    assert "Traceback" not in out + err

"""Started where something is missing, the program says in one sentence what, and how to play all the same."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final

import pytest

from simulator.app import play_command
from simulator.shipped_files import SCENARIOS
from tests.app.programs import ROOT, run, surroundings, without_a_screen

INSTEAD: Final = "; to play in the terminal instead, type: "

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")


def only_sentence(refused: CompletedProcess[str]) -> str:
    """What was said, which is one line and no more, where a start came to nothing."""
    assert refused.returncode == 1
    assert refused.stdout == ""
    lines = refused.stderr.splitlines()
    assert len(lines) == 1, refused.stderr
    return lines[0]


def plays(command: str, folder: Path, home: Path) -> bool:
    """Whether the command, typed in the folder, plays “The concert” in the terminal."""
    played = subprocess.run(
        shlex.split(command),
        cwd=folder,
        env=without_a_screen(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return "INES" in played.stdout


@on_linux
@pytest.mark.parametrize("words", [(), ("--smoke",)])
def test_without_a_screen_it_says_how_to_play_in_the_terminal(tmp_path: Path, words: tuple[str, ...]) -> None:
    said = only_sentence(run("main.py", *words, home=tmp_path, environ=without_a_screen(tmp_path)))
    problem, command = said.split(INSTEAD)
    assert problem == "There is no screen here on which Attune could open its window"
    assert command.endswith(" main.py play scenarios/concert-silence.yaml")
    assert plays(command, ROOT, tmp_path)


@on_linux
def test_the_command_that_it_names_works_in_the_folder_it_was_started_in(tmp_path: Path) -> None:
    elsewhere = tmp_path / "somewhere else"
    elsewhere.mkdir()
    environ = without_a_screen(tmp_path)
    said = only_sentence(run(str(ROOT / "main.py"), home=tmp_path, environ=environ, folder=elsewhere))
    assert plays(said.split(INSTEAD)[1], elsewhere, tmp_path)


@on_linux
def test_a_screen_where_nobody_listens_ends_in_a_sentence(tmp_path: Path) -> None:
    environ = {**without_a_screen(tmp_path), "DISPLAY": str(tmp_path / "nobody")}
    problem, command = only_sentence(run("main.py", home=tmp_path, environ=environ)).split(INSTEAD)
    # On a machine that lacks a library as well, that is said first.
    assert f"The screen “{tmp_path / 'nobody'}”" in problem or "the system library" in problem
    assert plays(command, ROOT, tmp_path)


def without_library(folder: Path, library: str) -> None:
    """A PySide6 whose widgets cannot be loaded, as where the system lacks a library."""
    package = folder / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text('__version__ = "6.11.3"\n')
    (package / "QtCore.py").touch()
    reason = f"{library}: cannot open shared object file: No such file or directory"
    (package / "QtWidgets.py").write_text(f"raise ImportError({reason!r})\n")


def test_without_a_system_library_it_says_which_and_how_to_play_in_the_terminal(tmp_path: Path) -> None:
    without_library(tmp_path, "libGL.so.1")
    environ = {**surroundings(tmp_path / "home"), "PYTHONPATH": str(tmp_path)}
    problem, command = only_sentence(run("main.py", home=tmp_path, environ=environ)).split(INSTEAD)
    assert problem == (
        "Attune cannot open its window, because the system library libGL.so.1 is missing here "
        "(in Attune’s own folder, python3 .ci/set_up.py sees to it)"
    )
    assert plays(command, ROOT, tmp_path)
    assert not (tmp_path / "home").exists(), "nothing was begun"


@pytest.mark.parametrize(("words", "package"), [((), "PySide6"), (("check", "scenarios/"), "")])
def test_a_python_without_our_packages_is_told_how_to_get_them(
    tmp_path: Path, words: tuple[str, ...], package: str
) -> None:
    said = only_sentence(run("-S", "main.py", *words, home=tmp_path))
    assert said.startswith(f"The Python package {package}")
    assert "python3 .ci/set_up.py installs everything" in said


def test_a_part_of_our_own_that_is_missing_is_no_matter_of_set_up(tmp_path: Path) -> None:
    halts = "import sys\nfrom simulator.__main__ import main\nsys.modules['simulator.cli'] = None\nmain(['check'])"
    broken = run("-c", halts, home=tmp_path)
    assert broken.returncode == 1
    assert "simulator.cli" in broken.stderr.splitlines()[-1]
    assert ".ci/set_up.py" not in broken.stderr


@pytest.mark.parametrize(
    ("here", "command"),
    [
        ("/srv/attune", ".venv/bin/python main.py play scenarios/concert-silence.yaml"),
        ("/srv", "attune/.venv/bin/python attune/main.py play attune/scenarios/concert-silence.yaml"),
        (
            "/home/kim",
            "/srv/attune/.venv/bin/python /srv/attune/main.py play /srv/attune/scenarios/concert-silence.yaml",
        ),
    ],
)
def test_the_command_is_as_short_as_the_folder_allows(tmp_path: Path, here: str, command: str) -> None:
    root = tmp_path / "srv" / "attune"
    start = [root / ".venv" / "bin" / "python", root / "main.py"]
    named = play_command(root / "scenarios", start, tmp_path / here[1:])
    assert named.replace(f"{tmp_path}/", "/") == command


def test_a_folder_with_a_space_in_its_name_is_quoted(tmp_path: Path) -> None:
    root = tmp_path / "My Folder"
    start = [root / "python", root / "main.py"]
    words = shlex.split(play_command(root / "scenarios", start, tmp_path))
    assert words == ["My Folder/python", "My Folder/main.py", "play", "My Folder/scenarios/concert-silence.yaml"]


def test_an_installed_program_is_named_as_it_was_installed() -> None:
    named = play_command(Path("/opt/lib/scenarios"), [Path("/opt/bin/attune")], Path("/home/kim"))
    assert named == "/opt/bin/attune play /opt/lib/scenarios/concert-silence.yaml"


def test_the_scenario_that_it_names_is_shipped() -> None:
    assert (SCENARIOS / "concert-silence.yaml").is_file()

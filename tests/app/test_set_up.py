"""The one command that sets everything up: on a bare computer, on one that has everything, and where it may not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import PySide6
import pytest

from tests.app.programs import ROOT
from tests.app.setting_up import SCRIPT, SET_UP, PaperComputer

GL_AND_CURSOR: Final = {"libGL.so.1": "libgl1", "libxcb-cursor.so.0": "libxcb-cursor0"}
UPDATE: Final = "apt-get update -qq"
INSTALL: Final = "env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends"
ADMINISTRATOR: Final = "please ask the administrator of this computer to run: apt-get install libgl1 libxcb-cursor0"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout in a folder with a space in its name, as far as setting up looks at it."""
    root = tmp_path / "My Folder"
    (root / ".ci").mkdir(parents=True)
    (root / ".ci" / "constraints.txt").touch()
    (root / "pyproject.toml").write_text("[project]")
    return root


def set_up(root: Path, computer: PaperComputer, *words: str) -> int:
    code = SET_UP.main(words, root, computer)
    assert isinstance(code, int)
    return code


def packages_installed(root: Path, what: str) -> str:
    return f"in {root}: {root}/.venv/bin/python -m pip install -q -c .ci/constraints.txt -e {what}"


def environment_made(root: Path) -> str:
    return f"python -m venv --clear {root}/.venv"


def test_where_the_system_has_everything_only_the_environment_is_made(checkout: Path) -> None:
    computer = PaperComputer(programs=("apt-get", "sudo"))
    assert set_up(checkout, computer) == 0
    assert computer.ran == [environment_made(checkout), packages_installed(checkout, ".")]


def test_once_everything_is_there_nothing_is_done_and_nothing_said(checkout: Path) -> None:
    set_up(checkout, PaperComputer())
    again = PaperComputer(programs=("apt-get", "sudo"))
    assert set_up(checkout, again) == 0
    assert (again.ran, again.told) == ([], [])


def test_root_gets_just_what_is_missing(checkout: Path) -> None:
    computer = PaperComputer(lacks=GL_AND_CURSOR, programs=("apt-get",))
    computer.root = True
    assert set_up(checkout, computer) == 0
    assert computer.apt == [UPDATE, f"{INSTALL} libgl1 libxcb-cursor0"]
    assert computer.told[0] == "Installing system packages: libgl1 libxcb-cursor0"
    assert not any("administrator" in sentence for sentence in computer.told)


@pytest.mark.parametrize(("terminal", "sudo_asks"), [(True, True), (False, False)])
def test_sudo_is_used_where_it_does_not_ask_or_somebody_can_answer(
    checkout: Path, terminal: bool, sudo_asks: bool
) -> None:
    computer = PaperComputer(lacks=GL_AND_CURSOR, programs=("apt-get", "sudo"))
    computer.terminal, computer.sudo_asks = terminal, sudo_asks
    assert set_up(checkout, computer) == 0
    assert computer.apt == [f"sudo {UPDATE}", f"sudo {INSTALL} libgl1 libxcb-cursor0"]


@pytest.mark.parametrize("programs", [("apt-get",), ("apt-get", "sudo")])
def test_where_nobody_may_install_it_says_what_to_ask_for_and_goes_on(
    checkout: Path, programs: tuple[str, ...]
) -> None:
    computer = PaperComputer(lacks=GL_AND_CURSOR, programs=programs)
    assert set_up(checkout, computer) == 0, "there is still the terminal to play in"
    assert computer.apt == []
    assert [sentence for sentence in computer.told if sentence.endswith(ADMINISTRATOR)] == computer.told[:1]
    assert computer.ran == [environment_made(checkout), packages_installed(checkout, ".")]


def test_what_could_not_be_installed_is_asked_for(checkout: Path) -> None:
    computer = PaperComputer(lacks=GL_AND_CURSOR, programs=("apt-get",))
    computer.root, computer.fails = True, ("install -qq",)
    assert set_up(checkout, computer) == 0
    assert computer.told[1].endswith(ADMINISTRATOR)


def test_what_is_still_missing_is_asked_for_at_every_start(checkout: Path) -> None:
    set_up(checkout, PaperComputer(lacks=GL_AND_CURSOR, programs=("apt-get",)))
    again = PaperComputer(lacks=GL_AND_CURSOR, programs=("apt-get",))
    assert set_up(checkout, again) == 0
    assert again.ran == []
    assert len(again.told) == 1
    assert again.told[0].endswith(ADMINISTRATOR)


def test_a_package_that_brings_two_missing_libraries_is_named_once(checkout: Path) -> None:
    glib = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
    computer = PaperComputer(lacks=glib, programs=("apt-get",))
    set_up(checkout, computer)
    assert computer.told[0].endswith("apt-get install libglib2.0-0")


def test_without_apt_get_the_missing_libraries_are_named(checkout: Path) -> None:
    computer = PaperComputer(lacks=GL_AND_CURSOR, programs=("sudo",))
    computer.root = True
    assert set_up(checkout, computer) == 0
    assert computer.told[0].endswith("package manager of this computer: libGL.so.1, libxcb-cursor.so.0")
    assert computer.apt == []


def test_where_there_is_no_linux_no_library_is_looked_for(checkout: Path) -> None:
    computer = PaperComputer(lacks={**GL_AND_CURSOR, "Xvfb": "xvfb"}, programs=("apt-get",))
    computer.linux, computer.root = False, True
    assert set_up(checkout, computer, "dev") == 0
    assert computer.apt == []
    assert len(computer.told) == 1


def test_testing_takes_a_screen_and_more_packages(checkout: Path) -> None:
    lacks = {"Xvfb": "xvfb", "xauth": "xauth"}
    computer = PaperComputer(lacks=lacks, programs=("apt-get",))
    computer.root = True
    assert set_up(checkout, computer, "dev") == 0
    assert computer.apt == [UPDATE, f"{INSTALL} xauth xvfb"]
    assert computer.ran[-1] == packages_installed(checkout, ".[dev]")
    running = PaperComputer(lacks=lacks, programs=("apt-get",))
    running.root = True
    assert set_up(checkout, running) == 0
    assert running.ran == [], "what testing takes holds all that running takes, and a screen of its own is none of it"


def test_what_testing_takes_is_added_to_what_running_took(checkout: Path) -> None:
    set_up(checkout, PaperComputer())
    computer = PaperComputer()
    assert set_up(checkout, computer, "dev") == 0
    assert computer.ran == [packages_installed(checkout, ".[dev]")]


@pytest.mark.parametrize("file", ["pyproject.toml", ".ci/constraints.txt"])
def test_other_packages_are_installed_when_others_are_asked_for(checkout: Path, file: str) -> None:
    set_up(checkout, PaperComputer())
    (checkout / file).write_text("another==2")
    computer = PaperComputer()
    assert set_up(checkout, computer) == 0
    assert computer.ran == [packages_installed(checkout, ".")]


@pytest.mark.parametrize("left", ["half made", None])
def test_an_environment_that_does_not_work_is_made_anew(checkout: Path, left: str | None) -> None:
    set_up(checkout, PaperComputer())
    python = checkout / ".venv" / "bin" / "python"
    python.unlink()
    if left:
        python.write_text(left)
        (checkout / ".venv" / "attune-set-up").unlink()
    computer = PaperComputer()
    assert set_up(checkout, computer) == 0
    assert computer.ran == [environment_made(checkout), packages_installed(checkout, ".")]


def test_another_python_gets_its_packages(checkout: Path) -> None:
    set_up(checkout, PaperComputer())
    computer = PaperComputer()
    computer.python = (3, 13)
    assert set_up(checkout, computer) == 0
    assert computer.ran == [packages_installed(checkout, ".")]


@pytest.mark.parametrize("fails", ["-m venv", "pip install"])
def test_what_went_wrong_is_said_and_tried_again_the_next_time(checkout: Path, fails: str) -> None:
    computer = PaperComputer()
    computer.fails = (fails,)
    assert set_up(checkout, computer) == 1
    assert computer.told[-1] == "The packages could not be installed; the reason stands above."
    again = PaperComputer()
    assert set_up(checkout, again) == 0
    assert again.ran[-1] == packages_installed(checkout, ".")


def test_an_update_that_went_wrong_is_not_taken_for_what_was_there_before(checkout: Path) -> None:
    set_up(checkout, PaperComputer())
    (checkout / "pyproject.toml").write_text("[project] # newer")
    failing = PaperComputer()
    failing.fails = ("pip install",)
    set_up(checkout, failing)
    (checkout / "pyproject.toml").write_text("[project]")
    again = PaperComputer()
    set_up(checkout, again)
    assert again.ran == [packages_installed(checkout, ".")]


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_the_part_of_python_that_debian_leaves_out_is_installed(checkout: Path, module: str) -> None:
    computer = PaperComputer(lacks={module: "python3.11-venv"}, programs=("apt-get",))
    computer.root = True
    assert set_up(checkout, computer) == 0
    assert computer.apt == [UPDATE, f"{INSTALL} python3.11-venv"]


def test_without_that_part_of_python_nothing_can_be_made(checkout: Path) -> None:
    computer = PaperComputer(lacks={"ensurepip": "python3.11-venv"}, programs=("apt-get",))
    assert set_up(checkout, computer) == 1
    assert computer.told[0].endswith("apt-get install python3.11-venv")
    assert "cannot make virtual environments" in computer.told[1]
    assert computer.ran == []


def test_an_environment_that_works_needs_no_part_of_python_to_make_it(checkout: Path) -> None:
    set_up(checkout, PaperComputer())
    computer = PaperComputer(lacks={"ensurepip": "python3.11-venv"}, programs=("apt-get",))
    assert set_up(checkout, computer, "dev") == 0
    assert computer.ran == [packages_installed(checkout, ".[dev]")]


def test_a_python_that_is_too_old_is_told_so(checkout: Path) -> None:
    computer = PaperComputer(lacks=GL_AND_CURSOR, programs=("apt-get",))
    computer.python, computer.root = (3, 10), True
    assert set_up(checkout, computer) == 1
    assert computer.told == ["Attune needs Python 3.11 or newer, and this is 3.10."]
    assert computer.ran == []


def test_a_word_that_it_does_not_know_is_refused(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    computer = PaperComputer()
    with pytest.raises(SystemExit) as left:
        set_up(checkout, computer, "everything")
    assert left.value.code == 2
    assert "everything" in capsys.readouterr().err
    assert computer.ran == []


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are looked for on Linux only")
def test_a_computer_knows_what_it_has() -> None:
    computer = SET_UP.Computer()
    assert computer.loads("libc.so.6")
    assert not computer.loads("libnobody-has-this.so.1")
    assert computer.imports("json")
    assert not computer.imports("nobody_has_this")
    assert computer.finds("sh")
    assert not computer.finds("nobody-has-this")


# What every Debian has, because the package manager itself needs it.
ALWAYS_THERE: Final = {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6", "libz.so.1", "libzstd.so.1"}
QT: Final = Path(PySide6.__file__).parent / "Qt"


@pytest.mark.skipif(not (QT / "lib" / "libQt6Gui.so.6").exists(), reason="PySide6 of another system")
@pytest.mark.parametrize(
    "file",
    [
        *("lib/libQt6Core.so.6", "lib/libQt6Gui.so.6", "lib/libQt6Widgets.so.6", "lib/libQt6Svg.so.6"),
        *("lib/libQt6DBus.so.6", "lib/libQt6XcbQpa.so.6", "lib/libQt6WaylandClient.so.6"),
        *("plugins/platforms/libqxcb.so", "plugins/platforms/libqwayland.so", "plugins/platforms/libqoffscreen.so"),
    ],
)
def test_everything_that_qt_loads_from_the_system_is_in_the_list(file: str) -> None:
    named = re.findall(rb"(?<=\0)lib[\w+.-]+\.so(?:\.\d+)*(?=\0)", (QT / file).read_bytes())
    bundled = {path.name for path in QT.rglob("lib*.so*")}
    asked = {name.decode() for name in named} - bundled - ALWAYS_THERE
    assert asked
    assert asked <= SET_UP.PACKAGE_OF.keys()


_BACKEND: Final = '''
"""Builds the smallest package there is, and counts how often."""
import zipfile

def get_requires_for_build_editable(settings=None):
    return []

def build_editable(folder, settings=None, metadata=None):
    with open("built", "a") as built:
        built.write("once more\\n")
    with zipfile.ZipFile(f"{folder}/small-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("small-1.dist-info/METADATA", "Metadata-Version: 2.1\\nName: small\\nVersion: 1\\n")
        wheel.writestr("small-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("small-1.dist-info/RECORD", "")
    return "small-1-py3-none-any.whl"
'''


def small_project(root: Path) -> None:
    """A project that is installed from nothing but itself."""
    shutil.copy(SCRIPT, root / ".ci" / "set_up.py")
    (root / "backend.py").write_text(_BACKEND)
    (root / "pyproject.toml").write_text(
        '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
        '[project]\nname = "small"\nversion = "1"\n'
    )


def stub(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="package managers are asked on Linux only")
def test_the_script_itself_sets_a_folder_with_a_space_in_its_name_up(checkout: Path, tmp_path: Path) -> None:
    small_project(checkout)
    programs, record = tmp_path / "bin", tmp_path / "asked"
    programs.mkdir()
    stub(programs / "sudo", '[ "$1" = -n ] && shift; exec "$@"')
    # It brings the screen that is missing here.
    screen = f"for p in Xvfb xauth; do echo '#!/bin/sh' >'{programs}'/$p; chmod +x '{programs}'/$p; done"
    stub(programs / "apt-get", f"""echo "$@" >>'{record}'\ncase "$1" in install) {screen};; esac""")
    for needed in ("sh", "env", "chmod", "true"):
        found = shutil.which(needed)
        assert found is not None
        (programs / needed).symlink_to(found)
    environ = {"PATH": str(programs), "HOME": str(tmp_path), "PIP_NO_INDEX": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [sys.executable, str(checkout / ".ci" / "set_up.py"), "dev"]
    for _ in range(2):
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    asked = record.read_text().splitlines()
    assert asked[0] == "update -qq"
    assert {"install", "xauth", "xvfb"} <= set(asked[1].split())
    assert (checkout / "built").read_text() == "once more\n", "the second time everything was there"
    installed = [
        str(checkout / ".venv" / "bin" / "python"),
        "-c",
        "import importlib.metadata as m; print(m.version('small'))",
    ]
    assert subprocess.run(installed, env=environ, capture_output=True, text=True, check=True).stdout == "1\n"


def test_the_readmes_commands_and_the_continuous_integration_set_up_by_nothing_else() -> None:
    commands = re.findall(r"<!-- (\w+) -->\n```sh\n(.*?)\n```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    begins = {which: command.partition(" && ")[0] for which, command in commands}
    assert begins == {"run": "python3 .ci/set_up.py", "test": "python3 .ci/set_up.py dev"}
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "apt-get" not in (ROOT / ".ci" / "run").read_text("utf-8") + (ROOT / "README.md").read_text("utf-8")

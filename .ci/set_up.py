"""Sets everything up that the program needs here, or says what to ask for; when all is there, it is done at once.

python3 .ci/set_up.py        what running takes: system libraries, a virtual environment in .venv, the packages in it
python3 .ci/set_up.py dev    what testing takes too

It stands alone and is read by older Pythons as well, so that they can be told that they are too old.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

PACKAGE_OF: Final = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What a window loads from the system, and the package of Debian and Ubuntu that has it."""

PACKAGE_OF_PROGRAM: Final = {"Xvfb": "xvfb", "xauth": "xauth"}
"""Programs that give the tests a screen where there is none, and their packages."""

_OLDEST: Final = (3, 11)


class Computer:
    """The computer that is set up: what is asked of it and done to it."""

    python: tuple[int, int] = sys.version_info[:2]
    linux: bool = sys.platform == "linux"

    def loads(self, library: str) -> bool:
        """Whether the system has this library."""
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    def imports(self, module: str) -> bool:
        """Whether this Python has the module."""
        importlib.invalidate_caches()
        return importlib.util.find_spec(module) is not None

    def finds(self, program: str) -> bool:
        """Whether a program of this name can be started."""
        return shutil.which(program) is not None

    def is_root(self) -> bool:
        """Whether we may do anything here."""
        return os.geteuid() == 0

    def can_ask(self) -> bool:
        """Whether somebody is there who can type a password."""
        return sys.stdin is not None and sys.stdin.isatty()

    def run(self, *command: str, folder: Path | None = None) -> int:
        """Run a command to its end and let only its complaints be heard; gives its exit code."""
        return subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False).returncode

    def tries(self, *command: str) -> bool:
        """Whether a command succeeds; nothing that it says is heard."""
        return subprocess.run(command, capture_output=True, check=False).returncode == 0

    def tell(self, sentence: str) -> None:
        """Say something to whoever sets up."""
        sys.stderr.write(f"{sentence}\n")


class Environment:
    """The virtual environment of a checkout; it remembers from what it was made."""

    def __init__(self, root: Path, computer: Computer) -> None:
        self._root = root
        self._computer = computer
        self._folder = root / ".venv"
        self._note = self._folder / "attune-set-up"
        self._python = self._folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def is_settled(self, *, dev: bool) -> bool:
        """Whether what is wanted was installed from just this, so that nothing is left to do."""
        try:
            noted = self._note.read_text("utf-8")
        except OSError:
            return False
        return self._python.exists() and noted in {self._origin(dev=True), self._origin(dev=dev)}

    def works(self) -> bool:
        """Whether packages can be installed into it; it may be half made, or its Python may be gone."""
        return self._python.exists() and self._computer.tries(str(self._python), "-c", "import pip")

    def make(self) -> bool:
        """Make it anew; gives whether that went well."""
        return self._computer.run(sys.executable, "-m", "venv", "--clear", str(self._folder)) == 0

    def settle(self, *, dev: bool) -> bool:
        """Install what is wanted into it; gives whether that went well."""
        self._note.unlink(missing_ok=True)
        install = (str(self._python), "-m", "pip", "install", "-q", "-c", ".ci/constraints.txt")
        if self._computer.run(*install, "-e", ".[dev]" if dev else ".", folder=self._root) != 0:
            return False
        self._note.write_text(self._origin(dev=dev), "utf-8")
        return True

    def _origin(self, *, dev: bool) -> str:
        digest = hashlib.sha256(repr((str(self._root), self._computer.python)).encode())
        for file in ("pyproject.toml", ".ci/constraints.txt"):
            digest.update((self._root / file).read_bytes())
        return f"{digest.hexdigest()} {'dev' if dev else 'run'}\n"


def lacking(computer: Computer, *, dev: bool, environment: bool) -> dict[str, str]:
    """What is missing of the system, each with its package; ``environment`` says whether one is still to be made."""
    if not computer.linux:
        return {}
    missing = {name: package for name, package in PACKAGE_OF.items() if not computer.loads(name)}
    if dev:
        missing |= {name: package for name, package in PACKAGE_OF_PROGRAM.items() if not computer.finds(name)}
    if environment and not _makes_environments(computer):
        missing["ensurepip"] = "python{}.{}-venv".format(*computer.python)
    return missing


def _makes_environments(computer: Computer) -> bool:
    # Debian leaves both to a package of its own.
    return computer.imports("venv") and computer.imports("ensurepip")


def bring_what_is_lacking(computer: Computer, *, dev: bool, environment: bool) -> None:
    """Install what is missing of the system where that can be done from here; otherwise say what to ask for."""
    missing = lacking(computer, dev=dev, environment=environment)
    if missing and computer.finds("apt-get"):
        as_root = _as_root(computer)
        if as_root is not None:
            _install(computer, as_root, sorted(set(missing.values())))
            missing = lacking(computer, dev=dev, environment=environment)
        if missing:
            computer.tell(
                "Attune needs system packages that are missing here and could not be installed; please ask the "
                f"administrator of this computer to run: apt-get install {' '.join(sorted(set(missing.values())))}"
            )
    elif missing:
        computer.tell(
            "Attune needs these from the system, and they are missing here; please install them with the package "
            f"manager of this computer: {', '.join(sorted(missing))}"
        )


def _as_root(computer: Computer) -> tuple[str, ...] | None:
    """What to put before a command that only root may run; nothing will do where there is nobody to be asked."""
    if computer.is_root():
        return ()
    if computer.finds("sudo") and (computer.can_ask() or computer.tries("sudo", "-n", "true")):
        return ("sudo",)
    return None


def _install(computer: Computer, as_root: Sequence[str], packages: Sequence[str]) -> None:
    computer.tell(f"Installing system packages: {' '.join(packages)}")
    computer.run(*as_root, "apt-get", "update", "-qq")
    # Nobody is asked anything, and only these packages come.
    unattended = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-qq", "-y")
    computer.run(*as_root, *unattended, "--no-install-recommends", *packages)


def main(argv: Sequence[str], root: Path, computer: Computer) -> int:
    """Set the checkout in ``root`` up; gives 0 where the program can be started then, if only in a terminal."""
    parser = argparse.ArgumentParser(prog="set_up.py", description="Set up what Attune needs on this computer.")
    parser.add_argument("more", nargs="?", choices=["dev"], help="what testing takes, too")
    dev = parser.parse_args(argv).more == "dev"
    if computer.python < _OLDEST:
        computer.tell("Attune needs Python 3.11 or newer, and this is {}.{}.".format(*computer.python))
        return 1
    return 0 if _set_up(Environment(root, computer), computer, dev=dev) else 1


def _set_up(environment: Environment, computer: Computer, *, dev: bool) -> bool:
    settled = environment.is_settled(dev=dev)
    to_be_made = not settled and not environment.works()
    bring_what_is_lacking(computer, dev=dev, environment=to_be_made)
    if settled:
        return True
    if to_be_made and not _makes_environments(computer):
        computer.tell("This Python cannot make virtual environments: it lacks “venv” or “ensurepip”.")
        return False
    computer.tell("Installing Attune’s packages into .venv; the first time takes a few minutes.")
    if (to_be_made and not environment.make()) or not environment.settle(dev=dev):
        computer.tell("The packages could not be installed; the reason stands above.")
        return False
    return True


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Path(__file__).resolve().parent.parent, Computer()))
    except KeyboardInterrupt:
        sys.exit(130)

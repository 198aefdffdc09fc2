"""Builds the bundle, a folder that holds Attune with a Python of its own, and tries it: ``.venv/bin/python .ci/bundle.py``.

It needs PyInstaller (``pip install -e '.[bundle]'``), writes to ``dist/Attune``, and gives 0 where the bundle works.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
NAME: Final = "Attune"
_NEEDED: Final = (
    "PySide6-Essentials",
    "shiboken6",
    "PyYAML",
    "networkx",
    "numpy",
    "apsw",
    "platformdirs",
    "Babel",
    "cryptography",
    "XlsxWriter",
)
_ICON: Final = {"win32": "attune.ico", "darwin": "attune.icns"}.get(sys.platform, "attune-256.png")


def build(target: Path) -> Path:
    """Make the bundle below a folder; gives the program in it."""
    brought = [f"--add-data={ROOT / name}:simulator/shipped/{name}" for name in ("assets", "scenarios")]
    metadata = [f"--copy-metadata={name}" for name in ("attune", *_NEEDED)]
    work = target / "build"
    subprocess.run(
        [
            *(sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN", "--onedir"),
            *("--console", f"--name={NAME}", f"--distpath={target}", f"--workpath={work}", f"--specpath={work}"),
            f"--icon={ROOT / 'assets' / 'app-icon' / _ICON}",
            # Commands, sentences and notices are loaded by name.
            *("--collect-submodules=simulator", "--collect-data=simulator", "--collect-data=babel"),
            *(*brought, *metadata, str(ROOT / "main.py")),
        ],
        check=True,
        cwd=ROOT,
    )
    shutil.rmtree(work)
    return target / NAME / (f"{NAME}.exe" if os.name == "nt" else NAME)


def works(program: Path) -> bool:
    """Whether the window opens and commands answer, from a folder that has nothing to do with it."""
    with tempfile.TemporaryDirectory() as elsewhere:
        environ = {**os.environ, "ATTUNE_HOME": elsewhere, "QT_QPA_PLATFORM": "offscreen"}
        tried = (
            ["--smoke"],
            ["--version"],
            ["about"],
            # Plays a group and takes in what it signed, so that signing and database are tried too.
            ["demo", "--smoke"],
            ["check", "--quick", str(next(program.parent.rglob("shipped/scenarios")))],
        )
        return all(
            subprocess.run([program, *words], cwd=elsewhere, env=environ, check=False).returncode == 0
            for words in tried
        )


if __name__ == "__main__":
    made = build(ROOT / "dist")
    sys.stdout.write(f"{made}\n")
    sys.exit(0 if works(made) else 1)

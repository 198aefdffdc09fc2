"""No message becomes words while the program is loaded: the reader's language is known only later."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOADS_EVERYTHING = """
import importlib, pkgutil
from simulator.messages.message import Catalogue

def say(_catalogue, message):
    raise AssertionError(f"{message.id} is said at import")

Catalogue.say = say
import simulator
names = [found.name for found in pkgutil.walk_packages(simulator.__path__, "simulator.") if "__main__" not in found.name]
for name in names:
    importlib.import_module(name)
print(len(names))
"""


def test_nothing_is_rendered_at_import() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", LOADS_EVERYTHING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert loaded.returncode == 0, loaded.stderr
    assert int(loaded.stdout) > 300

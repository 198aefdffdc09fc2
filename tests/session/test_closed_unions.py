"""Whoever adds a kind of event or of action is told by the type checker where it must be handled."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HANDLED = {
    "SessionEvent": {"codec.py": 1, "engine.py": 2, "record.py": 2},
    "Action": {"engine.py": 1, "first_edition.py": 1},
}


def with_one_more(union: str, folder: Path) -> None:
    """The program with one more class in a union."""
    shutil.copytree(ROOT / "simulator", folder / "simulator", ignore=shutil.ignore_patterns("__pycache__", "ui"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    file = folder / "simulator" / "session" / ("events.py" if union == "SessionEvent" else "actions.py")
    text = file.read_text("utf-8")
    named = f"{union}: TypeAlias = "
    assert text.count(named) == 1
    more = '@dataclass(frozen=True, slots=True)\nclass Sang:\n    """A kind that is new."""\n\n\n'
    file.write_text(text.replace(named, f"{more}{named}Sang | "), "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("union", HANDLED)
def test_every_match_over_a_union_is_closed(union: str, tmp_path: Path) -> None:
    with_one_more(union, tmp_path)
    command = [sys.executable, "-m", "mypy", "--cache-dir", str(tmp_path / "cache"), "simulator/session"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    places = re.findall(r'^simulator/session/(\w+\.py):\d+: error: Argument 1 to "assert_never"', told, re.M)
    assert {name: places.count(name) for name in set(places)} == HANDLED[union], told

"""Small scenario folders for the tests of the library."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from simulator.scenario.library import Library, Listing

SHIPPED: Final = Path(__file__).parents[2] / "scenarios"
CONCERT: Final = """format: scenario/1
id: {id}
title: {title}
language: en
about: Ines cancelled for a concert.
objectives: [notice a withdrawal]
difficulty: 1
cause: tone
content-notes: [shame]
patient:
  use: patients/ines-carvalho.yaml
start: silence
moments:
  silence:
    reaction: minimal
    marker: wd_minimal
    patient: Fine.
    thinks: There it is.
    responses:
      policy: {{say: That is the rule., move: defend_justify, debrief: Explains.}}
      own: {{say: I sounded annoyed., move: own_contribution, quality: 3, debrief: Names it.}}
      notice: {{say: It got quieter., move: notice_shift, debrief: Guesses.}}
"""
_DEEP: Final = 1_100
BROKEN: Final = CONCERT.replace("reaction: minimal", "reaction: minimall")


def people_in(folder: Path) -> Path:
    """A scenario folder with the shipped patients and reactions, and no scenario."""
    for part in ("patients", "reactions"):
        shutil.copytree(SHIPPED / part, folder / part)
    return folder


@contextmanager
def folders_without_end(folder: Path) -> Iterator[None]:
    """More folders in each other than Python can go into one by one; taken away again the same way."""
    path, way = os.fspath(folder), []
    for _ in range(_DEEP):
        path = os.path.join(path, "d")  # noqa: PTH118 - a Path of this length is slow
        os.mkdir(path)  # noqa: PTH102
        way.append(path)
    yield
    for path in reversed(way):
        os.rmdir(path)  # noqa: PTH106


def write(root: Path, id_: str, title: str = "The concert", text: str = CONCERT) -> Path:
    """A scenario in a file of its name; ``id_`` may begin with folders."""
    return write_as(root / f"{id_}.yaml", id_.rpartition("/")[2], title, text)


def write_as(path: Path, id_: str = "concert", title: str = "The concert", text: str = CONCERT) -> Path:
    """A scenario in a file of any name; skips the test where the disk has no such names."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.format(id=id_, title=title), encoding="utf-8")
    except (OSError, ValueError):
        pytest.skip("the disk refuses such a name")
    return path


def index(root: Path) -> Path:
    """Where the library over a folder keeps its index."""
    return root.parent / "index.json"


def listing(*roots: Path) -> Listing:
    """What a newly started program lists."""
    return Library(roots, index(roots[0])).listing()


def reasons(*roots: Path) -> dict[str, str]:
    """What is on no shelf: the id of the reason by path."""
    return {left.path: left.reason.id.removeprefix("library/") for left in listing(*roots).left_out}

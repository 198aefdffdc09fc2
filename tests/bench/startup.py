"""From nothing to the painted library, against an empty window of the same toolkit."""

from __future__ import annotations

import tempfile
from contextlib import closing
from pathlib import Path

from simulator.session.ids import PersonId
from simulator.session.store import Person
from simulator.storage.home import open_store
from simulator.storage.settings import DISCLAIMER_VERSION, Settings, Theme, save_settings
from tests.bench.measuring import ROOT, Row, by_turns, child_environ, cpu_of_child, milliseconds

_TARGET = 1.35
_CHILDREN = ROOT / "tests" / "bench" / "children"


def startup(rounds: int = 15) -> list[Row]:
    """CPU to the first painted library page; index and bytecode are warm, as from the second start on."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "home")
        home.mkdir()
        kim = Person(PersonId("5a1e7a4e-0000-4000-8000-00000000c1a0"), "Kim")
        save_settings(home, Settings(kim.name, kim.id, DISCLAIMER_VERSION, Theme.LIGHT))
        with closing(open_store(home)) as store:
            store.add_person(kim)
        environ = child_environ(ATTUNE_HOME=str(home), PYTHONPYCACHEPREFIX=str(Path(folder, "bytecode")))

        def ours() -> float:
            return cpu_of_child([str(_CHILDREN / "first_page.py")], environ)

        def floor() -> float:
            return cpu_of_child([str(_CHILDREN / "empty_window.py")], environ)

        ours(), floor()
        pair = by_turns(ours, floor, rounds)
    return [
        Row(
            "start-up to the painted library (CPU; floor: empty PySide6 main window)",
            milliseconds(pair.ours),
            milliseconds(pair.floor),
            pair.ratio,
            f"ratio <= {_TARGET}",
            pair.ratio <= _TARGET,
        )
    ]

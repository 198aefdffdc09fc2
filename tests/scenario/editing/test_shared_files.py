"""Edits of patient files and reaction graphs: any in any order, and undoing gives the very bytes back."""

from __future__ import annotations

import random

import pytest

from simulator.alliance.moves import Move
from simulator.patient.grid import GRID_STATES
from simulator.scenario.editing.intents import Add, Copy, Intent, Remove, SetValue
from simulator.scenario.editing.making import new_id
from simulator.scenario.editing.written import Written
from simulator.scenario.files import PinnedFiles
from simulator.scenario.nodes import Path
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.source_text import SourceText
from simulator.services.edited_file import EditedFile
from tests.scenario.editing.random_edits import WORDS, comments, leaves
from tests.scenario.texts import SHIPPED, SHIPPED_TEXTS

FILES = PinnedFiles(SHIPPED_TEXTS)
SHARED = sorted(name for name in SHIPPED_TEXTS if "/" in name)
CELLS = ["stay", "exploring / avoiding", "exploring * shut-down", "next"]
STEPS = 40


def any_of(written: Written, chance: random.Random) -> Intent:
    """Something that an author could do in a patient file or a reaction file."""
    texts = [at for at in leaves(written.root) if at[-1] in ("patient", "thinks", "about", "because", "say", "opens")]
    cells = [at for at in leaves(written.root) if at[:1] == ("moves",) and "because" not in at]
    states = list(written.keys(("lines",)))
    match chance.randrange(5):
        case 0 if cells:
            return SetValue(chance.choice(cells), chance.choice(CELLS))
        case 1 if states:
            at: Path = ("lines", chance.choice(states), "wordings")
            id_ = new_id("new-wording", written.keys(at))
            return Add((*at, id_), {"patient": chance.choice(WORDS), "thinks": chance.choice(WORDS)})
        case 2 if states:
            place = ("reactions", "change", str(chance.choice(list(Move))), str(chance.choice(GRID_STATES)))
            if written.has(place):
                return Remove(place)
            return Add(place, {"to": chance.choice(CELLS), "because": chance.choice(WORDS)})
        case 3 if states:
            at = ("lines", chance.choice(states), "wordings")
            wording = chance.choice(list(written.keys(at)) or [""])
            if wording:
                return Copy((*at, wording), (*at, new_id(wording, written.keys(at))))
    return SetValue(chance.choice(texts), chance.choice(WORDS))


@pytest.mark.slow
@pytest.mark.parametrize("name", SHARED)
def test_any_edits_in_any_order(name: str) -> None:
    data = (SHIPPED / name).read_bytes()
    file, chance = EditedFile(FILES, name, SourceText.of_bytes(data), steady_ms=lambda: 0), random.Random(11)
    states = [data]
    for _ in range(STEPS):
        before = file.source.text
        intent = any_of(file.written, chance)
        file.make(intent)
        assert isinstance(intent, Remove) or not comments(before) - comments(file.source.text)
        if file.source.to_bytes() != states[-1]:
            states.append(file.source.to_bytes())
    cold = OpenDocument(FILES, name, SourceText.of_bytes(file.source.to_bytes()))
    assert file.written.root == cold.written.root
    assert file.reading.diagnostics == cold.reading.diagnostics
    assert file.reading.lines == cold.reading.lines
    for state in reversed(states[:-1]):
        file.undo()
        assert file.source.to_bytes() == state
    assert states[0] == data
    assert file.undo_name is None


def test_a_goodbye_in_one_wording_becomes_the_first_of_several() -> None:
    text = "format: patient/2\nid: a\nlike: patients/ines-carvalho.yaml\ngoodbyes:\n  partly: See you. # or so\n"
    file = EditedFile(FILES, "patients/a.yaml", SourceText.of_bytes(text.encode()), steady_ms=lambda: 0)
    file.make(
        SetValue(("goodbyes", "partly"), {"wordings": {"first": {"patient": "See you."}, "b": {"patient": "Bye."}}})
    )
    assert file.reading.diagnostics == ()
    assert "  partly: # or so\n    wordings:\n" in file.source.text
    file.undo()
    assert file.source.text == text

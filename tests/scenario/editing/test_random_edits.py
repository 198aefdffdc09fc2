"""Any edits in any order: text, reading and intention agree, no remark is lost, and undoing gives the very bytes back."""

from __future__ import annotations

import random

import pytest

from simulator.messages.sentences.editing import TYPED
from simulator.scenario.editing.intents import Remove
from simulator.scenario.files import PinnedFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.source_text import Edit, SourceText
from simulator.services.edited_file import EditedFile
from tests.scenario.editing.random_edits import any_intent, has_no_tab, kept
from tests.scenario.texts import SHIPPED, SHIPPED_TEXTS

FILES = PinnedFiles(SHIPPED_TEXTS)
STEPS = 60


def edited(name: str, data: bytes) -> EditedFile:
    return EditedFile(FILES, name, SourceText.of_bytes(data), steady_ms=lambda: 0)


@pytest.mark.parametrize("name", sorted(SHIPPED_TEXTS))
def test_a_shipped_file_that_was_opened_and_saved_has_the_same_bytes(name: str) -> None:
    data = (SHIPPED / name).read_bytes()
    assert edited(name, data).source.to_bytes() == data


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(name for name in SHIPPED_TEXTS if "/" not in name))
@pytest.mark.parametrize("windows", [False, True])
def test_any_edits_in_any_order(name: str, windows: bool) -> None:
    data = (SHIPPED / name).read_bytes()
    data = data.replace(b"\n", b"\r\n") if windows else data
    file, chance = edited(name, data), random.Random(7)
    states = [file.source.to_bytes()]
    for _ in range(STEPS):
        before = file.source.text
        if chance.random() < 0.2:
            at = before.index("thinks: ", chance.randrange(len(before) // 2)) + len("thinks: ")
            file.replace(TYPED(), Edit(at, at, "x"))
        else:
            intent = any_intent(file.written, chance)
            file.make(intent)
            assert isinstance(intent, Remove) or kept(before, file.source.text)
        if file.source.to_bytes() != states[-1]:
            states.append(file.source.to_bytes())
        if chance.random() < 0.2 and len(states) > 1:
            file.undo()
            assert file.source.to_bytes() == states[-2]
            file.redo()
            assert file.source.to_bytes() == states[-1]
    assert has_no_tab(file.source.text)
    cold = OpenDocument(FILES, name, SourceText.of_bytes(file.source.to_bytes()))
    assert file.written.root == cold.written.root
    assert file.reading.draft == cold.reading.draft
    assert file.reading.diagnostics == cold.reading.diagnostics
    for state in reversed(states[:-1]):
        file.undo()
        assert file.source.to_bytes() == state
    assert states[0] == data
    assert file.undo_name is None

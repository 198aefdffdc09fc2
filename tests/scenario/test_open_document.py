"""An open scenario: after any edits it reads as if read for the first time, and an edit reads only what it changed."""

from __future__ import annotations

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.scenario.files import PinnedFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.read import Reading
from simulator.scenario.references import Named
from simulator.scenario.source_text import Edit, SourceText
from tests.scenario.mutations import BITS
from tests.scenario.texts import SHIPPED_TEXTS, SMALL, codes, read_text

FILES = PinnedFiles(SHIPPED_TEXTS)


def opened(text: str = SMALL, path: str = "small.yaml") -> OpenDocument:
    return OpenDocument(FILES, path, SourceText.of_text(text))


def replaced(document: OpenDocument, old: str, new: str) -> Reading:
    start = document.source.text.index(old)
    return document.edit(Edit(start, start + len(old), new))


def assert_as_cold(document: OpenDocument) -> None:
    cold = OpenDocument(FILES, document.path, SourceText.of_bytes(document.source.to_bytes()))
    warm, first = document.reading, cold.reading
    assert warm.diagnostics == first.diagnostics
    assert warm.scenario == first.scenario
    assert warm.draft == first.draft
    spans = [use.span(warm.spans.home) for use in warm.uses]
    assert spans == [use.span(first.spans.home) for use in first.uses]
    assert document.findings() == cold.findings()


def test_an_open_file_reads_as_a_closed_one() -> None:
    reading = opened().reading
    assert reading.scenario == read_text(SMALL).scenario
    assert reading.diagnostics == ()


def test_one_edit_reads_one_block_and_one_moment_again() -> None:
    document = opened()
    blocks = document.blocks_read
    document.findings()
    reading = replaced(document, "Safer ground", "Solid ground")
    assert reading.draft.moments["changes-subject"].first.thinks == "Solid ground."
    assert (document.blocks_read, document.blocks_taken_over, document.moments_read) == (1, blocks - 1, 1)
    replaced(document, "I knew it was selfish", "I knew")
    document.findings()
    assert (document.blocks_read, document.moments_read, document.moments_checked) == (1, 1, 1)


def test_a_block_that_only_moved_is_not_read_again() -> None:
    document = opened()
    replaced(document, "title: The concert", "title: The concert\n# a remark\n# and one more")
    assert (document.blocks_read, document.moments_read) == (1, 0)
    assert document.reading.spans.value("moments", "silence", "thinks").line == 22


def test_undoing_an_edit_reads_nothing() -> None:
    document = opened()
    replaced(document, "Safer ground", "Solid ground")
    replaced(document, "Solid ground", "Safer ground")
    assert (document.blocks_read, document.moments_read) == (0, 0)


def test_a_broken_moment_leaves_the_draft_of_all_others() -> None:
    document = opened()
    reading = replaced(document, "reaction: avoiding", "reaction avoiding")
    assert reading.scenario is None
    assert codes(reading) == ["108"]
    assert list(reading.draft.moments) == ["silence", "changes-subject"]
    assert reading.draft.moments["silence"] == read_text(SMALL).draft.moments["silence"]
    assert reading.draft.values["title"] == "The concert"


def test_the_findings_of_moments_are_there_while_another_is_broken() -> None:
    document = opened(SMALL.replace("marker: wd_minimal", "marker: cf_control"))
    replaced(document, "reaction: avoiding", "reaction avoiding")
    assert document.reading.scenario is None
    assert [(one.code, one.span.line) for one in document.findings()] == [("518", 17)]


def test_every_use_of_a_name_is_known_with_its_place() -> None:
    reading = opened().reading
    lines = SMALL.split("\n")
    named: dict[tuple[Named, str], list[tuple[int, bool]]] = {}
    for use in reading.uses:
        span = use.span(reading.spans.home)
        assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == use.name
        named.setdefault((use.named, use.name), []).append((span.line, use.makes))
    assert named[Named.MOMENT, "silence"] == [(13, False), (15, True), (45, False)]
    assert named[Named.MOMENT, "changes-subject"] == [(18, False), (32, False), (39, False), (40, True)]
    assert named[Named.FLAG, "told"] == [(10, True), (27, False)]
    assert named[Named.FILE, "patients/ines-carvalho.yaml"] == [(12, False)]
    assert named[Named.MOVE, "notice_shift"] == [(30, False)]
    assert named[Named.RESPONSE, "notice"] == [(28, True)]


WHERE = st.floats(0, 1, exclude_max=True)
NEW = st.sampled_from([*BITS, "x", "", "  a:\n", "moments:\n", "\n", "- "]) | st.text(max_size=6)
EDITS = st.lists(st.tuples(WHERE, st.integers(0, 12) | st.integers(0, 400), NEW), min_size=1, max_size=6)


@given(EDITS, st.booleans())
@settings(max_examples=150, deadline=None)
def test_any_edits_give_the_reading_of_the_text_that_comes_of_them(
    edits: list[tuple[float, int, str]], windows: bool
) -> None:
    document = opened("\ufeff" + SMALL.replace("\n", "\r\n") if windows else SMALL)
    for where, length, new in edits:
        start = int(where * len(document.source.text))
        document.edit(Edit(start, min(start + length, len(document.source.text)), new))
        assert_as_cold(document)


@given(EDITS)
@settings(max_examples=25, deadline=None)
def test_the_same_holds_for_a_patient_file(edits: list[tuple[float, int, str]]) -> None:
    path = "patients/ines-carvalho.yaml"
    document = opened(SHIPPED_TEXTS[path], path)
    for where, length, new in edits:
        start = int(where * len(document.source.text))
        document.edit(Edit(start, min(start + length, len(document.source.text)), new))
    assert_as_cold(document)


@pytest.mark.parametrize("name", sorted(name for name in SHIPPED_TEXTS if "/" not in name))
def test_a_letter_typed_into_a_shipped_scenario_reads_one_block_again(name: str) -> None:
    document = opened(SHIPPED_TEXTS[name], name)
    chance = random.Random(1)
    places = [match.end() for match in re.finditer(r"\n        say: ", document.source.text)]
    for at in chance.sample(places, 5):
        document.edit(Edit(at, at, "x"))
        assert (document.blocks_read, document.moments_read) == (1, 1)
    assert_as_cold(document)

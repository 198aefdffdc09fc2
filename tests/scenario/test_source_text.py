"""The text of a file: an edit changes no byte outside itself, whatever line ends and marks the file has."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from simulator.scenario.positions import Positions
from simulator.scenario.source_text import Edit, EditsOverlap, SourceText

WINDOWS = b"\xef\xbb\xbftitle: The concert\r\nabout: \xf0\x9f\x98\x80 fine # a remark\r\n"


def test_an_edit_in_a_windows_file_with_a_mark_and_an_emoji_changes_its_own_bytes_only() -> None:
    source = SourceText.of_bytes(WINDOWS)
    assert source.text == "title: The concert\nabout: 😀 fine # a remark\n"
    at = source.text.index("fine")
    edited = source.edited(Edit(at, at + 4, "good\nand: calm"))
    assert edited.to_bytes() == WINDOWS.replace(b"fine", b"good\r\nand: calm")


def test_several_edits_at_once_are_counted_in_the_text_before() -> None:
    source = SourceText.of_text("one two three").edited(Edit(8, 13, "3"), Edit(0, 3, "1"))
    assert source.text == "1 two 3"


def test_edits_that_overlap_or_lie_outside_are_refused() -> None:
    source = SourceText.of_text("one two")
    with pytest.raises(EditsOverlap):
        source.edited(Edit(0, 3, ""), Edit(2, 4, ""))
    with pytest.raises(EditsOverlap):
        source.edited(Edit(0, 8, ""))


def test_bytes_that_are_no_text_are_kept() -> None:
    source = SourceText.of_bytes(b"a: caf\xe9\nb: c")
    assert source.text == "a: caf\ufffd\nb: c"
    assert source.undecodable == 6
    assert source.edited(Edit(8, 9, "x")).to_bytes() == b"a: caf\xe9\nx: c"


CHARS = st.sampled_from(["a", " ", "\n", "\r\n", "\r", "é", "😀", "# x", "\ufeff", ": "])
BYTES = st.lists(CHARS.map(str.encode) | st.sampled_from([b"\xff", b"\xc3", b"\xa9"]), max_size=12).map(b"".join)
NEW = st.lists(CHARS, max_size=4).map("".join) | st.text(max_size=3)


@given(BYTES)
def test_any_bytes_come_back_as_they_were(data: bytes) -> None:
    assert SourceText.of_bytes(data).to_bytes() == data


@given(BYTES, st.data())
@example(b"a\rb\n", None)
def test_after_an_edit_the_text_is_what_its_bytes_say_and_the_rest_of_the_bytes_is_as_before(
    data: bytes, draw: st.DataObject | None
) -> None:
    source = SourceText.of_bytes(data)
    start, end, new = (1, 2, "") if draw is None else drawn(source.text, draw)
    edited = source.edited(Edit(start, end, new))
    assert edited == SourceText.of_bytes(edited.to_bytes())
    # Counted by characters from both ends, what was not edited stands as it stood.
    assert edited.to_bytes().startswith(SourceText.of_bytes(data).edited(Edit(start, len(source.text), "")).to_bytes())
    left_out = source.edited(Edit(0, end, "")).written
    assert edited.to_bytes().endswith(left_out.encode("utf-8", "surrogateescape"))


def drawn(text: str, draw: st.DataObject) -> tuple[int, int, str]:
    start = draw.draw(st.integers(0, len(text)))
    return start, draw.draw(st.integers(start, len(text))), draw.draw(NEW)


@given(st.text(st.sampled_from("aé😀\n"), max_size=20), st.integers(0, 20))
def test_places_go_to_qt_and_back(text: str, offset: int) -> None:
    positions = Positions("x.yaml", text)
    offset = min(offset, len(text))
    units = positions.to_utf16(offset)
    assert units == len(text[:offset].encode("utf-16-le")) // 2
    assert positions.from_utf16(units) == offset
    span = positions.span(offset, len(text))
    assert positions.offsets(span) == (offset, len(text))


def test_the_middle_of_a_pair_counts_as_its_beginning_and_what_lies_outside_as_the_end() -> None:
    positions = Positions("x.yaml", "a😀b\nc")
    assert positions.from_utf16(2) == 1
    assert positions.from_utf16(99) == 5
    assert positions.offset(9, 9) == 5
    assert positions.offset(1, 99) == 3

"""Cutting a text into blocks: where one begins, what belongs to the one before, and how much may be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.scenario.blocks import cut
from simulator.scenario.file_kind import kind_of
from tests.scenario.texts import SHIPPED_TEXTS, SMALL, codes, read_text


def first_lines(text: str) -> list[str]:
    return [block.text.split("\n")[0] for block in cut(text).blocks]


def test_each_key_at_the_top_and_each_moment_is_a_block() -> None:
    assert first_lines(SMALL)[-4:] == ["start: silence", "moments:", "  silence:", "  changes-subject:"]


def test_each_state_of_a_patient_and_each_move_of_a_reaction_file_is_a_block() -> None:
    patient = first_lines(SHIPPED_TEXTS["patients/ines-carvalho.yaml"])
    assert "  minimal:" in patient
    assert "  own_contribution:" in first_lines(SHIPPED_TEXTS["reactions/alliance_base.yaml"])


@pytest.mark.parametrize(
    "text",
    [
        "a: [\n  b\n]\nc: d\n",
        "a:\n- b\n- c\nd: e\n",
        "a: b\n# a remark\nc: d\n",
        "a: {\n  b: c\n}\nd: e\n",
        "a: b\n\n\nc: d\n",
    ],
)
def test_brackets_lists_and_remarks_at_the_margin_belong_to_the_block_before(text: str) -> None:
    assert len(cut(text).blocks) == 2


@given(
    st.lists(st.sampled_from(["a:", "moments:", " ", "  ", "b: c", "\n", "#", "]", "- ", "---", "\u00a0"])).map("".join)
)
def test_the_blocks_together_are_the_text_from_its_first_content_on(text: str) -> None:
    blocks = cut(text)
    assert "".join(block.text for block in blocks.blocks) == (text[blocks.start :] if blocks.blocks else "")
    assert not text[: blocks.start].strip(" ") or "#" in text[: blocks.start] or "\n" in text


def many_moments(count: int) -> str:
    head, _, _ = SMALL.partition("moments:\n")
    return f"{head}moments:\n" + "".join(f"  m{n}:\n    copy: m0\n" for n in range(count))


def test_five_thousand_moments_may_be_written_and_one_more_is_told() -> None:
    assert "211" not in codes(read_text(many_moments(5_000)))
    assert "211" in codes(read_text(many_moments(5_001)))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SMALL, "scenario"),
        ("# a remark\nformat: patient/2\n", "patient"),
        ('format: "reactions/1"\n', "reactions"),
        ("title: x\n  format: patient/1\n", ""),
        ("", ""),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_format_line(text: str, kind: str) -> None:
    assert kind_of(text) == kind

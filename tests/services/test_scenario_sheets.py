"""On paper a scenario is whole: every line and every answer is there, and each card says where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from simulator.reports.document import Block, Bullets, Document, Section, Spoken, Table
from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import Reading, read_scenario
from simulator.services.scenario_sheets import sheet_for_two, whole_script
from simulator.session.errors import ServiceError
from tests.scenario.texts import SHIPPED_TEXTS, SMALL


def reading(text: str, name: str = "small.yaml") -> Reading:
    return read_scenario(PinnedFiles({**SHIPPED_TEXTS, name: text}), name)


def told(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Section():
                yield str(block.title)
                yield from told(block.blocks)
            case Spoken():
                yield from map(str, (block.who, block.says, *block.shows))
            case Table():
                yield from (str(cell) for row in block.rows for cell in row)
            case Bullets():
                yield from map(str, block.items)


def cards(document: Document) -> dict[str, Section]:
    return {str(one.title): one for one in document.blocks if isinstance(one, Section)}


@pytest.mark.parametrize("name", sorted(name for name in SHIPPED_TEXTS if "/" not in name))
def test_the_script_leaves_nothing_out(name: str) -> None:
    found = reading(SHIPPED_TEXTS[name], name)
    assert found.scenario is not None
    page = "\n".join(told(whole_script(found).blocks))
    for moment in (*found.scenario.moments.values(), *found.scenario.patient.lines.values()):
        for words in (one.patient for one in moment.wordings):
            assert words in page
        for response in moment.responses:
            assert all(wording.say in page for wording in response.wordings)


def test_cards_lead_to_each_other_and_the_therapist_does_not_see_the_person_s_lines() -> None:
    page = sheet_for_two(reading(SMALL))
    first = cards(page)["Card 1: Says little"]
    table = next(one for one in first.blocks if isinstance(one, Table))
    answers = {str(words).split()[0]: str(to) for words, to in table.rows}
    assert answers["b"] == answers["Stays"] == "2", "both lead by script to “changes-subject”"
    assert answers["a"] != "2", "what is owned leads where the person would go"
    choices = "\n".join(told((cards(page)["At card 1"],)))
    assert "I think I sounded annoyed" in choices
    assert "looks at the floor" not in choices
    assert "Names what you did, without asking for anything back." not in choices
    assert "Names what you did, without asking for anything back." in "\n".join(told(page.blocks))


def test_what_cannot_be_played_is_not_brought_to_paper() -> None:
    with pytest.raises(ServiceError, match="cannot be played yet"):
        whole_script(reading(SMALL.replace("start: silence", "start: nowhere")))

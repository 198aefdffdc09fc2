"""The lines of somebody of whom nothing is known: anybody could say them, and there are enough of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from simulator.alliance.moves import is_hindering
from simulator.alliance.reactions import ReactionState
from simulator.patient.act import as_heard
from simulator.scenario.document import Moment, Patient
from simulator.scenario.files import FolderFiles
from simulator.scenario.line_measure import there_for
from simulator.scenario.read import read_patient

ROOT: Final = Path(__file__).parents[2] / "scenarios"
OTHERS: Final = ("daniel-osei", "ines-carvalho", "ruth-adler")
GENDERED: Final = re.compile(r"\b(s?he|him|his|hers?|(?:him|her)self|(?:wo)?m[ae]n)\b", re.IGNORECASE)
OF_ONE_LIFE: Final = re.compile(
    r"\b(mother|father|sister|brother|twins?|husband|wife|child(?:ren)?|daughter|son|bus|lab|shift|school|class|teacher|"
    r"clients?|garden|fee|homework|exercises?|concert|sleep|slept|late start|morning|evening|tonight|week|weeks|months|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|bag|scarf|jacket|coat|glasses)\b",
    re.IGNORECASE,
)
"""What belongs to one person, one scenario or one time of day."""

ANY_WEEK: Final = "It's been one of those weeks"
ENOUGH: Final = {
    "minimal": 3, "avoiding": 3, "shut-down": 6, "complying": 5, "appeasing": 8, "complaint": 4, "rejecting": 3, "pressure": 6,
    "mixed": 2, "engaged": 2, "exploring": 7, "qualified-assertion": 4, "block": 6, "self-assertion": 5, "hurt": 5,
    "vulnerability": 5, "repaired": 2, "transfer": 2, "left": 2,
}  # fmt: skip
"""How many wordings a state needs, as the table in ``scenarios/README.md`` says at its upper figure."""


def of(name: str) -> Patient:
    reading = read_patient(FolderFiles(ROOT), f"patients/{name}.yaml")
    assert reading.patient is not None, [str(one) for one in reading.diagnostics]
    return reading.patient


ANYBODY: Final = of("anybody")
WITH_ANSWERS: Final = [line for line in ANYBODY.lines.values() if line.end is None]


def texts(node: Any) -> Iterator[str]:
    """Everything that a person can read in a file, or in a part of it."""
    if isinstance(node, dict):
        for key, below in node.items():
            if key not in ("pose", "marker", "move", "after", "use", "id"):
                yield from texts(below)
    elif isinstance(node, list):
        for below in node:
            yield from texts(below)
    elif isinstance(node, str):
        yield node


def test_nothing_belongs_to_one_person_alone() -> None:
    written = yaml.safe_load((ROOT / "patients" / "anybody.yaml").read_text(encoding="utf-8"))
    lines = list(texts(written))
    assert [text for text in lines if GENDERED.search(text)] == []
    assert [text for text in lines if OF_ONE_LIFE.search(text) and ANY_WEEK not in text] == []
    names = {word for name in OTHERS for word in of(name).name.split()} | {"Marta", "Judith"}
    assert [text for text in lines if names & set(re.findall(r"\w+", text))] == []


def test_no_line_asks_anything() -> None:
    assert [w.patient for line in ANYBODY.lines.values() for w in line.wordings if "?" in (w.patient or "")] == []


@pytest.mark.parametrize("state", ANYBODY.lines)
def test_there_are_enough_lines_for_any_style(state: ReactionState) -> None:
    """As many as the table says, and as many as anybody has who comes with the program."""
    measure = max(there_for(of(name).lines[state]) for name in OTHERS)
    line = ANYBODY.lines[state]
    assert there_for(line) >= max(measure, ENOUGH[str(state)])
    assert line.end is not None or any(wording.wordless for wording in line.wordings)


@pytest.mark.parametrize("line", WITH_ANSWERS, ids=lambda line: line.id)
def test_neither_length_nor_warmth_gives_the_helpful_answer_away(line: Moment) -> None:
    lengths = {True: [0], False: [0]}
    for response in line.responses:
        hinders = is_hindering(as_heard(response.move, response.quality))
        lengths[hinders] += [len(wording.say) for wording in response.wordings]
        assert len(response.wordings) >= 2, f"{response.id} is offered again in the same words"
    assert max(lengths[True]) > max(lengths[False])


def test_the_shortest_answer_is_not_always_the_helpful_one() -> None:
    shortest = [min(line.responses, key=lambda one: len(one.say)) for line in WITH_ANSWERS]
    helping = [not is_hindering(as_heard(one.move, one.quality)) for one in shortest]
    assert 0.2 < sum(helping) / len(helping) < 0.6

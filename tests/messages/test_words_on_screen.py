"""What a trainee or an instructor reads says it in plain words; the field's and the program's own terms stay with the authors.

Studio, diagnostics and the command line may name keys and codes, so their parts of the catalogue are left out.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Sentence
from simulator.messages.sentence_list import all_sentences
from simulator.scoring.rubric import COMPETENCIES
from simulator.ui.theme import ASSETS

FOR_AUTHORS: Final = frozenset(
    {"command-line", "converting", "learning", "plans", "simulation", "skill", "soundness", "terminal"}
)
"""Parts of the catalogue that Studio and the command line show."""

NOT: Final = re.compile(
    r"\brepair value|\battainable\b|\bprices?\b|\bregret\b|\bpoints lost\b|\bit turned at\b|\bgave (nothing|little) away"
    r"|\bclosed off the repair|\bmarkers?\b|\btag(s|ged|ging)?\b|\blatency\b|\bsecondary ruptures?\b|\bown role\b"
    r"|\bnon-?defensiveness\b|\bnot observed\b|\bgauges?\b|\b(felt|stated) alliance\b|\bminimal\b|\bcomplying\b|\bappeasing\b"
    r"|\brejecting\b|\bqualified assertion\b|\bthe block\b|\bis not let in\b|\bbear it\b|\bfalse repairs?\b|\bforks?\b"
    r"|\bretr(y|ies)\b|\bfirst run\b|\btypical learner\b|\bpolic(y|ies)\b|\bmedian\b|\bblind ways?\b|\bsmells?\b"
    r"|\btry everything\b|\bcohorts?\b|\bheat maps?\b|\bitem analysis\b|\bdistractors?\b|\bsensitivity\b",
    re.IGNORECASE,
)
"""Terms that nobody has to know who practises; LOOK says what to say instead."""


def _for_everybody() -> list[Sentence]:
    return [one for one in all_sentences() if one.id.split("/")[0] not in FOR_AUTHORS]


def _read(text: str) -> str:
    """What is read of a sentence: the names of its values are not."""
    return re.sub(r"\{\w+\}", "", text)


def test_there_is_much_to_read() -> None:
    assert len(_for_everybody()) > 600


@pytest.mark.parametrize("words", ["latency", "the tag", "Two forks", "repair value", "Complying"])
def test_terms_are_noticed(words: str) -> None:
    assert NOT.search(words)


def test_sentences_have_no_terms_in_them() -> None:
    found = {
        one.id: hit[0] for one in _for_everybody() for text in (one.text, one.many) if (hit := NOT.search(_read(text)))
    }
    assert found == {}


@pytest.mark.parametrize(
    "label",
    [*(entry.label for entry in REACTIONS.values()), *(entry.label for entry in COMPETENCIES.values())],
)
def test_labels_have_no_terms_in_them(label: str) -> None:
    assert not NOT.search(label)
    assert label.lower() != "pressure"


@pytest.mark.parametrize("page", ["conversation.md", "competencies.md", "another-try.md", "data.md"])
def test_help_for_who_practises_has_no_terms_in_it(page: str) -> None:
    text = Path(ASSETS / "help" / page).read_text("utf-8")
    assert [hit[0] for hit in NOT.finditer(text)] == []

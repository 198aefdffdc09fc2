"""What a trainee or an instructor reads says it in plain words; the field's and the program's own terms stay with the authors.

Studio, diagnostics and the command line may name keys and codes, so their parts of the catalogue are left out.
"""

from __future__ import annotations

import re
from typing import Final

import pytest

from simulator.alliance.moves import MOVES
from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Sentence
from simulator.messages.sentence_list import all_sentences
from simulator.messages.sentences import headline
from simulator.scoring.rubric import COMPETENCIES
from simulator.shipped_files import ASSETS
from tests.plain_words import terms_in

FOR_AUTHORS: Final = frozenset(
    {
        "analysis-table",
        "canvas",
        "command-line",
        "converting",
        "editing",
        "fault-conditions",
        "fault-parts",
        "fault-reasons",
        "faults",
        "learning",
        "live-proof",
        "marker",
        "plans",
        "proof",
        "proof-parts",
        "scenario-keys",
        "simulation",
        "skill",
        "soundness",
        "own-scenarios",
        "patient-desk",
        "studio",
        "studio-editor",
        "studio-shelf",
        "terminal",
        "ways-of-playing",
    }
)
"""Parts of the catalogue that Studio and the command line show; signs of ruptures keep the names of the manual."""


HELP: Final = ASSETS / "help"


def _for_everybody() -> list[Sentence]:
    return [one for one in all_sentences() if one.id.split("/")[0] not in FOR_AUTHORS]


def _read(text: str) -> str:
    """What is read of a sentence: the names of its values are not."""
    return re.sub(r"\{\w+\}", "", text)


def test_there_is_much_to_read() -> None:
    assert len(_for_everybody()) > 600


IN_POINTS: Final = re.compile(r"looking-back/(assumption|points)|worth/(all|almost-all|goes-on|of-all|of-at-least)")
"""What stands under *How is this worked out?*, the one place for points."""


@pytest.mark.parametrize(
    "words",
    [
        "latency",
        "the tag",
        "Two forks",
        "repair value",
        "Complying",
        "situations and states",
        "your skill is 40",
    ],
)
def test_terms_are_noticed(words: str) -> None:
    assert terms_in(words)


def test_sentences_have_no_terms_in_them() -> None:
    found = {one.id: hit for one in _for_everybody() for text in (one.text, one.many) if (hit := terms_in(_read(text)))}
    assert found == {}


def test_points_are_counted_only_where_it_is_told_how_a_sentence_is_worked_out() -> None:
    told = {one.id for one in _for_everybody() if re.search(r"\bpoints\b", _read(f"{one.text} {one.many}"))}
    told = {id_ for id_ in told if id_.split("/")[0] not in FOR_AUTHORS}
    assert {id_ for id_ in told if not IN_POINTS.fullmatch(id_)} == set()
    assert told


def _prose() -> dict[str, str]:
    """What is read of the catalogue, of the tables and of the help, without what is typed as code."""
    pages = {page.name: page.read_text("utf-8") for page in HELP.glob("*.md")}
    return {
        **{one.id: f"{one.text} {one.many}" for one in all_sentences()},
        **{name: re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL) for name, text in pages.items()},
    }


def test_quotation_marks_and_apostrophes_are_those_of_a_book() -> None:
    prose = _prose()
    assert {"vocabulary.md", "headline/repaired"} <= prose.keys()
    straight = re.compile(r".{0,20}['\"].{0,20}")
    assert {name: hit[0] for name, text in prose.items() if (hit := straight.search(text))} == {}


@pytest.mark.parametrize(
    "label",
    [
        *(entry.label.text for entry in REACTIONS.values()),
        *(one.text for entry in COMPETENCIES.values() for one in (entry.label, entry.help, *entry.anchors)),
        *(one.text for move in MOVES.values() for one in (move.label, move.help, move.timing)),
    ],
)
def test_labels_have_no_terms_in_them(label: str) -> None:
    assert terms_in(label) == []
    assert label.lower() != "pressure"


def test_no_name_of_how_a_patient_is_says_what_the_hour_came_to() -> None:
    """A patient who works with you again may have ended partly repaired."""
    told = [one.text for one in (headline.REPAIRED, headline.PARTLY, headline.UNRESOLVED)]
    assert [
        entry.label.text for entry in REACTIONS.values() if any(entry.label.text.lower() in one.lower() for one in told)
    ] == []


@pytest.mark.parametrize("page", sorted({path.name for path in HELP.glob("*.md")} - {"studio.md", "vocabulary.md"}))
def test_help_for_who_practises_has_no_terms_in_it(page: str) -> None:
    """But for the page that explains the terms, and the one for authors."""
    assert terms_in((HELP / page).read_text("utf-8")) == []


_OTHERWISE: Final = frozenset({"marker/wd-minimal", "vocabulary.md"})
"""Where a response is something that the patient does: a marker of the manual."""


def test_what_is_on_offer_is_called_an_answer_everywhere() -> None:
    keys = re.compile(r"“[^”]*:”|`[^`]*`|--responses|\{\w+\}")
    pages = {page.name: page.read_text("utf-8") for page in HELP.rglob("*.md")}
    read = {one.id: f"{one.text} {one.many}" for one in all_sentences()}
    read |= {name: re.sub(r"```.*?```", "", text, flags=re.DOTALL) for name, text in pages.items()}
    said = {name for name, text in read.items() if re.search(r"\bresponses?\b", keys.sub("", text), re.IGNORECASE)}
    assert said == _OTHERWISE

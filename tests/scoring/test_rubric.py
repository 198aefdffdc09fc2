"""The rubric is complete, in order, and speaks of moves and not of persons."""

from __future__ import annotations

import pytest

from simulator.scoring import score
from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency, CompetencyScore, Signs, Standing
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_in_words
from tests.builders import free_scenario, play


def test_every_competency_has_a_function_and_five_different_anchors() -> None:
    assert list(COMPETENCIES) == list(ASSESSORS) == list(Competency)
    for entry in COMPETENCIES.values():
        assert entry.label.text
        assert entry.help.text
        assert entry.source
        assert entry.help.text in entry.label.note, "translators meet a competency with what it is"
        assert len({anchor.text for anchor in entry.anchors}) == 5


@pytest.mark.parametrize("word", ["you are", "you were", "your personality", "therapist who", "failed to", "3RS"])
def test_anchors_do_not_judge_the_person(word: str) -> None:
    for entry in COMPETENCIES.values():
        assert not [anchor for anchor in entry.anchors if word in anchor.text.lower()]


def test_a_score_carries_its_anchor_and_no_score_none() -> None:
    scored = score(play(free_scenario(), "own_contribution-4"))
    own, seen = scored.competencies[Competency.OWN_ROLE], scored.competencies[Competency.SECONDARY_RUPTURES]
    assert own.anchor == COMPETENCIES[Competency.OWN_ROLE].anchors[4]()
    assert seen.anchor is None


@pytest.mark.parametrize(
    ("standing", "score", "signs", "words"),
    [
        (Standing.SCORED, 4, None, "4 of 5"),
        (Standing.SCORED, 1, Signs(6, 1), "1 of 5"),
        (Standing.NOT_DONE, 1, None, "called for and not done: 1 of 5"),
        (Standing.NOT_REACHED, None, None, "not reached"),
        (Standing.DID_NOT_COME_UP, None, None, "did not come up"),
        (Standing.COUNTED, None, Signs(4, 3), "3 of 4 signs"),
        (Standing.COUNTED, None, Signs(1, 0), "0 of 1 sign"),
        (Standing.COUNTED, None, Signs(7, None), "7 signs came"),
    ],
)
def test_what_stands_where_a_number_would(
    standing: Standing, score: int | None, signs: Signs | None, words: str
) -> None:
    shown = CompetencyScore(Competency.NOTICING, standing, score, None, (), (), signs)
    assert str(standing_in_words(shown)) == words

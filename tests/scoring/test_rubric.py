"""The rubric is complete, in order, and speaks of moves and not of persons."""

from __future__ import annotations

import subprocess
import sys

import pytest

from simulator.scoring import score
from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES
from tests.builders import free_scenario, play


def test_every_competency_has_a_function_and_five_different_anchors() -> None:
    assert list(COMPETENCIES) == list(ASSESSORS) == list(Competency)
    for entry in COMPETENCIES.values():
        assert entry.label
        assert entry.help
        assert entry.source
        assert len(set(entry.anchors)) == 5


@pytest.mark.parametrize("word", ["you are", "you were", "your personality", "therapist who", "failed to", "3RS"])
def test_anchors_do_not_judge_the_person(word: str) -> None:
    for entry in COMPETENCIES.values():
        assert not [anchor for anchor in entry.anchors if word in anchor.lower()]


def test_a_score_carries_its_anchor_and_no_score_the_words_not_observed() -> None:
    scored = score(play(free_scenario(), "own_contribution-4"))
    own, seen = scored.competencies[Competency.OWN_ROLE], scored.competencies[Competency.NOTICING]
    assert own.anchor == COMPETENCIES[Competency.OWN_ROLE].anchors[4]
    assert seen.anchor.startswith("Not observed")


def test_the_rubric_is_not_read_before_it_is_needed() -> None:
    code = "import sys, simulator.scoring; print('tomllib' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.strip() == "False"

"""Draft or published: what trainees meet, what is asked first, and what makes it be asked again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.messages.message import Sentence
from simulator.messages.sentences import publishing as say
from simulator.scenario.editing.intents import SetValue
from simulator.scenario.library import Library
from simulator.scenario.review_record import DRAFT, Answers, review_in, with_review
from simulator.services.own_scenarios import OwnScenarios
from simulator.services.practice import Practice
from simulator.services.publishing import NO, YES, answers_now, lacking, publish, standing_now
from simulator.services.scenario_templates import Answered, ScenarioTemplates
from simulator.services.standings import Standing, standing_of
from simulator.session.errors import ServiceError
from simulator.session.ids import PersonId
from simulator.shipped_files import ASSETS, SCENARIOS
from tests.scenario.texts import SMALL

NOW_MS = 1_790_000_000_000
FULL = Answers("Kim “K” Ä.: x", "Ruth, Tom # both", YES, YES, NO)
HELPS = ("moments", "first-sign", "responses", "would-help")


def test_a_draft_is_met_by_trainees_once_it_is_published_and_asked_again_when_its_story_changes(tmp_path: Path) -> None:
    own = tmp_path / "scenarios"
    own.mkdir()
    (own / "small.yaml").write_text(SMALL)
    templates = ScenarioTemplates(ASSETS / "templates", own, SCENARIOS)
    desk = OwnScenarios(own, SCENARIOS, tmp_path, now_ms=lambda: NOW_MS, steady_ms=lambda: NOW_MS)
    library = Library((own, SCENARIOS), tmp_path / "index.json")
    practice = Practice(
        library,
        trainee=PersonId("kim"),
        now_ms=lambda: NOW_MS,
        new_seed=lambda: 1,
        new_id=lambda: "",
        shipped=SCENARIOS,
    )

    def met() -> bool:
        return "The missed hour" in [item.card.title for item in practice.shelf().items]

    def standing(title: str) -> Standing:
        return next(standing_of(card) for card in library.cards() if card.title == title)

    opened = desk.begin("gone-quiet", lambda id_: templates.filled("gone-quiet", Answered("", {}), id_))
    opened.save()
    assert not met()
    assert (standing("The missed hour"), standing_now(opened)) == (Standing.DRAFT, Standing.DRAFT)
    assert standing("The concert") is Standing.SHIPPED or standing("No problem") is Standing.SHIPPED
    small = next(card for card in library.cards() if card.path == "small.yaml")
    assert standing_of(small) is Standing.NOT_REVIEWED
    unreviewed = [item.card.title for item in practice.shelf().items if not item.reviewed]
    assert unreviewed == [small.title], "without a record it stays there, and says so"

    publish(opened, FULL)
    assert not met(), "not before it is saved"
    opened.save()
    assert met()
    assert answers_now(opened) == FULL
    review = review_in(opened.place.with_suffix(".canvas").read_text())
    assert review is not None
    assert review.on == "2026-09-21"

    opened.file.make(
        SetValue((*HELPS, "say"), "I sounded annoyed, and that was mine; I can see why you would go quiet.")
    )
    opened.save()
    assert met(), "a mended comma asks nothing"
    opened.file.make(SetValue((*HELPS, "quality"), "2"))
    assert standing_now(opened) is Standing.CHANGED
    opened.save()
    assert not met()
    assert standing("The missed hour") is Standing.CHANGED
    opened.file.undo()
    opened.save()
    assert met()


@pytest.mark.parametrize(
    ("answers", "missing"),
    [
        (replace(FULL, notes=""), say.NOTES_MISSING),
        (replace(FULL, anyone=""), say.ANYONE_MISSING),
        (replace(FULL, anyone=NO), say.IDENTITY_IS_NO_CAUSE),
        (replace(FULL, risk=""), say.RISK_MISSING),
        (replace(FULL, risk=YES, second="Tom"), say.PROTOCOL_MISSING),
        (replace(FULL, risk=YES, protocol="safe", second=FULL.by), say.SECOND_MISSING),
        (replace(FULL, risk=YES, protocol="safe", second=f"  {FULL.by.upper()} "), say.SECOND_MISSING),
        (replace(FULL, readers=" "), say.READERS_MISSING),
        (replace(FULL, by=" "), say.BY_MISSING),
        (replace(FULL, risk=YES, protocol="safe", second="Tom"), None),
        (FULL, None),
    ],
)
def test_what_is_not_answered_is_asked_for(answers: Answers, missing: Sentence | None) -> None:
    found = list(lacking(answers).values())
    assert [one.sentence for one in found] == ([missing] if missing else [])


def test_what_cannot_be_read_is_not_published(tmp_path: Path) -> None:
    own = tmp_path / "scenarios"
    own.mkdir()
    (own / "broken.yaml").write_text("format: scenario/2\nid: broken\n")
    opened = OwnScenarios(own, SCENARIOS, tmp_path, now_ms=lambda: 0, steady_ms=lambda: 0).open(own, "broken.yaml")
    with pytest.raises(ServiceError, match="cannot be played yet"):
        publish(opened, FULL)
    assert opened.file.beside == ""


def test_the_record_leaves_what_else_stands_beside_the_scenario_alone() -> None:
    before = "# mine\nformat: canvas/1\nreview:\n  state: published\n  story: x\ncards:\n  a: 1, 2\n"
    assert with_review(before, DRAFT) == before.replace("published\n  story: x", '"draft"')
    assert review_in("format: canvas/1\ncards:\n  review: 1, 2\n") is None
    assert review_in("review: nonsense\n") == DRAFT, "what cannot be read is shown to nobody"

"""Cards, briefings and earlier conversations in the language of a trainee, as far as scenarios are translated."""

from __future__ import annotations

import os

import pytest

from simulator.scenario.library import Card
from simulator.scenario.told_words import hash_of
from simulator.session.store import NO_MEASURES, SessionFilter, SessionOrder
from tests.services.desks import KIM, Desk
from tests.ui.small_scenarios import WAIT, named

TITLE_DE, ABOUT_DE, GOAL_DE, WORK_DE = "Zu spät", "Ines kam zu spät.", "eine Stille aushalten", "Landschaftsarchitektin"


def sidecar(words: dict[str, tuple[str, str]]) -> str:
    entries = "".join(f"  {at}:\n    of: {hash_of(of)}\n    say: {say}\n" for at, (of, say) in words.items())
    return f"format: translation/1\nlanguage: de\nwords:\n{entries}"


@pytest.fixture
def translated(desk: Desk) -> Desk:
    """A desk with two scenarios of its own, of which one is told in German, and so is what its patient does for a living."""
    folder = desk.folder / "scenarios"
    (folder / "patients").mkdir(parents=True)
    (folder / "the-wait.yaml").write_text(WAIT, "utf-8")
    (folder / "waiting.yaml").write_text(named("waiting", "Again the clock"), "utf-8")
    told = {
        "title": ("The wait", TITLE_DE),
        "about": ("Ines came late, and you looked at the clock.", ABOUT_DE),
        "objectives/1": ("stay with a silence", GOAL_DE),
    }
    (folder / "the-wait.de.yaml").write_text(sidecar(told), "utf-8")
    work = {"work": (card(desk, "the-wait").patient_work, WORK_DE)}
    (folder / "patients" / "ines-carvalho.de.yaml").write_text(sidecar(work), "utf-8")
    return desk


def card(desk: Desk, id_: str) -> Card:
    return next(item.card for item in desk.practice.shelf().items if item.card.id == id_)


def test_a_card_is_told_in_the_language_and_one_without_a_translation_in_its_own(translated: Desk) -> None:
    desk = translated
    before = card(desk, "the-wait")
    desk.practice.language = "de_AT"
    german, other = card(desk, "the-wait"), card(desk, "waiting")
    assert (german.title, german.about, german.objectives) == (TITLE_DE, ABOUT_DE, (GOAL_DE,))
    assert other.title == "Again the clock"
    # The person is the same in both, and so is the translation beside the file of the person.
    assert (german.patient_work, other.patient_work) == (WORK_DE, WORK_DE)
    assert desk.practice.open(german).title == TITLE_DE
    # The easiest first, and among these by the names that are read.
    order = [item.card.title for item in desk.practice.shelf().items if item.card.difficulty == german.difficulty]
    assert order == sorted(order, key=str.casefold)
    desk.practice.language = "en"
    assert card(desk, "the-wait") == before


def test_a_translation_that_no_longer_fits_is_not_told_and_one_that_was_mended_is(translated: Desk) -> None:
    desk = translated
    desk.practice.language = "de"
    beside = desk.folder / "scenarios" / "the-wait.de.yaml"
    assert card(desk, "the-wait").title == TITLE_DE
    beside.write_text(sidecar({"title": ("What it was called once", TITLE_DE)}), "utf-8")
    os.utime(beside, ns=(1, 1))
    assert card(desk, "the-wait").title == "The wait"
    beside.write_text(sidecar({"title": ("The wait", "Warten")}), "utf-8")
    os.utime(beside, ns=(2, 2))
    assert card(desk, "the-wait").title == "Warten"


def test_earlier_conversations_are_called_as_the_shelf_calls_their_scenarios_now(translated: Desk) -> None:
    desk = translated
    desk.talk(desk.begin("the-wait"), 1)
    practice = desk.practice
    (header,) = desk.store.query(SessionFilter(trainee=KIM.id), SessionOrder.NEWEST, NO_MEASURES).headers
    assert (header.title, practice.title_of(header)) == ("The wait", "The wait")
    practice.language = "de"
    practice.shelf()
    assert practice.title_of(header) == TITLE_DE
    assert practice.played_scenarios(desk.store) == (("the-wait", TITLE_DE),)
    practice.language = "en"
    assert practice.title_of(header) == "The wait"

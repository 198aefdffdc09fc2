"""The Practice desk: what is on the shelf, a step that is stored before it is shown, and coming back to the same point."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.scenario.library import Library
from simulator.services.practice import Practice, Progress, ShelfItem
from simulator.session import Chose, Mode, ServiceError, SessionId, StayedSilent, Stopped, StoreError, Tag, Tagged
from simulator.session.events import Action
from simulator.storage.memory import MemorySessionStore

SHIPPED = Path(__file__).parents[2] / "scenarios"


class FullStore(MemorySessionStore):
    """A store whose disk is full from some step on."""

    full = False

    def append(self, session: SessionId, action: Action) -> None:
        if self.full:
            raise StoreError("The disk is full. Nothing was changed.")
        super().append(session, action)


@pytest.fixture
def store() -> FullStore:
    return FullStore()


@pytest.fixture
def practice(store: FullStore, tmp_path: Path) -> Practice:
    seeds = iter(range(100))
    library = Library((tmp_path / "scenarios", SHIPPED), tmp_path / "index.json")
    return Practice(
        library, store, trainee="Kim", now_ms=lambda: 1_700_000_000_000, new_seed=lambda: next(seeds), shipped=SHIPPED
    )


def shelved(practice: Practice, scenario: str) -> ShelfItem:
    return next(item for item in practice.shelf() if item.card.id == scenario)


def test_the_shelf_holds_the_shipped_scenarios_unplayed(practice: Practice) -> None:
    assert {i.card.id for i in practice.shelf()} >= {"concert-silence", "homework-load", "push-me"}
    assert all(item.progress == Progress() for item in practice.shelf())


def test_a_session_left_in_the_middle_is_resumed_at_the_exact_point(practice: Practice) -> None:
    play = practice.begin(practice.open(shelved(practice, "concert-silence").card), Mode.PRACTISE)
    play.act(Tagged(Tag.WITHDRAWAL, 900))
    play.act(Chose(play.session.shown()[0].id, 2_000))
    play.act(Tagged(Tag.NOTHING, 700))
    progress = shelved(practice, "concert-silence").progress
    assert (progress.open_session, progress.finished) == (play.id, 0)
    again = practice.resume(play.id)
    assert again.session.standing == play.session.standing
    assert again.session.shown() == play.session.shown()
    assert again.transcript() == play.transcript()


def test_a_resumed_session_keeps_the_texts_it_was_begun_with(practice: Practice, tmp_path: Path) -> None:
    for folder in ("", "patients", "reactions"):
        (tmp_path / "scenarios" / folder).mkdir(parents=True, exist_ok=True)
    for name in ("concert-silence.yaml", "patients/ines-carvalho.yaml", "reactions/alliance_base.yaml"):
        (tmp_path / "scenarios" / name).write_text((SHIPPED / name).read_text("utf-8"), "utf-8")
    play = practice.begin(practice.open(shelved(practice, "concert-silence").card), Mode.LEARN)
    before = play.session.place.moment
    mine = tmp_path / "scenarios" / "concert-silence.yaml"
    mine.write_text(mine.read_text("utf-8").replace(play.session.shown()[0].say, "Something else."), "utf-8")
    assert practice.resume(play.id).session.place.moment == before


def test_what_cannot_be_stored_has_not_happened(practice: Practice, store: FullStore) -> None:
    play = practice.begin(practice.open(shelved(practice, "push-me").card), Mode.LEARN)
    place = play.session.place
    store.full = True
    with pytest.raises(StoreError, match="disk is full"):
        play.act(StayedSilent(0))
    assert play.session.place == place
    assert play.session.exchanges == []
    store.full = False
    play.act(StayedSilent(0))
    assert practice.resume(play.id).transcript() == play.transcript()


def test_what_is_not_possible_is_not_stored(practice: Practice, store: FullStore) -> None:
    play = practice.begin(practice.open(shelved(practice, "push-me").card), Mode.PRACTISE)
    with pytest.raises(ServiceError, match="what you just saw"):
        play.act(Chose(play.session.shown()[0].id, 0))
    assert len(store.load(play.id).events) == 1


def test_the_shelf_tells_the_best_of_the_finished_sessions(practice: Practice) -> None:
    for _ in range(2):
        play = practice.begin(practice.open(shelved(practice, "push-me").card), Mode.LEARN)
        while not play.session.ended:
            play.act(StayedSilent(0))
    stopped = practice.begin(practice.open(shelved(practice, "push-me").card), Mode.LEARN)
    stopped.act(StayedSilent(0))
    stopped.act(Stopped(0))
    progress = shelved(practice, "push-me").progress
    assert progress.finished == 2
    assert progress.best is not None
    assert progress.open_session is None, "a session that was stopped is over"
    assert len(practice.history("push-me")) == 3


def test_nobody_sees_the_sessions_of_somebody_else(practice: Practice, store: FullStore) -> None:
    play = practice.begin(practice.open(shelved(practice, "push-me").card), Mode.LEARN)
    started = replace(play.session.started, trainee="Robin")
    store.create(started, "You nod", play.scenario.path, play.scenario.sources)
    assert {h.started.trainee for h in practice.history()} == {"Kim"}


def test_a_scenario_with_faults_is_refused_with_its_place(practice: Practice, tmp_path: Path) -> None:
    (tmp_path / "scenarios").mkdir()
    text = (SHIPPED / "push-me.yaml").read_text("utf-8").replace("move: own_contribution", "move: own_contributon", 1)
    (tmp_path / "scenarios" / "push-me.yaml").write_text(text, "utf-8")
    card = shelved(practice, "push-me").card
    assert card.problems == 1
    with pytest.raises(ServiceError, match=r"“push-me.yaml” cannot be played: push-me.yaml, line \d+:"):
        practice.open(card)


def test_an_erased_session_is_gone(practice: Practice) -> None:
    play = practice.begin(practice.open(shelved(practice, "push-me").card), Mode.LEARN)
    practice.erase(play.id)
    with pytest.raises(StoreError):
        practice.resume(play.id)

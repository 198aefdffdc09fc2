"""The Practice desk: what is on the shelf, a step that is stored before it is shown, and coming back to the same point."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.patient.verdicts import Verdict
from simulator.services.practice import Progress, local_day
from simulator.session.actions import Choose, GiveTag, StaySilent, Stop
from simulator.session.edition import EDITION, RULES
from simulator.session.errors import ServiceError, StoreError
from simulator.session.events import Ended, StayedSilent, Timing
from simulator.session.ids import PersonId, SessionId
from simulator.session.store import Cursor, Listing, MeasureKey, SessionFilter, SessionOrder, Totals
from simulator.session.vocabulary import Met, Mode, Tag
from tests.services.desks import KIM, NOON_MS, ROBIN, SHIPPED, Desk, FullStore


def copied(desk: Desk, scenario: str, person: str) -> Path:
    """A shipped scenario, with the files that it is made of, in the trainee's own folder."""
    own = desk.folder / "scenarios"
    for name in (f"{scenario}.yaml", f"patients/{person}.yaml", "reactions/alliance_base.yaml"):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text((SHIPPED / name).read_text("utf-8"), "utf-8")
    return own / f"{scenario}.yaml"


def renamed(file: Path, id_: str, title: str) -> Path:
    """A scenario file under another id and title."""
    text = re.sub(r"(?m)^id: .*$", f"id: {id_}", file.read_text("utf-8"))
    new = file.with_name(f"{id_}.yaml")
    file.unlink()
    new.write_text(re.sub(r"(?m)^title: .*$", f"title: {title}", text), "utf-8")
    return new


def _counts(progress: Progress | None) -> Progress | None:
    """What is told of the conversations, but for when the last one ended."""
    return progress and progress._replace(last=None)


# The shelf


def test_the_shelf_holds_the_shipped_scenarios_and_knows_no_progress_until_the_store_has_told(desk: Desk) -> None:
    shelf = desk.practice.shelf()
    assert {item.card.id for item in shelf.items} >= {"concert-silence", "homework-load", "push-me"}
    assert all(item.progress is None for item in shelf.items)
    told = shelf.with_progress(desk.practice.progress(desk.store))
    assert [item.card for item in told.items] == [item.card for item in shelf.items]
    assert all(item.progress == Progress() for item in told.items)


def test_the_shelf_tells_the_progress_in_each_scenario(desk: Desk) -> None:
    desk.act(desk.begin("push-me"), StaySilent(), Stop())
    play = desk.talk(desk.begin("homework-load"), 1)
    items = desk.practice.shelf().with_progress(desk.practice.progress(desk.store)).items
    found = {item.card.id: item.progress for item in items}
    assert _counts(found["push-me"]) == Progress(1, None)
    assert found["homework-load"] == Progress(unfinished=(play.id,))
    assert found["concert-silence"] == Progress()


class CountingStore(FullStore):
    """Counts what it is asked about sessions."""

    asked = 0

    def totals(self, trainee: PersonId) -> Totals:
        self.asked += 1
        return super().totals(trainee)

    def query(
        self,
        wanted: SessionFilter,
        order: SessionOrder,
        key: MeasureKey,
        *,
        size: int = 50,
        after: Cursor | None = None,
    ) -> Listing:
        self.asked += 1
        return super().query(wanted, order, key, size=size, after=after)


def test_the_progress_in_all_scenarios_together_takes_three_questions(tmp_path: Path) -> None:
    store = CountingStore()
    desk = Desk(tmp_path, store)
    for scenario in ("push-me", "homework-load", "concert-silence"):
        desk.act(desk.begin(scenario), StaySilent(), Stop())
        desk.act(desk.begin(scenario), StaySilent())
    store.asked = 0
    assert len(desk.practice.progress(store)) == 3
    assert store.asked == 3, "for what has ended, for what is still open, and for what ended last"


def test_every_conversation_that_came_to_an_end_counts_also_one_that_was_stopped(desk: Desk) -> None:
    for _ in range(2):
        play = desk.begin()
        while not play.session.ended:
            desk.act(play, StaySilent())
    desk.act(desk.begin(), StaySilent(), Stop())
    assert _counts(desk.progress()) == Progress(3, None, ())


def ended_as(desk: Desk, verdict: Verdict) -> None:
    """A conversation that came to something, kept as it would have been logged."""
    play = desk.begin()
    found = play.consider(StaySilent())
    assert found is not None
    assert isinstance(found.event, StayedSilent)
    assert found.event.outcome is not None
    came_to = replace(found.event.outcome, then=Ended(verdict))
    desk.store.append(play.id, replace(found.event, outcome=came_to), Timing(NOON_MS))


@pytest.mark.parametrize(
    ("verdicts", "best"),
    [
        ((Verdict.UNRESOLVED, Verdict.LEFT, Verdict.QUIET_DROP_OUT), None),
        ((Verdict.LEFT, Verdict.PARTLY), Verdict.PARTLY),
        ((Verdict.PARTLY, Verdict.TRANSFER, Verdict.LEFT), Verdict.TRANSFER),
        ((Verdict.REPAIRED, Verdict.PARTLY, Verdict.TRANSFER), Verdict.REPAIRED),
    ],
)
def test_the_best_so_far_is_told_if_it_is_a_repair(
    desk: Desk, verdicts: tuple[Verdict, ...], best: Verdict | None
) -> None:
    for verdict in verdicts:
        ended_as(desk, verdict)
    assert _counts(desk.progress()) == Progress(len(verdicts), best)


def test_unfinished_conversations_are_told_the_newest_first_and_one_without_a_step_is_none(desk: Desk) -> None:
    older, newer = (desk.act(desk.begin(), StaySilent()) for _ in range(2))
    desk.begin()
    assert desk.progress() == Progress(unfinished=(newer.id, older.id))
    desk.act(newer, Stop())
    assert _counts(desk.progress()) == Progress(1, None, (older.id,))


def test_nobody_sees_the_progress_of_somebody_else(desk: Desk) -> None:
    desk.talk(desk.begin(practice=desk.of(ROBIN)))
    desk.act(desk.begin(practice=desk.of(ROBIN)), StaySilent())
    assert desk.practice.progress(desk.store) == {}
    assert desk.of(ROBIN).progress(desk.store)["push-me"].ended == 1


def test_the_scenarios_that_were_played_are_told_by_title_in_the_library_or_not(desk: Desk) -> None:
    mine = renamed(copied(desk, "concert-silence", "ines-carvalho"), "my-concert", "an hour of my own")
    for name in ("push-me", "my-concert", "homework-load"):
        desk.act(desk.begin(name), StaySilent())
    mine.unlink()
    assert desk.practice.played_scenarios(desk.store) == (
        ("my-concert", "an hour of my own"),
        ("homework-load", "No problem"),
        ("push-me", "You nod"),
    )


def test_a_scenario_that_was_renamed_is_told_by_its_newest_title(desk: Desk) -> None:
    mine = copied(desk, "push-me", "ruth-adler")
    for title in ("First", "Second"):
        mine = renamed(mine, "mine", title)
        desk.act(desk.begin("mine"), StaySilent())
    assert desk.practice.played_scenarios(desk.store) == (("mine", "Second"),)


def test_a_scenario_with_faults_is_refused_with_its_place(desk: Desk) -> None:
    mine = renamed(copied(desk, "push-me", "ruth-adler"), "mine", "Mine")
    mine.write_text(mine.read_text("utf-8").replace("move: own_contribution", "move: own_contributon", 1), "utf-8")
    card = next(card for card in desk.library.cards() if card.path == "mine.yaml")
    assert card.problems == 1
    with pytest.raises(ServiceError, match=r"“mine.yaml” cannot be played: mine.yaml, line \d+:"):
        desk.practice.open(card)


def test_of_two_scenarios_with_one_id_the_later_is_refused_and_has_no_progress(desk: Desk) -> None:
    copied(desk, "push-me", "ruth-adler")
    cards = [card for card in desk.library.cards() if card.id == "push-me"]
    refused = [card for card in cards if card.problem is not None]
    assert (len(cards), len(refused)) == (2, 1)
    with pytest.raises(ServiceError, match=re.escape(str(refused[0].problem))):
        desk.practice.open(refused[0])
    (played,) = (card for card in cards if card.problem is None)
    play = desk.practice.begin(desk.store, desk.practice.open(played), Mode.LEARN)
    desk.act(play, StaySilent())
    shelf = desk.practice.shelf().with_progress(desk.practice.progress(desk.store))
    told = {item.card: item.progress for item in shelf.items if item.card.id == "push-me"}
    assert told == {played: Progress(unfinished=(play.id,)), refused[0]: Progress()}


# A beginning


def test_a_conversation_is_in_the_store_before_its_first_line_is_shown(desk: Desk) -> None:
    play = desk.begin("concert-silence", Mode.PRACTISE, difficulty=3)
    stored = desk.store.load(play.id)
    started, scenario = play.session.started, desk.scenario("concert-silence")
    assert stored.events == (started,)
    assert stored.timings == (Timing(desk.clock.now_ms),)
    assert stored.sources == scenario.sources
    assert stored.header.path == "concert-silence.yaml"
    assert (started.trainee, started.scenario, started.title) == (KIM.id, "concert-silence", scenario.title)
    assert (started.mode, started.difficulty, started.attune) == (Mode.PRACTISE, 3, "0.2.0")
    assert (started.edition, started.rules, started.origin) == (EDITION, RULES, None)
    assert started.day == local_day(desk.clock.now_ms)
    assert play.session.place.turn == 1


def test_each_conversation_has_an_id_and_a_seed_of_its_own(desk: Desk) -> None:
    first, second = desk.begin(), desk.begin()
    assert first.id != second.id
    assert first.session.started.seed != second.session.started.seed
    assert first.session.started.difficulty == desk.scenario().difficulty


def test_a_day_is_written_as_a_date() -> None:
    assert re.fullmatch(r"2026-09-2[012]", local_day(NOON_MS))
    assert local_day(NOON_MS + 86_400_000) > local_day(NOON_MS)


def test_a_start_knows_what_its_trainee_had_met_of_the_scenario(desk: Desk) -> None:
    def met(name: str = "push-me") -> tuple[Met, ...]:
        return desk.begin(name).session.started.met

    assert met() == ()
    assert met() == (Met.SESSION,)
    desk.practice.looked_back(desk.store, "push-me")
    assert met() == (Met.SESSION, Met.DEBRIEFING)
    desk.practice.saw_proof(desk.store, "push-me")
    desk.practice.saw_proof(desk.store, "push-me")
    assert met() == (Met.SESSION, Met.DEBRIEFING, Met.PROOF)
    desk.practice.looked_back(desk.store, "homework-load")
    assert met("homework-load") == (Met.DEBRIEFING,)
    assert met("concert-silence") == ()
    assert desk.begin(practice=desk.of(ROBIN)).session.started.met == ()


# A step


def test_what_cannot_be_stored_has_not_happened(desk: Desk) -> None:
    play = desk.begin()
    place = play.session.place
    desk.store.full = True
    found = play.consider(StaySilent())
    assert found is not None
    with pytest.raises(StoreError, match="disk is full"):
        play.keep(desk.store, found, Timing(NOON_MS))
    play.forget()
    assert not play.pending
    assert play.session.place == place
    assert play.session.exchanges == []
    desk.store.full = False
    desk.act(play, StaySilent())
    assert desk.practice.reopen(desk.store, play.id).transcript is not None
    assert len(desk.store.load(play.id).events) == 2


def test_while_a_step_is_on_its_way_no_second_one_is_taken(desk: Desk) -> None:
    play = desk.begin()
    found = play.consider(StaySilent())
    assert play.pending
    assert play.consider(Choose(play.session.shown()[0].id)) is None
    assert play.consider(Stop()) is None
    assert found is not None
    play.keep(desk.store, found, Timing(NOON_MS))
    assert play.session.exchanges == [], "it has happened once it is settled"
    play.settle(found)
    assert not play.pending
    assert [exchange.response for exchange in play.session.exchanges] == [None]
    assert play.consider(Stop()) is not None


def test_what_is_not_possible_is_neither_pending_nor_stored(desk: Desk) -> None:
    play = desk.begin(mode=Mode.PRACTISE)
    with pytest.raises(ServiceError, match="what you just saw"):
        play.consider(Choose(play.session.shown()[0].id))
    assert not play.pending
    assert len(desk.store.load(play.id).events) == 1
    desk.act(play, GiveTag(Tag.NOTHING), Choose(play.session.shown()[0].id))
    assert len(desk.store.load(play.id).events) == 3


def test_a_step_is_stored_with_its_time_and_the_active_time_spent_on_it(desk: Desk) -> None:
    play = desk.act(desk.begin(), StaySilent())
    stored = desk.store.load(play.id)
    assert stored.events[1] == play.session.events[1]
    assert stored.timings[1] == Timing(desk.clock.now_ms, 4_000)
    assert desk.practice.timing() == Timing(desk.clock.now_ms, None)


def test_an_erased_conversation_is_gone(desk: Desk) -> None:
    play = desk.act(desk.begin(), StaySilent())
    desk.practice.erase(desk.store, play.id)
    assert desk.progress() == Progress()
    with pytest.raises(StoreError, match=f"no conversation {play.id}"):
        desk.practice.reopen(desk.store, play.id)


def test_a_conversation_that_nobody_held_is_unknown(desk: Desk) -> None:
    with pytest.raises(StoreError, match="no conversation 77"):
        desk.practice.reopen(desk.store, SessionId("77"))

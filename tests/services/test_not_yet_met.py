"""Who has not met what: from what came up, with the scenarios that would offer it; and what to practise next of what did."""

from __future__ import annotations

from simulator.alliance.reactions import Family, family_of
from simulator.scoring.competency import Competency
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.assigning import Assignable
from simulator.services.family_words import family_in_words
from simulator.services.not_yet_met import FEW, GroupMeetings, NotYetMet
from simulator.services.review_shelf import ReviewedPerson
from simulator.services.to_practise import ENOUGH, ToPractise
from simulator.services.who_met_what import COUNTED, Asked, WhoMetWhat
from tests.services.played_group import learners, small_solutions

OFFERS_ALL = Assignable("elsewhere", "Elsewhere", tuple(map(str, (Family.WITHDRAWAL, Family.CONFRONTATION))))


def people() -> tuple[ReviewedPerson, ...]:
    return learners(small_solutions(1), 3)


def lines(found: NotYetMet) -> list[str]:
    return [str(sentence) for one in found.what for sentence in one.told()]


def test_what_never_or_seldom_came_up_is_named_with_what_offers_it() -> None:
    group = people()
    held = group[0].sessions[0].stored.started
    shelf = (OFFERS_ALL, Assignable(held.scenario, held.title, (str(Family.WITHDRAWAL),)))
    found = GroupMeetings(group, WhoMetWhat(), shelf).of(group[0])
    exchanges = [exchange for one in group[0].sessions for exchange in one.transcript.exchanges]
    said = lines(found)
    for family, called in ((Family.WITHDRAWAL, "Withdrawal"), (Family.CONFRONTATION, "Confrontation")):
        count = sum(family_of(exchange.before.reaction) is family for exchange in exchanges)
        told = f"{called}: has not come up yet." if not count else f"{called}: came up in {count} moment"
        assert any(words.startswith(told) for words in said) is (count < FEW)
    # No scenario on the shelf offers deference, so it is not asked of anybody.
    assert not any("Deference" in words for words in said)
    # What somebody does not know yet is offered first.
    families = [one for one in found.what if OFFERS_ALL in one.scenarios]
    assert all(one.scenarios[0] == OFFERS_ALL for one in families)
    assert len(set(found.scenarios)) == len(found.scenarios)


def test_a_competency_that_seldom_came_up_names_where_the_group_met_it() -> None:
    group = people()
    held = group[0].sessions[0].stored.started
    counting = WhoMetWhat()
    meetings = GroupMeetings(group, counting, (Assignable(held.scenario, "The trams", ()),))
    for person in group:
        turns = counting.count((person,), Asked())
        seldom = {one for one in COUNTED if sum(turn.competency is one for turn in turns) < FEW}
        assert len(meetings.of(person).what) == len(seldom)
        ever = {one.competency for one in counting.count(group, Asked())}
        where = [words for words in lines(meetings.of(person)) if "“The trams”" in words]
        assert len(where) == len(seldom & ever)


def test_how_it_was_met_changes_nothing_and_people_stay_in_their_order() -> None:
    group = people()
    found = GroupMeetings(group, WhoMetWhat(), (OFFERS_ALL,)).of_everybody()
    assert [one.person for one in found] == list(group)
    assert not any(number in words for one in found for words in lines(one) for number in ("of 5", "mean"))


def test_everybody_is_offered_what_they_met_least_often_of_what_came_up_often_enough() -> None:
    group, counting = people(), WhoMetWhat()
    held = group[0].sessions[0].stored.started
    here = Assignable(held.scenario, "The trams", OFFERS_ALL.families)
    for person in group:
        by: dict[tuple[Competency, Family], list[bool]] = {}
        for turn in counting.count((person,), Asked()):
            if turn.family is not None:
                by.setdefault((turn.competency, turn.family), []).append(turn.met)
        missed = {pair: met for pair, met in by.items() if len(met) >= ENOUGH and not all(met)}
        found = ToPractise(group, counting, (here, OFFERS_ALL)).of(person)
        assert found is not None
        # What is new to somebody is offered before what they know.
        assert found.scenario == OFFERS_ALL
        if not missed:
            assert str(found.told) == "To practise next: “Elsewhere”, which they have not held yet."
            continue
        least = min(sum(met) / len(met) for met in missed.values())
        told = [
            f"{COMPETENCIES[what].label()} · {family_in_words(family)}. It came up in {len(met)} turns and was met in {sum(met)}."
            for (what, family), met in missed.items()
            if sum(met) / len(met) == least
        ]
        assert any(words in str(found.told) for words in told)
    assert ToPractise(group, counting, ()).of(group[0]) is None
    known = ToPractise(group, counting, (here._replace(families=()),)).of(group[0])
    assert known is None, "nothing is offered that does not hold it, nor what was held already"

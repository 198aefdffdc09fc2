"""Which scores a scenario can give: a highest one proved for every competency, and the scores that plays have earned."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import exp
from random import Random
from typing import Final, TypeAlias

from simulator.alliance.moves import is_hindering
from simulator.analysis.possible_turns import possible_turns
from simulator.analysis.repair_ways import attainable_after
from simulator.analysis.solve import Solution
from simulator.scoring.competencies import ASSESSORS
from simulator.scoring.competency import Competency
from simulator.scoring.tag_reading import right_tag
from simulator.session.actions import Choose, GiveTag, StaySilent
from simulator.session.engine import Session, start
from simulator.session.place import Place
from simulator.session.script import SILENT, Script
from simulator.session.transcript import Exchange, Transcript
from simulator.session.vocabulary import Mode, Tag

SCORES: Final = frozenset(range(1, 6))
"""Every score there is."""

PLAYS: Final = 480
"""Plays that are enough for scores that are not rare."""

_NOTHING_NEW: Final = 144
"""So many plays one after the other that earn no other score (six of each way of playing) are enough too."""

_SKILLS: Final = (-0.3, 0.0, 0.1, 0.2, 0.5, 2.0)
"""How strongly a point of attainable repair value draws a choice (log-odds a point); against it where negative."""


@dataclass(frozen=True, slots=True)
class Earning:
    """What a scenario lets a trainee earn in one competency.

    ``highest`` is proved: no path earns more, and where it is ``None`` no path shows the competency. ``earned`` are
    scores that a play of the real engine earned, ``observed`` tells whether any play showed the competency. A score is
    excluded, earned or, where neither was found out, open.
    """

    competency: Competency
    highest: int | None
    earned: frozenset[int]
    observed: bool

    @property
    def excluded(self) -> frozenset[int]:
        """Scores that no path can earn."""
        return frozenset(score for score in SCORES if self.highest is None or score > self.highest)

    @property
    def open(self) -> frozenset[int]:
        """Scores that no play earned and no proof excludes."""
        return SCORES - self.excluded - self.earned


def earnings(
    solution: Solution, dice: Random, plays: int = PLAYS, beat: Callable[[], object] = lambda: None
) -> tuple[Earning, ...]:
    """What can be earned, competency by competency; ``dice`` decide the plays. Where not all was explored nothing is excluded.

    ``beat`` is called every now and then; what it raises ends the work.
    """
    turns = possible_turns(solution, beat) if solution.exact else ()
    earned: Mapping[Competency, set[int]] = {competency: set() for competency in Competency}
    newest = 0
    for number, transcript in enumerate(sampled(solution, dice, plays)):
        for competency, assessor in ASSESSORS.items():
            score = assessor.assess(transcript).score
            if score is not None and score not in earned[competency]:
                earned[competency].add(score)
                newest = number
        beat()
        if number - newest >= _NOTHING_NEW:
            break
    found: list[Earning] = []
    for competency, assessor in ASSESSORS.items():
        highest = assessor.highest(turns) if solution.exact else max(SCORES)
        found.append(Earning(competency, highest, frozenset(earned[competency]), bool(earned[competency])))
        beat()
    return tuple(found)


def sampled(solution: Solution, dice: Random, plays: int) -> Iterator[Transcript]:
    """Sessions played by every way of playing in turn, well and badly, with good eyes and without."""
    player = _Player(solution, dice)
    for number in range(plays):
        yield player.played(*_WAYS[number % len(_WAYS)])


class _Player:
    """Plays sessions of one scenario."""

    def __init__(self, solution: Solution, dice: Random) -> None:
        # A script of its own: the places of hundreds of plays need not be remembered for longer.
        self.script = Script(solution.script.scenario, solution.script.disposition.difficulty)
        self.dice = dice
        self._solution = solution
        self._worth: dict[tuple[int, int], int] = {}

    def played(self, choose: _Choosing, tag: _Tagging) -> Transcript:
        """One session to its end."""
        session = Session(self.script.scenario, start(self.script, Mode.LEARN, 0), self.script)
        while not session.ended:
            place = session.place
            choice = choose(self, place)
            action = StaySilent() if choice == SILENT else Choose(place.moment.responses[choice].id)
            found = session.consider(action)
            assert found.exchange is not None
            given = tag(self, found.exchange)
            session.act(GiveTag(given))
            # No answer depends on the tag before it: what was considered untagged stands as it is.
            session.settle(replace(found, exchange=found.exchange._replace(tag=given)))
        return session.transcript()

    def worth(self, place: Place, choice: int) -> int:
        """The best repair value that a choice leaves attainable."""
        key = (place.number, choice)
        known = self._worth.get(key)
        if known is None:
            known = self._worth[key] = attainable_after(self._solution, self.script.step(place, choice))
        return known


_Choosing: TypeAlias = Callable[[_Player, Place], int]
_Tagging: TypeAlias = Callable[[_Player, Exchange], Tag]


def _any(player: _Player, place: Place) -> int:
    return player.dice.choice((*player.script.offered(place), SILENT))


def _helpful(player: _Player, place: Place) -> int:
    helpful = [c for c in player.script.offered(place) if not is_hindering(place.moment.responses[c].move)]
    return player.dice.choice((*helpful, SILENT))


def _skilled(skill: float) -> _Choosing:
    def choose(player: _Player, place: Place) -> int:
        choices = (*player.script.offered(place), SILENT)
        weights = [exp(skill * player.worth(place, choice)) for choice in choices]
        return player.dice.choices(choices, weights)[0]

    return choose


def _right(_player: _Player, exchange: Exchange) -> Tag:
    return right_tag(exchange)


def _nothing(_player: _Player, _exchange: Exchange) -> Tag:
    return Tag.NOTHING


def _guessed(player: _Player, _exchange: Exchange) -> Tag:
    return player.dice.choice(tuple(Tag))


_WAYS: Final = tuple(product((_any, _helpful, *map(_skilled, _SKILLS)), (_right, _nothing, _guessed)))

"""The Review desk over 100,000 conversations of 20 turns: tables of a group, somebody's course, and the answers at every moment."""

from __future__ import annotations

import random
from collections.abc import Callable

import apsw
import numpy as np
from numpy.typing import NDArray

from simulator.analysis.choice_evidence import SKILLS
from simulator.analysis.items.choices import Choices
from simulator.analysis.items.item_analysis import item_analysis
from simulator.analysis.items.point_fit import bin_of
from simulator.analysis.items.rest_score import Rest
from simulator.analysis.turn_counts import SessionColumns, TurnCounts
from simulator.services.group_evidence import FirstConversation
from simulator.services.skill_course import so_far
from tests.analysis.trainees import made_up
from tests.bench.measuring import Row, by_turns, cpu_of, milliseconds
from tests.services.test_skill_course import conversation

_MOST_S = 0.2
_TIMES = 10
_TURNS, _PEOPLE, _SCENARIOS = 20, 5_000, 10
_POINTS, _ANSWERS = 60, 5
_WHATS, _FAMILIES = 8, 4


def review(sessions: int = 100_000, rounds: int = 3) -> list[Row]:
    """Tables, course and answers."""
    dice = np.random.default_rng(13)
    return [_tables(dice, sessions, rounds), _course(rounds), _answers(dice, sessions, rounds)]


def _tables(dice: np.random.Generator, sessions: int, rounds: int) -> Row:
    turns = sessions * _TURNS
    person = dice.integers(0, _PEOPLE, sessions).astype(np.int32)
    columns = SessionColumns(
        person,
        np.array([f"scenario-{number}" for number in range(_SCENARIOS)])[dice.integers(0, _SCENARIOS, sessions)],
        np.array(["assess", "practise"])[dice.integers(0, 2, sessions)],
        np.array(["2026-09-01", "2026-10-01", "2026-11-01"])[dice.integers(0, 3, sessions)],
        dice.random(sessions) < 0.5,
    )
    counts = TurnCounts(
        person,
        np.repeat(np.arange(sessions, dtype=np.int32), _TURNS),
        dice.integers(0, _WHATS, turns).astype(np.int16),
        dice.integers(0, _FAMILIES + 1, turns).astype(np.int16),
        dice.random(turns) < 0.6,
        _WHATS,
        _FAMILIES,
        _PEOPLE,
    )

    def work() -> None:
        table = counts.table(columns.asked(mode="practise", since="2026-10-01", first_only=True))
        for what in range(_WHATS):
            for family in (*range(_FAMILIES), None):
                table.cell(what, family)

    return _within(f"group tables of {sessions:,} conversations, asked for three things", work, rounds)


def _course(rounds: int) -> Row:
    """Twenty first conversations of 20 choices, and what could be told after each; how many others there are is no matter."""
    dice = random.Random(13)
    worths = ((0, 5, 20, 8), (30, 10, 0, 12), (50, 60, 40, 20))
    played = [
        made_up([(dice.choice(worths), dice.randrange(4)) for _ in range(_TURNS)], patient=str(number))
        for number in range(20)
    ]
    first = [FirstConversation(conversation("2026-11-20"), evidence) for evidence in played]
    so_far(first)
    return _within("the learning curve of somebody with 20 first conversations", lambda: _every_step(first), rounds)


def _every_step(first: list[FirstConversation]) -> None:
    for count in range(1, len(first) + 1):
        so_far(first[:count])


def _within(name: str, work: Callable[[], None], rounds: int) -> Row:
    measure = cpu_of(work)
    taken = min(measure() for _ in range(rounds))
    return Row(name, milliseconds(taken), milliseconds(_MOST_S), taken / _MOST_S, "ratio <= 1", taken <= _MOST_S)


def _answers(dice: np.random.Generator, sessions: int, rounds: int) -> Row:
    rows = sessions * _TURNS
    point = dice.integers(0, _POINTS, rows).astype(np.int32)
    skill, spread = dice.normal(0, 1.5, sessions), dice.uniform(0.3, 1.2, sessions)
    bins = np.repeat([bin_of(Rest(*one)) for one in zip(skill, spread, strict=True)], _TURNS).astype(np.int16)
    taken = dice.integers(0, _ANSWERS, rows)
    offers = np.arange(_POINTS, dtype=np.int32)
    choices: Choices[int, int] = Choices(
        tuple(range(_POINTS)),
        tuple(range(_POINTS * _ANSWERS)),
        np.full(_POINTS, sessions),
        np.tile(1 / (1 + np.exp(-SKILLS)), (_POINTS, 1)),
        (point * _ANSWERS + taken).astype(np.int32),
        bins,
        np.ones(rows, dtype=np.bool_),
        taken == 0,
        np.repeat(offers, _ANSWERS),
        np.arange(_POINTS * _ANSWERS, dtype=np.int32),
        offers,
        np.full(_POINTS * _ANSWERS, rows / _POINTS / _ANSWERS),
        np.full(_POINTS * _ANSWERS, 4.0 * rows / _POINTS),
    )
    joined = _joined(point, taken, skill, sessions)
    pair = by_turns(cpu_of(lambda: item_analysis(choices)), cpu_of(joined), rounds)
    times = pair.floor / pair.ours
    name = f"answers at {_POINTS} moments of {sessions:,} first conversations (floor: a plain join over events)"
    told = milliseconds(pair.ours), milliseconds(pair.floor)
    return Row(name, *told, times, f"ratio >= {_TIMES}", times >= _TIMES)


def _joined(
    point: NDArray[np.int32], taken: NDArray[np.int64], skill: NDArray[np.float64], sessions: int
) -> Callable[[], object]:
    """The same counted by the database: every answer with the moment before it and the skill of who gave it."""
    connection = apsw.Connection(":memory:")
    connection.execute("create table sessions (session integer primary key, skill real) strict")
    connection.execute(
        "create table events (session integer, step integer, moment integer, response integer, primary key (session, step)) "
        "strict, without rowid"
    )
    connection.executemany("insert into sessions values (?, ?)", enumerate(skill.tolist()))
    steps = (
        row
        for session in range(sessions)
        for step in range(_TURNS)
        for row in ((session, step, int(point[session * _TURNS + step]), int(taken[session * _TURNS + step])),)
    )
    with connection:
        connection.executemany("insert into events values (?, ?, ?, ?)", steps)
    asked = (
        "select shown.moment, chose.response, count(*), avg(skill) from events chose "
        "join events shown on shown.session = chose.session and shown.step = chose.step - 1 "
        "join sessions on sessions.session = chose.session group by shown.moment, chose.response"
    )
    return lambda: connection.execute(asked).fetchall()

"""What was possible is worked out once for each content and difficulty, kept for the next program, and can be called off."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from simulator.analysis.budget import MEGABYTE, Budget, Interrupted
from simulator.analysis.fingerprint import prices_fingerprint
from simulator.analysis.solve import Prospect, Solution
from simulator.scenario.document import Scenario
from simulator.scenario.files import FolderFiles
from simulator.scenario.hashes import digest_of, story_digest
from simulator.scenario.read import read_scenario
from simulator.services.examine import Examiner, PinnedScenarios
from simulator.session.actions import Choose
from simulator.session.engine import Session
from simulator.session.errors import ServiceError
from simulator.session.script import Script
from simulator.shipped_files import SCENARIOS
from simulator.storage.cache import Cache
from tests.analysis.mazes import maze
from tests.builders import free_scenario, started


def small(digest: str = "0" * 64) -> Scenario:
    return replace(free_scenario(turns=3), digest=digest)


def test_a_scenario_is_solved_once_for_each_content_and_difficulty() -> None:
    examiner, made = Examiner(), small()
    first = examiner.solution(made, 1)
    assert examiner.solution(made, 1) is first
    assert examiner.solution(made, 2) is not first
    assert examiner.solution(small("1" * 64), 1) is not first


def test_only_the_last_few_are_kept() -> None:
    examiner = Examiner()
    first = examiner.solution(small("a"), 1)
    for digest in "bcd":
        examiner.solution(small(digest), 1)
    assert examiner.solution(small("a"), 1) is not first


def test_a_session_is_held_against_what_was_attainable_from_its_start() -> None:
    made = small()
    session = Session(made, started(made))
    for _ in range(4):
        session.act(Choose("defend_justify"))
        if session.ended:
            break
    worth = Examiner().worth(session)
    assert worth.share is not None
    assert worth.reached is not None
    assert worth.reached < worth.attainable
    assert worth.share == worth.reached * 100 // worth.attainable
    assert worth.worst is not None
    assert worth.worst.best_words


def test_work_that_nobody_waits_for_is_called_off() -> None:
    examiner = Examiner()
    examiner.stop()
    with pytest.raises(Interrupted):
        examiner.solution(small(), 1)


class MemoryKept:
    """A place for solutions that remembers what it was asked."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.taken: list[str] = []

    def get(self, name: str) -> bytes | None:
        self.asked.append(name)
        return self.held.get(name)

    def put(self, name: str, data: bytes) -> None:
        self.taken.append(name)
        self.held[name] = data


def prices(solution: Solution) -> list[Prospect]:
    """What a solution says of the start and of every place after one or two responses."""
    script = Script(small())
    first = script.start()
    second = [place for choice in script.offered(first) if (place := script.step(first, choice).after.place)]
    third = [
        place for one in second for choice in script.offered(one) if (place := script.step(one, choice).after.place)
    ]
    return [solution.prospect(place) for place in (first, *second, *third)]


def test_the_next_program_reads_what_the_last_one_solved() -> None:
    kept = MemoryKept()
    solved = Examiner(kept).solution(small(), 1)
    assert solved.expanded is not None
    assert len(kept.taken) == 1
    program = Examiner(kept)
    read = program.solution(small(), 1)
    assert read.expanded is None, "it was solved again"
    assert len(kept.taken) == 1
    assert prices(read) == prices(solved)
    assert program.solution(small(), 1) is read
    assert len(kept.asked) == 2, "what is in the memory is not looked for on the disk"


def test_a_session_is_worth_the_same_by_what_was_kept() -> None:
    kept, made = MemoryKept(), small()
    session = Session(made, started(made))
    session.act(Choose("defend_justify"))
    assert Examiner(kept).worth(session) == Examiner(kept).worth(session)
    assert len(kept.taken) == 1


def test_another_difficulty_and_another_content_are_kept_apart() -> None:
    kept = MemoryKept()
    longer = replace(small(), turns=4)
    for made, difficulty in ((small(), 1), (small(), 2), (longer, 1)):
        Examiner(kept).solution(made, difficulty)
    assert len(set(kept.taken)) == 3


def test_a_mended_word_costs_no_second_solution() -> None:
    kept, made = MemoryKept(), small("a")
    begins = made.moments["begins"]
    spoken = replace(begins.first, patient="Other words.", shows=("looks up",))
    Examiner(kept).solution(made, 1)
    mended = replace(small("b"), title="Other", moments={"begins": replace(begins, wordings=(spoken, begins.first))})
    found = Examiner(kept).solution(mended, 1)
    assert len(kept.taken) == 1
    assert found.script.scenario.title == "Other", "what is told of it are today's words"


def test_other_rules_do_not_read_what_was_kept() -> None:
    kept, today = MemoryKept(), prices_fingerprint()
    Examiner(kept).solution(small(), 1)
    assert kept.taken == [f"{story_digest(small())}-1-{today}"]


def test_what_was_kept_damaged_is_solved_again_and_kept_anew() -> None:
    kept = MemoryKept()
    Examiner(kept).solution(small(), 1)
    (name,) = kept.held
    whole = kept.held[name]
    kept.held[name] = whole[:-9]
    assert Examiner(kept).solution(small(), 1).expanded is not None
    assert kept.held[name] == whole


def test_after_the_call_to_stop_only_what_was_kept_is_told() -> None:
    kept = MemoryKept()
    Examiner(kept).solution(small(), 1)
    stopped = Examiner(kept)
    stopped.stop()
    assert stopped.solution(small(), 1).exact
    with pytest.raises(Interrupted):
        stopped.solution(small(), 2)
    assert len(kept.taken) == 1, "half a solution was kept"


def test_many_who_ask_at_once_share_one_solution() -> None:
    kept = MemoryKept()
    examiner = Examiner(kept)
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: examiner.solution(small(), 1), range(8)))
    assert all(each is found[0] for each in found)
    assert (len(kept.asked), len(kept.taken)) == (1, 1)


def test_on_the_disk_prices_are_still_there_after_the_program_was_closed(tmp_path: Path) -> None:
    solved = Examiner(Cache(tmp_path / "cache")).solution(small(), 1)
    read = Examiner(Cache(tmp_path / "cache")).solution(small(), 1)
    assert read.expanded is None
    assert prices(read) == prices(solved)


def test_stopping_ends_what_is_being_worked_on_at_its_next_breath() -> None:
    examiner: Examiner
    asked = 0

    def counting() -> float:
        nonlocal asked
        asked += 1
        if asked == 50:
            examiner.stop()
        assert asked <= 50, "it went on after it was stopped"
        return 0.0

    examiner = Examiner(steady=counting)
    with pytest.raises(Interrupted):
        examiner.solution(maze(), 1)
    assert asked == 50


def test_whoever_watches_is_not_asked_more_often_than_a_person_could_see() -> None:
    seconds, heard = count(), 0

    def hears(_turn: int, _states: int) -> bool:
        nonlocal heard
        heard += 1
        return True

    Examiner(steady=lambda: next(seconds) / 1000).solve(Script(small()), hears)
    assert 0 < heard <= next(seconds) / 30 + 1


def test_a_solution_that_the_budget_has_cut_gives_bounds_and_is_not_kept() -> None:
    kept = MemoryKept()
    examiner = Examiner(kept, budget=Budget(bytes=MEGABYTE))
    solution = examiner.solution(maze(), 1)
    assert not solution.exact
    assert kept.taken == []
    assert examiner.solution(maze(), 1) is solution, "it was tried again"


def concert() -> Scenario:
    scenario = read_scenario(FolderFiles(SCENARIOS), "concert-silence.yaml").scenario
    assert scenario is not None
    return scenario


def test_sessions_of_one_scenario_are_looked_back_at_without_reading_it_again() -> None:
    made, pinned = concert(), PinnedScenarios()
    first = pinned.scenario(made.path, made.sources, made.digest)
    assert first.digest == made.digest
    assert all(pinned.scenario(made.path, dict(made.sources), made.digest) is first for _ in range(20))


def test_texts_that_were_changed_are_read_again_and_refused() -> None:
    made, pinned = concert(), PinnedScenarios()
    pinned.scenario(made.path, made.sources, made.digest)
    other = {**made.sources, made.path: made.sources[made.path].replace("difficulty: 1", "difficulty: 2")}
    assert other != made.sources
    with pytest.raises(ServiceError):
        pinned.scenario(made.path, other, made.digest)


def test_as_many_texts_as_are_looked_back_at_together_are_remembered_and_no_more() -> None:
    made, pinned = concert(), PinnedScenarios()

    def read(number: int) -> Scenario:
        text = made.sources[made.path].replace(f"\nturns: {made.turns}\n", f"\nturns: {number + 4}\n")
        sources = {**made.sources, made.path: text}
        return pinned.scenario(made.path, sources, digest_of(dict(sources)))

    eight = [read(number) for number in range(8)]
    assert [read(number) for number in range(8)] == eight
    assert all(read(number) is first for number, first in enumerate(eight))
    read(8)
    assert read(0) is not eight[0]

"""A plan says what must stay as it is; where it is otherwise, the line and what is found there are told."""

from __future__ import annotations

import pytest

from simulator.messages.message import ENGLISH
from simulator.scenario.document import Scenario
from simulator.scenario.editing.intents import Rename
from simulator.scenario.editing.making import make
from simulator.scenario.files import FolderFiles
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.references import Named
from simulator.scenario.source_text import SourceText
from simulator.services.plans import follow, read_plan
from simulator.shipped_files import SCENARIOS
from tests.session.made_events import read_in

CONCERT = "concert-silence.yaml"
GOOD = """
# What must stay.
path owns the tone at once
difficulty 1
seed 3
at silence
offers sorry-if asks-quiet own-it policy
tag withdrawal
pick own-it
at thinking
stay   # leaves room
path stays away
at silence
"""


def concert() -> Scenario:
    return read_in(CONCERT)


def otherwise(*lines: str, scenario: Scenario | None = None) -> tuple[int, str] | None:
    """Where a path of these lines goes otherwise, and the sentence about it; lines count from 1 behind “path”."""
    paths, faults = read_plan("\n".join(["path a path", *lines]))
    assert faults == ()
    fault = follow(paths[0], scenario or concert()).fault
    return None if fault is None else (fault.line - 1, ENGLISH.say(fault.what))


def test_a_plan_holds_paths_by_name_with_what_is_to_be_done_and_seen() -> None:
    paths, faults = read_plan(GOOD)
    assert faults == ()
    assert [(path.name, path.line, len(path.instructions)) for path in paths] == [
        ("owns the tone at once", 3, 8),
        ("stays away", 12, 1),
    ]
    assert (paths[0].instructions[-1].line, paths[0].instructions[-1].word) == (11, "stay")
    followed = follow(paths[0], concert())
    assert followed.fault is None
    started = followed.session.started
    assert (started.difficulty, started.seed, len(followed.session.exchanges)) == (1, 3, 2)


def test_a_plan_finds_what_was_renamed_by_the_id_that_it_had_before() -> None:
    document = OpenDocument(FolderFiles(SCENARIOS), CONCERT, SourceText.of_bytes((SCENARIOS / CONCERT).read_bytes()))
    make(
        document,
        Rename(Named.RESPONSE, "own-it", "says-it", "silence"),
        Rename(Named.RESPONSE, "policy", "the-rule", "silence"),
        Rename(Named.MOMENT, "thinking", "thinks"),
        Rename(Named.MOMENT, "silence", "first"),
    )
    renamed = document.reading.scenario
    assert renamed is not None
    paths, _ = read_plan(GOOD)
    assert follow(paths[0], renamed).fault is None


def test_what_is_not_said_is_as_the_scenario_suggests() -> None:
    (path,), _ = read_plan("path as it is\nat silence\n")
    started = follow(path, concert()).session.started
    assert (started.difficulty, started.seed) == (concert().difficulty, 0)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("walk home", "“walk” is no instruction of a plan. There are: path, difficulty"),
        ("at", "Something must stand behind “at”."),
        (
            "tag sulking",
            "“sulking” cannot stand behind “tag”. There are: nothing, withdrawal, deference, confrontation and opened-up.",
        ),
        ("difficulty 4", "“4” cannot stand behind “difficulty”. There are: 1, 2 and 3."),
        ("seed often", "“often” cannot stand behind “seed”."),
        ("score charm 5", "“charm” cannot stand behind “score”. There are: noticing"),
        ("score outcome", "A score is asked for by a competency and what it must be"),
        ("score outcome > 3", "A score is asked for by a competency and what it must be"),
        ("score outcome >= many", "A score is asked for by a competency and what it must be"),
        ("score outcome >= none", "A score is asked for by a competency and what it must be"),
        ("score outcome = 4 5", "A score is asked for by a competency and what it must be"),
    ],
)
def test_what_is_no_instruction_is_told_with_its_line(line: str, sentence: str) -> None:
    paths, (fault,) = read_plan(f"path a path\n{line}\nat silence")
    assert (fault.line, ENGLISH.say(fault.what)[: len(sentence)]) == (2, sentence)
    assert [one.word for one in paths[0].instructions] == ["at"]


def test_before_the_first_path_nothing_can_stand() -> None:
    paths, faults = read_plan("at silence\n")
    assert (paths, [(fault.line, ENGLISH.say(fault.what)) for fault in faults]) == (
        (),
        [(1, "A plan begins with “path” and a name.")],
    )


@pytest.mark.parametrize(
    ("lines", "line", "sentence"),
    [
        (["at thinking"], 1, "Planned was “thinking”, and it is at “silence”."),
        (["says nothing of the kind"], 1, "“nothing of the kind” is not said. What is said: “"),
        (["offers own-it"], 1, "On offer are: sorry-if, asks-quiet, own-it and policy."),
        (["pick sing"], 1, "“sing” is not on offer at “silence”."),
        (["ends repaired"], 1, "The conversation goes on at “silence”."),
        (["pick own-it", "at silence"], 2, "Planned was “silence”, and it is at “thinking”."),
        (["score noticing 5"], 1, "“noticing” gets no score here."),
    ],
)
def test_what_is_otherwise_is_told_with_what_is_found(lines: list[str], line: int, sentence: str) -> None:
    found = otherwise(*lines)
    assert found is not None
    assert (found[0], found[1][: len(sentence)]) == (line, sentence)


def to_the_end() -> list[str]:
    """A path to its end: silence, again and again."""
    return ["stay"] * concert().turns


def test_after_the_end_there_is_nothing_to_do_and_only_how_it_ended_to_see() -> None:
    lines = to_the_end()
    over = otherwise(*lines, *lines)
    assert over is not None
    assert over[1] == "This session has ended."
    whole, behind = lines[: over[0] - 1], over[0]
    assert otherwise(*whole, "at silence") == (behind, "The conversation has ended.")
    assert otherwise(*whole, "offers own-it") == (behind, "The conversation has ended.")
    last = follow(read_plan("\n".join(["path a path", *whole]))[0][0], concert()).session.standing.closing
    assert last is not None
    assert otherwise(*whole, "ends anything") == (behind, f"The conversation ends with “{last.verdict}”.")
    assert otherwise(*whole, f"ends {last.verdict}") is None
    assert otherwise(*whole, f"says {last.says}") is None


def test_scores_are_compared_as_the_plan_asks() -> None:
    path = ["tag withdrawal", "pick own-it"]
    assert otherwise(*path, "score latency 5") is None
    assert otherwise(*path, "score latency >= 4") is None
    assert otherwise(*path, "score latency <= 5") is None
    assert otherwise(*path, "score latency <= 4") == (3, "“latency” is 5.")
    assert otherwise(*path, "score latency none") == (3, "“latency” is 5.")
    assert otherwise(*path, "score noticing none") is None

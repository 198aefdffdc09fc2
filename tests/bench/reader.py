"""Reading, and editing an open scenario of a thousand moments: CPU time against plain YAML loading of the same texts."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import yaml

from simulator.scenario.block_memory import BlockMemory
from simulator.scenario.files import PinnedFiles
from simulator.scenario.loading import load
from simulator.scenario.moment_findings import MomentFindings
from simulator.scenario.open_document import OpenDocument
from simulator.scenario.read import Reading, read_any, reading_of
from simulator.scenario.source_text import Edit, SourceText
from tests.bench.measuring import SCENARIOS, Row, a_second, by_turns, cpu_of, milliseconds

_OVER_PLAIN = 1.2
_MOMENTS_A_SECOND = 4_000
_EDIT = 0.015
_STORY = 0.080
_PLACES = 100
_VOCABULARY = ("simulator.scenario.record_readers", "simulator.scenario.references", "simulator.scenario.syntax")


def reader(moments: int = 1000, places: int = _PLACES, rounds: int = 9) -> list[Row]:
    """Cold reading of the shipped files and of a large one, and edits of the large one at random places."""
    return [*_cold(rounds), _large(moments, rounds), *_edits(moments, places)]


def _cold(rounds: int) -> list[Row]:
    texts = {path.relative_to(SCENARIOS).as_posix(): path.read_text("utf-8") for path in SCENARIOS.rglob("*.yaml")}
    files = PinnedFiles(texts)

    def ours() -> None:
        for path in texts:
            _everything(read_any(files, path))

    def floor() -> None:
        for text in texts.values():
            yaml.load(text, yaml.CSafeLoader)

    def cold() -> float:
        _forget()
        return cpu_of(ours)()

    pair = by_turns(cold, cpu_of(floor), rounds)
    return [
        Row(
            "cold read of the shipped files with places, uses and checks of moments (floor: yaml.load)",
            milliseconds(pair.ours),
            milliseconds(pair.floor),
            pair.ratio,
            f"ratio <= {_OVER_PLAIN}",
            pair.ratio <= _OVER_PLAIN,
        )
    ]


def _large(moments: int, rounds: int) -> Row:
    text = large_scenario(moments)
    files = _files(text)

    def ours() -> None:
        _everything(reading_of(files, load("large.yaml", text.encode()), BlockMemory()))

    ours()
    pair = by_turns(cpu_of(ours), cpu_of(lambda: yaml.load(text, yaml.CSafeLoader)), rounds)
    rate = moments / pair.ours
    return Row(
        f"the same for one scenario of {moments:,} moments with three responses",
        a_second(rate),
        a_second(moments / pair.floor),
        pair.ratio,
        f">= {_MOMENTS_A_SECOND:,}/s",
        rate >= _MOMENTS_A_SECOND,
    )


def _edits(moments: int, places: int) -> list[Row]:
    rows = []
    for broken in (False, True):
        document = OpenDocument(_files(""), "large.yaml", SourceText.of_text(large_scenario(moments)))
        if broken:
            at = document.source.text.index("    reaction:") + len("    reaction")
            document.edit(Edit(at, at + 1, ""))
        document.findings()
        document.story()
        edits, stories = _typed(document, places)
        beside = " while a moment is broken" if broken else ""
        rows.append(_row(f"a letter typed{beside}: diagnostics, uses, checks of the moment", edits, _EDIT))
        if not broken:
            rows.append(_row("the same with the checks of the story", stories, _STORY))
    return rows


def _typed(document: OpenDocument, places: int) -> tuple[list[float], list[float]]:
    """CPU seconds from a letter to the findings of its moment, and to those of the story, each 95 of 100 places."""
    chance = random.Random(7)
    edits, stories = [], []
    for _ in range(places):
        text = document.source.text
        at = text.index("say: ", chance.randrange(len(text) - 3_000)) + 8

        def letter(at: int = at) -> None:
            document.edit(Edit(at, at, "x"))
            document.findings()

        taken = cpu_of(letter)()
        assert (document.blocks_read, document.moments_read, document.moments_checked) == (1, 1, 1)
        edits.append(taken)
        stories.append(taken + cpu_of(document.story)())
    return edits, stories


def _row(name: str, taken: list[float], target: float) -> Row:
    slowest = sorted(taken)[len(taken) * 95 // 100]
    middle = sorted(taken)[len(taken) // 2]
    return Row(
        f"{name}, 95 of 100 places (floor column: the median)",
        milliseconds(slowest),
        milliseconds(middle),
        None,
        f"<= {target * 1000:.0f} ms",
        slowest <= target,
    )


def _everything(reading: Reading) -> None:
    assert not reading.diagnostics, reading.diagnostics[0]
    MomentFindings().of(reading)


def _files(text: str) -> PinnedFiles:
    paths = ("patients/ines-carvalho.yaml", "reactions/alliance_base.yaml")
    return PinnedFiles({"large.yaml": text, **{path: Path(SCENARIOS, path).read_text("utf-8") for path in paths}})


def large_scenario(moments: int) -> str:
    """A scenario with so many moments of three responses each, in sentences as long as those of the shipped ones."""
    return _HEAD + "".join(_MOMENT.format(n=n, next=(n + 1) % moments) for n in range(moments))


def _forget() -> None:
    """Empty whatever was remembered of a file; tables made of the vocabulary alone stay."""
    for name, module in list(sys.modules.items()):
        if name.startswith("simulator.scenario") and name not in _VOCABULARY:
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


_HEAD = """\
format: scenario/2
id: large
title: The concert
language: en
about: Ines cancelled for a concert; you sounded annoyed. She goes quiet.
objectives: [notice a withdrawal]
difficulty: 1
cause: tone
content-notes: []
patient:
  use: patients/ines-carvalho.yaml
start: m0
moments:
"""
_MOMENT = """\
  m{n}:
    reaction: minimal
    marker: wd_minimal
    patient: It is fine, number {n}. It was only a concert, and I know there is a rule for it, so I don't see what there is to say.
    shows: [looks at the floor, thumb rubs the ticket stub]
    thinks: There it is. I knew it was selfish, and now it is in the room, and I have to look after it as well.
    responses:
      own-it:
        say: I think I sounded annoyed just then, and that was mine. I can see why you would rather say nothing now.
        move: own_contribution
        quality: 3
        debrief: Names what you did and what it may have done to her, and asks for nothing back.
      notice:
        say: You have gone quiet, and I wonder whether I had a part in that when I asked about the hour you missed.
        move: notice_shift
        debrief: Names what can be seen, as a guess, and leaves it to her whether she takes it up.
        then: m{next}
        because: She is not ready yet.
      wait:
        say: (waits, and does not look at the clock)
        move: hold_silence
        debrief: Leaves room. Before anything of yours is owned it can feel like being examined.
        when: alliance >= 45 and not seen m{next}
"""

"""A small scenario as text, and readers for texts, so that a test shows only what it is about."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from simulator.scenario.files import PinnedFiles
from simulator.scenario.read import Reading, read_scenario

SHIPPED: Final = Path(__file__).parents[2] / "scenarios"
SHIPPED_TEXTS: Final = {
    path.relative_to(SHIPPED).as_posix(): path.read_text("utf-8") for path in SHIPPED.rglob("*.yaml")
}

SMALL: Final = """\
format: scenario/1
id: small
title: The concert
language: en
about: Ines cancelled for a concert; you sounded annoyed. She goes quiet.
objectives: [notice a withdrawal]
difficulty: 1
cause: tone
content-notes: []
flags: [told]
patient:
  use: patients/ines-carvalho.yaml
start: silence
moments:
  silence:
    reaction: minimal
    marker: wd_minimal
    silence: {kind: disengaged, lasts: 20s, then: changes-subject}
    shows: [looks at the floor]
    thinks: There it is. I knew it was selfish.
    responses:
      own-it:
        say: I think I sounded annoyed just then, and that was mine.
        move: own_contribution
        quality: 3
        debrief: Names what you did, without asking for anything back.
        sets: told
      notice:
        say: You have gone quiet, and I wonder whether I had a part in that.
        move: notice_shift
        debrief: Names what can be seen, as a guess.
        then: changes-subject
        because: She is not ready yet.
        effects: {bond: +5, task: -10}
      wait:
        say: (waits)
        move: hold_silence
        debrief: Leaves room.
        when: alliance >= 45 and not seen changes-subject
  changes-subject:
    reaction: avoiding
    marker: wd_story
    patient: Anyway. My sister is moving.
    thinks: Safer ground.
    copy: silence
"""


def read_text(text: str) -> Reading:
    """Read a scenario text beside the shipped files."""
    return read_scenario(PinnedFiles({**SHIPPED_TEXTS, "small.yaml": text}), "small.yaml")


def codes(reading: Reading) -> list[str]:
    """The codes of everything that is wrong, in order."""
    return [one.code for one in reading.diagnostics]


def lines_and_codes(reading: Reading) -> list[tuple[int, str]]:
    """Where what is wrong."""
    return [(one.span.line, one.code) for one in reading.diagnostics]

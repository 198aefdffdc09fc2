"""A scenario, a patient and file names that try to drive the terminal of whoever reads them."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Final

from simulator.scenario.document import Moment, Scenario, Wording
from simulator.scenario.files import FolderFiles
from simulator.scenario.read import read_scenario

SHIPPED: Final = Path(__file__).parents[2] / "scenarios"

ATTACK: Final = "\x1b]0;owned\x07\x1b[31m\u202e\u200b\x9b2J\x7f\r\nforged\ue000"
"""Sets the window's title, colours, turns the line round, hides, clears the screen, begins another line."""

_WRITTEN: Final = r"\e]0;owned\a\e[31m\u202e\u200b\x9b2J\x7f\r\nforged\ue000"
"""The same as YAML writes it, where the raw letters are refused."""

HOSTILE_NAME: Final = os.fsdecode(b"caf\xe9 \x1b[31m\xe2\x80\xae") if sys.platform == "linux" else "caf\u202e"
"""The name of a file or folder; on Linux it is no text, and becomes one with half a letter in it."""

FIELDS: Final = (
    "title",
    "about",
    "objective",
    "opening",
    "patient",
    "thinks",
    "shows",
    "say",
    "debrief",
    "because",
    "afterwards",
    "name",
    "goodbye",
    "id",
    "moment",
    "response",
)
"""Where the text of an author stands."""

_SCENARIO: Final = """\
format: scenario/2
id: "hostile@id@"
title: "The concert@title@"
language: en
about: "Ines cancelled for a concert; you sounded annoyed. She goes quiet.@about@"
objectives: ["notice a withdrawal@objective@"]
difficulty: 1
cause: tone
content-notes: []
turns: 4
patient:
  use: patients/ines-carvalho.yaml
start: silence
opening:
  - patient: "I went to a concert.@opening@"
    shows: ["half a smile@shows@"]
moments:
  silence:
    reaction: minimal
    patient: "No, it is fine. It was only a concert.@patient@"
    thinks: "There it is. I knew it was selfish.@thinks@"
    marker: wd_minimal
    shows: ["looks at the floor@shows@"]
    responses:
      "policy@response@":
        say: "The cancellation rule is there so that the hour stays yours, as we agreed.@say@"
        move: defend_justify
        debrief: "True, and it answers a question she did not ask.@debrief@"
        then: "gone@moment@"
        because: "She has made up her mind.@because@"
      own-it:
        say: "I sounded annoyed just then, and I can see that it shut you up.@say@"
        move: own_contribution
        quality: 4
        debrief: "Names what you did and what it may have done to her.@debrief@"
      notice:
        say: "Something got quieter after I spoke. Did you feel it too?@say@"
        move: notice_shift
        debrief: "Names the change as a guess.@debrief@"
  "gone@moment@":
    reaction: left
    patient: "I think I'll leave it here.@patient@"
    thinks: "Enough.@thinks@"
    shows: ["takes her coat@shows@"]
    end: left
    afterwards: "She does not come again.@afterwards@"
"""


def lay_out(folder: Path, fields: Collection[str]) -> Path:
    """A scenario that is hostile in some fields, in a folder with the people it needs; its path."""
    folder.mkdir(exist_ok=True)
    for name in ("patients", "reactions"):
        shutil.copytree(SHIPPED / name, folder / name, dirs_exist_ok=True)
    people = folder / "patients" / "ines-carvalho.yaml"
    person = (SHIPPED / "patients" / "ines-carvalho.yaml").read_text("utf-8")
    person = re.sub(r"(?m)^name: (.+)$", r'name: "\1@name@"', person)
    person = re.sub(r"(?m)^  (partly|unresolved|quiet): (.+)$", r'  \1: "\2@goodbye@"', person)
    people.write_text(_with_attacks(person, fields), encoding="utf-8")
    path = folder / "hostile.yaml"
    path.write_text(_with_attacks(_SCENARIO, fields), encoding="utf-8")
    return path


def reading_of(path: Path) -> Scenario | None:
    """The scenario at a path, if it can be played."""
    return read_scenario(FolderFiles(path.parent), path.name).scenario


def fields_let_through(folder: Path) -> tuple[str, ...]:
    """The fields in which the reader takes the attack for an author's text."""
    return tuple(field for field in FIELDS if reading_of(lay_out(folder, [field])) is not None)


def _with_attacks(text: str, fields: Collection[str]) -> str:
    """A text in whose marked places the attack stands."""
    for field in FIELDS:
        text = text.replace(f"@{field}@", _WRITTEN if field in fields else "")
    return text


def with_attacks_in_values(scenario: Scenario) -> Scenario:
    """A scenario whose every text is hostile, although no reader would give it out."""

    def moment(one: Moment) -> Moment:
        return replace(
            one,
            wordings=tuple(_wording(wording) for wording in one.wordings),
            responses=tuple(replace(r, say=r.say + ATTACK, debrief=r.debrief + ATTACK) for r in one.responses),
            afterwards=one.afterwards + ATTACK,
        )

    patient = scenario.patient
    goodbyes = {kind: tuple(map(_wording, wordings)) for kind, wordings in patient.goodbyes.items()}
    lines = {state: moment(line) for state, line in patient.lines.items()}
    return replace(
        scenario,
        title=scenario.title + ATTACK,
        opening=tuple(replace(line, say=line.say + ATTACK) for line in scenario.opening),
        moments={name: moment(one) for name, one in scenario.moments.items()},
        patient=replace(patient, name=ATTACK + patient.name, lines=lines, goodbyes=goodbyes),
    )


def _wording(wording: Wording) -> Wording:
    shows = tuple(shown + ATTACK for shown in wording.shows)
    return replace(wording, patient=wording.patient + ATTACK, thinks=wording.thinks + ATTACK, shows=shows)

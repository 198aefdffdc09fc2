"""What is said to who translates the program."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

NEW: Final = Sentence("translating/new", "begin a translation: all sentences, to be filled in")
UPDATE: Final = Sentence("translating/update", "bring a translation up to date with today’s sentences")
CHECK: Final = Sentence("translating/check", "say what a translation lacks")
SCENARIO: Final = Sentence("translating/scenario", "begin a translation of a scenario or patient file, beside it")
SCENARIO_FILE: Final = Sentence("translating/scenario-file", "the scenario or patient file")
LANGUAGE: Final = Sentence("translating/language", "the code of a language, as “de” or “pt_BR”")
FILE: Final = Sentence("translating/file", "the .po file")
NO_LANGUAGE: Final = Sentence(
    "translating/no-language", "“{code}” is not the code of a language that is known; write it as “de” or “pt_BR”."
)
IN_THE_WAY: Final = Sentence(
    "translating/in-the-way",
    "{path} is there already; bring it up to date with “{command}”.",
    note="“command” is typed.",
)
NO_FILE: Final = Sentence("translating/no-file", "There is no file {path}.")
UNREADABLE: Final = Sentence(
    "translating/unreadable",
    "{path} cannot be read as a gettext file: {reason}",
    note="“reason” comes from the library that reads it.",
)
NOT_KEPT: Final = Sentence(
    "translating/not-kept",
    "{path} cannot be read or written: {reason}",
    note="“reason” comes from the operating system.",
)
BEGUN: Final = Sentence(
    "translating/begun",
    "{path} holds {count} sentence, to be filled in; “{command}” says how far it is.",
    many="{path} holds {count} sentences, to be filled in; “{command}” says how far it is.",
    count="count",
    note="“command” is typed.",
)
UPDATED: Final = Sentence("translating/updated", "{path} is up to date with today’s sentences.")
TRANSLATED: Final = Sentence("translating/translated", "{done} of {all} sentences are translated.")
MISSING: Final = Sentence("translating/missing", "not translated: {ids}", note="“ids” lists ids of sentences.")
MISSING_MANY: Final = Sentence(
    "translating/missing-many",
    "not translated: {count} sentence, the field’s terms first: {ids} …",
    many="not translated: {count} sentences, the field’s terms first: {ids} …",
    count="count",
    note="“ids” lists the ids of the first of them.",
)
STALE: Final = Sentence(
    "translating/stale",
    "the English is another today, or the sentence is gone: {ids}",
    note="“ids” lists ids of sentences.",
)
UNFIT: Final = Sentence(
    "translating/unfit",
    "other names in braces than in the English, so that English is said: {ids}",
    note="“ids” lists ids of sentences.",
)
SIDECAR_IN_THE_WAY: Final = Sentence(
    "translating/sidecar-in-the-way",
    "{path} is there already; “{command}” says what it lacks.",
    note="“command” is typed.",
)
FAULTS_FIRST: Final = Sentence(
    "translating/faults-first",
    "{path} cannot be read as a scenario or patient; “{command}” says why.",
    note="“command” is typed.",
)
SIDECAR_BEGUN: Final = Sentence(
    "translating/sidecar-begun",
    "{path} holds {count} text, to be filled in.",
    many="{path} holds {count} texts, to be filled in.",
    count="count",
)

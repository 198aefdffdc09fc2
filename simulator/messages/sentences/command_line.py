"""What the commands are for, as “--help” tells it."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

PURPOSE: Final = Sentence(
    "command-line/purpose", "Practise repairing alliance ruptures. Without a command, “{program}” opens the window."
)
COMMANDS: Final = Sentence("command-line/commands", "commands:", note="Heads a list.")
OPTIONS: Final = Sentence("command-line/options", "options:", note="Heads a list.")
HELP_OPTION: Final = Sentence(
    "command-line/help-option",
    "show this text; “{command}” shows that of a command",
    note="“command” is typed as it is.",
)
VERSION_OPTION: Final = Sentence("command-line/version-option", "show the version")

CHECK: Final = Sentence("command-line/check", "Say what should be mended in scenario files.")
PLAY: Final = Sentence("command-line/play", "Play a scenario in the terminal.")
PLAN: Final = Sentence("command-line/plan", "Play the paths of plans and say whether they are as planned.")
ANALYSE: Final = Sentence("command-line/analyse", "Prove what a scenario makes possible.")
SIMULATE: Final = Sentence("command-line/simulate", "Play a scenario many times by a policy.")
DATA: Final = Sentence("command-line/data", "Export, delete, back up, restore or verify what is kept.")
CONVERT: Final = Sentence(
    "command-line/convert", "Bring scenario and patient files of an older form of the language to today’s."
)
SCHEMA: Final = Sentence("command-line/schema", "Print the JSON Schema of the scenario language.")

LANGUAGE: Final = Sentence("command-line/language", "Begin, update or check a translation of the program.")
ABOUT: Final = Sentence(
    "command-line/about", "Tell version, folders and licences: for whoever looks after this computer."
)

# The options of “plan” and “convert”.

PLANS: Final = Sentence("command-line/plans", "a plan, or a folder with all below it")
FILES: Final = Sentence("command-line/files", "a file, or a folder with all below it")
ONLY_SAY: Final = Sentence("command-line/only-say", "only say what would be done")

# The options of “simulate”.

SCENARIO_FILE: Final = Sentence("command-line/scenario-file", "the scenario file")
POLICY: Final = Sentence(
    "command-line/policy", "how to play. {policies}", note="“policies” lists them, each explained."
)
RUNS: Final = Sentence("command-line/runs", "how often ({usual})")
TRANSCRIPTS: Final = Sentence(
    "command-line/transcripts",
    "print so many whole conversations with their scores; the figures of many only where {runs} is given too",
)
SEED: Final = Sentence("command-line/seed", "decides the chances and the words")
DIFFICULTY: Final = Sentence("command-line/difficulty", "instead of the scenario’s own")
AS_JSON: Final = Sentence("command-line/as-json", "print the result as JSON")
NO_NUMBER_OF_SESSIONS: Final = Sentence(
    "command-line/no-number-of-sessions", "“{text}” is not a number of sessions: it takes a whole number from 1"
)

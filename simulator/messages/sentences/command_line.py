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
SMOKE_OPTION: Final = Sentence("command-line/smoke-option", "open the window, draw it and quit")
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
EXPORT_COMMAND: Final = Sentence(
    "command-line/export-command",
    "Write a scenario as one file to give away or to play on paper, or conversations as tables.",
)
IMPORT: Final = Sentence("command-line/import", "Unpack a scenario that a colleague has given.")
SCHEMA: Final = Sentence("command-line/schema", "Print the JSON Schema of the scenario language.")

LANGUAGE: Final = Sentence("command-line/language", "Begin, update or check a translation of the program.")
ABOUT: Final = Sentence(
    "command-line/about", "Tell version, folders and licences: for whoever looks after this computer."
)

EXPORT_WHAT: Final = Sentence(
    "command-line/export-what",
    "a scenario; or handed-in files and folders with them, or nothing for all that was taken in at the Review desk",
)
EXPORT_OWN: Final = Sentence(
    "command-line/export-own",
    "instead of what was handed in, a person’s own conversations, unfinished ones too; name or id",
)
DEMO: Final = Sentence("command-line/demo", "Open the window on a sample group that the program plays itself.")
SAMPLE_SEED: Final = Sentence("command-line/sample-seed", "decides who is in the group and what they say")

# The options of “plan” and “convert”.

PLANS: Final = Sentence("command-line/plans", "a plan, or a folder with all below it")
FILES: Final = Sentence("command-line/files", "a file, or a folder with all below it")
ONLY_SAY: Final = Sentence("command-line/only-say", "only say what would be done")

# The options of “export” and “import”.

TO_FORMAT: Final = Sentence(
    "command-line/to-format",
    "of a scenario, package (one file with all that it is made of), sheet (a page by which two people play it) or script (a "
    "page with all that is said); of conversations, xlsx (a workbook with a code book), csv (a line a conversation), csv-turns "
    "(a line a turn) or jsonl",
    note="The words before the brackets, and “jsonl”, are typed as they are.",
)
BY: Final = Sentence("command-line/by", "who gives it, as the colleague reads it")
PACKAGE_FILE: Final = Sentence("command-line/package-file", "the file that was given")
NEW_FOLDER: Final = Sentence("command-line/new-folder", "a new folder for what is in it")

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
SKILL: Final = Sentence(
    "command-line/skill",
    "of the noisy expert: how strongly a point of repair value draws the choice, in log-odds ({usual}); 0 is any choice, and "
    "the higher, the fewer mistakes",
)
NO_SKILL: Final = Sentence("command-line/no-skill", "“{text}” is not a skill: it takes a number from 0")

# How much trying everything may cost.

BUDGET_STATES: Final = Sentence("command-line/budget-states", "states to explore at most")
BUDGET_SECONDS: Final = Sentence("command-line/budget-seconds", "seconds to spend at most")
BUDGET_MEGABYTES: Final = Sentence("command-line/budget-megabytes", "memory to fill with states at most")
NO_STATES: Final = Sentence("command-line/no-states", "“{text}” is not a number of states")
NO_SECONDS: Final = Sentence("command-line/no-seconds", "“{text}” is not a number of seconds")
NO_MEGABYTES: Final = Sentence("command-line/no-megabytes", "“{text}” is not a number of megabytes")

# The options of “check” and “analyse”.

QUICK: Final = Sentence("command-line/quick", "read and check only; do not try everything that can happen")
STRICT: Final = Sentence("command-line/strict", "let warnings fail as well (exit code 1)")
ALSO_RESPONSES: Final = Sentence("command-line/also-responses", "also print every answer with its price")
PAIRS: Final = Sentence(
    "command-line/pairs",
    "print instead the N commonest answers ({usual}) that no wording of what follows takes up",
)
NO_PAIRS: Final = Sentence("command-line/no-pairs", "“{text}” is not a number of pairs: it takes a whole number from 1")
AS_TABLES: Final = Sentence("command-line/as-tables", "print the figures of all scenarios as tables")
A_SCENARIO_FILE: Final = Sentence("command-line/a-scenario-file", "a scenario file")

# The options of “play”.

PLAY_RESPONSES: Final = Sentence(
    "command-line/play-responses",
    "play these answers and stop; “silence” stays silent, “w:”, “d:”, “c:”, “o:” or “n:” in front tags what was seen",
    note="What stands in quotation marks is typed as it is.",
)
MODE: Final = Sentence(
    "command-line/mode", "learn (default), practise or assess", note="These three words are typed as they are."
)
ORDER_SEED: Final = Sentence("command-line/order-seed", "decides the order in which answers are shown")
NO_VALUE: Final = Sentence("command-line/no-value", "do not work out what each sentence was worth")

# The actions of “data” and their options.

EXPORT: Final = Sentence("command-line/export", "write everything about a person into one file")
WHOSE: Final = Sentence("command-line/whose", "whose data")
WRITE_TO: Final = Sentence("command-line/write-to", "the file to write")
ERASE: Final = Sentence("command-line/erase", "delete a person or one conversation for good")
WHOSE_ALL: Final = Sentence("command-line/whose-all", "whose data, all of it")
ONE_SESSION: Final = Sentence("command-line/one-session", "one conversation")
ALSO_BACKUPS: Final = Sentence("command-line/also-backups", "delete the backups that hold it, too")
BACK_UP: Final = Sentence("command-line/back-up", "copy the store, checked and dated, into its folder of backups")
RESTORE: Final = Sentence("command-line/restore", "go back to a backup; without a name, list them")
BACKUP_NAME: Final = Sentence("command-line/backup-name", "the file name of a backup")
VERIFY: Final = Sentence("command-line/verify", "look for whatever is not as it was stored")
ACCEPT: Final = Sentence("command-line/accept", "take what is missing as lost, once it was shown")
YES: Final = Sentence("command-line/yes", "go ahead without asking")
USAGE: Final = Sentence("command-line/usage", "usage: {typed}", note="“typed” is typed as it is.")

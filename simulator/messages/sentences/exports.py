"""What is said about reports and exports."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

TITLE: Final = Sentence("exports/title", "Reports and exports")
LEAD: Final = Sentence(
    "exports/lead",
    "What leaves this computer by your hand. Every report and every file says what the numbers are not for; names are what you "
    "call people here.",
)
REPORTS: Final = Sentence("exports/reports", "Reports")
ABOUT_WHOM: Final = Sentence("exports/about-whom", "About")
THE_GROUP: Final = Sentence("exports/the-group", "The group")
TABLES: Final = Sentence("exports/tables", "Tables for other programs")
TABLES_LEAD: Final = Sentence(
    "exports/tables-lead",
    "A line for each conversation, and a line for each turn; the columns are always the same. The workbook has both and a code "
    "book; a CSV file has one of the two.",
)
NOT_SAVED: Final = Sentence("exports/not-saved", "The file cannot be saved ({path}): {reason}")
AS_XLSX: Final = Sentence("exports/as-xlsx", "Workbook (XLSX) …")
AS_CSV: Final = Sentence("exports/as-csv", "Conversations as CSV …")
AS_TURNS: Final = Sentence("exports/as-turns", "Turns as CSV …")
AS_JSONL: Final = Sentence("exports/as-jsonl", "Both as JSON lines …")
WHERE: Final = Sentence("exports/where", "Where should the file go?")
KIND_XLSX: Final = Sentence("exports/kind-xlsx", "Workbook (*.xlsx)", note="The kind of file, in a file dialog.")
KIND_CSV: Final = Sentence("exports/kind-csv", "Table (*.csv)", note="The kind of file, in a file dialog.")
KIND_JSONL: Final = Sentence("exports/kind-jsonl", "JSON lines (*.jsonl)", note="The kind of file, in a file dialog.")
WRITING: Final = Sentence("exports/writing", "Writing the file …")
SAVED: Final = Sentence("exports/saved", "Saved as “{path}”.")
WROTE: Final = Sentence(
    "exports/wrote",
    "{count} conversation written to {path}.",
    "{count} conversations written to {path}.",
    count="count",
)
LEFT_OUT: Final = Sentence("exports/left-out", "Left out, {what}: {why}")
READING: Final = Sentence("exports/reading", "Reading conversations")
UNREADABLE: Final = Sentence("exports/unreadable", "nothing of it can be read")
NOTHING: Final = Sentence("exports/nothing", "There is no conversation to export.")
UNKNOWN_FORMAT: Final = Sentence(
    "exports/unknown-format", "“{format}” is no format to export to. There are: {formats}."
)
EITHER: Final = Sentence(
    "exports/either", "Name either handed-in files or, with {option}, a person whose own conversations are meant."
)
TOO_MANY_ROWS: Final = Sentence(
    "exports/too-many-rows",
    "A sheet of a workbook holds {most} lines, and this would be {count}. Export it as CSV or as JSON lines.",
    "A sheet of a workbook holds {most} lines, and these would be {count}. Export them as CSV or as JSON lines.",
    count="count",
)

# The code book.

BOOK_SHEET: Final = Sentence("exports/book-sheet", "sheet", note="The head of a column.")
BOOK_COLUMN: Final = Sentence("exports/book-column", "column", note="The head of a column.")
BOOK_MEANING: Final = Sentence("exports/book-meaning", "meaning", note="The head of a column.")

# Reports.

OF_PERSON: Final = Sentence("exports/of-person", "What {name} has handed in")
OF_GROUP: Final = Sentence("exports/of-group", "What this group has handed in")
CONVERSATIONS: Final = Sentence("exports/conversations", "Conversations")
DAY: Final = Sentence("exports/day", "Day")
SCENARIO: Final = Sentence("exports/scenario", "Scenario")
HELD: Final = Sentence("exports/held", "How it was held")
CAME_TO: Final = Sentence("exports/came-to", "What it came to")
COMMENTS: Final = Sentence("exports/comments", "Comments")
COMMENT_AT: Final = Sentence("exports/comment-at", "{title}, {day}, turn {turn}: {words}")

"""What the reader says about a file: bytes and YAML (1xx), keys (2xx), words and numbers (3xx), files and names (4xx)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule, Severity


def _row(code: str, title: str, message: str) -> Rule:
    return Rule(code, Severity.ERROR, title, message)


# 1xx: bytes and YAML
TOO_LARGE = _row(
    "101",
    "The file is too large",
    "This file is larger than 20 MB, so it was not read. A scenario is a few pages of text: look whether it is the right "
    "file.",
)
NOT_UTF8 = _row(
    "102",
    "The file is not saved as UTF-8",
    "This character is not UTF-8 text. Save the file with the encoding UTF-8; your editor offers it under “Save as”.",
)
UTF16 = _row(
    "103",
    "The file is saved as UTF-16",
    "This file is saved as UTF-16 (“Unicode” in some editors). Save it with the encoding UTF-8.",
)
CONTROL = _row(
    "104",
    "An invisible control character",
    "In column {column} stands {name}, an invisible character that text does not have. Delete it.",
)
BINARY = _row(
    "105",
    "Not a text file",
    "This is not a text file: it has {count} bytes that no text has. Look whether it is the right file.",
)
EMPTY_FILE = _row("106", "The file is empty", "This file has no content. Begin with a line such as “format: {format}”.")
TAB = _row(
    "107",
    "A tab in the indentation",
    "This line is indented with a tab. Use two spaces for each step of indentation.",
)
NO_COLON = _row(
    "108",
    "A line without a key",
    "This line is neither “key: value” nor the continuation of a sentence. {advice}",
)
OPEN_QUOTE = _row(
    "109",
    "A quote that is not closed",
    "The text that begins with {quote} here is not closed before the next key. Put the same mark at its end; inside text "
    "in single quotes, write an apostrophe twice, and indent every line of it further than its key.",
)
AFTER_QUOTE = _row(
    "110",
    "Text after the closing quote",
    "Something follows after the closing {quote}. Put the whole sentence inside the quotes, and write {inner} for one "
    "that belongs to the sentence.",
)
COLON_IN_TEXT = _row(
    "111",
    "A colon inside a sentence",
    "A colon followed by a space begins a new value, so this sentence cannot be read. Put quotes around the whole "
    "sentence.",
)
INDENTATION = _row(
    "112",
    "Indentation that does not fit",
    "The indentation of this line does not fit the lines around it. {advice}",
)
PROSE_IN_BRACES = _row(
    "113",
    "No prose in braces",
    "Inside braces a comma begins a new key, so “{word}” is a key without a value. No prose in braces: write the keys on "
    "lines of their own, or put quotes around the sentence.",
)
BRACKETS = _row(
    "114",
    "A bracket or brace that does not match",
    "The brackets or braces here do not match. Close each one on the same line, with commas between the entries; put "
    "quotes around a sentence that begins with one.",
)
TAG = _row(
    "115",
    "A tag",
    "A value that begins with “!” is a tag to YAML, and tags are not used here. Remove it, or put quotes around the text.",
)
ANCHOR = _row(
    "116",
    "An anchor or alias",
    "A value that begins with “&” or “*” is an anchor or alias to YAML, and these are not used here. Put quotes around "
    "the text, or use “copy:” to reuse a moment.",
)
MERGE = _row(
    "117", "A merge key", "The merge key “<<” is not used here. Use “copy:” to take over the keys of a moment."
)
DIRECTIVE = _row(
    "118",
    "A directive",
    "A line that begins with “%” is an instruction to YAML, and these are not used here. Remove the line.",
)
SECOND_DOCUMENT = _row(
    "119",
    "A second document",
    "Here a second document begins (“---” or “...”); a file holds one. Remove the line, or put what follows into a file "
    "of its own.",
)
TOO_DEEP = _row(
    "120",
    "Nested too deeply",
    "Here more than {most} levels are nested in each other, so the rest was not read. Look for brackets or indentation "
    "too many.",
)
TOO_MANY = _row(
    "121",
    "Too many entries",
    "From here on the file has more than {most} entries, so the rest was not read. Divide it into several scenarios.",
)
ODD_START = _row(
    "122",
    "A character that cannot begin a value",
    "A value cannot begin with {char} here. Put quotes around the text.",
)
ESCAPE = _row(
    "123",
    "A backslash in double quotes",
    "In double quotes a backslash has a special meaning, and this one has none. Use single quotes, or write the "
    "backslash twice.",
)
FOLDED_START = _row(
    "124",
    "Text on the line of > or |",
    "After “>” or “|” the text begins on the next line, indented further. Move it there, or put quotes around it.",
)
UNREADABLE = _row(
    "125",
    "A line that cannot be read",
    "This line cannot be read ({problem}). Compare it with the lines around it; quotes around the text often help.",
)

CUT_BY_REMARK = Rule(
    "126",
    Severity.WARNING,
    "A sentence cut by #",
    "From “#” on this is a remark, which nobody is shown. If it belongs to the sentence, put quotes around the whole; if it "
    "is a remark, write it on a line of its own.",
)
LOOK_ALIKE = _row(
    "127",
    "A character that only looks like a space or a colon",
    "In column {column} stands {name}, and keys are written with ordinary characters only. {advice}",
)
UNSEEN = Rule(
    "128",
    Severity.WARNING,
    "A character that nobody sees",
    "In column {column} stands {name}, which nobody can see; it is left out. Delete it.",
)
DIRECTION = _row(
    "129",
    "A character that turns the direction of writing",
    "In column {column} stands {name}, which makes a line read otherwise than it is. Delete it.",
)
ESCAPED_CONTROL = _row(
    "130",
    "A control character written with a backslash",
    "With the backslash this text gets the character {name}, which is no part of a sentence. Remove it.",
)
NOTHING_SEEN = _row(
    "131",
    "A text of invisible characters",
    "This text has only characters that nobody can see. Write what is meant, or remove the key if it is not needed.",
)
WORD_PROCESSOR = _row(
    "132",
    "Saved by a word processor",
    "This file holds the formatting of a word processor (RTF). Save it there as plain text with the encoding UTF-8.",
)
CUT_OFF = _row(
    "133",
    "A line cut off by #",
    "From “#” on this is a remark, and what stands before it is not complete. If “#” belongs to the text, put quotes "
    "around the whole text.",
)

# 2xx: structure and keys
UNKNOWN_KEY = _row("201", "An unknown key", "“{key}” is not a key of {thing}.{near} It can have: {known}.")
MISSING_KEY = _row("202", "A missing key", "“{key}” is missing in {thing}. {help}")
DUPLICATE_KEY = _row(
    "203",
    "The same key twice",
    "“{key}” stands here a second time; the first is in line {line}. Rename one, or remove it.",
)
NOT_KEYS = _row(
    "204", "Keys are expected here", "“{key}” holds keys of its own, on the lines below it; here is {found}."
)
NOT_TEXT = _row("205", "Text is expected here", "“{key}” holds one text; here is {found}.")
NOT_LIST = _row(
    "206", "A list is expected here", "“{key}” holds a list, in square brackets or with a dash a line; here is {found}."
)
EMPTY = _row(
    "207", "Nothing is written here", "“{key}” has no content. Write it, or remove the key if it is not needed."
)
BAD_KEY = _row("208", "A key that is not a word", "A key is a single word here, before a colon. Write one.")
BAD_ID = _row(
    "209",
    "An id that cannot be used",
    "“{word}” cannot be an id. An id is made of lower-case words joined by hyphens, such as changes-subject, with at "
    "most {most} characters.",
)
TOO_LONG = _row("210", "A text that is too long", "This text has {count} characters; at most {most} can be shown.")
LONG_LIST = _row("211", "A list that is too long", "“{key}” holds {count} entries; at most {most} are possible.")
NO_LINE = _row(
    "212",
    "The patient neither speaks nor is silent",
    "In “{moment}” the patient neither speaks nor is silent. Add “patient:” with a line, or a “silence:”.",
)
NO_SHOWS = _row(
    "213",
    "A silence in which nothing can be seen",
    "In “{moment}” the patient is silent, so say under “shows:” what can be seen (gaze, hands, breath).",
)
NO_MARKER = _row(
    "214",
    "A rupture without a marker",
    "“{moment}” is a rupture ({reaction}), so name under “marker:” the sign by which it can be recognised.",
)
END_AND_RESPONSES = _row(
    "215",
    "Responses after the end",
    "“{moment}” ends the session, so nobody can respond. Remove “responses:” or “end:”.",
)
AFTER_NO_END = _row(
    "216",
    "“afterwards” without an end",
    "“afterwards:” tells what happens once the session is over, and “{moment}” does not end it. Remove it, or add “end:”.",
)
OPENING_WHO = _row(
    "217",
    "Who speaks?",
    "An opening line has either “patient:” or “you:”, and this one has {found}. Write one of them.",
)
FORMAT = _row("218", "Another format", "“{word}” is not what stands here; write “format: {format}”.")
NO_RESPONSES = _row(
    "219",
    "A moment without responses",
    "In “{moment}” there is nothing the trainee could say. Add “responses:” with three to five, or “end:” if the session "
    "ends there.",
)

WORDLESS_SPEAKS = _row(
    "220",
    "A wordless wording with words",
    "“{wording}” is wordless, so that it can be shown any number of times; it has only “shows:”. Remove “patient:” and "
    "“silence:”, or “wordless:”.",
)
ASKS_AND_SILENCE = _row(
    "221",
    "A question that silence answers",
    "In “{moment}” the patient asks for an answer, and a silence that leads on would be one. Remove “asks: true”, or the "
    "“then:” of the silence.",
)
NEWER_KEY = _row(
    "222",
    "A key of a newer form of the language",
    "“{key}” came with form {form} of the language, and the first line names an older one. Change the number in “format:” "
    "to {form}, or run “convert” on the file.",
)
WISHED_NO_TRANSFER = _row(
    "223",
    "“wished” without a transfer",
    "“wished: true” says that the patient asked twice for another therapist, and “{moment}” does not end in a transfer. "
    "Write “end: transfer”, or remove it.",
)
WISH_AT_THE_END = _row(
    "224",
    "A wish that nobody can answer",
    "“wish: true” stands where the patient says the wish to change, so that it can be heard, and “{moment}” ends the session. "
    "Put it in the moment in which the wish is first said, or write “wished: true” if this is the transfer that follows.",
)
LINE_ASKS = _row(
    "225",
    "A line of a patient’s file that asks",
    "What a patient does in a state ({state}) can come at any time, so it asks for no answer. Put the question into a moment of "
    "a scenario, or write “asks: false” if it is a courtesy or not meant as a question.",
)

# 3xx: words and numbers
UNKNOWN_MOVE = _row(
    "301", "An unknown move", "“{word}” is not a move.{near} The 24 moves stand in section 5 of scenarios/README.md."
)
UNKNOWN_MARKER = _row("302", "An unknown marker", "“{word}” is not a marker.{near} It can be: {known}.")
UNKNOWN_REACTION = _row("303", "An unknown reaction state", "There is no {thing} “{word}”.{near} It can be: {known}.")
UNKNOWN_CAUSE = _row("304", "An unknown cause", "“{word}” is not a cause.{near} It can be: {known}.")
UNKNOWN_WORD = _row("305", "An unknown word", "There is no {thing} “{word}”.{near} It can be: {known}.")
NOT_WHOLE = _row("306", "Not a whole number", "“{word}” is not a whole number. Write one from {least} to {most}.")
OUT_OF_RANGE = _row("307", "A number out of range", "{word} is out of range. Write a number from {least} to {most}.")
QUALITY_ALONE = _row(
    "308",
    "“quality” without own_contribution",
    "“quality:” tells how well an own part is owned, and “{move}” owns none. Remove it, or write “move: own_contribution”.",
)
NO_QUALITY = _row(
    "309",
    "own_contribution without a quality",
    "“{response}” owns a part, so it needs “quality:” from 0 to 4: 0 none, 1 conditional, 2 general, 3 specific, 4 with its "
    "effect.",
)
NO_UNIT = _row("310", "A time without its unit", "“{word}” is not a time. Write a number and its unit: 20s or 1min.")
TIME_RANGE = _row("311", "A time out of range", "“{word}” is out of range. A silence lasts from 1s to {most}s.")
NOT_FIVES = _row("312", "Not a step of five", "Gauges move in steps of five; {word} is none. Write {choices}.")
NO_SIGN = _row(
    "313",
    "A change without its sign",
    "“{word}” does not say which way. Write +{number} or -{number}, or leave it out if 0.",
)
NOT_YES_NO = _row("314", "Neither true nor false", "“{word}” is neither “true” nor “false”. Write one of them.")
BAD_LANGUAGE = _row("315", "Not a language tag", "“{word}” is not a language tag. Write one such as en, de or pt-BR.")
BAD_CONDITION = _row("316", "A condition that cannot be read", "{problem}")
BAD_CELL = _row("317", "A cell that cannot be read", "{problem}{near}")
TWICE = _row("318", "The same word twice in a list", "“{word}” stands in this list twice. Remove one.")
RESERVED = _row(
    "319",
    "A flag with a word of the conditions",
    "“{word}” has a meaning of its own in conditions, so it cannot name a flag. Choose another name.",
)
ORIGIN_UNUSED = _row(
    "320",
    "“origin” where the start is not mixed",
    "“origin:” is read only where the start is mixed, and “{start}” is {reaction}. Remove it.",
)

UNKNOWN_SAID = _row(
    "321",
    "Nothing that words can take up",
    "“{word}” is nothing that can stand here.{near} Write a class ({classes}), a move, or MOMENT/RESPONSE.",
)
UNKNOWN_POSE = _row("322", "An unknown pose", "The drawing knows no “{word}” here.{near} It can be: {known}.")
JUST_IN_RESPONSE = _row(
    "323",
    "“just” in the condition of a response",
    "“just” asks what led to a moment, so it can stand in the “when:” of a moment only. Ask for it there.",
)
HANDS_AND_HOLDS = _row(
    "324",
    "Hands that hold something",
    "“holds: {thing}” says already what the hands do. Remove “hands:”, or “holds:”.",
)

# 4xx: files and names
NO_FILE = _row("401", "A file that is not there", "There is no file “{path}” below the scenario folder.{near}")
OUTSIDE = _row(
    "402",
    "A file outside the scenario folder",
    "“{path}” leads outside the scenario folder. Write the path from that folder on, such as patients/ines-carvalho.yaml.",
)
REFUSED = _row("403", "A file that cannot be used", "{sentence}")
CYCLE = _row(
    "404",
    "A file that uses itself",
    "“{path}” is being read already, so it cannot be used here again ({chain}). Name another file.",
)
OTHER_FILE = _row(
    "405",
    "Another kind of file",
    "“{path}” is {found}, and here {wanted} is needed. Name another file, or mend its “format:”.",
)
UNKNOWN_MOMENT = _row("406", "An unknown moment", "There is no moment “{word}” in this file.{near}")
UNKNOWN_SEEN = _row(
    "407",
    "An unknown moment in a condition",
    "The condition asks for the moment “{word}”, which this file does not have.{near}",
)
UNKNOWN_FLAG = _row(
    "408",
    "An unknown flag",
    "There is no flag “{word}”.{near} List it under “flags:” at the top, or correct the name.{times}",
)
ID_FILE = _row(
    "409", "The id is not the file name", "The id is “{word}” and the file is called {file}. Make them the same."
)
UNKNOWN_COPY = _row("410", "A copy of an unknown moment", "There is no moment “{word}” to copy from.{near}")
COPY_CYCLE = _row("411", "Moments that copy each other", "This copies in a circle: {chain}. Remove one “copy:”.")
NO_LINES = _row(
    "412",
    "A reaction state without a line",
    "There is no line for: {states}. Write at least one for each, or for its family.",
)
BANK_RESPONSES = _row(
    "413",
    "A reaction state without enough responses",
    "Under {states} the trainee has {count} to choose from; there must be three to five. Write them for the state, or for "
    "its family.",
)
MISSING_MOVES = _row(
    "414", "Moves without cells", "There are no cells for: {moves}. A reaction file has a row for each move."
)
BANK_NAMES = _row(
    "415",
    "A moment or flag in a patient file",
    "“{word}” cannot be known here: a patient file serves several scenarios. Use gauges, “visits” or “reaction is” only.",
)
UNKNOWN_FORMAT = _row(
    "416",
    "Not a file of ours",
    "The first line tells no known format. Begin with “format: scenario/2”, “format: patient/2” or “format: reactions/1”.",
)

FORMER_ID = _row(
    "417",
    "An id that something else had before",
    "“{word}” is the id of “{other}”, now or before, and old sessions find it by that name. Remove it from this “formerly:”, "
    "or give the other another id.",
)

READING: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.code: rule for rule in tuple(globals().values()) if isinstance(rule, Rule)}
)
"""Every rule of the reader, by code."""

"""What the reader says about a file: bytes and YAML (1xx), keys (2xx), words and numbers (3xx), files and names (4xx)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence
from simulator.messages.sentences import fault_reading as say
from simulator.scenario.diagnostics.diagnostic import Rule, Severity


def _row(code: str, title: str, sentence: Sentence) -> Rule:
    return Rule(code, Severity.ERROR, title, sentence)


def _suggesting(code: str, title: str, sentence: Sentence, then: Sentence | None = None) -> Rule:
    """A rule whose sentence is followed by what was probably meant, and then by what is possible."""
    return Rule(code, Severity.ERROR, title, sentence, then, suggests=True)


# 1xx: bytes and YAML
TOO_LARGE = _row("101", "The file is too large", say.D101)
NOT_UTF8 = _row("102", "The file is not saved as UTF-8", say.D102)
UTF16 = _row("103", "The file is saved as UTF-16", say.D103)
CONTROL = _row("104", "An invisible control character", say.D104)
BINARY = _row("105", "Not a text file", say.D105)
EMPTY_FILE = _row("106", "The file is empty", say.D106)
TAB = _row("107", "A tab in the indentation", say.D107)
NO_COLON = _row("108", "A line without a key", say.D108)
OPEN_QUOTE = _row("109", "A quote that is not closed", say.D109)
AFTER_QUOTE = _row("110", "Text after the closing quote", say.D110)
COLON_IN_TEXT = _row("111", "A colon inside a sentence", say.D111)
INDENTATION = _row("112", "Indentation that does not fit", say.D112)
PROSE_IN_BRACES = _row("113", "No prose in braces", say.D113)
BRACKETS = _row("114", "A bracket or brace that does not match", say.D114)
TAG = _row("115", "A tag", say.D115)
ANCHOR = _row("116", "An anchor or alias", say.D116)
MERGE = _row("117", "A merge key", say.D117)
DIRECTIVE = _row("118", "A directive", say.D118)
SECOND_DOCUMENT = _row("119", "A second document", say.D119)
TOO_DEEP = _row("120", "Nested too deeply", say.D120)
TOO_MANY = _row("121", "Too many entries", say.D121)
ODD_START = _row("122", "A character that cannot begin a value", say.D122)
ESCAPE = _row("123", "A backslash in double quotes", say.D123)
FOLDED_START = _row("124", "Text on the line of > or |", say.D124)
UNREADABLE = _row("125", "A line that cannot be read", say.D125)

CUT_BY_REMARK = Rule("126", Severity.WARNING, "A sentence cut by #", say.D126)
LOOK_ALIKE = _row("127", "A character that only looks like a space or a colon", say.D127)
UNSEEN = Rule("128", Severity.WARNING, "A character that nobody sees", say.D128)
DIRECTION = _row("129", "A character that turns the direction of writing", say.D129)
ESCAPED_CONTROL = _row("130", "A control character written with a backslash", say.D130)
NOTHING_SEEN = _row("131", "A text of invisible characters", say.D131)
WORD_PROCESSOR = _row("132", "Saved by a word processor", say.D132)
CUT_OFF = _row("133", "A line cut off by #", say.D133)

# 2xx: structure and keys
UNKNOWN_KEY = _suggesting("201", "An unknown key", say.D201, say.D201_THEN)
MISSING_KEY = _row("202", "A missing key", say.D202)
DUPLICATE_KEY = _row("203", "The same key twice", say.D203)
NOT_KEYS = _row("204", "Keys are expected here", say.D204)
NOT_TEXT = _row("205", "Text is expected here", say.D205)
NOT_LIST = _row("206", "A list is expected here", say.D206)
EMPTY = _row("207", "Nothing is written here", say.D207)
BAD_KEY = _row("208", "A key that is not a word", say.D208)
BAD_ID = _row("209", "An id that cannot be used", say.D209)
TOO_LONG = _row("210", "A text that is too long", say.D210)
LONG_LIST = _row("211", "A list that is too long", say.D211)
NO_LINE = _row("212", "The patient neither speaks nor is silent", say.D212)
NO_SHOWS = _row("213", "A silence in which nothing can be seen", say.D213)
NO_MARKER = _row("214", "A rupture without a marker", say.D214)
END_AND_RESPONSES = _row("215", "Answers after the end", say.D215)
AFTER_NO_END = _row("216", "“afterwards” without an end", say.D216)
OPENING_WHO = _row("217", "Who speaks?", say.D217)
FORMAT = _row("218", "Another format", say.D218)
NO_RESPONSES = _row("219", "A moment without answers", say.D219)

WORDLESS_SPEAKS = _row("220", "A wordless wording with words", say.D220)
ASKS_AND_SILENCE = _row("221", "A question that silence answers", say.D221)
NEWER_KEY = _row("222", "A key of a newer form of the language", say.D222)
WISHED_NO_TRANSFER = _row("223", "“wished” without a transfer", say.D223)
WISH_AT_THE_END = _row("224", "A wish that nobody can answer", say.D224)
LINE_ASKS = _row("225", "A line of a patient’s file that asks", say.D225)

# 3xx: words and numbers
UNKNOWN_MOVE = _suggesting("301", "An unknown move", say.D301, say.D301_THEN)
UNKNOWN_MARKER = _suggesting("302", "An unknown marker", say.D302, say.D302_THEN)
UNKNOWN_REACTION = _suggesting("303", "An unknown reaction state", say.D303, say.D303_THEN)
UNKNOWN_CAUSE = _suggesting("304", "An unknown cause", say.D304, say.D304_THEN)
UNKNOWN_WORD = _suggesting("305", "An unknown word", say.D305, say.D305_THEN)
NOT_WHOLE = _row("306", "Not a whole number", say.D306)
OUT_OF_RANGE = _row("307", "A number out of range", say.D307)
QUALITY_ALONE = _row("308", "“quality” without own_contribution", say.D308)
NO_QUALITY = _row("309", "own_contribution without a quality", say.D309)
NO_UNIT = _row("310", "A time without its unit", say.D310)
TIME_RANGE = _row("311", "A time out of range", say.D311)
NOT_FIVES = _row("312", "Not a step of five", say.D312)
NO_SIGN = _row("313", "A change without its sign", say.D313)
NOT_YES_NO = _row("314", "Neither true nor false", say.D314)
BAD_LANGUAGE = _row("315", "Not a language tag", say.D315)
BAD_CONDITION = _row("316", "A condition that cannot be read", say.D316)
BAD_CELL = _suggesting("317", "A cell that cannot be read", say.D317)
TWICE = _row("318", "The same word twice in a list", say.D318)
RESERVED = _row("319", "A flag with a word of the conditions", say.D319)
ORIGIN_UNUSED = _row("320", "“origin” where the start is not mixed", say.D320)

UNKNOWN_SAID = _suggesting("321", "Nothing that words can take up", say.D321, say.D321_THEN)
UNKNOWN_POSE = _suggesting("322", "An unknown pose", say.D322, say.D322_THEN)
JUST_IN_RESPONSE = _row("323", "“just” in the condition of an answer", say.D323)
HANDS_AND_HOLDS = _row("324", "Hands that hold something", say.D324)

# 4xx: files and names
NO_FILE = _suggesting("401", "A file that is not there", say.D401)
OUTSIDE = _row("402", "A file outside the scenario folder", say.D402)
REFUSED = _row("403", "A file that cannot be used", say.D403)
CYCLE = _row("404", "A file that uses itself", say.D404)
OTHER_FILE = _row("405", "Another kind of file", say.D405)
UNKNOWN_MOMENT = _suggesting("406", "An unknown moment", say.D406)
UNKNOWN_SEEN = _suggesting("407", "An unknown moment in a condition", say.D407)
UNKNOWN_FLAG = _suggesting("408", "An unknown flag", say.D408, say.D408_THEN)
ID_FILE = _row("409", "The id is not the file name", say.D409)
UNKNOWN_COPY = _suggesting("410", "A copy of an unknown moment", say.D410)
COPY_CYCLE = _row("411", "Moments that copy each other", say.D411)
NO_LINES = _row("412", "A reaction state without a line", say.D412)
BANK_RESPONSES = _row("413", "A reaction state without enough answers", say.D413)
MISSING_MOVES = _row("414", "Moves without cells", say.D414)
BANK_NAMES = _row("415", "A moment or flag in a patient file", say.D415)
UNKNOWN_FORMAT = _row("416", "Not a file of ours", say.D416)

FORMER_ID = _row("417", "An id that something else had before", say.D417)

READING: Final[Mapping[str, Rule]] = MappingProxyType(
    {rule.code: rule for rule in tuple(globals().values()) if isinstance(rule, Rule)}
)
"""Every rule of the reader, by code."""

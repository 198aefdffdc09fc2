"""Slips that people make who are no programmers: each gives one message, at its place, that says what to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import pytest

from simulator.scenario.diagnostics.diagnostic import Fix
from simulator.scenario.positions import Positions
from simulator.scenario.source_text import Edit, SourceText
from tests.scenario.texts import SMALL, codes, read_text

SAY: Final = "say: You have gone quiet, and I wonder whether I had a part in that."
SHOWS: Final = "shows: [looks at the floor]"
MARKER: Final = "    marker: wd_minimal\n    silence"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip by name: what of the small scenario turns into what, what is told in which line, and whether a fix mends it all."""

    name: str
    right: str
    wrong: str
    code: str
    line: int
    words: tuple[str, ...]
    mended: bool = True


SLIPS: Final = (
    # A remark that swallows the end of a sentence (FAULTS 22)
    Slip("# in a title", "title: The concert", "title: Room #5 again", "126", 3, ("remark", "quotes")),
    Slip("# in a thought", "thinks: There it is.", "thinks: There it is, #1.", "126", 20, ("remark", "quotes")),
    Slip("# in a list of lines", SHOWS, "shows:\n      - looks at #2", "126", 20, ("remark", "quotes")),
    Slip("# in a list in brackets", SHOWS, "shows: [looks, picks #2 of three]", "133", 19, ("remark", "quotes")),
    Slip("# before the next line", "a concert; you", "a concert #1\n  you", "133", 5, ("remark", "quotes"), False),
    # Characters that nobody sees (FAULTS 23 and 25)
    Slip("escape sequence", "title: The concert", 'title: "The \\e[2J"', "130", 3, ("U+001B ESCAPE",), False),
    Slip("escaped turn", "title: The concert", 'title: "\\u202eThe"', "130", 3, ("RIGHT-TO-LEFT OVERRIDE",), False),
    Slip("turn", "title: The", "title: \u202eThe", "129", 3, ("column 8", "U+202E RIGHT-TO-LEFT OVERRIDE")),
    Slip("nothing to be seen", "title: The concert", "title: \u200b", "131", 3, ("nobody can see",), False),
    Slip("only a joiner", "title: The concert", 'title: "\u200d"', "131", 3, ("nobody can see",), False),
    Slip("soft hyphen", "The concert", "The con\u00adcert", "128", 3, ("column 15", "U+00AD SOFT HYPHEN", "Delete")),
    Slip("soft hyphen in a key", "reaction: min", "reac\u00adtion: min", "128", 16, ("U+00AD SOFT HYPHEN",)),
    Slip("space without width", "notice_shift", "notice\u200b_shift", "128", 30, ("U+200B ZERO WIDTH SPACE",)),
    Slip("no-break space before a key", "    thinks: There", "   \u00a0thinks: There", "127", 20, ("column 4", "NO-BREAK SPACE")),
    Slip("margin of no-break spaces", "    thinks: There", "\u00a0" * 4 + "thinks: There", "127", 20, ("column 1", "NO-BREAK SPACE")),
    Slip("no-break space behind a colon", "reaction: min", "reaction:\u00a0min", "127", 16, ("column 14", "U+00A0", "ordinary space")),
    Slip("no-break space before a colon", "reaction: min", "reaction\u00a0: min", "127", 16, ("U+00A0 NO-BREAK SPACE",)),
    Slip("full-width colon", "reaction: min", "reaction：min", "127", 16, ("column 13", "FULLWIDTH COLON", "ordinary colon")),
    Slip("full-width colon at the top", "difficulty: 1", "difficulty：1", "127", 7, ("column 11", "FULLWIDTH COLON")),
    # One space too many, or too few (FAULTS 24)
    Slip("second key too far right", MARKER, f" {MARKER}", "112", 17, ("it: 5", "with: 4")),
    Slip("first key too far right", "    reaction: min", "     reaction: min", "112", 16, ("it: 5", "with: 4")),
    Slip("first key too far left", "    reaction: min", "   reaction: min", "112", 16, ("it: 3", "with: 4")),
    Slip("second key too far left", MARKER, MARKER[1:], "112", 17, ("it: 3", "with: 4")),
    Slip("response too far right", "      own-it:", "       own-it:", "112", 22, ("it: 7", "with: 6")),
    Slip("second response too far right", "      notice:", "       notice:", "112", 28, ("it: 7", "with: 6")),
    Slip("key of a response", "        move: notice", "         move: notice", "112", 30, ("it: 9", "with: 8")),
    Slip("moment too far right", "  changes-subject:\n", "   changes-subject:\n", "112", 40, ("it: 3", "with: 2")),
    Slip("first moment too far right", "  silence:\n", "   silence:\n", "112", 15, ("it: 3", "with: 2")),
    Slip("key at the top", "\nstart:", "\n start:", "112", 13, ("it: 1", "with: 0")),
    Slip("very first key", "format:", " format:", "112", 1, ("it: 1", "with: 0")),
    Slip("title", "\ntitle:", "\n title:", "112", 3, ("it: 1", "with: 0")),
    Slip("entry of a list", SHOWS, "shows:\n      - looks\n       - waits", "112", 21, ("it: 7", "with: 6")),
    # A sentence that begins or ends like something else (FAULTS 26)
    Slip("stage direction in brackets", SAY, "say: [sighs] I hear you.", "122", 29, ("“[”", "quotes")),
    Slip("nothing but brackets", SAY, "say: [sighs]", "205", 29, ("a list",)),
    Slip("stage direction in braces", SAY, "say: {laughs} I hear you.", "122", 29, ("“{”", "quotes")),
    Slip("nothing but braces", SAY, "say: {laughs}", "113", 29, ("“laughs”", "quotes")),
    Slip("dash", SAY, "say: - well, I hear you.", "122", 29, ("“-”", "quotes")),
    Slip("colon at the end", SAY, "say: I hear you say this:", "111", 29, ("colon", "quotes")),
    Slip("colon inside", SAY, "say: One thing: I hear you.", "111", 29, ("colon", "quotes")),
    Slip("percent", SAY, "say: %50 of it is mine.", "122", 29, ("“%”", "quotes")),
    Slip("question mark", SAY, "say: ? I do not know.", "122", 29, ("“?”", "quotes")),
    Slip("star", SAY, "say: *nods* I hear you.", "116", 29, ("“*”", "quotes")),
    Slip("ampersand", SAY, "say: &c and so on.", "116", 29, ("“&”", "quotes")),
    Slip("exclamation mark", SAY, "say: !No, I mean it.", "115", 29, ("“!”", "quotes")),
    Slip("at sign", SAY, "say: @you I hear.", "122", 29, ("“@”", "quotes")),
    Slip("greater than", SAY, "say: >I hear.", "124", 29, ("quotes",)),
    Slip("quoted word at the beginning", SAY, 'say: "Quiet" is what you are.', "110", 29, ("closing",)),
    Slip("apostrophe in single quotes", SAY, "say: 'You've gone quiet.'", "110", 29, ("closing",)),
    # Brackets and quotes that are not closed, and the rest of FAULTS 27
    Slip("open bracket", SHOWS, "shows: [looks at the floor", "114", 19, ("do not match",)),
    Slip("open bracket at the top", "[notice a withdrawal]", "[notice", "114", 6, ("do not match",)),
    Slip("open brace", "then: changes-subject}", "then: changes-subject", "114", 18, ("do not match",)),
    Slip("open quote", SAY, 'say: "You have gone quiet.', "109", 29, ("not closed",)),
    Slip("open quote at the end of a moment", "thinks: Safer", 'thinks: "Safer', "109", 44, ("not closed",)),
    Slip("open quote at the top", "title: The concert", 'title: "The concert', "109", 3, ("not closed",)),
    Slip("capital letter in an id", "  changes-subject:\n", "  Changes-Subject:\n", "209", 40, ("cannot be an id",)),
    Slip("tabs", "    reaction: min", "\t\treaction: min", "107", 16, ("tab", "two spaces")),
    Slip("flag that is not listed", "flags: [told]\n", "", "408", 26, ("“told”",), False),
    Slip("no space behind a colon", "title: The", "title:The", "108", 3, ("Behind the colon",)),
    Slip("no space in a moment", "move: notice_shift", "move:notice_shift", "108", 30, ("Behind the colon",)),
    Slip("equals sign", "move: notice_shift", "move = notice_shift", "108", 30, ("“=”",)),
    Slip("no colon", "move: notice_shift", "move notice_shift", "108", 30, ("a key, a colon",), False),
    Slip("dash before a key", "move: notice_shift", "- move: notice_shift", "112", 30, ("Remove the dash",)),
    Slip("two lines of prose", SAY, f"{SAY}\n        And I mean it.", "108", 30, ("indent",), False),
    Slip("prose at the top", "format:", "Here is my scenario.\nI wrote it.\nformat:", "108", 1, ("a key, a colon",), False),
    Slip("rich text", "format:", "{\\rtf1\\ansi format:", "132", 1, ("plain text",), False),
    # Conditions (FAULTS 28)
    Slip("percent in a condition", ">= 45 and", ">= 45% and", "316", 39, ("without “%”",), False),
    Slip("if", "when: alliance", "when: if alliance", "316", 39, ("“if”",), False),
    Slip("sign for not", "not seen", "!seen", "316", 39, ("“not”",), False),
    Slip("flag that is true", "not seen changes-subject", "told = true", "316", 39, ("Write “told”",), False),
    Slip("sign for at least", ">= 45", "≥ 45", "316", 39, ("“>=”",), False),
    Slip("name of a moment alone", "not seen changes-subject", "not silence", "408", 39, ("“seen silence”",)),
)  # fmt: skip


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_a_slip_gives_one_message_at_its_place_that_says_what_to_write(slip: Slip) -> None:
    assert slip.right in SMALL
    text = SMALL.replace(slip.right, slip.wrong, 1)
    reading = read_text(text)
    assert [(one.code, one.span.line) for one in reading.diagnostics] == [(slip.code, slip.line)]
    (told,) = reading.diagnostics
    for word in slip.words:
        assert word in str(told.message)
    if slip.mended:
        assert codes(read_text(fixed(text, told.fixes[0]))) == []


def fixed(text: str, fix: Fix) -> str:
    start, end = Positions("x.yaml", text).offsets(fix.span)
    return SourceText.of_text(text).edited(Edit(start, end, fix.replacement)).text


@pytest.mark.parametrize(
    ("right", "harmless"),
    [
        ("quality: 3", "quality: 3 # specific"),
        ("move: notice_shift", "move: notice_shift # as a guess"),
        ("title: The concert", "title: The\u00a0concert"),
        ("title: The concert", "title: The 👩\u200d⚕️ concert"),
        ("title: The concert", "title: No.5 concert#2"),
        (SAY, "say: “You have gone quiet” # is what she hears".replace(" # is what she hears", "")),
        ("moments:", "moments: # all of them"),
        (SHOWS, "shows: [\n      looks at the floor,\n      waits\n    ]"),
        ("objectives: [notice a withdrawal]", "objectives:\n- notice a withdrawal"),
        ("format:", "---\nformat:"),
        ("format:", "# a remark with a soft\u00adhyphen\n\nformat:"),
    ],
)  # fmt: skip
def test_what_is_no_slip_is_not_told(right: str, harmless: str) -> None:
    assert right in SMALL
    assert codes(read_text(SMALL.replace(right, harmless, 1))) == []


def test_a_broken_moment_takes_no_other_away() -> None:
    text = SMALL.replace("reaction: minimal", "reaction minimal").replace("marker: wd_story", "marker: wd_stroy")
    assert [(one.code, one.span.line) for one in read_text(text).diagnostics] == [("108", 16), ("302", 42)]


def test_tabs_everywhere_are_told_once() -> None:
    assert codes(read_text(SMALL.replace("  ", "\t"))) == ["107"]


def test_a_flag_that_is_not_listed_is_told_once_and_how_often_it_is_named() -> None:
    text = SMALL.replace("flags: [told]\n", "").replace("not seen changes-subject", "told")
    (told,) = read_text(text).diagnostics
    assert told.code == "408"
    assert "Places that name it: 2." in str(told.message)

"""What the checker says about wordings: words that come twice, that cannot come, or that ask where others do not."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.diagnostics.diagnostic import Rule, Severity

_W = Severity.WARNING

_ROWS: Final = (
    Rule(
        "540",
        _W,
        "A state without anything wordless",
        "Nothing wordless is written for: {states}. Once all words of a state were said, they are said again word for word. "
        "Add a wording with “wordless: true” and “shows:” to each: something seen, which may come more than once.",
    ),
    Rule(
        "541",
        _W,
        "Two wordings with the same words",
        "“{wording}” has “{words}” in common with “{other}”, so who hears both hears “{moment}” repeat itself. Say or show "
        "something else in one of them.",
    ),
    Rule(
        "542",
        _W,
        "A hook that is missing",
        "The responses in “{moment}” hang on “{hook}”, and the wording “{wording}” does not have it in “patient:” or "
        "“shows:”. Put it in, or remove it from “hooks:” and from the responses.",
    ),
    Rule(
        "543",
        _W,
        "Words for something that cannot just have been said",
        "“{after}” is never what was said just before “{moment}”: {why}. Correct it, or remove it.",
    ),
    Rule(
        "544",
        _W,
        "Wordings of a response that do not ask alike",
        "“{wording}” of the response “{response}” {asks}, and its first wording {other}. All wordings of a response ask the "
        "same thing: put in the question mark, or take it out.",
    ),
    Rule(
        "545",
        _W,
        "Does the patient ask?",
        "In “{moment}” the words of “{wording}” end with a question mark. Write “asks: true” if the question waits for an answer "
        "(silence is then not making room), and “asks: false” if it is a courtesy or not meant as a question.",
    ),
    Rule(
        "546",
        _W,
        "One wording asks and another does not",
        "In “{moment}” the wording “{asking}” ends with a question mark and “{other}” does not. Where one asks and another "
        "does not, these are two moments: move one of them into a moment of its own, or let them end alike.",
    ),
    Rule(
        "547",
        _W,
        "Too few responses at a level",
        "At level {level} “{moment}” offers {count}, for a “when:” keeps the others away; three to five make a real choice. "
        "Write more for this level, or loosen the “when:”.",
    ),
    Rule(
        "548",
        _W,
        "No wording at a level",
        "At level {level} “{moment}” has no wording, for “levels:” keeps all of them away. Write one for this level, or add "
        "{level} to the “levels:” of another.",
    ),
    Rule(
        "549",
        _W,
        "A line of a patient’s file that sounds like a question",
        "The words of “{wording}” end with a question mark, and what a patient does in a state (“{moment}”) can come at any "
        "time, so it asks for no answer. Write “asks: false” if it is a courtesy or not meant as a question; otherwise put it "
        "into a moment of a scenario.",
    ),
    Rule(
        "550",
        _W,
        "Glasses on a face that has none",
        "The pose of “{wording}” in “{moment}” tells of glasses, and the portrait of {name} has none. Remove “{part}:”, or give "
        "the patient a portrait with glasses ({portraits}).",
    ),
)

WORDINGS: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in _ROWS})
"""Every rule about the wordings of moments and responses, by code."""

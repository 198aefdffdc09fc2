"""What the checker says of the wordings of moments and answers."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

D540: Final = Sentence(
    "faults/540",
    "It is not written what is seen where no words are left, for: {states}. Once all words of a state were said, they "
    "are said again word for word. Add a line without words to each (“wordless: true”, with “shows:”): something seen, "
    "which may come more than once.",
)
D541: Final = Sentence(
    "faults/541",
    "“{wording}” has “{words}” in common with “{other}”, so who hears both hears “{moment}” repeat itself. Say or"
    " show something else in one of them.",
)
D542: Final = Sentence(
    "faults/542",
    "The answers in “{moment}” hang on “{hook}”, and the wording “{wording}” does not have it in “patient:” or "
    "“shows:”. Put it in, or remove it from “hooks:” and from the answers.",
)
D543: Final = Sentence(
    "faults/543", "“{after}” is never what was said just before “{moment}”: {why}. Correct it, or remove it."
)
D544: Final = Sentence(
    "faults/544",
    "“{wording}” of the answer “{response}” {difference}. All wordings of an answer ask the same thing: put in"
    " the question mark, or take it out.",
)
D545: Final = Sentence(
    "faults/545",
    "In “{moment}” the words of “{wording}” end with a question mark. Write “asks: true” if the question waits "
    "for an answer (silence is then not making room), and “asks: false” if it is a courtesy or not meant as a "
    "question.",
)
D546: Final = Sentence(
    "faults/546",
    "In “{moment}” the wording “{asking}” ends with a question mark and “{other}” does not. Where one asks and "
    "another does not, these are two moments: move one of them into a moment of its own, or let them end alike.",
)
D547: Final = Sentence(
    "faults/547",
    "At level {level} “{moment}” offers {count}, for a “when:” keeps the others away; three to five make a real "
    "choice. Write more for this level, or loosen the “when:”.",
)
D548: Final = Sentence(
    "faults/548",
    "At level {level} “{moment}” has no wording, for “levels:” keeps all of them away. Write one for this level, "
    "or add {level} to the “levels:” of another.",
)
D549: Final = Sentence(
    "faults/549",
    "The words of “{wording}” end with a question mark, and what a patient does in a state (“{moment}”) can come "
    "at any time, so it asks for no answer. Write “asks: false” if it is a courtesy or not meant as a question; "
    "otherwise put it into a moment of a scenario.",
)
D550: Final = Sentence(
    "faults/550",
    "The pose of “{wording}” in “{moment}” tells of glasses, and the portrait of {name} has none. Remove "
    "“{part}:”, or give the patient a portrait with glasses ({portraits}).",
)
D551: Final = Sentence(
    "faults/551",
    "One state has fewer lines that fit any occasion than it needs: {states}. That many has {person}, who reacts to "
    "strain in the same way; with fewer, this person soon has nothing new to say. Write more wordings for it.",
    "{count} states have fewer lines that fit any occasion than they need: {states}. That many has {person}, who "
    "reacts to strain in the same way; with fewer, this person soon has nothing new to say. Write more wordings for "
    "them.",
    count="count",
)

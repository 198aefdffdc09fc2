"""What the checker says of a file as it is read: bytes and YAML, keys, words and numbers, files and names."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_THEN: Final = "Stands behind the sentence of the same number, and behind “Did you mean …?”."

D101: Final = Sentence(
    "faults/101",
    "This file is larger than 20 MB, so it was not read. A scenario is a few pages of text: look whether it is "
    "the right file.",
)
D102: Final = Sentence(
    "faults/102",
    "This character is not UTF-8 text. Save the file with the encoding UTF-8; your editor offers it under “Save as”.",
)
D103: Final = Sentence(
    "faults/103", "This file is saved as UTF-16 (“Unicode” in some editors). Save it with the encoding UTF-8."
)
D104: Final = Sentence(
    "faults/104", "In column {column} stands {name}, an invisible character that text does not have. Delete it."
)
D105: Final = Sentence(
    "faults/105", "This is not a text file: it has {count} bytes that no text has. Look whether it is the right file."
)
D106: Final = Sentence("faults/106", "This file has no content. Begin with a line such as “format: {format}”.")
D107: Final = Sentence("faults/107", "This line is indented with a tab. Use two spaces for each step of indentation.")
D108: Final = Sentence("faults/108", "This line is neither “key: value” nor the continuation of a sentence. {advice}")
D109: Final = Sentence(
    "faults/109",
    "The text that begins with {quote} here is not closed before the next key. Put the same mark at its end; "
    "inside text in single quotes, write an apostrophe twice, and indent every line of it further than its key.",
)
D110: Final = Sentence(
    "faults/110",
    "Something follows after the closing {quote}. Put the whole sentence inside the quotes, and write {inner} for"
    " one that belongs to the sentence.",
)
D111: Final = Sentence(
    "faults/111",
    "A colon followed by a space begins a new value, so this sentence cannot be read. Put quotes around the whole"
    " sentence.",
)
D112: Final = Sentence("faults/112", "The indentation of this line does not fit the lines around it. {advice}")
D113: Final = Sentence(
    "faults/113",
    "Inside braces a comma begins a new key, so “{word}” is a key without a value. No prose in braces: write the "
    "keys on lines of their own, or put quotes around the sentence.",
)
D114: Final = Sentence(
    "faults/114",
    "The brackets or braces here do not match. Close each one on the same line, with commas between the entries; "
    "put quotes around a sentence that begins with one.",
)
D115: Final = Sentence(
    "faults/115",
    "A value that begins with “!” is a tag to YAML, and tags are not used here. Remove it, or put quotes around "
    "the text.",
)
D116: Final = Sentence(
    "faults/116",
    "A value that begins with “&” or “*” is an anchor or alias to YAML, and these are not used here. Put quotes "
    "around the text, or use “copy:” to reuse a moment.",
)
D117: Final = Sentence(
    "faults/117", "The merge key “<<” is not used here. Use “copy:” to take over the keys of a moment."
)
D118: Final = Sentence(
    "faults/118", "A line that begins with “%” is an instruction to YAML, and these are not used here. Remove the line."
)
D119: Final = Sentence(
    "faults/119",
    "Here a second document begins (“---” or “...”); a file holds one. Remove the line, or put what follows into "
    "a file of its own.",
)
D120: Final = Sentence(
    "faults/120",
    "Here more than {most} levels are nested in each other, so the rest was not read. Look for brackets or "
    "indentation too many.",
)
D121: Final = Sentence(
    "faults/121",
    "From here on the file has more than {most} entries, so the rest was not read. Divide it into several scenarios.",
)
D122: Final = Sentence("faults/122", "A value cannot begin with {char} here. Put quotes around the text.")
D123: Final = Sentence(
    "faults/123",
    "In double quotes a backslash has a special meaning, and this one has none. Use single quotes, or write the "
    "backslash twice.",
)
D124: Final = Sentence(
    "faults/124",
    "After “>” or “|” the text begins on the next line, indented further. Move it there, or put quotes around it.",
)
D125: Final = Sentence(
    "faults/125",
    "This line cannot be read ({problem}). Compare it with the lines around it; quotes around the text often help.",
)
D126: Final = Sentence(
    "faults/126",
    "From “#” on this is a remark, which nobody is shown. If it belongs to the sentence, put quotes around the "
    "whole; if it is a remark, write it on a line of its own.",
)
D127: Final = Sentence(
    "faults/127", "In column {column} stands {name}, and keys are written with ordinary characters only. {advice}"
)
D128: Final = Sentence(
    "faults/128", "In column {column} stands {name}, which nobody can see; it is left out. Delete it."
)
D129: Final = Sentence(
    "faults/129", "In column {column} stands {name}, which makes a line read otherwise than it is. Delete it."
)
D130: Final = Sentence(
    "faults/130", "With the backslash this text gets the character {name}, which is no part of a sentence. Remove it."
)
D131: Final = Sentence(
    "faults/131",
    "This text has only characters that nobody can see. Write what is meant, or remove the key if it is not needed.",
)
D132: Final = Sentence(
    "faults/132",
    "This file holds the formatting of a word processor (RTF). Save it there as plain text with the encoding UTF-8.",
)
D133: Final = Sentence(
    "faults/133",
    "From “#” on this is a remark, and what stands before it is not complete. If “#” belongs to the text, put "
    "quotes around the whole text.",
)
D201: Final = Sentence("faults/201", "“{key}” is not a key of {thing}.")
D201_THEN: Final = Sentence("faults/201-then", "It can have: {known}.", note=_THEN)
D202: Final = Sentence("faults/202", "“{key}” is missing in {thing}. {help}")
D203: Final = Sentence(
    "faults/203", "“{key}” stands here a second time; the first is in line {line}. Rename one, or remove it."
)
D204: Final = Sentence("faults/204", "“{key}” holds keys of its own, on the lines below it; here is {found}.")
D205: Final = Sentence("faults/205", "“{key}” holds one text; here is {found}.")
D206: Final = Sentence("faults/206", "“{key}” holds a list, in square brackets or with a dash a line; here is {found}.")
D207: Final = Sentence("faults/207", "“{key}” has no content. Write it, or remove the key if it is not needed.")
D208: Final = Sentence("faults/208", "A key is a single word here, before a colon. Write one.")
D209: Final = Sentence(
    "faults/209",
    "“{word}” cannot be an id. An id is made of lower-case words joined by hyphens, such as changes-subject, with"
    " at most {most} characters.",
)
D210: Final = Sentence("faults/210", "This text has {count} characters; at most {most} can be shown.")
D211: Final = Sentence("faults/211", "“{key}” holds {count} entries; at most {most} are possible.")
D212: Final = Sentence(
    "faults/212", "In “{moment}” the patient neither speaks nor is silent. Add “patient:” with a line, or a “silence:”."
)
D213: Final = Sentence(
    "faults/213", "In “{moment}” the patient is silent, so say under “shows:” what can be seen (gaze, hands, breath)."
)
D214: Final = Sentence(
    "faults/214",
    "“{moment}” is a rupture ({reaction}), so name under “marker:” the sign by which it can be recognised.",
)
D215: Final = Sentence(
    "faults/215", "“{moment}” ends the session, so nobody can answer. Remove “responses:” or “end:”."
)
D216: Final = Sentence(
    "faults/216",
    "“afterwards:” tells what happens once the session is over, and “{moment}” does not end it. Remove it, or add"
    " “end:”.",
)
D217: Final = Sentence(
    "faults/217", "An opening line has either “patient:” or “you:”, and this one has {found}. Write one of them."
)
D218: Final = Sentence("faults/218", "“{word}” is not what stands here; write “format: {format}”.")
D219: Final = Sentence(
    "faults/219",
    "In “{moment}” there is nothing the trainee could say. Add “responses:” with three to five, or “end:” if the "
    "session ends there.",
)
D220: Final = Sentence(
    "faults/220",
    "“{wording}” is wordless, so that it can be shown any number of times; it has only “shows:”. Remove "
    "“patient:” and “silence:”, or “wordless:”.",
)
D221: Final = Sentence(
    "faults/221",
    "In “{moment}” the patient asks for an answer, and a silence that leads on would be one. Remove “asks: true”,"
    " or the “then:” of the silence.",
)
D222: Final = Sentence(
    "faults/222",
    "“{key}” came with form {form} of the language, and the first line names an older one. Change the number in "
    "“format:” to {form}, or run “convert” on the file.",
)
D223: Final = Sentence(
    "faults/223",
    "“wished: true” says that the patient asked twice for another therapist, and “{moment}” does not end in a "
    "transfer. Write “end: transfer”, or remove it.",
)
D224: Final = Sentence(
    "faults/224",
    "“wish: true” stands where the patient says the wish to change, so that it can be heard, and “{moment}” ends "
    "the session. Put it in the moment in which the wish is first said, or write “wished: true” if this is the "
    "transfer that follows.",
)
D225: Final = Sentence(
    "faults/225",
    "What a patient does in a state ({state}) can come at any time, so it asks for no answer. Put the question "
    "into a moment of a scenario, or write “asks: false” if it is a courtesy or not meant as a question.",
)
D301: Final = Sentence("faults/301", "“{word}” is not a move.")
D301_THEN: Final = Sentence("faults/301-then", "The 24 moves stand in section 5 of scenarios/README.md.", note=_THEN)
D302: Final = Sentence("faults/302", "“{word}” is not a marker.")
D302_THEN: Final = Sentence("faults/302-then", "It can be: {known}.", note=_THEN)
D303: Final = Sentence("faults/303", "There is no {thing} “{word}”.")
D303_THEN: Final = Sentence("faults/303-then", "It can be: {known}.", note=_THEN)
D304: Final = Sentence("faults/304", "“{word}” is not a cause.")
D304_THEN: Final = Sentence("faults/304-then", "It can be: {known}.", note=_THEN)
D305: Final = Sentence("faults/305", "There is no {thing} “{word}”.")
D305_THEN: Final = Sentence("faults/305-then", "It can be: {known}.", note=_THEN)
D306: Final = Sentence("faults/306", "“{word}” is not a whole number. Write one from {least} to {most}.")
D307: Final = Sentence("faults/307", "{word} is out of range. Write a number from {least} to {most}.")
D308: Final = Sentence(
    "faults/308",
    "“quality:” tells how well an own part is owned, and “{move}” owns none. Remove it, or write “move: "
    "own_contribution”.",
)
D309: Final = Sentence(
    "faults/309",
    "“{response}” owns a part, so it needs “quality:” from 0 to 4: 0 none, 1 conditional, 2 general, 3 specific, "
    "4 with its effect.",
)
D310: Final = Sentence("faults/310", "“{word}” is not a time. Write a number and its unit: 20s or 1min.")
D311: Final = Sentence("faults/311", "“{word}” is out of range. A silence lasts from 1s to {most}s.")
D312: Final = Sentence("faults/312", "Gauges move in steps of five; {word} is none. Write {choices}.")
D313: Final = Sentence("faults/313", "“{word}” does not say which way. Write {more} or {less}, or leave it out if 0.")
D314: Final = Sentence("faults/314", "“{word}” is neither “true” nor “false”. Write one of them.")
D315: Final = Sentence("faults/315", "“{word}” is not a language tag. Write one such as en, de or pt-BR.")
D316: Final = Sentence("faults/316", "{problem}")
D317: Final = Sentence("faults/317", "{problem}")
D318: Final = Sentence("faults/318", "“{word}” stands in this list twice. Remove one.")
D319: Final = Sentence(
    "faults/319", "“{word}” has a meaning of its own in conditions, so it cannot name a flag. Choose another name."
)
D320: Final = Sentence(
    "faults/320", "“origin:” is read only where the start is mixed, and “{start}” is {reaction}. Remove it."
)
D321: Final = Sentence("faults/321", "“{word}” is nothing that can stand here.")
D321_THEN: Final = Sentence("faults/321-then", "Write a class ({classes}), a move, or MOMENT/ANSWER.", note=_THEN)
D322: Final = Sentence("faults/322", "The drawing knows no “{word}” here.")
D322_THEN: Final = Sentence("faults/322-then", "It can be: {known}.", note=_THEN)
D323: Final = Sentence(
    "faults/323", "“just” asks what led to a moment, so it can stand in the “when:” of a moment only. Ask for it there."
)
D324: Final = Sentence("faults/324", "“holds: {thing}” says already what the hands do. Remove “hands:”, or “holds:”.")
D401: Final = Sentence("faults/401", "There is no file “{path}” below the scenario folder.")
D402: Final = Sentence(
    "faults/402",
    "“{path}” leads outside the scenario folder. Write the path from that folder on, such as "
    "patients/ines-carvalho.yaml.",
)
D403: Final = Sentence("faults/403", "{sentence}")
D404: Final = Sentence(
    "faults/404", "“{path}” is being read already, so it cannot be used here again ({chain}). Name another file."
)
D405: Final = Sentence(
    "faults/405", "“{path}” is {found}, and here {wanted} is needed. Name another file, or mend its “format:”."
)
D406: Final = Sentence("faults/406", "There is no moment “{word}” in this file.")
D407: Final = Sentence("faults/407", "The condition asks for the moment “{word}”, which this file does not have.")
D408: Final = Sentence("faults/408", "There is no flag “{word}”.")
D408_THEN: Final = Sentence("faults/408-then", "List it under “flags:” at the top, or correct the name.", note=_THEN)
D409: Final = Sentence("faults/409", "The id is “{word}” and the file is called {file}. Make them the same.")
D410: Final = Sentence("faults/410", "There is no moment “{word}” to copy from.")
D411: Final = Sentence("faults/411", "This copies in a circle: {chain}. Remove one “copy:”.")
D412: Final = Sentence("faults/412", "There is no line for: {states}. Write at least one for each, or for its family.")
D413: Final = Sentence(
    "faults/413",
    "Under {states} the trainee has {count} to choose from; there must be three to five. Write them for the "
    "state, or for its family.",
)
D414: Final = Sentence("faults/414", "There are no cells for: {moves}. A reaction file has a row for each move.")
D415: Final = Sentence(
    "faults/415",
    "“{word}” cannot be known here: a patient file serves several scenarios. Use gauges, “visits” or “reaction "
    "is” only.",
)
D416: Final = Sentence(
    "faults/416",
    "The first line tells no known format. Begin with “format: scenario/2”, “format: patient/2” or “format: "
    "reactions/1”.",
)
D417: Final = Sentence(
    "faults/417",
    "“{word}” is the id of “{other}”, now or before, and old sessions find it by that name. Remove it from this "
    "“formerly:”, or give the other another id.",
)

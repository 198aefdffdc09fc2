"""What the keys of the language are called in forms: by the key, and by its help where one key stands for several things."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Message, Sentence
from simulator.messages.sentences import scenario_keys as keys

_NOTE: Final = "The label of a field in a form."

KEY_LABELS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "say": Sentence("key-labels/say", "What is said", note=_NOTE),
        "move": Sentence("key-labels/move", "What kind of answer it is", note=_NOTE),
        "quality": Sentence("key-labels/quality", "How well the part is owned", note=_NOTE),
        "also": Sentence("key-labels/also", "Also a little of", note=_NOTE),
        "debrief": Sentence("key-labels/debrief", "What the debriefing says of it", note=_NOTE),
        "after": Sentence("key-labels/after", "Only right after", note=_NOTE),
        "wordings": Sentence("key-labels/wordings", "Other wordings", note=_NOTE),
        "formerly": Sentence("key-labels/formerly", "Earlier names", note=_NOTE),
        "then": Sentence("key-labels/then", "Moment that follows", note=_NOTE),
        "because": Sentence("key-labels/because", "Why it goes so", note=_NOTE),
        "when": Sentence("key-labels/when", "Only if", note=_NOTE),
        "effects": Sentence("key-labels/effects", "What it changes for the patient", note=_NOTE),
        "sets": Sentence("key-labels/sets", "What is remembered from here on", note=_NOTE),
        "again": Sentence("key-labels/again", "For when it comes again", note=_NOTE),
        "kind": Sentence("key-labels/kind", "Kind of silence", note=_NOTE),
        "lasts": Sentence("key-labels/lasts", "How long it lasts", note=_NOTE),
        "opens": Sentence("key-labels/opens", "First words that take up the answer", note=_NOTE),
        "pose": Sentence("key-labels/pose", "How they sit", note=_NOTE),
        "shows": Sentence("key-labels/shows", "What can be seen", note=_NOTE),
        "thinks": Sentence("key-labels/thinks", "What they think and do not say", note=_NOTE),
        "marker": Sentence("key-labels/marker", "Sign of strain", note=_NOTE),
        "masked": Sentence("key-labels/masked", "Easy to miss", note=_NOTE),
        "silence": Sentence("key-labels/silence", "Silence", note=_NOTE),
        "wordless": Sentence("key-labels/wordless", "What is seen where no words are left", note=_NOTE),
        "levels": Sentence("key-labels/levels", "At which levels", note=_NOTE),
        "hooks": Sentence("key-labels/hooks", "Words that the answers take up", note=_NOTE),
        "returns": Sentence("key-labels/returns", "Whether it is told again", note=_NOTE),
        "reaction": Sentence("key-labels/reaction", "Reaction", note=_NOTE),
        "patient": Sentence("key-labels/patient", "What the patient says", note=_NOTE),
        "beyond-repair": Sentence("key-labels/beyond-repair", "No way back, and meant so", note=_NOTE),
        "asks": Sentence("key-labels/asks", "Waits for an answer", note=_NOTE),
        "wish": Sentence("key-labels/wish", "Wishes for another therapist", note=_NOTE),
        "once": Sentence("key-labels/once", "Only once", note=_NOTE),
        "responses": Sentence("key-labels/responses", "Answers", note=_NOTE),
        "end": Sentence("key-labels/end", "How it ends", note=_NOTE),
        "wished": Sentence("key-labels/wished", "Wished for it again", note=_NOTE),
        "afterwards": Sentence("key-labels/afterwards", "What became of it", note=_NOTE),
        "copy": Sentence("key-labels/copy", "As another moment", note=_NOTE),
        "you": Sentence("key-labels/you", "What the therapist said", note=_NOTE),
        "bond": Sentence("key-labels/bond", "Bond", note=_NOTE),
        "task": Sentence("key-labels/task", "Task", note=_NOTE),
        "goal": Sentence("key-labels/goal", "Goal", note=_NOTE),
        "alliance": Sentence("key-labels/alliance", "How it stands at the start", note=_NOTE),
        "fit": Sentence("key-labels/fit", "Fit", note=_NOTE),
        "style": Sentence("key-labels/style", "Habit under strain", note=_NOTE),
        "use": Sentence("key-labels/use", "File", note=_NOTE),
        "with": Sentence("key-labels/with", "What differs here", note=_NOTE),
        "format": Sentence("key-labels/format", "Format of the file", note=_NOTE),
        "id": Sentence("key-labels/id", "Short name", note=_NOTE),
        "title": Sentence("key-labels/title", "Title", note=_NOTE),
        "language": Sentence("key-labels/language", "Language", note=_NOTE),
        "about": Sentence("key-labels/about", "What happened", note=_NOTE),
        "skill": Sentence("key-labels/skill", "What is practised", note=_NOTE),
        "objectives": Sentence("key-labels/objectives", "What trainees are to learn", note=_NOTE),
        "difficulty": Sentence("key-labels/difficulty", "Level", note=_NOTE),
        "cause": Sentence("key-labels/cause", "What the therapist contributed", note=_NOTE),
        "content-notes": Sentence("key-labels/content-notes", "Themes to warn of", note=_NOTE),
        "turns": Sentence("key-labels/turns", "Number of turns", note=_NOTE),
        "origin": Sentence("key-labels/origin", "Where the strain came from", note=_NOTE),
        "flags": Sentence("key-labels/flags", "What can be remembered", note=_NOTE),
        "opening": Sentence("key-labels/opening", "What was said before", note=_NOTE),
        "start": Sentence("key-labels/start", "First moment", note=_NOTE),
        "moments": Sentence("key-labels/moments", "Moments", note=_NOTE),
        "to": Sentence("key-labels/to", "Leads to", note=_NOTE),
        "repaired": Sentence("key-labels/repaired", "After a deep repair", note=_NOTE),
        "partly": Sentence("key-labels/partly", "After a partial repair", note=_NOTE),
        "unresolved": Sentence("key-labels/unresolved", "While the strain is there", note=_NOTE),
        "quiet": Sentence("key-labels/quiet", "Polite, and perhaps for good", note=_NOTE),
        "left": Sentence("key-labels/left", "On leaving", note=_NOTE),
        "transfer": Sentence("key-labels/transfer", "After an agreed change of therapist", note=_NOTE),
        "like": Sentence("key-labels/like", "Begins as", note=_NOTE),
        "name": Sentence("key-labels/name", "Name", note=_NOTE),
        "age": Sentence("key-labels/age", "Age", note=_NOTE),
        "pronouns": Sentence("key-labels/pronouns", "Pronouns", note=_NOTE),
        "work": Sentence("key-labels/work", "Work", note=_NOTE),
        "history": Sentence("key-labels/history", "History", note=_NOTE),
        "seeks": Sentence("key-labels/seeks", "What brings them here", note=_NOTE),
        "portrait": Sentence("key-labels/portrait", "Face", note=_NOTE),
        "reactions": Sentence("key-labels/reactions", "How they react", note=_NOTE),
        "lines": Sentence("key-labels/lines", "Lines", note=_NOTE),
        "goodbyes": Sentence("key-labels/goodbyes", "Parting words", note=_NOTE),
        "change": Sentence("key-labels/change", "What differs", note=_NOTE),
        "moves": Sentence("key-labels/moves", "Moves", note=_NOTE),
    }
)
"""By the key."""

_BY_HELP: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        keys.SCENARIO_PATIENT.id: Sentence("key-labels/the-person", "The patient", note=_NOTE),
        keys.PATIENT_ABOUT.id: Sentence("key-labels/who", "Who this is", note=_NOTE),
        keys.REACTIONS_ABOUT.id: Sentence("key-labels/graph-for", "What it is for", note=_NOTE),
        keys.OPENING_LINE_PATIENT.id: Sentence("key-labels/patient-said", "What the patient said", note=_NOTE),
        keys.SILENCE_THEN.id: Sentence("key-labels/then-unspoken", "Moment that follows if nobody speaks", note=_NOTE),
        keys.PATIENT_REACTIONS_USE.id: Sentence("key-labels/based-on", "Based on", note=_NOTE),
    }
)
"""By the help of a key that means something else elsewhere."""


def label_of_key(key: str, told: Message | None) -> Message | None:
    """What a key is called; nothing for words that are no keys."""
    sentence = (_BY_HELP.get(told.sentence.id) if told is not None else None) or KEY_LABELS.get(key)
    return sentence() if sentence is not None else None

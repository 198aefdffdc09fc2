"""What can be seen of a patient in a portrait: read below it, and aloud instead of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.messages.message import Sentence

_MOOD: Final = (
    "What a portrait shows, without saying who it is: the pronoun is not known. Between commas stand single features."
)
_POSE: Final = "One feature of what a portrait shows, without saying who it is."

_FACE: Final = "One of several faces to choose among, by what is seen of it, never by sex or origin."
_OF_PATIENT: Final = "The face of a patient who comes with the program, among several to choose among."

AND_SEEN: Final = Sentence("portrait/and-seen", "{first}, {next}", note="Two features of a portrait, in a row.")

FACES: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "default": Sentence("portrait/default", "short brown hair", note=_FACE),
        "short-curls": Sentence("portrait/short-curls", "short black curls", note=_FACE),
        "long-hair": Sentence("portrait/long-hair", "long black hair", note=_FACE),
        "hair-knot": Sentence("portrait/hair-knot", "hair in a knot", note=_FACE),
        "bald-head": Sentence("portrait/bald-head", "bald head", note=_FACE),
        "grey-beard": Sentence("portrait/grey-beard", "grey hair and beard", note=_FACE),
        "white-hair": Sentence("portrait/white-hair", "white hair", note=_FACE),
        "ines-carvalho": Sentence("portrait/ines-carvalho", "that of Ines Carvalho", note=_OF_PATIENT),
        "daniel-osei": Sentence("portrait/daniel-osei", "that of Daniel Osei", note=_OF_PATIENT),
        "ruth-adler": Sentence("portrait/ruth-adler", "that of Ruth Adler", note=_OF_PATIENT),
    }
)
"""What a portrait is called where one is chosen, by its name in patient files."""

MOODS: Final[Mapping[str, Sentence]] = MappingProxyType(
    {
        "engaged": Sentence(
            "portrait/engaged", "looks at you openly, at ease, leaning a little towards you", note=_MOOD
        ),
        "minimal": Sentence("portrait/minimal", "gaze to the floor, shoulders drawn in, hands together", note=_MOOD),
        "avoiding": Sentence(
            "portrait/avoiding",
            "looks past you to the side with a quick half-smile, one hand telling the story",
            note=_MOOD,
        ),
        "shut-down": Sentence(
            "portrait/shut-down", "head bowed, eyes almost closed, arms held close, shoulders fallen", note=_MOOD
        ),
        "complying": Sentence(
            "portrait/complying", "a small polite smile and half a nod, hands folded, eyes on you", note=_MOOD
        ),
        "appeasing": Sentence(
            "portrait/appeasing",
            "a wide, eager smile with raised brows, head to one side, a hand on the chest",
            note=_MOOD,
        ),
        "complaint": Sentence(
            "portrait/complaint",
            "looks straight at you with drawn brows, mouth open to object, one hand out",
            note=_MOOD,
        ),
        "rejecting": Sentence(
            "portrait/rejecting", "head turned away, a cold look from the side, lips pressed, arms folded", note=_MOOD
        ),
        "pressure": Sentence(
            "portrait/pressure",
            "leans in with a hard stare and lowered brows, speaking, a flat hand pressing the point",
            note=_MOOD,
        ),
        "mixed": Sentence(
            "portrait/mixed",
            "smiles with one side of the mouth while one brow goes up; face half turned away, an arm across the body",
            note=_MOOD,
        ),
        "exploring": Sentence(
            "portrait/exploring",
            "looks up and to the side, searching for words, lips parted, one hand open",
            note=_MOOD,
        ),
        "qualified-assertion": Sentence(
            "portrait/qualified-assertion",
            "a wary glance up from a lowered head, one brow raised, lips pressed to one side, shoulders up",
            note=_MOOD,
        ),
        "hurt": Sentence(
            "portrait/hurt",
            "eyes wet and lowered to the side, brows drawn up, mouth turned down, a hand on the chest",
            note=_MOOD,
        ),
        "block": Sentence(
            "portrait/block", "eyes shut, lips pressed tight, shoulders high, arms locked in front", note=_MOOD
        ),
        "self-assertion": Sentence(
            "portrait/self-assertion", "head up, a steady look, shoulders back, both hands open in front", note=_MOOD
        ),
        "vulnerability": Sentence(
            "portrait/vulnerability",
            "looks at you with wet eyes, brows drawn up, lips trembling apart, a hand held over the other",
            note=_MOOD,
        ),
        "repaired": Sentence(
            "portrait/repaired", "a warm smile that reaches the eyes, shoulders loose, leaning towards you", note=_MOOD
        ),
        "transfer": Sentence(
            "portrait/transfer", "a calm, grateful nod with a small smile, a hand on the chest", note=_MOOD
        ),
        "left": Sentence("portrait/left", "the chair is empty", note=_MOOD),
    }
)
"""By the reaction state."""

POSES: Final[Mapping[str, Mapping[str, Sentence]]] = MappingProxyType(
    {
        "gaze": MappingProxyType(
            {
                "you": Sentence("portrait/gaze-you", "looks at you", note=_POSE),
                "floor": Sentence("portrait/gaze-floor", "gaze to the floor", note=_POSE),
                "lap": Sentence("portrait/gaze-lap", "gaze into the lap", note=_POSE),
                "aside": Sentence("portrait/gaze-aside", "looks to the side", note=_POSE),
                "past-you": Sentence("portrait/gaze-past-you", "looks past you", note=_POSE),
                "up": Sentence("portrait/gaze-up", "looks up", note=_POSE),
                "closed": Sentence("portrait/gaze-closed", "eyes closed", note=_POSE),
            }
        ),
        "hands": MappingProxyType(
            {
                "rest": Sentence("portrait/hands-rest", "hands at rest", note=_POSE),
                "clasped": Sentence("portrait/hands-clasped", "hands together", note=_POSE),
                "folded": Sentence("portrait/hands-folded", "arms folded", note=_POSE),
                "hold": Sentence("portrait/hands-hold", "arms held close", note=_POSE),
                "open": Sentence("portrait/hands-open", "one hand open", note=_POSE),
                "heart": Sentence("portrait/hands-heart", "a hand on the chest", note=_POSE),
                "press": Sentence("portrait/hands-press", "a flat hand pressing the point", note=_POSE),
                "both": Sentence("portrait/hands-both", "both hands open", note=_POSE),
                "face": Sentence("portrait/hands-face", "a hand to the face", note=_POSE),
            }
        ),
        "lean": MappingProxyType(
            {
                "forward": Sentence("portrait/lean-forward", "leaning forward", note=_POSE),
                "back": Sentence("portrait/lean-back", "leaning back", note=_POSE),
                "upright": Sentence("portrait/lean-upright", "sitting upright", note=_POSE),
            }
        ),
        "stands": MappingProxyType(
            {
                "half": Sentence("portrait/stands-half", "half out of the chair", note=_POSE),
                "chair": Sentence("portrait/stands-chair", "standing, behind the chair", note=_POSE),
                "door": Sentence("portrait/stands-door", "standing at the door", note=_POSE),
            }
        ),
        "glasses": MappingProxyType(
            {
                "low": Sentence("portrait/glasses-low", "a look over the glasses", note=_POSE),
                "off": Sentence("portrait/glasses-off", "without glasses", note=_POSE),
            }
        ),
        "holds": MappingProxyType(
            {
                "stub": Sentence("portrait/holds-stub", "a ticket stub between two fingers", note=_POSE),
                "bag": Sentence("portrait/holds-bag", "hands on the bag", note=_POSE),
                "phone": Sentence("portrait/holds-phone", "a phone in hand", note=_POSE),
                "pen": Sentence("portrait/holds-pen", "a pen in hand", note=_POSE),
                "card": Sentence("portrait/holds-card", "a card in hand", note=_POSE),
                "paper": Sentence("portrait/holds-paper", "hands on a sheet of paper", note=_POSE),
                "folder": Sentence("portrait/holds-folder", "hands on a folder", note=_POSE),
                "book": Sentence("portrait/holds-book", "hands on a diary", note=_POSE),
                "purse": Sentence("portrait/holds-purse", "a purse in hand", note=_POSE),
                "tissue": Sentence("portrait/holds-tissue", "a handkerchief in hand", note=_POSE),
                "water": Sentence("portrait/holds-water", "a glass of water in hand", note=_POSE),
                "glasses": Sentence("portrait/holds-glasses", "glasses in hand", note=_POSE),
                "coat": Sentence("portrait/holds-coat", "outdoor things in hand", note=_POSE),
                "scarf": Sentence("portrait/holds-scarf", "a scarf in hand", note=_POSE),
                "gloves": Sentence("portrait/holds-gloves", "gloves in hand", note=_POSE),
            }
        ),
        "wears": MappingProxyType(
            {
                "coat": Sentence("portrait/wears-coat", "dressed to go out", note=_POSE),
                "gloves": Sentence("portrait/wears-gloves", "dressed to go out, gloves on", note=_POSE),
                "scarf": Sentence("portrait/wears-scarf", "a scarf on", note=_POSE),
                "bag": Sentence("portrait/wears-bag", "the bag slung on", note=_POSE),
            }
        ),
    }
)
"""By the part of a pose and its word in scenario files."""

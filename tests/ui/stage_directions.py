"""What a stage direction says about the picture, and what the picture shows: two readings of one wording, to be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from simulator.scenario.checks.paths import states_of
from simulator.scenario.document import Moment, Patient, Scenario, Wording
from simulator.scenario.quotation_marks import as_typed
from simulator.ui.portraits.expression import Expression

Seen = dict[str, str]
"""By part of the pose: the word for what the picture shows."""


class Says(NamedTuple):
    """Words of a direction, and the ways in which a picture can show what they say: parts of a pose with their words."""

    words: re.Pattern[str]
    shown: tuple[tuple[str, str], ...]


def _says(words: str, shown: str) -> Says:
    pairs = [one.partition(": ") for group in shown.split("; ") for one in _each(group)]
    return Says(re.compile(words), tuple((part, word) for part, _, word in pairs))


def _each(group: str) -> list[str]:
    part, _, words = group.partition(": ")
    return [f"{part}: {word}" for word in words.split(" ")]


GAZE: Final = tuple(
    _says(words, f"gaze: {shown}")
    for words, shown in (
        (
            r"\b(looks|look|eyes|glances?|gaze|smiles|talks|speaks|says it|nods|answers|studies) (\w+ ){0,2}(at|to|on|along|round for it on|in) the (\w+ ){0,3}(floor|floorboards|boards|carpet|rug)\b",
            "floor lap",
        ),
        (
            r"\blooks at (\w+ )?shoes\b|towards his shoes|to his shoes|to your shoes\b|at the leg of the table|on the skirting board|the plug socket by|at the edge of the rug|toes of her shoes|then at the floor|from the floor to your shoes",
            "floor lap",
        ),
        (
            r"\b(looks|look|watches|searching|glances?|smiles|nods|speaks|a smile|eyes|turns her face|beams|twinkles) (\w+ ){0,2}(at|to|on|for) you\b(?! (not|read|out of the corner))|\bthen at you\b|to your shoes to you",
            "you",
        ),
        (
            r"\b(eyes|look|looks) (\w+ ){0,4}(on|at|goes? over|through) your(s| face)\b|\beyes on you\b|holds your eye|outstare|(does not|doesn't) look away|watch(es|ing) your face|into your face|\bfrom you to\b|says it to your face|looks you\b",
            "you",
        ),
        (
            r"\b(looks|look|eyes|glances?|gaze|smiles|talks|tells it|says it|speaks|addresses|laughs|face|reads along|watches) (\w+ ){0,3}?(at|on|to|towards|addresses) (the|a) (\w+ )?(window|clock|bookcase|bookshelf|shelf|lamp|lampshade|door|curtain|cabinet|bus stop|wall|coat hook)\b(?! behind)(?! handle)",
            "aside past-you",
        ),
        (
            r"\blooks past you\b|smiling past you|beside your ear|looks pleasantly at the wall|behind you\b",
            "past-you aside",
        ),
        (
            r"\b(looks|looks up|talks|considers|searches) (\w+ )?(at|to|the)? ?the ceiling|ceiling lamp|rolls her eyes",
            "up",
        ),
        (r"\bshuts (his|her) eyes|\beyes shut", "closed"),
        (
            r"\b(looks|talks|says it|speaks|nods) (\w+ ){0,2}(at|to|into) (his|her) (own )?(knees|lap|hands?|palm|watch)\b|\blooks at the (stub|folder|palm)|\b(speaks|talks|tells it) to the (folder|handbag|strap|stub)|eyes on the button|(does not|not|without) look(ing)? up(?! to see)|(then|down) (at|to) the (stub|pen)|ends with them on the folder|back at her hands|then one for the floor|on the button",
            "lap floor",
        ),
    )
)
HANDS: Final = tuple(
    _says(words, shown)
    for words, shown in (
        (
            r"arms (folded|crossed)(?! on the bag)|folded arms|folds her arms|hands under her arms|her arms close|arms a little tighter",
            "hands: folded",
        ),
        (
            r"hands together(?! on)|folds her hands|hands folded(?! on the bag)|her hands hold each other|hands close round|hands between his knees|hands in her lap|hands shut",
            "hands: clasped",
        ),
        (
            r"\b(palms? (up|open|turned|show|held)|open hands?|hands? open(?!s)|both palms|a flat hand in the air|(hand|one) (held )?out\b|the lecturing hand|in the air\b|on (two|three|his|her) fingers|three fingers|(?<!voice )waves?\b(?! at)|animated hands|one hand telling|turns an empty palm)",
            "hands: open both; holds: pen",
        ),
        (
            r"\b(hand|fingers?|knuckle|palm|wrist)\b.*\b(mouth|lips|forehead|eye|eyes|cheek|face|nose|temple)\b|taps her temple|wiped off with|scratches her ear|off with his hand|chin on her fist|rubs (his|her) (eyes|forehead)|wipes .*(cheek|face|eyes?|nose)\b.*(hand|knuckle|wrist)",
            "hands: face",
        ),
        (
            r"both (hands|palms) (up|open|turned|held out|showing|tidying)|(?<!both her )with (both|her) hands|\btwo hands\b|one in each hand|both palms up|both hands open|shows you both hands|talks with both",
            "hands: both",
        ),
        (r"shakes? (your )?hands?\b|\bhandshake\b|a hand to shake|shakes yours", "hands: open"),
        (
            r"hand on her (heart|chest|collarbone|breastbone)|palm on her breastbone|flat on her (cardigan|breastbone)",
            "hands: heart",
        ),
        (
            r"hands (quite )?still|hands flat on her knees|both hands on the arms|have stopped moving",
            "hands: rest; stands: half chair; wears: gloves",
        ),
    )
)
LEAN: Final = tuple(
    _says(words, f"lean: {shown}")
    for words, shown in (
        (
            r"\b(leans|leaning|bends|sits) (in|over|forward|across|towards)\b|edge of the (chair|seat)|to the front of the chair",
            "forward; stands: half",
        ),
        (r"\b(sits|leans) back\b(?! in)|right back\b", "back"),
        (r"\b(sits|sit) up\b|very upright|bolt upright|(sits|quite|very) (very )?straight\b", "upright"),
    )
)
STANDING: Final = tuple(
    _says(words, f"stands: {shown}")
    for words, shown in (
        (
            r"\b(?<!looks )(at|from|in) the door(way)?\b|\bdoor handle|from the landing|door in her hand|at the handle|way to the door|to the handle|out of the door|hand on the door",
            "door",
        ),
        (
            r"\bon (his|her) feet\b(?! and)|^standing\b|\bstands(?= a second|, and| in the| with| up| behind|, offers|, the|$)|\bhas stood up|(?<!voice )\bgets up\b|\bhas got up|hand on the (back of the )?chair|back half turned|gets to her feet|^up(,| and|$)",
            "chair door",
        ),
        (
            r"half (out of|round) the chair|(?<!hand )\bhalf (up|gets up)\b|about to get up|hold of the arms of|a hand on each arm|her weight on her feet",
            "half chair",
        ),
    )
)
THINGS: Final = tuple(
    _says(words, shown)
    for words, shown in (
        (r"\bstub\b", "holds: stub purse bag"),
        (r"\bphone\b", "holds: phone"),
        (r"\bpen(cil)?\b|\bwrites\b|\bprints “|\bunderlines\b", "holds: pen book"),
        (r"\btravel card\b", "holds: card"),
        (r"\bfolder\b|\bthe lid\b", "holds: folder paper pen"),
        (r"\b(sheets?|papers?|page|pile)\b|the other three|the two he is keeping", "holds: paper folder"),
        (r"\b(diary|notebook)\b|along the week", "holds: book paper pen"),
        (r"\b(purse|wallet)\b", "holds: purse"),
        (r"\bhandkerchief\b|\bblows her nose\b|\bthe tissue\b", "holds: tissue stub"),
        (r"\bwater\b", "holds: water"),
        (r"\b(hand)?bag\b|\bclasp\b|\bstrap\b|\bzip goes\b|her things\b", "holds: bag; wears: bag"),
        (r"\b(coat|jacket)\b|\bsleeve (of the coat|on)\b|\bsecond sleeve\b", "holds: coat; wears: coat gloves"),
        (r"\bscarf\b", "holds: scarf bag; wears: scarf"),
        (r"\bgloves?\b", "holds: gloves; wears: gloves"),
    )
)
PUT_ON: Final = tuple(
    _says(words, f"wears: {shown}")
    for words, shown in (
        (
            r"\b(coat|jacket)( is)? (on\b(?! (his|her) knees)|buttoned|done up|zipped)\b|(in|into|buttons|does up) (his|her|the) (coat|jacket)\b(?! over)|one sleeve on|jacket zipped|zipping the jacket",
            "coat gloves",
        ),
        (r"\bgloves on\b(?! the)|\bboth gloves\b|\bsecond glove on\b", "gloves"),
        (r"\bscarf( is)? on\b|\bwinds the scarf|into her scarf", "scarf"),
        (
            r"\bon (his|her) shoulder\b|\bover one shoulder|\b(bag|strap)\b[^,]* (over|on) her (arm|head)\b",
            "bag coat gloves",
        ),
    )
)
GLASSES: Final = (_says(r"\bover (her|the) glasses\b", "glasses: low"),)
SAID: Final = (*GAZE, *HANDS, *LEAN, *STANDING, *THINGS, *PUT_ON, *GLASSES)

ELSEWHERE: Final = re.compile(
    r"like a pencil|on (the|your) table|on the floor|on the arm of the chair|on the chair|\bleaves\b|\bleft\b|forgotten|\bstays\b|pocket|into her wallet|invisible"
    r"|looking for|looks for|\b(pen|pen is) (down|aside|away)|down the pen|the pen (aside|away|out|that)|at the pen|lie crooked|rolls the pen|lets go of"
    r"|not to the stub|lies (where|flat)|flat under|back down|come off|coat hook|\baside\b|hangs her|has its coat|one hand opens|lies open"
    r"|is where he|not the folder|tucks|opens one hand|not at the page|a glance at the folder|from you to the folder|doesn't take|of the pile"
    r"|pushed the folder|slid to|across the table|taps the stub|across the folder|squared off|reaches for|over her knees|unless|button of her cardigan|a crossing-out|dry as paper|blue pen"
)
"""Where a direction says of a thing that it is not in the hands, or not there."""

GETTING_READY: Final = re.compile(
    r"(coat|gloves) on\b|puts (his|her) coat on|chair (back )?in\b|the chair (straight|in)|in passing|on the way|the stairs|lifts the bag"
    r"|past you|before you are|does not turn round|jacket zipped|pats the chair"
)
"""Where a direction does not say that somebody stands, and nobody would sit doing it."""

GONE: Final = re.compile(r"\bclosed without a sound|goes past your chair|the door let to")
"""Where a direction is about the room after somebody has left."""


def drawn(wording: Wording, mood: Expression, gazes: Mapping[str, Expression]) -> Seen:
    """What the picture of a wording shows: what its pose names, and otherwise what the mood shows anyway."""
    named = dict(wording.pose)
    seen = {
        "gaze": min(gazes, key=lambda word: _apart(gazes[word], mood)),
        "hands": mood.arms[0][0],
        "lean": "forward" if mood.lean > 0.2 else "back" if mood.lean < -0.2 else "upright",
    }
    if "holds" in named:
        del seen["hands"]
    return seen | named


def _apart(a: Expression, b: Expression) -> float:
    return abs(a.gaze_x - b.gaze_x) + abs(a.gaze_y - b.gaze_y) + 2 * abs(min(a.lids, 0.4) - min(b.lids, 0.4))


def contradictions(shows: Sequence[str], seen: Seen, *, left: bool = False) -> Iterator[str]:
    """What directions say that the picture does not show, and what the picture shows that no direction says.

    Where directions tell of one thing after another (a look at the clock, then at you), the picture shows one of them.
    Who has ``left`` is seen only where the pose says where they stand, and need not be said to stand.
    """
    shows = [as_typed(text) for text in shows]
    said = [(says, text.lower()) for text in shows for says in SAID if says.words.search(text.lower())]
    wanted = [(says, text) for says, text in said if says not in (*THINGS, *PUT_ON) or not ELSEWHERE.search(text)]
    for group in (GAZE, HANDS, LEAN, STANDING, THINGS, PUT_ON, GLASSES):
        asked = [(says, text) for says, text in wanted if says in group]
        if group is HANDS and "holds" in seen:
            continue
        if asked and not any(seen.get(part) == word for says, _ in asked for part, word in says.shown):
            yield f"{asked[0][1]!r} and the picture shows {seen}"
    told = {pair for says, _ in said for pair in says.shown}
    if left and "stands" not in seen and not any(GONE.search(text.lower()) for text in shows):
        yield f"{list(shows)!r} and the chair is empty"
    for part in ("holds", "wears", "stands"):
        may = part == "stands" and (left or any(GETTING_READY.search(text.lower()) for text in shows))
        if part in seen and (part, seen[part]) not in told and not may:
            yield f"the picture shows {part}: {seen[part]}, and no direction says so"


def wordings_of(scenario: Scenario) -> Iterator[tuple[Moment, Wording]]:
    """Every wording that something is seen in: of the scenario's moments, and of the patient's lines."""
    for moment in (*scenario.moments.values(), *lines_of(scenario.patient)):
        yield from ((moment, wording) for wording in moment.wordings if wording.shows)


def lines_of(patient: Patient) -> tuple[Moment, ...]:
    """What a patient does in each state."""
    return tuple(patient.lines.values())


def states(moment: Moment) -> tuple[str, ...]:
    """The reaction states in which a moment can be on the screen."""
    return tuple(str(state) for state in states_of(moment.reaction))

"""Terms that nobody has to know who practises or teaches with the program; LOOK says what to say instead."""

from __future__ import annotations

import re
from typing import Final

_TERMS: Final = re.compile(
    r"\brepair value|\battainable\b|\bprices?\b|\bregret\b|\bpoints lost\b|\bit turned at\b|\bgave (nothing|little) away"
    r"|\bclosed off the repair|\bmarkers?\b|\btag(s|ged|ging)?\b|\blatency\b|\bsecondary ruptures?\b|\bown role\b"
    r"|\bnon-?defensiveness\b|\bnot observed\b|\bgauges?\b|\b(felt|stated) alliance\b|\bminimal\b|\bcomplying\b|\bappeasing\b"
    r"|\brejecting\b|\bqualified assertion\b|\bthe block\b|\bis not let in\b|\bbear it\b|\bfalse repairs?\b|\bforks?\b"
    r"|\bretr(y|ies)\b|\bfirst run\b|\btypical learner\b|\bpolic(y|ies)\b|\bmedian\b|\bblind ways?\b|\bsmells?\b"
    r"|\btry everything\b|\bcohorts?\b|\bheat maps?\b|\bitem analysis\b|\bdistractors?\b|\bsensitivity\b"
    r"|(?<!-)\bstates\b|\bmisattuned\b|\byour skill\b|\bskill (of|is|level|score)\b",
    re.IGNORECASE,
)


def terms_in(text: str) -> list[str]:
    """The terms that somebody would read in a text."""
    return [hit[0] for hit in _TERMS.finditer(text)]

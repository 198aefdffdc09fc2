"""What a YAML parser's complaint means for someone who is no programmer, and where to put the finger."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Rule


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said: its words, and the offsets of the problem and of what it was in the middle of."""

    context: str
    problem: str
    offset: int
    context_offset: int


@dataclass(frozen=True, slots=True)
class Slip:
    """A rule that was broken, where (as offsets), the words of its sentence, and a text that would mend it."""

    rule: Rule
    start: int
    end: int
    words: dict[str, object]
    mend: str | None = None


_VALUE: Final = re.compile(r" *(?:- +)*(?:[^\s:]+: +)?")


def explain(complaint: Complaint, text: str) -> Slip:
    """The slip behind a parser's complaint."""
    context, problem = complaint.context, complaint.problem
    here, before = _line(text, complaint.offset), _line(text, complaint.context_offset)
    if "quoted scalar" in context:
        return _quoted(complaint, text)
    if "mapping values are not allowed" in problem:
        return _colon(complaint, text, here)
    if "could not find expected ':'" in problem:
        return Slip(rules.NO_COLON, *before, {})
    for words, rule in _BY_CONTEXT:
        if words in context:
            return Slip(rule, *(before if rule in (rules.TAG, rules.ANCHOR) else here), {})
    if "cannot start any token" in problem:
        char = text[complaint.offset : complaint.offset + 1]
        if char == "%":
            return Slip(rules.DIRECTIVE, *here, {})
        return Slip(rules.ODD_START, complaint.offset, here[1], {"char": f"“{char}”" if char.strip() else "a tab"})
    for words, rule in _BY_PROBLEM:
        if words in problem:
            return Slip(rule, *here, {})
    if "expected" in problem and (quote := _quote_before(text, complaint.offset, here)):
        return Slip(rules.AFTER_QUOTE, *here, {"quote": quote, "inner": "''" if quote == "'" else '\\"'})
    if "did not find expected" in problem or "block sequence entries" in problem:
        return Slip(rules.INDENTATION, *here, {})
    return Slip(rules.UNREADABLE, *here, {"problem": problem or context})


_BY_CONTEXT: Final = (
    ("an anchor", rules.ANCHOR),
    ("an alias", rules.ANCHOR),
    ("a tag", rules.TAG),
    ("a %TAG directive", rules.DIRECTIVE),
    ("directive", rules.DIRECTIVE),
    ("a block scalar", rules.FOLDED_START),
    ("a flow sequence", rules.BRACKETS),
    ("a flow mapping", rules.BRACKETS),
    ("a flow node", rules.BRACKETS),
)
_BY_PROBLEM: Final = (
    ("undefined tag handle", rules.TAG),
    ("directive", rules.DIRECTIVE),
    ("<document start>", rules.INDENTATION),
    ("tab character", rules.TAB),
    ("expected node content", rules.BRACKETS),
)


def _quoted(complaint: Complaint, text: str) -> Slip:
    if "escape" in complaint.problem or "hexdecimal" in complaint.problem or "Unicode" in complaint.problem:
        return Slip(rules.ESCAPE, complaint.offset, min(complaint.offset + 2, len(text)), {})
    start = complaint.context_offset
    quote = text[start : start + 1] or '"'
    return Slip(rules.OPEN_QUOTE, start, _line(text, start)[1], {"quote": quote})


def _colon(complaint: Complaint, text: str, here: tuple[int, int]) -> Slip:
    """A sentence with a colon in it, which quotes would mend; or a key that is indented too far."""
    line = text[slice(*here)]
    lead = _VALUE.match(line)
    value_at = here[0] + (lead.end() if lead else 0)
    sentence = text[value_at : here[1]].rstrip()
    if value_at >= complaint.offset or sentence.endswith(":"):
        return Slip(rules.INDENTATION, *here, {})
    mend = '"' + sentence.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return Slip(rules.COLON_IN_TEXT, value_at, value_at + len(sentence), {}, mend)


def _quote_before(text: str, offset: int, here: tuple[int, int]) -> str:
    """The quote a value begins with, if the parser stumbled behind it on the same line."""
    lead = _VALUE.match(text[here[0] : offset])
    first = text[here[0] + lead.end() : offset][:1] if lead else ""
    return first if first in ("'", '"') else ""


def _line(text: str, offset: int) -> tuple[int, int]:
    """The line around an offset without its indentation; the last line with content if there is none here."""
    offset = min(offset, len(text))
    if not text[offset:].strip():
        offset = len(text.rstrip())
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())

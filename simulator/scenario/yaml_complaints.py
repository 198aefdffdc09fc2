"""What a YAML parser's complaint means for someone who is no programmer, and where to put the finger."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.messages.message import Message, Value
from simulator.messages.sentences import fault_parts as parts
from simulator.messages.sentences.text import QUOTED
from simulator.scenario.block_faults import QUOTES, BlockFault, quoted
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Rule
from simulator.scenario.indentation import line_end, lines_of_entry, odd_one_out, spaces_of
from simulator.scenario.invisible_characters import IN_STRUCTURE, name_of, ordinary

_VALUE: Final = re.compile(r" *(?:- +)*(?:[^\s:]+:(?: +|$))?")
_KEY_LINE: Final = re.compile(r" *(?:- +)*(?:[^\s:]+|\"[^\"]*\"|'[^']*'):(?: |$)")
_STRUCTURE: Final = re.compile(
    r"[^\S\n]*(?:- *)?[^\n:\uff1a\ufe55\ua789\u2236\ufe13\"'\[{]{0,60}[:\uff1a\ufe55\ua789\u2236\ufe13]\s*|\s*\S?"
)
_REMARK: Final = re.compile(r"[^\n]*?\S +(#)")
_CLOSERS: Final = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser said: its words, the offsets of the problem and of what it was in the middle of, and the last quoted text."""

    context: str
    problem: str
    offset: int
    context_offset: int
    quote: tuple[int, int] = (0, 0)


_Found: TypeAlias = tuple[BlockFault, int]
"""A fault, and an offset in the line that is left out so that the rest can be read."""


def from_complaint(complaint: Complaint, text: str) -> tuple[BlockFault, tuple[int, int]]:
    """The fault behind a parser's complaint, and the stretch of the block that is to be left out."""
    offset = min(complaint.offset, len(text))
    if not text[offset:].strip():
        offset = max(len(text.rstrip()) - 1, 0)
    complaint = Complaint(complaint.context, complaint.problem, offset, complaint.context_offset, complaint.quote)
    for look in _LOOKS:
        found = look(complaint, text)
        if found is not None:
            fault, at = found
            return fault, lines_of_entry(text, at, _margin(fault))
    start, end = _line(text, offset)
    words = {"problem": complaint.problem or complaint.context}
    return BlockFault(rules.UNREADABLE, start, end, words), lines_of_entry(text, offset)


def without_key(text: str) -> BlockFault:
    """The fault of a block that has no key at all."""
    start = len(text) - len(text.lstrip())
    complaint = Complaint("", "", start, start)
    found = _look_alike(complaint, text) or _no_colon(text, start)
    return found[0]


def _margin(fault: BlockFault) -> int | None:
    """How far the lines that belong to a wrongly indented one should be indented at least."""
    return (
        len(fault.fix[3])
        if fault.rule is rules.INDENTATION and fault.fix is not None and not fault.fix[3].strip()
        else None
    )


def _look_alike(complaint: Complaint, text: str) -> _Found | None:
    """A character that looks like a space or a colon before the value of a line, here or in the line above."""
    above = text.rfind("\n", 0, _line_start(text, complaint.offset) - 1) + 1
    for offset in dict.fromkeys((complaint.offset, complaint.context_offset, above)):
        start = _line_start(text, offset)
        structure = _STRUCTURE.match(text, start)
        found = IN_STRUCTURE.search(structure[0]) if structure else None
        if structure is not None and found is not None:
            at = start + found.start()
            mended = IN_STRUCTURE.sub(lambda match: ordinary(match[0]), structure[0])
            if mended.endswith(":") and text[structure.end() : structure.end() + 1] not in ("\n", ""):
                mended += " "
            fix = (parts.ORDINARY(), start, structure.end(), mended)
            words: dict[str, Value] = {"name": name_of(found[0]), "advice": _LOOK_ALIKE_ADVICE[ordinary(found[0])]()}
            return BlockFault(rules.LOOK_ALIKE, at, at + 1, words, fix, column_of=at), start
    return None


_LOOK_ALIKE_ADVICE: Final = {
    ":": parts.ORDINARY_COLON_AND_SPACE,
    " ": parts.ORDINARY_SPACE,
    "": parts.DELETE_THAT,
}


def _quote(complaint: Complaint, text: str) -> _Found | None:
    """A quote that is not closed, closed too early, or an escape that means nothing."""
    if "quoted scalar" in complaint.context:
        if any(word in complaint.problem for word in ("escape", "hexdecimal", "Unicode")):
            end = min(complaint.offset + 1, len(text))
            return BlockFault(rules.ESCAPE, end - 2, end), complaint.offset
        return _open_quote(complaint.context_offset, text)
    if not complaint.problem.startswith("did not find expected"):
        return None
    start, end = complaint.quote
    if end and start < _line_start(text, end) <= complaint.offset <= line_end(text, end):
        return _open_quote(start, text)
    value, line = _value_of_line(text, complaint.offset)
    quote = text[value : value + 1]
    if quote in ("'", '"') and value < complaint.offset:
        words = {"quote": quote, "inner": "''" if quote == "'" else '\\"'}
        whole = text[value : line[1]]
        closed = len(whole) > 2 and whole.endswith(quote)
        fix = (parts.QUOTES_AROUND_WHOLE(), value, line[1], quoted(whole[1:-1] if closed else whole))
        return BlockFault(rules.AFTER_QUOTE, *line, words, fix), complaint.offset
    return None


def _open_quote(start: int, text: str) -> _Found:
    return open_quote(text, start), start


def open_quote(text: str, start: int) -> BlockFault:
    """A quote at an offset that is not closed where it should be."""
    end, quote = _line(text, start)[1], text[start : start + 1]
    return BlockFault(rules.OPEN_QUOTE, start, end, {"quote": quote}, (parts.CLOSE_AT_LINE_END(), end, end, quote))


def _colon(complaint: Complaint, text: str) -> _Found | None:
    """A sentence with a colon in it; a line above that has no key; or a key that is indented too far."""
    if "mapping values are not allowed" not in complaint.problem:
        return None
    value, line = _value_of_line(text, complaint.offset)
    if value < complaint.offset:
        return _to_quote(rules.COLON_IN_TEXT, value, text, {})
    above = text[: line[0]].rstrip()
    start = _line_start(text, len(above))
    if above and not _KEY_LINE.match(text, start) and _is_entry(text, start):
        return _no_colon(text, start)
    return _indentation(complaint.offset, text)


def _is_entry(text: str, start: int) -> bool:
    """Whether a line without a key stands where one is expected, and does not go on with the sentence above."""
    above = text[:start].rstrip()
    line = text[_line_start(text, len(above)) : len(above)]
    return not above or line.endswith(":") or _indent(text, start) <= _indent(text, _line_start(text, len(above)))


def _key(complaint: Complaint, text: str) -> _Found | None:
    if "could not find expected ':'" not in complaint.problem:
        return None
    return _no_colon(text, complaint.context_offset)


def _no_colon(text: str, offset: int) -> _Found:
    """A line without a key; often only the space behind the colon is missing."""
    start = _line_start(text, offset)
    line = _line(text, offset)
    for pattern, title, advice in _NEARLY_KEYS:
        nearly = pattern.match(text, start)
        if nearly is not None:
            fix = (title(), nearly.start(1), nearly.end(1), ": ")
            return BlockFault(rules.NO_COLON, *line, {"advice": advice()}, fix), offset
    return BlockFault(rules.NO_COLON, *line, {"advice": parts.WRITE_A_KEY_OR_INDENT()}), offset


_NEARLY_KEYS: Final = (
    (
        re.compile(r" *(?:- +)*[a-z][a-z0-9_-]*(:)(?=[^\s:])"),
        parts.SPACE_AFTER_COLON,
        parts.NO_SPACE_AFTER_COLON,
    ),
    (
        re.compile(r" *(?:- +)*[a-z][a-z0-9_-]*( *= *)(?=\S)"),
        parts.WRITE_A_COLON,
        parts.COLON_FOR_EQUALS,
    ),
)
"""Lines that lack little to be a key with its value."""


def _mark(complaint: Complaint, text: str) -> _Found | None:
    """A value that begins with a character that means something to YAML."""
    for words, rule in _BY_CONTEXT:
        if words in complaint.context or words in complaint.problem:
            at = complaint.context_offset if words in complaint.context else complaint.offset
            return _to_quote(rule, _value_of_line(text, at)[0], text, {})
    return None


_BY_CONTEXT: Final[tuple[tuple[str, Rule], ...]] = (
    ("an anchor", rules.ANCHOR),
    ("an alias", rules.ANCHOR),
    ("a tag", rules.TAG),
    ("undefined tag handle", rules.TAG),
    ("a block scalar", rules.FOLDED_START),
)


def _bracket(complaint: Complaint, text: str) -> _Found | None:
    """A bracket that is not closed, or a remark that took its end away."""
    if "flow" not in complaint.context and "expected node content" not in complaint.problem:
        return None
    at = complaint.context_offset if "flow" in complaint.context else complaint.offset
    end = _line(text, at)[1]
    remark = _REMARK.match(text, at)
    if remark is not None and _CLOSERS.get(text[at : at + 1], "\0") in text[remark.end() : end]:
        entry = max(text.rfind(",", at, remark.start(1)), at) + 1
        entry += len(text[entry:end]) - len(text[entry:end].lstrip())
        stop = min(n for n in (text.find(",", remark.end(), end), text.rfind(_CLOSERS[text[at]], at, end)) if n > 0)
        fix = (QUOTES, entry, stop, quoted(text[entry:stop].rstrip()))
        return BlockFault(rules.CUT_OFF, remark.start(1), end, {}, fix), at
    line, closer = text[at:end], _CLOSERS.get(text[at : at + 1], "")
    if closer and line.count(text[at]) > line.count(closer):
        return BlockFault(rules.BRACKETS, at, end, {}, (parts.CLOSE_WITH(closer=closer), end, end, closer)), at
    return BlockFault(rules.BRACKETS, at, end), at


def _odd_start(complaint: Complaint, text: str) -> _Found | None:
    """A value that begins with a character it cannot begin with, or with brackets that are part of the sentence."""
    problem, offset = complaint.problem, complaint.offset
    value, line = _value_of_line(text, offset)
    char = text[offset : offset + 1]
    if "cannot start any token" in problem:
        if char == "%" and offset == _line_start(text, offset):
            return BlockFault(rules.DIRECTIVE, *line), offset
        words: dict[str, Value] = {"char": QUOTED(words=char) if char.strip() else parts.A_TAB()}
        if value == offset:
            return _to_quote(rules.ODD_START, offset, text, words)
        return BlockFault(rules.ODD_START, offset, line[1], words), offset
    if "are not allowed in this context" in problem and value == offset and value > line[0]:
        return _to_quote(rules.ODD_START, offset, text, {"char": QUOTED(words=char)})
    first = text[value : value + 1]
    if problem.startswith("did not find expected") and first in _CLOSERS and value < offset:
        if not text[offset : line[1]].strip("]} "):
            return BlockFault(rules.BRACKETS, value, line[1]), offset
        return _to_quote(rules.ODD_START, value, text, {"char": QUOTED(words=first)})
    if "directive" in complaint.context or "directive" in problem:
        return BlockFault(rules.DIRECTIVE, *line), offset
    return None


def _remark(complaint: Complaint, text: str) -> _Found | None:
    """A sentence that goes on in the next line, but was cut by a remark."""
    if not complaint.problem.startswith("did not find expected"):
        return None
    above = text[: _line_start(text, complaint.offset)].rstrip()
    start = _line_start(text, len(above))
    remark = _REMARK.match(above, start)
    value, line = _value_of_line(text, complaint.offset)
    if remark is None or value != line[0]:
        return None
    return BlockFault(rules.CUT_OFF, remark.start(1), len(above)), start


def _any_indentation(complaint: Complaint, text: str) -> _Found | None:
    if text.startswith("%", _line_start(text, complaint.offset)) or text.startswith("%"):
        return BlockFault(rules.DIRECTIVE, *_line(text, 0)), 0
    if "tab character" in complaint.problem:
        return BlockFault(rules.TAB, *_line(text, complaint.offset)), complaint.offset
    words = ("did not find expected", "block sequence entries", "<document start>", "mapping keys")
    return _indentation(complaint.offset, text) if any(word in complaint.problem for word in words) else None


def _indentation(offset: int, text: str) -> _Found:
    odd = odd_one_out(text, offset)
    start, end = _line(text, odd.start)
    if odd.wanted is None and text.startswith("- ", start):
        fix = (parts.REMOVE_DASH(), start, start + 2, "")
        return BlockFault(rules.INDENTATION, start, end, {"advice": parts.NO_LIST_HERE()}, fix), odd.start
    if odd.wanted is None:
        return BlockFault(rules.INDENTATION, start, end, {"advice": parts.BELOW_ITS_LINE()}), odd.start
    fix = (parts.LIKE_NEIGHBOURS(), odd.start, start, " " * odd.wanted)
    return BlockFault(
        rules.INDENTATION, start, end, {"advice": indentation_advice(odd.found, odd.wanted)}, fix
    ), odd.start


def indentation_advice(found: int, wanted: int) -> Message:
    """What to do about a line that has so many spaces before it and should have others."""
    return parts.SPACES_BEFORE(found=found, wanted=wanted)


_LOOKS: Final[tuple[Callable[[Complaint, str], _Found | None], ...]] = (
    _look_alike,
    _quote,
    _colon,
    _key,
    _mark,
    _bracket,
    _odd_start,
    _remark,
    _any_indentation,
)


def _to_quote(rule: Rule, value: int, text: str, words: dict[str, Value]) -> _Found:
    """A fault that quotes around the value of a line would mend."""
    end = _line(text, value)[1]
    return BlockFault(rule, value, end, words, (QUOTES, value, end, quoted(text[value:end]))), value


def _value_of_line(text: str, offset: int) -> tuple[int, tuple[int, int]]:
    """Where the value of the line around an offset begins, and the line without its margins."""
    start, end = _line(text, offset)
    lead = _VALUE.match(text[start:end])
    return start + (lead.end() if lead else 0), (start, end)


def _line(text: str, offset: int) -> tuple[int, int]:
    """The line around an offset without its margins."""
    start = _line_start(text, offset)
    end = text.find("\n", offset)
    line = text[start : len(text) if end < 0 else end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _indent(text: str, start: int) -> int:
    return spaces_of(text[start : line_end(text, start)])

"""From the text of one block to nodes: streams a YAML parser's events, counts while streaming, and refuses what surprises people."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any, Final, TypeAlias

from simulator.messages.message import Message
from simulator.messages.sentences import fault_parts as parts
from simulator.messages.sentences.text import QUOTED
from simulator.scenario.block_faults import QUOTES, BlockFault, quoted, unseen_characters
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Rule
from simulator.scenario.indentation import line_end
from simulator.scenario.invisible_characters import CONTROL, DIRECTION, IN_STRUCTURE, UNSEEN, clean, name_of, ordinary
from simulator.scenario.nodes import Marks, Node
from simulator.scenario.trailing_remarks import Remark, has_remark, trailing_remarks
from simulator.scenario.yaml_complaints import Complaint, from_complaint, indentation_advice, open_quote, without_key

DEEPEST: Final = 20
MOST_NODES: Final = 500_000
_MOST_READINGS: Final = 12
"""After this many lines that cannot be read the rest of a block is left alone."""

_MOST_REREAD: Final = 3_000_000
"""Each such line costs another reading of the block, so a huge block is given fewer of them (characters in all)."""

_MOST_REPORTED: Final = 200
_MOST_TABS: Final = 2_000
_TABBED: Final = re.compile(r"^ *\t[ \t]*(?=[^ \t\n])", re.MULTILINE)
_ENTRY_BELOW: Final = re.compile(r"\n *-(?= )")


@dataclass(frozen=True, slots=True)
class BlockNodes:
    """What stands in one block, with offsets into its text: nodes, marks, what is wrong, and the text that could not be read."""

    root: Node = None
    marks: Marks = (0, 0, 0, 0, None)
    faults: tuple[BlockFault, ...] = ()
    lost: str = ""
    count: int = 0
    remarks: tuple[Remark, ...] = ()


def read_block(text: str) -> BlockNodes:
    """All that can be read of a block; a line that cannot be read is told, left out, and reading goes on."""
    if not text.strip():
        return BlockNodes()
    faults: list[BlockFault] = []
    lost: list[str] = []
    holes: list[int] = []
    readable = text
    if not text.replace("\n", "").isprintable():
        readable = _readable(text, faults, lost, holes)
    rounds = max(1, min(_MOST_READINGS, _MOST_REREAD // max(len(text), 1)))
    builder = _Builder(readable, holes)
    while (complaint := builder.run()) is not None:
        if not rounds:
            lost.append(text)
            builder = _Builder("", [])
            break
        rounds -= 1
        fault, (start, end) = from_complaint(complaint, readable)
        faults.append(fault)
        if not rounds or not readable[start:end].strip():
            end = len(readable)
        lost.append(readable[start:end])
        readable = readable[:start] + re.sub(r"[^\n]", " ", readable[start:end]) + readable[end:]
        holes.append(start)
        builder = _Builder(readable, holes)
    if isinstance(builder.root, str) and builder.root:
        faults.append(without_key(readable))
        lost.append(readable)
        builder = _Builder("", [])
    faults = _once(faults + builder.faults)
    lost += builder.lost
    remarks = tuple(trailing_remarks(readable, builder.marks)) if has_remark(readable) else ()
    return BlockNodes(builder.root, builder.marks, tuple(faults), "\n".join(lost), builder.count, remarks)


def _readable(text: str, faults: list[BlockFault], lost: list[str], holes: list[int]) -> str:
    """A text that the parser takes: without control characters, and without lines that are indented with tabs."""
    faults += unseen_characters(text)
    tabs = list(islice(_TABBED.finditer(text), _MOST_TABS)) if "\t" in text else []
    if tabs:
        first = tabs[0]
        begin, end = first.start(), line_end(text, tabs[-1].end())
        mended = _TABBED.sub(lambda match: match[0].replace("\t", "  "), text[begin:end])
        fix = (parts.SPACES(), begin, end, mended)
        faults.append(BlockFault(rules.TAB, *first.span(), fix=fix))
        if len(tabs) == _MOST_TABS:
            lost.append(text)
            return ""
        holes += [match.start() for match in tabs]
        text = _blank(text, holes, lost)
    return DIRECTION.sub(" ", CONTROL.sub(" ", text))


def _blank(text: str, starts: list[int], lost: list[str]) -> str:
    """The text with some lines blanked."""
    parts, done = [], 0
    for start in starts:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        parts += [text[done:start], " " * (end - start)]
        lost.append(text[start:end])
        done = end
    return "".join([*parts, text[done:]])


def _once(faults: list[BlockFault]) -> list[BlockFault]:
    """The faults without those that are about a character inside another one's place: it was told already."""
    wide = [fault for fault in faults if fault.rule in (rules.LOOK_ALIKE, rules.ESCAPED_CONTROL, rules.NOTHING_SEEN)]
    if not wide:
        return faults
    return [
        fault
        for fault in faults
        if fault.rule is not rules.UNSEEN or not any(one.start <= fault.start < one.end for one in wide)
    ]


@cache
def _parser() -> tuple[Any, ...]:
    """The parser, its errors, and the kinds of its events; loaded with the first file that is read."""
    import yaml

    return (
        yaml.CSafeLoader,
        yaml.YAMLError,
        yaml.ScalarEvent,
        yaml.MappingStartEvent,
        yaml.MappingEndEvent,
        yaml.SequenceStartEvent,
        yaml.SequenceEndEvent,
        yaml.AliasEvent,
        yaml.DocumentStartEvent,
        yaml.StreamEndEvent,
    )


class _Skip:
    """Stands for a key whose value is read and thrown away: a second one of the same name, or none at all."""


_SKIP: Final = _Skip()
_Key: TypeAlias = "str | _Skip | None"
_Frame: TypeAlias = (
    "tuple[dict[str, Node] | list[Node], dict[str, Marks] | list[Marks], _Key, int, int, int, bool, bool]"
)
"""What is open around: its node and marks, the key being filled and its place, where it begins, whether in brackets, whether a key."""


@dataclass(slots=True)
class _Builder:
    """Takes a block's events one by one; limits are met before the parser could be harmed by them."""

    text: str
    holes: list[int]
    """Where lines were left out."""

    root: Node = None
    marks: Marks = (0, 0, 0, 0, None)
    count: int = 0
    faults: list[BlockFault] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    _frames: list[_Frame] = field(default_factory=list)
    _node: Any = None
    _inner: Any = None
    _key: Any = None
    _key_start: int = 0
    _key_end: int = 0
    _start: int = 0
    _flow: bool = False
    _as_key: bool = False
    _last: int = 0
    _documents: int = 0
    _prose_at: tuple[int, int, int, str] | None = None
    _quote: tuple[int, int] = (0, 0)

    def run(self) -> Complaint | None:
        """Read the block; gives the complaint of the parser where it stopped."""
        loader, error, *events = _parser()
        try:
            if not self._take_all(loader(self.text).get_event, *events):
                self._drop_unfinished()
        except error as complaint:
            return _complaint(complaint, self._quote)
        return None

    def _take_all(  # noqa: PLR0912 - calls would cost more than the work in them
        self,
        next_event: Callable[[], Any],
        ScalarEvent: type,  # noqa: N803
        MappingStartEvent: type,  # noqa: N803
        MappingEndEvent: type,  # noqa: N803
        SequenceStartEvent: type,  # noqa: N803
        SequenceEndEvent: type,  # noqa: N803
        AliasEvent: type,  # noqa: N803
        DocumentStartEvent: type,  # noqa: N803
        StreamEndEvent: type,  # noqa: N803
    ) -> bool:
        """Take every event; whether the end of the text was reached. The commonest, a text, is taken right here."""
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                start, end, value = event.start_mark.index, event.end_mark.index, event.value
                node, key = self._node, self._key
                special = event.style or not value.isascii() or " - " in value
                if event.tag is not None or event.anchor is not None:
                    self._refuse(event)
                if special:
                    value, end = self._special(value, start, end, event.style)
                if type(node) is not dict:
                    self._put(value, start, end, None)
                elif key is None:
                    if special or value < "a" or value in node or not (node or start == self._start):
                        self._take_key(value or "", start, end, event.style)
                    else:
                        self._key, self._key_start, self._key_end = value, start, end
                elif start == end or key is _SKIP:
                    self._put(value, start, end, None)
                else:
                    self.count += 1
                    self._last = end
                    self._key = None
                    node[key] = value
                    self._inner[key] = (self._key_start, self._key_end, start, end, None)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                if not self._open(event, kind is MappingStartEvent):
                    return False
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event.end_mark.index if self._flow else self._last)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                if not self._document(event):
                    return False
            elif kind is StreamEndEvent:
                return True
            if self.count > MOST_NODES:
                self._too_many(event.start_mark.index)
                return False

    def _put(self, node: Node, start: int, end: int, inner: Any) -> None:
        """Put a finished node into the list or under the key it belongs to."""
        self.count += 1
        self._last = end
        owner = self._node
        if type(owner) is dict:
            key = self._key
            self._key = None
            if key is _SKIP:
                return
            if start == end and self._flow and inner is None and ":" not in self.text[self._key_end : start]:
                self._prose_at = self._prose_at or (self._start, self._key_start, self._key_end, key)
                return
            if start == end and self.holes and node == "" and self._is_hole():
                node = None
            owner[key] = node
            self._inner[key] = (self._key_start, self._key_end, start, end, inner)
        elif owner is None:
            self.root = node
            self.marks = (start, end, start, end, inner)
        else:
            owner.append(node)
            self._inner.append((start, end, start, end, inner))

    def _is_hole(self) -> bool:
        """Whether what stood below a key was left out."""
        after = self._key_end + 1
        return any(not self.text[after:hole].strip() for hole in self.holes if hole >= after)

    def _special(self, value: str, start: int, end: int, style: str) -> tuple[str | None, int]:
        """A text that is quoted, folded, or has more than plain letters, as it counts and where it ends."""
        if style in ("|", ">"):
            return value, start + len(self.text[start:end].rstrip())
        if style:
            self._quote = (start, end)
            if "\n" in self.text[start:end]:
                self._note_hanging_quote(start, end)
        elif " - " in value:
            self._note_swallowed_entry(start, end)
        if not value.replace("\n", "").isprintable():
            return self._without_unseen(value, start, end, style), end
        return value, end

    def _without_unseen(self, value: str, start: int, end: int, style: str) -> str | None:
        """A text without what nobody sees; told where it was written as an escape, or where nothing else is left."""
        cleaned = clean(value)
        if not cleaned.strip() and value.strip():
            self._fault(rules.NOTHING_SEEN, start, end)
            return None
        if cleaned != value and style == '"' and "\\" in self.text[start:end]:
            raw = self.text[start:end]
            found = [
                char for pattern in (CONTROL, DIRECTION, UNSEEN) for char in pattern.findall(value) if char not in raw
            ]
            if found:
                self._fault(rules.ESCAPED_CONTROL, start, end, name=name_of(found[0]))
        return cleaned

    def _note_hanging_quote(self, start: int, end: int) -> None:
        """Note a quote that goes on at the indentation of its own key or further left, where YAML lets no text go on."""
        line = self.text.rfind("\n", 0, start) + 1
        margin = len(self.text) if self._flow else line
        while self.text[margin : margin + 1] in (" ", "-") and margin < start:
            margin += 1
        for other in self.text[start:end].split("\n")[1:]:
            if other.strip() and len(other) - len(other.lstrip(" ")) <= margin - line:
                self.faults.append(open_quote(self.text, start))
                return

    def _note_swallowed_entry(self, start: int, end: int) -> None:
        """Note an entry of a list that is indented further than the one above, which makes it a part of that one's text."""
        if self.text[start - 2 : start] != "- ":
            return
        swallowed = _ENTRY_BELOW.search(self.text, start, end)
        if swallowed is not None:
            wanted = start - 2 - self.text.rfind("\n", 0, start) - 1
            line, found = swallowed.start() + 1, swallowed.end() - swallowed.start() - 2
            fix = (parts.LIKE_NEIGHBOURS(), line, line + found, " " * wanted)
            advice = indentation_advice(found, wanted)
            self._fault(rules.INDENTATION, line + found, self._line_end(line), fix=fix, advice=advice)

    def _take_key(self, key: str, start: int, end: int, style: str) -> None:
        self._key_start, self._key_end = start, end
        if not key.isascii() or not key.isprintable():
            key = self._plain_key(key, start, end)
        if key == "<<" and not style:
            self._fault(rules.MERGE, start, end)
            self._key = _SKIP
        elif key in self._node:
            self._fault(rules.DUPLICATE_KEY, start, end, first=self._inner[key][0], key=_short(key))
            self._key = _SKIP
        elif not key.strip():
            self._fault(rules.BAD_KEY, start, max(end, start + 1))
            self._key = _SKIP
        else:
            self._key = key
            if not self._node and self.text[self._start : self._start + 1] == "?" and not style:
                self._fault(rules.ODD_START, self._start, self._line_end(self._start), char=QUOTED(words="?"))

    def _plain_key(self, key: str, start: int, end: int) -> str:
        """A key without look-alikes, which are told."""
        found = IN_STRUCTURE.search(key)
        if found is None:
            return key
        mended = IN_STRUCTURE.sub(lambda match: ordinary(match[0]), key).strip()
        fix = (parts.ORDINARY(), start, end, mended)
        at = start + max(self.text[start:end].find(found[0]), 0)
        self._fault(
            rules.LOOK_ALIKE, start, end, fix=fix, column_of=at, name=name_of(found[0]), advice=_advice(found[0])
        )
        return mended

    def _open(self, event: Any, is_map: bool) -> bool:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        if len(self._frames) >= DEEPEST:
            self._fault(rules.TOO_DEEP, start, start + 1, most=DEEPEST)
            self.lost.append(self.text[start:])
            return False
        as_key = self._key is None and type(self._node) is dict
        if as_key:
            self._fault(rules.BAD_KEY, start, start + 1)
            self._key_start, self._key_end = start, start + 1
        self._frames.append(
            (self._node, self._inner, self._key, self._key_start, self._key_end, self._start, self._flow, self._as_key)
        )
        self._node, self._inner = ({}, {}) if is_map else ([], [])
        self._key = None
        self._start, self._flow, self._as_key = start, bool(event.flow_style), as_key
        self._last = start
        return True

    def _close(self, end: int) -> None:
        node, inner, start, as_key = self._node, self._inner, self._start, self._as_key
        (self._node, self._inner, self._key, self._key_start, self._key_end, self._start, self._flow, self._as_key) = (
            self._frames.pop()
        )
        if self._prose_at is not None and self._prose_at[0] == start:
            _, key_start, key_end, word = self._prose_at
            self._prose_at = None
            fix = (QUOTES, start, end, quoted(self.text[start:end]))
            self._fault(rules.PROSE_IN_BRACES, key_start, key_end, fix=fix, word=_short(word))
            node, inner = None, None
        if as_key:
            self._key = _SKIP
        else:
            self._put(node, start, end, inner)

    def _drop_unfinished(self) -> None:
        """Close what is still open where a limit was met; the entry of the block that it was met in counts as unread."""
        if len(self._frames) > 1:
            (
                self._node,
                self._inner,
                self._key,
                self._key_start,
                self._key_end,
                self._start,
                self._flow,
                self._as_key,
            ) = self._frames[1]
            del self._frames[1:]
            if self._key is not None or type(self._node) is list:
                self._put(None, self._last, self._last, None)
        if self._frames:
            self._close(self._last)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._fault(rules.ANCHOR, start, end)
        if self._key is None and type(self._node) is dict:
            self._key, self._key_start, self._key_end = _SKIP, start, end
        else:
            self._put(None, start, end, None)

    def _document(self, event: Any) -> bool:
        start = event.start_mark.index
        self._documents += 1
        if self._documents > 1:
            self._fault(rules.SECOND_DOCUMENT, start, event.end_mark.index)
            self.lost.append(self.text[start:])
            return False
        if event.version or event.tags:
            self._fault(rules.DIRECTIVE, start, self._line_end(start))
        return True

    def _refuse(self, event: Any) -> None:
        """Note a tag or an anchor; what stands behind it is read."""
        start = event.start_mark.index
        end = self._line_end(start)
        rule = rules.ANCHOR if event.anchor is not None else rules.TAG
        fix = None if self._flow else (QUOTES, start, end, quoted(self.text[start:end].rstrip()))
        self._fault(rule, start, end, fix=fix)

    def _too_many(self, start: int) -> None:
        self._fault(rules.TOO_MANY, start, start + 1, most=MOST_NODES)
        self.lost.append(self.text[start:])

    def _line_end(self, start: int) -> int:
        end = self.text.find("\n", start)
        return len(self.text) if end < 0 else end

    def _fault(self, rule: Rule, start: int, end: int, **words: Any) -> None:
        if len(self.faults) < _MOST_REPORTED:
            special = {name: words.pop(name) for name in ("fix", "first", "column_of") if name in words}
            self.faults.append(BlockFault(rule, start, end, words, **special))


def _advice(char: str) -> Message:
    meant = ordinary(char)
    return {":": parts.ORDINARY_COLON, " ": parts.ORDINARY_SPACE}.get(meant, parts.DELETE_THAT)()


def _complaint(error: Any, quote: tuple[int, int]) -> Complaint:
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    offset = problem_mark.index if problem_mark is not None else 0
    return Complaint(
        str(getattr(error, "context", None) or ""),
        str(getattr(error, "problem", None) or error),
        offset,
        context_mark.index if context_mark is not None else offset,
        quote,
    )


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"

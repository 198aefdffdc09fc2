"""From text to nodes: streams a YAML parser's events, counts while streaming, and refuses what surprises people."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix, Rule
from simulator.scenario.nodes import Lines, Node, Path, Place
from simulator.scenario.yaml_words import Complaint, Slip, explain

if TYPE_CHECKING:
    import yaml

DEEPEST: Final = 20
MOST_NODES: Final = 20_000
_MOST_SLIPS: Final = 12
"""After this many lines that cannot be read the rest of the file is left alone."""

_MOST_REREAD: Final = 3_000_000
"""Each such line costs another reading of the whole text, so a huge file is given fewer of them (characters in all)."""

_MOST_REPORTED: Final = 200
_MOST_TABS: Final = 2000

_TABS: Final = re.compile(r"^ *\t[ \t]*(?=[^ \t\n])", re.MULTILINE)


@dataclass(slots=True)
class Parsed:
    """A file's nodes, where they stand, what is wrong with its syntax, and the text that could not be read."""

    root: Node = None
    places: dict[Path, Place] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    lost: str = ""


def parse(lines: Lines) -> Parsed:
    """All that can be read of a text; a line that cannot be read is reported, left out, and reading goes on."""
    text = lines.text
    tabs = [] if "\t" not in text else list(islice(_TABS.finditer(text), _MOST_TABS + 1))
    faults = [_tab_fault(lines, match) for match in tabs[:_MOST_SLIPS]]
    if len(tabs) > _MOST_TABS:
        return Parsed(faults=faults, lost=text)
    shift = _Shift(tabs)
    if tabs:
        text = _TABS.sub(lambda match: match[0].replace("\t", "  "), text)
    lost: list[str] = []
    rounds = min(_MOST_SLIPS, _MOST_REREAD // max(len(text), 1))
    builder = _Builder(text)
    while (slip := builder.run()) is not None:
        if len(lost) >= rounds:
            faults.append(_slip_fault(lines, shift, slip))
            lost.append(text[slip.start :])
            break
        start, end = _block(text, slip.start)
        if slip.rule is rules.INDENTATION and (culprit := _outdented(text, start)) is not None:
            start, end = culprit
            slip = Slip(slip.rule, start + _indent(text[start:end]), end - 1, {})
        faults.append(_slip_fault(lines, shift, slip))
        lost.append(text[start:end])
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
        builder = _Builder(text)
    lost.extend(builder.lost)
    faults.extend(_slip_fault(lines, shift, slip) for slip in builder.slips)
    places = shift.places(builder.places) if tabs else builder.places
    if not faults and not builder.root:
        faults.append(rules.EMPTY_FILE.at(lines.span(0, 0), format="scenario/1"))
    return Parsed(builder.root, places, faults, "\n".join(lost))


def _tab_fault(lines: Lines, match: re.Match[str]) -> Diagnostic:
    span = lines.span(match.start(), match.end())
    return rules.TAB.at(span, Fix("Indent with spaces", span, match[0].replace("\t", "  ")))


def _slip_fault(lines: Lines, shift: _Shift, slip: Slip) -> Diagnostic:
    span = lines.span(shift.back(slip.start), shift.back(slip.end))
    fixes = (Fix("Put quotes around it", span, slip.mend),) if slip.mend is not None else ()
    return slip.rule.at(span, *fixes, **slip.words)


def _block(text: str, offset: int) -> tuple[int, int]:
    """The line around an offset, and the lines below it that are indented further."""
    start = text.rfind("\n", 0, min(offset, len(text))) + 1
    end = _line_end(text, start)
    indent = _indent(text[start:end])
    while end < len(text):
        following = text[end : _line_end(text, end)]
        if following.strip() and _indent(following) <= indent:
            break
        end = _line_end(text, end)
    return start, end


def _outdented(text: str, start: int) -> tuple[int, int] | None:
    """The line above that broke off the block to which the line at ``start`` belongs, if that is what went wrong.

    It is a complete entry that is indented less, and above it the block was still open at this very indentation.
    """
    indent = _indent(text[start : _line_end(text, start)])
    found: tuple[int, int] | None = None
    end = start
    while end > 0:
        begin = text.rfind("\n", 0, end - 1) + 1
        line = text[begin:end]
        if line.strip() and not line.lstrip().startswith("#"):
            here = _indent(line)
            if found is not None and here <= indent:
                return found if here == indent or line.rstrip().endswith(":") else None
            if found is None and here < indent:
                if line.rstrip().endswith(":"):
                    return None
                found = begin, end
        end = begin
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found + 1


class _Shift:
    """Offsets of the text whose tabs were widened to two spaces, taken back to the text as it is."""

    def __init__(self, tabs: list[re.Match[str]]) -> None:
        self._extra: list[int] = []
        for match in tabs:
            for at, char in enumerate(match[0], match.start()):
                if char == "\t":
                    self._extra.append(at + len(self._extra) + 1)

    def back(self, offset: int) -> int:
        """The offset in the text as it is."""
        return offset - bisect_left(self._extra, offset)

    def places(self, places: dict[Path, Place]) -> dict[Path, Place]:
        """All places, taken back."""
        back = self.back
        return {path: (back(a), back(b), back(c), back(d)) for path, (a, b, c, d) in places.items()}


@dataclass(slots=True)
class _Frame:
    """A list or a group of keys that is still open; ``key`` is the key whose value comes next."""

    node: Node
    path: Path
    start: int
    own: tuple[int, int] | None
    flow: bool
    end: int
    is_key: bool = False
    key: str | None = None
    key_place: tuple[int, int] = (0, 0)
    count: int = 0
    keys: dict[str, int] = field(default_factory=dict)


_SKIP: Final = "\0skip"
"""Stands for a key whose value is read and thrown away: a second one of the same name, or none at all."""


class _Builder:
    """Builds the nodes of one text from the parser's events."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: Node = None
        self.places: dict[Path, Place] = {}
        self.slips: list[Slip] = []
        self.lost: list[str] = []
        self._frames: list[_Frame] = []
        self._count = 0
        self._documents = 0
        self._stopped = False

    def run(self) -> Slip | None:
        """Read to the end, or to the first line that the parser cannot read."""
        import yaml

        try:
            for event in _events(self.text):
                if not self._take(event):
                    self._stopped = True
                    break
        except yaml.YAMLError as error:
            return explain(_complaint(error), self.text)
        finally:
            self._close_all()
        return None

    def _close_all(self) -> None:
        """Close what is still open; where a limit was met, the entry of the file it was met in counts as unread."""
        if self._stopped and len(self._frames) > 1:
            frame = self._frames[1]
            self._frames[1:] = []
            self._put(None, frame.start, frame.end)
        while self._frames:
            self._close(None)

    def _take(self, event: yaml.Event) -> bool:
        """Take one event; says whether reading goes on."""
        import yaml

        match event:
            case yaml.ScalarEvent():
                return self._refuse_marks(event) and self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                return self._refuse_marks(event) and self._open(event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                return self._document(event)
        return True

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._slip(rules.ANCHOR, start, end)
        if self._expects_key():
            self._frames[-1].key, self._frames[-1].key_place = _SKIP, (start, end)
        else:
            self._put(None, start, end)

    def _document(self, event: Any) -> bool:
        start = event.start_mark.index
        self._documents += 1
        if self._documents > 1:
            self._slip(rules.SECOND_DOCUMENT, start, event.end_mark.index)
            self.lost.append(self.text[start:])
            return False
        if event.version or event.tags:
            self._slip(rules.DIRECTIVE, start, _line_end(self.text, start) - 1)
        return True

    def _refuse_marks(self, event: Any) -> bool:
        start = event.start_mark.index
        if event.anchor is not None:
            self._slip(rules.ANCHOR, start, start + len(event.anchor) + 1)
        if event.tag is not None:
            self._slip(rules.TAG, start, max(start + 1, _word_end(self.text, start)))
        self._count += 1 if not self._expects_key() else 0
        if self._count > MOST_NODES:
            self._slip(rules.TOO_MANY, start, start + 1, most=f"{MOST_NODES:,}")
            self.lost.append(self.text[start:])
            return False
        return True

    def _expects_key(self) -> bool:
        return bool(self._frames) and isinstance(self._frames[-1].node, dict) and self._frames[-1].key is None

    def _scalar(self, event: Any) -> bool:
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        if self._expects_key():
            self._take_key(event.value, start, end, plain=not event.style)
            return True
        frame = self._frames[-1] if self._frames else None
        if frame is not None and frame.flow and start == end and self._lacks_colon(frame, start):
            self._slip(rules.PROSE_IN_BRACES, *frame.key_place, word=_short(frame.key or ""))
            self._skip(frame)
            return True
        self._put(event.value, start, end)
        return True

    def _lacks_colon(self, frame: _Frame, start: int) -> bool:
        return isinstance(frame.node, dict) and ":" not in self.text[frame.key_place[1] : start]

    def _skip(self, frame: _Frame) -> None:
        frame.end = max(frame.end, frame.key_place[1])
        frame.key = None

    def _take_key(self, key: str, start: int, end: int, *, plain: bool) -> None:
        frame = self._frames[-1]
        frame.key_place = (start, end)
        if key == "<<" and plain:
            self._slip(rules.MERGE, start, end)
            frame.key = _SKIP
        elif key in frame.keys:
            line = self.text.count("\n", 0, frame.keys[key]) + 1 if len(self.slips) < _MOST_REPORTED else 0
            self._slip(rules.DUPLICATE_KEY, start, end, key=_short(key), line=line)
            frame.key = _SKIP
        elif not key.strip():
            self._slip(rules.BAD_KEY, start, max(end, start + 1))
            frame.key = _SKIP
        else:
            frame.keys[key] = start
            frame.key = key

    def _open(self, event: Any) -> bool:
        start = event.start_mark.index
        if len(self._frames) >= DEEPEST:
            self._slip(rules.TOO_DEEP, start, start + 1, most=DEEPEST)
            self.lost.append(self.text[start:])
            return False
        if self._expects_key():
            self._slip(rules.BAD_KEY, start, start + 1)
            frame = self._frames[-1]
            frame.key, frame.key_place = _SKIP, (start, start + 1)
            self._frames.append(_Frame([], (_SKIP,), start, None, bool(event.flow_style), start, is_key=True))
            return True
        node: Node = {} if type(event).__name__ == "MappingStartEvent" else []
        frame = _Frame(node, self._next_path(), start, self._own_place(), bool(event.flow_style), start)
        self._frames.append(frame)
        return True

    def _close(self, event: Any) -> None:
        frame = self._frames.pop()
        end = event.end_mark.index if frame.flow and event is not None else frame.end
        if not frame.is_key:
            self._put(frame.node, frame.start, end)

    def _next_path(self) -> Path:
        if not self._frames:
            return ()
        frame = self._frames[-1]
        return (*frame.path, frame.count if isinstance(frame.node, list) else frame.key or "")

    def _own_place(self) -> tuple[int, int] | None:
        return self._frames[-1].key_place if self._frames and isinstance(self._frames[-1].node, dict) else None

    def _put(self, node: Node, start: int, end: int) -> None:
        """Put a finished node into the list or under the key it belongs to."""
        if not self._frames:
            self.root = node
            self.places[()] = (start, end, start, end)
            return
        frame = self._frames[-1]
        frame.end = max(frame.end, end)
        if isinstance(frame.node, list):
            self.places[(*frame.path, frame.count)] = (start, end, start, end)
            frame.node.append(node)
            frame.count += 1
            return
        key, frame.key = frame.key, None
        if isinstance(frame.node, dict) and key is not None and key != _SKIP:
            self.places[(*frame.path, key)] = (*frame.key_place, start, end)
            frame.node[key] = node

    def _slip(self, rule: Rule, start: int, end: int, **words: object) -> None:
        if len(self.slips) < _MOST_REPORTED:
            self.slips.append(Slip(rule, start, end, words))


def _events(text: str) -> Iterator[yaml.Event]:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
    return events


def _complaint(error: Any) -> Complaint:
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    offset = problem_mark.index if problem_mark is not None else 0
    return Complaint(
        str(getattr(error, "context", None) or ""),
        str(getattr(error, "problem", None) or error),
        offset,
        context_mark.index if context_mark is not None else offset,
    )


def _word_end(text: str, start: int) -> int:
    found = re.compile(r"[\s,\]}]").search(text, start)
    return found.start() if found else len(text)


def _short(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"

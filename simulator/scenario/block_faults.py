"""What is wrong with the writing of one block, at offsets into its text, before anybody knows where in the file it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from simulator.messages.message import Message, Value
from simulator.messages.sentences import fault_parts as parts
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.diagnostics.diagnostic import Diagnostic, Fix, Rule
from simulator.scenario.invisible_characters import CONTROL, DIRECTION, SUSPECT, name_of
from simulator.scenario.positions import Positions

BlockFix: TypeAlias = tuple[Message, int, int, str]
"""What a fix does, and the text it puts between two offsets."""

_MOST_UNSEEN: Final = 20
QUOTES: Final = parts.QUOTES()


@dataclass(frozen=True, slots=True)
class BlockFault:
    """A rule that was broken between two offsets, the words of its sentence, and a fix.

    ``first`` and ``column_of`` are offsets whose line and column the sentence names.
    """

    rule: Rule
    start: int
    end: int
    words: Mapping[str, Value] = field(default_factory=dict)
    fix: BlockFix | None = None
    first: int | None = None
    column_of: int | None = None

    def at(self, positions: Positions, start: int) -> Diagnostic:
        """The fault as a diagnostic, in a block that begins at an offset of the file."""
        span = positions.span(start + self.start, start + self.end)
        words = dict(self.words)
        if self.first is not None:
            words["line"] = str(positions.line_of(start + self.first))
        if self.column_of is not None:
            words["column"] = str(positions.span(start + self.column_of, start + self.column_of).column)
        fixes: tuple[Fix, ...] = ()
        if self.fix is not None:
            title, begin, end, replacement = self.fix
            fixes = (Fix(title, positions.span(start + begin, start + end), replacement),)
        return self.rule.at(span, *fixes, **words)


def quoted(text: str) -> str:
    """A text in quotes, in the kind of them that needs the least change inside."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unseen_characters(text: str) -> Iterator[BlockFault]:
    """Every character of a block that nobody sees and no text needs, except in remarks on lines of their own."""
    found = 0
    for match in SUSPECT.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        char = match[0]
        control = CONTROL.match(char) is not None
        if text[line : match.start()].lstrip().startswith("#") and not control:
            continue
        rule = rules.CONTROL if control else rules.DIRECTION if DIRECTION.match(char) else rules.UNSEEN
        yield BlockFault(
            rule,
            *match.span(),
            {"name": name_of(char)},
            fix=(parts.DELETE(), *match.span(), ""),
            column_of=match.start(),
        )
        found += 1
        if found >= _MOST_UNSEEN:
            return

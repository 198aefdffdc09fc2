"""Cuts a file's text into blocks: each top-level key, and below ``moments:``, ``lines:``, ``responses:``, ``moves:`` each entry.

A block begins at a line of exactly the block indentation whose first character can begin a key, so that a closing bracket
or a list at that indentation still belongs to the block before. No block is ever cut by what stands inside another: a slip
in one moment takes no other moment away.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

SECTIONS: Final = ("moments", "lines", "responses", "moves")
"""Top-level keys whose entries are blocks of their own."""

MOST_BLOCKS: Final = 12_000
"""More than twice as many as the moments that a scenario can have."""

_WIDEST_MARGIN: Final = 40
"""Entries that begin further to the right are none that a person has written; they are left in one block."""

_NO_KEY: Final = "\\s#\\]}\u00ad\u200b\u2060\ufeff"
_KEY: Final = f"(?:[^{_NO_KEY}-]|-(?![ \\n]))"
_SECTION: Final = re.compile(rf"\n *({'|'.join(SECTIONS)}): *(?:#[^\n]*)?(?=\n)")
_WITH_TEXT: Final = re.compile(r"[^\s:]+: +[^\s#{\[\"'|>&!*]")
"""A key with a text on its line, which no entry of a section is: a line that slipped to the left."""

_CONTENT: Final = re.compile(r"\n( *)(?=[^ \n#])")
_KEY_OR_LIST: Final = re.compile(rf"\n( *)(?:{_KEY}|(-))")


class Block(NamedTuple):
    """A stretch of a file's text from one key to the next, and the section it is an entry of.

    ``wanted`` is the indentation that the block should have where it has another one.
    """

    text: str
    section: str = ""
    wanted: int | None = None


class Blocks(NamedTuple):
    """The blocks of a text in order; together they are the text from ``start`` on, unless there are too many."""

    start: int
    blocks: list[Block]


def cut(text: str) -> Blocks:
    """The blocks of a text; at most ``MOST_BLOCKS`` and one."""
    text = f"\n{text}"
    first = _CONTENT.search(text)
    if first is None:
        return Blocks(0, [])
    indent = 0 if _beginnings(0).search(text) else min(len(first[1]), _WIDEST_MARGIN)
    starts = [match.start() for match in _limited(_beginnings(indent), text, 0, len(text))]
    blocks: list[Block] = []
    if not starts or first.start() < starts[0]:
        end = starts[0] if starts else len(text)
        blocks.append(_block(text, first.start(), end, "", indent if starts else None))
    for start, end in zip(starts, [*starts[1:], len(text)] if starts else (), strict=True):
        section = _SECTION.match(text, start, end)
        if section is None:
            blocks.append(_block(text, start, end))
        else:
            blocks.extend(_section(text, start, section.end(), end, section[1]))
        if len(blocks) > MOST_BLOCKS:
            break
    return Blocks(first.start(), blocks[: MOST_BLOCKS + 1])


def cut_again(before: Blocks, text: str, start: int, end: int, length: int) -> Blocks:
    """The blocks of a text in which something changed between two offsets of the text before, which had so many characters.

    Where the change stays inside an entry of a section, all other blocks are taken as they are.
    """
    ends = list(accumulate((len(block.text) for block in before.blocks), initial=before.start))
    number = bisect_right(ends, start) - 1
    if not 0 <= number < len(before.blocks):
        return cut(text)
    block, here, at = before.blocks[number], ends[number], ends[number + 1]
    head = block.text.find("\n")
    margin = len(block.text) - len(block.text.lstrip(" "))
    inside = block.section and 0 <= head < start - here and end < at
    if not inside or any(one.wanted is not None for one in before.blocks):
        return cut(text)
    written = text[here : len(text) - (length - at)]
    if _beginnings(0, margin).search(written, head):
        return cut(text)
    blocks = before.blocks.copy()
    blocks[number] = Block(written, block.section)
    return Blocks(before.start, blocks)


def _block(text: str, start: int, end: int, section: str = "", wanted: int | None = None) -> Block:
    """A block between two offsets of the text with a line break before it."""
    return Block(text[start + 1 : end + 1], section, wanted)


def _section(text: str, start: int, begin: int, end: int, name: str) -> Iterator[Block]:
    """The head of a section and its entries; those that begin at another indentation than most know the right one."""
    first = _KEY_OR_LIST.search(text, begin, end)
    margin = text.find(name, start) - start - 1
    if first is None or first[2] or not margin < len(first[1]) <= _WIDEST_MARGIN:
        yield _block(text, start, end)
        return
    beginnings = _limited(_beginnings(margin + 1, len(first[1])), text, begin, end)
    found = [
        (match.start(), match.end() - match.start() - 1)
        for match in beginnings
        if not _WITH_TEXT.match(text, match.end())
    ]
    indent = _indentation([spaces for _, spaces in found] or [len(first[1])], margin)
    found = [one for one in found if one[1] <= indent]
    if not found or found[0][0] != first.start():
        found.insert(0, (first.start(), len(first[1])))
    yield _block(text, start, found[0][0])
    for (here, spaces), following in zip(found, [*(one[0] for one in found[1:]), end], strict=True):
        yield _block(text, here, following, name, None if spaces == indent else indent)


def _indentation(spaces: list[int], margin: int) -> int:
    """The indentation of a section's entries: that of the first, unless more of them begin further to the left."""
    first = spaces[0]
    further_left = [one for one in spaces if one < first]
    if not further_left:
        return first
    commonest = max(sorted(set(further_left)), key=further_left.count)
    votes = (further_left.count(commonest), commonest == margin + 2)
    return commonest if votes > (spaces.count(first), first == margin + 2) else first


@lru_cache(maxsize=64)
def _beginnings(least: int, most: int | None = None) -> re.Pattern[str]:
    """The line break and the spaces that a block begins with, if its first line has so many."""
    return re.compile(rf"\n {{{least},{least if most is None else most}}}(?={_KEY})")


def _limited(pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for number, match in enumerate(pattern.finditer(text, start, end)):
        if number > MOST_BLOCKS:
            return
        yield match

"""One stack of named steps: what each has changed, byte for byte, so that it can be undone and done again."""

from __future__ import annotations

from codecs import BOM_UTF8 as _BOM
from dataclasses import dataclass, field, replace
from typing import Final

from simulator.messages.message import Message
from simulator.scenario.source_text import Edit, SourceText, shared_beginning

_TOGETHER_MS: Final = 1_000
"""What is typed within a second of the last letter is one step with it."""

_MOST: Final = 2_000


@dataclass(frozen=True, slots=True)
class State:
    """A file at one time: its text, and the text of its map (where the cards of its moments lie) beside it."""

    source: SourceText
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Patch:
    """What differs between two texts, as bytes from an offset on."""

    start: int
    before: bytes
    after: bytes

    @classmethod
    def between(cls, before: bytes, after: bytes) -> Patch:
        """The difference of two texts."""
        start = shared_beginning(before, after)
        old, new = before[start:], after[start:]
        last = shared_beginning(old[::-1], new[::-1])
        return cls(start, old[: len(old) - last], new[: len(new) - last])

    @classmethod
    def of_typing(cls, before: SourceText, edit: Edit, after: SourceText) -> Patch:
        """The difference that one edit makes, without a look at the whole text where its line ends are plain."""
        if before.text is not before.written or after.text is not after.written or before.marked != after.marked:
            return cls.between(before.to_bytes(), after.to_bytes())
        start = len(before.text[: edit.start].encode()) + (len(_BOM) if before.marked else 0)
        end = edit.start + len(after.text) - len(before.text) + edit.end - edit.start
        return cls(start, before.text[edit.start : edit.end].encode(), after.text[edit.start : end].encode())

    def with_next(self, other: Patch) -> Patch | None:
        """Both differences as one, the other after this; nothing where they do not touch."""
        here, end = self.start, self.start + len(self.after)
        there, stop = other.start, other.start + len(other.before)
        if stop < here or there > end:
            return None
        lead = other.before[: max(here - there, 0)]
        tail = other.before[max(end - there, 0) :] if stop > end else b""
        after = self.after[: max(there - here, 0)] + other.after + self.after[max(stop - here, 0) :]
        return Patch(min(here, there), lead + self.before + tail, after)

    def undone(self, text: bytes) -> bytes:
        """The text before."""
        return text[: self.start] + self.before + text[self.start + len(self.after) :]

    def redone(self, text: bytes) -> bytes:
        """The text after."""
        return text[: self.start] + self.after + text[self.start + len(self.before) :]


_NOTHING: Final = Patch(0, b"", b"")


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was done: what it is called and what it changed; ``at_ms`` where it can grow while one types."""

    name: Message
    text: Patch
    beside: Patch
    at_ms: int | None = None


@dataclass(slots=True)
class History:
    """The steps of one file that can be undone, and those that were undone and can be done again."""

    done: list[Step] = field(default_factory=list)
    undone: list[Step] = field(default_factory=list)

    def note(self, name: Message, before: State, after: State) -> None:
        """Note a step."""
        self._add(Step(name, _text(before, after), Patch.between(before.beside.encode(), after.beside.encode())))

    def note_typing(self, name: Message, patch: Patch, at_ms: int) -> None:
        """Note what was typed; right after the last letter, and beside it, it belongs to the same step."""
        last = self.done[-1] if self.done else None
        if last is not None and last.at_ms is not None and last.name == name and 0 <= at_ms - last.at_ms < _TOGETHER_MS:
            both = last.text.with_next(patch)
            if both is not None:
                self.done.pop()
                patch = both
        self._add(Step(name, patch, _NOTHING, at_ms))

    def _add(self, step: Step) -> None:
        self.undone.clear()
        self.done.append(step)
        del self.done[:-_MOST]

    def close(self) -> None:
        """Let the next letter begin a new step."""
        if self.done and self.done[-1].at_ms is not None:
            self.done[-1] = replace(self.done[-1], at_ms=None)

    def undo(self, now: State) -> State:
        """The file before the last step; the same where there is none."""
        if not self.done:
            return now
        step = self.done.pop()
        self.undone.append(replace(step, at_ms=None))
        return State(_undone(now.source, step.text), step.beside.undone(now.beside.encode()).decode())

    def redo(self, now: State) -> State:
        """The file after the step that was undone last; the same where there is none."""
        if not self.undone:
            return now
        step = self.undone.pop()
        self.done.append(step)
        return State(_redone(now.source, step.text), step.beside.redone(now.beside.encode()).decode())


def _text(before: State, after: State) -> Patch:
    if before.source is after.source:
        return _NOTHING
    return Patch.between(before.source.to_bytes(), after.source.to_bytes())


def _undone(source: SourceText, patch: Patch) -> SourceText:
    return SourceText.of_bytes(patch.undone(source.to_bytes())) if patch.before != patch.after else source


def _redone(source: SourceText, patch: Patch) -> SourceText:
    return SourceText.of_bytes(patch.redone(source.to_bytes())) if patch.before != patch.after else source

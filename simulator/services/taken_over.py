"""What a person takes over from another, as that one's file says it: for whoever writes only what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from simulator.scenario.editing.written import node_at
from simulator.scenario.loading import load
from simulator.scenario.nodes import Node, Path
from simulator.scenario.read import Reading

_OWN: Final = frozenset({"format", "id", "like", "lines", "reactions"})
"""Keys that are nobody else's, or that are not taken over word by word."""


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The files that a person begins from, the nearest first."""

    roots: tuple[Mapping[str, Node], ...]

    @property
    def name(self) -> str:
        """Who is taken over."""
        return next((name.strip() for root in self.roots if isinstance(name := root.get("name"), str)), "")

    def node(self, path: Path) -> Node:
        """What stands at a path in the nearest file that has it; ``None`` where nothing is taken over."""
        if not path or path[0] in _OWN:
            return None
        return next((node for root in self.roots if (node := node_at(dict(root), path)) is not None), None)


NOBODY: Final = TakenOver(())


def taken_over(reading: Reading, path: str) -> TakenOver:
    """What the person in a file takes over; nothing from nobody."""
    texts = dict(reading.texts)
    roots: list[Mapping[str, Node]] = []
    like = root_of(path, texts[path]).get("like") if path in texts else None
    while isinstance(like, str) and (text := texts.pop(like.strip(), None)) is not None:
        root = root_of(like.strip(), text)
        roots.append(root)
        like = root.get("like")
    return TakenOver(tuple(roots))


@lru_cache(maxsize=8)
def root_of(path: str, text: str) -> Mapping[str, Node]:
    """The keys of a file by themselves, without what is taken over; none where it cannot be read."""
    root = load(path, text.encode()).root
    return root if isinstance(root, dict) else {}

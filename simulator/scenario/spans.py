"""Where every key and value of a scenario stands, in its own file and in the files it uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from simulator.scenario.file_spans import FileSpans
from simulator.scenario.nodes import Path
from simulator.scenario.span import Span


@dataclass(frozen=True, slots=True)
class Mount:
    """A used file's spans under a key; the keys in ``own`` stay those of the file that uses it."""

    spans: SpanMap
    own: frozenset[str]


_Mounts: TypeAlias = Mapping[str, Mount]


@dataclass(frozen=True, slots=True)
class SpanMap:
    """The spans of keys and values by path, such as ``("moments", "silence", "responses", "own-it", "then")``.

    Below ``("patient", ...)`` stand the keys of the patient file, and below ``("patient", "reactions", ...)`` those of
    the reaction file. A path that does not exist has the span of the nearest one around it.
    """

    home: FileSpans
    mounts: _Mounts = field(default_factory=dict)

    def key(self, *path: str | int) -> Span:
        """The span of a key, or of the nearest key around it."""
        guest = self._guest(path)
        return guest.spans.key(*path[1:]) if guest else self.home.key(path)

    def value(self, *path: str | int) -> Span:
        """The span of a value, or of the nearest value around it."""
        guest = self._guest(path)
        return guest.spans.value(*path[1:]) if guest else self.home.value(path)

    def has(self, *path: str | int) -> bool:
        """Whether something stands at exactly this path."""
        guest = self._guest(path)
        return guest.spans.has(*path[1:]) if guest else self.home.has(path)

    def _guest(self, path: Path) -> Mount | None:
        if len(path) < 2 or not self.mounts:
            return None
        mount = self.mounts.get(str(path[0]))
        return None if mount is None or path[1] in mount.own else mount

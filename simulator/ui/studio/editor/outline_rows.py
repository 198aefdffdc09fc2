"""What the tree of a file shows, by the kind of file: moments of a scenario; states, goodbyes and differences of a patient."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from simulator.messages.message import Message
from simulator.messages.sentences import patient_desk
from simulator.messages.sentences import studio_editor as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.scenario.editing.word_labels import LABELS
from simulator.scenario.editing.written import Written
from simulator.scenario.file_kind import kind_of
from simulator.scenario.nodes import Node, Path
from simulator.services.shared_files import PATIENT, REACTIONS

Row: TypeAlias = tuple[Path, Message]

_FIRST_WORDS: Final = 44
LINES: Final[Path] = ("lines",)
GOODBYES: Final[Path] = ("goodbyes",)
DIFFERENCES: Final[Path] = ("reactions", "change")
HEADINGS: Final = {
    LINES: patient_desk.LINES,
    GOODBYES: patient_desk.GOODBYES,
    DIFFERENCES: patient_desk.DIFFERENCES,
}
"""Places of a patient file that the tree always has, whether something stands there or not."""

HEARD: Final = {
    say.MOMENT_ROW: say.MOMENT_HEARD,
    say.RESPONSE_ROW: say.RESPONSE_HEARD,
    say.WORDING_ROW: say.WORDING_HEARD,
}


class OutlineRows:
    """The rows of a file; those of an entry that no edit has touched are the same as before."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Node, list[Row]]] = {}

    def of(self, written: Written) -> Iterator[Row]:
        """Every row, what it hangs on before it."""
        before, self._known = self._known, {}
        match kind_of(written.text):
            case str() as kind if kind == PATIENT:
                yield (), patient_desk.THE_PERSON()
                yield LINES, HEADINGS[LINES]()
                yield from self._section(written, LINES, _state, before)
                yield GOODBYES, HEADINGS[GOODBYES]()
                yield from self._section(written, GOODBYES, _goodbye, before)
                yield DIFFERENCES, HEADINGS[DIFFERENCES]()
                for move in written.keys(DIFFERENCES):
                    yield from self._section(written, (*DIFFERENCES, move), _difference, before)
            case str() as kind if kind == REACTIONS:
                yield (), patient_desk.THE_GRAPH()
                yield from self._section(written, ("moves",), _move, before)
            case _:
                yield (), say.SCENARIO_ROW()
                for section in ("moments", "lines"):
                    yield from self._section(written, (section,), _moment, before)

    def _section(
        self,
        written: Written,
        at: Path,
        rows: Callable[[Path, str, Node], Iterator[Row]],
        before: dict[Path, tuple[Node, list[Row]]],
    ) -> Iterator[Row]:
        for id_, node in written.keys(at).items():
            path = (*at, id_)
            known = before.get(path)
            if known is None or known[0] is not node:
                known = node, list(rows(path, id_, node))
            self._known[path] = known
            yield from known[1]


def above(path: Path) -> Path | None:
    """The place that a row hangs on, if it is in the tree; nothing where it stands by itself."""
    if path in HEADINGS or len(path) < 2:
        return None
    return path[:-1] if len(path) == 2 else path[:-2]


def _moment(path: Path, id_: str, node: Node) -> Iterator[Row]:
    return _thing(path, id_, node, say.MOMENT_ROW)


def _state(path: Path, id_: str, node: Node) -> Iterator[Row]:
    label = LABELS.get(id_)
    words = label() if label else AS_WRITTEN(words=id_)
    yield path, words if isinstance(node, dict) else say.BROKEN_ROW(id=id_)
    yield from _below(path, node)


def _goodbye(path: Path, id_: str, node: Node) -> Iterator[Row]:
    words = _shortened(node) if isinstance(node, str) else first_words(node) if isinstance(node, dict) else "…"
    yield path, patient_desk.GOODBYE_ROW(id=id_, words=words)
    yield from _below(path, node)


def _difference(path: Path, id_: str, node: Node) -> Iterator[Row]:
    to = node.get("to") if isinstance(node, dict) else None
    to = to.strip() if isinstance(to, str) and to.strip() else "…"
    move, state = (label() if (label := LABELS.get(word)) else word for word in (str(path[-2]), id_))
    yield path, patient_desk.DIFFERENCE_ROW(move=move, state=state, to=to)


def _move(path: Path, id_: str, _node: Node) -> Iterator[Row]:
    label = LABELS.get(id_)
    yield path, label() if label else AS_WRITTEN(words=id_)


def _thing(path: Path, id_: str, node: Node, kind: object) -> Iterator[Row]:
    if not isinstance(node, dict):
        yield path, say.BROKEN_ROW(id=id_)
        return
    yield path, kind(id=id_, words=first_words(node))  # type: ignore[operator]
    yield from _below(path, node)


def _below(path: Path, node: Node) -> Iterator[Row]:
    if not isinstance(node, dict):
        return
    for section, kind in (("wordings", say.WORDING_ROW), ("responses", say.RESPONSE_ROW)):
        inner = node.get(section)
        for name, one in inner.items() if isinstance(inner, dict) else ():
            yield from _thing((*path, section, name), name, one, kind)


def first_words(node: dict[str, Node]) -> str:
    """The first words that are said or seen; of a moment with several wordings those of the first."""
    for key in ("say", "patient", "shows", "afterwards"):
        found = node.get(key)
        if isinstance(found, list) and found:
            found = found[0]
        if isinstance(found, str) and found.strip():
            return _shortened(found)
    inner = node.get("wordings")
    first = next(iter(inner.values()), None) if isinstance(inner, dict) else None
    return first_words(first) if isinstance(first, dict) else "…"


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1] + "…"

"""What can be done to a scenario on its canvas, as intents: each gives what an author means, and the file decides how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.alliance.moves import Move
from simulator.scenario.editing.intents import Add, Copy, Intent, Remove, connect, disconnect
from simulator.scenario.editing.making import new_id
from simulator.scenario.editing.places import line_end, line_start
from simulator.scenario.editing.written import Value, Written, value_of
from simulator.scenario.loading import load
from simulator.scenario.nodes import Node, Path
from simulator.scenario.to_write import TO_WRITE

MOMENTS: Final = "moments"


@dataclass(frozen=True, slots=True)
class Act:
    """Some intents that are one step, and the moments that are new afterwards."""

    intents: tuple[Intent, ...]
    new: tuple[str, ...] = ()


def new_moment(written: Written, wanted: str, beside: str = "") -> Act:
    """A moment that can be read as it is; behind another in the file and in its reaction, where one is given."""
    id_ = new_id(wanted, written.keys((MOMENTS,)))
    like = written.keys((MOMENTS, beside))
    reaction = like.get("reaction")
    value: dict[str, Value] = {"reaction": reaction if isinstance(reaction, str) else "exploring"}
    if isinstance(marker := like.get("marker"), str) and "end" not in like:
        value["marker"] = marker
    value |= {"patient": TO_WRITE, "thinks": TO_WRITE, "responses": {"answer": _response(Move.EXPLORE_EXPERIENCE)}}
    return Act((Add((MOMENTS, id_), value, beside or None),), (id_,))


def new_response(written: Written, moment: str, wanted: str) -> tuple[Act, Path]:
    """One more answer to a moment, and where it will stand."""
    at = (MOMENTS, moment, "responses")
    path = (*at, new_id(wanted, written.keys(at)))
    return Act((Add(path, _response(Move.EXPLORE_EXPERIENCE)),)), path


def lead(moment: str, response: str, target: str | None) -> Act:
    """Let a moment follow on an answer (the silence, where the response is empty), or leave that to the reaction graph."""
    answer = response or None
    return Act((disconnect(moment, answer) if target is None else connect(moment, answer, target),))


def duplicate(written: Written, moments: Sequence[str]) -> Act:
    """The same moments once more under new ids; those that led to each other lead to the new ones."""
    names = _free_names(written, moments)
    copies = [Copy((MOMENTS, old), (MOMENTS, new)) for old, new in names.items()]
    return Act((*copies, *_led_anew(written.keys((MOMENTS,)), names)), tuple(names.values()))


def take_away(written: Written, moments: Iterable[str]) -> Act:
    """Moments are gone, and no answer leads to them any more."""
    gone = set(moments)
    led = (lead_ for lead_ in leads(written.keys((MOMENTS,))) if lead_[2] in gone and lead_[0] not in gone)
    freed = [disconnect(moment, response or None) for moment, response, _target in led]
    return Act((*freed, *(Remove((MOMENTS, id_)) for id_ in written.keys((MOMENTS,)) if id_ in gone)))


def as_text(written: Written, moments: Iterable[str]) -> str:
    """Moments as a text that can be pasted, here or in another file."""
    text = written.text
    blocks = []
    for id_ in moments:
        if written.has((MOMENTS, id_)):
            start, _, _, end = written.offsets((MOMENTS, id_))
            blocks.append(text[line_start(text, start) : line_end(text, end)].rstrip())
    return "\n".join(["moments:", *blocks, ""]) if blocks else ""


def paste(written: Written, text: str) -> Act | None:
    """Moments from a text, under new ids where theirs are taken; ``None`` where there are none in it."""
    root = load("", text.encode("utf-8", "replace")).root
    found = root.get(MOMENTS) if isinstance(root, dict) else None
    if not isinstance(found, dict) or not found:
        return None
    here = written.keys((MOMENTS,))
    names = _free_names(written, list(found))
    made: list[Intent] = []
    for old, new in names.items():
        if here.get(old) == found[old]:
            made.append(Copy((MOMENTS, old), (MOMENTS, new)))
        elif isinstance(value := value_of(found[old]), dict):
            made.append(Add((MOMENTS, new), {key: one for key, one in value.items() if key != "formerly"}))
    return Act((*made, *_led_anew(found, names)), tuple(names.values())) if made else None


def leads(moments: Mapping[str, Node]) -> Iterator[tuple[str, str, str]]:
    """Every moment and answer (empty for the silence) that leads somewhere by script, and where to."""
    for id_, moment in moments.items():
        keys = moment if isinstance(moment, dict) else {}
        responses = keys.get("responses")
        for response, one in responses.items() if isinstance(responses, dict) else ():
            if isinstance(one, dict) and isinstance(then := one.get("then"), str):
                yield id_, response, then.strip()
        silence = keys.get("silence")
        if isinstance(silence, dict) and isinstance(then := silence.get("then"), str):
            yield id_, "", then.strip()


def _led_anew(moments: Mapping[str, Node], names: Mapping[str, str]) -> Iterator[Intent]:
    for moment, response, target in leads(moments):
        if moment in names and names.get(target, target) != target:
            yield connect(names[moment], response or None, names[target])


def _free_names(written: Written, wanted: Sequence[str]) -> dict[str, str]:
    taken = set(written.keys((MOMENTS,)))
    names: dict[str, str] = {}
    for id_ in wanted:
        names[id_] = new_id(id_, taken)
        taken.add(names[id_])
    return names


def _response(move: Move) -> Value:
    return {"say": TO_WRITE, "move": str(move), "debrief": TO_WRITE}

"""What can be done to a scenario on its canvas, as intents: each gives what an author means, and the file decides how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from simulator.alliance.moves import Move
from simulator.alliance.reactions import REACTIONS, Family, ReactionState, family_of
from simulator.messages.sentences import moment_page as say
from simulator.scenario.document import Scenario
from simulator.scenario.editing.intents import Add, Copy, Intent, Remove, connect, disconnect
from simulator.scenario.editing.making import new_id
from simulator.scenario.editing.places import line_end, line_start
from simulator.scenario.editing.written import Value, Written, value_of
from simulator.scenario.loading import load
from simulator.scenario.nodes import Node, Path
from simulator.scenario.to_write import TO_WRITE
from simulator.services.line_bench import signs_of
from simulator.services.moment_acts import unwritten_response
from simulator.services.what_follows import states_after

MOMENTS: Final = "moments"
_LONGEST: Final = 50
_ANSWERS: Final = {
    "ask": Move.EXPLORE_EXPERIENCE,
    "own-it": Move.OWN_CONTRIBUTION,
    "soothe": Move.REASSURE_EARLY,
}
"""The answers that a new moment begins with: a real choice, with one that owns the part and one that does not help."""


@dataclass(frozen=True, slots=True)
class Act:
    """Some intents that are one step, and the moments that are new afterwards."""

    intents: tuple[Intent, ...]
    new: tuple[str, ...] = ()


def new_moment(written: Written, scenario: Scenario | None, wanted: str, beside: str = "") -> Act:
    """A moment that can be read as it is; behind another in the file, in a state that can follow on it, where one is given."""
    id_ = new_id(wanted, written.keys((MOMENTS,)))
    answers = written.keys((MOMENTS, beside, "responses"))
    state = _state_after(written, scenario, beside, answers)
    return Act((Add((MOMENTS, id_), _to_write(state), beside or None),), (id_,))


def moment_after(written: Written, scenario: Scenario | None, response: Path) -> Act:
    """A moment that follows on an answer, in a state to which the reaction graph leads from there, with the answer's name in its own."""
    moment, answer = str(response[1]), str(response[-1])
    id_ = new_id(f"after-{answer}"[:_LONGEST], written.keys((MOMENTS,)))
    state = _state_after(written, scenario, moment, (answer,))
    return Act((Add((MOMENTS, id_), _to_write(state), moment), connect(moment, answer, id_)), (id_,))


def _state_after(written: Written, scenario: Scenario | None, moment: str, answers: Iterable[str]) -> ReactionState:
    """A state to which the reaction graph leads from a moment, another than its own where there is one; else exploring."""
    found = [
        state for one in answers for state in (states_after(scenario, moment, one) if scenario is not None else ())
    ]
    fitting = [one for one in found if family_of(one) is not Family.END]
    here = written.node((MOMENTS, moment, "reaction"))
    return next((one for one in fitting if str(one) != here), next(iter(fitting), ReactionState.EXPLORING))


def _to_write(state: ReactionState) -> Value:
    """A moment in a state whose words are still to be written, with answers to choose among."""
    hint = say.HINT_SAYS(state=REACTIONS[state].label())
    begun: dict[str, Value] = {"reaction": str(state)}
    if signs := signs_of(state):
        begun["marker"] = str(signs[0])
    answers: dict[str, Value] = {id_: unwritten_response(move) for id_, move in _ANSWERS.items()}
    texts = {"patient": f"{TO_WRITE} ({hint})", "thinks": f"{TO_WRITE} ({say.HINT_THINKS()})"}
    return {**begun, **texts, "responses": answers}


def new_response(written: Written, moment: str, wanted: str) -> tuple[Act, Path]:
    """One more answer to a moment, and where it will stand."""
    at = (MOMENTS, moment, "responses")
    path = (*at, new_id(wanted, written.keys(at)))
    return Act((Add(path, unwritten_response(Move.EXPLORE_EXPERIENCE)),)), path


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

"""A patient's line bank: for every reaction state what the person does where no moment fits, and what can be answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count, islice
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.messages.message import Listed
from simulator.messages.sentences.fault_parts import NOTHING
from simulator.messages.sentences.text import QUOTED
from simulator.scenario.builders import build_responses, build_wordings, ending_of
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import BANK_PREFIX, Moment, Response, Returns, Wording
from simulator.scenario.faults import Faults
from simulator.scenario.key_tables import FEWEST_RESPONSES
from simulator.scenario.nodes import At, Node, keys_at
from simulator.scenario.record_readers import Values

Lines = dict[ReactionState, Moment]

_AT: Final[At] = (None, "lines")


def build_lines(
    groups: dict[Code, Values] | None, root: Node, faults: Faults, like: Mapping[ReactionState, Moment]
) -> Lines:
    """The moment of every state, from what is written for it or its family; what is not written is taken from ``like``."""
    if groups is None:
        return dict(like)
    written = {
        word: _written(word, values, keys_at(root, "lines", str(word)), faults) for word, values in groups.items()
    }
    found: Lines = {}
    for state in ReactionState:
        own, shared = written.get(state, _NOTHING), written.get(family_of(state), _NOTHING)
        lent = _lent(like[state]) if state in like else _NOTHING
        known = (own, shared, lent)
        wordings = next((one.wordings for one in known if one.wordings), ())
        wordings += _still_seen(wordings, lent.wordings)
        responses = next((one.responses for one in known if one.responses), ())
        found[state] = bank_moment(state, wordings, responses, {**lent.values, **shared.values, **own.values})
    note_gaps(found, {word: one.responses for word, one in written.items()}, _AT, faults)
    return found


@dataclass(frozen=True, slots=True)
class _Written:
    """What is written for one state or family."""

    values: Values
    wordings: tuple[Wording, ...] = ()
    responses: tuple[Response, ...] = ()


_NOTHING: Final = _Written({})


def _lent(moment: Moment) -> _Written:
    """What another patient does in a state, as if it were written here."""
    values = {
        "asks": moment.asks,
        "afterwards": moment.afterwards,
        "beyond-repair": moment.beyond_repair,
        "hooks": moment.hooks,
        "returns": moment.returns,
    }
    return _Written(values, moment.wordings, moment.responses)


def _still_seen(wordings: tuple[Wording, ...], lent: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """What the other patient does without words, where nothing of one's own is wordless; under ids that are free here."""
    if any(one.wordless for one in wordings):
        return ()
    taken = {one.id for one in wordings}
    return tuple(replace(one, id=_free(one.id, taken)) for one in lent if one.wordless)


def _free(wanted: str, taken: set[str]) -> str:
    """An id that no other wording of the state has, which is taken from now on."""
    numbered = (f"{wanted}-{number}" for number in count(2))
    found = next(one for one in (wanted, *islice(numbered, len(taken) + 1)) if one not in taken)
    taken.add(found)
    return found


def _written(word: Code, values: Values, keys: dict[str, Node], faults: Faults) -> _Written:
    at = (_AT, str(word))
    reaction = word if isinstance(word, ReactionState) else Family(word)
    if ending_of(word) is not None and "responses" in keys:
        faults.add(rules.END_AND_RESPONSES, (at, "responses"), on_key=True, moment=str(word))
    if values.get("asks"):
        faults.add(rules.LINE_ASKS, (at, "asks"), on_key=True, state=word)
    wordings = build_wordings(values, reaction, at, faults, keys) if "wordings" in keys else ()
    return _Written(values, wordings, build_responses(values.get("responses"), at, faults))


def bank_moment(
    state: ReactionState,
    wordings: tuple[Wording, ...],
    responses: tuple[Response, ...],
    values: Values,
) -> Moment:
    """What a patient does in one state, as a moment; ``values`` are the further keys that were written for it."""
    end, get = ending_of(state), values.get
    return Moment(
        f"{BANK_PREFIX}{state}",
        state,
        wordings,
        () if end else responses,
        end=end,
        afterwards=get("afterwards", "") if end else "",
        beyond_repair=get("beyond-repair", False),
        asks=get("asks"),
        hooks=get("hooks", ()),
        returns=get("returns", Returns.ANEW),
    )


def note_gaps(found: Lines, groups: Mapping[str, tuple[Response, ...]], at: At, faults: Faults) -> None:
    """Note states without a line or without enough to answer; ``groups`` are the responses as they were written."""
    without = [state for state, moment in found.items() if not moment.wordings]
    if without:
        faults.missing(rules.NO_LINES, at, str(without[0]), states=_quoted(without))
    for word, responses in groups.items():
        if 0 < len(responses) < FEWEST_RESPONSES:
            faults.add(rules.BANK_RESPONSES, (at, word), on_key=True, states=QUOTED(words=word), count=len(responses))
    bare = [s for s, moment in found.items() if moment.end is None and moment.wordings and not moment.responses]
    if bare:
        faults.missing(rules.BANK_RESPONSES, at, str(bare[0]), states=_quoted(bare), count=NOTHING())


def _quoted(states: Iterable[ReactionState]) -> Listed:
    return Listed(tuple(QUOTED(words=state) for state in states))

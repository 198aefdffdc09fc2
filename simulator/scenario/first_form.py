"""Patient files of the first form (``patient/1``), brought to today's: they are read for ever, for sessions hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.messages.sentences.fault_parts import THE_LINE
from simulator.scenario.builders import build_group, build_responses, build_wordings, ending_of, note_own_words
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import Moment, Response, Wording
from simulator.scenario.faults import Faults
from simulator.scenario.key_tables import FEWEST_RESPONSES, MOST_RESPONSES
from simulator.scenario.line_bank import Lines, bank_moment, note_gaps
from simulator.scenario.nodes import At, Node, keys_at
from simulator.scenario.record_readers import Values

_LINES: Final[At] = (None, "lines")
_RESPONSES: Final[At] = (None, "responses")


def first_lines(values: Values, root: Node, faults: Faults) -> Lines:
    """The moment of every state: each line of the first form is a wording, and the state's responses answer them all.

    Responses of a single line are offered where the state has no others; else they are only found by name, as sessions
    of that day may have been given them.
    """
    groups: dict[Code, dict[str, Values]] = values.get("lines") or {}
    shared: dict[Code, dict[str, Values]] = values.get("responses") or {}
    answers = {word: build_group(group, (_RESPONSES, str(word)), faults) for word, group in shared.items()}
    lines = {word: tuple(_lines_of(word, group, root, faults)) for word, group in groups.items()}
    found: Lines = {}
    for state in ReactionState:
        own = lines.get(state) or lines.get(family_of(state)) or ()
        responses = answers.get(state, answers.get(family_of(state), ()))
        found[state] = _moment(state, own, responses)
    if "lines" in values and "responses" in values:
        note_gaps(found, {str(word): group for word, group in answers.items()}, _RESPONSES, faults)
    return found


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the first form: a wording, with what stood beside it."""

    wording: Wording
    values: Values
    responses: tuple[Response, ...]


def _lines_of(word: Code, group: dict[str, Values], root: Node, faults: Faults) -> Iterator[_Line]:
    for id_, values in group.items():
        at = ((_LINES, str(word)), id_)
        own = build_responses(values.get("responses"), at, faults)
        if 0 < len(own) < FEWEST_RESPONSES:
            faults.add(rules.BANK_RESPONSES, (at, "responses"), on_key=True, states=THE_LINE(line=id_), count=len(own))
        ends = word == Family.END or ending_of(word) is not None
        if own and ends:
            faults.add(rules.END_AND_RESPONSES, (at, "responses"), on_key=True, moment=id_)
        if "afterwards" in values and not ends:
            faults.add(rules.AFTER_NO_END, (at, "afterwards"), on_key=True, moment=id_)
        reaction = word if isinstance(word, ReactionState) else Family(word)
        keys = keys_at(root, "lines", str(word), id_)
        note_own_words(id_, reaction, at, faults, keys)
        (wording,) = build_wordings(values, reaction, at, faults, keys)
        yield _Line(replace(wording, id=id_), values, own)


def _moment(state: ReactionState, lines: tuple[_Line, ...], shared: tuple[Response, ...]) -> Moment:
    own = tuple({response.id: response for line in lines for response in line.responses}.values())
    offered = shared or own[:MOST_RESPONSES]
    kept: Values = {key: line.values[key] for line in reversed(lines) for key in _OF_A_MOMENT if key in line.values}
    moment = bank_moment(state, tuple(line.wording for line in lines), offered, kept)
    return replace(moment, former_responses=tuple(r for r in own if r not in offered))


_OF_A_MOMENT: Final[tuple[str, ...]] = ("afterwards", "beyond-repair")
"""What a line of the first form could say that belongs to the moment."""

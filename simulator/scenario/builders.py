"""From values to moments and responses: what a table cannot say about how keys belong together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from simulator.alliance import RUPTURE_FAMILIES, Family, Move, ReactionState, family_of
from simulator.patient import NO_CHANGE, Alliance, Change
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import Ending, Moment, OpeningLine, Response, Silence
from simulator.scenario.faults import Faults
from simulator.scenario.nodes import At, Node
from simulator.scenario.values import Values

_RUPTURES: Final = frozenset(
    {str(s) for s in ReactionState if family_of(s) in RUPTURE_FAMILIES} | {str(f) for f in RUPTURE_FAMILIES}
)


def alliance_of(values: Values | None) -> Alliance | None:
    """The three gauges, if all could be read."""
    if values is None or len(values) < 3:
        return None
    return Alliance(values["bond"], values["task"], values["goal"])


def build_responses(groups: dict[str, Values] | None, at: At, faults: Faults) -> tuple[Response, ...]:
    """The responses of a moment, in file order."""
    if not groups:
        return ()
    here = (at, "responses")
    return tuple([build_response(id_, values, (here, id_), faults) for id_, values in groups.items()])


def build_response(id_: str, values: Values, at: At, faults: Faults) -> Response:
    """One response; ``own_contribution`` has a quality, and nothing else has."""
    get = values.get
    move = get("move")
    quality = get("quality")
    if quality is None:
        if move is Move.OWN_CONTRIBUTION and "quality" not in values:
            faults.missing(rules.NO_QUALITY, at, "quality", response=id_)
    elif move is not Move.OWN_CONTRIBUTION and move is not None:
        faults.add(rules.QUALITY_ALONE, (at, "quality"), on_key=True, move=move)
    effects = get("effects")
    return Response(
        id_,
        get("say", ""),
        move or Move.HOLD_SILENCE,
        quality,
        get("also", ()),
        get("debrief", ""),
        get("then"),
        get("because", ""),
        get("when"),
        Change(**effects) if effects else NO_CHANGE,
        get("sets", ()),
    )


def build_moment(
    id_: str,
    values: Values,
    reaction: ReactionState | Family | None,
    at: At,
    faults: Faults,
    keys: Iterable[str],
    in_bank: bool,
) -> Moment:
    """One moment, or line of a patient file (``in_bank``), whose responses were built; ``keys`` are all that were written."""
    get = values.get
    silence = get("silence")
    moment = Moment(
        id_,
        reaction or ReactionState.ENGAGED,
        get("patient", ""),
        get("shows", ()),
        get("thinks", ""),
        get("marker", ()),
        get("masked", False),
        _silence(silence) if silence else None,
        get("when"),
        get("once", False),
        get("end"),
        get("afterwards", ""),
        get("responses", ()),
        get("beyond-repair", False),
    )
    _note_what_belongs_together(moment, reaction, at, faults, keys, in_bank)
    return moment


def _silence(values: Values) -> Silence | None:
    if "kind" not in values or "lasts" not in values:
        return None
    return Silence(values["kind"], values["lasts"], values.get("then"), values.get("because", ""))


def _note_what_belongs_together(
    moment: Moment, reaction: ReactionState | Family | None, at: At, faults: Faults, keys: Iterable[str], in_bank: bool
) -> None:
    if "patient" not in keys and "silence" not in keys:
        faults.missing(rules.NO_LINE, at, "patient", moment=moment.id)
    if "patient" not in keys and "silence" in keys and "shows" not in keys:
        faults.missing(rules.NO_SHOWS, at, "shows", moment=moment.id)
    if reaction is not None and reaction in _RUPTURES and "marker" not in keys:
        faults.missing(rules.NO_MARKER, at, "marker", moment=moment.id, reaction=reaction)
    if "end" not in keys and "responses" not in keys and not in_bank:
        faults.missing(rules.NO_RESPONSES, at, "responses", moment=moment.id)
    if "end" in keys and "responses" in keys:
        faults.add(rules.END_AND_RESPONSES, (at, "responses"), on_key=True, moment=moment.id)
    ends = "end" in keys or reaction in _ENDING_OF
    if "afterwards" in keys and not ends:
        faults.add(rules.AFTER_NO_END, (at, "afterwards"), on_key=True, moment=moment.id)


_ENDING_OF: Final = {
    ReactionState.REPAIRED: Ending.REPAIRED,
    ReactionState.TRANSFER: Ending.TRANSFER,
    ReactionState.LEFT: Ending.LEFT,
}


def ending_of(state: ReactionState) -> Ending | None:
    """How a line of the patient's own bank ends the session in this state, if it does."""
    return _ENDING_OF.get(state)


def build_opening(node: Node, lines: list[Values | None], at: At, faults: Faults) -> tuple[OpeningLine, ...]:
    """What was said before the first turn; each line has exactly one speaker."""
    found = []
    for i, (written, values) in enumerate(zip(node or (), lines, strict=False)):
        if values is None or not isinstance(written, dict):
            continue
        speakers = [who for who in ("patient", "you") if who in written]
        if len(speakers) != 1:
            faults.add(rules.OPENING_WHO, (at, i), found="both" if speakers else "neither")
            continue
        found.append(OpeningLine(speakers[0] == "you", values.get(speakers[0], ""), values.get("shows", ())))
    return tuple(found)

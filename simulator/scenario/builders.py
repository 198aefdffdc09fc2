"""From values to moments and responses: what a table cannot say about how keys belong together."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, ReactionState, family_of
from simulator.messages.sentences.fault_parts import BOTH, NEITHER
from simulator.messages.sentences.fault_reasons import RUPTURE
from simulator.patient.gauges import NO_CHANGE, Alliance, Change
from simulator.scenario.conditions import Just, parts
from simulator.scenario.diagnostics import reading as rules
from simulator.scenario.document import (
    FIRST_WORDING,
    Ending,
    Moment,
    OpeningLine,
    Response,
    ResponseWording,
    Returns,
    Silence,
    Wording,
)
from simulator.scenario.faults import Faults
from simulator.scenario.key_tables import MOMENT, SILENCE, WORDING
from simulator.scenario.legal_values import Table
from simulator.scenario.nodes import At, Node
from simulator.scenario.record_readers import Values

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
    return build_group(groups, (at, "responses"), faults) if groups else ()


def build_group(groups: dict[str, Values], at: At, faults: Faults) -> tuple[Response, ...]:
    """Responses that stand by their ids at a place, in file order."""
    return tuple([build_response(id_, values, (at, id_), faults) for id_, values in groups.items()])


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
    when = get("when")
    if when is not None and any(isinstance(part, Just) for part in parts(when)):
        faults.add(rules.JUST_IN_RESPONSE, (at, "when"))
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
        when,
        Change(**effects) if effects else NO_CHANGE,
        get("sets", ()),
        tuple([_response_wording(name, one) for name, one in (get("wordings") or {}).items()]),
        get("after", ()),
        get("formerly", ()),
    )


def _response_wording(id_: str, values: Values) -> ResponseWording:
    get = values.get
    return ResponseWording(id_, get("say", ""), get("after", ()), get("again", False), get("formerly", ()))


def has_own_words(keys: Mapping[str, Node]) -> bool:
    """Whether something is told directly at a moment, and not only below ``wordings:``."""
    silence = keys.get("silence")
    silent = isinstance(silence, dict) and not silence.keys().isdisjoint(("kind", "lasts"))
    return "wordings" not in keys or silent or not keys.keys().isdisjoint(_WORDS)


_WORDS: Final = ("patient", "shows", "thinks", "opens", "pose")


def build_wordings(
    values: Values, reaction: ReactionState | Family | None, at: At, faults: Faults, keys: Mapping[str, Node]
) -> tuple[Wording, ...]:
    """What is told in a moment: the text that stands directly at it is the first wording, then those under ``wordings:``.

    A marker at the moment holds for every wording that names none; ``keys`` are all keys that were written.
    """
    rupture = reaction is not None and reaction in _RUPTURES
    found: list[Wording] = []
    if has_own_words(keys):
        found.append(_wording(FIRST_WORDING, values, values))
    for id_, one in (values.get("wordings") or {}).items():
        place = ((at, "wordings"), id_)
        made = _wording(id_, one, values)
        _note_words(made, place, faults, one.keys(), rupture=rupture)
        found.append(made)
    return tuple(found)


def _wording(id_: str, values: Values, moment: Values) -> Wording:
    get, silence = values.get, values.get("silence")
    masked: bool = moment.get("masked", False)
    shared: tuple[Marker, ...] = moment.get("marker", ())
    return Wording(
        id_,
        get("patient", ""),
        get("shows", ()),
        get("thinks", ""),
        get("marker", shared),
        get("masked", masked),
        _silence(silence) if silence else None,
        get("after", ()),
        get("opens", ()),
        get("again", False),
        get("wordless", False),
        get("levels", ()),
        get("pose", ()),
        get("formerly", ()) if values is not moment else (),
    )


def _note_words(wording: Wording, at: At, faults: Faults, keys: Container[str], *, rupture: bool) -> None:
    """Note what a wording lacks."""
    if wording.wordless:
        if "shows" not in keys:
            faults.missing(rules.NO_SHOWS, at, "shows", moment=wording.id)
        if "patient" in keys or "silence" in keys:
            faults.add(rules.WORDLESS_SPEAKS, at, on_key=True, wording=wording.id)
    else:
        _note_line(wording.id, WORDING, at, faults, keys)
    if rupture and not wording.markers:
        faults.missing(rules.NO_MARKER, at, "marker", moment=wording.id, reaction=RUPTURE())


def _note_line(id_: str, table: Table, at: At, faults: Faults, keys: Container[str]) -> None:
    """Note what a line lacks that is said, or a silence: its words or what is seen, and what is thought."""
    if "patient" not in keys and "silence" not in keys:
        faults.missing(rules.NO_LINE, at, "patient", moment=id_)
    elif "patient" not in keys and "shows" not in keys:
        faults.missing(rules.NO_SHOWS, at, "shows", moment=id_)
    if "thinks" not in keys:
        help_ = MOMENT.rows["thinks"].help
        faults.missing(rules.MISSING_KEY, at, "thinks", key="thinks", thing=table.name, help=help_)


def build_goodbye(groups: dict[str, Values], at: At, faults: Faults) -> tuple[Wording, ...]:
    """Parting words, in one or more wordings."""
    for id_, values in groups.items():
        if "patient" not in values:
            faults.missing(rules.NO_LINE, ((at, "wordings"), id_), "patient", moment=id_)
    return tuple(_wording(id_, values, {}) for id_, values in groups.items())


def build_moment(
    id_: str, values: Values, reaction: ReactionState | Family | None, at: At, faults: Faults, keys: Mapping[str, Node]
) -> Moment:
    """One moment whose responses were built; ``keys`` are all that were written."""
    get = values.get
    silence = get("silence") or {}
    moment = Moment(
        id_,
        reaction or ReactionState.ENGAGED,
        build_wordings(values, reaction, at, faults, keys),
        get("responses", ()),
        get("when"),
        get("once", False),
        get("end"),
        get("afterwards", ""),
        get("beyond-repair", False),
        get("asks"),
        silence.get("then"),
        silence.get("because", ""),
        get("hooks", ()),
        get("returns", Returns.ANEW),
        formerly=get("formerly", ()),
        wish=get("wish", False),
        wished=get("wished", False),
    )
    _note_what_belongs_together(moment, values, at, faults, keys)
    _note_silence(keys.get("silence"), at, faults, may_be_bare="wordings" in keys)
    return moment


def _silence(values: Values) -> Silence | None:
    if "kind" not in values or "lasts" not in values:
        return None
    return Silence(values["kind"], values["lasts"])


def _note_what_belongs_together(
    moment: Moment, values: Values, at: At, faults: Faults, keys: Mapping[str, Node]
) -> None:
    if has_own_words(keys):
        note_own_words(moment.id, values.get("reaction"), at, faults, keys)
    if "end" not in keys and "responses" not in keys:
        faults.missing(rules.NO_RESPONSES, at, "responses", moment=moment.id)
    if "end" in keys and "responses" in keys:
        faults.add(rules.END_AND_RESPONSES, (at, "responses"), on_key=True, moment=moment.id)
    if "afterwards" in keys and "end" not in keys:
        faults.add(rules.AFTER_NO_END, (at, "afterwards"), on_key=True, moment=moment.id)
    if moment.asks and moment.silent_then is not None:
        faults.add(rules.ASKS_AND_SILENCE, (at, "asks"), on_key=True, moment=moment.id)
    if moment.wished and moment.end is not Ending.TRANSFER and ("end" in values or "end" not in keys):
        faults.add(rules.WISHED_NO_TRANSFER, (at, "wished"), on_key=True, moment=moment.id)
    if moment.wish and "end" in keys:
        faults.add(rules.WISH_AT_THE_END, (at, "wish"), on_key=True, moment=moment.id)


def _note_silence(silence: Node, at: At, faults: Faults, *, may_be_bare: bool) -> None:
    """A silence that stands directly at a moment has its kind and its length; beside wordings it may only lead on."""
    if not isinstance(silence, dict) or (may_be_bare and silence.keys().isdisjoint(("kind", "lasts"))):
        return
    for key in ("kind", "lasts"):
        if key not in silence:
            told = SILENCE.rows[key].help
            faults.missing(rules.MISSING_KEY, (at, "silence"), key, key=key, thing=SILENCE.name, help=told)


def note_own_words(
    id_: str, reaction: ReactionState | Family | None, at: At, faults: Faults, keys: Container[str]
) -> None:
    """Note what the words lack that stand directly at a moment."""
    _note_line(id_, MOMENT, at, faults, keys)
    if reaction is not None and reaction in _RUPTURES and "marker" not in keys:
        faults.missing(rules.NO_MARKER, at, "marker", moment=id_, reaction=reaction)


_ENDING_OF: Final = {
    ReactionState.REPAIRED: Ending.REPAIRED,
    ReactionState.TRANSFER: Ending.TRANSFER,
    ReactionState.LEFT: Ending.LEFT,
}


def ending_of(state: Code) -> Ending | None:
    """How a line of the patient's own bank ends the session in this state, if it does."""
    return _ENDING_OF.get(state) if isinstance(state, ReactionState) else None


def build_opening(node: Node, lines: list[Values | None], at: At, faults: Faults) -> tuple[OpeningLine, ...]:
    """What was said before the first turn; each line has exactly one speaker."""
    found = []
    for i, (written, values) in enumerate(zip(node or (), lines, strict=False)):
        if values is None or not isinstance(written, dict):
            continue
        speakers = [who for who in ("patient", "you") if who in written]
        if len(speakers) != 1:
            faults.add(rules.OPENING_WHO, (at, i), found=BOTH() if speakers else NEITHER())
            continue
        found.append(OpeningLine(speakers[0] == "you", values.get(speakers[0], ""), values.get("shows", ())))
    return tuple(found)

"""A scenario as a map: what the patient does as cards, and an edge wherever one can follow another; also of a broken file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState, family_of
from simulator.patient.possible import Possible
from simulator.patient.state import Cause, Disposition
from simulator.scenario.checks.paths import BANK, PARTING, Choices, states_of
from simulator.scenario.checks.story import HARDEST
from simulator.scenario.conditions import Flag, flags_needed, parts
from simulator.scenario.document import BANK_PREFIX, Moment
from simulator.scenario.moments import MomentDraft
from simulator.scenario.read import Reading
from simulator.scenario.scenario_draft import Draft


class CardKind(Code):
    """What a card of the map stands for."""

    MOMENT = "moment"
    ENDING = "ending"
    STACK = "stack"
    """What the patient does in a reaction state anyway, in all its wordings."""

    MISSING = "missing"
    """A moment that is named and not there."""


class EdgeKind(Code):
    """What makes one moment follow another."""

    SCRIPT = "script"
    """A response with ``then:``, or a silence with one."""

    GRAPH = "graph"
    """The reaction graph could choose it."""


@dataclass(frozen=True, slots=True)
class Card:
    """One moment on the map. ``reaction`` is ``None`` where it could not be read; ``broken`` says that something could not.

    ``words`` are the first thing said or shown, ``condition`` what stands in its ``when:``, ``moves`` those on offer.
    ``quiet`` is how long its silence lasts in seconds, ``needs`` the flags without which it does not come, ``asks``
    the others that its condition names, ``leaves``
    those that one of its answers sets, ``whose`` the first name of the patient, of whose own lines it is a stack.
    """

    id: str
    kind: CardKind
    reaction: ReactionState | Family | None
    words: str = ""
    wordings: int = 0
    responses: int = 0
    moves: frozenset[Move] = frozenset()
    condition: str = ""
    broken: bool = False
    start: bool = False
    formerly: tuple[str, ...] = ()
    quiet: int = 0
    needs: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    whose: str = ""

    @property
    def family(self) -> Family | None:
        """The family of its reaction, where that is known."""
        return None if self.reaction is None else _family(self.reaction)


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered on the way along an edge: the response's id (empty for silence), its move and its condition."""

    response: str
    move: Move
    condition: str = ""


@dataclass(frozen=True, slots=True)
class StoryEdge:
    """One moment can follow another: by script or by the graph, after each of some answers."""

    source: str
    target: str
    kind: EdgeKind
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class StoryGraph:
    """The cards in file order, the patient's own lines behind them, and the edges in the order of their sources.

    ``complete`` is false where nothing is known of the patient, so that no edges of the reaction graph can be told.
    """

    cards: Mapping[str, Card]
    edges: tuple[StoryEdge, ...]
    complete: bool

    def after(self, card: str) -> tuple[StoryEdge, ...]:
        """The edges that leave a card."""
        return tuple(edge for edge in self.edges if edge.source == card)

    def before(self, card: str) -> tuple[StoryEdge, ...]:
        """The edges that come to a card."""
        return tuple(edge for edge in self.edges if edge.target == card)


NO_STORY: Final = StoryGraph(MappingProxyType({}), (), complete=False)


def story_of(reading: Reading) -> StoryGraph:
    """The map of a file that was read, however much of it could be."""
    met, draft = reading.met, reading.draft
    if met is None:
        return story_graph(draft, {}, None)
    disposition = Disposition(met.style, met.fit, draft.values.get("cause", Cause.TONE), HARDEST)
    return story_graph(draft, met.lines, Possible(met.grid, disposition), met.first_name)


def story_graph(
    draft: Draft, lines: Mapping[ReactionState, Moment], possible: Possible | None, name: str = ""
) -> StoryGraph:
    """The map of a draft; ``lines`` are the patient's own, where they could be read, and ``possible`` how they react."""
    start = draft.values.get("start", "")
    cards = {id_: _card(id_, draft, start) for id_ in (draft.parts or draft.moments)}
    edges = tuple(_edges(draft, cards, possible))
    for edge in edges:
        if edge.target not in cards:
            cards[edge.target] = _further(edge.target, lines, name)
    if start and start not in cards:
        cards[start] = replace(_further(start, lines, name), start=True)
    return StoryGraph(MappingProxyType(cards), edges, possible is not None)


def _card(id_: str, draft: Draft, start: str) -> Card:
    moment, part = draft.moments.get(id_), draft.parts.get(id_)
    if moment is None:
        return Card(id_, CardKind.MOMENT, None, broken=True, start=id_ == start)
    words = next((said for one in moment.wordings if (said := one.patient or ", ".join(one.shows))), "")
    needs = tuple(dict.fromkeys(flags_needed(moment.when)))
    asked = dict.fromkeys(one.name for one in parts(moment.when) if isinstance(one, Flag)) if moment.when else {}
    return Card(
        id_,
        CardKind.ENDING if moment.end is not None else CardKind.MOMENT,
        moment.reaction if part is None or _reaction_read(part, draft.parts) else None,
        words,
        len(moment.wordings),
        len(moment.responses),
        frozenset(response.move for response in moment.responses),
        "" if part is None else _written(part, draft.parts, "when"),
        bool(part is not None and part.faults),
        id_ == start,
        moment.formerly,
        next((one.silence.seconds for one in moment.wordings if one.silence is not None), 0),
        needs,
        tuple(flag for flag in asked if flag not in needs),
        tuple(dict.fromkeys(flag for response in moment.responses for flag in response.sets)),
    )


def _further(id_: str, lines: Mapping[ReactionState, Moment], name: str) -> Card:
    """A card that stands for no moment of the file: a stack of own lines, or a moment that is only named."""
    if not id_.startswith(BANK_PREFIX):
        return Card(id_, CardKind.MISSING, None, broken=True)
    state = ReactionState(id_.removeprefix(BANK_PREFIX))
    moment = lines.get(state)
    if moment is None:
        return Card(id_, CardKind.STACK, state, whose=name)
    words = next((one.patient for one in moment.wordings if one.patient), "")
    moves = frozenset(response.move for response in moment.responses)
    return Card(id_, CardKind.STACK, state, words, len(moment.wordings), len(moment.responses), moves, whose=name)


def _reaction_read(part: MomentDraft, parts: Mapping[str, MomentDraft]) -> bool:
    return any("reaction" in one.values for one in _sources(part, parts))


def _sources(part: MomentDraft, parts: Mapping[str, MomentDraft]) -> Iterator[MomentDraft]:
    """A moment and those it copies, the nearest first."""
    seen: set[str] = set()
    here: MomentDraft | None = part
    while here is not None and here.id not in seen:
        seen.add(here.id)
        yield here
        here = parts.get(str(here.values.get("copy", "")))


def _written(part: MomentDraft, parts: Mapping[str, MomentDraft], *path: str) -> str:
    """A text as the author wrote it, at the moment or at the one it copies."""
    for one in _sources(part, parts):
        if path[0] in one.keys:
            node: object = one.keys
            for key in path:
                node = node.get(key) if isinstance(node, dict) else None
            return " ".join(node.split()) if isinstance(node, str) else ""
    return ""


def _edges(draft: Draft, cards: Mapping[str, Card], possible: Possible | None) -> Iterator[StoryEdge]:
    known = {id_: moment for id_, moment in draft.moments.items() if cards[id_].reaction is not None}
    choices = Choices(known)
    for moment in draft.moments.values():
        if moment.end is None:
            yield from _leaving(moment, draft.parts, possible if moment.id in known else None, choices)


def _leaving(
    moment: Moment, parts: Mapping[str, MomentDraft], possible: Possible | None, choices: Choices
) -> Iterator[StoryEdge]:
    """The edges that leave a moment: first those of the script, then those of the reaction graph."""
    scripted: dict[str, list[Answer]] = {}
    chosen: dict[str, list[Answer]] = {}
    part = parts.get(moment.id)
    for response in moment.responses:
        when = "" if part is None else _written(part, parts, "responses", response.id, "when")
        answer = Answer(response.id, response.move, when)
        if response.then is not None:
            scripted.setdefault(response.then, []).append(answer)
        elif possible is not None:
            _choose(moment, answer, response.quality, possible, choices, chosen)
    silent = Answer("", Move.HOLD_SILENCE)
    if moment.silent_then is not None:
        scripted.setdefault(moment.silent_then, []).append(silent)
    elif possible is not None:
        _choose(moment, silent, None, possible, choices, chosen)
    for kind, found in ((EdgeKind.SCRIPT, scripted), (EdgeKind.GRAPH, chosen)):
        for target, answers in found.items():
            yield StoryEdge(moment.id, target, kind, tuple(answers))


def _choose(
    moment: Moment,
    answer: Answer,
    quality: int | None,
    possible: Possible,
    choices: Choices,
    chosen: dict[str, list[Answer]],
) -> None:
    """Note wherever the reaction graph could lead after an answer."""
    for state in states_of(moment.reaction):
        for reached in sorted(possible.after(state, answer.move, quality)):
            for target in choices.of(reached, moment.id):
                name = f"{BANK_PREFIX}{reached}" if target in (BANK, PARTING) else target
                answers = chosen.setdefault(name, [])
                if answer not in answers:
                    answers.append(answer)


def _family(reaction: ReactionState | Family) -> Family:
    return reaction if isinstance(reaction, Family) else family_of(reaction)

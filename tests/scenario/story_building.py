"""Builds small scenarios in tests without a file: moments and responses in the words of the language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import Family, ReactionState, family_of, is_rupture
from simulator.patient.gauges import Alliance
from simulator.patient.state import Cause, Fit
from simulator.scenario.checks import check_story
from simulator.scenario.document import Ending, Goodbye, Moment, Patient, Response, Scenario, Wording
from simulator.scenario.span import Span
from tests.grids import base_grid
from tests.telling import TWENTY_SECONDS, one_moment

_MARKER = {
    Family.WITHDRAWAL: Marker.MINIMAL,
    Family.DEFERENCE: Marker.DEFER,
    Family.CONFRONTATION: Marker.REJECT,
    Family.MIXED: Marker.THERAPIST,
}


@dataclass(frozen=True)
class PathSpans:
    """Spans that remember which key or value was asked for, so that a test can name it."""

    asked: dict[Span, str]

    def key(self, *path: str | int) -> Span:
        """A span that stands for a key."""
        return self._place("key", path)

    def value(self, *path: str | int) -> Span:
        """A span that stands for a value."""
        return self._place("value", path)

    def has(self, *path: str | int) -> bool:
        """Whatever stands directly at a moment or response; nothing below its wordings, and nothing is copied."""
        return "wordings" not in path and "copy" not in path

    def _place(self, kind: str, path: tuple[str | int, ...]) -> Span:
        name = f"{kind} {'.'.join(str(part) for part in path)}"
        for span, known in self.asked.items():
            if known == name:
                return span
        span = Span("built.yaml", len(self.asked) + 1, 1, len(self.asked) + 1, 2)
        self.asked[span] = name
        return span


def response(id_: str, move: str = "defend_justify", say: str = "", **more: object) -> Response:
    """A response that says something of its own; ``own_contribution`` is owned specifically."""
    quality = more.pop("quality", 3 if move == "own_contribution" else None)
    say = say or f"{id_} {'says a sentence of the usual length':.<60}"
    return Response(id_, say, Move(move), quality, debrief="About the move.", **more)  # type: ignore[arg-type]


def usual_responses(**then: str) -> tuple[Response, ...]:
    """Four responses as a careful author writes them: two that help, two that do not; ``then`` by id."""
    rows = (
        ("defend", "defend_justify"),
        ("own", "own_contribution"),
        ("explore", "explore_experience"),
        ("retreat", "retreat"),
    )
    return tuple(response(id_, move, then=then.get(id_)) for id_, move in rows)


def moment(id_: str, reaction: str = "minimal", *responses: Response, **more: object) -> Moment:
    """A moment with the marker its reaction needs, and the usual responses unless others (or an end) are given."""
    state = _reaction(reaction)
    rupture = isinstance(state, ReactionState) and is_rupture(state)
    fields: dict[str, object] = {
        "patient": f"{id_} is what I say.",
        "thinks": f"What stays unsaid in {id_}.",
        "markers": (_MARKER[_family(state)],) if rupture and "end" not in more else (),
    }
    if "end" in more:
        more["end"] = Ending(str(more["end"]))
    elif not responses and "responses" not in more:
        responses = usual_responses()
    return one_moment(id_, state, **{"responses": responses, **fields, **more})  # type: ignore[arg-type]


def silence(then: str | None = None, because: str = "") -> dict[str, object]:
    """The keys of a silence of twenty seconds, after which a moment may follow."""
    return {"silence": TWENTY_SECONDS, "silent_then": then, "silent_because": because}


def patient(**more: object) -> Patient:
    """A patient with the base reactions and a plain line for each state."""
    lines = {state: moment(f"~{state}", state) for state in ReactionState}
    made = Patient(
        id="ines",
        name="Ines Carvalho",
        age=34,
        pronouns="she/her",
        work="landscape architect",
        about="",
        history="",
        seeks="",
        portrait="ines-carvalho",
        style=Family.WITHDRAWAL,
        fit=Fit.GOOD,
        alliance=Alliance.of_points(40, 40, 40),
        grid=base_grid(),
        lines=lines,
        goodbyes=dict.fromkeys(Goodbye, (Wording(patient="See you."),)),
    )
    return replace(made, **more)  # type: ignore[arg-type]


def scenario(*moments: Moment, **more: object) -> Scenario:
    """A scenario of these moments that starts with the first of them."""
    by_id: Mapping[str, Moment] = {one.id: one for one in moments}
    made = Scenario(
        id="built",
        title="Built",
        language="en",
        about="",
        objectives=("notice",),
        difficulty=1,
        cause=Cause.TONE,
        content_notes=(),
        turns=12,
        flags=(),
        opening=(),
        patient=patient(),
        origin=Family.WITHDRAWAL,
        start=moments[0].id,
        moments=by_id,
        path="built.yaml",
        sources={"built.yaml": ""},
        digest="",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def told(made: Scenario) -> list[tuple[str, str]]:
    """What the story checks say: each code with the key or value it points to."""
    spans = PathSpans({})
    return [(one.code, spans.asked[one.span]) for one in check_story(made, spans)]


def sentences(made: Scenario) -> list[str]:
    """The sentences of the story checks."""
    return [str(one.message) for one in check_story(made, PathSpans({}))]


def _reaction(word: str) -> ReactionState | Family:
    return ReactionState(word) if word in set(ReactionState) else Family(word)


def _family(state: ReactionState | Family) -> Family:
    return family_of(state) if isinstance(state, ReactionState) else state

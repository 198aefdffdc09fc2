"""Every word of a scenario by its address, and the scenario told in other words: what a translation needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import Final, TypeAlias

from simulator.patient.grid import MoveReasons, ReactionGrid
from simulator.scenario.document import Moment, OpeningLine, Patient, Response, Scenario, Wording

PATIENT: Final = "patient/"
"""Addresses of the patient's own words begin so; in a patient file of its own they stand without it."""

REACTIONS: Final = "reactions/"
"""Addresses of the reasons of a reaction graph begin so; in its file they stand without it."""

Say: TypeAlias = Callable[[str, str], str]
"""From an address and the words there to the words that are told; empty words have no address."""

_HASH_LETTERS: Final = 8
_WAYS: Final = ("opens", "holds", "slips")


def hash_of(words: str) -> str:
    """By what a translation knows that the words are still those that were translated."""
    return sha256(words.encode()).hexdigest()[:_HASH_LETTERS]


def words_of(scenario: Scenario) -> Mapping[str, str]:
    """All words of a scenario by their addresses, in their order."""
    return _noted(lambda note: told(scenario, note))


def words_of_patient(patient: Patient) -> Mapping[str, str]:
    """All words of a patient by their addresses in a file of its own."""
    return _noted(lambda note: _patient(note, patient), PATIENT)


def words_of_reactions(grid: ReactionGrid) -> Mapping[str, str]:
    """The reasons of a reaction graph by their addresses in its own file."""
    return _noted(lambda note: _reasons(note, grid), REACTIONS)


def told(scenario: Scenario, say: Say) -> Scenario:
    """The scenario in the words that ``say`` gives; what happens in it stays as it is."""
    say = _of_words(say)
    patient = _patient(say, scenario.patient)
    return replace(
        scenario,
        title=say("title", scenario.title),
        about=say("about", scenario.about),
        skill=say("skill", scenario.skill),
        objectives=_each(say, "objectives", scenario.objectives),
        content_notes=_each(say, "content-notes", scenario.content_notes),
        opening=tuple(_opening(say, f"opening/{n}", line) for n, line in enumerate(scenario.opening, 1)),
        patient=replace(patient, grid=_reasons(say, patient.grid)),
        moments=MappingProxyType({id_: _moment(say, f"moments/{id_}", m) for id_, m in scenario.moments.items()}),
    )


def _noted(tell: Callable[[Say], object], before: str = "") -> Mapping[str, str]:
    """The words that are told, by their addresses; of these, what stands before them is left out."""
    found: dict[str, str] = {}

    def note(address: str, words: str) -> str:
        found[address.removeprefix(before)] = words
        return words

    tell(_of_words(note))
    return MappingProxyType(found)


def _of_words(say: Say) -> Say:
    return lambda address, words: say(address, words) if words else words


def _each(say: Say, address: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(say(f"{address}/{number}", text) for number, text in enumerate(texts, 1))


def _opening(say: Say, address: str, line: OpeningLine) -> OpeningLine:
    return replace(line, say=say(address, line.say), shows=_each(say, f"{address}/shows", line.shows))


def _patient(say: Say, patient: Patient) -> Patient:
    return replace(
        patient,
        work=say(f"{PATIENT}work", patient.work),
        about=say(f"{PATIENT}about", patient.about),
        history=say(f"{PATIENT}history", patient.history),
        seeks=say(f"{PATIENT}seeks", patient.seeks),
        lines=MappingProxyType(
            {state: _moment(say, f"{PATIENT}lines/{state}", moment) for state, moment in patient.lines.items()}
        ),
        goodbyes=MappingProxyType(
            {
                kind: tuple(_wording(say, f"{PATIENT}goodbyes/{kind}/{one.id}", one) for one in wordings)
                for kind, wordings in patient.goodbyes.items()
            }
        ),
        grid=_differences(say, patient.grid),
    )


def _reasons(say: Say, grid: ReactionGrid) -> ReactionGrid:
    """The reasons that every move has, which stand in the file of the graph."""
    reasons = {
        move: MoveReasons(*(say(f"{REACTIONS}moves/{move}/because/{way}", getattr(why, way)) for way in _WAYS))
        for move, why in grid.reasons.items()
    }
    return replace(grid, reasons=MappingProxyType(reasons))


def _differences(say: Say, grid: ReactionGrid) -> ReactionGrid:
    """The reasons of the cells in which a person differs, which stand in the file of the person."""
    cells = {
        (move, state): replace(cell, because=say(f"{PATIENT}reactions/change/{move}/{state}/because", cell.because))
        if cell.because
        else cell
        for (move, state), cell in grid.cells.items()
    }
    return replace(grid, cells=MappingProxyType(cells))


def _moment(say: Say, address: str, moment: Moment) -> Moment:
    return replace(
        moment,
        wordings=tuple(_wording(say, f"{address}/wordings/{one.id}", one) for one in moment.wordings),
        responses=tuple(_response(say, f"{address}/responses/{one.id}", one) for one in moment.responses),
        afterwards=say(f"{address}/afterwards", moment.afterwards),
        silent_because=say(f"{address}/silence/because", moment.silent_because),
    )


def _wording(say: Say, address: str, wording: Wording) -> Wording:
    return replace(
        wording,
        patient=say(f"{address}/patient", wording.patient),
        shows=_each(say, f"{address}/shows", wording.shows),
        thinks=say(f"{address}/thinks", wording.thinks),
        opens=tuple((after, say(f"{address}/opens/{after}", words)) for after, words in wording.opens),
    )


def _response(say: Say, address: str, response: Response) -> Response:
    return replace(
        response,
        say=say(f"{address}/say", response.say),
        source=response.in_source,
        debrief=say(f"{address}/debrief", response.debrief),
        because=say(f"{address}/because", response.because),
        others=tuple(replace(one, say=say(f"{address}/wordings/{one.id}", one.say)) for one in response.others),
    )

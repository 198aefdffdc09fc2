"""Every word of a scenario by its address, and the scenario told in other words: what a translation needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from types import MappingProxyType
from typing import Final, TypeAlias

from simulator.scenario.document import Moment, OpeningLine, Patient, Response, Scenario, Wording

PATIENT: Final = "patient/"
"""Addresses of the patient's own words begin so; in a patient file of its own they stand without it."""

Say: TypeAlias = Callable[[str, str], str]
"""From an address and the words there to the words that are told; empty words have no address."""

_HASH_LETTERS: Final = 8


def hash_of(words: str) -> str:
    """By what a translation knows that the words are still those that were translated."""
    return sha256(words.encode()).hexdigest()[:_HASH_LETTERS]


def words_of(scenario: Scenario) -> Mapping[str, str]:
    """All words of a scenario by their addresses, in their order."""
    found: dict[str, str] = {}

    def note(address: str, words: str) -> str:
        found[address] = words
        return words

    told(scenario, note)
    return MappingProxyType(found)


def words_of_patient(patient: Patient) -> Mapping[str, str]:
    """All words of a patient by their addresses in a file of its own."""
    found: dict[str, str] = {}

    def note(address: str, words: str) -> str:
        found[address.removeprefix(PATIENT)] = words
        return words

    _patient(_of_words(note), patient)
    return MappingProxyType(found)


def told(scenario: Scenario, say: Say) -> Scenario:
    """The scenario in the words that ``say`` gives; what happens in it stays as it is."""
    say = _of_words(say)
    return replace(
        scenario,
        title=say("title", scenario.title),
        about=say("about", scenario.about),
        skill=say("skill", scenario.skill),
        objectives=_each(say, "objectives", scenario.objectives),
        content_notes=_each(say, "content-notes", scenario.content_notes),
        opening=tuple(_opening(say, f"opening/{n}", line) for n, line in enumerate(scenario.opening, 1)),
        patient=_patient(say, scenario.patient),
        moments=MappingProxyType({id_: _moment(say, f"moments/{id_}", m) for id_, m in scenario.moments.items()}),
    )


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
    )


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

"""What choices say of skill, as bytes: how likely each answer is at the places of a scenario that were met, and nothing of who met them.

Kept are places, each once and in an order that says nothing, with how likely a learner of every skill takes each answer there,
and how likely the half-way learner comes to each moment. Which answer was taken stands in the conversations.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from simulator.analysis.choice_evidence import LAPSE, SKILLS, ChoiceEvidence, Numbers, column_of
from simulator.analysis.numbers_archive import NO_NUMBERS, arrays_in, as_archive
from simulator.analysis.options import moments_in
from simulator.session.place import Place
from simulator.session.script import Script
from simulator.session.transcript import Exchange, Transcript

PlaceKey: TypeAlias = bytes
"""A digest of a place; the same for all that can happen from there on."""

_FORMAT: Final = f"attune/evidence/1/{LAPSE}/{SKILLS[0]}/{SKILLS[-1]}"
_DIGEST_BYTES: Final = 32
_ROUNDING: Final = 1e-6
_MEMBERS: Final = ("places", "chances", "prices", "moments", "reach")


@dataclass(frozen=True, slots=True)
class PlaceFigures:
    """``chances`` has a row for each skill of ``SKILLS`` and a column for each possible choice, ``prices`` only the columns."""

    chances: Numbers
    prices: Numbers


@dataclass(frozen=True, slots=True)
class KnownPlaces:
    """The places of a scenario at a level that were worked out, and how likely the half-way learner comes to each moment."""

    places: Mapping[PlaceKey, PlaceFigures]
    reach: Mapping[str, float]

    def evidence(self, script: Script, transcripts: Sequence[Transcript]) -> tuple[ChoiceEvidence, ...] | None:
        """What the choices of these conversations say; ``None`` where one of their places is not among those known."""
        met = [[(_key(place), exchange) for place, exchange in _choices(one)] for one in transcripts]
        if any(key not in self.places for some in met for key, _ in some):
            return None
        return tuple(self._evidence(script, some) for some in met)

    def _evidence(self, script: Script, met: Sequence[tuple[PlaceKey, Exchange]]) -> ChoiceEvidence:
        figures, columns = [self.places[key] for key, _ in met], _columns(script)
        scenario = script.scenario
        return ChoiceEvidence(
            scenario.id,
            scenario.patient.id,
            np.array([one.chances for one in figures]).reshape(-1, len(SKILLS), columns),
            np.array([column_of(exchange) for _, exchange in met], dtype=np.int64),
            np.array([one.prices for one in figures]).reshape(-1, columns),
        )

    def with_more(self, transcripts: Sequence[Transcript], told: Sequence[ChoiceEvidence]) -> KnownPlaces:
        """With the places of some conversations, of which it was worked out what their choices say."""
        more = {
            _key(place): PlaceFigures(chances, prices)
            for transcript, one in zip(transcripts, told, strict=True)
            for (place, _), chances, prices in zip(_choices(transcript), one.chances, one.prices, strict=True)
        }
        return KnownPlaces({**self.places, **more}, self.reach)


def packed(known: KnownPlaces) -> bytes:
    """The figures, to be read by ``unpacked``; the same bytes for the same figures."""
    keys = sorted(known.places)
    figures = [known.places[key] for key in keys]
    moments = sorted(known.reach)
    arrays = {
        "format": np.array(_FORMAT),
        "places": np.frombuffer(b"".join(keys), dtype=np.uint8).reshape(-1, _DIGEST_BYTES),
        "chances": np.array([one.chances for one in figures]),
        "prices": np.array([one.prices for one in figures]),
        "moments": np.array(moments, dtype=np.str_),
        "reach": np.array([known.reach[moment] for moment in moments]),
    }
    return as_archive(arrays)


def unpacked(script: Script, data: bytes) -> KnownPlaces | None:
    """The figures of a script that are in the bytes; ``None`` if something else is in them."""
    try:
        arrays = arrays_in(data)
        places, chances, prices, moments, reached = (arrays[name] for name in _MEMBERS)
        count, columns = len(places), _columns(script)
    except (*NO_NUMBERS, TypeError):
        return None
    shapes = (places.shape, chances.shape, prices.shape)
    if str(arrays.get("format")) != _FORMAT or shapes != (
        (count, _DIGEST_BYTES),
        (count, len(SKILLS), columns),
        (count, columns),
    ):
        return None
    if not _holds(chances, prices) or moments.ndim != 1 or moments.shape != reached.shape:
        return None
    reach = {str(moment): float(chance) for moment, chance in zip(moments, reached, strict=True)}
    if reach.keys() != {moment.id for moment in moments_in(script)}:
        return None
    found = zip(places, chances, prices, strict=True)
    return KnownPlaces({key.tobytes(): PlaceFigures(some, cost) for key, some, cost in found}, reach)


def _holds(chances: NDArray[Any], prices: NDArray[Any]) -> bool:
    """Whether these are chances and prices of a place: no chance is negative, they come to one, and the best answer costs nothing."""
    if {chances.dtype, prices.dtype} != {np.dtype(np.float64)}:
        return False
    whole = np.abs(chances.sum(axis=2) - 1) < _ROUNDING
    best_costs_nothing = prices.min(axis=1, initial=np.inf) == 0
    return bool(whole.all() and (chances >= 0).all() and (prices >= 0).all() and best_costs_nothing.all())


def _columns(script: Script) -> int:
    """Staying silent, and as many answers as any moment has."""
    return 1 + max(len(moment.responses) for moment in moments_in(script))


def _choices(transcript: Transcript) -> Iterator[tuple[Place, Exchange]]:
    """The choices of a conversation that was played by the rules of today, each with the place where it was made."""
    for exchange in transcript.exchanges:
        if exchange.place is not None:
            yield exchange.place, exchange


def _key(place: Place) -> PlaceKey:
    told = f"{place.moment.id}\n{place.turn}\n{place.remembered}\n{tuple(place.patient)!r}"
    return sha256(told.encode()).digest()

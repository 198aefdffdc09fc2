"""Moments that are told in one wording, as tests write most of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from simulator.alliance.reactions import Family, ReactionState
from simulator.scenario.document import Moment, Response, Silence, SilenceKind, Wording

TWENTY_SECONDS = Silence(SilenceKind.DISENGAGED, 20)


def one_moment(
    name: str, reaction: ReactionState | Family, patient: str = "", *responses: Response, **keys: Any
) -> Moment:
    """A moment in one wording; further keys are those of the moment or of the wording."""
    words = {key: keys.pop(key) for key in _WORDS & keys.keys()}
    return Moment(name, reaction, (Wording(patient=patient, **words),), responses or keys.pop("responses", ()), **keys)


def retold(moment: Moment, **words: Any) -> Moment:
    """A moment whose first wording is another."""
    return replace(moment, wordings=(replace(moment.first, **words), *moment.wordings[1:]))


def changed(moment: Moment, **keys: Any) -> Moment:
    """A moment with other keys, of its own or of its first wording."""
    words = {key: keys.pop(key) for key in _WORDS & keys.keys()}
    return replace(retold(moment, **words) if words else moment, **keys)


_WORDS = frozenset(Wording.__dataclass_fields__) - frozenset(Moment.__dataclass_fields__)

"""What a trainee can do while a session goes on; once it is done and answered, it is an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from simulator.session.vocabulary import Tag


@dataclass(frozen=True, slots=True)
class GiveTag:
    """Say what the patient just did, before answering it."""

    tag: Tag


@dataclass(frozen=True, slots=True)
class Choose:
    """Say a response, by its id."""

    response: str


@dataclass(frozen=True, slots=True)
class StaySilent:
    """Stay with the silence; ``ran_out`` tells that the patient ended it because its time was over."""

    ran_out: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """End the session before it comes to its own end."""


Action: TypeAlias = GiveTag | Choose | StaySilent | Stop

"""A session: the events of a trainee's practice, the engine that folds them, the transcript they give."""

from simulator.session.engine import Session, Standing, apply
from simulator.session.errors import ServiceError
from simulator.session.events import (
    Action,
    Chose,
    Mode,
    SessionEvent,
    Started,
    StayedSilent,
    Stopped,
    Tag,
    Tagged,
)
from simulator.session.script import SILENT, Place, Script, Step
from simulator.session.store import (
    SessionHeader,
    SessionId,
    SessionStore,
    StoredSession,
    StoreError,
    StoreInUse,
)
from simulator.session.transcript import Closing, Exchange, Transcript

__all__ = [
    "SILENT",
    "Action",
    "Chose",
    "Closing",
    "Exchange",
    "Mode",
    "Place",
    "Script",
    "ServiceError",
    "Session",
    "SessionEvent",
    "SessionHeader",
    "SessionId",
    "SessionStore",
    "Standing",
    "Started",
    "StayedSilent",
    "Step",
    "Stopped",
    "StoreError",
    "StoreInUse",
    "StoredSession",
    "Tag",
    "Tagged",
    "Transcript",
    "apply",
]

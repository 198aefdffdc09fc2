"""A session: the events of a trainee's practice, the engine that folds them, the transcript they give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.session.engine import Session, apply
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
    from simulator.session.script import SILENT, Place, Script, Standing, Step
    from simulator.session.store import (
        SessionHeader,
        SessionId,
        SessionStore,
        StoredSession,
        StoreError,
        StoreInUse,
    )
    from simulator.session.transcript import Closing, Exchange, Transcript
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "engine": "Session apply",
            "errors": "ServiceError",
            "events": "Action Chose Mode SessionEvent Started StayedSilent Stopped Tag Tagged",
            "script": "SILENT Place Script Standing Step",
            "store": "SessionHeader SessionId SessionStore StoredSession StoreError StoreInUse",
            "transcript": "Closing Exchange Transcript",
        },
    )

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

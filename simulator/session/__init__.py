"""A session: what happened in it, the engine that plays it, the transcript it gives, the face of its store."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.late import names_on_demand

if TYPE_CHECKING:
    from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
    from simulator.session.edition import EDITION, FIRST_EDITION, RULES
    from simulator.session.engine import Considered, Session, start
    from simulator.session.errors import ServiceError, StoreDamaged, StoreError, StoreInUse
    from simulator.session.events import (
        NOT_RECORDED,
        Chose,
        Ended,
        Next,
        Offer,
        Origin,
        Outcome,
        SessionEvent,
        Started,
        StayedSilent,
        Stopped,
        Tagged,
        Timing,
        Unfamiliar,
    )
    from simulator.session.ids import PersonId, SessionId
    from simulator.session.place import Place
    from simulator.session.record import recorded
    from simulator.session.remarks import AboutItem, AboutSession, Remark, RemarkId, RemarkKind, Role
    from simulator.session.script import SILENT, Script, Standing, Step
    from simulator.session.store import (
        INTERRUPTED,
        OPEN,
        STOPPED,
        Cursor,
        Fault,
        Listing,
        MeasureKey,
        Measures,
        Person,
        SessionFilter,
        SessionHeader,
        SessionOrder,
        SessionStore,
        StoredSession,
        Totals,
    )
    from simulator.session.transcript import Closing, Exchange, Transcript
    from simulator.session.vocabulary import By, Met, Mode, Tag
else:
    __getattr__ = names_on_demand(
        __name__,
        {
            "actions": "Action Choose GiveTag StaySilent Stop",
            "edition": "EDITION FIRST_EDITION RULES",
            "engine": "Considered Session start",
            "vocabulary": "By Met Mode Tag",
            "errors": "ServiceError StoreDamaged StoreError StoreInUse",
            "ids": "PersonId SessionId",
            "events": (
                "NOT_RECORDED Chose Ended Next Offer Origin Outcome "
                "SessionEvent Started StayedSilent Stopped Tagged Timing Unfamiliar"
            ),
            "record": "recorded",
            "remarks": "AboutItem AboutSession Remark RemarkId RemarkKind Role",
            "place": "Place",
            "script": "SILENT Script Standing Step",
            "store": (
                "INTERRUPTED NO_MEASURES OPEN STOPPED Cursor Fault Listing MeasureKey Measures Person SessionFilter "
                "SessionHeader SessionOrder SessionStore StoredSession "
                "Totals"
            ),
            "transcript": "Closing Exchange Transcript",
        },
    )

__all__ = [
    "EDITION",
    "FIRST_EDITION",
    "INTERRUPTED",
    "NOT_RECORDED",
    "OPEN",
    "RULES",
    "SILENT",
    "STOPPED",
    "AboutItem",
    "AboutSession",
    "Action",
    "By",
    "Choose",
    "Chose",
    "Closing",
    "Considered",
    "Cursor",
    "Ended",
    "Exchange",
    "Fault",
    "GiveTag",
    "Listing",
    "MeasureKey",
    "Measures",
    "Met",
    "Mode",
    "Next",
    "Offer",
    "Origin",
    "Outcome",
    "Person",
    "PersonId",
    "Place",
    "Remark",
    "RemarkId",
    "RemarkKind",
    "Role",
    "Script",
    "ServiceError",
    "Session",
    "SessionEvent",
    "SessionFilter",
    "SessionHeader",
    "SessionId",
    "SessionOrder",
    "SessionStore",
    "Standing",
    "Started",
    "StaySilent",
    "StayedSilent",
    "Step",
    "Stop",
    "Stopped",
    "StoreDamaged",
    "StoreError",
    "StoreInUse",
    "StoredSession",
    "Tag",
    "Tagged",
    "Timing",
    "Totals",
    "Transcript",
    "Unfamiliar",
    "recorded",
    "start",
]

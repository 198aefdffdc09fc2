"""What a session can come to."""

from __future__ import annotations

from simulator.alliance.codes import Code


class Verdict(Code):
    """What a session came to."""

    REPAIRED = "repaired"
    PARTLY = "partly"
    UNRESOLVED = "unresolved"
    QUIET_DROP_OUT = "quiet-drop-out"
    LEFT = "left"
    TRANSFER = "transfer"

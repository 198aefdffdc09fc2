"""The small closed vocabularies of a session: its mode, what was seen, who did it, what had been met before."""

from __future__ import annotations

from simulator.alliance.codes import Code


class Mode(Code):
    """How much help a session gives: gauges and reasons in Learn; none, and the tag first, in Practise and Assess.

    Assess is one sitting besides: whoever leaves it has ended it.
    """

    LEARN = "learn"
    PRACTISE = "practise"
    ASSESS = "assess"


class Tag(Code):
    """What the trainee says to have just seen; nothing is an answer too."""

    NOTHING = "nothing"
    WITHDRAWAL = "withdrawal"
    DEFERENCE = "deference"
    CONFRONTATION = "confrontation"
    OPENED_UP = "opened-up"


class By(Code):
    """Who did something."""

    TRAINEE = "trainee"
    PROGRAM = "program"


class Met(Code):
    """What a person had met of a scenario before a session began."""

    SESSION = "session"
    DEBRIEFING = "debriefing"
    PROOF = "proof"
    GROUP = "group"

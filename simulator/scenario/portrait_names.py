"""The portraits that a patient file can name: the faces that the program can draw."""

from __future__ import annotations

from typing import Final

from simulator.alliance.codes import Code


class Portrait(Code):
    """A face of ``assets/portraits``: first those that belong to nobody, from the youngest on, then those of the shipped patients.

    ``default`` is drawn where nothing else is known.
    """

    DEFAULT = "default"
    SHORT_CURLS = "short-curls"
    LONG_HAIR = "long-hair"
    HAIR_KNOT = "hair-knot"
    BALD_HEAD = "bald-head"
    GREY_BEARD = "grey-beard"
    WHITE_HAIR = "white-hair"
    INES_CARVALHO = "ines-carvalho"
    DANIEL_OSEI = "daniel-osei"
    RUTH_ADLER = "ruth-adler"


OF_PATIENTS: Final = frozenset({Portrait.INES_CARVALHO, Portrait.DANIEL_OSEI, Portrait.RUTH_ADLER})
"""The faces by which a shipped patient is known; whoever else has one looks like that patient."""

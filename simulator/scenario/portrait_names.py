"""The portraits that a patient file can name: the faces that the program can draw."""

from __future__ import annotations

from simulator.alliance.codes import Code


class Portrait(Code):
    """A face of ``assets/portraits``; ``default`` is nobody in particular."""

    DANIEL_OSEI = "daniel-osei"
    DEFAULT = "default"
    INES_CARVALHO = "ines-carvalho"
    RUTH_ADLER = "ruth-adler"

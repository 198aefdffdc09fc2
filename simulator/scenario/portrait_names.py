"""The portraits that a patient file can name: the faces that the program can draw."""

from __future__ import annotations

from typing import Final

PORTRAITS: Final = ("daniel-osei", "default", "ines-carvalho", "ruth-adler")
"""One for each face of ``assets/portraits``; ``default`` is nobody in particular."""

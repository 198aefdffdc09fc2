"""The ids of sessions and people: light, because every list and page names them."""

from __future__ import annotations

from typing import NewType

SessionId = NewType("SessionId", str)
"""A UUID, so that sessions of different machines never meet under one id."""

PersonId = NewType("PersonId", str)
"""A UUID that stands for a person in every log; the name stands beside, where it can change and be erased."""

"""A desk for the tests of what is done at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.desks import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Kim's desk, with nothing played yet."""
    return Desk(tmp_path)

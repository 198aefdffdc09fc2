"""Which cases of a test are tried at every change, and which only where everything is: the quick tests of a folder take less than a minute."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet


def quick_and_slow(quick: Iterable[object], slow: Iterable[object]) -> list[ParameterSet]:
    """The cases of a test, the second of them marked ``slow``."""
    return [*map(pytest.param, quick), *(pytest.param(case, marks=pytest.mark.slow) for case in slow)]

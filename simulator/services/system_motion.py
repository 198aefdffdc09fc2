"""Whether a person told their system that things should move less. Qt does not know, so the system itself is asked."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from simulator.operating_system import THIS_SYSTEM, OperatingSystem

_ASK: Final[Mapping[str, tuple[Sequence[str], str]]] = MappingProxyType(
    {
        "linux": (("gsettings", "get", "org.gnome.desktop.interface", "enable-animations"), "false"),
        "darwin": (("defaults", "read", "com.apple.universalaccess", "reduceMotion"), "1"),
    }
)
"""For a system: what asks it, and its answer where less motion is wished."""

_CLIENT_AREA_ANIMATION: Final = 0x1042
"""The parameter of Windows behind its setting “Show animation effects”."""

_PATIENCE_S: Final = 2.0


def wishes_less_motion(
    platform: str = sys.platform,
    ways: Mapping[str, tuple[Sequence[str], str]] = _ASK,
    patience_s: float = _PATIENCE_S,
    system: OperatingSystem = THIS_SYSTEM,
) -> bool:
    """What the system answers; where it cannot be asked, or does not answer in time, nothing is wished. May take seconds."""
    if platform == "win32":
        return _windows_moves_less(system)
    if platform not in ways:
        return False
    asking, yes = ways[platform]
    try:
        told = system.answer_of(asking, patience_s)
    except OSError:
        return False
    return told.decode("ascii", "replace").strip() == yes


def _windows_moves_less(system: OperatingSystem) -> bool:
    try:
        return not system.switch(_CLIENT_AREA_ANIMATION)
    except OSError:
        return False

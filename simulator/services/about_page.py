"""The page about the program, completed by what is installed here."""

from __future__ import annotations

import platform
from typing import Final

from simulator import __version__
from simulator.services.notices import notices

_VERSION: Final = "VERSION"
_NOTICES: Final = "NOTICES"


def with_versions(page: str) -> str:
    """The page (Markdown) with today's versions for ``VERSION`` and a table of what is brought along for ``NOTICES``."""
    rows = "\n".join(f"| {one.name} | {one.version} | {one.licence} |" for one in notices())
    version = f"{__version__} (Python {platform.python_version()})"
    return page.replace(_VERSION, version).replace(_NOTICES, rows)

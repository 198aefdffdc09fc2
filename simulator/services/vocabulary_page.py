"""The page of words as who practises reads it."""

from __future__ import annotations

import re
from typing import Final

_CODE: Final = re.compile(r"^- \*\*`[^`]+`\*\* ([^.]+\.)", re.MULTILINE)


def for_reading(page: str) -> str:
    """The page of words without the codes that stand in scenario files: for whoever does not write any."""
    return _CODE.sub(r"- **\1**", page)

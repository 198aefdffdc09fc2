"""The page of words, read back: what a term on the screen means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

PAGE: Final = "vocabulary.md"
_ENTRY: Final = re.compile(r"- \*\*`([^`]+)`\*\* (.*)")


_CODE: Final = re.compile(r"^- \*\*`[^`]+`\*\* ([^.]+\.)", re.MULTILINE)


def for_reading(page: str) -> str:
    """The page of words without the codes that stand in scenario files: for whoever does not write any."""
    return _CODE.sub(r"- **\1**", page)


class Vocabulary:
    """What each term means, by its code; without the page every term is left to itself."""

    def __init__(self, help_folder: Path) -> None:
        self._meanings = _read(help_folder / PAGE)

    def meaning(self, code: str) -> str:
        """The term with its explanation as it stands on the page, or nothing."""
        return self._meanings.get(str(code), "")


def _read(page: Path) -> Mapping[str, str]:
    try:
        lines = page.read_text("utf-8").splitlines()
    except OSError:
        return MappingProxyType({})
    return MappingProxyType({found[1]: found[2] for line in lines if (found := _ENTRY.fullmatch(line))})

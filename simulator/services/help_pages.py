"""The help pages of the diagnostics as values: what a fault means, and an example of it, wrong and mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from simulator.scenario.diagnostics import DIAGNOSTICS

_EXAMPLE: Final = "\nWrong:\n"
_MENDED: Final = "\nMended:\n"
_CODE: Final = re.compile(r"```[a-z]*\n(.*?)\n```", re.DOTALL)
_QUOTED: Final = re.compile(r"`([^`]*)`")


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What a kind of fault means; ``wrong`` and ``mended`` are lines of a scenario file, empty where there are none."""

    title: str
    paragraphs: tuple[str, ...] = ()
    wrong: str = ""
    mended: str = ""


def help_page(folder: Path, code: str) -> HelpPage:
    """The page of a code; only its title where the page is missing."""
    title = DIAGNOSTICS[code].title if code in DIAGNOSTICS else code
    try:
        text = (folder / f"{code}.md").read_text("utf-8")
    except OSError:
        return HelpPage(title)
    told, _, example = text.partition(_EXAMPLE)
    wrong, _, mended = example.partition(_MENDED)
    paragraphs = (_plain(block) for block in told.split("\n\n") if not block.startswith("#"))
    return HelpPage(title, tuple(filter(None, paragraphs)), _code(wrong), _code(mended))


def _plain(block: str) -> str:
    """A paragraph on one line, with what is written in a file in quotation marks."""
    return _QUOTED.sub(r"“\1”", " ".join(block.split()))


def _code(block: str) -> str:
    found = _CODE.search(block)
    return found[1] if found else ""

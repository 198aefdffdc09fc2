"""Colours the text of a scenario: keys, ids, words of the language and remarks, so that what is said stands out."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from simulator.scenario.key_tables import PATIENT, REACTIONS, SCENARIO
from simulator.scenario.kind_at import keys_below
from simulator.ui.look import Look

_KEY: Final = re.compile(r"([\w/-]+|\"[^\"]*\"|'[^']*')(?=:(?:\s|$))")
_REMARK: Final = re.compile(r"(?:^|\s)(#.*)$")
_KNOWN: Final = keys_below(SCENARIO) | keys_below(PATIENT) | keys_below(REACTIONS)
_LEAD: Final = re.compile(r"\s*(?:- )?")


class Highlighter(QSyntaxHighlighter):
    """Colours one line at a time, by nothing but what stands in it."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        theme = look.theme
        self._key = _format(theme.accent)
        self._id = _format(theme.ink, bold=True)
        self._remark = _format(theme.quiet_ink, italic=True)

    def highlightBlock(self, text: str) -> None:
        """Colour a line."""
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
        if text[start : start + 1] == "#":
            self.setFormat(start, len(text) - start, self._remark)
            return
        key = _KEY.match(text, start)
        if key is not None:
            self.setFormat(key.start(), key.end() - key.start(), self._key if key[1] in _KNOWN else self._id)
            value = text[key.end() + 1 :].lstrip()
            if value.startswith("{"):
                for inner in _KEY.finditer(text, key.end()):
                    self.setFormat(inner.start(), inner.end() - inner.start(), self._key)
            if "#" in value and value[:1] not in ("'", '"'):
                self._colour_remark(text, key.end())

    def _colour_remark(self, text: str, start: int) -> None:
        remark = _REMARK.search(text, start)
        if remark is not None:
            self.setFormat(remark.start(1), len(text) - remark.start(1), self._remark)


def _format(colour: str, *, bold: bool = False, italic: bool = False) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if bold:
        made.setFontWeight(QFont.Weight.DemiBold)
    made.setFontItalic(italic)
    return made

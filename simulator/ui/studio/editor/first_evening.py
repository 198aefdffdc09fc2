"""The first evening: until somebody wants more, the editor shows people, lines, answers, endings, play and proof."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from simulator.messages.sentences import first_evening as say
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.nodes import Path
from simulator.services.live_proof import place_of

if TYPE_CHECKING:
    from simulator.ui.studio.editor.page import EditorPage

LATER_KEYS: Final[Collection[str]] = frozenset(
    {
        "format",
        "language",
        "when",
        "sets",
        "flags",
        "effects",
        "once",
        "after",
        "again",
        "levels",
        "hooks",
        "opens",
        "beyond-repair",
        "origin",
        "returns",
        "formerly",
    }
)
"""Keys of conditions, flags, of how words are chosen and of the file itself: they are shown once more is wanted."""


_OF_WRITING: Final = ("1", "2")
"""How the codes of faults begin that are about signs and lines, of which a form knows nothing."""


class FirstEvening(QObject):
    """What an editor shows, by whether more is wanted; it is kept for the next time."""

    def __init__(self, page: EditorPage) -> None:
        super().__init__(page)
        self._page = page
        page.more_button.clicked.connect(self._turn)
        self.show()

    @property
    def more(self) -> bool:
        """Whether more is wanted than a first evening needs."""
        return self._page.wishes.more

    def show(self) -> None:
        """Show what is wanted, and nothing else."""
        page, more = self._page, self.more
        page.more_button.setChecked(more)
        page.offer_face(page.text, more)
        page.form.form.leave_out(() if more else LATER_KEYS)
        page.replace_button.setVisible(more)
        if page.shared is not None:
            page.tools_button.setVisible(more)
            if page.shared.lines is not None:
                page.offer_face(page.shared.graph, more)
            return
        page.canvas.finder.met.setVisible(more)
        page.canvas.play.offer_plans(more)

    def place_in_form(self, finding: Diagnostic) -> Path | None:
        """Where something is mended without the text; ``None`` where only the text will do."""
        written = self._page.file.written
        if self.more or finding.code.startswith(_OF_WRITING) or not isinstance(written.root, dict):
            return None
        place = place_of(finding, written)
        return place if place is not None and isinstance(written.node(place), dict) else None

    def _turn(self) -> None:
        page, more = self._page, self._page.more_button.isChecked()
        page.wish(replace(page.wishes, more=more))
        shared = page.shared
        later = (page.text,) if shared is None or shared.lines is None else (page.text, shared.graph)
        if not more and page.shown_face in later:
            page.show_face(page.first_face())
        self.show()
        page.announced.emit(page.look.say((say.MORE_SHOWN if more else say.LESS_SHOWN)()))

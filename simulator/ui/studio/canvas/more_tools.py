"""Bars of one row each: where one has no room for all, what is needed less often folds behind a button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from simulator.messages.sentences import canvas as say
from simulator.ui.look import Look
from simulator.ui.widgets.buttons import Button
from simulator.ui.widgets.flow import Flow
from simulator.ui.widgets.layouts import inside


class MoreTools(Button):
    """Stands at the end of the first bar; it is there only where something had to be folded."""

    def __init__(self, look: Look) -> None:
        super().__init__(look.say(say.MORE_TOOLS()), "plain", hint=look.say(say.MORE_TOOLS_HINT()))
        self.setProperty("kind", "segment")
        self.setCheckable(True)
        self._bars: list[tuple[Flow, Sequence[QWidget]]] = []
        self._left_out: set[QWidget] = set()
        self._room = 0
        self.toggled.connect(lambda _on: self._arrange())

    def add_bar(self, bar: Flow, rare: Sequence[QWidget]) -> None:
        """A bar, and what of it is needed less often."""
        self._bars.append((bar, rare))

    def leave_out(self, tool: QWidget, left_out: bool) -> None:
        """Offer one of the tools, or leave it out however much room there is."""
        (self._left_out.add if left_out else self._left_out.discard)(tool)
        self._arrange()

    def fit(self, width: int) -> None:
        """There is so much room for each bar."""
        self._room = width
        self._arrange()

    def _arrange(self) -> None:
        folded = any(self._needed(bar) > self._room for bar, _ in self._bars)
        self.setVisible(folded)
        for _, rare in self._bars:
            for tool in rare:
                tool.setVisible(tool not in self._left_out and (not folded or self.isChecked()))

    def _needed(self, bar: Flow) -> int:
        """How wide a bar is with everything in one row."""
        tools = [part for part in inside(bar.items) if isinstance(part, QWidget)]
        widths = [tool.sizeHint().width() for tool in tools if tool not in self._left_out and tool is not self]
        return sum(widths) + bar.items.gap * (len(widths) - 1)

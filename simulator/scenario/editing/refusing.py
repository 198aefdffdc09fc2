"""What comes of planning an edit: the edits and what they must read as, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.messages.message import Message
from simulator.scenario.nodes import Node
from simulator.scenario.source_text import Edit


@dataclass(frozen=True, slots=True)
class Planned:
    """Edits of a text, and the nodes that the text must have afterwards."""

    edits: list[Edit]
    wanted: Node


class EditRefused(Exception):
    """An edit that is not made; ``message`` says why. Nothing was changed."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)

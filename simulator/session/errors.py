"""What a person asked for and cannot have, as a message to show."""

from __future__ import annotations

from simulator.messages.message import Message


class ServiceError(Exception):
    """An impossible request; its message is for the person who made it. Nothing was changed."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


class StoreError(ServiceError):
    """The store cannot do what was asked; the message says why and what can be done."""


class StoreInUse(StoreError):
    """Another program has this data folder open, or is working on it."""


class StoreDamaged(StoreError):
    """What is stored cannot be read as it was stored."""

"""What a person asked for and cannot have, as a sentence to show."""

from __future__ import annotations


class ServiceError(Exception):
    """An impossible request; its text is a sentence for the person who made it. Nothing was changed."""

"""Every sentence that a person reads, by id, and its rendering in the reader's language. Imports nothing of ours."""

from simulator.messages.message import ENGLISH, Catalogue, Day, Listed, Message, Sentence, Size, Value, When

__all__ = ["ENGLISH", "Catalogue", "Day", "Listed", "Message", "Sentence", "Size", "Value", "When"]

"""Whether a scenario is a draft or published, with the answers that were given: a block of the text beside its file."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from typing import Final

_BLOCK: Final = "review"
_STATE: Final = "state"
_DRAFT: Final = "draft"
_PUBLISHED: Final = "published"


@dataclass(frozen=True, slots=True)
class Answers:
    """What was answered when a scenario was published.

    ``by`` is who published it, ``readers`` who has read it. ``risk`` says whether anything hints at risk; then ``protocol``
    names the part in which it is looked after, and ``second`` the other person who answers for it.
    """

    by: str = ""
    readers: str = ""
    notes: str = ""
    anyone: str = ""
    risk: str = ""
    protocol: str = ""
    second: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """The record beside a scenario: a draft, or published as it was on a day, with the hash of its story."""

    published: bool = False
    story: str = ""
    on: str = ""
    answers: Answers = Answers()


DRAFT: Final = Review()
"""What a scenario begins as that was made by *New scenario*."""


def review_in(text: str) -> Review | None:
    """The record in the text beside a scenario; nothing where there is none. What cannot be read counts as a draft."""
    if _BLOCK not in text:
        return None  # and nothing has to be loaded to know it
    from simulator.scenario.loading import load

    root = load("", text.encode("utf-8", "replace")).root
    block = root.get(_BLOCK) if isinstance(root, dict) else None
    if block is None:
        return None
    values = {key: value for key, value in block.items() if isinstance(value, str)} if isinstance(block, dict) else {}
    answers = Answers(**{field.name: values.get(field.name, "") for field in fields(Answers)})
    published = values.get(_STATE) == _PUBLISHED
    return Review(published, values.get("story", ""), values.get("on", ""), answers)


def with_review(text: str, review: Review) -> str:
    """The text beside a scenario with another record in it; everything else in it stays as it is."""
    from simulator.scenario.canvas_sidecar import with_block

    values = {_STATE: _PUBLISHED if review.published else _DRAFT}
    if review.published:
        values |= {"story": review.story, "on": review.on}
        values |= {field.name: getattr(review.answers, field.name) for field in fields(Answers)}
    lines = [f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value]
    return with_block(text, _BLOCK, "".join([f"{_BLOCK}:\n", *lines]))

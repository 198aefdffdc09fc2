"""The examples of faulty scenarios, as texts to put into a library."""

from __future__ import annotations

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "bad"


def bad(code: str, title: str = "The concert") -> dict[str, str]:
    """The example that breaks a rule, by the name of its file; under another title, to be told from the others."""
    (path,) = FOLDER.glob(f"d{code}-*.yaml")
    return {path.name: path.read_text("utf-8").replace("title: The concert", f"title: {title}")}

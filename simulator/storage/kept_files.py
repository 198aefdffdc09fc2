"""Files that the program keeps in the data folder beside the store."""

from __future__ import annotations

from pathlib import Path

from simulator.messages.message import Sentence
from simulator.session.errors import StoreError
from simulator.storage.files import replace_file
from simulator.storage.private_files import PRIVATE_FOLDER


def keep_file(path: Path, content: bytes, not_kept: Sentence) -> None:
    """Write a file whole, in a folder that only its user may look into.

    Raises ``StoreError`` in the words of ``not_kept`` (``path``, ``reason``), with the old content in place.
    """
    try:
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        replace_file(path, content)
    except OSError as fault:
        raise StoreError(not_kept(path=str(path), reason=fault.strerror or "")) from fault

"""What the commands say that write a scenario as one file and unpack one."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

WRITTEN: Final = Sentence("exporting/written", "Written: {path}")
UNPACKED: Final = Sentence("exporting/unpacked", "“{title}” is now at {path}")
NOT_EMPTY: Final = Sentence(
    "exporting/not-empty", "{path} is there already. Name a new folder, so that nothing is written over."
)
NO_FOLDER: Final = Sentence("exporting/no-folder", "Nothing can be written to {path}: {reason}.")
ONE_SCENARIO: Final = Sentence(
    "exporting/one-scenario", "Name one scenario to write; a person’s conversations are tables."
)

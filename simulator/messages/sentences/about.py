"""What the program says of itself to whoever looks after the computer."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

VERSION: Final = Sentence("about/version", "Attune {version}, on Python {python} ({system})")
LICENCE: Final = Sentence(
    "about/licence", "Program and scenarios: Apache License 2.0. The typefaces have the SIL Open Font License 1.1."
)
DATA_FOLDER: Final = Sentence("about/data-folder", "Conversations and settings: {folder}")
LOG: Final = Sentence("about/log", "Log, without personal data: {file}")
PROGRAM_FILES: Final = Sentence("about/program-files", "Pictures and help: {assets}; scenarios: {scenarios}")
BROUGHT: Final = Sentence("about/brought", "Attune builds on these, as they are installed here:", note="Heads a list.")
NOTICES_OPTION: Final = Sentence("about/notices-option", "print the third-party licences in full")

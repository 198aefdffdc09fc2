"""What is said where the program cannot be started as it was asked for."""

from __future__ import annotations

from typing import Final

from simulator.messages.message import Sentence

_PLAY: Final = "“play” is the command, as it is typed in a terminal, that plays a scenario without a window."

BAD_PAIR: Final = Sentence(
    "starting/bad-pair",
    "PySide6 6.12 aborts on Python {python}. Please install an older one: {install}, or use Python 3.12 or newer.",
    note="“install” is the command, as it is typed in a terminal, that installs the older one.",
)
NOT_SET_UP: Final = Sentence(
    "starting/not-set-up",
    "The Python package {package}, which Attune needs, is not installed here; in Attune’s own folder, "
    "python3 .ci/set_up.py installs everything, and .venv/bin/python main.py starts the program then.",
)
NO_SCREEN: Final = Sentence(
    "starting/no-screen",
    "There is no screen here on which Attune could open its window; to play in the terminal instead, type: {play}",
    note=_PLAY,
)
SILENT_SCREEN: Final = Sentence(
    "starting/silent-screen",
    "The screen “{screen}”, which {variable} names, cannot be reached, so Attune cannot open its window; "
    "to play in the terminal instead, type: {play}",
    note=_PLAY + " “variable” is the name of an environment variable.",
)
NO_LIBRARY: Final = Sentence(
    "starting/no-library",
    "Attune cannot open its window, because the system library {library} is missing here (in Attune’s own folder, "
    "python3 .ci/set_up.py sees to it); to play in the terminal instead, type: {play}",
    note=_PLAY,
)
NO_QT: Final = Sentence(
    "starting/no-qt",
    "Attune cannot open its window, because PySide6 cannot be loaded here ({reason}); "
    "to play in the terminal instead, type: {play}",
    note=_PLAY + " “reason” comes from the operating system.",
)

# A mistake of the program itself.

WENT_WRONG: Final = Sentence("starting/went-wrong", "Something went wrong in Attune. Your session is kept.")
COPY_REPORT: Final = Sentence(
    "starting/copy-report", "You can copy the report below for whoever looks after Attune, and go on."
)

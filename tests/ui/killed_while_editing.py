"""Lets authors type into a file of their own and kills them: ``python -m tests.ui.killed_while_editing FOLDER KILLS WINDOWS``.

Each author is a fork of this process, which holds no thread and no window, so that a hundred need no more than one start of
Python. An author without a window types on a clock of their own, by which they keep and save as the editor does; one with a
window types into the text of the editor itself, by the clock of the machine.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from simulator.scenario.source_text import Edit
from simulator.services.file_on_disk import KEEP_EVERY_MS, FileOnDisk
from simulator.services.own_scenarios import OwnScenarios
from simulator.ui.look import Look
from simulator.ui.studio.editor.page import EditorPage
from simulator.ui.studio.wishes import StudioWishes
from simulator.ui.theme import load_theme
from tests.scenario.texts import SMALL
from tests.services.test_own_scenarios import NAME, Desk

MOST_LOST_MS = 3_000
_ROUNDS_IN_A_FOLDER = 10


class Lost(AssertionError):
    """Work was lost, or a file is not whole."""


@dataclass
class Author:
    """Somebody at work in another process, and the end of the pipe on which each of their words is told with its time."""

    desk: Desk
    before: str
    pid: int
    told: int

    @classmethod
    def at_work(cls, desk: Desk, work: Callable[[OwnScenarios, FileOnDisk, int], None]) -> Author:
        """Let somebody go on where the last one was killed."""
        own, opened = taken_up(desk)
        before = opened.file.source.text
        told, tell = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(told)
            work(own, opened, tell)
            os._exit(0)
        os.close(tell)
        return cls(desk, before, pid, told)

    def kill(self) -> int:
        """Kill them, and look at what is left: gives how much of the typing is lost, by its time in ms."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        with os.fdopen(self.told) as pipe:
            times = [int(line) for line in pipe.read().split()]
        whole = self.before + "".join(word(number) for number in range(len(times) + 1))
        on_disk = self.desk.file.read_text()
        kept = taken_up(self.desk)[1].file.source.text
        for text in (on_disk, kept):
            if not text.startswith(SMALL) or not whole.startswith(text):
                raise Lost(f"This is not what was typed: {text[-80:]!r}")
        if len(kept) < len(self.before):
            raise Lost("What was kept before is gone.")
        there = kept[len(self.before) :].count("\n")
        return times[-1] - times[there] if there < len(times) else 0


def word(number: int) -> str:
    """What is typed at one time."""
    return f"# {number}\n"


def taken_up(desk: Desk) -> tuple[OwnScenarios, FileOnDisk]:
    """The file as it is opened after a kill, with what was not saved."""
    own = desk.scenarios()
    opened = own.open(desk.own, NAME)
    if opened.offered is not None:
        opened.become_unsaved(opened.offered)
    return own, opened


def without_window(_own: OwnScenarios, opened: FileOnDisk, tell: int) -> None:
    """Type, keep and save until the end, on a clock that goes on with each word."""
    os.write(tell, b"\n")
    chance = random.Random(os.getpid())
    now = since = 0
    for number in range(100_000):
        now += chance.randrange(80, 400)
        os.write(tell, f"{now}\n".encode())
        end = len(opened.file.source.text)
        opened.file.type(Edit(end, end, word(number)))
        since = since or now
        if now - since >= KEEP_EVERY_MS:
            opened.keep_unsaved()
            since = 0
        if chance.random() < 0.05:
            opened.save()


def in_the_window(own: OwnScenarios, opened: FileOnDisk, tell: int) -> None:
    """Type into the text of the editor until the end."""
    app = QApplication(["attune"])
    page = EditorPage(opened, own, Look(load_theme("light"), reduced_motion=True), StudioWishes())
    page.show()
    page.show_text()
    area = page.text.area
    area.moveCursor(QTextCursor.MoveOperation.End)
    os.write(tell, b"\n")
    numbers = iter(range(100_000))

    def type_on() -> None:
        number = next(numbers)
        os.write(tell, f"{time.monotonic_ns() // 1_000_000}\n".encode())
        QTest.keyClicks(area, word(number).strip())
        area.insertPlainText("\n")
        if number % 40 == 39:
            page.save()

    timer = QTimer(page)
    timer.timeout.connect(type_on)
    timer.start(40)
    app.exec()


def kill_without_window(folder: Path, kills: int) -> int:
    """Kill that many authors at any moment; gives the most that one of them has lost, in ms."""
    chance = random.Random(12)
    worst = 0
    for kill in range(kills):
        place = folder / str(kill // _ROUNDS_IN_A_FOLDER)
        place.mkdir(exist_ok=True)
        author = Author.at_work(Desk(place), without_window)
        os.read(author.told, 1)
        time.sleep(chance.uniform(0, 0.06))
        worst = max(worst, author.kill())
    return worst


def kill_in_the_window(folder: Path, windows: int) -> int:
    """Kill that many authors who type side by side, one after the other."""
    authors = []
    for number in range(windows):
        place = folder / f"window-{number}"
        place.mkdir()
        authors.append(Author.at_work(Desk(place), in_the_window))
    for author in authors:
        os.read(author.told, 1)
    worst = 0
    for number, author in enumerate(authors):
        time.sleep(0.7 if number else 3.3)
        worst = max(worst, author.kill())
    return worst


if __name__ == "__main__":
    home, kills, windows = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    worst = max(kill_without_window(home, kills), kill_in_the_window(home, windows))
    print(f"at most {worst} ms lost")
    sys.exit(0 if worst <= MOST_LOST_MS else 1)

"""The frame of the window: the bar above its pages, a place for a tour and the strip for what could not be done below them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from simulator.messages.message import Message
from simulator.messages.sentences import window as say
from simulator.session.errors import ServiceError
from simulator.ui.announcer import Announcer
from simulator.ui.kept_settings import KeptSettings
from simulator.ui.look import Look
from simulator.ui.notice_strip import NoticeStrip
from simulator.ui.widgets.layouts import clear, column
from simulator.ui.window_bar import Desk, WindowBar

_WIDE, _HIGH, _TITLE_BAR = 1280, 800, 40


class WindowFrame(QMainWindow):
    """Stands where it stood when it was last closed, and tells what cannot be done; which pages there are is not its business."""

    told = Signal(object)
    """A ``Message`` about something that could not be done was shown."""

    def __init__(self, kept: KeptSettings) -> None:
        super().__init__()
        self._kept = kept
        kept.setParent(self)
        self.setWindowTitle("Attune")
        # Smaller than any screen, also at a desktop scaling of 200 %: without a number Qt would take that of the widest page.
        self.setMinimumSize(480, 320)
        self.announcer = Announcer(self)
        self.resize(_fitting(self))
        if kept.now.window:
            self.restoreGeometry(QByteArray.fromBase64(kept.now.window.encode()))
        self._pages = QStackedWidget()
        self._in_sample = False

    def _put_up(self, at: Desk) -> WindowBar:
        """Make the frame anew in the look of now, without any page; gives its bar, on which a desk is marked."""
        look = self._kept.dress()
        central = QWidget()
        box = column(central, spacing=0)
        self._top = column(spacing=0)
        box.addLayout(self._top)
        if self._in_sample:
            self._mark_sample()
        bar = self._bar = WindowBar(look, at)
        self.practice_button, self.studio_button, self.review_button = bar.practice, bar.studio, bar.review
        self.help_button, self.settings_button = bar.help, bar.settings
        box.addWidget(bar)
        self._pages = QStackedWidget()
        box.addWidget(self._pages, 1)
        self._tour_place = column(spacing=0)
        box.addLayout(self._tour_place)
        self._notice = NoticeStrip(look)
        box.addWidget(self._notice)
        self.setCentralWidget(central)
        return bar

    @property
    def look(self) -> Look:
        """How things look with the settings of now."""
        return self._kept.look

    @property
    def geometry_now(self) -> str:
        """Where the window stands, as the settings keep it."""
        return bytes(self.saveGeometry().toBase64().data()).decode()

    def tell_message(self, message: Message) -> None:
        """Show a message about something that could not be done."""
        self.told.emit(message)
        self.tell(self.look.say(message))

    def tell(self, sentence: str) -> None:
        """Show a sentence about something that could not be done; it stays until it is put away."""
        self._notice.say(sentence)
        self.announcer.announce(sentence, urgent=True)

    def _refuse(self, refusal: ServiceError) -> None:
        self.tell_message(refusal.message)

    def _show_waiting(self, waiting: bool) -> None:
        """Say that the store takes its time; the sentence goes when the answer comes."""
        sentence = self.look.say(say.STORE_BUSY())
        if waiting:
            self.tell(sentence)
        else:
            self._notice.take_back(sentence)

    def _mark_sample(self) -> None:
        """From now on the window says, whatever it shows, that a sample was made by the program."""
        from simulator.ui.sample_strip import SampleStrip

        self._in_sample = True
        clear(self._top)
        self._top.addWidget(SampleStrip(self.look))

    def _say_place(self, place: Message) -> None:
        """Where one is: in the window's title, and read out."""
        told = self.look.say(place)
        title = self.look.say(say.AT_IN_SAMPLE(place=told) if self._in_sample else say.AT(place=told))
        if title != self.windowTitle():
            self.setWindowTitle(title)
            self.announcer.announce(told)

    def _hold(self, held: bool) -> None:
        """While the store is put back or taken out of, nothing else is begun, and what was told of it, before or meanwhile, is over."""
        self._notice.hide()
        self._bar.setDisabled(held)
        self._pages.setDisabled(held)

    def _show_to_group(self, showing: bool) -> None:
        """While a moment is shown to a group, the screen has nothing else on it."""
        # Late: a start does without the names in ``Qt``.
        from PySide6.QtCore import Qt

        self._bar.setVisible(not showing)
        full = self.windowState() | Qt.WindowState.WindowFullScreen
        self.setWindowState(full if showing else full ^ Qt.WindowState.WindowFullScreen)


def _fitting(window: QMainWindow) -> QSize:
    """The size of a first window: 1280 by 800, or what the screen has room for beside its title bar."""
    screen = window.screen()
    room = screen.availableSize() if screen is not None else QSize(_WIDE, _HIGH)
    return QSize(min(_WIDE, room.width()), min(_HIGH, room.height() - _TITLE_BAR))

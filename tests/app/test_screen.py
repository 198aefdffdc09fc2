"""Whether a window can be shown is known before Qt is asked, and what is in the way is said."""

from __future__ import annotations

import shutil
import socket
import struct
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Thread
from typing import Final

import pytest
from PySide6.QtCore import QLibraryInfo

from simulator.ui.screen import not_loaded, platforms, why_no_window

PLAY: Final = "attune play concert-silence.yaml"
INSTEAD: Final = f"to play in the terminal instead, type: {PLAY}"
PLUGINS: Final = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder with a short name, as the addresses of screens are short."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def wayland(folder: Path) -> Iterator[dict[str, str]]:
    """The surroundings of a session whose screen speaks Wayland."""
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(folder / "screen"))
        listener.listen()
        yield {"WAYLAND_DISPLAY": str(folder / "screen")}


def x_address(listener: socket.socket) -> dict[str, str]:
    """The surroundings that name this screen; its number counts from the first port of X."""
    listener.bind(("127.0.0.1", 0))
    return {"DISPLAY": f"127.0.0.1:{listener.getsockname()[1] - 6000}"}


@pytest.fixture
def x() -> Iterator[dict[str, str]]:
    """The surroundings of a session whose screen speaks X."""
    with socket.socket() as listener:
        named = x_address(listener)
        listener.listen()
        server = Thread(target=take_in_all, args=(listener,))
        server.start()
        yield named
        listener.shutdown(socket.SHUT_RDWR)
        server.join()


def take_in_all(listener: socket.socket) -> None:
    """Answer as an X server does that takes everybody in: version 11.0, and eight words about itself, all zero."""
    with ExitStack() as taken_in, suppress(OSError):
        while True:
            client = taken_in.enter_context(listener.accept()[0])
            client.recv(1024)
            client.sendall(struct.pack("BxHHH32x", 1, 11, 0, 8))


@pytest.fixture
def nobodys_x() -> Iterator[dict[str, str]]:
    """The surroundings of a session whose X is gone."""
    with socket.socket() as silent:
        yield x_address(silent)


@pytest.fixture
def nobodys_wayland(folder: Path) -> dict[str, str]:
    """The surroundings of a session whose Wayland is gone."""
    return {"WAYLAND_DISPLAY": str(folder / "nobody")}


def says(environ: dict[str, str], plugins: Path) -> str | None:
    obstacle = why_no_window(environ, plugins, lambda: PLAY)
    return str(obstacle) if obstacle else None


@pytest.mark.parametrize(
    ("environ", "tried"),
    [
        ({}, ()),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}, ()),
        ({"XDG_SESSION_TYPE": "tty"}, ()),
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"WAYLAND_DISPLAY": "wayland-1"}, ("wayland",)),
        ({"XDG_SESSION_TYPE": "wayland"}, ("wayland",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-1"}, ("wayland", "xcb")),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600;xcb"}, ("vnc", "xcb")),
    ],
)
def test_the_surroundings_name_what_qt_will_try(environ: dict[str, str], tried: tuple[str, ...]) -> None:
    assert platforms(environ) == tried


def test_where_no_screen_is_named_there_is_none(folder: Path) -> None:
    assert says({}, folder) == f"There is no screen here on which Attune could open its window; {INSTEAD}"


def test_who_chose_another_platform_by_hand_knows_why(folder: Path) -> None:
    assert says({"QT_QPA_PLATFORM": "offscreen"}, folder) is None
    assert says({"QT_QPA_PLATFORM": "offscreen:size=1x1;xcb"}, folder) is None


@on_linux
def test_a_screen_that_answers_is_taken(folder: Path, x: dict[str, str], wayland: dict[str, str]) -> None:
    assert says(x, folder) is None
    assert says(wayland, folder) is None


@on_linux
def test_a_screen_where_nobody_listens_is_named(
    folder: Path, nobodys_x: dict[str, str], nobodys_wayland: dict[str, str]
) -> None:
    for environ in (nobodys_x, nobodys_wayland):
        [(variable, screen)] = environ.items()
        assert says(environ, folder) == (
            f"The screen “{screen}”, which {variable} names, cannot be reached, so Attune cannot open its window; "
            f"{INSTEAD}"
        )


@on_linux
def test_one_screen_of_two_is_enough(
    folder: Path,
    x: dict[str, str],
    wayland: dict[str, str],
    nobodys_x: dict[str, str],
    nobodys_wayland: dict[str, str],
) -> None:
    assert says({**nobodys_wayland, **x}, folder) is None
    assert says({**wayland, **nobodys_x}, folder) is None


@on_linux
def test_of_two_screens_that_cannot_be_reached_the_first_to_be_tried_is_named(
    folder: Path, nobodys_x: dict[str, str], nobodys_wayland: dict[str, str]
) -> None:
    said = says({**nobodys_x, **nobodys_wayland}, folder)
    assert said is not None
    assert said.startswith(f"The screen “{nobodys_wayland['WAYLAND_DISPLAY']}”, which WAYLAND_DISPLAY names")


def test_x_chosen_by_hand_without_a_screen_has_none(folder: Path) -> None:
    said = says({"QT_QPA_PLATFORM": "xcb"}, folder)
    assert said is not None
    assert said.startswith("There is no screen here")


@on_linux
def test_a_wayland_session_without_a_name_means_the_usual_one(folder: Path) -> None:
    said = says({"XDG_SESSION_TYPE": "wayland"}, folder)
    assert said is None or said.startswith("The screen “wayland-0”, which WAYLAND_DISPLAY names")


def test_a_connection_that_was_given_to_this_program_alone_is_left_to_qt(
    folder: Path, nobodys_wayland: dict[str, str]
) -> None:
    assert says({**nobodys_wayland, "WAYLAND_SOCKET": "5"}, folder) is None


@on_linux
@pytest.mark.skipif(not (PLUGINS / "libqxcb.so").exists(), reason="a PySide6 without X")
def test_a_library_that_the_platform_needs_and_that_is_missing_is_named(folder: Path, x: dict[str, str]) -> None:
    # Away from its siblings, the plugin finds one of them no more.
    shutil.copy(PLUGINS / "libqxcb.so", folder)
    assert says(x, folder) == (
        "Attune cannot open its window, because the system library libQt6XcbQpa.so.6 is missing here "
        f"(in Attune’s own folder, python3 .ci/set_up.py sees to it); {INSTEAD}"
    )


@on_linux
def test_a_platform_that_is_damaged_is_told_in_the_systems_own_words(folder: Path, x: dict[str, str]) -> None:
    (folder / "libqxcb.so").write_text("not a library, and longer than the head of one would have to be" * 9)
    said = says(x, folder)
    assert said is not None
    assert said.startswith("Attune cannot open its window, because PySide6 cannot be loaded here (")
    assert str(folder / "libqxcb.so") in said
    assert said.endswith(INSTEAD)


def test_a_reason_that_names_no_missing_library_is_passed_on() -> None:
    fault = ImportError("DLL load failed while importing QtWidgets: The specified module could not be found.")
    assert str(not_loaded(fault, lambda: PLAY)) == (
        f"Attune cannot open its window, because PySide6 cannot be loaded here ({fault}); {INSTEAD}"
    )

"""All that commands write goes out here: no text of people or files drives the terminal, and no letter stops a command."""

from __future__ import annotations

import io
import json
import shutil
from typing import Final, TextIO

from simulator.cli.terminal_language import translated
from simulator.messages.escaping import escaped
from simulator.messages.message import Message
from simulator.scenario.diagnostics.diagnostic import Diagnostic

_STAND_INS: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "−": "-", "→": "->"}
"""What is written for marks of good typography where a terminal lacks them; whatever else it lacks is written as a code."""

READABLE: Final = 92
"""Letters of the longest line that is easily read."""

_NARROWEST: Final = 40

_CLEAR: Final = "\r\x1b[K"
"""Takes back the line that a terminal shows."""


def prepare_streams(*streams: TextIO) -> None:
    """Make sure that no letter stops a command, whoever writes it to these standard streams."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def width_of(stream: TextIO) -> int:
    """Letters that a line of prose may have: what is easily read, and no more than a terminal shows."""
    if not stream.isatty():
        return READABLE
    return min(READABLE, max(_NARROWEST, shutil.get_terminal_size().columns))


def tell(message: Message, stream: TextIO) -> None:
    """Write a message on a line of its own."""
    write_line(translated(message), stream)


def tell_fault(fault: Diagnostic, stream: TextIO) -> None:
    """Write a fault of a file after its place, its weight and its code, which stay as they are in every language."""
    write_line(f"{fault.span}: {fault.severity} {fault.code} {translated(fault.message)}", stream)


def write_line(words: str, stream: TextIO) -> None:
    """Write words on a line of their own; letters that cannot be seen or that the terminal lacks are written as codes."""
    stream.write(f"{_seen(words, stream)}\n")


def write_text(text: str, stream: TextIO) -> None:
    """Write lines that were laid out before."""
    for line in text.split("\n"):
        write_line(line, stream)


def write_prompt(words: str, stream: TextIO) -> None:
    """Write a question and stay on its line."""
    stream.write(f"{_seen(words, stream)} ")
    stream.flush()


def renew_line(words: str, stream: TextIO) -> None:
    """Write words over the line that a terminal shows; without words it is taken away."""
    stream.write(f"{_CLEAR}{_seen(words, stream)}")
    stream.flush()


def write_json(document: object, stream: TextIO) -> None:
    """Write a document as JSON in UTF-8, whatever the terminal; its texts are exact, with codes for what cannot be seen."""
    lines = json.dumps(document, ensure_ascii=False, indent=2).split("\n")
    text = "".join(f"{line if line.isprintable() else _escaped_json(line)}\n" for line in lines)
    if isinstance(stream, io.TextIOWrapper):
        stream.flush()
        stream.buffer.write(text.encode("utf-8"))
    else:
        stream.write(text)


def _seen(words: str, stream: TextIO) -> str:
    """Words as a stream can show them."""
    encoding, shown = stream.encoding or "utf-8", escaped(words)
    try:
        shown.encode(encoding)
    except UnicodeEncodeError:
        plain = "".join(letter if _has(encoding, letter) else _STAND_INS.get(letter, letter) for letter in shown)
        return plain.encode(encoding, "backslashreplace").decode(encoding)
    return shown


def _has(encoding: str, letter: str) -> bool:
    try:
        letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _escaped_json(line: str) -> str:
    # What cannot be seen stands inside of strings only, where JSON has a code for every letter.
    return "".join(letter if letter.isprintable() else json.dumps(letter)[1:-1] for letter in line)

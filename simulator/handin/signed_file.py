"""The file of a handed-in conversation as bytes: one text, its first three lines name the format, the key and the signature.

Signed is everything from the fourth line on, with the first two lines before it. Every line ends in a line feed, the last one
too, and nothing comes after it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from simulator.handin.signing import KEY_BYTES, SIGNATURE_BYTES, SigningKey, is_signed_by
from simulator.messages.message import Size
from simulator.messages.sentences import signed_files as say
from simulator.session.errors import ServiceError

FORMAT: Final = b"attune/session/1"
SUFFIX: Final = ".attune-session"
MOST_BYTES: Final = 8_000_000
"""No conversation with its texts comes near this; what is larger is not even looked into."""

_VERSION: Final = re.compile(rb"[1-9][0-9]{0,5}")
_KEY: Final = re.compile(rb"[0-9a-f]{%d}" % (2 * KEY_BYTES))
_SIGNATURE: Final = re.compile(rb"[0-9a-f]{%d}" % (2 * SIGNATURE_BYTES))


class Refused(ServiceError):
    """A file that is not accepted; the message says why."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A payload whose signature fits: it is what the owner of the key has signed."""

    key: bytes
    payload: bytes


def signed(payload: bytes, key: SigningKey, format_: bytes = FORMAT) -> bytes:
    """The whole file of a payload."""
    head = _head(key.public, format_)
    return head + key.sign(head + payload).hex().encode() + b"\n" + payload


def read_signed(content: bytes, format_: bytes = FORMAT) -> Signed:
    """What was signed in a file of a format; raises ``Refused`` where the file is anything but what ``signed`` made."""
    if len(content) > MOST_BYTES:
        raise Refused(say.TOO_LARGE(most=Size(MOST_BYTES)))
    parts = content.split(b"\n", 3)
    _refuse_other_formats(parts[0], format_)
    if len(parts) < 4:
        raise Refused(say.CUT())
    key_line, signature_line, payload = parts[1:]
    if not _KEY.fullmatch(key_line) or not _SIGNATURE.fullmatch(signature_line):
        raise Refused(say.ALTERED())
    key = bytes.fromhex(key_line.decode())
    if not is_signed_by(key, bytes.fromhex(signature_line.decode()), _head(key, format_) + payload):
        raise Refused(say.ALTERED())
    return Signed(key, payload)


def _refuse_other_formats(first_line: bytes, format_: bytes) -> None:
    if first_line == format_:
        return
    kind, _, version = first_line.rpartition(b"/")
    newer = kind == format_.rpartition(b"/")[0] and _VERSION.fullmatch(version)
    raise Refused(say.NEWER() if newer else say.NOT_OURS())


def _head(public: bytes, format_: bytes) -> bytes:
    return format_ + b"\n" + public.hex().encode() + b"\n"

"""What was said of a conversation, as a signed file that goes from whoever said it to the other: given back, or answered.

Between the signature and the end stand a head, which names the conversation, and the remarks, a line each as they are kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from simulator.handin.payload import read_line
from simulator.handin.signed_file import Refused, read_signed, signed
from simulator.messages.sentences import signed_files as say
from simulator.session.codec import DamagedLog, canonical
from simulator.session.ids import SessionId
from simulator.session.json_values import text
from simulator.session.remarks import REMARK_VERSION, Remark, decode_remark, encode_remark

if TYPE_CHECKING:
    from simulator.handin.signing import SigningKey

FORMAT: Final = b"attune/remarks/1"
SUFFIX: Final = ".attune-remarks"
_FIRST_LINE: Final = 4
_HEAD_NAMES: Final = frozenset({"session", "head", "name"})
_MOST: Final = 10_000


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What somebody, who calls themselves ``name``, has said of a conversation; ``head`` is its last link.

    ``key`` is the public key that the file is signed with.
    """

    session: SessionId
    head: str
    name: str
    remarks: tuple[Remark, ...]
    key: bytes = b""


def is_remarks(content: bytes) -> bool:
    """Whether a file says that it holds remarks."""
    return content.startswith(FORMAT.rpartition(b"/")[0] + b"/")


def write_remarks(said: SaidOf, key: SigningKey) -> bytes:
    """The whole file."""
    return signed(_payload(said.session, said.head, said.name, said.remarks), key, FORMAT)


def read_remarks(content: bytes) -> SaidOf:
    """What a file says; raises ``Refused`` where it is anything but what ``write_remarks`` made."""
    found = read_signed(content, FORMAT)
    lines = found.payload.split(b"\n")
    if len(lines) < 2 or lines[-1] or len(lines) > _MOST:
        raise Refused(say.REMARKS_CUT())
    head = read_line(lines[0], _FIRST_LINE)
    if head.keys() != _HEAD_NAMES:
        raise Refused(say.NOT_AS_WRITTEN())
    remarks = tuple(_remark(line, at) for at, line in enumerate(lines[1:-1], _FIRST_LINE + 1))
    try:
        said = SaidOf(SessionId(text(head["session"])), text(head["head"]), text(head["name"]), remarks, found.key)
    except TypeError as fault:
        raise Refused(say.NOT_AS_WRITTEN()) from fault
    if _payload(said.session, said.head, said.name, remarks) != found.payload:
        raise Refused(say.NOT_AS_WRITTEN())
    return said


def _payload(session: SessionId, head: str, name: str, remarks: Iterable[Remark]) -> bytes:
    lines = (canonical({"session": session, "head": head, "name": name}), *map(encode_remark, remarks))
    return b"".join(line + b"\n" for line in lines)


def _remark(line: bytes, at: int) -> Remark:
    values = read_line(line, at)
    if type(values.get("v")) is int and values["v"] > REMARK_VERSION:
        raise Refused(say.NEWER())
    try:
        return decode_remark(line)
    except DamagedLog as fault:
        raise Refused(say.NOT_READABLE(line=at)) from fault

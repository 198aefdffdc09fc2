"""Small files that pass from hand to hand: a line that names the format, the digest of what follows, and one line of values.

The digest shows a file that was cut or changed on its way; it proves nothing of who made it.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from simulator.handin.signed_file import MOST_BYTES, Refused
from simulator.messages.message import Size
from simulator.messages.sentences import rating as say
from simulator.session.codec import canonical
from simulator.session.json_values import named, read_json


def passed_on(format_: str, values: dict[str, object]) -> bytes:
    """The file of these values; ``format_`` ends in the number of its version."""
    body = canonical(values)
    return b"\n".join((format_.encode(), sha256(body).hexdigest().encode(), body, b""))


def read_passed_on(format_: str, content: bytes) -> Mapping[str, Any]:
    """The values of such a file; raises ``Refused`` where it is anything else."""
    if len(content) > MOST_BYTES:
        raise Refused(say.TOO_LARGE(most=Size(MOST_BYTES)))
    first, *rest = content.split(b"\n")
    if first != format_.encode():
        family = format_.rpartition("/")[0].encode() + b"/"
        raise Refused(say.NEWER() if first.startswith(family) else say.NOT_OURS())
    if len(rest) != 3 or rest[2] or sha256(rest[1]).hexdigest().encode() != rest[0]:
        raise Refused(say.CUT_OR_CHANGED())
    try:
        return named(read_json(rest[1]))
    except (ValueError, TypeError, RecursionError) as fault:
        raise Refused(say.CUT_OR_CHANGED()) from fault

"""An instructor gives back what was said of a conversation, as a file for its person, and takes in what they answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from simulator.handin.remarks_file import SaidOf, write_remarks
from simulator.handin.signed_file import Refused
from simulator.handin.signing import SigningKey
from simulator.messages.sentences import signed_files as say
from simulator.session.remarks import AboutItem, AboutSession, Remark, RemarkId, RemarkKind, Role

if TYPE_CHECKING:
    from simulator.services.correcting import Correcting
    from simulator.services.handed_in import HandedIn
    from simulator.storage.handed_in_files import HandedInFiles

_GIVEN: Final = frozenset({RemarkKind.COMMENT, RemarkKind.CORRECTION, RemarkKind.ANSWER, RemarkKind.WITHDRAWN})


def to_give_back(files: HandedInFiles, correcting: Correcting, found: HandedIn) -> tuple[Remark, ...]:
    """All that was said here of a conversation, and of the sentences that were said in it, for everybody."""
    said = {item for _, item in correcting.turns(found)}
    of_sentences = (
        one for one in files.remarks_on_sentences() if isinstance(one.about, AboutItem) and one.about.item in said
    )
    return tuple(one for one in (*of_sentences, *files.remarks(found.id)) if is_given(one))


def is_given(remark: Remark) -> bool:
    """Whether a remark is one that an instructor gives back."""
    return remark.role is not Role.TRAINEE and remark.kind in _GIVEN


def given_back(files: HandedInFiles, correcting: Correcting, found: HandedIn, name: str, secret: bytes) -> bytes:
    """The file, signed with the key of whoever gives it."""
    remarks = to_give_back(files, correcting, found)
    return write_remarks(SaidOf(found.id, found.stored.header.head, name, remarks), SigningKey(secret))


def check_answers(said: SaidOf, found: HandedIn, corrections: Iterable[RemarkId], name: str) -> None:
    """Raises ``Refused`` unless a file holds answers of the person of a conversation to corrections of it.

    ``name`` is what the instructor calls that person.
    """
    if said.key != found.key:
        raise Refused(say.OTHER_KEY(name=name))
    head = found.stored.header.head
    if said.head != head:
        raise Refused(say.OTHER_COURSE())
    known, about = frozenset(corrections), AboutSession(found.id, None, head)
    for one in said.remarks:
        if one.about != about or one.answers not in known:
            raise Refused(say.NOT_SO_SAID())
        if (one.kind, one.role) != (RemarkKind.ANSWER, Role.TRAINEE):
            raise Refused(say.NOT_SO_SAID())

"""Corrections as the remarks that were made of them: what was proposed, who agreed, what was withdrawn, and what is in force.

A remark that is not what it should be (of another sentence, without a name or a reason, by whom it cannot be, agreed to by
the name that proposed it) is kept and has no effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple

from simulator.alliance.codes import Code
from simulator.alliance.moves import Move
from simulator.scoring.competency import Competency
from simulator.scoring.corrections import ItemPlace, SentenceCode
from simulator.services.typed_names import same_name
from simulator.session.ids import SessionId
from simulator.session.remarks import (
    REMARK_VERSION,
    AboutItem,
    AboutSession,
    Remark,
    RemarkId,
    RemarkKind,
    Role,
)

_REVIEWERS: Final = (Role.INSTRUCTOR, Role.SUPERVISOR)


class CorrectionState(Code):
    """How far a correction has come."""

    PROPOSED = "proposed"
    IN_FORCE = "in-force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who said something, when (UTC ms), and what."""

    name: str
    at_ms: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Met:
    """A sentence as it was met: where it stands, what it is by its scenario, and its words."""

    item: str
    story: str
    scenario: str
    title: str
    place: ItemPlace
    code: SentenceCode
    words: str


@dataclass(frozen=True, slots=True)
class CodeCorrection:
    """A correction of what a sentence is; ``proposed`` holds the reason, ``rubric`` is the edition that was read by."""

    id: RemarkId
    sentence: Met
    before: SentenceCode
    after: SentenceCode
    rubric: int
    proposed: Voice
    state: CorrectionState = CorrectionState.PROPOSED
    agreed: Voice | None = None
    withdrawn: Voice | None = None


@dataclass(frozen=True, slots=True)
class RatingCorrection:
    """A rating of a competency by hand; ``before`` and ``after`` are 1 to 5, ``None`` where there is no number."""

    id: RemarkId
    competency: Competency
    before: int | None
    after: int | None
    rubric: int
    rated: Voice
    state: CorrectionState = CorrectionState.IN_FORCE
    withdrawn: Voice | None = None


class InForce(NamedTuple):
    """A correction that is in force in one conversation; ``place`` is where the sentence stands, ``None`` for a rating."""

    place: ItemPlace | None
    correction: CodeCorrection | RatingCorrection

    @property
    def voices(self) -> tuple[Voice, ...]:
        """Who stands for it: who said it and why, and for a sentence who agreed."""
        match self.correction:
            case CodeCorrection(proposed=proposed, agreed=agreed):
                return (proposed,) if agreed is None else (proposed, agreed)
            case RatingCorrection(rated=rated):
                return (rated,)


class CodeBook:
    """All that was proposed of sentences, in order, and what each counts as now."""

    def __init__(self, remarks: Iterable[Remark] = ()) -> None:
        self._found: dict[RemarkId, CodeCorrection] = {}
        self._force: dict[str, list[RemarkId]] = {}
        for remark in remarks:
            self._hear(remark)

    @property
    def all(self) -> tuple[CodeCorrection, ...]:
        """Every correction of a sentence."""
        return tuple(self._staged(one) for one in self._found.values())

    @property
    def in_force(self) -> Mapping[str, CodeCorrection]:
        """What is in force of sentences, by item; ``after`` is what the sentence counts as now."""
        return {item: self._staged(last) for item in self._force if (last := self._last(item)) is not None}

    def code_of(self, sentence: Met) -> SentenceCode:
        """What a sentence counts as now."""
        last = self._last(sentence.item)
        return sentence.code if last is None else last.after

    @property
    def names(self) -> tuple[str, ...]:
        """Everybody who proposed, agreed or withdrew anything, as often as they did."""
        return tuple(
            voice.name
            for one in self._found.values()
            for voice in (one.proposed, one.agreed, one.withdrawn)
            if voice is not None
        )

    def of(self, item: str) -> tuple[CodeCorrection, ...]:
        """What was proposed of a sentence."""
        return tuple(one for one in self.all if one.sentence.item == item)

    def one(self, id_: RemarkId) -> CodeCorrection | None:
        """One correction."""
        found = self._found.get(id_)
        return None if found is None else self._staged(found)

    def _hear(self, remark: Remark) -> None:
        if not isinstance(remark.about, AboutItem) or not _by_a_reviewer(remark):
            return
        match remark.kind:
            case RemarkKind.CORRECTION:
                found = _code_correction(remark, remark.about)
                if found is not None:
                    self._found.setdefault(remark.id, found)
            case RemarkKind.ANSWER | RemarkKind.WITHDRAWN:
                about = self._found.get(remark.answers) if remark.answers else None
                if about is not None and about.sentence.item == remark.about.item and about.withdrawn is None:
                    self._answer(about, remark)

    def _answer(self, about: CodeCorrection, remark: Remark) -> None:
        voice = _voice(remark)
        if remark.kind == RemarkKind.WITHDRAWN:
            self._found[about.id] = replace(about, withdrawn=voice)
            return
        agrees = remark.values.get("agrees") is True and about.agreed is None
        if agrees and not same_name(voice.name, about.proposed.name):
            self._found[about.id] = replace(about, agreed=voice)
            self._force.setdefault(about.sentence.item, []).append(about.id)

    def _last(self, item: str) -> CodeCorrection | None:
        agreed = (self._found[id_] for id_ in reversed(self._force.get(item, ())))
        return next((one for one in agreed if one.withdrawn is None), None)

    def _staged(self, found: CodeCorrection) -> CodeCorrection:
        if found.withdrawn is not None:
            return replace(found, state=CorrectionState.WITHDRAWN)
        if found.agreed is None:
            return found
        last = self._last(found.sentence.item)
        return replace(
            found,
            state=CorrectionState.IN_FORCE if last is not None and last.id == found.id else CorrectionState.REPLACED,
        )


def ratings_in(remarks: Iterable[Remark], session: SessionId, head: str) -> tuple[RatingCorrection, ...]:
    """The ratings of a conversation by hand, in order; the last of a competency that was not withdrawn is in force."""
    found: dict[RemarkId, RatingCorrection] = {}
    for remark in remarks:
        if remark.about != AboutSession(session, None, head) or not _by_a_reviewer(remark):
            continue
        if remark.kind == RemarkKind.CORRECTION:
            rating = _rating(remark)
            if rating is not None:
                found.setdefault(remark.id, rating)
        elif remark.kind == RemarkKind.WITHDRAWN and remark.answers in found:
            about = found[remark.answers]
            found[remark.answers] = replace(
                about, state=CorrectionState.WITHDRAWN, withdrawn=about.withdrawn or _voice(remark)
            )
    standing = {one.competency: one.id for one in found.values() if one.withdrawn is None}
    return tuple(
        one if one.withdrawn or standing[one.competency] == one.id else replace(one, state=CorrectionState.REPLACED)
        for one in found.values()
    )


def answers_to(remarks: Iterable[Remark], id_: RemarkId, session: SessionId) -> tuple[Voice, ...]:
    """What the person of a conversation has answered to a correction."""
    return tuple(
        _voice(remark)
        for remark in remarks
        if (remark.kind, remark.role, remark.answers) == (RemarkKind.ANSWER, Role.TRAINEE, id_)
        and isinstance(remark.about, AboutSession)
        and remark.about.session == session
        and remark.values.get("text")
    )


def code_values(sentence: Met, before: SentenceCode, after: SentenceCode) -> dict[str, object]:
    """What a remark says of a sentence that is corrected."""
    return {
        "before": {"move": str(before.move), "quality": before.quality},
        "after": {"move": str(after.move), "quality": after.quality},
        "sentence": {
            "scenario": sentence.scenario,
            "title": sentence.title,
            "moment": sentence.place.moment,
            "response": sentence.place.response,
            "move": str(sentence.code.move),
            "quality": sentence.code.quality,
            "words": sentence.words,
        },
    }


def _by_a_reviewer(remark: Remark) -> bool:
    return remark.role in _REVIEWERS and remark.v <= REMARK_VERSION and bool(_voice(remark).name)


def _voice(remark: Remark) -> Voice:
    name, text = (str(remark.values.get(key) or "").strip() for key in ("name", "text"))
    return Voice(name, remark.at_ms, text)


def _code_correction(remark: Remark, about: AboutItem) -> CodeCorrection | None:
    values, voice = remark.values, _voice(remark)
    try:
        told: Any = values["sentence"]
        before, after = _code(values["before"]), _code(values["after"])
        place = ItemPlace(str(told["moment"]), str(told["response"]))
        rest = (str(told["scenario"]), str(told["title"]), place, _code(told), str(told["words"]))
        rubric = _whole(values["rubric"])
    except (KeyError, TypeError, ValueError):
        return None
    if not (voice.text and after.holds):
        return None
    return CodeCorrection(remark.id, Met(about.item, about.story, *rest), before, after, rubric, voice)


def _rating(remark: Remark) -> RatingCorrection | None:
    values, voice = remark.values, _voice(remark)
    try:
        competency = Competency(str(values["competency"]))
        before, after = (None if values[key] is None else _whole(values[key]) for key in ("before", "after"))
        rubric = _whole(values["rubric"])
    except (KeyError, TypeError, ValueError):
        return None
    if not voice.text or (after is not None and after not in range(1, 6)):
        return None
    return RatingCorrection(remark.id, competency, before, after, rubric, voice)


def _code(values: Any) -> SentenceCode:
    quality = values["quality"]
    return SentenceCode(Move(values["move"]), None if quality is None else _whole(quality))


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise ValueError(value)
    return value

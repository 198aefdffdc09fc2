"""A person's data for programs: every step as it was kept, its times, the remarks with their earlier versions, the figures."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

from simulator.messages.message import Message
from simulator.patient.grid import ReactionGrid
from simulator.patient.leaving import gives_sign
from simulator.services.measuring import TODAY
from simulator.services.personal_collection import PersonalData, PersonalSession, Told
from simulator.services.personal_words import page_path
from simulator.services.reasons import reasons_of
from simulator.services.sign_before_leaving import sign_before_leaving
from simulator.session.codec import encode
from simulator.session.events import SessionEvent, Timing, Unfamiliar
from simulator.session.remarks import Remark, encode_remark
from simulator.session.store import Measures, SessionHeader
from simulator.session.transcript import Exchange, Transcript

FORMAT: Final = "attune/personal-data/1"

Values: TypeAlias = dict[str, object]


def as_json(data: PersonalData, told: Iterable[Told], made_ms: int) -> Iterator[str]:
    """The file ``data.json`` in parts, one line for each conversation."""
    person = {"id": data.person.id, "name": data.person.name, "pseudonym": data.person.pseudonym}
    yield f'{{"format": {_line(FORMAT)},\n"made": {made_ms},\n"person": {_line(person)},\n"sessions": ['
    for number, one in enumerate(told, 1):
        yield f"{',' if number > 1 else ''}\n{_line(_session(one, number))}"
    elsewhere = [_remark(remark) for remark in data.remarks_elsewhere]
    yield f'\n],\n"remarks": {_line(elsewhere)},\n"met": {_line(data.met)}}}\n'


def _line(values: object) -> str:
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


def _session(told: Told, number: int) -> Values:
    session, stored = told.session, told.session.stored
    return {
        **_header(session.header),
        "page": page_path(number),
        "damage": _told(stored.damage),
        "events": [_event(event) for event in stored.events],
        "timings": [_timing(timing) for timing in stored.timings],
        "remarks": [_remark(remark) for remark in session.remarks],
        "measures": _measures(session),
        "transcript": None if told.transcript is None else _transcript(told.transcript),
        "choices": list(told.choices),
        "not-in-words": _told(told.why_not),
    }


def _header(header: SessionHeader) -> Values:
    origin = header.origin
    return {
        "id": header.id,
        "scenario": header.scenario,
        "title": header.title,
        "language": header.language,
        "texts": header.texts,
        "path": header.path,
        "started": header.started_ms,
        "mode": header.mode,
        "difficulty": header.difficulty,
        "edition": header.edition,
        "origin": None if origin is None else {"session": origin.session, "step": origin.step, "head": origin.head},
        "steps": header.steps,
        "verdict": header.verdict,
        "head": header.head,
        "sound": header.sound,
    }


def _event(event: SessionEvent) -> object:
    """A step as it is kept; of one that only a newer program can read, its kind."""
    try:
        return json.loads(encode(event))
    except ValueError:
        kind = event.kind if isinstance(event, Unfamiliar) else ""
        return {"kind": kind, "not-read": True}


def _timing(timing: Timing) -> Values:
    return {"at": timing.at_ms, "ms": timing.spent_ms}


def _remark(remark: Remark) -> object:
    return json.loads(encode_remark(remark))


def _measures(session: PersonalSession) -> Values | None:
    found: Measures | None = session.measures
    if found is None:
        return None
    prices = {str(turn): price / 100 for turn, price in found.prices.items()}
    scores, standings = dict(found.scores), dict(found.standings)
    figures: Values = {"share": found.share, "scores": scores, "standings": standings, "prices": prices}
    return {"rubric": TODAY.rubric, "rules": TODAY.rules, **figures}


def _transcript(transcript: Transcript) -> Values:
    closing, grid = transcript.closing, transcript.scenario.patient.grid
    return {
        "patient": transcript.scenario.patient.name,
        "turns": [_turn(exchange, grid) for exchange in transcript.exchanges],
        "closing": None
        if closing is None
        else {
            "verdict": closing.verdict,
            "says": closing.says,
            "afterwards": closing.afterwards,
            "sign-of-leaving": _told(sign_before_leaving(transcript)),
        },
    }


def _turn(exchange: Exchange, grid: ReactionGrid) -> Values:
    response = exchange.response
    return {
        "turn": exchange.turn,
        "moment": exchange.moment.id,
        "wording": exchange.telling.wording.id,
        "patient": exchange.telling.patient,
        "shows": list(exchange.telling.shows),
        "leaving": gives_sign(exchange.before),
        "tag": exchange.tag,
        "response": None if response is None else response.id,
        "you": exchange.words,
        "move": exchange.move,
        "quality": exchange.quality,
        "before": exchange.before.reaction,
        "after": exchange.appraisal.state.reaction,
        "why": list(exchange.appraisal.why),
        "reasons": [str(reason) for reason in reasons_of(exchange, grid)],
    }


def _told(message: Message | None) -> Values | None:
    """What is wrong, by the id of its sentence and in words."""
    return None if message is None else {"id": message.id, "words": str(message)}

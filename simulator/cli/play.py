"""Play a scenario in the terminal, by hand or from a list of responses, and read what it came to."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from simulator.cli.opening import open_scenario
from simulator.scenario import Scenario
from simulator.services.debriefing import Account, Debriefing, debrief
from simulator.session import (
    Action,
    Chose,
    Mode,
    ServiceError,
    Session,
    Started,
    StayedSilent,
    Stopped,
    Tag,
    Tagged,
    Transcript,
)

FORMAT: Final = "attune/play/1"
_TAGS: Final = {"n": Tag.NOTHING, "w": Tag.WITHDRAWAL, "d": Tag.DEFERENCE, "c": Tag.CONFRONTATION}
_SILENCE: Final = "silence"
_TRAINEE: Final = "terminal"
_WIDTH: Final = 92


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``play``."""
    parser.add_argument("scenario", type=Path, metavar="SCENARIO", help="the scenario file")
    parser.add_argument(
        "--responses",
        metavar="A,B,C",
        help="play these responses and stop; 'silence' stays silent, 'w:', 'd:', 'c:' or 'n:' in front tags what was seen",
    )
    parser.add_argument("--mode", choices=list(Mode), default=Mode.LEARN, type=Mode, help="learn (default) or practise")
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help="instead of the scenario's own")
    parser.add_argument("--seed", type=int, default=0, help="decides the order in which responses are shown")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def run(arguments: argparse.Namespace) -> int:
    """Play as asked; 0 when it went through, 1 when the scenario or a response does not allow it, 2 on wrong usage."""
    scenario = open_scenario(arguments.scenario)
    if isinstance(scenario, int):
        return scenario
    session = _session(scenario, arguments)
    try:
        if arguments.responses is None:
            _by_hand(session, arguments.mode)
        else:
            for action in scripted(arguments.responses):
                session.act(action)
    except ServiceError as refusal:
        print(f"Turn {len(session.exchanges) + 1}: {refusal}", file=sys.stderr)
        return 1
    _report(session.transcript(), as_json=arguments.json)
    return 0


def scripted(responses: str) -> Iterator[Action]:
    """The actions that a list such as ``w:own-it,silence,n:wait`` stands for; raises ``ServiceError`` on a wrong tag."""
    for word in (w.strip() for w in responses.split(",")):
        tag, colon, response = word.rpartition(":")
        if colon:
            if tag not in _TAGS:
                raise ServiceError(f"“{tag}:” is not a tag; use n:, w:, d: or c:.")
            yield Tagged(_TAGS[tag], 0)
        if response:
            yield StayedSilent(0) if response == _SILENCE else Chose(response, 0)


def as_document(transcript: Transcript) -> dict[str, object]:
    """A played session as plain values, ready to be written as JSON."""
    told = debrief(transcript)
    closing, resolution = transcript.closing, told.score.resolution
    return {
        "format": FORMAT,
        "scenario": transcript.scenario.id,
        "digest": transcript.scenario.digest,
        "mode": transcript.started.mode,
        "difficulty": transcript.started.difficulty,
        "ended": closing is not None,
        "verdict": closing.verdict if closing else None,
        "headline": told.headline,
        "resolution": {"level": resolution.level, "label": resolution.label} if resolution else None,
        "exchanges": [
            {
                "turn": x.turn,
                "moment": x.moment.id,
                "tag": x.tag,
                "response": x.response.id if x.response else None,
                "move": x.move,
                "quality": x.quality,
                "before": x.before.reaction,
                "after": x.appraisal.state.reaction,
                "felt": list(x.appraisal.state.alliance.points),
                "why": list(x.appraisal.why),
            }
            for x in transcript.exchanges
        ],
        "competencies": {
            name: {
                "score": c.score,
                "anchor": c.anchor,
                "why": c.why,
                "evidence": [{"turn": e.turn, "says": e.says, "counts": e.counts} for e in c.evidence],
            }
            for name, c in told.score.competencies.items()
        },
        "missed": [{"turn": m.turn, "what": m.what, "model": m.model} for m in told.score.missed],
    }


def _session(scenario: Scenario, arguments: argparse.Namespace) -> Session:
    difficulty = scenario.difficulty if arguments.difficulty is None else arguments.difficulty
    return Session(
        scenario,
        Started(_TRAINEE, scenario.id, scenario.digest, arguments.mode, difficulty, arguments.seed, at_ms=0),
    )


def _by_hand(session: Session, mode: Mode, ask: Callable[[str], str] = input) -> None:
    """Play turn by turn; a line that is not understood is asked again, end of input stops the session."""
    name = session.script.scenario.patient.first_name
    for line in session.script.scenario.opening:
        _print_line("You" if line.you else name, line.say, line.shows)
    shown_turn = 0
    while not session.ended:
        place = session.place
        if place.turn != shown_turn:
            _print_line(name, place.moment.patient or ". . .", place.moment.shows)
            for number, response in enumerate(session.shown(), 1):
                print(_wrapped(f"  {number}  ", response.say))
            shown_turn = place.turn
        try:
            action = _understood(ask("number, s = stay silent, n/w/d/c = tag, q = stop > "), session)
        except EOFError:
            action = Stopped(0)
        if action is None:
            print("Please answer with one of these.")
            continue
        try:
            exchange = session.act(action)
        except ServiceError as refusal:
            print(refusal)
            continue
        if exchange and mode is Mode.LEARN:
            print(_wrapped("     ", " ".join(exchange.appraisal.why)))


def _understood(answer: str, session: Session) -> Action | None:
    answer = answer.strip().lower()
    if answer in _TAGS:
        return Tagged(_TAGS[answer], 0)
    if answer == "s":
        return StayedSilent(0)
    if answer == "q":
        return Stopped(0)
    shown = session.shown()
    if answer.isdecimal() and len(answer) < 3 and 1 <= int(answer) <= len(shown):
        return Chose(shown[int(answer) - 1].id, 0)
    return None


def _report(transcript: Transcript, *, as_json: bool) -> None:
    if as_json:
        json.dump(as_document(transcript), sys.stdout, ensure_ascii=False, indent=2)
        print()
        return
    told = debrief(transcript)
    print(f"\n{transcript.scenario.title}: {transcript.scenario.patient.name}\n")
    for account in told.accounts:
        _print_account(account, transcript.scenario.patient.first_name)
    _print_scores(told)


def _print_account(account: Account, name: str) -> None:
    _print_line(name, account.says or ". . .", account.shows)
    _print_line("You", account.you or "(stay silent)", ())
    print(_wrapped("      ", f"[{account.move}{', ' + account.quality if account.quality else ''}] {account.note}"))
    print(_wrapped("      ", f"{account.state} -> {account.leads_to}: {' '.join(account.why)}"))
    print(_wrapped("      ", f"{name} thought: {account.thinks}") + "\n")


def _print_scores(told: Debriefing) -> None:
    if told.parting:
        print(_wrapped("  ", f"“{told.parting}” {told.afterwards}"))
    print(_wrapped("", told.headline))
    if told.score.resolution:
        print(_wrapped("", told.score.resolution.sentence))
    for competency in told.score.competencies.values():
        score = "not observed" if competency.score is None else f"{competency.score} of 5"
        print(f"\n  {competency.competency:<20} {score}")
        print(_wrapped("      ", competency.anchor))
        for evidence in competency.evidence:
            print(_wrapped("      ", f"turn {evidence.turn}: {evidence.says}"))


def _print_line(who: str, says: str, shows: tuple[str, ...]) -> None:
    stage = f"({', '.join(shows)}) " if shows else ""
    print(_wrapped(f"{who.upper():>10}  ", stage + says))


def _wrapped(lead: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead))

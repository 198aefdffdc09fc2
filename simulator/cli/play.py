"""Play a scenario in the terminal, by hand or from a list of responses, and read what it came to."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from simulator.cli.budgets import add_budget
from simulator.cli.opening import open_scenario
from simulator.cli.played_json import as_document
from simulator.cli.played_text import NOTHING_SAID, as_text, seen, spoken, wrapped
from simulator.cli.printable import tell, write_json, write_prompt, write_text
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import command_line as about
from simulator.messages.sentences import terminal as say
from simulator.messages.sentences.conversation import YOU
from simulator.scenario.document import Scenario
from simulator.services.reasons import reasons_of
from simulator.session.actions import Action, Choose, GiveTag, StaySilent, Stop
from simulator.session.engine import Session, start
from simulator.session.errors import ServiceError
from simulator.session.script import Script
from simulator.session.transcript import Transcript
from simulator.session.vocabulary import Mode, Tag

if TYPE_CHECKING:
    from simulator.analysis.session_value import SessionValue

_TAGS: Final = {"n": Tag.NOTHING, "w": Tag.WITHDRAWAL, "d": Tag.DEFERENCE, "c": Tag.CONFRONTATION, "o": Tag.OPENED_UP}
_SILENCE: Final = "silence"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``play``."""
    parser.add_argument("scenario", type=Path, metavar="SCENARIO", help=translated(about.SCENARIO_FILE()))
    parser.add_argument(
        "--responses",
        metavar="A,B,C",
        help=translated(about.PLAY_RESPONSES()),
    )
    parser.add_argument("--mode", choices=list(Mode), default=Mode.LEARN, type=Mode, help=translated(about.MODE()))
    parser.add_argument("--difficulty", type=int, choices=(1, 2, 3), help=translated(about.DIFFICULTY()))
    parser.add_argument("--seed", type=int, default=0, help=translated(about.ORDER_SEED()))
    parser.add_argument("--no-value", action="store_true", help=translated(about.NO_VALUE()))
    add_budget(parser)
    parser.add_argument("--json", action="store_true", help=translated(about.AS_JSON()))


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
        tell(say.TURN_REFUSED(turn=len(session.exchanges) + 1, why=refusal.message), sys.stderr)
        return 1
    try:
        value = None if arguments.no_value else _valued(session, arguments)
    except KeyboardInterrupt:
        # What was played is told all the same; only what it was worth is not known then.
        _report(session.transcript(), None, arguments)
        raise
    _report(session.transcript(), value, arguments)
    return 0


def _valued(session: Session, arguments: argparse.Namespace) -> SessionValue:
    """What each decision was worth, against everything that can happen."""
    # Late: a session without values does without numpy.
    from simulator.analysis.session_value import value_session
    from simulator.cli.solving import solved

    return value_session(solved(session.script, arguments), session)


def _report(transcript: Transcript, value: SessionValue | None, arguments: argparse.Namespace) -> None:
    if arguments.json:
        write_json(as_document(transcript, value), sys.stdout)
    else:
        write_text(as_text(transcript, value), sys.stdout)


def scripted(responses: str) -> Iterator[Action]:
    """The actions that a list such as ``w:own-it,silence,n:wait`` stands for; raises ``ServiceError`` on a wrong tag."""
    for word in (w.strip() for w in responses.split(",")):
        tag, colon, response = word.rpartition(":")
        if colon:
            if tag not in _TAGS:
                raise ServiceError(say.NO_SUCH_TAG(tag=tag))
            yield GiveTag(_TAGS[tag])
        if response:
            yield StaySilent() if response == _SILENCE else Choose(response)


def _session(scenario: Scenario, arguments: argparse.Namespace) -> Session:
    script = Script(scenario, arguments.difficulty)
    return Session(scenario, start(script, arguments.mode, arguments.seed), script)


def _by_hand(session: Session, mode: Mode, ask: Callable[[], str] = input) -> None:
    """Play turn by turn; a line that is not understood is asked again, end of input stops the session."""
    name, you = session.script.scenario.patient.first_name, translated(YOU())
    for line in session.script.scenario.opening:
        write_text(spoken(you if line.you else name, line.say, line.shows), sys.stdout)
    shown_turn = 0
    while not session.ended:
        place = session.place
        if place.turn != shown_turn:
            shows = seen(session.telling.shows, session.sign)
            write_text(spoken(name, session.telling.patient or NOTHING_SAID, shows), sys.stdout)
            for number, (_, sentence) in enumerate(session.sentences(), 1):
                write_text(wrapped(f"  {number}  ", sentence), sys.stdout)
            shown_turn = place.turn
        try:
            write_prompt(translated(say.ASK_ANSWER()), sys.stdout)
            action = _understood(ask(), session)
        except EOFError:
            action = Stop()
        except UnicodeDecodeError:
            raise ServiceError(say.NOT_TEXT()) from None
        if action is None:
            tell(say.NOT_UNDERSTOOD(), sys.stdout)
            continue
        try:
            exchange = session.act(action)
        except ServiceError as refusal:
            tell(refusal.message, sys.stdout)
            continue
        if exchange and mode is Mode.LEARN:
            reasons = reasons_of(exchange, session.script.scenario.patient.grid)
            write_text(wrapped("     ", " ".join(map(translated, reasons))), sys.stdout)


def _understood(answer: str, session: Session) -> Action | None:
    answer = answer.strip().lower()
    if answer in _TAGS:
        return GiveTag(_TAGS[answer])
    if answer == "s":
        return StaySilent()
    if answer == "q":
        return Stop()
    shown = session.shown()
    if answer.isdecimal() and len(answer) < 3 and 1 <= int(answer) <= len(shown):
        return Choose(shown[int(answer) - 1].id)
    return None

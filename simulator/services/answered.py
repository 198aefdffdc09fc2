"""What an answer of a moment follows on, and what follows on it where its author has not said so."""

from __future__ import annotations

from simulator.alliance.reactions import REACTIONS
from simulator.messages.message import Listed, Message
from simulator.messages.sentences import moment_page as say
from simulator.scenario.document import Moment
from simulator.scenario.read import Reading
from simulator.services.what_follows import states_after


def what_is_answered(moment: Moment | None, answer: str) -> Message:
    """What the text of an answer is for: the first line of its moment as it stands now, or the silence that it breaks."""
    for wording in moment.wordings if moment is not None else ():
        if wording.patient:
            return say.ANSWERS_LINE(answer=answer, words=wording.patient)
        if wording.silence is not None:
            return say.ANSWERS_SILENCE(answer=answer, seconds=wording.silence.seconds)
        if wording.shows:
            return say.ANSWERS_SHOWN(answer=answer, shown=", ".join(wording.shows))
    return say.ANSWERS_NOTHING(answer=answer)


def left_to_the_person(reading: Reading, moment: str, answer: str) -> Message:
    """Where an answer leads that names no moment: the states that the patient can react with, where they are known."""
    scenario = reading.scenario
    states = () if scenario is None else states_after(scenario, moment, answer)
    if scenario is None or not states:
        return say.LEFT_TO_PERSON(name=say.THE_PATIENT() if reading.met is None else reading.met.first_name)
    told = Listed(tuple(REACTIONS[state].label() for state in states), any_of=True)
    return say.REACTS(name=scenario.patient.first_name, states=told)

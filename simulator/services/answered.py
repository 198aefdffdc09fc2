"""What a text of a moment follows on: the line that an answer answers, and when the patient's own line comes."""

from __future__ import annotations

from simulator.messages.message import Message
from simulator.messages.sentences import moment_page as say
from simulator.scenario.document import Moment


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

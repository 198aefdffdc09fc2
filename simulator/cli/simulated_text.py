"""Sessions by a policy for reading: a table of what many came to, or whole conversations with their scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from simulator.analysis.value import value_of
from simulator.cli.played_text import NOTHING_SAID, seen, spoken, wrapped
from simulator.cli.printable import READABLE
from simulator.cli.sampling import Bot, Tally, mean_interval, share_interval
from simulator.cli.terminal_language import translated
from simulator.messages.message import Message
from simulator.messages.sentences import conversation, terminal
from simulator.messages.sentences import simulation as say
from simulator.scoring import score
from simulator.scoring.rubric import COMPETENCIES
from simulator.scoring.standings import standing_in_words
from simulator.session.transcript import Transcript

_LABEL: Final = 30


def figures_as_text(bot: Bot, tally: Tally) -> str:
    """What sessions came to, with how far the shares can be trusted."""
    lines = [*_heading(bot, say.FIGURES_OF(title=bot.script.scenario.title, **_by(bot), count=tally.runs)), ""]
    heads = (translated(head()) for head in (say.ENDING, say.SESSIONS, say.SHARE, say.INTERVAL))
    lines.append("  {:<16}{:>12}{:>9}    {}".format(*heads))
    for verdict, count in tally.verdicts.items():
        low, high = (f"{bound:.1%}" for bound in share_interval(count, tally.runs))
        interval = translated(say.FROM_TO(low=f"{low:>6}", high=f"{high:>6}"))
        lines.append(f"  {verdict:<16}{count:>12,}{count / tally.runs:>9.1%}    {interval}")
    low, high = (f"{bound:.1f}" for bound in mean_interval(tally.values))
    mean = say.MEAN_VALUE(mean=f"{tally.mean:.1f}", low=low, high=high)
    length = say.MEAN_LENGTH(turns=f"{tally.turns:.1f}")
    return "\n".join([*lines, "", *(wrapped("  ", translated(figure)) for figure in (mean, length))])


def conversations_as_text(bot: Bot, transcripts: Sequence[Transcript], asked: int, width: int = READABLE) -> str:
    """Whole conversations as a supervisor reads them: what both said, what could be seen, how it ended, the scores.

    ``width`` is how many letters a line has at most.
    """
    scenario = bot.script.scenario
    title = say.CONVERSATIONS_OF(
        title=scenario.title, patient=scenario.patient.name, **_by(bot), count=len(transcripts)
    )
    lines = _heading(bot, title, width)
    for number, transcript in enumerate(transcripts, 1):
        heading = translated(say.CONVERSATION(number=number, all=asked, seed=str(transcript.started.seed)))
        lines += [
            "",
            "",
            heading,
            "-" * len(heading),
            "",
            *_conversation(transcript, width),
            "",
            *_scores(transcript, width),
        ]
    return "\n".join([*lines, ""])


def _heading(bot: Bot, title: Message, width: int = READABLE) -> list[str]:
    how = say.HOW_IT_PLAYS(how=bot.policy.help())
    return [wrapped("", translated(line), width) for line in (title, how)]


def _by(bot: Bot) -> dict[str, str]:
    return {"difficulty": str(bot.script.disposition.difficulty), "policy": bot.policy.name}


def _conversation(transcript: Transcript, width: int) -> Iterator[str]:
    name, you = transcript.scenario.patient.first_name, translated(conversation.YOU())
    for line in transcript.scenario.opening:
        yield spoken(you if line.you else name, line.say, line.shows, width)
    for exchange in transcript.exchanges:
        yield spoken(name, exchange.telling.patient or NOTHING_SAID, seen(exchange.telling.shows, exchange.sign), width)
        yield spoken(you, exchange.words or translated(terminal.STAY_SILENT()), (), width)
    closing = transcript.closing
    if closing is not None and (closing.says or closing.shows):
        yield spoken(name, closing.says or NOTHING_SAID, closing.shows, width)
    if closing is not None and closing.afterwards:
        yield ""
        yield wrapped("", translated(say.AFTERWARDS(what=closing.afterwards)), width)


def _scores(transcript: Transcript, width: int) -> Iterator[str]:
    told, closing = score(transcript), transcript.closing
    yield wrapped("", " ".join(map(translated, (told.headline, *told.own_part))), width)
    if closing is not None:
        came_to = say.CAME_TO(verdict=closing.verdict, value=str(value_of(closing)), count=len(transcript.exchanges))
        yield wrapped("", translated(came_to), width)
    for name, competency in told.competencies.items():
        yield wrapped(
            f"  {translated(COMPETENCIES[name].label()):<{_LABEL}}", translated(standing_in_words(competency)), width
        )

"""An analysis in words and tables: for a supervisor at the terminal, and as the figures of the scenarios' README."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.paths import Way
from simulator.analysis.policies import LEARNER
from simulator.analysis.proof_figures import between
from simulator.analysis.proofs.blind_policies import MARGIN, smells
from simulator.analysis.reach import MomentReach, ResponseReach
from simulator.analysis.scenario_analysis import Analysis
from simulator.cli.terminal_language import in_words, translated
from simulator.messages.message import Message
from simulator.messages.sentences import analysis_table as table
from simulator.messages.sentences import learning as say
from simulator.messages.sentences.text import AS_WRITTEN
from simulator.patient.verdicts import Verdict
from simulator.scoring.rubric import COMPETENCIES
from simulator.services.hardness_words import HARDNESS_WORDS

_WIDTH: Final = 110
_LEAD: Final = 24


def as_text(analysis: Analysis, *, responses: bool = False) -> str:
    """Everything an analysis says, for reading; with ``responses`` also every response and its price."""
    parts = [*_possible(analysis)]
    if analysis.exact:
        parts += ["", *_policies(analysis), "", *_scores(analysis), "", *_moments(analysis)]
        if responses:
            parts += ["", *_responses(analysis)]
    return "\n".join(parts) + "\n"


def _possible(analysis: Analysis) -> Iterator[str]:
    start, scenario = analysis.start, analysis.scenario
    turns = scenario.turns_at(analysis.difficulty)
    told = table.TITLE(title=scenario.title, id=scenario.id, level=analysis.difficulty, turns=turns)
    yield textwrap.fill(translated(told), _WIDTH)
    if analysis.learning is not None:
        yield from ("", *_halfway(analysis, analysis.learning), "")
    ended = table.BUDGET_ENDED(count=analysis.states, turn=analysis.turn)
    yield _row(table.SITUATIONS(), table.ALL_TRIED(count=analysis.states) if analysis.exact else ended)
    yield _row(table.BEST(), table.OF_HUNDRED(value=between(start.best)))
    yield _row(table.WORST(), table.OF_HUNDRED(value=between(start.worst)))
    yield _row(table.ENDINGS(), AS_WRITTEN(words=", ".join(v for v in Verdict if v in start.endings)))
    if analysis.exact:
        yield from _repairs(analysis)


def _repairs(analysis: Analysis) -> Iterator[str]:
    """The shortest repair, what no repair can do without, and how late one can begin."""
    yield _row(_kind(analysis), _way(analysis.shortest) if analysis.shortest else table.NONE())
    if analysis.needed:
        yield _row(table.NONE_WITHOUT(), AS_WRITTEN(words=_steps(analysis.needed)))
    if analysis.longest_repair:
        yield _row(table.FROM_THE_WORST(), table.REPAIR_TAKES(count=analysis.longest_repair))
    if analysis.out_of_time is not None:
        late = analysis.out_of_time
        yield _row(table.TOO_LATE(), table.FROM_TURN(turn=late.turn, share=f"{late.share:.1%}"))


def _halfway(analysis: Analysis, learning: LearningCurve) -> Iterator[str]:
    """How the half-way learner fares, and how hard that is."""
    verdicts = analysis.outcomes[LEARNER].verdicts
    endings = [say.ENDING(ending=v, share=f"{verdicts[v]:.1%}") for v in Verdict if v in analysis.start.endings]
    points = say.EARNS_POINTS(
        points=f"{learning.expected:.1f}", careless=f"{learning.careless:.1f}", best=str(learning.best)
    )
    yield f"  {translated(say.HALFWAY_TITLE())}"
    yield _row(say.ENDS(), AS_WRITTEN(words=", ".join(map(translated, endings))))
    yield _row(say.EARNS(), points)
    yield _row(say.HOW_HARD(), HARDNESS_WORDS[analysis.hardness]())


def _kind(analysis: Analysis) -> Message:
    partial = bool(analysis.shortest) and analysis.start.turns_to_whole is None
    return table.SHORTEST_PARTIAL() if partial else table.SHORTEST_WHOLE()


def _policies(analysis: Analysis) -> Iterator[str]:
    heads = map(translated, (table.WAY_OF_PLAYING(), table.POINTS(), table.HALF_REACH()))
    yield "  {:<15}{:>7}{:>12}   ".format(*heads) + "".join(f"{v.value:>16}" for v in Verdict)
    for name, outcome in analysis.outcomes.items():
        shares = "".join(f"{outcome.verdicts[v]:>16.1%}" for v in Verdict)
        yield f"  {name:<15}{outcome.mean:>7.1f}{outcome.quantile(0.5):>12}   {shares}"
    found = smells(analysis.outcomes)
    told = table.GIVES_AWAY(ways=", ".join(found), margin=MARGIN) if found else table.NO_BLIND_WINS(margin=MARGIN)
    yield f"  {translated(told)}"
    yield f"  {translated(table.WHAT_POINTS_ARE())}"


def _scores(analysis: Analysis) -> Iterator[str]:
    yield "  {:<22}{:>6}   {}".format(*map(translated, (table.COMPETENCY(), table.MOST(), table.SCORES())))
    for earning in analysis.earnings:
        most = "-" if earning.highest is None else str(earning.highest)
        earned = " ".join(map(str, sorted(earning.earned))) or translated(table.NOT_COMING_UP())
        yield f"  {translated(COMPETENCIES[earning.competency].label()):<28}{most:>6}   {earned}"


def _moments(analysis: Analysis) -> Iterator[str]:
    yield "  {:<32}{:>10}   {}".format(*map(translated, (table.MOMENT(), table.A_SESSION(), table.HOW_OFTEN())))
    for reach in _own(analysis):
        end = f"   {translated(table.ENDS(ending=reach.moment.end))}" if reach.moment.end else ""
        yield f"  {_cut(reach.moment.id, 31):<32}{reach.visits:>10.3f}{end}"


def _responses(analysis: Analysis) -> Iterator[str]:
    heads = (table.MOMENT, table.RESPONSE, table.OFFERED, table.COST, table.IS_BEST, table.WHAT_COLUMNS_ARE)
    yield "  {:<26}{:<26}{:>8}{:>7}{:>7}   {}".format(*(translated(head()) for head in heads))
    for reach in _own(analysis):
        for one in reach.responses:
            yield _response(reach, one)


def _response(reach: MomentReach, one: ResponseReach) -> str:
    head = f"  {_cut(reach.moment.id, 25):<26}{_cut(one.response.id, 25):<26}{one.offered:>8.3f}"
    return head + (f"{one.cost:>7.1f}{one.best:>7.0%}" if one.offered else f"{'-':>7}{'-':>7}")


def _own(analysis: Analysis) -> Iterator[MomentReach]:
    return (reach for reach in analysis.moments if not reach.moment.from_bank)


def as_markdown(analyses: Sequence[Analysis]) -> str:
    """The figures of several scenarios side by side, as the tables of ``scenarios/README.md``."""
    titles = [analysis.scenario.title for analysis in analyses]

    def side_by_side(head: Message, rows: Sequence[tuple[Message, Callable[[Analysis], str]]]) -> list[str]:
        lines = [_cells(translated(head), *titles), "| --- " * (len(titles) + 1) + "|"]
        return lines + [_cells(translated(name), *(show(analysis) for analysis in analyses)) for name, show in rows]

    figures: list[tuple[Message, Callable[[Analysis], str]]] = [
        (table.ALL_SITUATIONS(), lambda a: f"{a.states:,}"),
        (table.BEST_VALUE(), lambda a: in_words(between(a.start.best))),
        (table.WHOLE_IN_TURNS(), lambda a: str(len(a.shortest) or table.NONE())),
        (table.LONGEST_IN_TURNS(), lambda a: str(a.longest_repair or table.NONE())),
        (say.HALFWAY_ROW(), lambda a: f"{a.learning.halfway:.3f}" if a.learning else translated(table.NOT_KNOWN())),
        *((table.IN_RANDOM_PLAY(ending=verdict), _share(verdict)) for verdict in _met(analyses)),
    ]
    policies = list(analyses[0].outcomes)
    means = [(AS_WRITTEN(words=name), _mean(name)) for name in policies]
    return "\n".join([*side_by_side(AS_WRITTEN(words=""), figures), "", *side_by_side(table.MEAN_POINTS(), means)])


def _met(analyses: Sequence[Analysis]) -> list[Verdict]:
    return [v for v in Verdict if any(v in analysis.start.endings for analysis in analyses)]


def _share(verdict: Verdict) -> Callable[[Analysis], str]:
    return lambda a: f"{a.outcomes['random'].verdicts[verdict]:.1%}" if a.outcomes else translated(table.NOT_KNOWN())


def _mean(policy: str) -> Callable[[Analysis], str]:
    return lambda a: f"{a.outcomes[policy].mean:.1f}" if a.outcomes else translated(table.NOT_KNOWN())


def _cells(*cells: str) -> str:
    # A title must not end its cell or its row.
    return f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in cells)} |"


def _row(name: Message, text: Message) -> str:
    lead = f"  {translated(name):<{_LEAD}}"
    return textwrap.fill(
        translated(text), _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False
    )


def _way(way: Way) -> Message:
    return table.WAY(count=len(way), steps=_steps(way))


def _steps(way: Way) -> str:
    return ", ".join(f"{step.name} ({step.moment.id})" for step in way)


def _cut(name: str, width: int) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"

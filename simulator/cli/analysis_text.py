"""An analysis in words and tables: for a supervisor at the terminal, and as the figures of the scenarios' README."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from simulator.analysis.learning_curve import LearningCurve
from simulator.analysis.paths import Way
from simulator.analysis.policies import LEARNER
from simulator.analysis.proofs.blind_policies import MARGIN, smells
from simulator.analysis.proofs.proved import turns
from simulator.analysis.reach import MomentReach, ResponseReach
from simulator.analysis.scenario_analysis import Analysis, between
from simulator.cli.terminal_language import translated
from simulator.messages.sentences import learning as say
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
    told = f"{scenario.title} ({scenario.id}), difficulty {analysis.difficulty}, {scenario.turns_at(analysis.difficulty)} turns"
    yield textwrap.fill(told, _WIDTH)
    if analysis.learning is not None:
        yield from ("", *_halfway(analysis, analysis.learning), "")
    how = "all of them tried" if analysis.exact else f"then the budget ended (turn {analysis.turn}): values are bounds"
    yield _row("situations", f"{analysis.states:,}, {how}")
    yield _row("best attainable", f"{between(start.best)} of 100")
    yield _row("worst attainable", f"{between(start.worst)} of 100")
    yield _row("endings within reach", ", ".join(v for v in Verdict if v in start.endings))
    if not analysis.exact:
        return
    yield _row(_kind(analysis), _way(analysis.shortest) if analysis.shortest else "none")
    if analysis.needed:
        yield _row("none of it without", _way(analysis.needed, count=False))
    if analysis.longest_repair:
        yield _row("from the worst rupture", f"the shortest repair takes {turns(analysis.longest_repair)}")
    if analysis.out_of_time is not None:
        late = analysis.out_of_time
        yield _row("too late to repair", f"from turn {late.turn} on for some ({late.share:.1%} of the ruptures there)")


def _halfway(analysis: Analysis, learning: LearningCurve) -> Iterator[str]:
    """How the half-way learner fares, and how hard that is."""
    verdicts = analysis.outcomes[LEARNER].verdicts
    endings = [say.ENDING(ending=v, share=f"{verdicts[v]:.1%}") for v in Verdict if v in analysis.start.endings]
    points = say.EARNS_POINTS(
        points=f"{learning.expected:.1f}", careless=f"{learning.careless:.1f}", best=str(learning.best)
    )
    yield f"  {translated(say.HALFWAY_TITLE())}"
    yield _row(translated(say.ENDS()), ", ".join(map(translated, endings)))
    yield _row(translated(say.EARNS()), translated(points))
    yield _row(translated(say.HOW_HARD()), translated(HARDNESS_WORDS[analysis.hardness]()))


def _kind(analysis: Analysis) -> str:
    partial = bool(analysis.shortest) and analysis.start.turns_to_whole is None
    return "shortest partial repair" if partial else "shortest whole repair"


def _policies(analysis: Analysis) -> Iterator[str]:
    yield f"  {'way of playing':<15}{'points':>7}{'half reach':>12}   " + "".join(f"{v.value:>16}" for v in Verdict)
    for name, outcome in analysis.outcomes.items():
        shares = "".join(f"{outcome.verdicts[v]:>16.1%}" for v in Verdict)
        yield f"  {name:<15}{outcome.mean:>7.1f}{outcome.quantile(0.5):>12}   {shares}"
    found = smells(analysis.outcomes)
    told = (
        f"gives itself away to: {', '.join(found)}" if found else "no way of playing that is blind to the patient wins"
    )
    yield f"  {told} (half of the sessions would have to reach {MARGIN} points more than when answering at random)"
    yield "  points: of repair value, on average; half reach: so many points or more in half of the sessions"


def _scores(analysis: Analysis) -> Iterator[str]:
    yield f"  {'competency':<22}{'most':>6}   scores that some play has earned"
    for earning in analysis.earnings:
        most = "-" if earning.highest is None else str(earning.highest)
        earned = " ".join(map(str, sorted(earning.earned))) or "does not come up"
        yield f"  {COMPETENCIES[earning.competency].label:<28}{most:>6}   {earned}"


def _moments(analysis: Analysis) -> Iterator[str]:
    yield f"  {'moment':<32}{'a session':>10}   how often random play, silence included, comes there; its endings"
    for reach in _own(analysis):
        end = f"   ends {reach.moment.end}" if reach.moment.end else ""
        yield f"  {_cut(reach.moment.id, 31):<32}{reach.visits:>10.3f}{end}"


def _responses(analysis: Analysis) -> Iterator[str]:
    yield f"  {'moment':<26}{'response':<26}{'offered':>8}{'cost':>7}{'best':>7}   (mean points lost; how often none is better)"
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

    def table(head: str, rows: Sequence[tuple[str, Callable[[Analysis], str]]]) -> list[str]:
        lines = [_cells(head, *titles), "| --- " * (len(titles) + 1) + "|"]
        return lines + [_cells(name, *(show(analysis) for analysis in analyses)) for name, show in rows]

    figures: list[tuple[str, Callable[[Analysis], str]]] = [
        ("situations (those with the same future counted once)", lambda a: f"{a.states:,}"),
        ("best attainable value", lambda a: between(a.start.best)),
        ("shortest whole repair, in turns", lambda a: str(len(a.shortest) or "none")),
        ("longest shortest repair, in turns", lambda a: str(a.longest_repair or "none")),
        (translated(say.HALFWAY_ROW()), lambda a: f"{a.learning.halfway:.3f}" if a.learning else "not known"),
        *((f"{verdict}, in random play", _share(verdict)) for verdict in _met(analyses)),
    ]
    policies = list(analyses[0].outcomes)
    means = [(name, _mean(name)) for name in policies]
    return "\n".join([*table("", figures), "", *table("way of playing, mean points", means)])


def _met(analyses: Sequence[Analysis]) -> list[Verdict]:
    return [v for v in Verdict if any(v in analysis.start.endings for analysis in analyses)]


def _share(verdict: Verdict) -> Callable[[Analysis], str]:
    return lambda a: f"{a.outcomes['random'].verdicts[verdict]:.1%}" if a.outcomes else "not known"


def _mean(policy: str) -> Callable[[Analysis], str]:
    return lambda a: f"{a.outcomes[policy].mean:.1f}" if a.outcomes else "not known"


def _cells(*cells: str) -> str:
    # A title must not end its cell or its row.
    return f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in cells)} |"


def _row(name: str, text: str) -> str:
    lead = f"  {name:<{_LEAD}}"
    return textwrap.fill(text, _WIDTH, initial_indent=lead, subsequent_indent=" " * len(lead), break_on_hyphens=False)


def _way(way: Way, *, count: bool = True) -> str:
    told = ", ".join(f"{step.name} ({step.moment.id})" for step in way)
    return f"{turns(len(way))}: {told}" if count else told


def _cut(name: str, width: int) -> str:
    return name if len(name) <= width else name[: width - 1] + "…"

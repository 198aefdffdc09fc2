"""Checks of the ways through a story: what nobody reaches, what never ends, what leads nowhere new."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from simulator.alliance.reactions import ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences import fault_reasons as say
from simulator.patient.gate import gate_at
from simulator.scenario.checks.naming import quoted
from simulator.scenario.checks.paths import BANK, PARTING, states_of
from simulator.scenario.checks.story import Story
from simulator.scenario.diagnostics.diagnostic import Diagnostic
from simulator.scenario.diagnostics.story import STORY
from simulator.scenario.document import Ending, Moment

if TYPE_CHECKING:
    import networkx as nx


def unreached_moment(story: Story) -> Iterator[Diagnostic]:
    """Moments in which the trainee should answer, but that no path leads to."""
    for moment in _unreached(story):
        if moment.end is None:
            yield STORY["501"].at(story.moment_key(moment), moment=moment.id, why=_why_unreached(story, moment))


def unreached_ending(story: Story) -> Iterator[Diagnostic]:
    """Endings that no path leads to."""
    for moment in _unreached(story):
        if moment.end is not None:
            why = _why_unreached(story, moment)
            yield STORY["502"].at(story.moment_key(moment), moment=moment.id, end=moment.end, why=why)


def going_round(story: Story) -> Iterator[Diagnostic]:
    """Moments from which, whatever is said, the story only comes back to where it was."""
    if _plainly_goes_on(story):
        return
    caught_ids = story.paths.onward.keys() - _with_way_out(story)
    caught = [name for name in story.scenario.moments if name in caught_ids]
    meant = any(story.scenario.moments[name].beyond_repair for name in caught)
    if caught and not meant:
        round_ = _circle(story, caught_ids) or caught
        circle = " → ".join(round_[:4]) + (" …" if len(round_) > 4 else "")
        first = story.scenario.moments[caught[0]]
        yield STORY["503"].at(story.moment_key(first), moment=first.id, circle=circle)


def no_way_to_repair(story: Story) -> Iterator[Diagnostic]:
    """Scenarios that are scripted so tightly that nothing is ever repaired."""
    reached = story.paths.reached
    if ReactionState.REPAIRED in story.paths.states or BANK in reached:
        return
    if not any(m.end is Ending.REPAIRED and m.id in reached for m in story.scenario.moments.values()):
        yield STORY["528"].at(story.spans.key("moments"))


_FIRST_RUPTURE: Final = 1


def kindness_opens(story: Story) -> Iterator[Diagnostic]:
    """Scenarios that start with the gate open: nobody there has to own a part."""
    felt, gate = story.scenario.patient.alliance, gate_at(_FIRST_RUPTURE)
    if felt.at_least(gate):
        place = ("patient", "with", "alliance")
        span = story.spans.value(*(place if story.spans.has(*place) else ("patient", "use")))
        yield STORY["532"].at(span, alliance=f"{felt.mean_points:.3g}", gate=gate)


def start_is_an_end(story: Story) -> Iterator[Diagnostic]:
    """Scenarios whose first moment already ends the session."""
    first = story.scenario.moments[story.scenario.start]
    if first.end is not None:
        yield STORY["529"].at(story.spans.value("start"), moment=first.id)


def silence_to_itself(story: Story) -> Iterator[Diagnostic]:
    """Silences that, when they run out, begin again."""
    for moment in story.asking:
        if moment.silent_then == moment.id:
            place = story.spans.value("moments", moment.id, "silence", "then")
            yield STORY["524"].at(place, moment=moment.id)


def response_to_itself(story: Story) -> Iterator[Diagnostic]:
    """Responses after which the patient would repeat the same line."""
    for moment in story.asking:
        for response in moment.responses:
            if response.then == moment.id and not response.because:
                yield STORY["525"].at(story.response_value(moment, response, "then"), response=response.id)


def idle_condition(story: Story) -> Iterator[Diagnostic]:
    """``when`` and ``once`` on moments that only a ``then:`` leads to, where neither is asked."""
    paths = story.paths
    for name in paths.reached - paths.chosen:
        moment = story.scenario.moments[name]
        if moment.when is not None:
            yield STORY["517"].at(story.spans.key("moments", name, "when"), key="when", moment=name)
        if moment.once:
            yield STORY["517"].at(story.spans.key("moments", name, "once"), key="once", moment=name)


def _unreached(story: Story) -> Iterator[Moment]:
    reached = story.paths.reached
    # A start that ends the session leaves everything else unreached; that one fault is told instead.
    if story.scenario.moments[story.scenario.start].end is not None:
        return
    for name, moment in story.scenario.moments.items():
        if name not in reached:
            yield moment


def _why_unreached(story: Story, moment: Moment) -> Message:
    choices = story.paths.choices
    possible = [state for state in states_of(moment.reaction) if state in story.paths.states]
    if not possible:
        return say.NOT_NAMED(reaction=moment.reaction)
    rivals = dict.fromkeys(rival.id for state in possible for rival in choices.before(moment, state))
    return say.STANDS_BEFORE(names=quoted(rivals), count=len(rivals), reaction=moment.reaction)


def _plainly_goes_on(story: Story) -> bool:
    """Whether an ending or the line bank is near after every moment: the usual case, seen in a few rounds."""
    paths = story.paths
    choices = [(state, paths.choices.of(state)) for state in paths.states]
    safe = {name for name in paths.reached if name not in paths.onward}
    waiting = list(paths.onward.items())
    for _ in range(_ROUNDS):
        out = {state for state, names in choices if not safe.isdisjoint(names)}
        left = [
            (name, onward)
            for name, onward in waiting
            if out.isdisjoint(onward.states) and safe.isdisjoint(onward.scripted)
        ]
        if not left:
            return True
        safe.update({name for name, _ in waiting} - {name for name, _ in left})
        waiting = left
    return False


_ROUNDS: Final = 3


def _with_way_out(story: Story) -> set[str]:
    """The reached moments from which an ending or the patient's line bank can be reached by speaking."""
    import networkx as nx  # late: nearly every story plainly goes on

    graph = _onwards(story)
    graph.add_edges_from((name, _OUT) for name in (*(story.paths.reached - story.paths.onward.keys()), BANK, PARTING))
    return set(nx.ancestors(graph, _OUT))


def _circle(story: Story, caught: set[str]) -> list[str]:
    """Those of the moments with no way out that come again and again, in the order of the file."""
    import networkx as nx

    graph = _onwards(story)
    within = graph.subgraph(name for name in graph if name in caught or name.startswith(_STATE))
    round_and_round = {name for part in nx.strongly_connected_components(within) if len(part) > 1 for name in part}
    round_and_round.update(name for name in caught if graph.has_edge(name, name))
    return [name for name in story.scenario.moments if name in round_and_round & caught]


def _onwards(story: Story) -> nx.DiGraph[str]:
    """What can follow what by speaking: moments, and between them the states in which the graph chooses."""
    import networkx as nx

    choices = story.paths.choices
    graph: nx.DiGraph[str] = nx.DiGraph()
    for name, onward in story.paths.onward.items():
        graph.add_edges_from((name, target) for target in onward.scripted)
        for state in onward.states:
            usual = choices.usual(state)
            if usual is not None and usual.id == name:
                # What was just played is passed over, so another follows.
                graph.add_edges_from((name, choice) for choice in choices.of(state, name))
            graph.add_edge(name, _STATE + state)
            graph.add_edges_from((_STATE + state, choice) for choice in choices.of(state))
    return graph


_STATE: Final = "= "
"""Sets the name of a state apart from the id of a moment."""

_OUT: Final = "= out"
"""Stands behind everything that ends the session, and behind the line bank."""

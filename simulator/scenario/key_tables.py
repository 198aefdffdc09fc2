"""Every key of the scenario language, one table for each thing an author can write."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, TypeAlias

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState
from simulator.messages.message import Message
from simulator.messages.sentences import scenario_keys as say
from simulator.patient.grid import GRID_STATES
from simulator.patient.state import Cause, Fit
from simulator.scenario.document import Ending, Returns, SilenceKind
from simulator.scenario.legal_values import (
    ById,
    ByWord,
    CellText,
    Constant,
    Duration,
    FileName,
    FlagNames,
    Identifier,
    JustSaidNames,
    Kind,
    Language,
    Levels,
    Listing,
    MomentName,
    Need,
    NewFlags,
    OldIds,
    Openings,
    Phrases,
    Points,
    PoseParts,
    Prose,
    Record,
    Row,
    Table,
    Tellings,
    When,
    Whole,
    Word,
    Words,
    YesNo,
)
from simulator.scenario.portrait_names import Portrait

FEWEST_RESPONSES: Final = 3
"""A trainee should have at least this many responses to choose from (fewer is a warning)."""

MOST_RESPONSES: Final = 5
FEWEST_TURNS: Final = 4
MOST_TURNS: Final = 40

SCENARIO_FORMAT: Final = "scenario/2"
FIRST_SCENARIO_FORMAT: Final = "scenario/1"
PATIENT_FORMAT: Final = "patient/2"
FIRST_PATIENT_FORMAT: Final = "patient/1"
REACTIONS_FORMAT: Final = "reactions/1"

_YES, _SOMETIMES, _NO = Need.YES, Need.SOMETIMES, Need.NO
_ROW: TypeAlias = "tuple[str, Kind, Need, Message] | tuple[str, Kind, Need, Message, int]"
_SECOND: Final = 2
"""Keys with this number came with the second form of the language."""
_STATE_WORDS: Final = frozenset(str(state) for state in ReactionState)
_REACTIONS: Final = (*ReactionState, *(family for family in Family if str(family) not in _STATE_WORDS))
"""Reaction states, and the families that are not also the name of a state."""


def _table(name: Message, *rows: _ROW) -> Table:
    return Table(name, MappingProxyType({row[0]: Row(*row) for row in rows}))


def _points(name: Message, least: int, most: int, signed: bool, need: Need) -> Table:
    points = Points(least, most, signed)
    return _table(
        name,
        ("bond", points, need, say.GAUGE_BOND()),
        ("task", points, need, say.GAUGE_TASK()),
        ("goal", points, need, say.GAUGE_GOAL()),
    )


ALLIANCE: Final = _points(say.THE_ALLIANCE(), 0, 100, False, _YES)
EFFECTS: Final = _points(say.THE_EFFECTS(), -100, 100, True, _NO)

_MARKER: Final = Words(say.MARKER(), tuple(Marker), 2)
_AFTER: Final = say.AFTER()
_AFTER_OR_SHOWN: Final = say.AFTER_OR_SHOWN()
_FORMERLY: Final[_ROW] = ("formerly", OldIds(), _NO, say.FORMERLY(), _SECOND)

RESPONSE_WORDING: Final = _table(
    say.A_WORDING_OF_A_RESPONSE(),
    ("say", Prose(), _YES, say.RESPONSE_WORDING_SAY()),
    ("after", JustSaidNames(), _NO, _AFTER),
    ("again", YesNo(), _NO, say.RESPONSE_WORDING_AGAIN()),
    _FORMERLY,
)
_RESPONSE_START: Final[tuple[_ROW, ...]] = (
    ("say", Prose(), _YES, say.RESPONSE_SAY()),
    ("move", Word(say.MOVE(), tuple(Move)), _YES, say.RESPONSE_MOVE()),
    ("quality", Whole(0, 4), _SOMETIMES, say.RESPONSE_QUALITY()),
    ("also", Words(say.MOVE(), tuple(Move), 4), _NO, say.RESPONSE_ALSO()),
    ("debrief", Prose(), _YES, say.RESPONSE_DEBRIEF()),
    ("after", JustSaidNames(), _NO, _AFTER, _SECOND),
    ("wordings", ById(RESPONSE_WORDING), _NO, say.RESPONSE_WORDINGS(), _SECOND),
    _FORMERLY,
)
RESPONSE: Final = _table(
    say.A_RESPONSE(),
    *_RESPONSE_START,
    ("then", MomentName(), _NO, say.RESPONSE_THEN()),
    ("because", Prose(), _NO, say.RESPONSE_BECAUSE()),
    ("when", When(), _NO, say.RESPONSE_WHEN()),
    ("effects", Record(EFFECTS), _NO, say.RESPONSE_EFFECTS()),
    ("sets", FlagNames(), _NO, say.RESPONSE_SETS()),
)
_SILENCE_KIND: Final = Word(say.KIND_OF_SILENCE(), tuple(SilenceKind))
_LASTS: Final = say.LASTS()
SILENCE: Final = _table(
    say.A_SILENCE(),
    ("kind", _SILENCE_KIND, _SOMETIMES, say.SILENCE_KIND()),
    ("lasts", Duration(), _SOMETIMES, _LASTS),
    ("then", MomentName(), _NO, say.SILENCE_THEN()),
    ("because", Prose(), _NO, say.RESPONSE_BECAUSE(), _SECOND),
)
WORDING_SILENCE: Final = _table(
    say.A_SILENCE_OF_A_WORDING(),
    ("kind", _SILENCE_KIND, _YES, say.SILENCE_KIND()),
    ("lasts", Duration(), _YES, _LASTS),
)
_PATIENT_LINE: Final = Prose()
_BEYOND_REPAIR: Final = say.BEYOND_REPAIR()
_SHOWS: Final = say.SHOWS()
_THINKS: Final = say.THINKS()
_ABOUT_WORDS: Final[tuple[_ROW, ...]] = (
    ("opens", Openings(), _NO, say.ABOUT_WORDS_OPENS(), _SECOND),
    ("pose", PoseParts(), _NO, say.ABOUT_WORDS_POSE(), _SECOND),
)
WORDING: Final = _table(
    say.A_WORDING(),
    (
        "patient",
        _PATIENT_LINE,
        _SOMETIMES,
        say.WORDING_PATIENT(),
    ),
    ("shows", Phrases(), _SOMETIMES, _SHOWS),
    ("thinks", Prose(), _SOMETIMES, say.WORDING_THINKS()),
    ("marker", _MARKER, _NO, say.WORDING_MARKER()),
    ("masked", YesNo(), _NO, say.WORDING_MASKED()),
    ("silence", Record(WORDING_SILENCE), _NO, say.WORDING_SILENCE()),
    ("after", JustSaidNames(shown=True), _NO, _AFTER_OR_SHOWN),
    *_ABOUT_WORDS,
    ("again", YesNo(), _NO, say.WORDING_AGAIN()),
    ("wordless", YesNo(), _NO, say.WORDING_WORDLESS()),
    ("levels", Levels(), _NO, say.WORDING_LEVELS()),
    _FORMERLY,
)
_ABOUT_TELLING: Final[tuple[_ROW, ...]] = (
    ("wordings", ById(WORDING), _SOMETIMES, say.ABOUT_TELLING_WORDINGS(), _SECOND),
    ("hooks", Phrases(), _NO, say.ABOUT_TELLING_HOOKS(), _SECOND),
    (
        "returns",
        Word(say.WAY_OF_RETURNING(), tuple(Returns)),
        _NO,
        say.ABOUT_TELLING_RETURNS(),
        _SECOND,
    ),
)
MOMENT: Final = _table(
    say.A_MOMENT(),
    ("reaction", Word(say.REACTION_STATE_OR_FAMILY(), _REACTIONS), _YES, say.MOMENT_REACTION()),
    ("patient", _PATIENT_LINE, _SOMETIMES, say.MOMENT_PATIENT()),
    ("shows", Phrases(), _SOMETIMES, _SHOWS),
    ("thinks", Prose(), _SOMETIMES, _THINKS),
    ("marker", _MARKER, _SOMETIMES, say.MOMENT_MARKER()),
    ("masked", YesNo(), _NO, say.WORDING_MASKED()),
    ("beyond-repair", YesNo(), _NO, _BEYOND_REPAIR),
    ("silence", Record(SILENCE), _NO, say.MOMENT_SILENCE()),
    ("asks", YesNo(), _NO, say.MOMENT_ASKS(), _SECOND),
    ("wish", YesNo(), _NO, say.MOMENT_WISH(), _SECOND),
    *_ABOUT_WORDS,
    *_ABOUT_TELLING,
    ("when", When(), _NO, say.MOMENT_WHEN()),
    ("once", YesNo(), _NO, say.MOMENT_ONCE()),
    ("responses", ById(RESPONSE, MOST_RESPONSES), _SOMETIMES, say.MOMENT_RESPONSES()),
    ("end", Word(say.ENDING(), tuple(Ending)), _NO, say.MOMENT_END()),
    ("wished", YesNo(), _NO, say.MOMENT_WISHED(), _SECOND),
    ("afterwards", Prose(), _NO, say.MOMENT_AFTERWARDS()),
    ("copy", MomentName(), _NO, say.MOMENT_COPY()),
    _FORMERLY,
)
OPENING_LINE: Final = _table(
    say.AN_OPENING_LINE(),
    ("patient", _PATIENT_LINE, _SOMETIMES, say.OPENING_LINE_PATIENT()),
    ("you", Prose(), _SOMETIMES, say.OPENING_LINE_YOU()),
    ("shows", Phrases(), _NO, say.OPENING_LINE_SHOWS()),
)

_STYLE: Final = Word(say.STYLE(), ORIGIN_FAMILIES)
_FIT: Final = Word(say.FIT(), tuple(Fit))
PATIENT_WITH: Final = _table(
    say.WHAT_DIFFERS_IN_THE_PATIENT(),
    ("alliance", Record(ALLIANCE), _NO, say.PATIENT_WITH_ALLIANCE()),
    ("fit", _FIT, _NO, say.PATIENT_WITH_FIT()),
    ("style", _STYLE, _NO, say.PATIENT_WITH_STYLE()),
)
PATIENT_USE: Final = _table(
    say.THE_PATIENT(),
    ("use", FileName(), _YES, say.PATIENT_USE_USE()),
    ("with", Record(PATIENT_WITH), _NO, say.PATIENT_USE_WITH()),
)
SCENARIO: Final = _table(
    say.A_SCENARIO(),
    ("format", Constant(SCENARIO_FORMAT, (FIRST_SCENARIO_FORMAT,)), _YES, say.SCENARIO_FORMAT()),
    ("id", Identifier(), _YES, say.SCENARIO_ID()),
    ("title", Prose(), _YES, say.SCENARIO_TITLE()),
    ("language", Language(), _YES, say.SCENARIO_LANGUAGE()),
    ("about", Prose(), _YES, say.SCENARIO_ABOUT()),
    ("skill", Prose(200), _NO, say.SCENARIO_SKILL(), _SECOND),
    ("objectives", Phrases(), _YES, say.SCENARIO_OBJECTIVES()),
    (
        "difficulty",
        Whole(1, 3),
        _YES,
        say.SCENARIO_DIFFICULTY(),
    ),
    ("cause", Word(say.CAUSE(), tuple(Cause)), _YES, say.SCENARIO_CAUSE()),
    ("content-notes", Phrases(empty=True), _YES, say.SCENARIO_CONTENT_NOTES()),
    (
        "turns",
        Whole(FEWEST_TURNS, MOST_TURNS),
        _NO,
        say.SCENARIO_TURNS(),
    ),
    ("origin", Word(say.FAMILY(), ORIGIN_FAMILIES), _NO, say.SCENARIO_ORIGIN()),
    ("flags", NewFlags(), _NO, say.SCENARIO_FLAGS()),
    ("opening", Listing(OPENING_LINE), _NO, say.SCENARIO_OPENING()),
    ("patient", Record(PATIENT_USE), _YES, say.SCENARIO_PATIENT()),
    ("start", MomentName(), _YES, say.SCENARIO_START()),
    ("moments", ById(MOMENT), _YES, say.SCENARIO_MOMENTS()),
)

BANK_RESPONSE: Final = _table(
    say.A_RESPONSE_OF_A_PATIENT_FILE(),
    *_RESPONSE_START,
    ("when", When(), _NO, say.RESPONSE_WHEN()),
    ("effects", Record(EFFECTS), _NO, say.BANK_RESPONSE_EFFECTS()),
)
BANK_STATE: Final = _table(
    say.WHAT_A_PATIENT_DOES_IN_A_STATE(),
    *_ABOUT_TELLING,
    ("asks", YesNo(), _NO, say.BANK_STATE_ASKS()),
    ("beyond-repair", YesNo(), _NO, _BEYOND_REPAIR),
    ("afterwards", Prose(), _NO, say.BANK_STATE_AFTERWARDS()),
    ("responses", ById(BANK_RESPONSE, MOST_RESPONSES), _SOMETIMES, say.BANK_STATE_RESPONSES()),
)
CELL_CHANGE: Final = _table(
    say.A_CHANGED_CELL(),
    ("to", CellText(), _YES, say.CELL_CHANGE_TO()),
    ("because", Prose(), _YES, say.CELL_CHANGE_BECAUSE()),
)
PATIENT_REACTIONS: Final = _table(
    say.THE_REACTIONS(),
    ("use", FileName(), _SOMETIMES, say.PATIENT_REACTIONS_USE()),
    (
        "change",
        ByWord(say.MOVE(), tuple(Move), ByWord(say.REACTION_STATE(), GRID_STATES, Record(CELL_CHANGE))),
        _NO,
        say.PATIENT_REACTIONS_CHANGE(),
    ),
)
GOODBYES: Final = _table(
    say.THE_GOODBYES(),
    ("repaired", Tellings(WORDING), _SOMETIMES, say.GOODBYES_REPAIRED()),
    ("partly", Tellings(WORDING), _SOMETIMES, say.GOODBYES_PARTLY()),
    ("unresolved", Tellings(WORDING), _SOMETIMES, say.GOODBYES_UNRESOLVED()),
    ("quiet", Tellings(WORDING), _SOMETIMES, say.GOODBYES_QUIET()),
    ("left", Tellings(WORDING), _SOMETIMES, say.GOODBYES_LEFT()),
    ("transfer", Tellings(WORDING), _SOMETIMES, say.GOODBYES_TRANSFER()),
)

PATIENT: Final = _table(
    say.A_PATIENT_FILE(),
    ("format", Constant(PATIENT_FORMAT), _YES, say.PATIENT_FORMAT()),
    ("like", FileName(), _NO, say.PATIENT_LIKE()),
    ("id", Identifier(), _YES, say.SCENARIO_ID()),
    ("name", Prose(120), _YES, say.PATIENT_NAME()),
    ("age", Whole(18, 110), _YES, say.PATIENT_AGE()),
    ("pronouns", Prose(40), _YES, say.PATIENT_PRONOUNS()),
    ("work", Prose(200), _YES, say.PATIENT_WORK()),
    ("about", Prose(), _YES, say.PATIENT_ABOUT()),
    ("history", Prose(), _YES, say.PATIENT_HISTORY()),
    ("seeks", Prose(), _YES, say.PATIENT_SEEKS()),
    ("portrait", Word(say.PORTRAIT(), tuple(Portrait)), _YES, say.PATIENT_PORTRAIT()),
    ("style", _STYLE, _YES, say.PATIENT_STYLE()),
    ("fit", _FIT, _YES, say.PATIENT_FIT()),
    ("alliance", Record(ALLIANCE), _YES, say.PATIENT_ALLIANCE()),
    ("reactions", Record(PATIENT_REACTIONS), _YES, say.PATIENT_REACTIONS()),
    (
        "lines",
        ByWord(say.REACTION_STATE_OR_FAMILY(), _REACTIONS, Record(BANK_STATE)),
        _YES,
        say.PATIENT_LINES(),
    ),
    ("goodbyes", Record(GOODBYES), _YES, say.PATIENT_GOODBYES()),
)

BANK_LINE: Final = _table(
    say.A_LINE_OF_A_PATIENT_FILE(),
    ("patient", _PATIENT_LINE, _SOMETIMES, say.BANK_LINE_PATIENT()),
    ("shows", Phrases(), _SOMETIMES, say.BANK_LINE_SHOWS()),
    ("thinks", Prose(), _SOMETIMES, _THINKS),
    ("marker", _MARKER, _SOMETIMES, say.MOMENT_MARKER()),
    ("masked", YesNo(), _NO, say.WORDING_MASKED()),
    ("beyond-repair", YesNo(), _NO, _BEYOND_REPAIR),
    ("silence", Record(WORDING_SILENCE), _NO, say.WORDING_SILENCE()),
    ("afterwards", Prose(), _NO, say.BANK_STATE_AFTERWARDS()),
    ("responses", ById(BANK_RESPONSE, MOST_RESPONSES), _NO, say.BANK_LINE_RESPONSES()),
)
FIRST_PATIENT: Final = Table(
    PATIENT.name,
    MappingProxyType(
        {
            **{key: row for key, row in PATIENT.rows.items() if key != "like"},
            "format": Row("format", Constant(FIRST_PATIENT_FORMAT), _YES, say.FIRST_PATIENT_FORMAT()),
            "portrait": Row("portrait", Identifier(), _YES, say.FIRST_PATIENT_PORTRAIT()),
            "lines": Row(
                "lines",
                ByWord(say.REACTION_STATE_OR_FAMILY(), _REACTIONS, ById(BANK_LINE)),
                _YES,
                say.FIRST_PATIENT_LINES(),
            ),
            "responses": Row(
                "responses",
                ByWord(say.REACTION_STATE_OR_FAMILY(), _REACTIONS, ById(BANK_RESPONSE, MOST_RESPONSES)),
                _YES,
                say.FIRST_PATIENT_RESPONSES(),
            ),
        }
    ),
)
"""Patient files of the first form of the language."""

MOVE_REASONS: Final = _table(
    say.THE_REASONS_OF_A_MOVE(),
    ("opens", Prose(), _NO, say.MOVE_REASONS_OPENS()),
    ("holds", Prose(), _NO, say.MOVE_REASONS_HOLDS()),
    ("slips", Prose(), _NO, say.MOVE_REASONS_SLIPS()),
)
MOVE_CELLS: Final = _table(
    say.A_MOVE_OF_THE_REACTION_FILE(),
    ("because", Record(MOVE_REASONS), _YES, say.MOVE_CELLS_BECAUSE()),
    *((str(state), CellText(), _YES, say.LEADS_FROM(state=state)) for state in GRID_STATES),
)
REACTIONS: Final = _table(
    say.A_REACTION_FILE(),
    ("format", Constant(REACTIONS_FORMAT), _YES, say.REACTIONS_FORMAT()),
    ("id", Identifier(file=True), _YES, say.REACTIONS_ID()),
    ("about", Prose(), _YES, say.REACTIONS_ABOUT()),
    ("moves", ByWord(say.MOVE(), tuple(Move), Record(MOVE_CELLS), complete=True), _YES, say.REACTIONS_MOVES()),
)

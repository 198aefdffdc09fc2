"""Every key of the scenario language, one table for each thing an author can write."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, TypeAlias

from simulator.alliance.markers import Marker
from simulator.alliance.moves import Move
from simulator.alliance.reactions import ORIGIN_FAMILIES, Family, ReactionState
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
_ROW: TypeAlias = "tuple[str, Kind, Need, str] | tuple[str, Kind, Need, str, int]"
_SECOND: Final = 2
"""Keys with this number came with the second form of the language."""
_STATE_WORDS: Final = frozenset(str(state) for state in ReactionState)
_REACTIONS: Final = (*ReactionState, *(family for family in Family if str(family) not in _STATE_WORDS))
"""Reaction states, and the families that are not also the name of a state."""


def _table(name: str, *rows: _ROW) -> Table:
    return Table(name, MappingProxyType({row[0]: Row(*row) for row in rows}))


def _points(name: str, least: int, most: int, signed: bool, need: Need) -> Table:
    points = Points(least, most, signed)
    return _table(
        name,
        ("bond", points, need, "The bond: liking, trust, being on the same side."),
        ("task", points, need, "Agreement on what is done in the sessions."),
        ("goal", points, need, "Agreement on what the sessions are for."),
    )


ALLIANCE: Final = _points("the alliance", 0, 100, False, _YES)
EFFECTS: Final = _points("the effects", -100, 100, True, _NO)

_MARKER: Final = Words("marker", tuple(Marker), 2)
_AFTER: Final = "What must just have been said for these words: a class, a move, or MOMENT/RESPONSE; one, or a list."
_AFTER_OR_SHOWN: Final = (
    "What these words presuppose: a class, a move, or MOMENT/RESPONSE just said; or stuck, leaving; one, or a list."
)
_FORMERLY: Final[_ROW] = ("formerly", OldIds(), _NO, "Ids that it had before; nothing else may have them.", _SECOND)

RESPONSE_WORDING: Final = _table(
    "a wording of a response",
    ("say", Prose(), _YES, "The sentence in other words: it must ask the same thing."),
    ("after", JustSaidNames(), _NO, _AFTER),
    ("again", YesNo(), _NO, "true: written for saying it again."),
    _FORMERLY,
)
_RESPONSE_START: Final[tuple[_ROW, ...]] = (
    ("say", Prose(), _YES, "The sentence; in brackets what is done without words: (nods, waits)."),
    ("move", Word("move", tuple(Move)), _YES, "One of the 24 moves."),
    ("quality", Whole(0, 4), _SOMETIMES, "For own_contribution only: 0 none to 4 specific with its effect."),
    ("also", Words("move", tuple(Move), 4), _NO, "Further moves in the same sentence; shown, not played."),
    ("debrief", Prose(), _YES, "Why it works or does not: about the move, never about the person."),
    ("after", JustSaidNames(), _NO, _AFTER, _SECOND),
    ("wordings", ById(RESPONSE_WORDING), _NO, "The same in other words, by id.", _SECOND),
    _FORMERLY,
)
RESPONSE: Final = _table(
    "a response",
    *_RESPONSE_START,
    ("then", MomentName(), _NO, "The moment that follows, whatever the reaction graph says."),
    ("because", Prose(), _NO, "Why that follows although the graph would lead elsewhere."),
    ("when", When(), _NO, "Offered only if this condition holds."),
    ("effects", Record(EFFECTS), _NO, "Your own change of the gauges, in steps of five: {bond: +5, task: -5}."),
    ("sets", FlagNames(), _NO, "A flag, or a list of flags, that is set from now on."),
)
_SILENCE_KIND: Final = Word("kind of silence", tuple(SilenceKind))
_LASTS: Final = "How long it lasts, with its unit: 20s, 1min."
SILENCE: Final = _table(
    "a silence",
    ("kind", _SILENCE_KIND, _SOMETIMES, "What kind of silence it is."),
    ("lasts", Duration(), _SOMETIMES, _LASTS),
    ("then", MomentName(), _NO, "The moment that follows if nobody speaks."),
    ("because", Prose(), _NO, "Why that follows although the graph would lead elsewhere.", _SECOND),
)
WORDING_SILENCE: Final = _table(
    "a silence of a wording",
    ("kind", _SILENCE_KIND, _YES, "What kind of silence it is."),
    ("lasts", Duration(), _YES, _LASTS),
)
_PATIENT_LINE: Final = Prose()
_BEYOND_REPAIR: Final = "true where it is meant that the rupture can no longer be repaired."
_SHOWS: Final = "What can be seen: gaze, hands, breath; needed where the patient is silent."
_THINKS: Final = "What the patient does not say; shown in the debriefing only."
_ABOUT_WORDS: Final[tuple[_ROW, ...]] = (
    ("opens", Openings(), _NO, "Short first sentences by what they take up: {question: No.}", _SECOND),
    ("pose", PoseParts(), _NO, "Parts of the portrait's pose, such as {hands: folded}.", _SECOND),
)
WORDING: Final = _table(
    "a wording",
    (
        "patient",
        _PATIENT_LINE,
        _SOMETIMES,
        "What the patient says; needed unless there is a silence, or it is wordless.",
    ),
    ("shows", Phrases(), _SOMETIMES, _SHOWS),
    ("thinks", Prose(), _SOMETIMES, f"{_THINKS} Needed unless it is wordless."),
    ("marker", _MARKER, _NO, "The rupture marker shown, where it is not the moment's."),
    ("masked", YesNo(), _NO, "true where the marker is easy to miss."),
    ("silence", Record(WORDING_SILENCE), _NO, "A silence: {kind: ..., lasts: 20s}."),
    ("after", JustSaidNames(shown=True), _NO, _AFTER_OR_SHOWN),
    *_ABOUT_WORDS,
    ("again", YesNo(), _NO, "true: written for coming back, once all others were told."),
    ("wordless", YesNo(), _NO, "true: something seen, which may be shown any number of times."),
    ("levels", Levels(), _NO, "The levels at which it is told; all when left out."),
    _FORMERLY,
)
_ABOUT_TELLING: Final[tuple[_ROW, ...]] = (
    ("wordings", ById(WORDING), _SOMETIMES, "What is said, seen and thought, in several wordings, by id.", _SECOND),
    ("hooks", Phrases(), _NO, "Words of every wording that the responses hang on.", _SECOND),
    (
        "returns",
        Word("way of returning", tuple(Returns)),
        _NO,
        "told: once told, it comes back only in a wording with again.",
        _SECOND,
    ),
)
MOMENT: Final = _table(
    "a moment",
    ("reaction", Word("reaction state or family", _REACTIONS), _YES, "The reaction state or family it belongs to."),
    ("patient", _PATIENT_LINE, _SOMETIMES, "What the patient says; needed unless there is a silence, or wordings."),
    ("shows", Phrases(), _SOMETIMES, _SHOWS),
    ("thinks", Prose(), _SOMETIMES, _THINKS),
    ("marker", _MARKER, _SOMETIMES, "The rupture marker shown; needed in a rupture state."),
    ("masked", YesNo(), _NO, "true where the marker is easy to miss."),
    ("beyond-repair", YesNo(), _NO, _BEYOND_REPAIR),
    ("silence", Record(SILENCE), _NO, "A silence: {kind: ..., lasts: 20s, then: moment}."),
    ("asks", YesNo(), _NO, "Whether the patient asks or requests something that waits for an answer.", _SECOND),
    ("wish", YesNo(), _NO, "true where the patient says a plain wish to change to another therapist.", _SECOND),
    *_ABOUT_WORDS,
    *_ABOUT_TELLING,
    ("when", When(), _NO, "The reaction graph chooses this moment only if the condition holds."),
    ("once", YesNo(), _NO, "true: the reaction graph chooses it at most once."),
    ("responses", ById(RESPONSE, MOST_RESPONSES), _SOMETIMES, "Three to five responses, by id; needed unless end."),
    ("end", Word("ending", tuple(Ending)), _NO, "The session ends here, in this way."),
    ("wished", YesNo(), _NO, "With end: transfer; true where the patient has repeated a wish to change.", _SECOND),
    ("afterwards", Prose(), _NO, "With end: what happened then."),
    ("copy", MomentName(), _NO, "A moment whose keys are taken where this one has none."),
    _FORMERLY,
)
OPENING_LINE: Final = _table(
    "an opening line",
    ("patient", _PATIENT_LINE, _SOMETIMES, "What the patient said; either this or you."),
    ("you", Prose(), _SOMETIMES, "What the therapist said; either this or patient."),
    ("shows", Phrases(), _NO, "What could be seen."),
)

_STYLE: Final = Word("style", ORIGIN_FAMILIES)
_FIT: Final = Word("fit", tuple(Fit))
PATIENT_WITH: Final = _table(
    "what differs in the patient",
    ("alliance", Record(ALLIANCE), _NO, "The gauges at the start of this scenario."),
    ("fit", _FIT, _NO, "Whether this therapist can give what the patient needs."),
    ("style", _STYLE, _NO, "How the patient tends to answer strain."),
)
PATIENT_USE: Final = _table(
    "the patient",
    ("use", FileName(), _YES, "The patient's file."),
    ("with", Record(PATIENT_WITH), _NO, "What differs in this scenario."),
)
SCENARIO: Final = _table(
    "a scenario",
    ("format", Constant(SCENARIO_FORMAT, (FIRST_SCENARIO_FORMAT,)), _YES, "Always scenario/2."),
    ("id", Identifier(), _YES, "Lower-case words joined by hyphens; the same as the file name."),
    ("title", Prose(), _YES, "The title on the library card."),
    ("language", Language(), _YES, "A language tag such as en or pt-BR."),
    ("about", Prose(), _YES, "What happened, as the therapist would remember it: on the card, before a first meeting."),
    ("skill", Prose(200), _NO, "What is practised, in a phrase that does not give the answer away.", _SECOND),
    ("objectives", Phrases(), _YES, "What is practised, in short phrases."),
    (
        "difficulty",
        Whole(1, 3),
        _YES,
        "The level it suggests: 1 forgives a first mistake; 2 closes gates after each rupture; 3 masks signs too.",
    ),
    ("cause", Word("cause", tuple(Cause)), _YES, "What the therapist contributed to the rupture."),
    ("content-notes", Phrases(empty=True), _YES, "Themes to warn of; [] when there is none."),
    (
        "turns",
        Whole(FEWEST_TURNS, MOST_TURNS),
        _NO,
        "How many turns the trainee has at levels 2 and 3; 12 when left out. At level 1 there are three more.",
    ),
    ("origin", Word("family", ORIGIN_FAMILIES), _NO, "Where the rupture came from; only where the start is mixed."),
    ("flags", NewFlags(), _NO, "Names that responses can set and conditions can read."),
    ("opening", Listing(OPENING_LINE), _NO, "What was said before the first turn."),
    ("patient", Record(PATIENT_USE), _YES, "The patient: use a file, and with what differs here."),
    ("start", MomentName(), _YES, "The id of the first moment."),
    ("moments", ById(MOMENT), _YES, "The moments, by id."),
)

BANK_RESPONSE: Final = _table(
    "a response of a patient file",
    *_RESPONSE_START,
    ("when", When(), _NO, "Offered only if this condition holds."),
    ("effects", Record(EFFECTS), _NO, "Your own change of the gauges, in steps of five."),
)
BANK_STATE: Final = _table(
    "what a patient does in a state",
    *_ABOUT_TELLING,
    ("asks", YesNo(), _NO, "false where words end with a question mark; what waits for an answer is a scenario's."),
    ("beyond-repair", YesNo(), _NO, _BEYOND_REPAIR),
    ("afterwards", Prose(), _NO, "For repaired, transfer and left: what happened then."),
    ("responses", ById(BANK_RESPONSE, MOST_RESPONSES), _SOMETIMES, "Three to five responses, by id."),
)
CELL_CHANGE: Final = _table(
    "a changed cell",
    ("to", CellText(), _YES, "Where the move leads, in the notation of the base grid."),
    ("because", Prose(), _YES, "Why this person reacts in this way."),
)
PATIENT_REACTIONS: Final = _table(
    "the patient's reactions",
    ("use", FileName(), _SOMETIMES, "The reaction file this person's reactions are based on."),
    (
        "change",
        ByWord("move", tuple(Move), ByWord("reaction state", GRID_STATES, Record(CELL_CHANGE))),
        _NO,
        "Cells in which this person differs, each with its reason.",
    ),
)
GOODBYES: Final = _table(
    "the goodbyes",
    ("repaired", Tellings(WORDING), _SOMETIMES, "Parting words after a deep repair."),
    ("partly", Tellings(WORDING), _SOMETIMES, "Parting words after a partial repair."),
    ("unresolved", Tellings(WORDING), _SOMETIMES, "Parting words when the strain is still there."),
    ("quiet", Tellings(WORDING), _SOMETIMES, "Polite parting words of one who may not come back."),
    ("left", Tellings(WORDING), _SOMETIMES, "Parting words when the patient leaves."),
    ("transfer", Tellings(WORDING), _SOMETIMES, "Parting words after an agreed transfer."),
)

PATIENT: Final = _table(
    "a patient file",
    ("format", Constant(PATIENT_FORMAT), _YES, "Always patient/2."),
    ("like", FileName(), _NO, "Another patient file whose keys are taken where this one has none."),
    ("id", Identifier(), _YES, "Lower-case words joined by hyphens; the same as the file name."),
    ("name", Prose(120), _YES, "First and last name."),
    ("age", Whole(18, 110), _YES, "Age in years."),
    ("pronouns", Prose(40), _YES, "Such as she/her."),
    ("work", Prose(200), _YES, "What the person does."),
    ("about", Prose(), _YES, "Who this is, in a sentence."),
    ("history", Prose(), _YES, "What the person learned about closeness early on."),
    ("seeks", Prose(), _YES, "What the person comes for."),
    ("portrait", Word("portrait", tuple(Portrait)), _YES, "The face that is drawn; default is nobody in particular."),
    ("style", _STYLE, _YES, "How the person tends to answer strain."),
    ("fit", _FIT, _YES, "Whether this therapist can give what the person needs."),
    ("alliance", Record(ALLIANCE), _YES, "The gauges at the start."),
    ("reactions", Record(PATIENT_REACTIONS), _YES, "The reaction graph: use a file, and change what differs."),
    (
        "lines",
        ByWord("reaction state or family", _REACTIONS, Record(BANK_STATE)),
        _YES,
        "What the person does in each state, and what the trainee may answer.",
    ),
    ("goodbyes", Record(GOODBYES), _YES, "Parting words when the time is up."),
)

BANK_LINE: Final = _table(
    "a line of a patient file",
    ("patient", _PATIENT_LINE, _SOMETIMES, "What the patient says; needed unless there is a silence."),
    ("shows", Phrases(), _SOMETIMES, "What can be seen; needed where the patient is silent."),
    ("thinks", Prose(), _SOMETIMES, _THINKS),
    ("marker", _MARKER, _SOMETIMES, "The rupture marker shown; needed in a rupture state."),
    ("masked", YesNo(), _NO, "true where the marker is easy to miss."),
    ("beyond-repair", YesNo(), _NO, _BEYOND_REPAIR),
    ("silence", Record(WORDING_SILENCE), _NO, "A silence: {kind: ..., lasts: 20s}."),
    ("afterwards", Prose(), _NO, "For repaired, transfer and left: what happened then."),
    ("responses", ById(BANK_RESPONSE, MOST_RESPONSES), _NO, "Responses of this line's own."),
)
FIRST_PATIENT: Final = Table(
    PATIENT.name,
    MappingProxyType(
        {
            **{key: row for key, row in PATIENT.rows.items() if key != "like"},
            "format": Row("format", Constant(FIRST_PATIENT_FORMAT), _YES, "patient/1: an older form, still read."),
            "portrait": Row("portrait", Identifier(), _YES, "The name of the portrait; any could be written then."),
            "lines": Row(
                "lines",
                ByWord("reaction state or family", _REACTIONS, ById(BANK_LINE)),
                _YES,
                "What the person says.",
            ),
            "responses": Row(
                "responses",
                ByWord("reaction state or family", _REACTIONS, ById(BANK_RESPONSE, MOST_RESPONSES)),
                _YES,
                "What the trainee may answer, where a line has no responses of its own.",
            ),
        }
    ),
)
"""Patient files of the first form of the language."""

MOVE_REASONS: Final = _table(
    "the reasons of a move",
    ("opens", Prose(), _NO, "Why the move opens the way to repair."),
    ("holds", Prose(), _NO, "Why the move leaves things as they are."),
    ("slips", Prose(), _NO, "Why the move makes things worse."),
)
MOVE_CELLS: Final = _table(
    "a move of the reaction file",
    ("because", Record(MOVE_REASONS), _YES, "Why the move opens, holds or slips."),
    *((str(state), CellText(), _YES, f"Where the move leads from {state}.") for state in GRID_STATES),
)
REACTIONS: Final = _table(
    "a reaction file",
    ("format", Constant(REACTIONS_FORMAT), _YES, "Always reactions/1."),
    ("id", Identifier(file=True), _YES, "The same as the file name."),
    ("about", Prose(), _YES, "What this reaction graph is for."),
    ("moves", ByWord("move", tuple(Move), Record(MOVE_CELLS), complete=True), _YES, "A row of cells for each move."),
)

"""A JSON Schema (2020-12) of the scenario language, made from the key tables, for editors that complete and check YAML.

Values are described as YAML-aware editors see them: ``20s`` is a string, ``3`` a number, ``true`` a boolean. Prose may be
a bare number or ``true`` as well, because the program reads every value as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from simulator.alliance.moves import Move
from simulator.alliance.reactions import RUPTURE_FAMILIES, Family, ReactionState, is_rupture
from simulator.alliance.said_classes import SaidClass, ShownClass
from simulator.messages.message import Message
from simulator.scenario.document import Ending
from simulator.scenario.key_tables import (
    BANK_LINE,
    BANK_RESPONSE,
    BANK_STATE,
    FIRST_PATIENT,
    FIRST_PATIENT_FORMAT,
    FIRST_SCENARIO_FORMAT,
    GOODBYES,
    MOMENT,
    OPENING_LINE,
    PATIENT,
    PATIENT_FORMAT,
    REACTIONS,
    REACTIONS_FORMAT,
    RESPONSE,
    SCENARIO,
    SCENARIO_FORMAT,
)
from simulator.scenario.legal_values import (
    FILE_ID_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LONGEST_ID,
    LONGEST_LINE,
    LONGEST_OPENING,
    POINTS_STEP,
    TIME_PATTERN,
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
from simulator.scenario.poses import POSES

Schema: TypeAlias = dict[str, object]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_ID: Final[Schema] = {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}


_ANSWER: Final[Schema] = {"type": "string", "pattern": f"^~?{ID_PATTERN}/({ID_PATTERN})$"}
_JUST_SAID: Final[Schema] = {"anyOf": [{"enum": [*map(str, SaidClass), *map(str, Move)]}, _ANSWER]}
_SAID_OR_SHOWN: Final[Schema] = {
    "anyOf": [{"enum": [*map(str, SaidClass), *map(str, ShownClass), *map(str, Move)]}, _ANSWER]
}


@dataclass(frozen=True, slots=True)
class _Form:
    """A kind of file in one form of the language: the word of its ``format:`` line, its table, the form's number."""

    word: str
    table: Table
    number: int


_FORMS: Final = (
    _Form(SCENARIO_FORMAT, SCENARIO, 2),
    _Form(FIRST_SCENARIO_FORMAT, SCENARIO, 1),
    _Form(PATIENT_FORMAT, PATIENT, 2),
    _Form(FIRST_PATIENT_FORMAT, FIRST_PATIENT, 1),
    _Form(REACTIONS_FORMAT, REACTIONS, 2),
)


def json_schema() -> Schema:
    """The whole language: scenario, patient and reaction files of every form, told apart by their ``format``."""
    tables: dict[tuple[str, int], Table] = {}
    for form in _FORMS:
        _collect(form.table, form.number, tables)
    return {
        "$schema": DIALECT,
        "title": "Attune scenario language",
        "description": "Scenario, patient and reaction files; scenarios/README.md teaches the language.",
        "type": "object",
        "required": ["format"],
        "properties": {"format": {"enum": [form.word for form in _FORMS]}},
        "allOf": [
            {
                "if": {"properties": {"format": {"const": form.word}}, "required": ["format"]},
                "then": {"$ref": _reference(form.table, form.number)},
            }
            for form in _FORMS
        ],
        "$defs": {
            _slug(name, form): _object(table, form) for (name, form), table in sorted(tables.items(), key=_named)
        },
    }


def _named(entry: tuple[tuple[str, int], Table]) -> tuple[str, int]:
    return entry[0]


def _collect(table: Table, form: int, tables: dict[tuple[str, int], Table]) -> None:
    """Gather a table and every table that its keys lead to in this form of the language."""
    if (str(table.name), form) not in tables:
        tables[str(table.name), form] = table
        for row in _rows(table, form):
            _collect_kind(row.kind, form, tables)


def _collect_kind(kind: Kind, form: int, tables: dict[tuple[str, int], Table]) -> None:
    match kind:
        case Record(table) | Listing(table) | ById(table) | Tellings(table):
            _collect(table, form, tables)
        case ByWord():
            _collect_kind(kind.value, form, tables)
        case _:
            return


def _rows(table: Table, form: int) -> list[Row]:
    """The keys that a table had in a form of the language."""
    return [row for row in table.rows.values() if row.since <= form]


def _object(table: Table, form: int) -> Schema:
    rows = _rows(table, form)
    properties = {row.key: {"description": str(row.help), **_value(row.kind, form)} for row in rows}
    made: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    needed = [row.key for row in rows if row.need is Need.YES]
    rules = [dict(rule) for rule in _RULES.get(table.name, ())]
    if table is MOMENT:
        # A moment that copies another may leave out whatever that one has.
        own = [{"required": needed}, *rules]
        return made | {"if": {"required": ["copy"]}, "else": {"allOf": own}}
    if table is PATIENT:
        # Who begins from another patient needs nothing but a name of the file's own.
        whole: Schema = {"required": needed, "properties": _WHOLE_GROUPS}
        made |= {"if": {"not": {"required": ["like"]}}, "then": whole}
        needed = ["format", "id"]
    if table is FIRST_PATIENT:
        rules.append({"properties": _WHOLE_GROUPS})
    if needed:
        made["required"] = needed
    return made | ({"allOf": rules} if rules else {})


def _value(kind: Kind, form: int) -> Schema:
    match kind:
        case Constant(word, older):
            return {"const": older[form - 1] if form <= len(older) else word}
        case Record(table):
            return {"$ref": _reference(table, form)}
        case Listing(table):
            return {"type": "array", "items": {"$ref": _reference(table, form)}}
        case ById(table, most):
            limit: Schema = {} if most is None else {"maxProperties": most}
            groups: Schema = {"additionalProperties": {"$ref": _reference(table, form)}, "propertyNames": _ID}
            return {"type": "object", "minProperties": 1, **groups, **limit}
        case ByWord():
            return _by_word(kind, form)
        case Tellings(table):
            each = {"allOf": [{"$ref": _reference(table, form)}, {"required": ["patient"]}]}
            by_id = {"type": "object", "minProperties": 1, "propertyNames": _ID, "additionalProperties": each}
            wordings = {"type": "object", "required": ["wordings"], "properties": {"wordings": by_id}}
            return {"oneOf": [_scalar(Prose()), wordings | {"additionalProperties": False}]}
        case Openings():
            sentence = _scalar(Prose(LONGEST_OPENING))
            return {"type": "object", "additionalProperties": sentence, "propertyNames": _SAID_OR_SHOWN}
        case PoseParts():
            words = {part: {"enum": list(known)} for part, known in POSES.items()}
            not_both = {"required": ["hands", "holds"]}
            return {"type": "object", "additionalProperties": False, "properties": words, "not": not_both}
        case _:
            return _scalar(kind)


def _by_word(kind: ByWord, form: int) -> Schema:
    value = _value(kind.value, form)
    made: Schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {str(word): value for word in kind.words},
    }
    return made | ({"required": [str(word) for word in kind.words]} if kind.complete else {})


def _scalar(kind: Kind) -> Schema:
    match kind:
        case Prose(most):
            return {"type": ["string", "number", "boolean"], "minLength": 1, "maxLength": most}
        case Phrases(empty, most):
            phrase = _scalar(Prose(LONGEST_LINE))
            return {"type": "array", "items": phrase, "minItems": 0 if empty else 1, "maxItems": most}
        case Whole(least, most):
            return {"type": "integer", "minimum": least, "maximum": most}
        case Points(least, most):
            return {"type": "integer", "minimum": least, "maximum": most, "multipleOf": POINTS_STEP}
        case YesNo():
            return {"type": "boolean"}
        case Levels():
            return {"type": "array", "items": _scalar(Whole(1, 3)), "minItems": 1}
        case _:
            return _word(kind)


def _word(kind: Kind) -> Schema:
    match kind:
        case Word(_, words):
            return {"enum": [str(word) for word in words]}
        case Words(_, words, most):
            return _one_or_more({"enum": [str(word) for word in words]}, most)
        case Identifier(file):
            return {**_ID, "pattern": f"^{FILE_ID_PATTERN if file else ID_PATTERN}$"}
        case Language():
            return {"type": "string", "pattern": f"^{LANGUAGE_PATTERN}$"}
        case Duration():
            return {"type": "string", "pattern": f"^{TIME_PATTERN}$"}
        case JustSaidNames(shown):
            return _one_or_more(_SAID_OR_SHOWN if shown else _JUST_SAID, None)
        case NewFlags() | OldIds():
            return {"type": "array", "items": _ID, "uniqueItems": True}
        case FlagNames():
            return _one_or_more(_ID, None)
        case FileName() | CellText() | MomentName():
            return _ID if isinstance(kind, MomentName) else {"type": "string", "minLength": 1}
        case When():
            return {"type": "string", "minLength": 1}
        case _:
            raise NotImplementedError(kind)


def _one_or_more(one: Schema, most: int | None) -> Schema:
    several: Schema = {"type": "array", "items": one, "minItems": 1}
    return {"oneOf": [one, several if most is None else several | {"maxItems": most}]}


def _reference(table: Table, form: int) -> str:
    return f"#/$defs/{_slug(str(table.name), form)}"


def _slug(name: str, form: int) -> str:
    word = name.removeprefix("a ").removeprefix("the ").replace(" ", "-").replace("’", "")
    return f"{word}-{form}" if form == 1 else word


def _given(key: str, *words: str) -> Schema:
    return {"properties": {key: {"enum": list(words)}}, "required": [key]}


_STRAINED: Final = tuple(
    str(word) for word in (*(s for s in ReactionState if is_rupture(s)), *(f for f in Family if f in RUPTURE_FAMILIES))
)
_SPEAKS_OR_IS_SILENT: Final[Schema] = {"anyOf": [{"required": ["patient"]}, {"required": ["silence"]}]}
_SILENCE_SHOWS: Final[Schema] = {"anyOf": [{"required": ["patient"]}, {"required": ["shows"]}]}
_THINKS: Final[Schema] = {"required": ["thinks"]}

_EACH_WORDING: Final[Schema] = {
    "if": {"required": ["wordless"], "properties": {"wordless": {"const": True}}},
    "then": {"required": ["shows"], "not": _SPEAKS_OR_IS_SILENT},
    "else": {"allOf": [_SPEAKS_OR_IS_SILENT, _SILENCE_SHOWS, _THINKS]},
}
_WORDINGS_ARE_WHOLE: Final[Schema] = {"properties": {"wordings": {"additionalProperties": _EACH_WORDING}}}
_WORDINGS_SHOW_MARKERS: Final[Schema] = {"properties": {"wordings": {"additionalProperties": {"required": ["marker"]}}}}

_TOLD_DIRECTLY: Final[Schema] = {
    "anyOf": [
        *({"required": [key]} for key in ("patient", "shows", "thinks", "opens", "pose")),
        *({"required": ["silence"], "properties": {"silence": {"required": [key]}}} for key in ("kind", "lasts")),
    ]
}
_ONLY_WORDINGS: Final[Schema] = {"required": ["wordings"], "not": _TOLD_DIRECTLY}
"""Nothing is said directly at the moment: its own keys are not words."""

_OWN_WORDS_ARE_WHOLE: Final[Schema] = {
    "if": {"not": _ONLY_WORDINGS},
    "then": {"allOf": [_SPEAKS_OR_IS_SILENT, _SILENCE_SHOWS, _THINKS]},
}
_OWN_SILENCE_IS_WHOLE: Final[Schema] = {
    "if": {"not": {"required": ["wordings"]}},
    "then": {"properties": {"silence": {"required": ["kind", "lasts"]}}},
    "else": {"properties": {"silence": {"dependentRequired": {"kind": ["lasts"], "lasts": ["kind"]}}}},
}
_RUPTURES_SHOW_MARKERS: Final[Schema] = {
    "if": {"allOf": [_given("reaction", *dict.fromkeys(_STRAINED)), {"not": {"required": ["marker"]}}]},
    "then": _ONLY_WORDINGS | _WORDINGS_SHOW_MARKERS,
}
_SILENCE_IS_NO_ANSWER: Final[Schema] = {
    "not": {
        "required": ["asks", "silence"],
        "properties": {"asks": {"const": True}, "silence": {"required": ["then"]}},
    }
}
_YES: Final[Schema] = {"const": True}
_WISHED_ENDS_IN_A_TRANSFER: Final[Schema] = {
    "if": {"required": ["wished"], "properties": {"wished": _YES}},
    "then": _given("end", Ending.TRANSFER.value),
}
_A_WISH_IS_ANSWERED: Final[Schema] = {"not": {"required": ["wish", "end"], "properties": {"wish": _YES}}}
_LINES_DO_NOT_ASK: Final[Schema] = {"properties": {"asks": {"const": False}}}
_QUALITY_GOES_WITH_OWNING: Final[Schema] = {
    "if": _given("move", Move.OWN_CONTRIBUTION.value),
    "then": {"required": ["quality"]},
    "else": {"not": {"required": ["quality"]}},
}

_WHOLE_GROUPS: Final[Schema] = {
    "goodbyes": {"required": list(GOODBYES.rows)},
    "reactions": {"required": ["use"]},
}
"""What a patient that begins from no other needs in its groups of keys."""

_RULES: Final[Mapping[Message, tuple[Schema, ...]]] = {
    MOMENT.name: (
        _OWN_WORDS_ARE_WHOLE,
        _OWN_SILENCE_IS_WHOLE,
        _WORDINGS_ARE_WHOLE,
        {"oneOf": [{"required": ["responses"]}, {"required": ["end"]}]},
        _RUPTURES_SHOW_MARKERS,
        _SILENCE_IS_NO_ANSWER,
        _WISHED_ENDS_IN_A_TRANSFER,
        _A_WISH_IS_ANSWERED,
    ),
    BANK_STATE.name: (_WORDINGS_ARE_WHOLE, _LINES_DO_NOT_ASK),
    PATIENT.name: (
        {"properties": {"lines": {"properties": dict.fromkeys(dict.fromkeys(_STRAINED), _WORDINGS_SHOW_MARKERS)}}},
    ),
    BANK_LINE.name: (_SPEAKS_OR_IS_SILENT, _SILENCE_SHOWS),
    RESPONSE.name: (_QUALITY_GOES_WITH_OWNING,),
    BANK_RESPONSE.name: (_QUALITY_GOES_WITH_OWNING,),
    OPENING_LINE.name: ({"oneOf": [{"required": ["patient"]}, {"required": ["you"]}]},),
}
"""What the help of a key says about when it is needed, for the keys that are needed only sometimes."""

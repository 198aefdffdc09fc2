"""A JSON Schema (2020-12) of the scenario language, made from the key tables, for editors that complete and check YAML.

Values are described as YAML-aware editors see them: ``20s`` is a string, ``3`` a number, ``true`` a boolean. Prose may be
a bare number or ``true`` as well, because the program reads every value as text.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeAlias

from simulator.alliance import RUPTURE_FAMILIES, Family, Move, ReactionState, is_rupture
from simulator.alliance.said_classes import SaidClass
from simulator.scenario.keys import (
    BANK_LINE,
    BANK_RESPONSE,
    MOMENT,
    OPENING_LINE,
    PATIENT,
    REACTIONS,
    RESPONSE,
    SCENARIO,
)
from simulator.scenario.kinds import (
    FILE_ID_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    LONGEST_ID,
    LONGEST_LINE,
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

_LONGEST_CONDITION: Final = 400
_ID: Final[Schema] = {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}


_JUST_SAID: Final[Schema] = {
    "anyOf": [
        {"enum": [*map(str, SaidClass), *map(str, Move)]},
        {"type": "string", "pattern": f"^~?{ID_PATTERN}/({ID_PATTERN})$"},
    ]
}


def json_schema() -> Schema:
    """The whole language: scenario, patient and reaction files, told apart by their ``format``."""
    tables: dict[str, Table] = {}
    files = (SCENARIO, PATIENT, REACTIONS)
    for table in files:
        _collect(table, tables)
    formats = [_format_of(table) for table in files]
    return {
        "$schema": DIALECT,
        "title": "Attune scenario language",
        "description": "Scenario, patient and reaction files; scenarios/README.md teaches the language.",
        "type": "object",
        "required": ["format"],
        "properties": {"format": {"enum": formats}},
        "allOf": [
            {
                "if": {"properties": {"format": {"const": word}}, "required": ["format"]},
                "then": {"$ref": _reference(table)},
            }
            for word, table in zip(formats, files, strict=True)
        ],
        "$defs": {_slug(name): _object(table) for name, table in sorted(tables.items())},
    }


def _format_of(table: Table) -> str:
    kind = table.rows["format"].kind
    assert isinstance(kind, Constant)
    return kind.word


def _collect(table: Table, tables: dict[str, Table]) -> None:
    """Gather a table and every table that its keys lead to."""
    if table.name not in tables:
        tables[table.name] = table
        for row in table.rows.values():
            _collect_kind(row.kind, tables)


def _collect_kind(kind: Kind, tables: dict[str, Table]) -> None:
    match kind:
        case Record(table) | Listing(table) | ById(table) | Tellings(table):
            _collect(table, tables)
        case ByWord():
            _collect_kind(kind.value, tables)
        case _:
            return


def _object(table: Table) -> Schema:
    properties = {row.key: {"description": row.help, **_value(row.kind)} for row in table.rows.values()}
    made: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
    needed = [row.key for row in table.rows.values() if row.need is Need.YES]
    rules = [dict(rule) for rule in _RULES.get(table.name, ())]
    if table is MOMENT:
        # A moment that copies another may leave out whatever that one has.
        own = [{"required": needed}, *rules]
        return made | {"if": {"required": ["copy"]}, "else": {"allOf": own}}
    if needed:
        made["required"] = needed
    return made | ({"allOf": rules} if rules else {})


def _value(kind: Kind) -> Schema:
    match kind:
        case Constant(word):
            return {"const": word}
        case Record(table):
            return {"$ref": _reference(table)}
        case Listing(table):
            return {"type": "array", "items": {"$ref": _reference(table)}}
        case ById(table, most):
            limit: Schema = {} if most is None else {"maxProperties": most}
            groups: Schema = {"additionalProperties": {"$ref": _reference(table)}, "propertyNames": _ID}
            return {"type": "object", "minProperties": 1, **groups, **limit}
        case ByWord():
            return _by_word(kind)
        case Tellings(table):
            wordings = {"type": "object", "required": ["wordings"], "properties": {"wordings": _value(ById(table))}}
            return {"oneOf": [_scalar(Prose()), wordings | {"additionalProperties": False}]}
        case Openings():
            return {"type": "object", "additionalProperties": _scalar(Prose()), "propertyNames": _JUST_SAID}
        case PoseParts():
            words = {part: {"enum": list(known)} for part, known in POSES.items()}
            return {"type": "object", "additionalProperties": False, "properties": words}
        case _:
            return _scalar(kind)


def _by_word(kind: ByWord) -> Schema:
    value = _value(kind.value)
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
            return {"type": "array", "items": _scalar(Whole(1, 3)), "minItems": 1, "uniqueItems": True}
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
        case JustSaidNames():
            return _one_or_more(_JUST_SAID, None)
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


def _reference(table: Table) -> str:
    return f"#/$defs/{_slug(table.name)}"


def _slug(name: str) -> str:
    return name.removeprefix("a ").removeprefix("the ").replace(" ", "-").replace("'", "")


def _given(key: str, *words: str) -> Schema:
    return {"properties": {key: {"enum": list(words)}}, "required": [key]}


_STRAINED: Final = tuple(
    str(word) for word in (*(s for s in ReactionState if is_rupture(s)), *(f for f in Family if f in RUPTURE_FAMILIES))
)
_SPEAKS_OR_IS_SILENT: Final[Schema] = {"anyOf": [{"required": ["patient"]}, {"required": ["silence"]}]}
_SILENCE_SHOWS: Final[Schema] = {"anyOf": [{"required": ["patient"]}, {"required": ["shows"]}]}
_QUALITY_GOES_WITH_OWNING: Final[Schema] = {
    "if": _given("move", Move.OWN_CONTRIBUTION.value),
    "then": {"required": ["quality"]},
    "else": {"not": {"required": ["quality"]}},
}

_RULES: Final[Mapping[str, tuple[Schema, ...]]] = {
    MOMENT.name: (
        _SPEAKS_OR_IS_SILENT,
        _SILENCE_SHOWS,
        {"oneOf": [{"required": ["responses"]}, {"required": ["end"]}]},
        {"if": _given("reaction", *dict.fromkeys(_STRAINED)), "then": {"required": ["marker"]}},
    ),
    BANK_LINE.name: (_SPEAKS_OR_IS_SILENT, _SILENCE_SHOWS),
    RESPONSE.name: (_QUALITY_GOES_WITH_OWNING,),
    BANK_RESPONSE.name: (_QUALITY_GOES_WITH_OWNING,),
    OPENING_LINE.name: ({"oneOf": [{"required": ["patient"]}, {"required": ["you"]}]},),
}
"""What the help of a key says about when it is needed, for the keys that are needed only sometimes."""

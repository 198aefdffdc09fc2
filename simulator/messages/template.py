"""What translators work on: the catalogue as gettext files, made, brought up to date and looked through."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from babel.core import Locale
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.pofile import PoFileError, read_po, write_po

from simulator import __version__
from simulator.messages.message import Sentence
from simulator.messages.sentence_list import all_sentences

_PROJECT: Final = "Attune"
_HEAD: Final = "# A translation of Attune; assets/languages/README.md says how it is made."


@dataclass(frozen=True, slots=True)
class Findings:
    """What a translation lacks, by the ids of sentences.

    ``missing`` have no translation (or one marked fuzzy), ``stale`` are no sentences of the catalogue any more, or were
    written for other English, ``unfit`` name other values than the English, so that English is said instead.
    """

    missing: tuple[str, ...]
    stale: tuple[str, ...]
    unfit: tuple[str, ...]
    translated: int


def template() -> Catalog:
    """Every sentence of the catalogue, untranslated, with the notes for translators."""
    catalog = Catalog(header_comment=_HEAD, project=_PROJECT, version=__version__, charset="utf-8", fuzzy=False)
    for sentence in all_sentences():
        catalog.add(_source(sentence), context=sentence.id, auto_comments=[sentence.note] if sentence.note else [])
    return catalog


def begun(language: str) -> bytes:
    """A new file for a language; ``ValueError`` or ``UnknownLocaleError`` where there is no such language."""
    catalog = template()
    catalog.locale = Locale.parse(language.replace("-", "_"))
    return _written(catalog)


def updated(source: bytes) -> bytes:
    """A translator's file with today's sentences; what is no sentence any more is kept at its end, as a remark.

    A translation that was written for other English is kept, marked fuzzy: English is said until somebody looked at it.
    Raises ``PoFileError`` or ``ValueError`` for a file that cannot be read whole.
    """
    old = _read(source)
    new = template()
    new.locale, new.header_comment = old.locale, old.header_comment
    new.creation_date, new.revision_date = old.creation_date, old.revision_date
    new.last_translator, new.language_team = old.last_translator, old.language_team
    known = {entry.context: entry for entry in old if entry.id}
    for entry in new:
        was = known.pop(entry.context, None) if entry.id else None
        if was is None or not _is_told(was):
            continue
        entry.string = was.string
        entry.user_comments = was.user_comments
        entry.flags = set(was.flags) | (set() if was.id == entry.id else {"fuzzy"})
    for name, entry in known.items():
        new.obsolete[str(name)] = entry
    return _written(new)


def findings(source: bytes) -> Findings:
    """What a translator's file lacks beside today's catalogue; ``PoFileError`` or ``ValueError`` if it cannot be read whole."""
    sentences = {sentence.id: sentence for sentence in all_sentences()}
    told = {str(entry.context): entry for entry in _read(source) if entry.id}
    stale = [name for name, e in told.items() if name not in sentences or e.id != _source(sentences[name])]
    fresh = {name: entry for name, entry in told.items() if name not in stale and _is_told(entry) and not entry.fuzzy}
    unfit = [name for name, entry in fresh.items() if not all(map(sentences[name].is_said_by, _strings(entry)))]
    missing = [name for name in sentences if name not in fresh and name not in stale]
    return Findings(tuple(missing), tuple(sorted(stale)), tuple(sorted(unfit)), len(fresh) - len(unfit))


def is_whole(source: bytes) -> bool:
    """Whether a translator's file has words for every sentence of today; ``False`` also for one that cannot be read whole."""
    try:
        found = findings(source)
    except (PoFileError, ValueError, LookupError, AttributeError):
        return False
    return not (found.missing or found.unfit)


def _source(sentence: Sentence) -> str | tuple[str, str]:
    return (sentence.text, sentence.many) if sentence.count else sentence.text


def _read(source: bytes) -> Catalog:
    # What cannot be read is told, and not left out: an update must lose nothing.
    return read_po(io.BytesIO(source), ignore_obsolete=True, abort_invalid=True)


def _written(catalog: Catalog) -> bytes:
    target = io.BytesIO()
    write_po(target, catalog, width=100, omit_header=False, sort_output=False)
    return target.getvalue()


def _is_told(entry: Entry) -> bool:
    return all(_strings(entry))


def _strings(entry: Entry) -> tuple[str, ...]:
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string or ("",))

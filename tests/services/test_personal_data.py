"""A person's own data: found, collected whole and by pages, exported as readable pages, deleted without a trace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from simulator.messages.message import ENGLISH, Catalogue, When
from simulator.messages.sentences import personal_data as say
from simulator.messages.sentences import storage as stored
from simulator.messages.sentences.disclaimers import DISCLAIMERS
from simulator.messages.sentences.reasons import RULES
from simulator.scenario.hashes import item_digests, story_digest
from simulator.scenario.quotation_marks import set_in_type
from simulator.scoring import score
from simulator.scoring.standings import standing_in_words
from simulator.services.erasing import backups_holding, erase_conversation, erase_everything
from simulator.services.measuring import TODAY
from simulator.services.people import of_earlier_settings
from simulator.services.personal_collection import PersonalData, Telling, collect, collecting
from simulator.services.personal_data import conversations_of, find_person, write_export
from simulator.session.codec import canonical, decode
from simulator.session.errors import ServiceError
from simulator.session.events import NOT_RECORDED, Chose, Started, StayedSilent, Stopped, Timing
from simulator.session.first_edition import person_id
from simulator.session.ids import PersonId
from simulator.session.remarks import AboutItem, AboutSession, Remark, RemarkId, Role
from simulator.session.store import Measures, Person, SessionFilter, SessionOrder, SessionStore
from simulator.session.vocabulary import By, Met
from simulator.storage.backups import Reason, backup_folder
from simulator.storage.cache import CACHE_FOLDER, Cache
from simulator.storage.home import STORE_FILE, open_store
from simulator.storage.settings import SETTINGS_FILE, Settings, Theme, load_settings, save_settings
from simulator.storage.sqlite import SqliteSessionStore
from tests.editions.frozen import FROZEN, courses, scenarios
from tests.editions.frozen import told as told_by
from tests.pseudo_language import PSEUDO, untranslated
from tests.reports.pages import Page
from tests.services.kept import (
    DAY_MS,
    KIM,
    NOON_MS,
    OWN_TITLE,
    ROBIN,
    change_rows,
    first_edition,
    found_in,
    note,
    opened,
    scenario,
    session_id,
    talk,
)

NASTY = "</p><script>alert('x')</script>\x1b[31m & “quoted”"
KIM_OF_THE_FIRST_EDITION = "Kim Ō’Neil"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteSessionStore]:
    with closing(opened(tmp_path, ROBIN, KIM)) as found:
        yield found


def exported(data: PersonalData, folder: Path, catalogue: Catalogue = ENGLISH, now_ms: int = NOON_MS) -> dict[str, str]:
    """The files of an export by their paths."""
    target = folder / "export.zip"
    write_export(data, target, now_ms=now_ms, catalogue=catalogue)
    with ZipFile(target) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def data_of(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["data.json"])
    return found


def remark_on(store: SessionStore, number: int, author: Person, kind: str, text: str) -> RemarkId:
    """A remark of somebody on a session."""
    session = session_id(number)
    about, id_ = (
        AboutSession(session, None, store.load(session).header.head),
        RemarkId(f"{kind} {number} {author.name}"),
    )
    store.remark(Remark(id_, about, kind, Role.SUPERVISOR, author.id, NOON_MS, {"text": text}))
    return id_


# Finding a person.


def test_a_person_is_found_by_name_and_by_id(store: SessionStore) -> None:
    assert find_person(store, "Kim") == find_person(store, KIM.id) == KIM


def test_a_name_is_found_however_its_accents_were_typed(store: SessionStore) -> None:
    store.add_person(replace(KIM, name="Ines Ō"))
    assert find_person(store, "Ines O\u0304").id == KIM.id


def test_of_two_people_of_one_name_the_ids_are_told_with_what_they_have(store: SessionStore) -> None:
    store.add_person(replace(ROBIN, name="Kim"))
    talk(store, ROBIN, 1)
    with pytest.raises(ServiceError) as refusal:
        find_person(store, "Kim")
    assert str(refusal.value) == (
        f"Several people here are called “Kim”. Say which one by the id: {ROBIN.id} (1 conversation) or "
        f"{KIM.id} (0 conversations)."
    )
    assert find_person(store, ROBIN.id).id == ROBIN.id


def test_of_somebody_unknown_those_who_are_known_are_told(store: SessionStore, tmp_path: Path) -> None:
    with pytest.raises(ServiceError, match=r"Nobody called “Ina” has practised here\. Known here: Kim and Robin"):
        find_person(store, "Ina")
    empty = tmp_path / "empty"
    with (
        closing(opened(empty)) as nobody,
        pytest.raises(ServiceError, match=r"Nobody called “Ina” has practised here\.$"),
    ):
        find_person(nobody, "Ina")


def test_somebody_whose_name_is_lost_is_found_by_the_conversations(store: SqliteSessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    store.checkpoint()
    change_rows(tmp_path, f"DELETE FROM people WHERE id = '{ROBIN.id}'")
    assert find_person(store, ROBIN.id) == Person(ROBIN.id, "")


# Collecting.


def test_everything_of_a_person_is_collected_and_nothing_of_others(store: SessionStore) -> None:
    for number, person in enumerate((ROBIN, KIM, ROBIN, ROBIN), 1):
        talk(store, person, number)
    note(store, ROBIN, session_id(3), "About the third.")
    note(store, KIM, session_id(2), "Nobody else reads this.", number=2)
    store.put_measures(
        session_id(4), TODAY, store.load(session_id(4)).header.head, Measures(81, {"noticing": 4}, {2: 7})
    )
    store.note_met(ROBIN.id, "push-me", Met.DEBRIEFING, NOON_MS)
    store.note_met(ROBIN.id, "only-proved", Met.PROOF, NOON_MS)
    data = collect(store, ROBIN)
    assert [session.header.id for session in data.sessions] == [session_id(1), session_id(3), session_id(4)]
    assert [session.stored for session in data.sessions] == [store.load(session.header.id) for session in data.sessions]
    assert [[r.values["text"] for r in session.remarks] for session in data.sessions] == [[], ["About the third."], []]
    assert [session.measures for session in data.sessions] == [None, None, Measures(81, {"noticing": 4}, {2: 7})]
    assert data.met == {"only-proved": (Met.PROOF,), "push-me": (Met.SESSION, Met.DEBRIEFING)}
    assert (data.remarks_elsewhere, data.damaged) == ((), ())


def test_the_store_can_be_used_between_the_parts_of_collecting(store: SessionStore) -> None:
    talk(store, ROBIN, 1)
    talk(store, ROBIN, 2)
    parts = collecting(store, ROBIN)
    assert next(parts) == 1
    note(store, ROBIN, session_id(2), "Written meanwhile.")
    assert next(parts) == 2
    with pytest.raises(StopIteration) as done:
        next(parts)
    assert [r.values["text"] for r in done.value.value.sessions[1].remarks] == ["Written meanwhile."]


def test_hundreds_of_conversations_are_read_page_by_page(store: SessionStore) -> None:
    for number in range(1, 106):
        talk(store, ROBIN, number, turns=0, stop=False)
    data = collect(store, ROBIN)
    assert [session.header.id for session in data.sessions] == [session_id(number) for number in range(1, 106)]
    assert len({id(session.stored.sources) for session in data.sessions}) == 1


def test_what_a_person_said_about_others_is_theirs_and_what_others_keep_to_themselves_is_not(
    store: SessionStore,
) -> None:
    talk(store, ROBIN, 1)
    talk(store, KIM, 2)
    comment = remark_on(store, 1, KIM, "comment", "Well held.")
    remark_on(store, 1, KIM, "own-note", "Only for me.")
    robins, kims = collect(store, ROBIN), collect(store, KIM)
    assert [r.id for r in robins.sessions[0].remarks] == [comment]
    assert {r.values["text"] for r in kims.remarks_elsewhere} == {"Well held.", "Only for me."}
    assert kims.sessions[0].remarks == robins.remarks_elsewhere == ()


def test_a_damaged_conversation_is_named_with_what_can_still_be_read(store: SqliteSessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    talk(store, ROBIN, 2)
    whole = store.load(session_id(1)).events
    store.checkpoint()
    change_rows(
        tmp_path,
        "UPDATE events SET body = CAST(replace(body, 'chose', 'Chose') AS BLOB) WHERE step % 4096 = 4 AND step < 8192",
    )
    damaged, sound = collect(store, ROBIN).sessions
    assert damaged.stored.damage == stored.STEP_CHANGED(step=4)
    assert damaged.stored.events == whole[:4]
    assert sound.stored.damage is None


def test_of_a_conversation_that_cannot_be_read_at_all_the_line_in_the_list_is_kept(
    store: SqliteSessionStore, tmp_path: Path
) -> None:
    talk(store, ROBIN, 1)
    store.checkpoint()
    change_rows(tmp_path, "UPDATE events SET body = x'00' WHERE step % 4096 = 0")
    (lost,) = collect(store, ROBIN).damaged
    assert (lost.header.title, lost.stored.events) == ("You nod", ())
    assert lost.stored.damage is not None


def test_a_line_whose_id_was_damaged_stops_nothing(store: SqliteSessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    talk(store, ROBIN, 2)
    store.checkpoint()
    change_rows(tmp_path, "UPDATE sessions SET id = CAST(x'ff00' AS TEXT) WHERE number = 1")
    data = collect(store, ROBIN)
    assert [session.stored.damage is None for session in data.sessions] == [False, True]


def test_a_damaged_remark_is_told_and_the_conversation_is_there(store: SqliteSessionStore, tmp_path: Path) -> None:
    note(store, ROBIN, talk(store, ROBIN, 1), "A note.")
    store.checkpoint()
    change_rows(tmp_path, "UPDATE remarks SET body = CAST(replace(body, 'A note', 'B note') AS BLOB)")
    (session,) = collect(store, ROBIN).sessions
    assert session.stored.damage == stored.REMARK_CHANGED()
    assert (session.remarks, len(session.stored.events)) == ((), 8)


# The export.


def of_the_first_edition(folder: Path) -> SqliteSessionStore:
    """A store with the sessions of the first edition, as a program of that edition recorded them."""
    store = open_store(folder)
    for name in ("Robin", "Kim Ō’Neil"):
        store.add_person(Person(person_id(name), name))
    for course, then in zip(courses(1), told_by(1), strict=False):
        started, *rest = map(decode, course.bodies)
        assert isinstance(started, Started)
        played_with = scenarios(FROZEN)[course.scenario]
        store.create(started, Timing(then["at_ms"]), played_with.path, played_with.sources)
        for event in rest:
            store.append(started.session, event, Timing(None, 900))
    return store


def reason_in_words(frozen: str) -> str:
    """A frozen reason as it is told today: a sentence of the catalogue by its id, words of a file as they are read."""
    rule = RULES.get(frozen.removeprefix("reason/"))
    return set_in_type(frozen) if rule is None else rule.text


def test_conversations_of_the_first_edition_are_told_as_they_were_told_then(tmp_path: Path) -> None:
    with closing(of_the_first_edition(tmp_path / "home")) as store:
        robin = find_person(store, "Robin")
        headers = store.query(SessionFilter(), SessionOrder.OLDEST, TODAY, size=100).headers
        data = collect(store, robin)
    files = exported(data, tmp_path)
    then = [told for header, told in zip(headers, told_by(1), strict=True) if header.trainee == robin.id]
    assert len(then) == len(data.sessions) == 18
    for number, (told, session) in enumerate(zip(then, data_of(files)["sessions"], strict=True), 1):
        page = Page(files[f"conversations/{number:04}.html"])
        assert [turn["after"] for turn in session["transcript"]["turns"]] == [turn["after"] for turn in told["course"]]
        assert all(reason_in_words(why) in page.text for turn in told["course"] for why in turn["why"])
        transcript = Telling().told(data.sessions[number - 1]).transcript
        assert transcript is not None
        standings = [str(standing_in_words(found)) for found in score(transcript).competencies.values()]
        assert [word for word in page.words if word in standings] == (standings if told["course"] else [])


def test_how_a_conversation_ended_is_told_with_the_last_thought(tmp_path: Path) -> None:
    with closing(of_the_first_edition(tmp_path / "home")) as store:
        data = collect(store, find_person(store, "Robin"))
    files, endings = exported(data, tmp_path), 0
    for number, session in enumerate(data.sessions, 1):
        page, transcript = Page(files[f"conversations/{number:04}.html"]), Telling().told(session).transcript
        assert transcript is not None
        end = transcript.closing
        last = end.moment if end else None
        thoughts = [x.telling.thinks for x in transcript.exchanges] + ([end.thinks] if end else [])
        assert sum(" thought: " in word for word in page.words) == len([thought for thought in thoughts if thought])
        if last is not None:
            endings += 1
            assert last.afterwards in page.text
    assert endings > 2


def test_the_first_page_leads_to_every_conversation(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    talk(store, ROBIN, 2, title=OWN_TITLE)
    files = exported(collect(store, ROBIN), tmp_path)
    index = Page(files["index.html"])
    assert index.values("href") == ["conversations/0001.html", "conversations/0002.html"]
    assert set(files) == {"README.txt", "index.html", "data.json", *index.values("href")}
    assert all(word in index.text for word in (ROBIN.name, ROBIN.id, "R.", "You nod", OWN_TITLE, "2 conversations"))
    assert Page(files["conversations/0002.html"]).values("href") == ["../index.html"]


def test_a_page_holds_both_voices_tags_reasons_scores_and_the_note(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1, turns=2)
    note(store, ROBIN, session_id(1), "I went too fast.", number=1)
    note(store, ROBIN, session_id(1), "I went too fast, and saw it.", number=2)
    head = store.load(session_id(1)).header.head
    store.put_measures(session_id(1), TODAY, head, Measures(40, {}, {1: 1200, 2: 200}))
    files = exported(collect(store, ROBIN), tmp_path)
    page, (kept,) = Page(files["conversations/0001.html"]).text, data_of(files)["sessions"]
    for turn in kept["transcript"]["turns"]:
        assert turn["patient"] in page
        assert turn["you"] in page
    assert page.count("You saw a confrontation") == 2
    assert page.count("Cost something.") == 1
    assert page.count("As good as any answer here.") == 1
    assert "How much of the way that was open you came 40 %" in page
    assert "Ruth thought:" in page
    assert "I went too fast, and saw it." in page
    assert "I went too fast. " not in page
    assert [remark["values"]["text"] for remark in kept["remarks"]] == [
        "I went too fast.",
        "I went too fast, and saw it.",
    ]
    assert kept["measures"] == {
        "rubric": TODAY.rubric,
        "rules": TODAY.rules,
        "share": 40,
        "scores": {},
        "standings": {},
        "prices": {"1": 12, "2": 2},
    }


def test_remarks_are_shown_in_their_last_version_each_by_its_kind(store: SqliteSessionStore, tmp_path: Path) -> None:
    for number in (1, 2):
        talk(store, ROBIN, number)
        note(store, ROBIN, session_id(number), "A note that was thought better of.", number=number)
    note(store, ROBIN, session_id(1), "", number=3)
    remark_on(store, 1, KIM, "comment", "Well held.")
    remark_on(store, 1, KIM, "of-a-newer-kind", "Whatever it is.")
    about = AboutSession(session_id(1), None, store.load(session_id(1)).header.head)
    values = {"score": 4, "why": "It was a guess."}
    correction = Remark(RemarkId("c"), about, "correction", Role.INSTRUCTOR, KIM.id, NOON_MS, values)
    store.remark(correction)
    files = exported(collect(store, ROBIN), tmp_path)
    page = Page(files["conversations/0001.html"])
    assert "thought better of" not in page.text
    assert [word for word in page.words if re.match("A (comment|remark|correction), 21 Sep", word)] == [
        f"{kind}, {ENGLISH.value(When(NOON_MS))}" for kind in ("A comment", "A remark", "A correction")
    ]
    assert all(words in page.words for words in ("Well held.", "Whatever it is.", "score: 4\nwhy: It was a guess."))
    assert "What was noted" in Page(files["conversations/0002.html"]).text
    assert "What was noted" in page.text


def test_a_remark_on_a_sentence_goes_with_the_conversations_that_met_it_whatever_else_the_texts_say(
    store: SessionStore, tmp_path: Path
) -> None:
    for number, title in enumerate(("You nod", "You nod again"), 1):
        talk(store, ROBIN, number, title=title)
    talk(store, ROBIN, 3, turns=0)
    chose = next(event for event in store.load(session_id(1)).events if isinstance(event, Chose))
    told = scenario()
    about = AboutItem(item_digests(told)[told.start, chose.response], story_digest(told))
    store.remark(Remark(RemarkId("c"), about, "correction", Role.INSTRUCTOR, KIM.id, NOON_MS, {"text": "It explains."}))
    found = collect(store, ROBIN)
    assert [len(session.remarks) for session in found.sessions] == [1, 1, 0]
    assert len({session.header.texts for session in found.sessions}) == 2
    files = exported(found, tmp_path)
    assert ["It explains." in files[f"conversations/000{number}.html"] for number in (1, 2, 3)] == [True, True, False]


def test_what_the_export_is_not_stands_on_every_page(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    files = exported(collect(store, ROBIN), tmp_path)
    for name in set(files) - {"data.json"}:
        assert all(str(sentence()) in files[name] for sentence in DISCLAIMERS), name


def test_steps_are_exported_as_they_are_kept_so_that_their_chain_can_be_worked_out_again(
    store: SessionStore, tmp_path: Path
) -> None:
    talk(store, ROBIN, 1)
    told = data_of(exported(collect(store, ROBIN), tmp_path))
    (session,) = told["sessions"]
    link = b""
    for event in session["events"]:
        link = sha256(link + canonical(event)).digest()
    assert link.hex() == session["head"] == store.load(session_id(1)).header.head
    assert [timing["ms"] for timing in session["timings"]] == [None] + [700] * 7
    assert (told["format"], told["made"], told["person"]["name"]) == ("attune/personal-data/1", NOON_MS, ROBIN.name)


def test_no_word_of_anybody_becomes_markup_and_nothing_is_loaded(store: SessionStore, tmp_path: Path) -> None:
    store.add_person(replace(ROBIN, name=NASTY))
    talk(store, ROBIN, 1, title="'</title><script>alert(1)</script>'")
    note(store, ROBIN, session_id(1), NASTY)
    files = exported(collect(store, find_person(store, ROBIN.id)), tmp_path)
    for name in (name for name in files if name.endswith(".html")):
        page = Page(files[name])
        assert {"script", "img", "link", "iframe", "object", "base", "form"}.isdisjoint(page.tags), name
        assert all("alert(" not in value for _, _, value in page.attributes)
        assert "\x1b" not in files[name]
        assert all(re.fullmatch(r"(\.\./)?[a-z0-9/]+\.html", link) for link in page.values("href"))
    assert "<script>alert('x')</script>" in Page(files["conversations/0001.html"]).text
    assert data_of(files)["person"]["name"] == NASTY


def test_a_damaged_conversation_has_its_page(store: SqliteSessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    talk(store, ROBIN, 2)
    store.checkpoint()
    change_rows(
        tmp_path,
        "UPDATE events SET body = CAST(replace(body, 'chose', 'Chose') AS BLOB) WHERE step % 4096 = 4 AND step < 8192",
        "UPDATE events SET body = x'00' WHERE step = 8192",
    )
    files = exported(collect(store, ROBIN), tmp_path)
    assert "2 of them are not as they were stored" in Page(files["index.html"]).text
    partly, lost = (Page(files[f"conversations/000{number}.html"]).text for number in (1, 2))
    assert "Step 4 of this conversation is not as it was stored. Its first 3 steps could still be read" in partly
    assert "Turn 1" in partly
    assert "What it showed" not in partly
    assert "Still open" not in partly
    assert "Nothing of it could be read" in lost
    assert [session["damage"]["id"] for session in data_of(files)["sessions"]] == ["storage/step-changed"] * 2


def test_a_conversation_whose_texts_are_damaged_is_named(store: SqliteSessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    store.checkpoint()
    change_rows(tmp_path, "UPDATE texts SET body = zeroblob(length(body))")
    data = collect(store, ROBIN)
    (session,) = data.damaged
    assert session.stored.damage is not None
    assert session.stored.damage.sentence == stored.TEXT_DAMAGED
    assert str(session.stored.damage) in Page(exported(data, tmp_path)["conversations/0001.html"]).text


def test_a_conversation_whose_words_are_lost_is_told_by_its_steps(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    data = collect(store, ROBIN)
    (whole,) = data.sessions
    wordless = replace(whole, stored=replace(whole.stored, sources={}))
    files = exported(replace(data, sessions=(wordless,)), tmp_path)
    (kept,) = data_of(files)["sessions"]
    assert (kept["transcript"], len(kept["events"]), len(kept["choices"])) == (None, 8, 3)
    page = Page(files["conversations/0001.html"]).text
    assert f"What was said cannot be shown: {kept['not-in-words']['words']}" in page
    assert all(choice in page for choice in kept["choices"])


def test_where_no_answers_were_recorded_what_was_said_is_shown(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1, turns=1)
    played = store.load(session_id(1))
    started = replace(played.started, session=session_id(2), edition=NOT_RECORDED, outcome=None)
    chosen = next(event for event in played.events if isinstance(event, Chose))
    store.create(started, Timing(NOON_MS + 2 * DAY_MS), "push-me.yaml", scenario().sources)
    for event in (replace(chosen, outcome=None), StayedSilent(False, (), None), Stopped(By.TRAINEE, None)):
        store.append(session_id(2), event, Timing(None))
    files = exported(collect(store, ROBIN), tmp_path)
    words = data_of(files)["sessions"][0]["transcript"]["turns"][0]["you"]
    page = Page(files["conversations/0002.html"]).text
    assert f"What you said You {words} You (stayed with the silence)" in page
    assert "was not recorded" in page
    assert "What it showed" not in page


def test_the_same_data_and_time_are_the_same_bytes(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    first, second, later = tmp_path / "1.zip", tmp_path / "2.zip", tmp_path / "3.zip"
    for target, now_ms in ((first, NOON_MS), (second, NOON_MS), (later, NOON_MS + DAY_MS)):
        write_export(collect(store, ROBIN), target, now_ms=now_ms)
    assert first.read_bytes() == second.read_bytes() != later.read_bytes()


def test_an_export_is_private_and_replaces_what_was_there_whole(store: SessionStore, tmp_path: Path) -> None:
    target = tmp_path / "mine.zip"
    target.write_text("before")
    target.chmod(0o644)
    write_export(collect(store, ROBIN), target, now_ms=NOON_MS)
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes().startswith(b"PK")


def test_an_export_that_cannot_be_written_leaves_nothing_behind(store: SessionStore, tmp_path: Path) -> None:
    in_the_way = tmp_path / "there"
    in_the_way.mkdir()
    for target in (tmp_path / "nowhere" / "x.zip", in_the_way):
        with pytest.raises(ServiceError, match="The export cannot be written to"):
            write_export(collect(store, ROBIN), target, now_ms=NOON_MS)
    assert list(in_the_way.iterdir()) == []
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".there")] == []


def test_a_person_without_conversations_gets_a_page_that_says_so(store: SessionStore, tmp_path: Path) -> None:
    files = exported(collect(store, ROBIN), tmp_path)
    assert str(say.NO_CONVERSATIONS()) in Page(files["index.html"]).text
    assert data_of(files)["sessions"] == []


def test_the_first_page_says_everything_in_the_language_of_its_reader(store: SessionStore, tmp_path: Path) -> None:
    talk(store, ROBIN, 1)
    files = exported(collect(store, ROBIN), tmp_path, PSEUDO)
    left = {rest for words in Page(files["index.html"]).words if (rest := untranslated(words)) and rest.isalpha()}
    assert left == set()


# Deleting.


def backed_up(store: SqliteSessionStore, now_ms: int) -> str:
    """The name of a backup that is made now."""
    parts = store.back_up(Reason.SESSION, now_ms)
    while True:
        try:
            next(parts)
        except StopIteration as done:
            path: Path = done.value
            return path.name


def of_robin_and_kim(folder: Path) -> None:
    """A data folder in which Robin and Kim have talked, Robin with a note and a scenario that nobody else has played."""
    with closing(opened(folder, ROBIN, KIM)) as store:
        talk(store, ROBIN, 1)
        talk(store, ROBIN, 2, title=OWN_TITLE)
        talk(store, KIM, 3)
        note(store, ROBIN, session_id(2), "What nobody else may read")
    save_settings(folder, Settings(name=ROBIN.name, person=ROBIN.id, theme=Theme.DARK))


TRACES = (ROBIN.name, ROBIN.id, "What nobody else may read", OWN_TITLE, session_id(1), session_id(2))


def test_after_everything_was_deleted_no_byte_of_it_is_left(tmp_path: Path) -> None:
    of_robin_and_kim(tmp_path)
    # What a program that was killed leaves behind: a copy half made, a restoring half done, settings half saved.
    whole = (tmp_path / STORE_FILE).read_bytes()
    backup_folder(tmp_path / STORE_FILE).mkdir()
    (backup_folder(tmp_path / STORE_FILE) / "sessions-20260101T000000000-asked.part").write_bytes(whole)
    (backup_folder(tmp_path / STORE_FILE) / "sessions-20260101T000000000-asked.part-journal").write_bytes(whole)
    (tmp_path / "sessions.restoring").write_bytes(whole)
    (tmp_path / "settings.damaged").write_text(f"{{{ROBIN.name}")
    (tmp_path / f".{SETTINGS_FILE}-abc").write_text(ROBIN.name)
    cache = Cache(tmp_path / CACHE_FOLDER)
    cache.put("5ce9a210", b"prices of a scenario that Robin has opened")
    assert all(found_in(tmp_path, trace) for trace in TRACES)
    erased = erase_everything(tmp_path, ROBIN.id, NOON_MS, also_backups=False)
    assert erased.backups == erased.still_held_by == ()
    assert {trace: found for trace in TRACES if (found := found_in(tmp_path, trace))} == {}
    assert list((tmp_path / CACHE_FOLDER).iterdir()) == []
    settings = load_settings(tmp_path)
    assert (settings.name, settings.person, settings.theme) == ("", "", Theme.DARK)


def test_what_others_have_stays_as_it_was(tmp_path: Path) -> None:
    of_robin_and_kim(tmp_path)
    with closing(opened(tmp_path)) as store:
        before = store.load(session_id(3))
    save_settings(tmp_path, Settings(name=KIM.name, person=KIM.id))
    erase_everything(tmp_path, ROBIN.id, NOON_MS, also_backups=True)
    with closing(opened(tmp_path)) as store:
        assert (store.people(), store.faults()) == ((KIM,), ())
        assert store.load(session_id(3)) == before
    assert load_settings(tmp_path) == Settings(name=KIM.name, person=KIM.id)


def test_backups_stay_until_they_are_meant_too_and_are_named(tmp_path: Path) -> None:
    of_robin_and_kim(tmp_path)
    with closing(opened(tmp_path)) as store:
        holding = backed_up(store, NOON_MS)
    damaged = backup_folder(tmp_path / STORE_FILE) / "sessions-20260101T000000000-restore.sqlite3"
    damaged.write_bytes(b"not a store, but it names " + ROBIN.id.encode())
    damaged.with_name(f"{damaged.name}-wal").write_bytes(b"")
    erased = erase_everything(tmp_path, ROBIN.id, NOON_MS + 1, also_backups=False)
    assert [backup.name for backup in erased.still_held_by] == [holding, damaged.name]
    with closing(opened(tmp_path)) as store:
        without = backed_up(store, NOON_MS + 2)
    erased = erase_everything(tmp_path, ROBIN.id, NOON_MS + 3, also_backups=True)
    assert [backup.name for backup in erased.backups] == [holding, damaged.name]
    left = sorted(path.name for path in backup_folder(tmp_path / STORE_FILE).iterdir())
    assert left[0] == without
    assert len(left) == 2, "what Kim has is backed up anew"
    assert all(found_in(tmp_path, trace) == [] for trace in TRACES)


def test_where_nobody_is_left_nothing_is_backed_up_anew(tmp_path: Path) -> None:
    with closing(opened(tmp_path, ROBIN)) as store:
        talk(store, ROBIN, 1)
        backed_up(store, NOON_MS)
    erase_everything(tmp_path, ROBIN.id, NOON_MS, also_backups=True)
    assert list(backup_folder(tmp_path / STORE_FILE).iterdir()) == []


def test_a_backup_of_the_first_edition_holds_whoever_comes_from_it(tmp_path: Path) -> None:
    first_edition(tmp_path)
    with closing(opened(tmp_path, ROBIN)) as store:
        kim = find_person(store, KIM_OF_THE_FIRST_EDITION)
    (update,) = (backup for backup in backups_holding(tmp_path, kim.id))
    assert update.reason is Reason.UPDATE
    assert backups_holding(tmp_path, ROBIN.id) == backups_holding(tmp_path, PersonId("no such id")) == ()
    erase_everything(tmp_path, kim.id, NOON_MS, also_backups=True)
    assert found_in(tmp_path, KIM_OF_THE_FIRST_EDITION) == []


def test_settings_of_the_first_edition_are_known_by_their_name(tmp_path: Path) -> None:
    opened(tmp_path).close()
    save_settings(tmp_path, Settings(name="Robin"))
    erase_everything(tmp_path, of_earlier_settings("Robin"), NOON_MS, also_backups=False)
    assert load_settings(tmp_path).name == ""


def test_one_conversation_is_deleted_with_its_note_and_the_others_stay(tmp_path: Path) -> None:
    of_robin_and_kim(tmp_path)
    with closing(opened(tmp_path)) as store:
        holding = backed_up(store, NOON_MS)
    kept = erase_conversation(tmp_path, session_id(2), NOON_MS + 1, also_backups=False)
    assert [backup.name for backup in kept.still_held_by] == [holding]
    erase_conversation(tmp_path, session_id(1), NOON_MS + 2, also_backups=True)
    for trace in ("What nobody else may read", OWN_TITLE, session_id(1), session_id(2)):
        assert found_in(tmp_path, trace) == []
    with closing(opened(tmp_path)) as store:
        assert conversations_of(store, ROBIN.id) == 0
        assert conversations_of(store, KIM.id) == 1
        assert store.faults() == ()
    assert load_settings(tmp_path).person == ROBIN.id


def test_a_conversation_that_is_not_there_is_refused_and_nothing_is_deleted(tmp_path: Path) -> None:
    of_robin_and_kim(tmp_path)
    with closing(opened(tmp_path)) as store:
        backed_up(store, NOON_MS)
    with pytest.raises(ServiceError, match="There is no conversation"):
        erase_conversation(tmp_path, session_id(9), NOON_MS, also_backups=True)
    assert len(list(backup_folder(tmp_path / STORE_FILE).iterdir())) == 1

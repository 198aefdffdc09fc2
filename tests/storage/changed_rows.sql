-- Changes to single rows of the full store, each under the name of what is changed. In braces: rows of the test.

-- a name
UPDATE people SET name = 'Mallory' WHERE id = '{robin}';

-- a pseudonym
UPDATE people SET pseudonym = 'X.' WHERE pseudonym <> '';

-- two people exchanged
UPDATE people SET name = CASE name WHEN 'Robin' THEN 'Kim Ō’Neil' ELSE 'Robin' END;

-- the person of a session
UPDATE sessions SET trainee = '{kim}' WHERE trainee = '{robin}' AND number = (SELECT max(number) FROM sessions
    WHERE trainee = '{robin}');

-- a title
UPDATE sessions SET title = 'The quarry' WHERE number = {one};

-- a verdict
UPDATE sessions SET verdict = 'repaired' WHERE verdict = 'unresolved';

-- an open session called ended
UPDATE sessions SET verdict = 'repaired' WHERE number = {one};

-- an ended session called open
UPDATE sessions SET verdict = '' WHERE verdict = 'unresolved';

-- a mode
UPDATE sessions SET mode = 'learn' WHERE number = {one};

-- a mode that there is not
UPDATE sessions SET mode = 'assassinate' WHERE number = {one};

-- a difficulty
UPDATE sessions SET difficulty = 3 WHERE number = {one};

-- an edition
UPDATE sessions SET edition = edition + 1 WHERE number = {one};

-- a language
UPDATE sessions SET language = 'de' WHERE number = {one};

-- a scenario
UPDATE sessions SET scenario = 'push-me' WHERE number = {one};

-- a date
UPDATE sessions SET started = started - 86400000 WHERE number = {one};

-- an id
UPDATE sessions SET id = '00000000-0000-4000-8000-00000000004d' WHERE number = {one};

-- where a fork comes from
UPDATE sessions SET origin_step = 3 WHERE origin_step = 4;

-- the number of steps
UPDATE sessions SET steps = steps - 1 WHERE number = {one};

-- the last link
UPDATE sessions SET head = zeroblob(32) WHERE number = {one};

-- a seal
UPDATE sessions SET seal = zeroblob(32) WHERE number = {one};

-- a cut end
DELETE FROM events WHERE step = (SELECT max(step) FROM events WHERE step / 4096 = {one});

-- a lost beginning
DELETE FROM events WHERE step = 4096 * {one};

-- a lost step
DELETE FROM events WHERE step = 4096 * {one} + 2;

-- all steps of a session
DELETE FROM events WHERE step / 4096 = {one};

-- a step more
INSERT INTO events SELECT step + 1, body, link, at, ms, told FROM events WHERE step / 4096 = {one}
    ORDER BY step DESC LIMIT 1;

-- a step's body
UPDATE events SET body = CAST(replace(CAST(body AS TEXT), 'explain', 'curious') AS BLOB) WHERE step / 4096 = {one}
    AND instr(CAST(body AS TEXT), 'explain');

-- a link
UPDATE events SET link = zeroblob(32) WHERE step = 4096 * {one} + 2;

-- a time
UPDATE events SET at = at + 1 WHERE step = 4096 * {one} + 2;

-- a time taken away
UPDATE events SET at = NULL WHERE step = 4096 * {one} + 2;

-- how long a step took
UPDATE events SET ms = 1 WHERE step = 4096 * {one} + 2;

-- a told body
UPDATE events SET told = CAST(replace(CAST(told AS TEXT), '45', '55') AS BLOB) WHERE step / 4096 = {old}
    AND instr(CAST(told AS TEXT), '45');

-- a told body taken away
UPDATE events SET told = NULL WHERE step = 4096 * {old} + 1;

-- a told body where none belongs
UPDATE events SET told = body WHERE step = 4096 * {one} + 2;

-- a body of the first edition
UPDATE events SET body = CAST('["t","deference",1]' AS BLOB) WHERE step = 4096 * {old} + 1;

-- the courses of two sessions exchanged
UPDATE events SET step = -step WHERE step / 4096 = {one};
UPDATE events SET step = step - 4096 * ({other} - {one}) WHERE step / 4096 = {other};
UPDATE events SET step = -step + 4096 * ({other} - {one}) WHERE step < 0;

-- a lost session, its steps still there
DELETE FROM sessions WHERE number = {one};

-- a lost session with its steps
DELETE FROM events WHERE step / 4096 = {one};
DELETE FROM sessions WHERE id = '{first}';

-- a lost person
DELETE FROM people WHERE id = '{kim}';

-- a lost remark
DELETE FROM remarks WHERE number = 2;

-- a lost text
DELETE FROM texts WHERE hash = (SELECT text FROM pinned_texts LIMIT 1);

-- a lost state of a scenario
DELETE FROM pinned WHERE id = (SELECT pinned FROM sessions WHERE number = {one});

-- a lost text of a state
DELETE FROM pinned_texts WHERE pinned = (SELECT pinned FROM sessions WHERE number = {one}) AND path LIKE 'patients%';

-- what was met lost
DELETE FROM met WHERE person = '{robin}';

-- what was met changed
UPDATE met SET what = 'group' WHERE person = '{robin}';

-- when something was met
UPDATE met SET at = 1 WHERE person = '{robin}';

-- the ledger lost
DELETE FROM ledger;

-- the ledger changed
UPDATE ledger SET sessions = sessions + 1;

-- a seal of the ledger
UPDATE ledger SET remark_seals = zeroblob(32);

-- a ledger that cannot be one
UPDATE ledger SET people_seals = x'00';

-- a session more
INSERT INTO sessions SELECT 4711, 'copy', trainee, scenario, title, language,
    texts, pinned, started, mode, difficulty, edition, origin_session, origin_step, origin_head,
    steps, verdict, head, beside, seal, measured, share FROM sessions WHERE number = {one};

-- a text
UPDATE texts SET packed = 0, body = CAST('format: scenario/1' AS BLOB) WHERE hash = (SELECT text
    FROM pinned_texts WHERE path = 'concert-silence.yaml' ORDER BY pinned DESC LIMIT 1);

-- the digest of a state
UPDATE pinned SET digest = 'f' || digest;

-- the path of a state
UPDATE pinned SET path = 'patients/ines.yaml' WHERE path = 'concert-silence.yaml';

-- two texts exchanged
UPDATE pinned_texts SET text = (SELECT text FROM pinned_texts AS o WHERE o.pinned = pinned_texts.pinned
    AND o.path <> pinned_texts.path LIMIT 1) WHERE path = 'concert-silence.yaml';

-- the texts of a session
UPDATE sessions SET pinned = (SELECT id FROM pinned WHERE id <> sessions.pinned LIMIT 1) WHERE number = {one};

-- the body of a remark
UPDATE remarks SET body = CAST(replace(CAST(body AS TEXT), 'held', 'hold') AS BLOB) WHERE number = 1;

-- whose a remark is
UPDATE remarks SET person = '{kim}' WHERE number = 1;

-- what a remark is about
UPDATE remarks SET session = '{five}' WHERE number = 1;

-- the kind of a remark
UPDATE remarks SET kind = 'comment' WHERE number = 1;

-- the measures of a session
UPDATE measures SET share = 100 WHERE share < 90;

-- what lists say of measures
UPDATE sessions SET share = 100 WHERE share < 90;

-- lost measures
DELETE FROM measures;

-- a name that is no text
UPDATE people SET name = CAST(x'ff00fe' AS TEXT) WHERE id = '{robin}';

-- a title that is no text
UPDATE sessions SET title = CAST(x'ff00fe' AS TEXT) WHERE number = {one};

-- a verdict that is no text
UPDATE sessions SET verdict = CAST(x'ff' AS TEXT) WHERE number = {one};

-- a path that is no text
UPDATE pinned SET path = CAST(x'ff' AS TEXT) WHERE path = 'concert-silence.yaml';

-- a kind that is no text
UPDATE remarks SET kind = CAST(x'ff' AS TEXT) WHERE number = 1;

-- something met that is no text
UPDATE met SET what = CAST(x'ff' AS TEXT) WHERE person = '{robin}';

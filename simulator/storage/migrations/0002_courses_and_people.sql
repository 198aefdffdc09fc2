-- Facts that outlive the program: people, headers, outcomes beside old steps, remarks, what was met, measures, the ledger.

-- "Edition" is the word for the rules of the patient; a state of a scenario and its files is pinned.
ALTER TABLE editions RENAME TO pinned;
ALTER TABLE edition_texts RENAME TO pinned_texts;
ALTER TABLE pinned_texts RENAME COLUMN edition TO pinned;

-- Read once by the program, and dropped.
ALTER TABLE sessions RENAME TO first_sessions;

-- People stand beside events, never in them, so that a name can change and be erased.
CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,      -- UUID
    name TEXT NOT NULL,
    pseudonym TEXT NOT NULL,
    seal BLOB NOT NULL                 -- SHA-256 over the columns
) STRICT, WITHOUT ROWID;

-- Headers: facts, written with the events; they could be made anew from them.
CREATE TABLE sessions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,           -- UUID
    trainee TEXT NOT NULL,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    texts TEXT NOT NULL,               -- SHA-256 of the scenario's files, as the start names it
    pinned INTEGER NOT NULL REFERENCES pinned (id),
    started INTEGER NOT NULL,          -- UTC in milliseconds
    mode TEXT NOT NULL,
    difficulty INTEGER NOT NULL,
    edition INTEGER NOT NULL,
    origin_session TEXT,
    origin_step INTEGER,
    origin_head TEXT,
    steps INTEGER NOT NULL,            -- events after the start
    verdict TEXT NOT NULL,             -- '' while open
    head BLOB NOT NULL,                -- the last link
    beside BLOB NOT NULL,              -- running SHA-256 over what stands beside the bodies: at, ms, told
    seal BLOB NOT NULL,                -- SHA-256 over the columns above
    measured TEXT,                     -- an opinion, outside the seal: by which rubric and rules it was measured,
    share INTEGER                      -- and the share of what was attainable, so that lists can be asked for by it
) STRICT;

-- Every order of a list, and one trainee's history. The columns behind the order answer every filter from the index alone;
-- the row, five times as long, is read only for what is shown.
CREATE INDEX sessions_by_start
    ON sessions (started, number, trainee, scenario, mode, difficulty, language, edition, verdict, measured);
CREATE INDEX sessions_by_title
    ON sessions (title, number, trainee, scenario, mode, difficulty, language, edition, verdict, measured, started);
CREATE INDEX sessions_by_share
    ON sessions (measured, share, number, trainee, scenario, mode, difficulty, language, edition, verdict, started)
    WHERE share IS NOT NULL;
CREATE INDEX sessions_of_trainee
    ON sessions (trainee, started, number, scenario, mode, difficulty, language, edition, verdict, measured);
CREATE INDEX people_by_name ON people (name, id);

ALTER TABLE events ADD COLUMN at INTEGER;      -- UTC in milliseconds; NULL where it was not recorded
ALTER TABLE events ADD COLUMN ms INTEGER;      -- active time since the line stood on the screen
ALTER TABLE events ADD COLUMN told BLOB;       -- today's event for a body of the first edition, worked out once

CREATE TABLE remarks (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,           -- UUID
    session TEXT,                      -- what it is about: a session, and a step or none,
    step INTEGER,
    item TEXT,                         -- or an item of a scenario
    story TEXT,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    body BLOB NOT NULL,
    seal BLOB NOT NULL                 -- SHA-256 over the columns
) STRICT;
CREATE INDEX remarks_on_session ON remarks (session, story);
CREATE INDEX remarks_on_item ON remarks (story) WHERE story IS NOT NULL;

-- What a person has opened that tells about a scenario, beside its sessions.
CREATE TABLE met (
    person TEXT NOT NULL,
    scenario TEXT NOT NULL,
    what TEXT NOT NULL,
    at INTEGER NOT NULL,
    seal BLOB NOT NULL,                -- SHA-256 over the columns
    PRIMARY KEY (person, scenario, what)
) STRICT, WITHOUT ROWID;

-- Opinions: absent until worked out, one row for each rubric and rules, never trusted from elsewhere.
CREATE TABLE measures (
    session INTEGER NOT NULL REFERENCES sessions (number) ON DELETE CASCADE,
    rubric INTEGER NOT NULL,
    rules TEXT NOT NULL,
    share INTEGER,
    body BLOB NOT NULL,
    seal BLOB NOT NULL,                -- SHA-256 over the columns and the head of the course
    PRIMARY KEY (session, rubric, rules)
) STRICT, WITHOUT ROWID;

-- One row over everything, so that a lost row shows: how many there are, and all their seals folded into one.
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sessions INTEGER NOT NULL,
    session_seals BLOB NOT NULL,
    people INTEGER NOT NULL,
    people_seals BLOB NOT NULL,
    remarks INTEGER NOT NULL,
    remark_seals BLOB NOT NULL,
    met INTEGER NOT NULL,
    met_seals BLOB NOT NULL
) STRICT;
INSERT INTO ledger VALUES (1, 0, zeroblob(32), 0, zeroblob(32), 0, zeroblob(32), 0, zeroblob(32));

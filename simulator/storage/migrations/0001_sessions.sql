-- Sessions as chained steps, each pinned to the exact texts of the scenario it was played with.

PRAGMA application_id = 0x41747475;

-- Every text once, however many sessions were played with it.
CREATE TABLE texts (
    hash BLOB NOT NULL PRIMARY KEY,    -- SHA-256 of the text in UTF-8
    packed INTEGER NOT NULL,           -- 1 where body is compressed with zlib
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One state of a scenario and of the files it uses.
CREATE TABLE editions (
    id INTEGER PRIMARY KEY,
    seal BLOB NOT NULL UNIQUE,         -- SHA-256 over digest, path, and the paths and hashes of the texts
    digest TEXT NOT NULL,
    path TEXT NOT NULL
) STRICT;

CREATE TABLE edition_texts (
    edition INTEGER NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    text BLOB NOT NULL REFERENCES texts (hash),
    PRIMARY KEY (edition, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trainee TEXT NOT NULL,
    edition INTEGER NOT NULL REFERENCES editions (id),
    title TEXT NOT NULL,
    verdict TEXT NOT NULL DEFAULT '',
    closed_link BLOB                   -- the last link when the verdict was noted: shows steps missing at the end
) STRICT;

-- One number as the key keeps a step below 60 bytes and always appends at the end of the table.
CREATE TABLE events (
    step INTEGER PRIMARY KEY,          -- session * 4096 + the step's number in its session, from 0
    body BLOB NOT NULL,                -- the event, as the codec writes it
    link BLOB NOT NULL                 -- hash over the link before and this body
) STRICT;

"""The tables of a library and the append-only list of migrations that leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cppcc_reader.storage.search_schema import CORRECTED_SEARCH, SEARCH_TABLES

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x43505043
"""``CPPC`` in the file's header: tells a library from any other SQLite file."""

SCHEMA_VERSION = 3
"""Number of migrations; stands in ``user_version``, so that an older program refuses a newer file."""

_FIRST_TABLES = """
CREATE TABLE page (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL UNIQUE,
    encoding TEXT NOT NULL,
    newline TEXT NOT NULL CHECK (newline IN ('lf', 'crlf', 'cr', 'mixed')),
    bom INTEGER NOT NULL CHECK (bom IN (0, 1)),
    paper TEXT,
    date TEXT,
    page_no TEXT,
    annotator TEXT NOT NULL,
    software TEXT NOT NULL,
    ambiguous TEXT NOT NULL DEFAULT '[]',
    state TEXT NOT NULL CHECK (state IN ('new', 'in_progress', 'finished', 'gold', 'set_aside')),
    set_aside_reason TEXT NOT NULL DEFAULT '',
    rejected TEXT NOT NULL DEFAULT '[]',
    assignee TEXT NOT NULL DEFAULT '',
    trashed INTEGER NOT NULL DEFAULT 0 CHECK (trashed IN (0, 1)),
    imported_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    characters INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    doubts INTEGER NOT NULL DEFAULT 0,
    mentions INTEGER NOT NULL DEFAULT 0,
    suggested INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Apart from the page's row: the list of pages is read without the texts.
CREATE TABLE page_text (
    page_key INTEGER PRIMARY KEY REFERENCES page (key) ON DELETE CASCADE,
    text TEXT NOT NULL,
    original BLOB,
    rebuilt INTEGER NOT NULL CHECK (rebuilt IN (0, 1))
) STRICT;

CREATE TRIGGER page_text_is_frozen BEFORE UPDATE ON page_text
BEGIN SELECT RAISE(ABORT, 'the text of a page is frozen'); END;

CREATE TABLE article (
    page_key INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    confidence REAL,
    continued_from TEXT,
    continues_to TEXT,
    PRIMARY KEY (page_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE segment (
    page_key INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
    start INTEGER NOT NULL CHECK (start >= 0),
    stop INTEGER NOT NULL CHECK (stop > start),
    article_id TEXT,
    place INTEGER NOT NULL,
    role TEXT NOT NULL,
    joins INTEGER NOT NULL CHECK (joins IN (0, 1)),
    role_confidence REAL,
    role_reason TEXT,
    link_confidence REAL,
    link_reason TEXT,
    checked INTEGER NOT NULL CHECK (checked IN (0, 1)),
    confidence REAL NOT NULL,
    alternatives TEXT NOT NULL DEFAULT '[]',
    quote TEXT NOT NULL,
    PRIMARY KEY (page_key, start),
    FOREIGN KEY (page_key, article_id) REFERENCES article (page_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE mention (
    page_key INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    fragments TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('person', 'suggested', 'accepted')),
    confidence REAL,
    reason TEXT,
    normal_form TEXT,
    quote TEXT NOT NULL,
    PRIMARY KEY (page_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    page_key INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    text TEXT NOT NULL,
    author TEXT NOT NULL,
    resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
    quote TEXT NOT NULL,
    PRIMARY KEY (page_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    annotator TEXT NOT NULL,
    time TEXT NOT NULL,
    gesture TEXT NOT NULL DEFAULT '',
    standing TEXT NOT NULL DEFAULT 'active' CHECK (standing IN ('active', 'undone', 'discarded'))
) STRICT;

-- Steps to be made again are few and looked for at every action.
CREATE INDEX log_entry_undone ON log_entry (id) WHERE standing = 'undone';

CREATE TABLE log_change (
    page_key INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES log_entry (id) ON DELETE CASCADE,
    changes TEXT NOT NULL,
    PRIMARY KEY (page_key, entry_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX log_change_by_entry ON log_change (entry_id);

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""

# A step that several pages share stands or is undone on each of them. Those undone are made again last first.
# Indexed apart: what changed may fill many pages of the file, and is not to be read to find the last step.
_STANDING_BY_PAGE = """
ALTER TABLE log_change ADD COLUMN standing TEXT NOT NULL DEFAULT 'active'
    CHECK (standing IN ('active', 'undone', 'discarded'));

ALTER TABLE log_change ADD COLUMN undone_no INTEGER NOT NULL DEFAULT 0;

UPDATE log_change SET standing = (SELECT standing FROM log_entry WHERE id = entry_id);

UPDATE log_change SET undone_no = (SELECT max(id) FROM log_entry) + 1 - entry_id WHERE standing = 'undone';

CREATE INDEX log_change_active ON log_change (page_key, entry_id) WHERE standing = 'active';

CREATE INDEX log_change_undone ON log_change (page_key, undone_no) WHERE standing = 'undone';

DROP INDEX log_entry_undone;

ALTER TABLE log_entry DROP COLUMN standing;
"""


def migrations() -> Migrations:
    """Return all migrations in order. Append only: libraries in the field carry the names of those applied."""
    from sqlite_utils import Migrations  # noqa: PLC0415  (see Database.for_migrations)

    steps = Migrations("cppcc-reader")

    @steps()
    def first_tables(db: Database) -> None:
        # One statement at a time: executescript() would commit the migration's transaction.
        for statement in _statements(_FIRST_TABLES):
            db.execute(statement)

    @steps()
    def search_tables(db: Database) -> None:
        for statement in _statements(SEARCH_TABLES):
            db.execute(statement)

    @steps()
    def standing_by_page(db: Database) -> None:
        for statement in _statements(_STANDING_BY_PAGE + CORRECTED_SEARCH):
            db.execute(statement)

    return steps


def _statements(script: str) -> list[str]:
    """Cut a script at the semicolons that end a line; a trigger's body stays on one line with its END."""
    return [part for part in script.split(";\n") if part.strip()]

"""The tables of the search index: what stands in them is made from the pages and can be made again."""

from __future__ import annotations

from cppcc_reader.core.model.role import Role

ROLE_COLUMNS = tuple(role for role in Role if role is not Role.BODY)
"""Roles with a column of their own; body text is most of ``whole`` and a second copy would double the index."""

COLUMNS = ("whole", *(role.value for role in ROLE_COLUMNS))

# Contentless: the text is read from the page. The tokenizer only divides at the blanks that index_tokens sets.
SEARCH_TABLES = f"""
CREATE TABLE search_article (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    page_key INTEGER NOT NULL REFERENCES page (key) ON DELETE CASCADE,
    article_id TEXT NOT NULL,
    pieces TEXT NOT NULL,
    folded INTEGER NOT NULL CHECK (folded IN (0, 1))
) STRICT;

CREATE INDEX search_article_by_page ON search_article (page_key);

CREATE TABLE search_queue (page_key INTEGER PRIMARY KEY) STRICT;

CREATE VIRTUAL TABLE search_text USING fts5 ({", ".join(COLUMNS)}, content='', tokenize='ascii');

CREATE VIRTUAL TABLE search_folded USING fts5 ({", ".join(COLUMNS)}, content='', tokenize='ascii');

CREATE TRIGGER search_sees_new_segment AFTER INSERT ON segment
BEGIN INSERT OR IGNORE INTO search_queue (page_key) VALUES (new.page_key); END;

CREATE TRIGGER search_sees_old_segment AFTER DELETE ON segment
BEGIN INSERT OR IGNORE INTO search_queue (page_key) VALUES (old.page_key); END;

CREATE TRIGGER search_sees_changed_segment AFTER UPDATE ON segment
BEGIN INSERT OR IGNORE INTO search_queue (page_key) VALUES (new.page_key); END;

CREATE INDEX page_by_date ON page (date);

CREATE INDEX mention_by_quote ON mention (quote);

INSERT INTO search_queue (page_key) SELECT key FROM page;
"""

# What a correction makes of an article is found, too. Notes are deleted and written again, never updated.
CORRECTED_SEARCH = """
ALTER TABLE search_article ADD COLUMN corrections TEXT NOT NULL DEFAULT '[]';

CREATE TRIGGER search_sees_new_correction AFTER INSERT ON note WHEN new.kind = 'correction'
BEGIN INSERT OR IGNORE INTO search_queue (page_key) VALUES (new.page_key); END;

CREATE TRIGGER search_sees_old_correction AFTER DELETE ON note WHEN old.kind = 'correction'
BEGIN INSERT OR IGNORE INTO search_queue (page_key) VALUES (old.page_key); END;

INSERT OR IGNORE INTO search_queue (page_key) SELECT page_key FROM note WHERE kind = 'correction';
"""

"""Counts over a whole library, made by SQLite: what the statistics and the entity index are drawn from."""

from __future__ import annotations

from cppcc_reader.storage.database import Database, Parameters, Row

# A name padded with blanks (赵　政) is the same name; one with a normal form counts under that.
_FORM = "replace(replace(replace(quote, '　', ''), ' ', ''), char(10), '')"
_NAME = f"coalesce(nullif(normal_form, ''), {_FORM})"
# Suggestions of pages that are not settled, of a least confidence.
_OPEN = (
    "origin = 'suggested' AND page.trashed = 0 AND page.state NOT IN ('finished', 'gold')"
    " AND coalesce(confidence, 0) >= ?"
)
_SHOWN = "JOIN page ON page.key = {0}.page_key WHERE page.trashed = 0"


class LibraryFigures:
    """Asks one library; pages in the trash are left out everywhere. Days and times are those of UTC."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def label_counts(self) -> dict[str, int]:
        """Return how many mentions each label has, suggestions too."""
        return dict(self._counts("label", "mention"))

    def role_counts(self) -> dict[str, int]:
        """Return how many segments each role has."""
        return dict(self._counts("role", "segment"))

    def page_days(self) -> list[Row]:
        """Return (page id, day of import, state, day of last change, day of first step or None) of every page."""
        return self._database.rows(
            "SELECT page.id, substr(imported_at, 1, 10), state, substr(updated_at, 1, 10), ("
            " SELECT substr(min(time), 1, 10) FROM log_change JOIN log_entry ON log_entry.id = entry_id"
            " WHERE log_change.page_key = page.key AND standing = 'active') FROM page WHERE trashed = 0"
        )

    def last_step_day(self, names: Parameters) -> dict[str, str]:
        """Return page id -> day of the last active step of one of these names."""
        marks = ", ".join("?" * len(names))
        return dict(
            self._database.rows(
                "SELECT page.id, substr(max(time), 1, 10) FROM log_entry JOIN log_change ON entry_id = log_entry.id"
                f" JOIN page ON page.key = page_key WHERE standing = 'active' AND log_entry.name IN ({marks})"
                " GROUP BY page.id",
                names,
            )
        )

    def steps(self) -> list[Row]:
        """Return (annotator, time, name of the step, page id) of every active step, by annotator and time."""
        return self._database.rows(
            "SELECT log_entry.annotator, time, log_entry.name, page.id FROM log_entry"
            " JOIN log_change ON entry_id = log_entry.id JOIN page ON page.key = page_key"
            " WHERE standing = 'active' AND trashed = 0 ORDER BY log_entry.annotator, time"
        )

    def changes_named(self, name: str, limit: int) -> list[Row]:
        """Return (page id, changes as stored) of the last active steps of a name."""
        return self._database.rows(
            "SELECT page.id, changes FROM log_entry JOIN log_change ON entry_id = log_entry.id"
            " JOIN page ON page.key = page_key WHERE standing = 'active' AND trashed = 0 AND log_entry.name = ?"
            " ORDER BY log_entry.id DESC LIMIT ?",
            (name, limit),
        )

    def article_sizes(self) -> list[Row]:
        """Return (page id, characters) of every article, blanks inside its segments included."""
        return self._database.rows(
            f"SELECT page.id, sum(stop - start) FROM segment {_SHOWN.format('segment')}"
            " AND article_id IS NOT NULL GROUP BY page.key, article_id"
        )

    def articles_of_pages(self) -> list[Row]:
        """Return (page id, number of articles) of every page."""
        return self._database.rows("SELECT id, articles FROM page WHERE trashed = 0")

    def doubts_by_month(self) -> list[Row]:
        """Return (page id, paper or empty, month or empty, doubts) of every page."""
        return self._database.rows(
            "SELECT id, coalesce(paper, ''), coalesce(substr(date, 1, 7), ''), doubts FROM page WHERE trashed = 0"
        )

    def names(self, *, label: str = "", holding: str = "", limit: int = 1000) -> list[Row]:
        """Return (name, label, mentions, pages, first date, last date), the most frequent first.

        Args:
            label: only of this label; all where empty.
            holding: only names with these characters.
            limit: how many.
        """
        return self._database.rows(
            f"SELECT {_NAME} AS name, label, count(*), count(DISTINCT page_key), min(date), max(date)"
            f" FROM mention {_SHOWN.format('mention')} AND (? = '' OR label = ?) AND (? = '' OR instr({_NAME}, ?))"
            " GROUP BY 1, label ORDER BY count(*) DESC, name, label LIMIT ?",
            (label, label, holding, holding, limit),
        )

    def places_of_name(self, name: str, label: str, limit: int) -> list[Row]:
        """Return (page id, page name, paper, date, fragments as JSON, quote) of the mentions of a name."""
        return self._database.rows(
            "SELECT page.id, page.name, paper, date, fragments, quote FROM mention"
            f" {_SHOWN.format('mention')} AND label = ? AND {_NAME} = ? ORDER BY date, page.key, mention.id LIMIT ?",
            (label, name, limit),
        )

    def mentions_of_name(self, name: str, label: str) -> list[Row]:
        """Return (page id, mention id) of the mentions of a name."""
        return self._database.rows(
            f"SELECT page.id, mention.id FROM mention {_SHOWN.format('mention')} AND label = ? AND {_NAME} = ?",
            (label, name),
        )

    def suggested_forms(self, least: float) -> list[Row]:
        """Return (form, label, places, pages, least confidence) of what is suggested, the most frequent first.

        Args:
            least: only suggestions of this confidence or more, in [0, 1].
        """
        return self._database.rows(
            f"SELECT {_FORM} AS form, label, count(*), count(DISTINCT page_key), min(coalesce(confidence, 0))"
            f" FROM mention JOIN page ON page.key = page_key WHERE {_OPEN}"
            " GROUP BY 1, label ORDER BY count(*) DESC, form, label",
            (least,),
        )

    def pages_suggesting_at_least(self, least: float) -> list[str]:
        """Return the ids of the pages with suggestions of this confidence or more."""
        rows = self._database.rows(
            f"SELECT DISTINCT page.id FROM mention JOIN page ON page.key = page_key WHERE {_OPEN} ORDER BY page.key",
            (least,),
        )
        return [page_id for (page_id,) in rows]

    def names_in_articles(self, labels: Parameters) -> list[Row]:
        """Return (page id, article id, name) of every mention of these labels, each name once for an article."""
        marks = ", ".join("?" * len(labels))
        return self._database.rows(
            f"SELECT DISTINCT page.id, article_id, {_NAME.replace('quote', 'mention.quote')} FROM mention"
            " JOIN segment ON segment.page_key = mention.page_key"
            " AND json_extract(fragments, '$[0][0]') BETWEEN segment.start AND segment.stop - 1"
            f" {_SHOWN.format('mention')} AND article_id IS NOT NULL AND label IN ({marks})",
            labels,
        )

    def pages_with(self, table: str, column: str, value: str) -> list[str]:
        """Return the ids of pages that have a row of ``segment`` or ``mention`` with this role or label."""
        assert (table, column) in {("segment", "role"), ("mention", "label")}
        rows = self._database.rows(
            f"SELECT DISTINCT page.id FROM {table} {_SHOWN.format(table)} AND {column} = ?", (value,)
        )
        return [page_id for (page_id,) in rows]

    def _counts(self, column: str, table: str) -> list[Row]:
        return self._database.rows(
            f"SELECT {column}, count(*) FROM {table} {_SHOWN.format(table)}"
            f" GROUP BY {column} ORDER BY count(*) DESC, {column}"
        )

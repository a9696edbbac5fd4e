"""The other part of an article, by the names that people know it by: page and title."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.views.reading_source_line import page_name


def link_name(place: str, load: Callable[[str], PageRecord]) -> str:
    """Return page and title of a linked article.

    Args:
        place: ``page_id#article_id``.
        load: gives a page of the library.
    """
    page_id, _mark, article_id = place.partition("#")
    try:
        record = load(page_id)
        title = record.annotations.article(article_id).title(record.page.text)
    except (LibraryError, KeyError):
        return QCoreApplication.translate("LinkNames", "不在文库里的一部分（{0}）").format(place)
    return QCoreApplication.translate("LinkNames", "{0}，{1}").format(page_name(record.page), title)

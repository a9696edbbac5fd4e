"""Tagging the same string everywhere: found with its context, looked over, then stored as one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cppcc_reader.core.editing.mention_commands import AddMentions
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.tagging.same_string import Occurrence, occurrences
from cppcc_reader.services.search import SearchRequest, SearchService
from cppcc_reader.storage.library import Library

Progress = Callable[[int, int], object]
Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class PlaceInLibrary:
    """One place of the string with the page it stands on."""

    page_id: str
    page_name: str
    place: Occurrence


def places_on_page(
    library: Library, page_id: str, quote: str, *, article_id: str | None = None
) -> list[PlaceInLibrary]:
    """Return the places of ``quote`` on one page, in one of its articles if asked.

    Raises:
        UnknownPageError: if there is no such page.
    """
    record = library.pages.record(page_id)
    found = occurrences(record.page.text, record.annotations, quote, article_id=article_id)
    return [PlaceInLibrary(page_id, record.page.source.name, place) for place in found]


def places_in_library(
    library: Library,
    quote: str,
    *,
    progress: Progress = lambda _done, _total: None,
    cancelled: Cancelled = lambda: False,
) -> list[PlaceInLibrary]:
    """Return the places of ``quote`` in the articles of all pages (furniture only of pages that hold it in an article).

    Args:
        progress: gets (pages looked at, pages to look at).
        cancelled: asked before each page; the places found so far are returned.
    """
    request = SearchRequest(query=f'"{quote}"')
    hits = SearchService(library).search(request, include_waiting=True, cancelled=cancelled).hits
    page_ids = sorted({hit.page_id for hit in hits})
    found: list[PlaceInLibrary] = []
    for done, page_id in enumerate(page_ids):
        if cancelled():
            break
        found += places_on_page(library, page_id, quote)
        progress(done + 1, len(page_ids))
    return found


def is_open(place: Occurrence, label: str) -> bool:
    """Tell whether tagging the place with ``label`` would add something and take nothing that should stay.

    It adds nothing where a person has tagged it so already; it would take a longer name that the string is a part of
    (州政协 in 楚雄州政协), or the work of a person.
    """
    mention = place.mention
    if mention is None:
        return not any(_should_stay(crossing, place) for crossing in place.crossing)
    return mention.label != label or mention.origin is Origin.SUGGESTED


def _should_stay(crossing: Mention, place: Occurrence) -> bool:
    within = all(any(outer.covers(inner) for outer in place.fragments) for inner in crossing.fragments)
    return crossing.origin is not Origin.SUGGESTED or not within


def tagging_commands(places: Iterable[PlaceInLibrary], label: str, *, nested: bool = False) -> dict[str, AddMentions]:
    """Return for each page the command that tags the chosen places.

    Args:
        nested: the label may lie across others; otherwise overlapping mentions give way.
    """
    by_page: dict[str, list[Mention]] = {}
    for chosen in places:
        mention = Mention(id="new", label=label, fragments=chosen.place.fragments)
        by_page.setdefault(chosen.page_id, []).append(mention)
    return {
        page_id: AddMentions(mentions=tuple(mentions), replacing=not nested, name="标注全部同名文字")
        for page_id, mentions in by_page.items()
    }

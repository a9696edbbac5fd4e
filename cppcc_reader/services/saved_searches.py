"""Searches that a person keeps under a name, in the settings of their library."""

from __future__ import annotations

from typing import Any

from cppcc_reader.core.character_folding import Folding
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import Role
from cppcc_reader.services.search import SearchRequest
from cppcc_reader.storage.library import Library
from cppcc_reader.storage.search_finder import PageFilter, SearchOrder

_SETTING = "saved_searches"


def saved_searches(library: Library) -> dict[str, SearchRequest]:
    """Return the saved searches by name, in the order in which they were saved."""
    stored = library.settings.get(_SETTING, {})
    return {name: request_from_json(data) for name, data in stored.items()}


def save_search(library: Library, name: str, request: SearchRequest) -> None:
    """Keep a search under a name; one of the same name is replaced.

    Raises:
        LibraryError: if the library cannot be written.
    """
    stored = library.settings.get(_SETTING, {})
    library.settings.set(_SETTING, {**stored, name: request_to_json(request)})


def forget_search(library: Library, name: str) -> None:
    """Forget a saved search; harmless if there is none of that name.

    Raises:
        LibraryError: if the library cannot be written.
    """
    stored = library.settings.get(_SETTING, {})
    library.settings.set(_SETTING, {key: data for key, data in stored.items() if key != name})


def request_to_json(request: SearchRequest) -> dict[str, Any]:
    """Return a request as JSON values."""
    return {
        "query": request.query,
        "roles": sorted(request.roles),
        "labels": sorted(request.labels),
        "entity": request.entity,
        "states": list(request.pages.states),
        "papers": list(request.pages.papers),
        "date_from": request.pages.date_from,
        "date_to": request.pages.date_to,
        "width": request.folding.width,
        "variants": request.folding.variants,
        "order": request.order.value,
        "by_words": request.by_words,
    }


def request_from_json(data: dict[str, Any]) -> SearchRequest:
    """Return the request of stored JSON values; what is missing is at its default."""
    return SearchRequest(
        query=data.get("query", ""),
        roles=frozenset(Role(role) for role in data.get("roles", ())),
        labels=frozenset(data.get("labels", ())),
        entity=data.get("entity", ""),
        pages=PageFilter(
            states=tuple(PageState(state) for state in data.get("states", ())),
            papers=tuple(data.get("papers", ())),
            date_from=data.get("date_from", ""),
            date_to=data.get("date_to", ""),
        ),
        folding=Folding(width=data.get("width", False), variants=data.get("variants", False)),
        order=SearchOrder(data.get("order", SearchOrder.RANK)),
        by_words=data.get("by_words", False),
    )

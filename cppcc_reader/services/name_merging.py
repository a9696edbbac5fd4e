"""Merging variants in the index of names: every mention of them gets one normal form, in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cppcc_reader.core.editing.mention_commands import SetNormalForm
from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.storage.library import Library

STEP_NAME = "合并同一实体的不同写法"


def proposed_form(names: Iterable[IndexedName]) -> str:
    """Return the form to merge names under: the longest, for the full form says most; of several the most frequent."""
    return max(names, key=lambda name: (len(name.name), name.count)).name


def merge_commands(library: Library, names: Iterable[IndexedName], form: str) -> dict[str, SetNormalForm]:
    """Return for each page the command that gives the mentions of ``names`` the normal form ``form``.

    Mentions that count under that name already are left as they are.
    """
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        if name.name != form:
            for page_id, mention_id in library.figures.mentions_of_name(name.name, name.label):
                ids[page_id].append(mention_id)
    return {
        page_id: SetNormalForm(ids=tuple(found), normal_form=form, name=STEP_NAME) for page_id, found in ids.items()
    }

"""Merging variants in the index of names: every mention of them gets one normal form (and label), in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cppcc_reader.core.editing.mention_commands import NameMentions
from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.storage.library import Library

STEP_NAME = "合并同一实体的不同写法"


def proposed_form(names: Iterable[IndexedName]) -> str:
    """Return the form to merge names under: the longest, for the full form says most; of several the most frequent."""
    return max(names, key=lambda name: (len(name.name), name.count)).name


def merge_commands(
    library: Library, names: Iterable[IndexedName], form: str, label: str | None = None
) -> dict[str, NameMentions]:
    """Return for each page the command that brings the mentions of ``names`` together.

    Mentions that count under that name and label already are left as they are.

    Args:
        form: their normal form; empty: theirs is taken away.
        label: id of the label that all of them get; None: each keeps its own.
    """
    named: defaultdict[str, list[str]] = defaultdict(list)
    relabelled: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        other_form, other_label = name.name != form, label is not None and name.label != label
        if not (other_form or other_label):
            continue
        for page_id, mention_id in library.figures.mentions_of_name(name.name, name.label):
            if other_form:
                named[page_id].append(mention_id)
            if other_label:
                relabelled[page_id].append(mention_id)
    return {
        page_id: NameMentions(
            named=tuple(named[page_id]),
            normal_form=form,
            relabelled=tuple(relabelled[page_id]),
            label=label or "",
            name=STEP_NAME,
        )
        for page_id in sorted({*named, *relabelled})
    }

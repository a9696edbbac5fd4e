"""Suggestions that must stay away in a whole library, because a person said so once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.editing.mention_commands import RejectMentions
from cppcc_reader.core.editing.page_wide import PageStatus
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.storage.library import Library

SETTING = "rejected_everywhere"
REJECT_STEP = "全库拒绝建议"


def rejected_everywhere(library: Library) -> frozenset[tuple[str, str]]:
    """Return the (label, quote) pairs that must not be suggested in this library."""
    return frozenset((label, quote) for label, quote in library.settings.get(SETTING, []))


def keep_rejected(library: Library, pairs: Iterable[tuple[str, str]]) -> None:
    """Remember pairs beside those remembered already."""
    wanted = rejected_everywhere(library) | set(pairs)
    library.settings.set(SETTING, sorted(map(list, wanted)))


def forget_rejected(library: Library, pairs: Iterable[tuple[str, str]]) -> None:
    """Let pairs be suggested again."""
    wanted = rejected_everywhere(library) - set(pairs)
    library.settings.set(SETTING, sorted(map(list, wanted)))


def follow_step(library: Library, name: str, changes: Mapping[str, ChangeSet], *, undone: bool) -> None:
    """Let pairs be suggested again when the step that rejected them is taken back, and the other way round.

    Args:
        changes: what the step named ``name`` changed when it was made, by page id.
    """
    if name != REJECT_STEP:
        return
    pairs: set[tuple[str, str]] = set()
    for change in changes.values():
        for before, after in change.changes.values():
            if isinstance(before, PageStatus) and isinstance(after, PageStatus):
                pairs |= after.rejected - before.rejected
    (forget_rejected if undone else keep_rejected)(library, pairs)


def without_rejected(
    mentions: Iterable[Mention], text: str, rejected: frozenset[tuple[str, str]]
) -> tuple[Mention, ...]:
    """Return the mentions that nobody rejected for the whole library."""
    return tuple(mention for mention in mentions if (mention.label, mention.quote(text)) not in rejected)


def rejection_commands(library: Library, pair: tuple[str, str]) -> dict[str, RejectMentions]:
    """Return for each page that still suggests the pair the command that takes it away there."""
    commands: dict[str, RejectMentions] = {}
    for page_id in library.annotations.pages_suggesting(*pair):
        record = library.pages.record(page_id)
        ids = tuple(
            mention.id
            for mention in record.annotations.mentions
            if mention.origin is Origin.SUGGESTED and (mention.label, mention.quote(record.page.text)) == pair
        )
        if ids:
            commands[page_id] = RejectMentions(ids=ids, name=REJECT_STEP)
    return commands

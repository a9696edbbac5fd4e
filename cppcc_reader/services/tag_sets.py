"""The tag set of a library: one of its settings, the default until somebody changes it."""

from __future__ import annotations

import logging

from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET, TagSet
from cppcc_reader.formats.tag_set_toml import TagSetError, check_tag_set, tag_set_from_toml, tag_set_to_toml
from cppcc_reader.storage.library import Library

_SETTING = "tag_set"
_log = logging.getLogger(__name__)


def tag_set_of(library: Library) -> TagSet:
    """Return the labels that a library tags with."""
    stored = library.settings.get(_SETTING)
    if not isinstance(stored, str):
        return DEFAULT_TAG_SET
    try:
        return tag_set_from_toml(stored)
    except TagSetError:
        _log.exception("the tag set stored in %s cannot be read; the default serves", library.path)
        return DEFAULT_TAG_SET


def keep_tag_set(library: Library, tag_set: TagSet) -> None:
    """Store the labels of a library.

    Raises:
        TagSetError: if the set breaks a rule; nothing is written then.
        LibraryError: if the library cannot be written.
    """
    check_tag_set(tag_set)
    library.settings.set(_SETTING, tag_set_to_toml(tag_set))


def labels_in_use(library: Library) -> dict[str, int]:
    """Return how many mentions each label has in the library: one in use cannot simply be taken away."""
    return library.figures.label_counts()

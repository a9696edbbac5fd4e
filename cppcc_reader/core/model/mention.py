"""An entity mention: one or several fragments of text with a label."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span


class Origin(StrEnum):
    """Who made a mention: a person, the machine, or the machine with a person's consent."""

    PERSON = "person"
    SUGGESTED = "suggested"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An entity mention; several fragments where a column break cuts the name.

    Attributes:
        id: unique on its page.
        label: id of a label of the tag set, for example ``PER``.
        fragments: non-empty, in reading order, not overlapping.
        normal_form: the full or standard form of the name, or None.

    Raises:
        ValueError: if it has no fragment.
    """

    id: str
    label: str
    fragments: tuple[Span, ...]
    origin: Origin = Origin.PERSON
    evidence: Evidence | None = None
    normal_form: str | None = None

    def __post_init__(self) -> None:
        if not self.fragments:
            raise ValueError("a mention needs at least one fragment")

    @property
    def start(self) -> int:
        """Offset of its first character on the page."""
        return min(fragment.start for fragment in self.fragments)

    def quote(self, text: str) -> str:
        """Return the concatenation of its fragments."""
        return "".join(fragment.text_of(text) for fragment in self.fragments)

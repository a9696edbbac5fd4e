"""Who made an annotation set, with what."""

from __future__ import annotations

from dataclasses import dataclass

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Annotator and software as they stand in the page record."""

    annotator: str = ""
    software: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A page with everything said about it: what the page record carries from one place to another.

    Attributes:
        ambiguous: ranges ``(start, end)`` that may go either way and are left out of figures.
    """

    page: Page
    annotations: AnnotationSet
    provenance: Provenance = Provenance()
    ambiguous: tuple[tuple[int, int], ...] = ()

"""What a window works with: one library, one session, the person's settings."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.services.tag_sets import tag_set_of
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import AnnotationSession

if TYPE_CHECKING:
    from cppcc_reader.services.presegmentation import Presegmenter


class LazyPresegmenter:
    """The machine, read when it is first needed, in the thread that needs it: the window opens without it."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._loaded: Presegmenter | None = None

    def split(self, text: str) -> AnnotationSet:
        """Return the articles and furniture of a page."""
        return self.machine().split(text)

    def annotate(self, text: str) -> AnnotationSet:
        """Return articles, furniture and suggested mentions of a page."""
        return self.machine().annotate(text)

    def machine(self) -> Presegmenter:
        """Return the presegmenter itself."""
        if self._loaded is None:
            from cppcc_reader.services.library_tagger import presegmenter_of  # noqa: PLC0415  (reads dictionaries)

            with self._library.sibling() as own:
                self._loaded = presegmenter_of(own)
        return self._loaded

    def complaints(self) -> Sequence[str]:
        """Return what is to be told of rules that had to be left out so far."""
        return self._loaded.complaints() if self._loaded is not None else ()

    def forget(self) -> None:
        """Read it anew when it is next needed: the library's rules or what it has learned have changed."""
        self._loaded = None


def now() -> datetime:
    """Return the time with its zone: the only clock of the window."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Built once for a library that is open in a window; closed with it.

    Attributes:
        notice: what to tell the person about how the library was opened.
    """

    library: Library
    service: AnnotationService
    session: AnnotationSession
    settings: UserSettings
    presegmenter: LazyPresegmenter
    annotator: str
    clock: Callable[[], datetime] = now
    notice: str = ""

    @classmethod
    def over(cls, library: Library, settings: UserSettings, *, notice: str = "") -> Workspace:
        """Build everything that a window needs over an open library."""
        annotator = str(settings.get("annotator") or "") or _login_name()
        service = AnnotationService(library, annotator=annotator, clock=now)
        session = AnnotationSession(
            service,
            clock=now,
            tag_set=tag_set_of(library),
            read_only=library.read_only,
            doubt_threshold=float(settings.get("doubt_threshold", DOUBT_THRESHOLD)),
        )
        return cls(
            library=library,
            service=service,
            session=session,
            settings=settings,
            presegmenter=LazyPresegmenter(library),
            annotator=annotator,
            notice=notice,
        )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have no name for the user
        return ""

"""What a window works with: one library, one session, the person's settings."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.presegmentation import Presegmenter
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import AnnotationSession


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
    presegmenter: Presegmenter
    annotator: str
    clock: Callable[[], datetime] = now
    notice: str = ""

    @classmethod
    def over(cls, library: Library, settings: UserSettings, *, notice: str = "") -> Workspace:
        """Build everything that a window needs over an open library."""
        annotator = str(settings.get("annotator") or "") or _login_name()
        service = AnnotationService(library, annotator=annotator, clock=now)
        session = AnnotationSession(service, clock=now, read_only=library.read_only)
        return cls(
            library=library,
            service=service,
            session=session,
            settings=settings,
            presegmenter=Presegmenter.load(),
            annotator=annotator,
            notice=notice,
        )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may have no name for the user
        return ""

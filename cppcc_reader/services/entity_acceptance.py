"""Accepting suggestions that are sure enough, form by form: looked over first, then one step on a page or a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from cppcc_reader.core.editing.mention_commands import AcceptMentions
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.services.annotation import AnnotationService
from cppcc_reader.services.backup import take_snapshot
from cppcc_reader.storage.library import Library

STEP_NAME = "接受可信的建议"
ALL_STEP_NAME = "接受全部建议"
_BLANKS = str.maketrans("", "", "　 \n")

FormKey = tuple[str, str]
"""The words of a suggestion, blanks left out, and its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedForm:
    """What is suggested in several places with the same words and label.

    Attributes:
        least: confidence of the least sure of its places, in [0, 1].
    """

    form: str
    label: str
    places: int
    pages: int
    least: float

    @property
    def key(self) -> FormKey:
        """What makes it this form."""
        return self.form, self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptanceReport:
    """What a run over a library did.

    Attributes:
        places: suggestions that were accepted.
        changed: ids of the pages they stand on.
        left: pages that were not looked at because the run was stopped.
    """

    places: int
    changed: tuple[str, ...]
    left: int


def step_name(least: float) -> str:
    """Return what the history calls accepting all that is at least so sure."""
    return STEP_NAME if least > 0.0 else ALL_STEP_NAME


def forms_on_page(text: str, mentions: Iterable[Mention], least: float) -> list[SuggestedForm]:
    """Return the forms suggested on one page, the most frequent first."""
    found: dict[FormKey, list[float]] = {}
    for mention in _sure(mentions, least):
        found.setdefault(_key(mention, text), []).append(_confidence(mention))
    forms = [
        SuggestedForm(form=form, label=label, places=len(all_), pages=1, least=min(all_))
        for (form, label), all_ in found.items()
    ]
    return sorted(forms, key=lambda one: (-one.places, one.form, one.label))


def forms_in_library(library: Library, least: float) -> list[SuggestedForm]:
    """Return the forms suggested on all pages but finished, gold and trashed ones, the most frequent first."""
    return [
        SuggestedForm(form=form, label=label, places=places, pages=pages, least=confidence)
        for form, label, places, pages, confidence in library.figures.suggested_forms(least)
    ]


def accepting(
    text: str, mentions: Iterable[Mention], least: float, kept_waiting: frozenset[FormKey]
) -> AcceptMentions | None:
    """Return the command that accepts what is sure enough on one page but some forms; None where that is nothing."""
    ids = tuple(mention.id for mention in _sure(mentions, least) if _key(mention, text) not in kept_waiting)
    return AcceptMentions(ids=ids, name=step_name(least)) if ids else None


def accept_in_library(
    library: Library,
    least: float,
    kept_waiting: frozenset[FormKey],
    *,
    annotator: str,
    clock: Callable[[], datetime],
    progress: Callable[[int, int], object] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> AcceptanceReport:
    """Accept on every page what is sure enough but some forms, as one step, after a snapshot.

    Stopping leaves every page whole; what is accepted then is one step, and another run goes on from there.

    Args:
        library: a connection of the thread that runs this.
        progress: gets (pages done, pages in all).
        cancelled: asked before each page.

    Raises:
        LibraryError: if the library cannot be written, or no snapshot can be taken before.
    """
    page_ids = library.figures.pages_suggesting_at_least(least)
    if page_ids:
        take_snapshot(library, step_name(least), clock())
    execute = AnnotationService(library, annotator=annotator, clock=clock).long_step(step_name(least))
    places, done, changed = 0, 0, []
    for page_id in page_ids:
        if cancelled():
            break
        record = library.pages.record(page_id)
        command = accepting(record.page.text, record.annotations.mentions, least, kept_waiting)
        if command is not None:
            execute(page_id, command)
            places += len(command.ids)
            changed.append(page_id)
        done += 1
        progress(done, len(page_ids))
    return AcceptanceReport(places=places, changed=tuple(changed), left=len(page_ids) - done)


def _sure(mentions: Iterable[Mention], least: float) -> list[Mention]:
    return [one for one in mentions if one.origin is Origin.SUGGESTED and _confidence(one) >= least]


def _confidence(mention: Mention) -> float:
    return mention.evidence.confidence if mention.evidence is not None else 0.0


def _key(mention: Mention, text: str) -> FormKey:
    return mention.quote(text).translate(_BLANKS), mention.label

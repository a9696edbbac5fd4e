"""Where the guide opens: at what the person has before them."""

from __future__ import annotations

from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.term_names import label_name, role_name


def guide_place(session: AnnotationSession) -> tuple[str, str]:
    """Return chapter and words to open the guide at.

    The mention whose text is marked leads to its label, a chosen block to its role, a page to the guidelines, and
    an empty window to the first page.
    """
    if session.record is None:
        return "first-page", ""
    chosen, annotations = session.selection, session.annotations
    marked = [mention for mention in annotations.mentions if chosen.fragments and mention.fragments == chosen.fragments]
    label = session.tag_set.label(marked[0].label) if marked else None
    if label is not None:
        return "roles-and-labels", label_name(label)
    found = annotations.segment_at(chosen.segment_starts[0]) if chosen.segment_starts else None
    if found is not None:
        return "roles-and-labels", role_name(found[1].role)
    return "guidelines", ""

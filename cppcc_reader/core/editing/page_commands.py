"""Commands on the page as a whole: its state and its notes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cppcc_reader.core.editing.arrangement import next_id
from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.note import Note, NoteKind
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.span import Span

STATE_STEP = "改变版面状态"
"""What changing the state of several pages is called."""

_STATE_STEPS = {
    PageState.NEW: "标为新版面",
    PageState.IN_PROGRESS: "标为进行中",
    PageState.FINISHED: "完成版面",
    PageState.GOLD: "定为金标准",
    PageState.SET_ASIDE: "搁置版面",
}
assert set(_STATE_STEPS) == set(PageState)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetState:
    """Say how far the work on the page is; setting aside wants a reason."""

    state: PageState
    reason: str = ""

    @property
    def name(self) -> str:
        """What the step is called."""
        return _STATE_STEPS[self.state]

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        if self.state is PageState.SET_ASIDE and not self.reason.strip():
            raise EditError("搁置版面需要写明原因")
        return annotations.replaced(state=self.state, set_aside_reason=self.reason.strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class AddNote:
    """Write a remark, flag a doubt, or say how a range should read."""

    kind: NoteKind
    span: Span
    text: str
    author: str = ""

    @property
    def name(self) -> str:
        """What the step is called."""
        names = {NoteKind.REMARK: "添加批注", NoteKind.DOUBT: "标记存疑", NoteKind.CORRECTION: "添加勘误"}
        return names[self.kind]

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        if self.kind is NoteKind.REMARK and not self.text.strip():
            raise EditError("批注是空的")
        if self.kind is NoteKind.CORRECTION:
            self._check_correction(text, annotations)
        note_id = next_id("n", (note.id for note in annotations.notes))
        note = Note(id=note_id, kind=self.kind, span=self.span, text=self.text, author=self.author)
        return annotations.replaced(notes=(*annotations.notes, note))

    def _check_correction(self, text: str, annotations: AnnotationSet) -> None:
        if self.text == self.span.text_of(text):
            raise EditError("勘误后的文字与原文相同")
        if any(n.kind is NoteKind.CORRECTION and n.span.overlaps(self.span) for n in annotations.notes):
            raise EditError("这里已有勘误，请先修改或删除它")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditNote:
    """Change the words of a note."""

    id: str
    text: str
    name: str = "修改批注"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        return _with_note(annotations, replace(_note_named(annotations, self.id), text=self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveNote:
    """Mark a note as dealt with, or open it again."""

    id: str
    resolved: bool = True

    @property
    def name(self) -> str:
        """What the step is called."""
        return "解决批注" if self.resolved else "重新打开批注"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        return _with_note(annotations, replace(_note_named(annotations, self.id), resolved=self.resolved))


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveNote:
    """Take a note away."""

    id: str
    name: str = "删除批注"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        _note_named(annotations, self.id)
        return annotations.replaced(notes=tuple(note for note in annotations.notes if note.id != self.id))


def _note_named(annotations: AnnotationSet, note_id: str) -> Note:
    for note in annotations.notes:
        if note.id == note_id:
            return note
    raise EditError("这条批注已不存在")


def _with_note(annotations: AnnotationSet, changed: Note) -> AnnotationSet:
    return annotations.replaced(notes=tuple(changed if n.id == changed.id else n for n in annotations.notes))

"""Actions on entity mentions at the caret or over the marked text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from cppcc_reader.core.editing.mention_commands import (
    AcceptMentions,
    AddMention,
    RejectMentions,
    RelabelMentions,
    RemoveMentions,
    ResizeMention,
)
from cppcc_reader.core.editing.mention_edges import Words, with_moved_edges
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.reading_text import reading_text
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.words import word_spans
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.text_selection import selection_of_fragments


class MentionActions(QObject):
    """Tags, relabels, resizes, accepts and rejects mentions."""

    def __init__(self, session: AnnotationSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        slots: dict[str, Callable[[], object]] = {
            "remove-mention": self.remove,
            "accept-mention": self.accept,
            "reject-mention": self.reject,
            "next-mention": lambda: self.go(+1),
            "previous-mention": lambda: self.go(-1),
            "mention-end-right": lambda: self.resize(end=+1),
            "mention-end-left": lambda: self.resize(end=-1),
            "mention-start-left": lambda: self.resize(start=-1),
            "mention-start-right": lambda: self.resize(start=+1),
            "mention-end-word-right": lambda: self.resize(end=+1, by_words=True),
            "mention-end-word-left": lambda: self.resize(end=-1, by_words=True),
            "mention-start-word-left": lambda: self.resize(start=-1, by_words=True),
            "mention-start-word-right": lambda: self.resize(start=+1, by_words=True),
        }
        for action_id, slot in slots.items():
            registry.bind(action_id, slot)

    def tag(self, label_id: str) -> None:
        """Tag the marked text, or the mention at the caret; one that covers just that text is relabelled."""
        at_caret = None if self._session.selection.fragments else self.current()
        fragments = at_caret.fragments if at_caret else self._session.selection.fragments
        same = [m for m in self._session.annotations.mentions if m.fragments == fragments]
        label = self._session.tag_set.label(label_id)
        if same and (same[0].label == label_id or not (label and label.nested)):
            done = self._session.execute(self._relabelled(same[0], label_id), self)
        else:
            replacing = label is None or not label.nested
            command = AddMention(fragments=fragments, label=label_id, replacing=replacing)
            before = self._session.annotations.mentions
            done = self._session.execute(command, self)
            self._tell_replaced(before, fragments)
        if done and fragments:
            self._session.select(self._selection_after(fragments), self)

    def _tell_replaced(self, before: tuple[Mention, ...], fragments: tuple[Span, ...]) -> None:
        """Say which other mentions had to go: a suggestion that is longer than the mark vanishes with it."""
        left = {mention.id for mention in self._session.annotations.mentions}
        gone = [one.quote(self._session.text) for one in before if one.id not in left and one.fragments != fragments]
        if gone:
            words = self.tr("原来的实体“{0}”已被替换；Ctrl+Z 撤销")
            self._session.message.emit(words.format("、".join(gone)))

    def remove(self) -> None:
        """Delete the mention at the caret; a suggestion is remembered as rejected."""
        mention = self.current()
        if mention is None:
            self._say_none()
        elif mention.origin is Origin.SUGGESTED:
            self._session.execute(RejectMentions(ids=(mention.id,)), self)
        else:
            self._session.execute(RemoveMentions(ids=(mention.id,)), self)

    def accept(self) -> None:
        """Accept the suggestion at the caret and go to the next one."""
        self._decide(lambda mention: AcceptMentions(ids=(mention.id,)))

    def reject(self) -> None:
        """Reject the suggestion at the caret and go to the next one."""
        self._decide(lambda mention: RejectMentions(ids=(mention.id,)))

    def go(self, step: int) -> None:
        """Choose the next (+1) or previous (-1) mention on the page."""
        mentions = self._session.annotations.mentions
        here = self._here()
        ahead = [m for m in mentions if (m.start - here) * step > 0]
        if ahead:
            self._choose(ahead[0 if step > 0 else -1])
        else:
            self._session.message.emit(self.tr("这个方向上没有实体了"))

    def resize(self, *, start: int = 0, end: int = 0, by_words: bool = False) -> None:
        """Move the edges of the mention at the caret by a character or a word of the reading text."""
        mention = self.current()
        if mention is None:
            self._say_none()
            return
        fragments = self._resized(mention, start, end, word_spans if by_words else None)
        if fragments == mention.fragments:
            self._session.message.emit(self.tr("实体的这一端不能再移了"))
        elif fragments and self._session.execute(ResizeMention(id=mention.id, fragments=fragments), self):
            self._choose(self._session.annotations.mention(mention.id))

    def current(self) -> Mention | None:
        """Return the innermost mention at the caret, or the one whose text is marked."""
        fragments = self._session.selection.fragments
        caret = fragments[0].start if fragments else self._session.selection.caret
        if caret is None:
            return None
        mentions = self._session.annotations.mentions
        if exact := [m for m in mentions if fragments and m.fragments == fragments]:
            return exact[0]
        # Just behind the last character still counts: that is where the caret stands after tagging.
        for place in (caret, caret - 1):
            found = [m for m in mentions if any(span.contains(place) for span in m.fragments)]
            if found:
                return min(found, key=lambda m: sum(len(span) for span in m.fragments))
        return None

    def _relabelled(self, mention: Mention, label_id: str) -> AcceptMentions | RelabelMentions:
        if mention.label == label_id and mention.origin is Origin.SUGGESTED:
            return AcceptMentions(ids=(mention.id,))
        return RelabelMentions(ids=(mention.id,), label=label_id)

    def _decide(self, command_for: Callable[[Mention], AcceptMentions | RejectMentions]) -> None:
        mention = self.current()
        if mention is None or mention.origin is not Origin.SUGGESTED:
            self._go_to_suggestion(self._here() - 1)
            return
        if self._session.execute(command_for(mention), self):
            self._go_to_suggestion(mention.start)

    def _go_to_suggestion(self, after: int) -> None:
        waiting = [m for m in self._session.annotations.mentions if m.origin is Origin.SUGGESTED]
        following = [m for m in waiting if m.start > after] or waiting
        if following:
            self._choose(following[0])
        else:
            self._session.message.emit(self.tr("本版的建议都已定"))

    def _choose(self, mention: Mention) -> None:
        chosen = selection_of_fragments(self._session.annotations, mention.fragments, caret=mention.fragments[0].start)
        self._session.select(chosen, self)

    def _resized(self, mention: Mention, start: int, end: int, words: Words | None) -> tuple[Span, ...]:
        article = self._article_at(mention.start)
        if article is not None:
            reading = reading_text(self._session.text, article)
            place = reading.range_of(mention.fragments)
            if place is not None:
                return reading.to_source(with_moved_edges(reading.text, place, start=start, end=end, words=words))
        if len(mention.fragments) > 1:
            return ()
        return (with_moved_edges(self._session.text, mention.fragments[0], start=start, end=end, words=words),)

    def _article_at(self, offset: int) -> Article | None:
        found = self._session.annotations.segment_at(offset)
        return found[0] if found else None

    def _selection_after(self, fragments: tuple[Span, ...]) -> Selection:
        """Put the caret on the new mention: resize, relabel and delete mean it then."""
        chosen = self._session.selection
        return Selection(
            article_id=chosen.article_id, segment_starts=chosen.segment_starts[:1], caret=fragments[0].start
        )

    def _here(self) -> int:
        chosen = self._session.selection
        if chosen.fragments:
            return chosen.fragments[0].start
        return chosen.caret if chosen.caret is not None else -1

    def _say_none(self) -> None:
        self._session.message.emit(self.tr("光标处没有实体"))

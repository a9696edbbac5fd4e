"""Actions on blocks: what a key, a menu entry or a drop does to what is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from cppcc_reader.core.editing.command import Command
from cppcc_reader.core.editing.range_commands import NEW_ARTICLE, IsolateRange
from cppcc_reader.core.editing.segment_commands import (
    AcceptSegments,
    BeginArticle,
    CutSegment,
    JoinWithPrevious,
    MergeSegments,
    MoveInOrder,
    MoveSegments,
    MoveToNewArticle,
    SetJoin,
    SetRole,
    TakeAlternative,
)
from cppcc_reader.core.model.alternatives import open_alternatives
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.actions import role_action_id
from cppcc_reader.views.annotation_session import AnnotationSession, Selection


class EditingActions(QObject):
    """Turns the selection of the session into commands on segments."""

    def __init__(self, session: AnnotationSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions call this object."""
        slots: dict[str, Callable[[], object]] = {
            "begin-article": self.begin_article,
            "join-previous": self.join_with_previous,
            "to-new-article": self.make_article,
            "furniture": lambda: self.send_to(None),
            "order-up": lambda: self.move_in_order(-1),
            "order-down": lambda: self.move_in_order(+1),
            "toggle-join": self.toggle_join,
            "cut": self.cut_at_caret,
            "merge-next": self.merge_with_next,
            "accept": self.accept,
            "take-alternative": self.take_alternative,
            "next-doubt": lambda: self.go_to_doubt(+1),
            "previous-doubt": lambda: self.go_to_doubt(-1),
        }
        for action_id, slot in slots.items():
            registry.bind(action_id, slot)
        for role in Role:
            registry.bind(role_action_id(role), partial(self.set_role, role))

    def begin_article(self) -> None:
        """Begin an article with the first chosen block, or of the marked lines."""
        if self._has_part_of_block():
            self._isolate(NEW_ARTICLE)
        elif (segment := self._segment()) is not None:
            self._execute(BeginArticle(at=segment.start))

    def make_article(self) -> None:
        """Make an article of the chosen blocks alone."""
        if self._has_part_of_block():
            self._isolate(NEW_ARTICLE)
        elif starts := self._starts():
            self._execute(MoveToNewArticle(starts=starts))

    def join_with_previous(self) -> None:
        """Join the chosen article with the one before it on the page."""
        article_id = self._session.selection.article_id
        if article_id is None:
            self._say("no-article")
        else:
            self._execute(JoinWithPrevious(article_id=article_id))

    def send_to(self, article_id: str | None) -> None:
        """Send the chosen blocks, or the marked part of one, to an article or (None) to furniture."""
        if self._has_part_of_block():
            self._isolate(article_id)
        elif starts := self._starts():
            self._execute(MoveSegments(starts=starts, target=article_id))

    def set_role(self, role: Role) -> None:
        """Give the chosen blocks a role."""
        if starts := self._starts():
            self._execute(SetRole(starts=starts, role=role))

    def move_in_order(self, step: int) -> None:
        """Move the chosen block up (-1) or down (+1) in the reading order."""
        if (segment := self._segment()) is not None:
            self._execute(MoveInOrder(start=segment.start, step=step))

    def toggle_join(self) -> None:
        """Join the chosen block to the one before it in its article, or unjoin it."""
        if (segment := self._segment()) is not None:
            self._execute(SetJoin(start=segment.start, join=not segment.join))

    def cut_at_caret(self) -> None:
        """Cut the block in two at the caret and choose its second part, which is the one that wants another role."""
        caret = self._session.selection.caret
        if caret is not None and self._execute(CutSegment(at=caret)):
            starts = [segment.start for _article, segment in self._session.annotations.all_segments()]
            self._session.select(self._selection_at(min(start for start in starts if start >= caret)), self)

    def merge_with_next(self) -> None:
        """Make one segment of the chosen one and the next."""
        if (segment := self._segment()) is not None:
            self._execute(MergeSegments(start=segment.start))

    def accept(self) -> None:
        """Confirm the chosen blocks; after a doubt go on to the next one."""
        starts = self._starts()
        had_doubt = any(doubt.segment.start in starts for doubt in self._session.doubts())
        if starts and self._execute(AcceptSegments(starts=starts)) and had_doubt:
            self.go_to_doubt(+1)

    def take_alternative(self) -> None:
        """Take the splitter's best reading of the chosen block that is not what the block is already."""
        if (segment := self._segment()) is not None:
            others = open_alternatives(self._session.annotations, segment)
            # Past the last one: the command says that there is none.
            index = others[0] if others else len(segment.alternatives)
            self._execute(TakeAlternative(start=segment.start, index=index))

    def go_to_doubt(self, step: int) -> None:
        """Choose the next (+1) or previous (-1) doubt, around the end of the page."""
        doubts = [doubt.segment.start for doubt in self._session.doubts()]
        if not doubts:
            self._say("no-doubt")
            return
        chosen = self._session.selection
        here = chosen.segment_starts[0] if chosen.segment_starts else chosen.caret if chosen.caret is not None else -1
        ahead = [start for start in doubts if (start - here) * step > 0]
        target = (ahead or doubts)[0 if step > 0 else -1]
        self._session.select(self._selection_at(target), self)

    def _selection_at(self, start: int) -> Selection:
        found = self._session.annotations.segment_at(start)
        article_id = found[0].id if found and found[0] else None
        return Selection(article_id=article_id, segment_starts=(start,), caret=start)

    def _has_part_of_block(self) -> bool:
        """Tell whether text is marked that is less than the blocks it lies in."""
        fragments = self._session.selection.fragments
        if not fragments:
            return False
        found = self._session.annotations.segment_at(fragments[0].start)
        return found is not None and not any(fragment == found[1].span for fragment in fragments)

    def _isolate(self, target: str | None) -> None:
        fragments = self._session.selection.fragments
        start, end = min(f.start for f in fragments), max(f.end for f in fragments)
        self._execute(IsolateRange(start=start, end=end, target=target))

    def _starts(self) -> tuple[int, ...]:
        starts = self._session.selection.segment_starts
        if not starts:
            self._say("no-block")
        return starts

    def _segment(self) -> Segment | None:
        starts = self._starts()
        found = self._session.annotations.segment_at(starts[0]) if starts else None
        return found[1] if found else None

    def _execute(self, command: Command) -> bool:
        return self._session.execute(command, self)

    def _say(self, what: str) -> None:
        words = {
            "no-article": QCoreApplication.translate("EditingActions", "请先把光标放进一篇文章"),
            "no-block": QCoreApplication.translate("EditingActions", "请先把光标放进一个文本块"),
            "no-doubt": QCoreApplication.translate("EditingActions", "本版没有疑点了"),
        }
        self._session.message.emit(words[what])

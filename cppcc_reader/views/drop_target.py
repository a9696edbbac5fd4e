"""Where dragged blocks would land, in the source text or among the articles, and the command of the drop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QObject, QPoint

from cppcc_reader.core.editing.command import Command
from cppcc_reader.core.editing.segment_commands import JoinArticles, MoveSegments
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.views.annotation_session import AnnotationSession


@dataclass(frozen=True, slots=True)
class DropTarget:
    """An article by id, or the furniture (None).

    Attributes:
        index: place in the reading order among the segments that stay; None lets the program find it.
        y: height of the line that shows the place, in the coordinates of the zone that found it.
    """

    article_id: str | None
    index: int | None = None
    y: float = 0.0


class DropZone(Protocol):
    """A view on which blocks can be dropped."""

    def target_at(self, screen: QPoint, starts: tuple[int, ...]) -> DropTarget | None:
        """Return what lies under a point of the screen for the segments that begin at ``starts``, None outside."""
        ...

    def show_target(self, target: DropTarget | None) -> None:
        """Draw the line where a drop would go, or none."""
        ...


class DropZones(QObject):
    """All places for a drop in a window: finds the one under the pointer, shows it and says what would happen."""

    def __init__(self, session: AnnotationSession, zones: Sequence[DropZone], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._zones = list(zones)
        self._is_shown = False

    def add(self, zone: DropZone) -> None:
        """Take drops there, too."""
        self._zones.append(zone)

    def point_at(self, screen: QPoint, starts: tuple[int, ...], *, whole: bool = False) -> DropTarget | None:
        """Show what a drop at a point of the screen would do, and return it.

        Args:
            whole: a whole article is dragged, which finds its own place in the other.
        """
        self._is_shown = True
        found: DropTarget | None = None
        for zone in self._zones:
            here = zone.target_at(screen, starts) if found is None else None
            found = here or found
            zone.show_target(None if whole or here is None or here.index is None else here)
        found = replace(found, index=None) if whole and found is not None else found
        self._tell(found)
        return found

    def clear(self) -> None:
        """Show nothing any more."""
        if self._is_shown:
            self._is_shown = False
            for zone in self._zones:
                zone.show_target(None)
            self._session.message.emit("")
            self._session.hover((), self)

    def _tell(self, target: DropTarget | None) -> None:
        """Name the article that would get the blocks, and light it up in both views."""
        articles = self._session.annotations.articles
        article = next((one for one in articles if target is not None and one.id == target.article_id), None)
        self._session.hover(tuple(segment.span for segment in article.segments) if article else (), self)
        if article is None:
            words = self.tr("松开：归入版面附件") if target else self.tr("放不到这里；按 Esc 取消")
        elif target is None or target.index is None:
            words = self.tr("松开：送到“{0}”").format(article.title(self._session.text))
        else:
            title = article.title(self._session.text)
            words = self.tr("松开：送到“{0}”，排在第 {1} 段").format(title, target.index + 1)
        self._session.message.emit(words)


def drop_command(annotations: AnnotationSet, starts: tuple[int, ...], target: DropTarget) -> Command | None:
    """Return what a drop does, None where the blocks stand there already."""
    article = _article_of(annotations, starts)
    if target.article_id is None:
        at_home = {segment.start for segment in annotations.furniture}
        return None if at_home.issuperset(starts) else MoveSegments(starts=starts, target=None)
    if article is not None and article.id == target.article_id:
        if target.index is None or _order_after(article, starts, target.index) == _order(article):
            return None
    elif article is not None and set(_order(article)) == set(starts) and _joins_whole(article, target):
        return JoinArticles(target=target.article_id, article_id=article.id)
    return MoveSegments(starts=starts, target=target.article_id, index=target.index)


def _joins_whole(article: Article, target: DropTarget) -> bool:
    """Tell whether an article must go as a whole: by its bar, or because its links to other pages go with it."""
    return target.index is None or bool(article.continued_from or article.continues_to)


def _article_of(annotations: AnnotationSet, starts: tuple[int, ...]) -> Article | None:
    """Return the one article that all these segments belong to, None for several or furniture."""
    owners = [article for article in annotations.articles if set(starts) & set(_order(article))]
    return owners[0] if len(owners) == 1 and set(starts) <= set(_order(owners[0])) else None


def _order(article: Article) -> list[int]:
    return [segment.start for segment in article.segments]


def _order_after(article: Article, starts: tuple[int, ...], index: int) -> list[int]:
    kept = [start for start in _order(article) if start not in starts]
    return [*kept[:index], *sorted(starts), *kept[index:]]

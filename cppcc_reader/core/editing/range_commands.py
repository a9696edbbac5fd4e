"""Commands on whole segmentations, selected lines and continuations between pages."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cppcc_reader.core.editing import arrangement as arrange
from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.segment_commands import MoveSegments, MoveToNewArticle
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Segment

NEW_ARTICLE = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class IsolateRange:
    """Cut the selected characters ``[start, end)`` out of their segments and send them elsewhere.

    Attributes:
        target: an article id, ``NEW_ARTICLE``, or None for furniture.
    """

    start: int
    end: int
    target: str | None
    name: str = "移动所选文字"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        after = arrange.cut(text, arrange.cut(text, annotations, self.start), self.end)
        starts = tuple(s.start for _article, s in after.all_segments() if s.start < self.end and s.end > self.start)
        if not starts:
            raise EditError("所选范围内没有文字")
        if self.target == NEW_ARTICLE:
            return MoveToNewArticle(starts=starts).applied_to(text, after)
        return MoveSegments(starts=starts, target=self.target).applied_to(text, after)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkContinuation:
    """Say where an article comes from or goes on (``page_id#article_id``); None takes a link away."""

    article_id: str
    continued_from: str | None = None
    continues_to: str | None = None
    name: str = "链接续文"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        article = arrange.article_named(annotations, self.article_id)
        changed = replace(article, continued_from=self.continued_from, continues_to=self.continues_to)
        return annotations.replaced(articles=tuple(changed if a.id == article.id else a for a in annotations.articles))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceSegmentation:
    """Put a whole new segmentation in place of the old one; mentions and notes stay."""

    articles: tuple[Article, ...]
    furniture: tuple[Segment, ...]
    name: str = "重新切分版面"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        return annotations.replaced(articles=self.articles, furniture=self.furniture)

"""Commands on boundaries, attachment, roles and joins."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cppcc_reader.core.editing import arrangement as arrange
from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.placement import placed
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginArticle:
    """Begin an article at ``at``: what follows in the reading order of the old article goes with it."""

    at: int
    name: str = "新建文章"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        annotations = arrange.cut(text, annotations, self.at)
        article, segment = arrange.segment_holding(annotations, self.at)
        if article is None:
            return MoveToNewArticle(starts=(segment.start,)).applied_to(text, annotations)
        index = article.segments.index(segment)
        if index == 0:
            raise EditError("这里已经是文章的开头")
        moved = (arrange.checked(segment), *article.segments[index + 1 :])
        old = arrange.with_segments(article, article.segments[:index], text)
        new = arrange.with_segments(Article(id=arrange.new_article_id(annotations), segments=moved), moved, text)
        others = tuple(a for a in annotations.articles if a.id != article.id)
        return annotations.replaced(articles=(*others, old, replace(new, continues_to=article.continues_to)))


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinWithPrevious:
    """Join an article with the one before it on the page."""

    article_id: str
    name: str = "合并文章"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        ids = [article.id for article in annotations.articles]
        article = arrange.article_named(annotations, self.article_id)
        index = ids.index(self.article_id)
        if index == 0:
            raise EditError("这是本版第一篇文章，前面没有可合并的文章")
        return JoinArticles(target=ids[index - 1], article_id=article.id).applied_to(text, annotations)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinArticles:
    """Join all of one article to another; headings find their place at its top."""

    target: str
    article_id: str
    name: str = "合并文章"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        if self.target == self.article_id:
            raise EditError("不能把文章与它自己合并")
        target = arrange.article_named(annotations, self.target)
        article = arrange.article_named(annotations, self.article_id)
        moved = [arrange.checked(article.segments[0]), *article.segments[1:]]
        joined = arrange.with_segments(target, _joined_order(target, article, moved), text)
        joined = replace(
            joined,
            continued_from=target.continued_from or article.continued_from,
            continues_to=target.continues_to or article.continues_to,
        )
        others = tuple(a for a in annotations.articles if a.id not in (target.id, article.id))
        return annotations.replaced(articles=(*others, _keeping_inner_joins(joined, article)))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveSegments:
    """Send segments to an article (``target`` id) or to furniture (None).

    Attributes:
        index: place in the reading order of the target after the move; None lets the program find it.
    """

    starts: tuple[int, ...]
    target: str | None
    index: int | None = None

    @property
    def name(self) -> str:
        """What the step is called."""
        return "移到版面附件" if self.target is None else "移到另一篇文章"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        pairs = arrange.segments_named(annotations, self.starts)
        if self.target is None:
            moved = arrange.as_furniture(segment for _article, segment in pairs)
            rest = arrange.taken_out(annotations, self.starts, text)
            return rest.replaced(furniture=(*rest.furniture, *moved))
        target = arrange.article_named(annotations, self.target)
        moved_in = [arrange.checked(arrange.from_furniture(s) if a is None else s) for a, s in pairs]
        rest = arrange.taken_out(annotations, self.starts, text)
        kept = [segment for segment in target.segments if segment.start not in self.starts]
        wished = self.index
        order = placed(kept, moved_in) if wished is None else [*kept[:wished], *moved_in, *kept[wished:]]
        changed = arrange.with_segments(target, order, text)
        others = tuple(article for article in rest.articles if article.id != target.id)
        return rest.replaced(articles=(*others, changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveToNewArticle:
    """Make a new article of these segments, in page order with headings first."""

    starts: tuple[int, ...]
    name: str = "新建文章"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        pairs = arrange.segments_named(annotations, self.starts)
        owners = {article.id for article, _segment in pairs if article is not None}
        if len(owners) == 1 and len(annotations.article(next(iter(owners))).segments) == len(pairs):
            raise EditError("所选的段落已经是一篇独立的文章")
        moved = [arrange.checked(arrange.from_furniture(s) if a is None else s) for a, s in pairs]
        article_id = arrange.new_article_id(annotations)
        rest = arrange.taken_out(annotations, self.starts, text)
        # Joins are worth keeping only where the pieces were neighbours before.
        article = Article(id=article_id, segments=tuple(moved if len(owners) == 1 else moved[:1]))
        return rest.replaced(articles=(*rest.articles, arrange.with_segments(article, placed((), moved), text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRole:
    """Give segments a role; the body after a new dateline joins it."""

    starts: tuple[int, ...]
    role: Role
    name: str = "更改角色"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        pairs = arrange.segments_named(annotations, self.starts)
        changed = {s.start: arrange.checked(replace(s, role=self.role)) for _article, s in pairs}
        after = arrange.replace_segments(annotations, changed)
        if self.role is not Role.DATELINE:
            return after
        return arrange.replace_segments(after, _bodies_after_datelines(after, changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveInOrder:
    """Move a segment one place up (-1) or down (+1) in the reading order of its article."""

    start: int
    step: int

    @property
    def name(self) -> str:
        """What the step is called."""
        return "阅读顺序上移" if self.step < 0 else "阅读顺序下移"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        [(article, segment)] = arrange.segments_named(annotations, (self.start,))
        if article is None:
            raise EditError("版面附件没有阅读顺序")
        index = article.segments.index(segment)
        target = index + self.step
        if not 0 <= target < len(article.segments):
            raise EditError("已经在文章的最前面" if self.step < 0 else "已经在文章的最后面")
        order = [s for s in article.segments if s.start != segment.start]
        order.insert(target, arrange.checked(segment))
        changed = arrange.with_segments(article, order, text)
        return annotations.replaced(articles=tuple(changed if a.id == article.id else a for a in annotations.articles))


@dataclass(frozen=True, slots=True, kw_only=True)
class CutSegment:
    """Cut the segment around ``at`` into two of the same role in the same article."""

    at: int
    name: str = "切分段落"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        after = arrange.cut(text, annotations, self.at)
        if after is annotations:
            raise EditError("请把光标放在段落中间再切分")
        return after


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeSegments:
    """Make one segment of this one and the next in its article, where no blank line lies between them."""

    start: int
    name: str = "合并段落"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        [(article, segment)] = arrange.segments_named(annotations, (self.start,))
        siblings = annotations.furniture if article is None else article.segments
        index = siblings.index(segment)
        if index + 1 == len(siblings):
            raise EditError("后面没有可合并的段落")
        following = siblings[index + 1]
        between = text[segment.end : following.start]
        if following.start < segment.end or between.strip() or between.count("\n") > 1:
            raise EditError("两段在原文中不相连，请改用接排")
        merged = arrange.checked(replace(segment, end=following.end, alternatives=()))
        kept = (*siblings[:index], merged, *siblings[index + 2 :])
        if article is None:
            return annotations.replaced(furniture=kept)
        changed = replace(article, segments=kept)
        return annotations.replaced(articles=tuple(changed if a.id == article.id else a for a in annotations.articles))


@dataclass(frozen=True, slots=True, kw_only=True)
class SetJoin:
    """Say whether a segment continues the sentence of the one before it in its article."""

    start: int
    join: bool

    @property
    def name(self) -> str:
        """What the step is called."""
        return "接排" if self.join else "取消接排"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        [(article, segment)] = arrange.segments_named(annotations, (self.start,))
        if article is None or article.segments[0].start == segment.start:
            raise EditError("文章的第一段没有可以接排的上文")
        changed = arrange.checked(replace(segment, join=self.join))
        return arrange.replace_segments(annotations, {segment.start: changed})


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptSegments:
    """Confirm what the machine decided about segments."""

    starts: tuple[int, ...]
    name: str = "认可疑点"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        pairs = arrange.segments_named(annotations, self.starts)
        return arrange.replace_segments(annotations, {s.start: arrange.checked(s) for _article, s in pairs})


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAlternative:
    """Take another reading that the splitter offered for a segment, the best one by default."""

    start: int
    index: int = 0
    name: str = "采用另一种判断"

    def applied_to(self, text: str, annotations: AnnotationSet) -> AnnotationSet:
        """See :class:`~cppcc_reader.core.editing.command.Command`."""
        [(_article, segment)] = arrange.segments_named(annotations, (self.start,))
        if not 0 <= self.index < len(segment.alternatives):
            raise EditError("这一段没有其他判断可选")
        chosen = segment.alternatives[self.index]
        if chosen.kind == "role" and chosen.role is not None:
            return SetRole(starts=(self.start,), role=chosen.role).applied_to(text, annotations)
        if chosen.kind == "attach" and chosen.target is not None:
            pair = annotations.segment_at(chosen.target)
            if pair is None or pair[0] is None:
                raise EditError("另一种判断所指的文章已不存在")
            return MoveSegments(starts=(self.start,), target=pair[0].id).applied_to(text, annotations)
        if chosen.kind == "begin":
            return BeginArticle(at=self.start).applied_to(text, annotations)
        if chosen.kind == "furniture":
            return MoveSegments(starts=(self.start,), target=None).applied_to(text, annotations)
        return SetJoin(start=self.start, join=chosen.kind == "join").applied_to(text, annotations)


def _joined_order(target: Article, article: Article, moved: list[Segment]) -> list[Segment]:
    headings = [s for s in moved if s.role in (Role.KICKER, Role.HEADLINE, Role.DECK)]
    if target.segments_with(Role.KICKER, Role.HEADLINE) or not headings or moved[: len(headings)] != headings:
        return [*target.segments, *moved]
    # A headline that stands behind its body: it opens the joined article.
    return placed([*target.segments, *moved[len(headings) :]], headings)


def _keeping_inner_joins(joined: Article, article: Article) -> Article:
    """Keep the joins inside the article that came: its neighbours did not change there."""
    pairs = {(a.start, b.start): b.join for a, b in zip(article.segments, article.segments[1:], strict=False)}
    segments = [joined.segments[0]]
    for segment in joined.segments[1:]:
        join = pairs.get((segments[-1].start, segment.start), segment.join)
        segments.append(replace(segment, join=join))
    return replace(joined, segments=tuple(segments))


def _bodies_after_datelines(annotations: AnnotationSet, datelines: dict[int, Segment]) -> dict[int, Segment]:
    bodies: dict[int, Segment] = {}
    for article in annotations.articles:
        for before, after in zip(article.segments, article.segments[1:], strict=False):
            if before.start in datelines and after.role is Role.BODY:
                bodies[after.start] = replace(after, join=True)
    return bodies

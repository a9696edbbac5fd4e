"""The moves that all segment commands are made of: find, cut, take out, put in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count

from cppcc_reader.core.editing.command import EditError
from cppcc_reader.core.editing.sentence_flow import flows_on
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment


def segment_holding(annotations: AnnotationSet, offset: int) -> tuple[Article | None, Segment]:
    """Return the segment at ``offset``, else the next one after it on the page, with its article.

    Raises:
        EditError: if there is none.
    """
    for article, segment in annotations.segments_in_page_order():
        if offset < segment.end:
            return article, segment
    raise EditError("光标之后没有文字")


def segments_named(annotations: AnnotationSet, starts: Iterable[int]) -> list[tuple[Article | None, Segment]]:
    """Return the segments that begin at ``starts``, in page order, with their articles.

    Raises:
        EditError: if one of them does not exist.
    """
    wanted = set(starts)
    found = [pair for pair in annotations.segments_in_page_order() if pair[1].start in wanted]
    if not wanted or len(found) != len(wanted):
        raise EditError("所选的段落已不存在")
    return found


def article_named(annotations: AnnotationSet, article_id: str) -> Article:
    """Return the article of that id.

    Raises:
        EditError: if there is none.
    """
    try:
        return annotations.article(article_id)
    except KeyError:
        raise EditError(f"没有编号为 {article_id} 的文章") from None


def replace_segments(annotations: AnnotationSet, changed: dict[int, Segment]) -> AnnotationSet:
    """Return the set with the segments that begin at the given offsets replaced."""
    articles = tuple(
        replace(article, segments=tuple(changed.get(s.start, s) for s in article.segments))
        if any(s.start in changed for s in article.segments)
        else article
        for article in annotations.articles
    )
    furniture = tuple(changed.get(segment.start, segment) for segment in annotations.furniture)
    return annotations.replaced(articles=articles, furniture=furniture)


def with_segments(article: Article, segments: Sequence[Segment], text: str) -> Article:
    """Return an article made by a person of these segments, joins guessed anew wherever neighbours changed."""
    pairs_before = {(a.start, b.start) for a, b in zip(article.segments, article.segments[1:], strict=False)}
    mended: list[Segment] = []
    for segment in segments:
        if not mended:
            mended.append(replace(segment, join=False) if segment.join else segment)
        elif (mended[-1].start, segment.start) in pairs_before:
            mended.append(segment)
        else:
            mended.append(replace(segment, join=flows_on(text, mended[-1], segment)))
    return replace(article, segments=tuple(mended), confidence=None)


def taken_out(annotations: AnnotationSet, starts: Iterable[int], text: str) -> AnnotationSet:
    """Return the set without these segments (it breaks the partition until they are put somewhere)."""
    gone = set(starts)
    articles: list[Article] = []
    for article in annotations.articles:
        kept = [segment for segment in article.segments if segment.start not in gone]
        if len(kept) == len(article.segments):
            articles.append(article)
        elif kept:
            articles.append(with_segments(article, kept, text))
    furniture = tuple(segment for segment in annotations.furniture if segment.start not in gone)
    return annotations.replaced(articles=tuple(articles), furniture=furniture)


def as_furniture(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Return segments as furniture: nothing joins, and running text becomes ``other``."""
    keep = {Role.SECTION, Role.NOTE, Role.OTHER}
    return tuple(
        checked(
            replace(segment, join=False, role=_furniture_role(segment) if segment.role not in keep else segment.role)
        )
        for segment in segments
    )


def from_furniture(segment: Segment) -> Segment:
    """Return a furniture segment with the role that it most likely has in an article."""
    if segment.role in (Role.SECTION, Role.OTHER):
        short = segment.end - segment.start <= 40
        return replace(segment, role=Role.HEADLINE if short and segment.role is Role.SECTION else Role.BODY)
    return segment


def checked(segment: Segment) -> Segment:
    """Return the segment as confirmed by a person."""
    return replace(segment, checked=True)


def new_article_id(annotations: AnnotationSet) -> str:
    """Return the next free id of the form ``a7``."""
    return next_id("a", (article.id for article in annotations.articles))


def next_id(prefix: str, taken: Iterable[str]) -> str:
    """Return a free id: ``prefix`` with a number, counted on from how many are taken."""
    return next(free_ids(prefix, taken))


def free_ids(prefix: str, taken: Iterable[str]) -> Iterator[str]:
    """Yield free ids without end, each once."""
    ids = set(taken)
    for number in count(len(ids) + 1):
        if f"{prefix}{number}" not in ids:
            yield f"{prefix}{number}"


def cut(text: str, annotations: AnnotationSet, offset: int) -> AnnotationSet:
    """Return the set with the segment around ``offset`` in two; unchanged where ``offset`` is at an edge.

    White space at the cut belongs to neither part.
    """
    pair = annotations.segment_at(offset)
    if pair is None or pair[1].start == offset:
        return annotations
    article, segment = pair
    left_end = segment.start + len(text[segment.start : offset].rstrip())
    right_start = segment.end - len(text[offset : segment.end].lstrip())
    if left_end <= segment.start or right_start >= segment.end:
        return annotations
    left = replace(segment, end=left_end, alternatives=())
    right = replace(segment, start=right_start, join=False, link_evidence=None, alternatives=())
    if article is None:
        others = tuple(other for other in annotations.furniture if other.start != segment.start)
        return annotations.replaced(furniture=(*others, left, right))
    right = replace(right, join=flows_on(text, left, right))
    segments: list[Segment] = []
    for other in article.segments:
        segments += [left, right] if other.start == segment.start else [other]
    changed = replace(article, segments=tuple(segments))
    return annotations.replaced(articles=tuple(changed if a.id == article.id else a for a in annotations.articles))


def _furniture_role(segment: Segment) -> Role:
    return Role.SECTION if segment.role in (Role.KICKER, Role.HEADLINE, Role.SUBHEAD) else Role.OTHER

"""What must hold of an annotation set before it is written anywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_VISIBLE = re.compile(r"\S")


class InvariantError(ValueError):
    """An annotation set says something impossible about its page; ``problems`` lists all of it."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("；".join(problems[:5]))
        self.problems = problems


def check(text: str, annotations: AnnotationSet) -> None:
    """Check every invariant of the set against the page's text.

    Raises:
        InvariantError: naming all violations (in Chinese: they may reach a person).
    """
    problems = list(find_problems(text, annotations))
    if problems:
        raise InvariantError(problems)


def check_change(text: str, before: AnnotationSet, after: AnnotationSet) -> None:
    """Check the set after an edit, given that the set before it held: only what changed is looked at.

    Raises:
        InvariantError: as :func:`check`.
    """
    problems: list[str] = []
    if after.articles is not before.articles or after.furniture is not before.furniture:
        problems += [*_article_problems(after), *_partition_problems(text, after)]
    if after.mentions is not before.mentions:
        known = {id(mention) for mention in before.mentions}
        problems += _all_mention_problems(text, after, [m for m in after.mentions if id(m) not in known])
    if after.notes is not before.notes:
        problems += _note_problems(text, after)
    if problems:
        raise InvariantError(problems)


def find_problems(text: str, annotations: AnnotationSet) -> Iterator[str]:
    """Yield each violated invariant in words."""
    yield from _article_problems(annotations)
    yield from _partition_problems(text, annotations)
    yield from _all_mention_problems(text, annotations, annotations.mentions)
    yield from _note_problems(text, annotations)


def _all_mention_problems(text: str, annotations: AnnotationSet, fresh: Iterable[Mention]) -> Iterator[str]:
    ids = [mention.id for mention in annotations.mentions]
    if len(ids) != len(set(ids)):
        yield from (f"实体编号重复：{one}" for one, times in Counter(ids).items() if times > 1)
    for mention in fresh:
        yield from _mention_problems(text, mention)


def _note_problems(text: str, annotations: AnnotationSet) -> Iterator[str]:
    note_ids = [note.id for note in annotations.notes]
    if len(note_ids) != len(set(note_ids)):
        yield "批注编号重复"
    for note in annotations.notes:
        if note.span.end > len(text):
            yield f"批注超出版面文本：{note.span.start}–{note.span.end}"


def _article_problems(annotations: AnnotationSet) -> Iterator[str]:
    seen: set[str] = set()
    for article in annotations.articles:
        if article.id in seen:
            yield f"文章编号重复：{article.id}"
        seen.add(article.id)
        if not article.segments:
            yield f"文章没有任何段落：{article.id}"


def _partition_problems(text: str, annotations: AnnotationSet) -> Iterator[str]:
    end = 0
    for _article, segment in annotations.segments_in_page_order():
        yield from _segment_problems(text, segment)
        if segment.start < end:
            yield f"段落重叠：{segment.start}–{segment.end}"
        elif (lost := _VISIBLE.search(text, end, segment.start)) is not None:
            yield f"文字不属于任何文章：{lost.start()}"
        end = max(end, segment.end)
    if (lost := _VISIBLE.search(text, end)) is not None:
        yield f"文字不属于任何文章：{lost.start()}"


def _segment_problems(text: str, segment: Segment) -> Iterator[str]:
    if not 0 <= segment.start < segment.end <= len(text):
        yield f"段落超出版面文本：{segment.start}–{segment.end}"
        return
    if text[segment.start].isspace() or text[segment.end - 1].isspace():
        yield f"段落以空白开头或结尾：{segment.start}–{segment.end}"
    if _BLANK_LINE.search(text, segment.start, segment.end):
        yield f"段落跨越空行：{segment.start}–{segment.end}"


def _mention_problems(text: str, mention: Mention) -> Iterator[str]:
    for fragment in mention.fragments:
        if fragment.end > len(text):
            yield f"实体超出版面文本：{fragment.start}–{fragment.end}"
        elif not fragment.text_of(text).strip():
            yield f"实体只有空白：{fragment.start}–{fragment.end}"
        elif _BLANK_LINE.search(text, fragment.start, fragment.end):
            yield f"实体片段跨越空行：{fragment.start}–{fragment.end}"
    ordered = sorted(mention.fragments)
    if any(left.end > right.start for left, right in pairwise(ordered)):
        yield f"实体片段重叠：{mention.id}"

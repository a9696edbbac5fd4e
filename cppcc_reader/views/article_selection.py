"""Between the caret of the article view and what is chosen on the page."""

from __future__ import annotations

from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.article_flow import ArticleFlow

BlockRanges = dict[str | None, list[tuple[int, int]]]


def selection_at(flow: ArticleFlow, cursor: TextCursor | None) -> Selection:
    """Return what a caret (or a text selection) in the flow chooses on the page."""
    block = None if cursor is None else flow.block(cursor.key)
    if cursor is None or block is None:
        return Selection()
    fragments = block.words.fragments(cursor.start, cursor.end) if cursor.has_selection else ()
    caret = block.words.caret_source(cursor.position)
    segments = block.words.segments
    touched = [one.start for one in segments if any(span.overlaps(one.span) for span in fragments)]
    if not touched and caret is not None:
        # Behind the last character of a segment the caret is still in it, unless another begins there.
        inside = [one.start for one in segments if one.start <= caret < one.end]
        touched = inside or [one.start for one in segments if one.end == caret]
    return Selection(article_id=block.key, segment_starts=tuple(sorted(touched)), fragments=fragments, caret=caret)


def cursor_at(flow: ArticleFlow, selection: Selection) -> TextCursor | None:
    """Return the caret (or text selection) that shows what is chosen; None if no block shows it."""
    place = selection.fragments[-1].end - 1 if selection.fragments else selection.caret
    if place is None and selection.segment_starts:
        place = selection.segment_starts[0]
    block = None if place is None else flow.block_of_source(place)
    if block is None or place is None:
        return None
    ranges = ranges_in(flow, selection.fragments).get(block.key)
    position = block.words.position_of(place) or 0
    start, end = (ranges[0][0], ranges[-1][1]) if ranges else (position, position)
    return TextCursor(block.key, end, start)


def ranges_in(flow: ArticleFlow, fragments: tuple[Span, ...]) -> BlockRanges:
    """Return the set ranges that show page fragments, by block."""
    found = {block.key: block.words.ranges_of(fragments) for block in flow.blocks_touching(fragments)}
    return {key: ranges for key, ranges in found.items() if ranges}

"""The caret and the text selection in a flow of articles, and how keys move them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_typeset import JOIN_MARK
from cppcc_reader.views.key_reader import letter_key


@dataclass(frozen=True, slots=True)
class TextCursor:
    """A caret with an anchor in one block; positions are set positions. A selection never leaves its block."""

    key: str | None
    position: int
    anchor: int

    @classmethod
    def at(cls, block: ArticleBlock, position: int) -> TextCursor:
        """Return a caret without a selection."""
        return cls(block.key, position, position)

    @property
    def start(self) -> int:
        """First selected position."""
        return min(self.position, self.anchor)

    @property
    def end(self) -> int:
        """Position after the selection."""
        return max(self.position, self.anchor)

    @property
    def has_selection(self) -> bool:
        """Tell whether any text is selected."""
        return self.position != self.anchor


_CHARACTERS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SEGMENTS: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_K: -1, Qt.Key.Key_J: 1}


def moved_by_key(flow: ArticleFlow, cursor: TextCursor, event: QKeyEvent) -> TextCursor | None:
    """Return where a key moves the caret to, or None if it moves nothing.

    Left and right go by characters, up and down (or K and J) by segments, with Ctrl or Shift by lines,
    Home and End to the ends of the line; Shift selects.
    """
    block = flow.block(cursor.key)
    if block is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return None
    key = letter_key(event)
    select = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    by_line = select or bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if key in _CHARACTERS:
        return _by_character(flow, block, cursor, _CHARACTERS[key], select=select)
    if key in _LINES and by_line:
        return _by_line(flow, block, cursor, _LINES[key], select=select)
    if key in _SEGMENTS and not by_line:
        return by_segment(flow, cursor, _SEGMENTS[key])
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return _to_edge(flow, block, cursor, right=key == Qt.Key.Key_End, select=select)
    return None


def by_segment(flow: ArticleFlow, cursor: TextCursor, step: int) -> TextCursor | None:
    """Return a caret at the beginning of the next (or previous) segment in reading order, across articles."""
    places = [(block, position) for block in flow.blocks for position in segment_positions(block)]
    order = {block.key: number for number, block in enumerate(flow.blocks)}
    here = (order[cursor.key], cursor.position)
    if step > 0:
        following = [place for place in places if (order[place[0].key], place[1]) > here]
        return TextCursor.at(*following[0]) if following else None
    before = [place for place in places if (order[place[0].key], place[1]) < here]
    return TextCursor.at(*before[-1]) if before else None


def segment_positions(block: ArticleBlock) -> list[int]:
    """Return where the segments of a block begin, in reading order."""
    found = (block.words.position_of(segment.start) for segment in block.words.segments)
    return [position for position in found if position is not None]


def _by_character(
    flow: ArticleFlow, block: ArticleBlock, cursor: TextCursor, step: int, *, select: bool
) -> TextCursor | None:
    if cursor.has_selection and not select:
        return TextCursor.at(block, cursor.end if step > 0 else cursor.start)
    position = cursor.position + step
    if _is_mark(block, min(cursor.position, position)):
        position += step
    if 0 <= position <= block.words.length:
        return _placed(cursor, position, select=select)
    if select:
        return cursor
    index = flow.blocks.index(block) + step
    if not 0 <= index < len(flow.blocks):
        return cursor
    other = flow.blocks[index]
    return TextCursor.at(other, 0 if step > 0 else other.words.length)


def _by_line(
    flow: ArticleFlow, block: ArticleBlock, cursor: TextCursor, step: int, *, select: bool
) -> TextCursor | None:
    layout = flow.layout_of(block)
    caret = layout.caret_rect(cursor.position)
    y = caret.center().y() + step * caret.height()
    if y < 0 or y > layout.height:
        end = 0 if step < 0 else block.words.length
        return _placed(cursor, end, select=True) if select else _by_character(flow, block, cursor, step, select=False)
    return _placed(cursor, layout.position_at(QPointF(caret.left(), y)), select=select)


def _to_edge(flow: ArticleFlow, block: ArticleBlock, cursor: TextCursor, *, right: bool, select: bool) -> TextCursor:
    layout = flow.layout_of(block)
    y = layout.caret_rect(cursor.position).center().y()
    return _placed(cursor, layout.position_at(QPointF(1e6 if right else -1.0, y)), select=select)


def _placed(cursor: TextCursor, position: int, *, select: bool) -> TextCursor:
    return replace(cursor, position=position, anchor=cursor.anchor if select else position)


def _is_mark(block: ArticleBlock, position: int) -> bool:
    paragraph = block.words.paragraphs[block.words.paragraph_index(position)]
    return position in paragraph.joins and paragraph.text[position - paragraph.start] == JOIN_MARK

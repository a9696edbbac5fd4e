"""The articles of a page one below the other: laid out when they come into sight, estimated before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF

from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_layout import ArticleLayout, estimated_height
from cppcc_reader.views.article_ornaments import (
    DoubtMark,
    MentionIndex,
    Underline,
    doubt_marks,
    order_numbers,
    underlines,
)
from cppcc_reader.views.article_sheet import Sheet
from cppcc_reader.views.article_typeset import SetArticle, set_article, set_furniture

BLOCK_PADDING = 20.0
"""Space above and below the words of an article, in pixels."""


@dataclass(slots=True, eq=False)
class ArticleBlock:
    """One article (or the furniture, key None) in the flow.

    Attributes:
        top: of the block in the flow's coordinates, padding included.
        layout: None until it has been in sight.
    """

    key: str | None
    source: Article | tuple[Segment, ...]
    words: SetArticle
    doubts: tuple[DoubtMark, ...]
    numbers: dict[int, int]
    top: float = 0.0
    height: float = 0.0
    layout: ArticleLayout | None = None
    _underlines: tuple[Underline, ...] | None = field(default=None, repr=False)

    def underlines(self, index: MentionIndex) -> tuple[Underline, ...]:
        """Return its entity underlines, computed once until :meth:`forget_mentions`."""
        if self._underlines is None:
            self._underlines = underlines(self.words, index.of_article(self.words))
        return self._underlines

    def keep_underlines(self, placed: tuple[Underline, ...]) -> None:
        """Show these underlines: for a block that does not come from the page whose mentions the flow knows."""
        self._underlines = placed

    def forget_mentions(self) -> None:
        """Compute the underlines anew when next asked."""
        self._underlines = None

    @property
    def bottom(self) -> float:
        """Below the block."""
        return self.top + self.height


class ArticleFlow:
    """The blocks of a page at one width."""

    def __init__(self, sheet: Sheet, *, marks: bool = True, heading: float = 0.0) -> None:
        """Make an empty flow.

        Args:
            marks: show where column breaks were mended.
            heading: room above the furniture for its heading.
        """
        self.sheet = sheet
        self.width = 400.0
        self.doubt_threshold = DOUBT_THRESHOLD
        """Below this confidence a segment is marked as a doubt."""
        self.mentions = MentionIndex(())
        self.blocks: list[ArticleBlock] = []
        self._marks = marks
        self._heading = heading
        self._tops: list[float] = []
        self._text = ""

    @property
    def height(self) -> float:
        """The height of everything, estimated where it was not in sight."""
        return self.blocks[-1].bottom if self.blocks else 0.0

    def forget(self) -> None:
        """Set every article anew when a page is next shown."""
        self.blocks, self._tops = [], []

    def show(self, text: str, annotations: AnnotationSet) -> None:
        """Show a page, keeping the blocks of articles that are equal to those shown before."""
        old = {block.key: block for block in self.blocks} if text == self._text else {}
        self._text = text
        self.mentions = MentionIndex(annotations.mentions)
        self.blocks = [self._block(article.id, article, old.get(article.id)) for article in annotations.articles]
        if annotations.furniture:
            self.blocks.append(self._block(None, annotations.furniture, old.get(None)))
        self._stack()

    def show_words(self, words: Sequence[SetArticle], mentions: Iterable[Mention]) -> list[ArticleBlock]:
        """Show set articles as they are, and return their blocks."""
        self._text = ""
        self.mentions = MentionIndex(mentions)
        self.blocks = [ArticleBlock(one.id, (), one, (), {}) for one in words]
        self._forget_layouts()
        return self.blocks

    def refresh_mentions(self, annotations: AnnotationSet, spans: Sequence[Span]) -> list[ArticleBlock]:
        """Take the mentions of a changed page; return the blocks that the changed ``spans`` touch."""
        self.mentions = MentionIndex(annotations.mentions)
        touched = [block for block in self.blocks if any(_touches(block.words, span) for span in spans)]
        for block in touched:
            block.forget_mentions()
        return touched

    def set_width(self, width: float) -> None:
        """Break all lines anew at another width."""
        if width != self.width:
            self.width = width
            self._forget_layouts()

    def set_sheet(self, sheet: Sheet) -> None:
        """Set everything in other fonts or sizes."""
        self.sheet = sheet
        self._forget_layouts()

    def lay_out(self, top: float, bottom: float) -> None:
        """Lay out every block that touches a range of heights; heights below may change."""
        index = self.index_at(top)
        while index < len(self.blocks) and self.blocks[index].top <= bottom:
            if self.blocks[index].layout is None:
                self._lay_out_block(self.blocks[index])
                self._stack(index)
            index += 1

    def lay_out_next(self) -> bool:
        """Lay out one block that is still estimated; return False if there is none."""
        for index, block in enumerate(self.blocks):
            if block.layout is None:
                self._lay_out_block(block)
                self._stack(index)
                return True
        return False

    def layout_of(self, block: ArticleBlock) -> ArticleLayout:
        """Return the layout of a block, made now if need be."""
        if block.layout is None:
            self._lay_out_block(block)
            self._stack(self.blocks.index(block))
        assert block.layout is not None
        return block.layout

    def index_at(self, y: float) -> int:
        """Return the index of the block at a height, 0 for an empty flow."""
        return max(0, bisect_right(self._tops, y) - 1)

    def visible(self, top: float, bottom: float) -> Iterator[ArticleBlock]:
        """Yield the blocks that touch a range of heights."""
        for block in self.blocks[self.index_at(top) :]:
            if block.top > bottom:
                return
            yield block

    def block(self, key: str | None) -> ArticleBlock | None:
        """Return the block of an article (None: of the furniture), if it is shown."""
        return next((block for block in self.blocks if block.key == key), None)

    def block_of_source(self, offset: int) -> ArticleBlock | None:
        """Return the block that shows the page character at ``offset``."""
        return next((block for block in self.blocks if block.words.position_of(offset) is not None), None)

    def origin(self, block: ArticleBlock) -> QPointF:
        """Return where the words of a block begin in the flow's coordinates."""
        return QPointF(0.0, block.top + BLOCK_PADDING + (self._heading if block.key is None else 0.0))

    def position_at(self, block: ArticleBlock, point: QPointF, *, on_character: bool = False) -> int:
        """Return the set position in a block at a point of the flow."""
        return self.layout_of(block).position_at(point - self.origin(block), on_character=on_character)

    def _block(self, key: str | None, source: Article | tuple[Segment, ...], old: ArticleBlock | None) -> ArticleBlock:
        if old is not None and old.source == source:
            old.forget_mentions()
            return old
        words = (
            set_article(self._text, source, marks=self._marks)
            if isinstance(source, Article)
            else set_furniture(self._text, source)
        )
        numbers = order_numbers(words) if key is not None else {}
        block = ArticleBlock(key, source, words, doubt_marks(words, self.doubt_threshold), numbers)
        self._estimate(block)
        return block

    def _lay_out_block(self, block: ArticleBlock) -> None:
        block.layout = ArticleLayout(block.words, self.sheet, self.width, self._doubt_room(block))
        block.height = block.layout.height + self._around(block)

    def _estimate(self, block: ArticleBlock) -> None:
        block.height = estimated_height(block.words, self.sheet, self.width) + self._around(block)

    def _around(self, block: ArticleBlock) -> float:
        return 2 * BLOCK_PADDING + (self._heading if block.key is None else 0.0)

    def _doubt_room(self, block: ArticleBlock) -> Mapping[int, float]:
        """Return the room above paragraphs that the reasons of doubts take, by paragraph index."""
        room = 1.5 * self.sheet.small.pixelSize()
        return {doubt.paragraph: room for doubt in block.doubts if doubt.leads}

    def _forget_layouts(self) -> None:
        for block in self.blocks:
            block.layout = None
            self._estimate(block)
        self._stack()

    def _stack(self, first: int = 0) -> None:
        y = self.blocks[first - 1].bottom if first else 0.0
        for block in self.blocks[first:]:
            block.top = y
            y += block.height
        self._tops = [block.top for block in self.blocks]


def _touches(words: SetArticle, span: Span) -> bool:
    return any(segment.start < span.end and span.start < segment.end for segment in words.segments)

"""The articles of a page one below the other: laid out when they come into sight, estimated before."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QPointF

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.model.annotation_set import AnnotationSet
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.core.model.mention import Mention
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_blocks import BLOCK_PADDING, ArticleBlock, BlockIndex
from cppcc_reader.views.article_layout import ArticleLayout, estimated_height
from cppcc_reader.views.article_ornaments import (
    MentionIndex,
    doubt_marks,
    order_numbers,
)
from cppcc_reader.views.article_sheet import Sheet
from cppcc_reader.views.article_typeset import SetArticle, set_article, set_furniture


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
        self._index: BlockIndex | None = None
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
        self.blocks, self._tops, self._index = [], [], None

    def show(self, text: str, annotations: AnnotationSet) -> None:
        """Show a page from the beginning."""
        self.forget()
        self._text = text
        self.mentions = MentionIndex(annotations.mentions)
        self._take_articles(annotations)

    def take_change(self, change: ChangeSet, annotations: AnnotationSet) -> None:
        """Follow a change of the shown page: only what it names is set anew.

        Args:
            annotations: those of the page after the change.
        """
        if change.keys_of("article") or change.keys_of("furniture"):
            self._take_articles(annotations)
        spans: list[Span] = []
        for before, after in change.changes.values():
            if isinstance(before, Mention):
                self.mentions.remove(before)
                spans += before.fragments
            if isinstance(after, Mention):
                self.mentions.add(after)
                spans += after.fragments
        for block in self.blocks_touching(spans):
            block.forget_mentions()

    def show_words(self, words: Sequence[SetArticle], mentions: Iterable[Mention]) -> list[ArticleBlock]:
        """Show set articles as they are, and return their blocks."""
        self._text = ""
        self.mentions = MentionIndex(mentions)
        self.blocks = [ArticleBlock(one.id, (), one, (), {}) for one in words]
        self._index = None
        self._forget_layouts()
        return self.blocks

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
        return self._segments().at(offset)

    def blocks_touching(self, spans: Iterable[Span]) -> list[ArticleBlock]:
        """Return the blocks that show any of the page ranges."""
        return self._segments().touching(spans)

    def origin(self, block: ArticleBlock) -> QPointF:
        """Return where the words of a block begin in the flow's coordinates."""
        return QPointF(0.0, block.top + BLOCK_PADDING + (self._heading if block.key is None else 0.0))

    def position_at(self, block: ArticleBlock, point: QPointF, *, on_character: bool = False) -> int:
        """Return the set position in a block at a point of the flow."""
        return self.layout_of(block).position_at(point - self.origin(block), on_character=on_character)

    def _take_articles(self, annotations: AnnotationSet) -> None:
        """Show the articles as they are now, keeping the blocks of those that are equal to what is shown."""
        old = {block.key: block for block in self.blocks}
        self.blocks = [self._block(article.id, article, old.get(article.id)) for article in annotations.articles]
        if annotations.furniture:
            self.blocks.append(self._block(None, annotations.furniture, old.get(None)))
        self._index = None
        self._stack()

    def _segments(self) -> BlockIndex:
        self._index = self._index or BlockIndex(self.blocks)
        return self._index

    def _block(self, key: str | None, source: Article | tuple[Segment, ...], old: ArticleBlock | None) -> ArticleBlock:
        if old is not None and (old.source is source or old.source == source):
            return old
        if isinstance(source, Article):
            words = set_article(self._text, source, marks=self._marks)
        else:
            words = set_furniture(self._text, source)
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
        """Return the room above lines that the reasons of doubts take, by the set position where each begins."""
        size = self.sheet.small.pixelSize()
        return {doubt.position: (1.5 if doubt.leads else 1.0) * size for doubt in block.doubts}

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

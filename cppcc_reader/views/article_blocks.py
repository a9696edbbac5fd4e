"""The blocks that a flow of articles is made of, and which of them shows a place of the page."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.article_layout import ArticleLayout
from cppcc_reader.views.article_ornaments import DoubtMark, MentionIndex, Underline, underlines
from cppcc_reader.views.article_typeset import SetArticle

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


class BlockIndex:
    """The segments of all blocks by their place on the page."""

    def __init__(self, blocks: Iterable[ArticleBlock]) -> None:
        entries = [(segment.start, segment.end, block) for block in blocks for segment in block.words.segments]
        entries.sort(key=lambda entry: entry[0])
        self._entries = entries
        self._starts = [entry[0] for entry in entries]

    def at(self, offset: int) -> ArticleBlock | None:
        """Return the block that shows the page character at ``offset``."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._entries[index][1]:
            return None
        block = self._entries[index][2]
        return block if block.words.position_of(offset) is not None else None

    def touching(self, spans: Iterable[Span]) -> list[ArticleBlock]:
        """Return the blocks that show any of the page ranges, each once."""
        found: dict[int, ArticleBlock] = {}
        for span in spans:
            index = max(0, bisect_right(self._starts, span.start) - 1)
            for start, end, block in self._entries[index : bisect_left(self._starts, span.end)]:
                if start < span.end and span.start < end:
                    found[id(block)] = block
        return list(found.values())

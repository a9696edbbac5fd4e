"""The column that is read: scrolls by keys, selects, and leads from an entity to its index."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from cppcc_reader.core.model.page import Page
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import TagSet
from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_canvas import ArticleCanvas
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_ornaments import Underline, underline_at, underlines
from cppcc_reader.views.key_reader import letter_key
from cppcc_reader.views.reading_pages import ReadingPart
from cppcc_reader.views.reading_painter import GUTTER, MARGIN, ReadingPainter, ReadingScene
from cppcc_reader.views.reading_source_line import page_name
from cppcc_reader.views.reading_style import MEASURE, ReadingStyle
from cppcc_reader.views.theme import Theme

_READING_LINE = 0.25
"""The article that holds this share of the viewport's height is the one being read."""


class ReadingCanvas(ArticleCanvas):
    """Shows the parts of a page.

    Signals:
        step_wanted(int): the next (1) or previous (-1) article.
        entity_wanted(str, str): an entity was clicked: its words and its label.
        copy_wanted(bool): copy what is selected; True with the source line.
        place_wanted(str, str): the line that names another page was clicked: that page, and the article there.
    """

    step_wanted = Signal(int)
    entity_wanted = Signal(str, str)
    copy_wanted = Signal(bool)
    place_wanted = Signal(str, str)

    def __init__(self, theme: Theme, style: ReadingStyle, tag_set: TagSet, parent: QWidget | None = None) -> None:
        flow = ArticleFlow(style.sheet(), marks=False)
        self._painter = ReadingPainter(flow, theme, tag_set)
        self._scene = ReadingScene()
        self._parts: dict[str | None, ReadingPart] = {}
        super().__init__(flow, self._paint, gutter=GUTTER, margin=MARGIN, parent=parent)
        self.widest = MEASURE
        self.cursor_moved.connect(self._show_selection)
        self.pointed.connect(self._point)

    def show_parts(self, parts: list[ReadingPart]) -> None:
        """Show other parts, from the top."""
        self._parts = {part.key: part for part in parts}
        own = parts[0].record.annotations.mentions if parts else ()
        blocks = self.flow.show_words([part.words for part in parts], own)
        for block, part in zip(blocks, parts, strict=True):
            if part.record is not parts[0].record:
                block.keep_underlines(underlines(block.words, part.record.annotations.mentions))
        self._scene.continued = {part.key: page_name(part.record.page) for part in parts if part.goes_on}
        began = {part.key: part.before[0] for part in parts if part.before is not None}
        words = self.tr("上接{0}")
        self._scene.began = {key: words.format(page_name(page)) for key, page in began.items()}
        self._scene.pointed = None
        self.set_cursor(None)
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def use(self, theme: Theme, style: ReadingStyle, tag_set: TagSet) -> None:
        """Use another style, keeping the words in sight where they are."""
        self.ground, self.caret_colour = QColor(theme.ground), QColor(theme.ground)
        self._painter.use(theme, tag_set)
        self._scene.entities = style.entities
        place = self.place_of_words()
        self.flow.set_sheet(style.sheet())
        self.place_column()
        self.bring_to_place(place)

    def part_read(self) -> ReadingPart | None:
        """Return the part that is being read, None without any."""
        if not self.flow.blocks:
            return None
        y = self.scrolled + _READING_LINE * self.viewport().height()
        return self._parts.get(self.flow.blocks[self.flow.index_at(y)].key)

    def go_to(self, key: str | None) -> None:
        """Bring the beginning of a part to the top."""
        block = self.flow.block(key)
        if block is not None:
            self.verticalScrollBar().setValue(round(block.top))
            # What lies between was only estimated: once more, now that it is laid out.
            self.verticalScrollBar().setValue(round(block.top))

    def show_fragments(self, key: str | None, fragments: tuple[Span, ...]) -> None:
        """Select page ranges in a part and bring them into sight."""
        block = self.flow.block(key)
        ranges = [] if block is None else block.words.ranges_of(fragments)
        if ranges:
            self.set_cursor(TextCursor(key, ranges[-1][1], ranges[0][0]))

    def selected_part(self) -> tuple[ReadingPart, str] | None:
        """Return the part with selected words, and those words as the page has them; None without a selection."""
        cursor = self.text_cursor
        part = None if cursor is None else self._parts.get(cursor.key)
        if cursor is None or part is None or not cursor.has_selection:
            return None
        fragments = part.words.fragments(cursor.start, cursor.end)
        return part, "".join(span.text_of(part.record.page.text) for span in fragments)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Read on by the space bar, go from article to article by J and K or the arrows, copy."""
        page = round(0.9 * self.viewport().height())
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        bar = self.verticalScrollBar()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit(False)
        elif control and shift and event.key() == Qt.Key.Key_C:
            self.copy_wanted.emit(True)
        elif event.key() == Qt.Key.Key_Space:
            bar.setValue(bar.value() + (-page if shift else page))
        elif letter_key(event) in (Qt.Key.Key_J, Qt.Key.Key_Right) and not control:
            self.step_wanted.emit(1)
        elif letter_key(event) in (Qt.Key.Key_K, Qt.Key.Key_Left) and not control:
            self.step_wanted.emit(-1)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow the line that names another page; else begin a selection."""
        place = self.place_at(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            page, article_id = place
            self.place_wanted.emit(page.id, article_id)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Point at what leads elsewhere."""
        super().mouseMoveEvent(event)
        if not event.buttons() and self._scene.pointed is None:
            leads = self.place_at(event.position()) is not None
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.IBeamCursor)

    def place_at(self, point: QPointF) -> tuple[Page, str] | None:
        """Return the other page (and the article there) that the line under a point of the viewport names."""
        block = self.block_at(point)
        words = None if block is None else self._scene.place_words(block.key)
        if block is None or words is None or not self._painter.place_box(self.card(block), words).contains(point):
            return None
        return self._parts[block.key].other_place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Follow an entity that was clicked, not dragged over."""
        super().mouseReleaseEvent(event)
        found = self._entity_at(event.position())
        clicked = self.text_cursor is not None and not self.text_cursor.has_selection
        if event.button() == Qt.MouseButton.LeftButton and found is not None and clicked:
            block, underline = found
            text, mention = self._parts[block.key].record.page.text, underline.mention
            # The index counts a name under its normal form where it has one.
            self.entity_wanted.emit(mention.normal_form or mention.quote(text), mention.label)

    def _entity_at(self, point: QPointF) -> tuple[ArticleBlock, Underline] | None:
        found = self.character_at(point) if self._scene.entities else None
        if found is None:
            return None
        block, position = found
        underline = underline_at(block.underlines(self.flow.mentions), position)
        return None if underline is None else (block, underline)

    def _point(self, block: ArticleBlock | None, position: int) -> None:
        underline = None
        if block is not None and self._scene.entities:
            underline = underline_at(block.underlines(self.flow.mentions), position)
        pointed = None if underline is None or block is None else (block.key, underline)
        if pointed != self._scene.pointed:
            self._scene.pointed = pointed
            shape = Qt.CursorShape.PointingHandCursor if pointed else Qt.CursorShape.IBeamCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def _show_selection(self) -> None:
        cursor = self.text_cursor
        selected = cursor is not None and cursor.has_selection
        self._scene.selections = {cursor.key: (cursor.start, cursor.end)} if cursor is not None and selected else {}

    def _paint(self, painter: QPainter, block: ArticleBlock, card: QRectF, clip: QRectF) -> None:
        self._painter.paint_block(painter, block, card, clip, self._scene)

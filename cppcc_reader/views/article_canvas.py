"""A scrolling column of articles: lays out what comes into sight, holds the caret and the selected text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_cursor import TextCursor
from cppcc_reader.views.article_flow import ArticleFlow

PaintBlock = Callable[[QPainter, ArticleBlock, QRectF, QRectF], None]
_WIDEST_COLUMN = 44.0
_MOST_ROOM_BELOW = 0.5


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """Words in sight: the block and page offset that show them, and their height on the viewport."""

    key: str | None
    source: int
    height: float


class ArticleCanvas(QAbstractScrollArea):
    """Shows an :class:`ArticleFlow`.

    Signals:
        cursor_moved(): the caret or the selection is another.
        pointed(object, int): (block, set position) of the character under the pointer; (None, -1) where none is.
    """

    cursor_moved = Signal()
    pointed = Signal(object, int)

    def __init__(
        self, flow: ArticleFlow, paint_block: PaintBlock, *, gutter: float, margin: float, parent: QWidget | None = None
    ) -> None:
        """Make an empty canvas.

        Args:
            paint_block: draws a block, given painter, block, its card on the viewport, and the part to draw.
            gutter, margin: room left and right of the words.
        """
        super().__init__(parent)
        self.flow = flow
        self.text_cursor: TextCursor | None = None
        self.widest = _WIDEST_COLUMN
        """The widest column in sizes of running text."""
        self.ground = QColor("white")
        self.caret_colour = QColor("black")
        self._paint_block = paint_block
        self.gutter = gutter
        self._margin = margin
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._lay_out_in_idle_time)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def scrolled(self) -> int:
        """How far the flow is scrolled, in pixels."""
        return self.verticalScrollBar().value()

    def card(self, block: ArticleBlock) -> QRectF:
        """Return where a block lies on the viewport, gutter and margin included."""
        width = self.gutter + self.flow.width + self._margin
        return QRectF(self._column_left() - self.gutter, block.top - self.scrolled, width, block.height)

    def to_flow(self, point: QPointF) -> QPointF:
        """Return a point of the viewport in the flow's coordinates."""
        return QPointF(point.x() - self._column_left(), point.y() + self.scrolled)

    def block_at(self, point: QPointF) -> ArticleBlock | None:
        """Return the block at a point of the viewport, the last one below the end."""
        if not self.flow.blocks:
            return None
        return self.flow.blocks[self.flow.index_at(self.to_flow(point).y())]

    def hit(self, point: QPointF) -> tuple[ArticleBlock, int] | None:
        """Return the block and set position nearest to a point of the viewport."""
        block = self.block_at(point)
        return None if block is None else (block, self.flow.position_at(block, self.to_flow(point)))

    def character_at(self, point: QPointF) -> tuple[ArticleBlock, int] | None:
        """Return the block and set position of the character under a point of the viewport, None beside the words."""
        block = self.block_at(point)
        if block is None:
            return None
        place = self.to_flow(point)
        position = self.flow.position_at(block, place, on_character=True)
        boxes = self.flow.layout_of(block).rects(position, position + 1)
        box = next((box.translated(self.flow.origin(block)) for box in boxes), QRectF())
        return (block, position) if box.adjusted(-2, 0, 2, 0).contains(place) else None

    def caret_box(self) -> QRectF:
        """Return where the caret stands on the viewport, empty without one."""
        block = None if self.text_cursor is None else self.flow.block(self.text_cursor.key)
        if block is None or self.text_cursor is None:
            return QRectF()
        box = self.flow.layout_of(block).caret_rect(self.text_cursor.position)
        return box.translated(self.flow.origin(block)).translated(self._column_left(), -self.scrolled)

    def set_cursor(self, cursor: TextCursor | None, *, reveal: bool = True) -> None:
        """Put the caret (and the selection) somewhere and bring it into sight."""
        if cursor == self.text_cursor:
            return
        self.text_cursor = cursor
        if reveal:
            self.reveal_caret()
        self.viewport().update()
        self.cursor_moved.emit()

    def reveal_caret(self) -> bool:
        """Bring the caret into sight, a third from the top if it was not; return True if that was a jump."""
        box = self.caret_box()
        height = self.viewport().height()
        if box.isNull() or (box.top() >= 0 and box.bottom() <= height):
            return False
        self._settle()
        near = -2 * box.height() < box.top() < height + box.height()
        if near:
            step = box.top() - 8 if box.top() < 0 else box.bottom() - height + 8
            self._scroll_to(self.scrolled + round(step))
            return False
        self._scroll_to(self.scrolled + round(self.caret_box().top() - height / 3))
        # What came into sight was only estimated: place the caret again now that it is laid out.
        self._scroll_to(self.scrolled + round(self.caret_box().top() - height / 3))
        return True

    def refresh(self) -> None:
        """Lay out and draw again after the flow changed."""
        self._settle()
        self._idle.start()
        self.viewport().update()

    def selected_text(self) -> str:
        """Return the selected words as they are shown."""
        block = None if self.text_cursor is None else self.flow.block(self.text_cursor.key)
        if block is None or self.text_cursor is None:
            return ""
        whole = "\n".join(paragraph.text for paragraph in block.words.paragraphs)
        return whole[self.text_cursor.start : self.text_cursor.end]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draw the blocks in sight."""
        painter = QPainter(self.viewport())
        clip = QRectF(event.rect())
        painter.fillRect(clip, self.ground)
        for block in self.flow.visible(clip.top() + self.scrolled, clip.bottom() + self.scrolled):
            self._paint_block(painter, block, self.card(block), clip)
        if self.hasFocus() and not (box := self.caret_box()).isNull():
            painter.fillRect(QRectF(box.left(), box.top() + 4, 2, box.height() - 8), self.caret_colour)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Break the lines anew, keeping the text where it is."""
        super().resizeEvent(event)
        self.place_column()

    def place_column(self) -> None:
        """Fit the column into the viewport, keeping the words in sight where they are."""
        place = self.place_of_words()
        room = self.viewport().width() - self.gutter - self._margin
        self.flow.set_width(max(8 * self.flow.sheet.size, min(room, self.widest * self.flow.sheet.size)))
        self._settle()
        self.bring_to_place(place)
        self._idle.start()
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Lay out what is in sight."""
        super().showEvent(event)
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802
        """Lay out what came into sight and draw only that; what was in sight is moved as it stands."""
        self._settle()
        self.viewport().scroll(dx, dy)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the caret there; with Shift select up to there."""
        found = self.hit(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if extends and self.text_cursor is not None and self.text_cursor.key == found[0].key:
            self.set_cursor(TextCursor(found[0].key, found[1], self.text_cursor.anchor))
        else:
            self.set_cursor(TextCursor.at(*found))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select while the button is held; else tell what is pointed at."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._select_to(event.position())
            return
        found = self.character_at(event.position())
        self.pointed.emit(*(found or (None, -1)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """End a selection; nobody else is to hear of it."""
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Tell when the pointer left."""
        if event.type() == QEvent.Type.Leave:
            self.pointed.emit(None, -1)
        return super().viewportEvent(event)

    def _select_to(self, point: QPointF) -> None:
        block = None if self.text_cursor is None else self.flow.block(self.text_cursor.key)
        if block is None or self.text_cursor is None:
            return
        self.set_cursor(
            TextCursor(block.key, self.flow.position_at(block, self.to_flow(point)), self.text_cursor.anchor),
            reveal=False,
        )
        if not self.viewport().rect().contains(QPoint(self.viewport().width() // 2, int(point.y()))):
            self.reveal_caret()

    def _column_left(self) -> float:
        whole = self.gutter + self.flow.width + self._margin
        return max(0.0, (self.viewport().width() - whole) / 2) + self.gutter

    def _settle(self) -> None:
        """Lay out what is in sight and tell the scroll bar how much there is."""
        height = self.viewport().height()
        self.flow.lay_out(self.scrolled, self.scrolled + height)
        bar = self.verticalScrollBar()
        bar.setPageStep(height)
        bar.setSingleStep(round(2 * self.flow.sheet.size))
        bar.setRange(0, max(0, round(self.flow.height - height * (1 - _MOST_ROOM_BELOW * (self.flow.height > height)))))

    def _scroll_to(self, value: int) -> None:
        self._settle()
        self.verticalScrollBar().setValue(value)

    def _lay_out_in_idle_time(self) -> None:
        index = self.flow.index_at(self.scrolled)
        before = self.flow.blocks[index].top if self.flow.blocks else 0.0
        if not self.flow.lay_out_next():
            self._idle.stop()
            return
        shift = round(self.flow.blocks[index].top - before)
        self._settle()
        if shift:
            self.verticalScrollBar().setValue(self.scrolled + shift)
        self.viewport().update()

    def place_of_words(self) -> WordsPlace | None:
        """Return what stands at which height of the viewport: the caret if it is in sight, else the top line."""
        box = self.caret_box()
        in_sight = not box.isNull() and 0 <= box.top() < self.viewport().height()
        found = self.hit(box.center() if in_sight else QPointF(0, 0))
        if found is None or not (in_sight or self.scrolled):
            return None
        block, position = found
        source = block.words.caret_source(position)
        return None if source is None else WordsPlace(block.key, source, self._height_of(block, position))

    def bring_to_place(self, place: WordsPlace | None) -> None:
        """Scroll so that these words stand at that height of the viewport again, whatever block shows them now."""
        if place is None:
            return
        block = self.flow.block(place.key)
        position = None if block is None else block.words.position_of(place.source)
        if position is None:
            block = self.flow.block_of_source(place.source)
            position = None if block is None else block.words.position_of(place.source)
        if block is not None and position is not None:
            self._scroll_to(self.scrolled + round(self._height_of(block, position) - place.height))

    def _height_of(self, block: ArticleBlock, position: int) -> float:
        line = self.flow.layout_of(block).caret_rect(position).top()
        return line + self.flow.origin(block).y() - self.scrolled

"""The page's text exactly as it is, with what is said about it painted around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QToolTip, QWidget

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.block_chooser import BlockChooser
from cppcc_reader.views.double_click import DoubleClick
from cppcc_reader.views.fonts import SOURCE_PIXELS
from cppcc_reader.views.key_reader import letter_key
from cppcc_reader.views.place_words import words_about
from cppcc_reader.views.qt_positions import Utf16Map, display_text
from cppcc_reader.views.sentence_spans import sentence_at
from cppcc_reader.views.source_geometry import SourceGeometry
from cppcc_reader.views.source_margin import WIDTH as MARGIN_WIDTH
from cppcc_reader.views.source_margin import SourceMargin
from cppcc_reader.views.source_painter import SourceLook, SourcePainter
from cppcc_reader.views.source_plan import Placed, SourcePlan
from cppcc_reader.views.source_text_layout import BLANK_HEIGHT, LINE_HEIGHT, SourceTextLayout
from cppcc_reader.views.source_underlines import UnderlinePainter
from cppcc_reader.views.text_selection import selection_of, selection_of_fragments
from cppcc_reader.views.theme import Theme

FADE_MS = 300
BLOCK_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
LINE_MOVES = {Qt.Key.Key_Down: QTextCursor.MoveOperation.Down, Qt.Key.Key_Up: QTextCursor.MoveOperation.Up}


class SourceView(QPlainTextEdit):
    """Shows the open page of a session; keys come by :class:`PageKeys`, gestures by :class:`SourceGestures`.

    Signals:
        margin_pressed(QMouseEvent): the mouse was pressed in the margin.
        menu_wanted(QPoint): a context menu was asked for at a place of the screen; the caret stands there already.
    """

    margin_pressed = Signal(object)
    menu_wanted = Signal(object)

    def __init__(self, session: AnnotationSession, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._pixels = SOURCE_PIXELS
        self._echo = False  # the caret moves because the session said so: do not tell it again
        self.blocks = BlockChooser(self, session)
        self.look, self._double_click = SourceLook(), DoubleClick()
        self.plan = SourcePlan("", session.annotations)
        self.positions = Utf16Map("")
        self._set_up_document()
        self.margin = SourceMargin(self, pressed=self.margin_pressed.emit)
        self.setViewportMargins(MARGIN_WIDTH, 0, 0, 0)
        self._fade = QVariantAnimation(self, startValue=1.0, endValue=0.0, duration=FADE_MS)
        self._fade.valueChanged.connect(self._show_fade)
        self._connect()
        self.set_theme(theme)
        self._show_page(session.record)

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(theme.ground))
        palette.setColor(QPalette.ColorRole.Text, QColor(theme.text))
        palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.marked))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.text))
        self.setPalette(palette)
        # The viewport paints the ground, and under a style sheet it keeps the palette it had.
        self.viewport().setPalette(palette)
        self._renew_painters()

    def set_text_size(self, pixels: int) -> None:
        """Show the text at another size, in device-independent pixels."""
        self._pixels = pixels
        font = self._theme.sans(pixels)
        self._layout.set_pixels(pixels)
        self.document().setDefaultFont(font)
        self.setFont(font)
        self._renew_painters()

    def show_selection(self, selection: Selection, *, flash: bool = True) -> None:
        """Bring what is chosen into view, a third from the top, with a tint that fades."""
        self._place_caret(selection)
        target = selection.fragments[0].start if selection.fragments else selection.caret
        if target is None:
            return
        self._scroll_to(target)
        if flash:
            placed = self.plan.nearest(target)
            self.look.flash = placed.segment.span if placed else None
            self._fade.start()

    def offset_at(self, point: QPoint | QPointF) -> int:
        """Return the page offset of the character nearest to a point of the viewport."""
        place = point.toPoint() if isinstance(point, QPointF) else point
        return self.positions.from_qt(self.cursorForPosition(self.geometry_of_text.out_of_gap(place)).position())

    def caret(self) -> int:
        """Return the page offset of the caret."""
        return self.positions.from_qt(self.textCursor().position())

    def first_visible_block(self) -> QTextBlock:
        """See :class:`BlockSource`."""
        return self.firstVisibleBlock()

    def block_rect(self, block: QTextBlock) -> QRectF:
        """See :class:`BlockSource`."""
        return self.blockBoundingGeometry(block).translated(self.contentOffset())

    def block_height(self, block: QTextBlock) -> float:
        """See :class:`BlockSource`."""
        return self._layout.block_height(block)

    def visible_height(self) -> int:
        """See :class:`BlockSource`."""
        return self.viewport().height()

    def repaint_marks(self) -> None:
        """Paint again after a change of :attr:`look`."""
        self.viewport().update()
        self.margin.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint bands beneath the text, then the text, then what lies over it."""
        width = float(self.viewport().width())
        painter = QPainter(self.viewport())
        self._painter.paint_beneath(painter, width)
        painter.end()
        super().paintEvent(event)
        painter.begin(self.viewport())
        self._painter.paint_above(painter, width)
        self._underlines.paint(painter, self.look.caret)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Wrap at the new width and stretch the margin."""
        keeps_caret = self.viewport().rect().contains(self.cursorRect().topLeft())
        self._layout.set_width(self.viewport().width())
        super().resizeEvent(event)
        if keeps_caret:  # lines wrap elsewhere: what one works on must not slip out of sight
            self._scroll_to(self.caret())
        inner = self.contentsRect()
        self.margin.setGeometry(QRect(inner.left(), inner.top(), MARGIN_WIDTH, inner.height()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 (Qt's name)
        """Scroll; the marks lie over the whole line, so all is painted again."""
        super().scrollContentsBy(dx, dy)
        self.repaint_marks()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Choose blocks with Ctrl; else place the caret as usual."""
        if event.button() is Qt.MouseButton.LeftButton and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.blocks.toggle(self.offset_at(event.position()))
            return
        super().mousePressEvent(self._snapped(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Mark the suggested name under the pointer, else (or when done again) the word."""
        from cppcc_reader.core.tagging.snap import snap, word_at  # noqa: PLC0415  (reads dictionaries)

        place = (self._session.text, self._session.annotations, self.offset_at(event.position()))
        if fragments := self._double_click.choose(snap(*place), word_at(*place)):
            self.tell(selection_of_fragments(self._session.annotations, fragments, caret=fragments[-1].end))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Select with the button held; else point at the sentence under the pointer."""
        super().mouseMoveEvent(self._snapped(event))
        if not event.buttons():
            offset = self.offset_at(event.position())
            if not any(span.contains(offset) for span in self.look.hovered):
                self._session.hover(sentence_at(self._session.text, self._session.annotations, offset), self)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Point at nothing."""
        self._session.hover((), self)
        super().leaveEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Say in a tooltip what stands under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = words_about(self._session, self.plan, self.offset_at(event.pos()))
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Move block by block with the arrows or J and K, line by line with Ctrl; the rest is Qt's."""
        step = BLOCK_STEPS.get(letter_key(event), 0)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step and modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.step_block(step, extend=bool(modifiers))
        elif event.key() in LINE_MOVES and modifiers & Qt.KeyboardModifier.ControlModifier:
            shift = modifiers & Qt.KeyboardModifier.ShiftModifier
            mode = QTextCursor.MoveMode.KeepAnchor if shift else QTextCursor.MoveMode.MoveAnchor
            self.moveCursor(LINE_MOVES[Qt.Key(event.key())], mode)
        elif event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 (Qt's name)
        """Refuse composed text: Qt would write it into the frozen page, read-only or not."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 (Qt's name)
        """Put the caret where the menu is wanted, unless something is chosen there, and ask for it."""
        offset = self.offset_at(self.viewport().mapFromGlobal(event.globalPos()))
        chosen, placed = self._session.selection, self.plan.nearest(offset)
        kept = any(span.start <= offset <= span.end for span in chosen.fragments)
        among = placed is not None and placed.segment.start in chosen.segment_starts and len(chosen.segment_starts) > 1
        if event.reason() is QContextMenuEvent.Reason.Mouse and not kept and not among:
            self._place_caret(Selection(caret=offset))
            self._tell_selection()
        self.menu_wanted.emit(event.globalPos())

    def step_block(self, step: int, *, extend: bool = False) -> None:
        """Go to the next (+1) or previous (-1) block; extending keeps those chosen before."""
        start = self.blocks.step(step, extend=extend)
        if start is not None:
            self._scroll_to(start)

    def tell(self, selection: Selection) -> None:
        """Make this the session's selection and show it here, without scrolling."""
        self._session.select(selection, self)
        self._place_caret(selection)
        self._take_look(selection)

    def boundary_near(self, y: float, near: float) -> Placed | None:
        """Return the segment below the boundary within ``near`` pixels of a height, None where there is none."""
        return self._painter.boundary_near(y, near)

    def show_split_cursor(self, split: bool) -> None:
        """Show by the pointer that a boundary can be dragged."""
        self.viewport().setCursor(Qt.CursorShape.SplitVCursor if split else Qt.CursorShape.IBeamCursor)

    def _set_up_document(self) -> None:
        document = QTextDocument(self)
        document.setUndoRedoEnabled(False)
        self._layout = SourceTextLayout(document)
        document.setDocumentLayout(self._layout)
        document.setDocumentMargin(10)
        self.setDocument(document)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        # Dropped files are for the window; Qt would offer them to the text.
        self.setAcceptDrops(False)
        self.setAccessibleName(self.tr("版面原文"))
        self._layout.set_pixels(self._pixels)
        document.setDefaultFont(self._theme.sans(self._pixels))

    def _connect(self) -> None:
        self._session.page_opened.connect(self._show_page)
        self._session.changed.connect(self._take_change)
        self._session.selection_changed.connect(self._take_selection)
        self._session.hovered.connect(self._take_hover)
        self.cursorPositionChanged.connect(self._tell_selection)
        self.selectionChanged.connect(self._tell_selection)

    def _show_page(self, record: PageRecord | None) -> None:
        text = record.page.text if record else ""
        self._echo = True
        self.positions = Utf16Map(text)
        self.look = SourceLook(hues=dict(self._session.hues), doubt_threshold=self._session.doubt_threshold)
        self._take_notes()
        self.plan = SourcePlan(text, self._session.annotations)
        self.setPlainText(display_text(text))
        self._echo = False
        self.margin.set_keys(dict(self._session.keys))
        self._renew_painters()

    def _take_change(self, change: ChangeSet, _origin: object) -> None:
        kinds = {kind for kind, _id in change.changes}
        if kinds & {"article", "furniture"}:
            self.plan.set_segments(self._session.annotations)
            self.look.hues = dict(self._session.hues)
            self.margin.set_keys(dict(self._session.keys))
        if "note" in kinds:
            self._take_notes()
        if "mention" in kinds:
            self.plan.set_mentions(self._session.annotations)
        self.repaint_marks()

    def _take_notes(self) -> None:
        notes = [note for note in self._session.annotations.notes if not note.resolved]
        slips = [note for note in notes if note.kind is NoteKind.CORRECTION]
        self.look.notes = tuple(note.span for note in notes)
        self.look.corrections = tuple((note.span, note.text) for note in slips)

    def _take_selection(self, selection: Selection, origin: object) -> None:
        self._take_look(selection)
        if origin is not self:
            self.show_selection(selection, flash=origin is not None)

    def _take_look(self, selection: Selection) -> None:
        self.look.chosen_article = selection.article_id
        self.look.chosen_segments = frozenset(selection.segment_starts)
        # One range is shown by Qt's own selection; only what lies in several places is painted here.
        self.look.selected = selection.fragments if len(selection.fragments) > 1 else ()
        self.look.caret = selection.caret
        self.repaint_marks()

    def _take_hover(self, fragments: tuple[Span, ...], _origin: object) -> None:
        if fragments != self.look.hovered:
            self.look.hovered = fragments
            self.repaint_marks()

    def _tell_selection(self) -> None:
        """Tell the session where the caret is and what is marked, unless it was the one who put it there."""
        if self._echo or self._session.record is None:
            return
        cursor = self.textCursor()
        caret = self.positions.from_qt(cursor.position())
        marked = (self.positions.from_qt(cursor.selectionStart()), self.positions.from_qt(cursor.selectionEnd()))
        chosen = selection_of(self._session.text, self._session.annotations, self.plan, caret=caret, marked=marked)
        self._session.select(chosen, self)

    def _place_caret(self, selection: Selection) -> None:
        if selection.caret is None and not selection.fragments:
            return
        self._echo = True
        cursor = self.textCursor()
        if selection.fragments:
            first = selection.fragments[0]
            cursor.setPosition(self.positions.to_qt(first.start))
            cursor.setPosition(self.positions.to_qt(first.end), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(self.positions.to_qt(min(selection.caret or 0, len(self._session.text))))
        self.setTextCursor(cursor)
        self._echo = False

    def _scroll_to(self, offset: int) -> None:
        """Scroll so that the line of an offset stands a third from the top, unless it is well in view."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.positions.to_qt(offset))
        top, height = self.cursorRect(cursor).top(), self.viewport().height()
        # At the very top, the line that names a doubt would be out of sight; a word marked by hand must not run away.
        if height * 0.06 <= top <= height * 0.92:
            return
        self.verticalScrollBar().setValue(self._layout.first_line_above(cursor, height / 3))

    def _snapped(self, event: QMouseEvent) -> QMouseEvent:
        """Return the event moved out of the room between two lines, where Qt finds no character."""
        place = QPointF(self.geometry_of_text.out_of_gap(event.position().toPoint()))
        if place.y() == event.position().y():
            return event
        return QMouseEvent(
            event.type(), place, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _renew_painters(self) -> None:
        self.geometry_of_text = SourceGeometry(
            self,
            self.positions,
            line_height=round(LINE_HEIGHT * self._pixels),
            blank_height=round(BLANK_HEIGHT * self._pixels),
        )
        self._painter = SourcePainter(self.plan, self.geometry_of_text, self._theme, self.look)
        self._underlines = UnderlinePainter(self.plan, self.geometry_of_text, self._theme, self._session.tag_set)
        self.margin.show_plan(self.plan, self.geometry_of_text, self._theme, self.look)
        self.repaint_marks()

    def _show_fade(self, strength: float) -> None:
        self.look.flash_strength = strength
        if strength <= 0:
            self.look.flash = None
        self.repaint_marks()

"""The right side of the workbench: the page's articles typeset to be read, chosen, tagged and put in order."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.words import word_spans
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.article_blocks import ArticleBlock
from cppcc_reader.views.article_canvas import ArticleCanvas
from cppcc_reader.views.article_cursor import TextCursor, moved_by_key
from cppcc_reader.views.article_drag import BlockDrag
from cppcc_reader.views.article_drop import ArticleDropZone
from cppcc_reader.views.article_flow import ArticleFlow
from cppcc_reader.views.article_ornaments import underline_at
from cppcc_reader.views.article_painter import GUTTER, HEADING, MARGIN, ArticlePainter, ArticleScene
from cppcc_reader.views.article_selection import cursor_at, ranges_in, selection_at
from cppcc_reader.views.article_sheet import make_sheet
from cppcc_reader.views.article_tips import tip_words
from cppcc_reader.views.double_click import DoubleClick
from cppcc_reader.views.drop_target import DropZones
from cppcc_reader.views.fonts import ARTICLE_PIXELS
from cppcc_reader.views.key_reader import letter_key
from cppcc_reader.views.page_keys import PageKeys
from cppcc_reader.views.sentence_spans import sentence_at
from cppcc_reader.views.theme import Theme

_FLASH_MS = 300
_WORD_WINDOW = 40


class ArticleView(ArticleCanvas):
    """All articles of the open page, one after the other, the furniture in a quiet section at the end.

    Signals:
        menu_wanted(QPoint): a context menu was asked for at a place of the screen; the caret stands there already.
    """

    menu_wanted = Signal(object)

    def __init__(
        self,
        session: AnnotationSession,
        theme: Theme,
        keys: PageKeys | None = None,
        *,
        zones: DropZones | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the view.

        Args:
            keys: single keys at the caret, shared with the source view.
            zones: where its blocks can be dropped besides here; the view adds itself.
        """
        flow = ArticleFlow(make_sheet(), heading=HEADING)
        self._painter = ArticlePainter(flow, theme, session.tag_set)
        self._scene = ArticleScene()
        super().__init__(flow, self._paint, gutter=GUTTER, margin=MARGIN, parent=parent)
        self._session = session
        self._drop_zone, self._double_click = ArticleDropZone(self), DoubleClick()
        self._zones = zones or DropZones(session, (), self)
        self._zones.add(self._drop_zone)
        self._drag = BlockDrag(self, session, self._zones)
        self._publishing = True
        self._pointed: tuple[Span, ...] = ()
        self._left_at: TextCursor | None = None
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(_FLASH_MS)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.valueChanged.connect(self._fade)
        if keys is not None:
            keys.attach(self)
        self.setAccessibleName(self.tr("文章"))
        self.set_theme(theme)
        self._connect(session)
        self._show_page(session.record)

    def _connect(self, session: AnnotationSession) -> None:
        self.cursor_moved.connect(self._publish_selection)
        self.pointed.connect(self._publish_hover)
        session.page_opened.connect(self._show_page)
        session.changed.connect(self._show_change)
        session.selection_changed.connect(self._show_selection)
        session.hovered.connect(self._show_hover)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self.ground = QColor(theme.ground)
        self.caret_colour = QColor(theme.text)
        self._painter.set_theme(theme)
        self.viewport().update()

    def set_text_size(self, pixels: int) -> None:
        """Set running text at another size, in device-independent pixels."""
        self.flow.set_sheet(make_sheet(pixels))
        self.place_column()

    def reset_text_size(self) -> None:
        """Set running text at the house's size."""
        self.set_text_size(ARTICLE_PIXELS)

    # What the session says ------------------------------------------------------------------

    def _show_page(self, record: PageRecord | None) -> None:
        self._painter.tag_set = self._session.tag_set
        self._painter.set_theme(self._theme)
        self._scene = ArticleScene(hues=dict(self._session.hues), keys=dict(self._session.keys))
        self.text_cursor, self._left_at = None, None
        self.flow.doubt_threshold = self._session.doubt_threshold
        self.flow.show(self._session.text, self._session.annotations)
        self._show_notes()
        self.verticalScrollBar().setValue(0)
        self.refresh()

    def _show_change(self, change: ChangeSet, _origin: QObject | None) -> None:
        self._scene.hues, self._scene.keys = dict(self._session.hues), dict(self._session.keys)
        self._scene.spoken, self._scene.hovers, self._pointed = None, {}, ()
        if change.keys_of("article") or change.keys_of("furniture"):
            self._set_changed_articles(change)
        else:
            self.flow.take_change(change, self._session.annotations)
        if change.keys_of("article") or change.keys_of("furniture") or change.keys_of("note"):
            self._show_notes()
        self.viewport().update()

    def _set_changed_articles(self, change: ChangeSet) -> None:
        """Typeset the changed articles anew; what stood at the caret, or at the top, stays in its place."""
        anchor = self.place_of_words()
        self.flow.take_change(change, self._session.annotations)
        self._place_cursor(self._session.selection)
        self.refresh()
        self.bring_to_place(anchor)

    def _show_selection(self, selection: Selection, origin: QObject | None) -> None:
        self._scene.is_choice = selection.article_id is not None
        self._scene.chosen = selection.article_id
        self._scene.chosen_segments = frozenset(selection.segment_starts)
        self._scene.selections = ranges_in(self.flow, selection.fragments)
        if origin is not self:
            self._place_cursor(selection)
            if self.reveal_caret():
                self._start_flash()
        self._speak_at_caret()
        self.setAccessibleDescription(self._spoken_place())
        self.viewport().update()

    def _spoken_place(self) -> str:
        """Return what a screen reader says of the choice: the article and its chosen words."""
        cursor = self.text_cursor
        block = None if cursor is None else self.flow.block(cursor.key)
        if cursor is None or block is None:
            return ""
        paragraph = block.words.paragraphs[block.words.paragraph_index(cursor.position)]
        title = block.words.paragraphs[0].text
        return f"{title}：{paragraph.text}" if paragraph.start else title

    def _place_cursor(self, selection: Selection) -> None:
        """Put the caret where the selection has it, without telling the session what it knows."""
        self._publishing = False
        self.set_cursor(cursor_at(self.flow, selection), reveal=False)
        self._publishing = True

    def _show_hover(self, fragments: tuple[Span, ...], origin: QObject | None) -> None:
        if origin is not self:
            self._pointed = ()
            self._speak_at_caret()
        hovers = ranges_in(self.flow, fragments)
        if hovers != self._scene.hovers:
            self._scene.hovers = hovers
            self.viewport().update()

    def _show_notes(self) -> None:
        notes = [note for note in self._session.annotations.notes if not note.resolved]
        self._scene.notes = ranges_in(self.flow, tuple(note.span for note in notes))
        self._scene.corrections = {}
        for note in notes:
            if note.kind is NoteKind.CORRECTION:
                for key, ranges in ranges_in(self.flow, (note.span,)).items():
                    places = self._scene.corrections.setdefault(key, [])
                    places.append((ranges[0][0], ranges[-1][1], note.text))

    # What the person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Move the caret; Esc takes back a drag, then a text selection, then the choice."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.selected_source())
        elif event.key() == Qt.Key.Key_Escape:
            self._escape()
        elif self.text_cursor is None and letter_key(event) in (Qt.Key.Key_Down, Qt.Key.Key_J) and self.flow.blocks:
            self._begin_again()
        elif self.text_cursor and (moved := moved_by_key(self.flow, self.text_cursor, event)) is not None:
            self.set_cursor(moved)
        else:
            super().keyPressEvent(event)

    def selected_source(self) -> str:
        """Return the selected words as they stand on the page, column breaks mended."""
        return "".join(span.text_of(self._session.text) for span in self._session.selection.fragments)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Begin a drag in the gutter, a selection in the words; the right button chooses what its menu is for."""
        if event.button() == Qt.MouseButton.LeftButton and self._drag.press(event.position()):
            return
        if event.button() == Qt.MouseButton.RightButton:
            self._choose_for_menu(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Go on with a drag or a selection, or point."""
        if self._drag.is_held:
            self._drag.move(event.position())
            self.viewport().update()
            return
        on_handle = not event.buttons() and self._drag.is_handle(event.position())
        shape = Qt.CursorShape.OpenHandCursor if on_handle else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drop what is dragged; a press in the gutter without a drag chooses the article."""
        if self._drag.is_held:
            self._drag.release(event.position())
            self.viewport().update()
            return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Select the entity there, else (or when done again) the word."""
        found = self.character_at(event.position())
        if found is None or event.button() != Qt.MouseButton.LeftButton:
            return
        block, position = found
        underline = underline_at(block.underlines(self.flow.mentions), position)
        word = self._word_at(block, position)
        name = (underline.start, underline.end) if underline else word
        start, end = self._double_click.choose(name, word)
        self.set_cursor(TextCursor(block.key, end, start))

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        """Say what is known about the character under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._tip_at(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of what is there."""
        self.menu_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show the caret; coming by key into a page without one, put it at the beginning."""
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        if self.text_cursor is None and by_key and self.flow.blocks:
            self._begin_again()
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("文章"))
            self.viewport().update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the articles, and over them what is dragged."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._drop_zone.paint(painter, self._theme)
        self._drag.paint(painter, self._theme)
        painter.end()

    def _paint(self, painter: QPainter, block: ArticleBlock, card: QRectF, clip: QRectF) -> None:
        self._painter.paint_block(painter, block, card, clip, self._scene)

    def _tip_at(self, point: QPointF) -> str:
        if self._drag.is_handle(point):
            return self.tr("拖动：把文本块移到别处；拖最左边的色条：整篇并入另一篇")
        found = self.character_at(point)
        return self._tip(*found) if found else ""

    def _tip(self, block: ArticleBlock, position: int) -> str:
        source = block.words.source_at(position)
        if source is None:
            return self.tr("此处接上了被分栏切断的句子")
        underline = underline_at(block.underlines(self.flow.mentions), position)
        mention = None if underline is None else underline.mention
        return tip_words(self._session, source, mention)

    def _escape(self) -> None:
        cursor = self.text_cursor
        if self._drag.is_held:
            self._drag.cancel()
        elif cursor is not None and cursor.has_selection:
            self.set_cursor(TextCursor(cursor.key, cursor.position, cursor.position))
        else:
            self._left_at = cursor
            self.set_cursor(None)
        self.viewport().update()

    def _begin_again(self) -> None:
        """Put the caret where Esc took it away, else at the beginning."""
        left = self._left_at
        block = None if left is None else self.flow.block(left.key)
        if left is not None and block is not None and left.position <= block.words.length:
            self.set_cursor(TextCursor.at(block, left.position))
        else:
            self.set_cursor(TextCursor.at(self.flow.blocks[0], 0))

    def _choose_for_menu(self, point: QPointF) -> None:
        found = self.hit(point)
        cursor = self.text_cursor
        if found is None:
            return
        block, position = found
        if cursor is None or cursor.key != block.key or not cursor.start <= position <= cursor.end:
            self.set_cursor(TextCursor.at(block, position), reveal=False)

    def _word_at(self, block: ArticleBlock, position: int) -> tuple[int, int]:
        paragraph = block.words.paragraphs[block.words.paragraph_index(position)]
        first = max(paragraph.start, position - _WORD_WINDOW)
        around = paragraph.text[first - paragraph.start : position + _WORD_WINDOW - paragraph.start]
        for start, end in word_spans(around):
            if first + start <= position < first + end:
                return first + start, first + end
        return position, position + 1

    def _publish_selection(self) -> None:
        if self._publishing:
            self._session.select(selection_at(self.flow, self.text_cursor), self)

    def _publish_hover(self, block: ArticleBlock | None, position: int) -> None:
        source = None if block is None else block.words.source_at(position)
        self._speak_under_pointer(block, position)
        if source is not None and any(span.contains(source) for span in self._pointed):
            return
        fragments = () if source is None else sentence_at(self._session.text, self._session.annotations, source)
        if fragments != self._pointed:
            self._pointed = fragments
            self._session.hover(fragments, self)

    def _speak_under_pointer(self, block: ArticleBlock | None, position: int) -> None:
        underline = None if block is None else underline_at(block.underlines(self.flow.mentions), position)
        if underline is None or block is None:
            self._speak_at_caret()
        elif not self._scene.is_pointed or self._scene.spoken != (block.key, underline):
            self._scene.spoken, self._scene.is_pointed = (block.key, underline), True
            self.viewport().update()

    def _speak_at_caret(self) -> None:
        """Show the label's name of the mention in which the caret stands."""
        cursor = self.text_cursor
        block = None if cursor is None else self.flow.block(cursor.key)
        found = None
        if cursor is not None and block is not None:
            found = underline_at(block.underlines(self.flow.mentions), cursor.start)
        spoken = None if found is None or block is None else (block.key, found)
        if self._scene.is_pointed or spoken != self._scene.spoken:
            self._scene.spoken, self._scene.is_pointed = spoken, False
            self.viewport().update()

    def _start_flash(self) -> None:
        cursor = self.text_cursor
        block = None if cursor is None else self.flow.block(cursor.key)
        if cursor is None or block is None:
            return
        paragraph = block.words.paragraphs[block.words.paragraph_index(cursor.position)]
        self._scene.flash = (block.key, paragraph.start, paragraph.end)
        self._flash.start()

    def _fade(self, strength: float) -> None:
        self._scene.flash_strength = strength
        if strength <= 0.0:
            self._scene.flash = None
        self.viewport().update()

"""The reading view: a page's articles set like a good reader sets them, the page's contents at the side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.model.corrections import apply_corrections
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.print_actions import ask_pdf_path
from cppcc_reader.views.print_jobs import PrintJob, PrintJobs
from cppcc_reader.views.print_pages import PrintedArticle
from cppcc_reader.views.reading_bar import ReadingBar
from cppcc_reader.views.reading_canvas import ReadingCanvas
from cppcc_reader.views.reading_pages import (
    LoadPage,
    ReadingPart,
    corrected_pages,
    reading_parts,
)
from cppcc_reader.views.reading_shelf import ReadingShelf
from cppcc_reader.views.reading_source_line import page_name, source_line
from cppcc_reader.views.reading_style import ReadingStyle
from cppcc_reader.views.theme import Theme

_CONTENTS_WIDTH = 260
_KeyRole = Qt.ItemDataRole.UserRole


class ReadingView(QWidget):
    """Follows the open page while it is shown.

    Signals:
        page_wanted(str): another page is to be opened.
        entity_wanted(str, str): an entity was clicked: its words and its label.
        style_changed(ReadingStyle): the reader chose another style; keep it in the settings.
    """

    page_wanted = Signal(str)
    entity_wanted = Signal(str, str)
    style_changed = Signal(object)

    def __init__(
        self,
        session: AnnotationSession,
        theme: Theme,
        *,
        style: ReadingStyle | None = None,
        load: LoadPage | None = None,
        shelf: Callable[[], ReadingShelf] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the view.

        Args:
            load: gives other pages, so that continued articles are read through.
            shelf: gives the pages of the library in order, for the steps to other pages and issues.
        """
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._style = style or ReadingStyle()
        self._load = load
        self._shelf = shelf
        self._shelved: ReadingShelf | None = None
        self._parts: list[ReadingPart] = []
        self._bar = ReadingBar(self._style)
        self._contents = QListWidget()
        self._canvas = ReadingCanvas(theme, self._style, session.tag_set)
        self._jobs = PrintJobs(self)
        self._build()
        self._connect()
        self._restyle()

    @property
    def style_(self) -> ReadingStyle:
        """The style in use."""
        return self._style

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._restyle()

    def set_reading_style(self, style: ReadingStyle) -> None:
        """Use another style."""
        words_anew = (style.widened, style.corrected) != (self._style.widened, self._style.corrected)
        self._style = style
        self._bar.show_style(style)
        self._restyle()
        if words_anew:
            self.refresh()
        self.style_changed.emit(style)

    def refresh(self) -> None:
        """Set the open page anew and go to the chosen article."""
        record = self._session.record
        self._parts = [] if record is None else self._parts_of(record)
        self._canvas.show_parts(self._parts)
        self._fill_contents()
        self._bar.show_title("" if record is None else page_name(record.page))
        self._show_steps()
        self._show_selection(self._session.selection, None)

    def _parts_of(self, record: PageRecord) -> list[ReadingPart]:
        load = self._load
        if self._style.corrected:
            record = apply_corrections(record).record
            load = None if load is None else corrected_pages(load)
        return reading_parts(record, load, widened=self._style.widened)

    def copied_words(self, *, with_source: bool) -> str:
        """Return the selected words, else those of the article that is read, with or without the source line."""
        selected = self._canvas.selected_part()
        part = self._canvas.part_read()
        if selected is not None:
            part, words = selected
        elif part is not None:
            words = part.words.reading.text
        if part is None:
            return ""
        return f"{words}\n{source_line(part.record.page)}" if with_source else words

    def stop(self) -> None:
        """Finish what is being printed: the window closes."""
        self._jobs.stop()

    def print(self, *, whole_page: bool) -> None:
        """Ask for a printer and print the article that is read, or the page."""
        self._jobs.print(self.print_job(whole_page=whole_page))

    def ask_and_save_pdf(self, *, whole_page: bool) -> None:
        """Ask where to, and save the article that is read, or the page."""
        job = self.print_job(whole_page=whole_page)
        name = "".join(sign for sign in job.title if sign not in '\\/:*?"<>|')
        path = ask_pdf_path(self.window(), caption=self.tr("存为 PDF"), name=name)
        if path is not None:
            self._jobs.save(job, path)

    def print_job(self, *, whole_page: bool) -> PrintJob:
        """Return the article that is read, or the page, ready to be printed."""
        if not self.isVisible():
            self.refresh()
        item = self._contents.currentItem()
        source = "" if self._session.record is None else page_name(self._session.record.page)
        title = source if whole_page or item is None else item.text()
        return PrintJob(self._printed(whole_page=whole_page), title, source, serif=self._style.serif)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Show the page as it is now."""
        super().showEvent(event)
        self._shelved = None
        self.refresh()
        self._canvas.setFocus()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._bar.name_controls()
            self._name()
            self.refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        self._contents.setFixedWidth(_CONTENTS_WIDTH)
        self._contents.setWordWrap(True)
        self._contents.setFrameShape(QListWidget.Shape.NoFrame)
        self._contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._contents)
        row.addWidget(self._canvas, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addLayout(row, 1)
        self.setFocusProxy(self._canvas)
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(self.tr("阅读视图"))
        self._canvas.setAccessibleName(self.tr("版面文章"))
        self._contents.setAccessibleName(self.tr("本版目录"))

    def _connect(self) -> None:
        self._bar.style_chosen.connect(self.set_reading_style)
        self._bar.article_step.connect(self._step_article)
        self._bar.page_step.connect(lambda step: self._step_page(step, issue=False))
        self._bar.issue_step.connect(lambda step: self._step_page(step, issue=True))
        self._bar.copy_wanted.connect(self._copy)
        self._jobs.told.connect(self._session.message)
        self._bar.print_wanted.connect(lambda whole: self.print(whole_page=whole))
        self._bar.pdf_wanted.connect(lambda whole: self.ask_and_save_pdf(whole_page=whole))
        self._canvas.step_wanted.connect(self._step_article)
        self._canvas.copy_wanted.connect(self._copy)
        self._canvas.entity_wanted.connect(self.entity_wanted)
        self._canvas.place_wanted.connect(self._go_to_place)
        self._canvas.verticalScrollBar().valueChanged.connect(self._mark_read)
        self._contents.itemClicked.connect(self._go_to_item)
        self._contents.itemActivated.connect(self._go_to_item)
        self._session.page_opened.connect(self._show_page)
        self._session.changed.connect(self._follow_change)
        self._session.selection_changed.connect(self._follow_selection)

    def _restyle(self) -> None:
        theme = self._style.theme(self._theme)
        self._contents.setVisible(self._style.contents)
        self._contents.setStyleSheet(
            f"QListWidget {{ background: {theme.ground}; color: {theme.muted}; padding: 24px 8px 8px 20px; }}"
            f"QListWidget::item {{ padding: 7px 4px; }}"
            f"QListWidget::item:selected {{ background: transparent; color: {theme.text}; font-weight: bold; }}"
        )
        self._canvas.use(theme, self._style, self._session.tag_set)

    def _show_page(self, _record: PageRecord | None) -> None:
        if self.isVisible():
            self.refresh()

    def _follow_change(self, _change: ChangeSet, _origin: QObject | None) -> None:
        if self.isVisible():
            self.refresh()

    def _show_selection(self, selection: Selection, _origin: QObject | None) -> None:
        """Go to the chosen article, and to the words that are selected in it (a search's hit)."""
        if selection.article_id is None or not self._parts:
            return
        key = f"{self._session.page_id}#{selection.article_id}"
        self._canvas.go_to(key)
        # Where corrections are applied, places of the page are no longer places of what is shown.
        if not self._style.corrected:
            self._canvas.show_fragments(key, selection.fragments)

    def _follow_selection(self, selection: Selection, origin: QObject | None) -> None:
        if self.isVisible():
            self._show_selection(selection, origin)

    def _fill_contents(self) -> None:
        self._contents.clear()
        for part in self._parts:
            if part.title:
                item = QListWidgetItem(part.title)
                item.setData(_KeyRole, part.key)
                self._contents.addItem(item)
        self._mark_read()

    def _mark_read(self) -> None:
        """Mark the article that is read in the contents."""
        read = self._canvas.part_read()
        title: ReadingPart | None = None
        for part in self._parts:
            title = part if part.title else title
            if part is read:
                break
        for row in range(self._contents.count()):
            item = self._contents.item(row)
            if title is not None and item.data(_KeyRole) == title.key:
                self._contents.setCurrentItem(item)

    def _go_to_item(self, item: QListWidgetItem) -> None:
        self._canvas.go_to(item.data(_KeyRole))
        self._contents.setCurrentItem(item)

    def _step_article(self, step: int) -> None:
        """Go to the next or previous article, past the ends of the page to its neighbours."""
        row = self._contents.currentRow() + step
        if 0 <= row < self._contents.count():
            self._go_to_item(self._contents.item(row))
        else:
            self._step_page(step, issue=False)

    def _neighbour(self, step: int, *, issue: bool) -> str | None:
        if self._shelf is None or self._session.page_id is None:
            return None
        # Put in order once each time the view is shown: a library may hold ten thousand pages.
        self._shelved = self._shelved or self._shelf()
        find = self._shelved.issue if issue else self._shelved.page
        return find(self._session.page_id, step)

    def _show_steps(self) -> None:
        pages = (self._neighbour(-1, issue=False), self._neighbour(1, issue=False))
        issues = (self._neighbour(-1, issue=True), self._neighbour(1, issue=True))
        self._bar.show_steps(
            pages=(pages[0] is not None, pages[1] is not None), issues=(issues[0] is not None, issues[1] is not None)
        )

    def _step_page(self, step: int, *, issue: bool) -> None:
        page_id = self._neighbour(step, issue=issue)
        if page_id is not None:
            self.page_wanted.emit(page_id)

    def _go_to_place(self, page_id: str, article_id: str) -> None:
        """Open the page that an article comes from, at that article."""
        if self._session.page_id != page_id:
            self.page_wanted.emit(page_id)
        if self._session.page_id == page_id:
            self._session.select(Selection(article_id=article_id), self)

    def _copy(self, with_source: bool) -> None:
        words = self.copied_words(with_source=with_source)
        if words:
            QGuiApplication.clipboard().setText(words)
            self._session.message.emit(self.tr("已复制 {0} 字").format(len(words)))

    def _printed(self, *, whole_page: bool) -> tuple[PrintedArticle, ...]:
        read = self._canvas.part_read()
        if whole_page or read is None:
            return tuple(PrintedArticle(part.words, part.goes_on) for part in self._parts)
        index = self._parts.index(read)
        first = max((number for number in range(index + 1) if self._parts[number].title), default=index)
        last = first + 1
        while last < len(self._parts) and self._parts[last].goes_on:
            last += 1
        return tuple(PrintedArticle(part.words, part.goes_on) for part in self._parts[first:last])

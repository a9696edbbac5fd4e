"""The inspector: the chosen article's segments in reading order, why they stand there, and what else they could be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QPushButton, QVBoxLayout, QWidget

from cppcc_reader.core.editing.change_set import ChangeSet
from cppcc_reader.core.editing.segment_commands import AcceptSegments, TakeAlternative
from cppcc_reader.core.model.alternatives import open_alternatives
from cppcc_reader.core.model.article import Article
from cppcc_reader.core.model.role import Role
from cppcc_reader.core.model.segment import Segment
from cppcc_reader.resource_paths import resource
from cppcc_reader.views.annotation_session import AnnotationSession, Selection
from cppcc_reader.views.inspector_delegate import SegmentDelegate
from cppcc_reader.views.inspector_guidelines import RoleGuideline, load_role_guidelines
from cppcc_reader.views.inspector_rows import (
    SegmentListModel,
    SegmentRole,
    SegmentRow,
    alternative_words,
    evidence_lines,
    segment_rows,
)
from cppcc_reader.views.key_reader import letter_key
from cppcc_reader.views.reason_words import reason_words
from cppcc_reader.views.term_names import role_name
from cppcc_reader.views.theme import Theme

_TAB_KEYS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
"""These go on to the next control here, not to the next doubt."""
_STEPS: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class Inspector(QWidget):
    """Shows the article of the selection, or the furniture, or how to choose something.

    Signals:
        continuation_wanted(str): the other part of the article should be opened (``page_id#article_id``).
    """

    continuation_wanted = Signal(str)

    def __init__(
        self,
        session: AnnotationSession,
        theme: Theme,
        *,
        keys: Callable[[QKeyEvent], bool] = lambda _event: False,
        name_of: Callable[[str], str] = str,
        guidelines: Mapping[Role, RoleGuideline] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the panel.

        Args:
            keys: carries out a single key on what is chosen and tells whether it meant anything.
            name_of: says of the other part of an article (``page_id#article_id``) what people call it.
            guidelines: text for each role; None reads the shipped file.
        """
        super().__init__(parent)
        self._session = session
        self._keys = keys
        self._name_of = name_of
        self._guidelines = guidelines or load_role_guidelines(resource("guidelines", "roles.toml"))
        self._article: Article | None = None
        self._title = _label(selectable=True)
        self._facts = _label()
        self._links = _label(links=True)
        self._model = SegmentListModel()
        self._delegate = SegmentDelegate(theme, self)
        self._list = QListView()
        self._evidence = _label()
        self._choices = QVBoxLayout()
        self._guideline = _label(selectable=True)
        self._notes = _label(selectable=True)
        self._build()
        self.set_theme(theme)
        self._connect(session)
        self._refresh()

    def _connect(self, session: AnnotationSession) -> None:
        self._links.linkActivated.connect(self.continuation_wanted)
        self._list.installEventFilter(self)
        self._list.selectionModel().currentChanged.connect(self._choose)
        session.page_opened.connect(self._refresh)
        session.changed.connect(self._follow_change)
        session.selection_changed.connect(self._follow_selection)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._delegate.theme = theme
        self._title.setFont(theme.sans(14, bold=True))
        for label in (self._facts, self._links, self._evidence, self._guideline, self._notes):
            label.setFont(theme.sans(12))
        self._facts.setStyleSheet(f"color: {theme.muted}")
        self._guideline.setStyleSheet(f"color: {theme.muted}")
        self._colours = (theme.muted, theme.doubt_text)
        self._list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Let the single keys of the page work on the current segment, too; J and K go from row to row."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _TAB_KEYS:
            step = _STEPS.get(letter_key(event), 0)
            if step:
                self._step(step)
            return bool(step) or (self._list.currentIndex().isValid() and self._keys(event))
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        row = self._list.currentIndex().row() + step
        if 0 <= row < self._model.rowCount():
            self._list.setCurrentIndex(self._model.index(row))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Speak another language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)

    def _build(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.setMouseTracking(True)
        self._list.viewport().setAutoFillBackground(False)
        self._list.setFrameShape(QListView.Shape.NoFrame)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        for widget in (self._title, self._facts, self._links):
            layout.addWidget(widget)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._evidence)
        layout.addLayout(self._choices)
        layout.addWidget(self._guideline)
        layout.addWidget(self._notes)

    def _follow_change(self, change: ChangeSet, _origin: QObject | None) -> None:
        if change.keys_of("article") or change.keys_of("furniture") or change.keys_of("note"):
            self._refresh()

    def _follow_selection(self, selection: Selection, origin: QObject | None) -> None:
        article, segments = self._chosen()
        if article is not self._article or len(segments) != len(self._model.rows):
            self._refresh()
        elif origin is not self:
            self._mark(selection)

    def _refresh(self) -> None:
        self.setAccessibleName(self.tr("检视面板"))
        self._list.setAccessibleName(self.tr("文章的段落，按阅读顺序"))
        self._article, segments = self._chosen()
        text = self._session.text
        self._model.set_rows(segment_rows(text, segments, self._session.doubt_threshold))
        self._title.setText(self._title_words(segments))
        characters = sum(len("".join(segment.span.text_of(text).split())) for segment in segments)
        facts = self.tr("{0} 段 · {1} 字").format(len(segments), characters)
        self._facts.setText(facts if segments else self.tr("在原文或文章里点一下，这里列出它的段落、角色与理由。"))
        self._links.setText(self._link_words())
        self._links.setVisible(bool(self._links.text()))
        self._notes.setText(self._note_words(segments))
        self._notes.setVisible(bool(self._notes.text()))
        self._mark(self._session.selection)

    def _chosen(self) -> tuple[Article | None, tuple[Segment, ...]]:
        selection, annotations = self._session.selection, self._session.annotations
        for article in annotations.articles:
            if article.id == selection.article_id:
                return article, article.segments
        in_furniture = any(segment.start in selection.segment_starts for segment in annotations.furniture)
        return None, annotations.furniture if in_furniture else ()

    def _title_words(self, segments: tuple[Segment, ...]) -> str:
        if self._article is not None:
            key = self._session.keys.get(self._article.id, "").upper()
            return f"{key}  {self._article.title(self._session.text)}".strip()
        return self.tr("版面附件") if segments else self.tr("没有选中文章")

    def _link_words(self) -> str:
        if self._article is None:
            return ""
        pairs = (
            (self.tr("上接：{0}"), self._article.continued_from),
            (self.tr("下转：{0}"), self._article.continues_to),
        )
        lines = [
            words.format(f'<a href="{place}">{escape(self._name_of(place))}</a>') for words, place in pairs if place
        ]
        return "<br>".join(lines)

    def _note_words(self, segments: tuple[Segment, ...]) -> str:
        notes = self._session.annotations.notes
        found = [note for note in notes if any(note.span.overlaps(segment.span) for segment in segments)]
        return "\n".join(self.tr("批注：{0}").format(note.text) for note in found if not note.resolved)

    def _mark(self, selection: Selection) -> None:
        """Make the selection's first segment the current row, without choosing it again."""
        start = selection.segment_starts[0] if selection.segment_starts else None
        index = QModelIndex() if start is None else self._model.index_of(start)
        chooser = self._list.selectionModel()
        chooser.blockSignals(True)
        self._list.setCurrentIndex(index)
        chooser.blockSignals(False)
        self._list.viewport().update()
        if index.isValid():
            self._list.scrollTo(index)
        self._show_details(index.data(SegmentRole) if index.isValid() else None)

    def _choose(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row: SegmentRow | None = current.data(SegmentRole) if current.isValid() else None
        self._show_details(row)
        if row is None:
            return
        article_id = None if self._article is None else self._article.id
        start = row.segment.start
        self._session.select(Selection(article_id=article_id, segment_starts=(start,), caret=start), self)

    def _show_details(self, row: SegmentRow | None) -> None:
        _clear(self._choices)
        self._evidence.setVisible(row is not None)
        self._guideline.setVisible(row is not None)
        if row is None:
            return
        segment = row.segment
        self._evidence.setText("\n".join(evidence_lines(segment)))
        self._evidence.setStyleSheet(f"color: {self._colours[row.is_doubtful]}")
        english = QCoreApplication.translate("Language", "zh") == "en"
        rule = self._guidelines.get(segment.role)
        words = rule.words(english=english) if rule else ""
        self._guideline.setText(f"<b>{role_name(segment.role)}</b>　{words}")
        if row.is_doubtful:
            self._add_choice(self.tr("确认无误"), self.tr("空格"), lambda: self._accept(segment.start))
        for number in open_alternatives(self._session.annotations, segment):
            alternative = segment.alternatives[number]
            words = alternative_words(alternative, self._session.text, self._session.annotations)
            self._add_choice(
                words, reason_words(alternative.evidence.reason), lambda n=number: self._take(segment.start, n)
            )

    def _add_choice(self, words: str, hint: str, slot: object) -> None:
        button = QPushButton(words)
        button.setToolTip(f"{words}\n{hint}".strip())
        # A long title must not widen the panel; the tooltip has all of it.
        button.setMinimumWidth(40)
        button.setAccessibleDescription(hint)
        button.setEnabled(not self._session.read_only)
        button.clicked.connect(slot)
        self._choices.addWidget(button)
        button.show()

    def _accept(self, start: int) -> None:
        self._session.execute(AcceptSegments(starts=(start,)), self)

    def _take(self, start: int, index: int) -> None:
        self._session.execute(TakeAlternative(start=start, index=index), self)


def _label(*, selectable: bool = False, links: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if links:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    return label


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            # Hidden at once: until its deferred deletion it would lie over what replaces it.
            widget.hide()
            widget.deleteLater()

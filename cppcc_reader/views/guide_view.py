"""The guide: chapters in Markdown that ship with the program, opened by F1 at the chapter that fits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.resource_paths import resource
from cppcc_reader.views.dialog_parts import SPACE

_NUMBERED: Final = re.compile(r"\d+-(.+)")
_LINE_HEIGHT: Final = 150.0
"""In percent."""
_PICTURE: Final = 720
"""Width of the guide's pictures, in device-independent pixels: no line of text is wider."""
_MARGIN: Final = 2 * SPACE


@dataclass(frozen=True, slots=True)
class Chapter:
    """One chapter: its file, the name without number by which it is asked for, and its title."""

    path: Path
    topic: str
    title: str


def chapters(language: str) -> list[Chapter]:
    """Return the chapters in order, in ``zh`` or ``en``."""
    found = []
    for path in sorted(resource("guide", language).glob("*.md")):
        match = _NUMBERED.fullmatch(path.stem)
        first_line = path.read_text(encoding="utf-8").split("\n", 1)[0]
        found.append(Chapter(path, match.group(1) if match else path.stem, first_line.lstrip("# ").strip()))
    return found


class GuideWindow(QDialog):
    """Chapters on the left, text on the right; the line above finds words in all chapters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("使用说明"))
        self.resize(1040, 680)
        self._chapters = chapters(self.tr("zh", "folder of the guide"))
        self._find = QLineEdit(self)
        self._find.setPlaceholderText(self.tr("在说明里找…"))
        self._find.setClearButtonEnabled(True)
        self._find.setAccessibleName(self.tr("在说明里找"))
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("章节"))
        self._text = QTextBrowser(self)
        self._text.setOpenLinks(False)
        self._text.setAccessibleName(self.tr("说明"))
        self._text.document().setDocumentMargin(_MARGIN)
        self._text.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self._text.setLineWrapColumnOrWidth(_PICTURE + 2 * _MARGIN)
        self._lay_out()
        self._list.currentRowChanged.connect(self._show_chapter)
        self._text.anchorClicked.connect(self._follow)
        self._find.returnPressed.connect(self._find_next)
        for chapter in self._chapters:
            QListWidgetItem(chapter.title, self._list)
        self._list.setCurrentRow(0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        next_hit = QPushButton(self.tr("找下一处"), self)
        next_hit.setAutoDefault(False)
        next_hit.clicked.connect(self._find_next)
        line.addWidget(self._find, 1)
        line.addWidget(next_hit)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self._list)
        split.addWidget(self._text)
        split.setSizes([220, 800])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addLayout(line)
        layout.addWidget(split, 1)

    def show_topic(self, topic: str, heading: str = "") -> None:
        """Turn to a chapter by its name, and in it to the first heading, or row of a table, with ``heading``."""
        for row, chapter in enumerate(self._chapters):
            if chapter.topic == topic:
                self._list.setCurrentRow(row)
                self._scroll_to(heading)

    def topic(self) -> str:
        """Return the name of the chapter that is shown, empty without any."""
        row = self._list.currentRow()
        return self._chapters[row].topic if 0 <= row < len(self._chapters) else ""

    def _show_chapter(self, row: int) -> None:
        if not 0 <= row < len(self._chapters):
            self._text.setPlainText(self.tr("说明文件不见了：请重新安装程序。"))
            return
        path = self._chapters[row].path
        self._text.setSearchPaths([str(path.parent)])
        self._text.document().setBaseUrl(QUrl.fromLocalFile(str(path)))
        dialect = QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        self._text.document().setMarkdown(path.read_text(encoding="utf-8"), dialect)
        self._set_in_type()
        self._text.moveCursor(QTextCursor.MoveOperation.Start)

    def _set_in_type(self) -> None:
        """Give the lines air: Markdown comes without any."""
        block = self._text.document().begin()
        while block.isValid():
            cursor = QTextCursor(block)
            form = block.blockFormat()
            form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if cursor.currentTable() is None:
                form.setTopMargin(2 * SPACE if form.headingLevel() else SPACE / 2)
            cursor.setBlockFormat(form)
            block = block.next()

    def _scroll_to(self, heading: str) -> None:
        block = self._text.document().begin()
        while heading and block.isValid():
            in_table = QTextCursor(block).currentTable() is not None
            if (block.blockFormat().headingLevel() > 0 and heading in block.text()) or (
                in_table and block.text().startswith(heading)
            ):
                self._text.setTextCursor(QTextCursor(block))
                top = self._text.document().documentLayout().blockBoundingRect(block).top()
                self._text.verticalScrollBar().setValue(int(top))
                return
            block = block.next()

    def _follow(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)
            return
        match = _NUMBERED.fullmatch(Path(url.path()).stem)
        if match is not None:
            self.show_topic(match.group(1), url.fragment(QUrl.ComponentFormattingOption.FullyDecoded))

    def _find_next(self) -> None:
        words = self._find.text()
        if not words or not self._chapters or self._text.find(words):
            return
        start = self._list.currentRow()
        for step in range(1, len(self._chapters) + 1):
            self._list.setCurrentRow((start + step) % len(self._chapters))
            self._text.moveCursor(QTextCursor.MoveOperation.Start)
            if self._text.find(words):
                return


def attach_guide(dialog: QWidget, topic: str) -> None:
    """Let F1 in a dialog open the guide at a chapter; the main window has an action of its own for it."""

    def open_guide() -> None:
        guide = GuideWindow(dialog)
        guide.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        guide.show_topic(topic)
        guide.show()

    QShortcut(QKeySequence(Qt.Key.Key_F1), dialog, open_guide)

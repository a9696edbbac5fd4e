"""What a library without pages shows: where to drop files, and sample pages to begin with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cppcc_reader.views.theme import Theme


class EmptyView(QWidget):
    """A drop zone with one sentence and three buttons."""

    def __init__(
        self,
        theme: Theme,
        *,
        open_samples: Callable[[], object],
        import_files: Callable[[], object],
        import_folder: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("把报纸版面拖到这里"), self)
        hint = QLabel(self.tr("文本文件、文件夹或版面记录，一个文件是一个版面。导入后自动切分成文章。"), self)
        hint.setWordWrap(True)
        for label in (title, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title, self._hint = title, hint
        samples = QPushButton(self.tr("打开示例版面"), self)
        samples.setDefault(True)
        files = QPushButton(self.tr("导入版面文件…"), self)
        folder = QPushButton(self.tr("导入文件夹…"), self)
        for button, slot in ((samples, open_samples), (files, import_files), (folder, import_folder)):
            button.clicked.connect(lambda _checked=False, slot=slot: slot())
            button.setMinimumHeight(36)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch()
        for button in (samples, files, folder):
            row.addWidget(button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(64, 64, 64, 64)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addSpacing(8)
        layout.addLayout(row)
        layout.addStretch(3)
        self.setFocusProxy(samples)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Use other colours."""
        self._theme = theme
        self._title.setFont(theme.sans(22))
        self._hint.setFont(theme.sans(13))
        self._hint.setStyleSheet(f"color: {theme.muted};")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground and the dashed edge of the drop zone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(self._theme.ground))
        painter.setPen(QPen(QColor(self._theme.muted), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(32, 32, -32, -32), 12, 12)

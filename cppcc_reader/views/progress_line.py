"""How far a long work is, with a way to stop it, at the right of the toolbar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget


class ProgressLine(QWidget):
    """Hidden while nothing is under way."""

    def __init__(self, cancel: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(140)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("进度"))
        stop = QToolButton(self)
        stop.setText(self.tr("停止"))
        stop.setToolTip(self.tr("停止导入；已导入的保留"))
        stop.clicked.connect(lambda _checked=False: cancel())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._words, self._bar, stop):
            layout.addWidget(widget)
        self.hide()

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show what is done of what; hide when there is nothing of nothing."""
        self.setVisible(total > 0)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        self._words.setText(self.tr("导入 {0}／{1}").format(done, total))
        self._words.setToolTip(words)

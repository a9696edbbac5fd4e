"""The one line of controls above the page that is read."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from cppcc_reader.views.reading_style import Paper, ReadingStyle


class ReadingBar(QWidget):
    """Named actions, few of them; how the page looks is in one menu, printing in another.

    Signals:
        style_chosen(ReadingStyle), article_step(int), page_step(int), issue_step(int),
        copy_wanted(bool): with the source line or without; print_wanted(bool), pdf_wanted(bool): the whole page or
        the article that is read.
    """

    style_chosen = Signal(object)
    article_step = Signal(int)
    page_step = Signal(int)
    issue_step = Signal(int)
    copy_wanted = Signal(bool)
    print_wanted = Signal(bool)
    pdf_wanted = Signal(bool)

    def __init__(self, style: ReadingStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._buttons: dict[str, QToolButton] = {}
        self._title = QLabel()
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 12, 6)
        self._row.setSpacing(4)
        self.name_controls()

    def show_style(self, style: ReadingStyle) -> None:
        """Show another style in the menu."""
        self._style = style
        self.name_controls()

    def show_title(self, words: str) -> None:
        """Show what page is read."""
        self._title.setText(words)

    def show_steps(self, *, pages: tuple[bool, bool], issues: tuple[bool, bool]) -> None:
        """Switch the steps back and forth that lead nowhere off."""
        for name, possible in zip(("page-back", "page-on", "issue-back", "issue-on"), (*pages, *issues), strict=True):
            self._buttons[name].setEnabled(possible)

    def name_controls(self) -> None:
        """Make the buttons and menus anew, in the language of the interface."""
        enabled = {name: button.isEnabled() for name, button in self._buttons.items()}
        while (item := self._row.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._title:
                widget.hide()
                widget.deleteLater()
        self._add("contents", self.tr("目录")).clicked.connect(self._toggle_contents)
        steps = (
            ("article-back", self.tr("上一篇"), self.article_step, -1),
            ("article-on", self.tr("下一篇"), self.article_step, 1),
            ("page-back", self.tr("上一版"), self.page_step, -1),
            ("page-on", self.tr("下一版"), self.page_step, 1),
            ("issue-back", self.tr("上一期"), self.issue_step, -1),
            ("issue-on", self.tr("下一期"), self.issue_step, 1),
        )
        for name, words, signal, step in steps:
            self._add(name, words).clicked.connect(lambda _=False, signal=signal, step=step: signal.emit(step))
        self._row.addWidget(self._title, 1)
        self._add_menu("style", self.tr("版式"), self._style_menu())
        self._add_menu("copy", self.tr("复制"), self._copy_menu())
        self._add_menu("print", self.tr("打印"), self._print_menu())
        for name, possible in enabled.items():
            self._buttons[name].setEnabled(possible)

    def _add(self, name: str, words: str) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAutoRaise(True)
        self._buttons[name] = button
        self._row.addWidget(button)
        return button

    def _add_menu(self, name: str, words: str, menu: QMenu) -> None:
        button = self._add(name, f"{words} ▾")
        button.setAccessibleName(words)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu.setParent(button, menu.windowFlags())
        button.setMenu(menu)

    def _style_menu(self) -> QMenu:
        menu, style = QMenu(self), self._style
        self._choice(menu, self.tr("宋体"), replace(style, serif=True), chosen=style.serif)
        self._choice(menu, self.tr("黑体"), replace(style, serif=False), chosen=not style.serif)
        menu.addSeparator()
        self._choice(menu, self.tr("放大文字"), style.resized(2))
        self._choice(menu, self.tr("缩小文字"), style.resized(-2))
        menu.addSeparator()
        papers = (
            (Paper.WINDOW, self.tr("白纸（随窗口）")),
            (Paper.CREAM, self.tr("米黄纸")),
            (Paper.NIGHT, self.tr("夜间")),
        )
        for paper, words in papers:
            self._choice(menu, words, replace(style, paper=paper), chosen=style.paper is paper)
        menu.addSeparator()
        entities, widened = not style.entities, not style.widened
        self._choice(menu, self.tr("标出实体"), replace(style, entities=entities), chosen=style.entities)
        self._choice(menu, self.tr("标点显示为全角"), replace(style, widened=widened), chosen=style.widened)
        corrected = not style.corrected
        self._choice(menu, self.tr("按勘误显示"), replace(style, corrected=corrected), chosen=style.corrected)
        return menu

    def _choice(self, menu: QMenu, words: str, style: ReadingStyle, *, chosen: bool | None = None) -> None:
        action = menu.addAction(words)
        action.setCheckable(chosen is not None)
        action.setChecked(bool(chosen))
        action.triggered.connect(lambda _=False: self._choose(style))

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        self._entry(menu, self.tr("复制文字"), self.copy_wanted, value=False)
        self._entry(menu, self.tr("复制文字和出处"), self.copy_wanted, value=True)
        return menu

    def _print_menu(self) -> QMenu:
        menu = QMenu(self)
        self._entry(menu, self.tr("打印本篇…"), self.print_wanted, value=False)
        self._entry(menu, self.tr("打印本版…"), self.print_wanted, value=True)
        menu.addSeparator()
        self._entry(menu, self.tr("本篇存为 PDF…"), self.pdf_wanted, value=False)
        self._entry(menu, self.tr("本版存为 PDF…"), self.pdf_wanted, value=True)
        return menu

    def _entry(self, menu: QMenu, words: str, signal: SignalInstance, *, value: bool) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _=False: signal.emit(value))
        return action

    def _toggle_contents(self) -> None:
        self._choose(replace(self._style, contents=not self._style.contents))

    def _choose(self, style: ReadingStyle) -> None:
        self.style_chosen.emit(style)

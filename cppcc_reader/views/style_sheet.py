"""The one style sheet: what a palette cannot say. Kept small; colours come from the theme."""

from __future__ import annotations

from cppcc_reader.views.theme import Theme

_TEMPLATE = """
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {line}; padding: 4px 6px; }}
QMenuBar {{ background: {window}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {selection}; }}
QMenu {{ background: {raised}; border: 1px solid {line}; padding: 5px 0; }}
QMenu::item {{ padding: 5px 28px 5px 26px; }}
QMenu::item:selected {{ background: {selection}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 5px 10px; }}
QToolBar {{ background: {window}; border: 0; border-bottom: 1px solid {line}; spacing: 4px; padding: 4px 8px; }}
QToolBar QToolButton {{ border: 0; border-radius: 5px; padding: 5px 10px; color: {text}; }}
QToolBar QToolButton:hover {{ background: {selection}; }}
QToolBar QToolButton:disabled {{ color: {muted}; }}
QToolButton {{ border: 0; border-radius: 5px; padding: 4px 6px; }}
QToolButton:hover, QToolButton:focus {{ background: {selection}; }}
QToolButton::menu-indicator {{ image: none; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {muted}; padding: 2px 8px; }}
QSplitter::handle {{ background: {line}; }}
QComboBox, QAbstractSpinBox {{ min-height: 27px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line}; }}
QLineEdit, QPlainTextEdit#field, QTextEdit#field {{
    background: {ground}; border: 1px solid {line}; border-radius: 5px; padding: 4px 7px;
    selection-background-color: {selection}; selection-color: {text}; }}
QLineEdit:focus, QPlainTextEdit#field:focus, QTextEdit#field:focus {{ border: 1px solid {accent}; }}
QPushButton {{ background: {raised}; border: 1px solid {line}; border-radius: 5px; padding: 6px 16px;
    outline: 0; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QPushButton:hover, QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled {{ color: {muted}; background: {window}; border-color: {line}; }}
QPushButton:default:focus {{ border: 2px solid {text}; }}
QCheckBox::indicator:unchecked, QRadioButton::indicator:unchecked {{
    border: 1px solid {muted}; background: {ground}; width: 13px; height: 13px; }}
QCheckBox::indicator:unchecked {{ border-radius: 3px; }}
QRadioButton::indicator:unchecked {{ border-radius: 7px; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; }}
QScrollBar::handle {{ background: {handle}; border-radius: 3px; margin: 2px 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QListView, QTreeView, QTableView {{ background: {window}; border: 0; outline: 0; }}
QHeaderView::section {{
    background: {window}; color: {muted}; border: 0; border-bottom: 1px solid {line}; padding: 4px 8px; }}
QDockWidget {{ color: {muted}; }}
QDockWidget::title {{ background: {window}; padding: 6px 10px; }}
QProgressBar {{ background: {line}; border: 0; border-radius: 3px; max-height: 6px; text-align: center; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of a theme."""
    handle = theme.line if not theme.is_dark else "#4a4d55"
    return _TEMPLATE.format(
        text=theme.text,
        muted=theme.muted,
        window=theme.window,
        ground=theme.ground,
        raised=theme.raised,
        line=theme.line,
        accent=theme.accent,
        on_accent=theme.on_accent,
        selection=theme.selection,
        handle=handle if theme.name != "light" else "#c9c9c4",
    )

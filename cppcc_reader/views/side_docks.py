"""Where the panels stand: at the right edge, one behind the other, and Esc leads back to the page from each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget


def add_side_dock(window: QMainWindow, name: str, title: str, panel: QWidget) -> QDockWidget:
    """Put a panel into a dock at the right; it shares the place of those that are open: halves would be too low.

    Args:
        name: object name of the dock.
        title: what its head or tab says.
    """
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetClosable)
    dock.setWidget(panel)
    others = [other for other in window.findChildren(QDockWidget) if other is not dock and not other.isHidden()]
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    if others:
        window.tabifyDockWidget(others[0], dock)
    # Without it the keys of the page do nothing, and nothing says why, after a hit was chosen in the search panel.
    leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), dock)
    leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    leave.activated.connect(lambda: window.centralWidget().setFocus(Qt.FocusReason.ShortcutFocusReason))
    return dock

"""The window for those who listen and those who use no mouse: names of everything, and a way to everything."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from test_main_window import imported, page_files, start

from cppcc_reader.views.actions import ALL_ACTIONS
from cppcc_reader.views.article_chooser import ArticleChooser
from cppcc_reader.views.command_palette import CommandPalette
from cppcc_reader.views.key_map_overlay import KeyMapOverlay

__all__ = ["page_files", "start"]

PANELS = ("toggle-inspector", "toggle-entities", "toggle-notes", "history")
INNER = {QAccessible.Role.ScrollBar, QAccessible.Role.Cell, QAccessible.Role.ListItem, QAccessible.Role.ColumnHeader}
"""Parts of a control that is named itself, or rows, which are named by their words."""


@pytest.fixture
def window(start, page_files, qtbot):
    made = start(imports=[page_files])
    imported(made, qtbot)
    made.source.step_block(1)
    return made


def parts_of(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(interface.childCount()):
        child = interface.child(number)
        if child is not None and child.isValid() and not child.state().invisible:
            yield child
            yield from parts_of(child)


def nameless(widget: QWidget) -> list[str]:
    """Return what can have the keyboard and would be read out as nothing."""
    parts = parts_of(QAccessible.queryAccessibleInterface(widget))
    heard = (part for part in parts if part.state().focusable and part.role() not in INNER)
    return [f"{part.role()} {part.object()}" for part in heard if not part.text(QAccessible.Text.Name).strip()]


@pytest.mark.parametrize("panel", ["", *PANELS])
def test_everything_that_takes_the_keyboard_has_a_name(window, qtbot, panel):
    if panel:
        window.registry.trigger(panel)
        qtbot.waitUntil(lambda: not window.tasks.is_busy)
    assert nameless(window) == []


@pytest.mark.parametrize("overlay", ["palette", "send-to", "key-map", "reading-view"])
def test_what_lies_over_the_window_has_names_and_takes_the_keyboard(window, qtbot, overlay):
    window.registry.trigger(overlay)
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    assert nameless(window) == []
    focus = QApplication.focusWidget() or window.focusWidget()
    assert focus is not None
    assert focus is not window.source
    assert QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name)


def test_an_empty_library_says_what_its_buttons_do(start):
    assert nameless(start()) == []


@pytest.mark.parametrize("kind", [CommandPalette, ArticleChooser, KeyMapOverlay])
def test_esc_leaves_what_lies_over_the_window_for_the_page(window, qtbot, kind):
    window.source.setFocus()
    window.registry.trigger({CommandPalette: "palette", ArticleChooser: "send-to", KeyMapOverlay: "key-map"}[kind])
    shown = window.findChild(kind)
    qtbot.keyClick(shown.focusProxy() or shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()
    assert window.focusWidget() is window.source


def test_one_key_goes_around_all_panes_and_panels(window, qtbot):
    for panel in PANELS:
        window.registry.trigger(panel)
        qtbot.waitUntil(lambda: not window.tasks.is_busy)
    window.source.setFocus()
    visited = []
    for _ in range(8):
        window.registry.trigger("focus-next-pane")
        visited.append(window.focusWidget())
    assert window.articles in visited
    assert window.source in visited
    assert any(window.page_list.isAncestorOf(one) for one in visited)
    # The panels share one place: the one in front is on the way.
    panels = window.flows.panels.visible_panels()
    assert any(panel is one or panel.isAncestorOf(one) for one in visited for panel in panels)


def test_every_command_is_in_a_menu_or_has_a_key_and_tells_its_name(window):
    in_menus = {action.objectName() for menu in window.registry._menus for action in menu.actions()}
    for spec in ALL_ACTIONS:
        assert spec.id in in_menus or spec.keys, spec.id
    for menu in window.registry._menus:
        assert all(action.text() for action in menu.actions() if not action.isSeparator())


def test_tab_goes_through_the_page_list_and_the_toolbar(window):
    line = window.page_list.findChild(QLineEdit)
    step, seen = line.nextInFocusChain(), set()
    while step is not line:
        if step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isVisibleTo(window):
            seen.add(step.metaObject().className())
        step = step.nextInFocusChain()
    assert "QToolButton" in seen
    assert window.source.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert window.articles.focusPolicy() & Qt.FocusPolicy.TabFocus

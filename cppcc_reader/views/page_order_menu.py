"""The menu that orders and filters the list of pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from cppcc_reader.core.model.page import PageState
from cppcc_reader.views.item_models.page_list_model import OPEN_STATES, PageOrder
from cppcc_reader.views.term_names import state_name


def make_order_menu(
    parent: QWidget,
    *,
    ordered: Callable[[PageOrder], object],
    filtered: Callable[[frozenset[PageState]], object],
) -> QMenu:
    """Return a menu with one group of orders and one of states; the callables get what is chosen."""
    menu = QMenu(parent)
    orders = {
        PageOrder.IMPORTED: QCoreApplication.translate("PageOrderMenu", "按导入先后"),
        PageOrder.DOUBTS: QCoreApplication.translate("PageOrderMenu", "疑点多的在前"),
        PageOrder.DATE: QCoreApplication.translate("PageOrderMenu", "按出版日期"),
        PageOrder.ASSIGNEE: QCoreApplication.translate("PageOrderMenu", "按分派的人"),
    }
    _add_group(menu, [(words, order) for order, words in orders.items()], ordered)
    menu.addSeparator()
    states: list[tuple[str, frozenset[PageState]]] = [
        (QCoreApplication.translate("PageOrderMenu", "全部版面"), frozenset(PageState)),
        (QCoreApplication.translate("PageOrderMenu", "待处理的版面"), OPEN_STATES),
        *((state_name(state), frozenset({state})) for state in PageState),
    ]
    _add_group(menu, states, filtered)
    return menu


def _add_group(menu: QMenu, entries: Sequence[tuple[str, object]], chosen: Callable[..., object]) -> None:
    group = QActionGroup(menu)
    for words, value in entries:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(not group.actions())
        action.triggered.connect(lambda _checked, value=value: chosen(value))
        group.addAction(action)

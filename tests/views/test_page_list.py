from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from cppcc_reader.core.model.page import PageState
from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.item_models.page_list_model import OPEN_STATES, PageListModel, PageOrder
from cppcc_reader.views.page_list import LEAST_WIDTH, STRIP_WIDTH, PageList, short_name
from cppcc_reader.views.theme import DARK, LIGHT


def summary(number, state=PageState.NEW, **more):
    values = {
        "id": f"p{number}",
        "name": f"清溪政协报_{number:02}.txt",
        "paper": None,
        "date": None,
        "page_no": None,
        "state": state,
        "set_aside_reason": "",
        "doubts": number,
        "articles": 3,
        "mentions": 0,
        "suggested": 0,
        "characters": 100,
        "imported_at": f"2026-01-{number:02}T00:00:00Z",
        "updated_at": "",
        "assignee": "",
        "trashed": False,
    }
    return PageSummary(**{**values, **more})


@pytest.fixture
def model(qtbot):
    made = PageListModel()
    states = (PageState.FINISHED, PageState.NEW, PageState.GOLD, PageState.IN_PROGRESS)
    made.set_pages(summary(number, state) for number, state in enumerate(states, 1))
    return made


def names(model):
    return [model.page_at(row).id for row in range(model.rowCount())]


def test_pages_stand_in_the_order_asked_for(model):
    assert names(model) == ["p1", "p2", "p3", "p4"]
    model.set_order(PageOrder.DOUBTS)
    assert names(model) == ["p4", "p3", "p2", "p1"]


def test_the_queue_goes_round_and_never_offers_the_page_itself(model):
    assert model.next_open("p1").id == "p2"
    assert model.next_open("p2").id == "p4"
    assert model.next_open("p4").id == "p2"
    model.update_page(summary(2, PageState.FINISHED))
    assert model.next_open("p4") is None


def test_a_changed_page_changes_its_row_only(model, qtbot):
    with qtbot.waitSignal(model.dataChanged) as blocker:
        model.update_page(summary(3, PageState.SET_ASIDE, set_aside_reason="字迹不清"))
    assert blocker.args[0].row() == blocker.args[1].row() == 2
    assert "字迹不清" in model.data(model.index(2), Qt.ItemDataRole.ToolTipRole)


def test_the_filter_hides_and_the_trash_is_never_shown(model):
    model.set_filter(states=OPEN_STATES)
    assert names(model) == ["p2", "p4"]
    model.set_filter(states=frozenset(PageState), words="_03")
    assert names(model) == ["p3"]
    model.set_filter(states=frozenset(PageState))
    model.update_page(replace(summary(9), trashed=True))
    assert "p9" not in names(model)
    assert model.total == 5


def test_ten_thousand_pages_are_shown_as_fast_as_they_are_scrolled(qtbot):
    model = PageListModel()
    model.set_pages(summary(1 + number % 28, id=f"p{number}") for number in range(10_000))
    pages = PageList(model, LIGHT)
    qtbot.addWidget(pages)
    pages.resize(220, 600)
    pages.show()
    assert pages.view.sizeHintForIndex(model.index(0)).height() > 0
    pages.show_current("p9999")
    assert model.row_of("p9999") is not None


def test_a_click_opens_a_page_and_the_open_one_is_not_opened_again(model, qtbot):
    pages = PageList(model, LIGHT)
    qtbot.addWidget(pages)
    pages.resize(220, 400)
    pages.show()
    opened = []
    pages.page_chosen.connect(opened.append)
    place = pages.view.visualRect(model.index(1)).center()
    qtbot.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    pages.show_current("p2")
    qtbot.mouseClick(pages.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["p2"]


def test_folding_leaves_a_strip_that_still_says_states_and_doubts(model, qtbot):
    pages = PageList(model, LIGHT)
    qtbot.addWidget(pages)
    pages.resize(220, 400)
    pages.show()
    pages.set_folded(True)
    assert pages.maximumWidth() == STRIP_WIDTH
    assert not pages.filter.isVisible()
    folded = pages.grab().toImage()
    pages.set_theme(DARK)
    assert pages.grab().toImage() != folded
    pages.set_folded(False)
    assert pages.minimumWidth() == LEAST_WIDTH


def test_a_page_is_named_by_date_and_number_where_they_are_known():
    assert short_name(summary(1)) == "清溪政协报_01"
    assert short_name(summary(1, date="2026-01-02", page_no="3")) == "2026-01-02 第 3 版"


class _Painted(QObject):
    """Keeps the regions that a widget painted."""

    def __init__(self, watched):
        super().__init__(watched)
        self.regions = []
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.regions.append(event.region().boundingRect())
        return False


@pytest.fixture
def shown(model, qtbot):
    made = PageList(model, LIGHT)
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    qtbot.waitExposed(made)
    QApplication.processEvents()
    return made


def test_the_next_page_alone_is_chosen_while_ctrl_is_held(model, shown, qtbot):
    shown.show_current("p1")
    finish = QShortcut(QKeySequence("Ctrl+Return"), shown)
    finish.activated.connect(lambda: shown.show_current("p2"))
    shown.view.setFocus()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [index.row() for index in shown.view.selectedIndexes()] == [model.row_of("p2")]


def test_an_edit_paints_the_row_of_its_page_and_no_other(model, shown, qtbot):
    painted = _Painted(shown.view.viewport())
    model.update_page(summary(2, PageState.NEW, doubts=7))
    qtbot.waitUntil(lambda: bool(painted.regions))
    row = shown.view.visualRect(model.index(1))
    assert all(row.contains(region) for region in painted.regions), painted.regions


def test_what_cannot_be_seen_paints_nothing(model, shown, qtbot):
    painted = _Painted(shown.view.viewport())
    model.update_page(summary(2, PageState.NEW, mentions=9, suggested=1, updated_at="2026-02-01"))
    QApplication.processEvents()
    assert painted.regions == []
    assert model.page_at(1).mentions == 9


def test_a_page_leaves_with_the_trash_and_comes_back(model):
    model.update_page(summary(2, trashed=True))
    assert names(model) == ["p1", "p3", "p4"]
    assert model.is_trashed("p2")
    model.update_page(summary(2))
    assert names(model) == ["p1", "p2", "p3", "p4"]

"""Each question is drawn; a click on a bar gives its pages; picture and table come out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.services.statistics import QUESTIONS
from cppcc_reader.storage.library import Library
from cppcc_reader.views.statistics_window import StatisticsWindow
from cppcc_reader.views.statistics_words import chart_words
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import DARK, LIGHT
from library_builder import add_page
from page_builder import build


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    yield runner
    runner.close()


@pytest.fixture
def window(tmp_path: Path, runner: TaskRunner, qtbot: QtBot) -> Iterator[StatisticsWindow]:
    with Library.create(tmp_path / "文库.cppcc") as library:
        for number in range(4):
            blocks = (("a1", "headline", "茶乡春早"), ("a1", "body", "茶农说茶。" * (number + 1)))
            add_page(library, f"p{number}", *build(*blocks), paper="云岭报", date="2023-08-01")
        window = StatisticsWindow(library, runner, LIGHT, tag_set=DEFAULT_TAG_SET)
        qtbot.addWidget(window)
        qtbot.waitUntil(lambda: window._chart is not None)
        yield window
        runner.close()


def _ask(window: StatisticsWindow, chart_id: str, qtbot: QtBot) -> None:
    window.ask(chart_id)
    qtbot.waitUntil(lambda: window._chart is not None and window._chart.id == chart_id)


def test_every_question_has_words_and_is_drawn(window: StatisticsWindow, qtbot: QtBot) -> None:
    assert set(chart_words()) == set(QUESTIONS)
    for chart_id in QUESTIONS:
        _ask(window, chart_id, qtbot)
        assert not window._plot.grab().isNull()
    window.set_theme(DARK)


def test_axes_show_the_figures_themselves(window: StatisticsWindow, qtbot: QtBot) -> None:
    _ask(window, "roles", qtbot)
    _ask(window, "together", qtbot)
    for side in ("left", "bottom"):
        assert window._plot._plot.getAxis(side).autoSIPrefixScale == 1.0


def test_a_click_on_a_bar_leads_to_its_pages(window: StatisticsWindow, qtbot: QtBot) -> None:
    _ask(window, "roles", qtbot)
    window._plot._click_at(QPointF(0.1, 1))
    assert window._table.currentRow() == 0
    with qtbot.waitSignal(window.pages_chosen) as caught:
        window._show_pages.click()
    assert caught.args is not None
    assert caught.args[0] == ["p0", "p1", "p2", "p3"]
    window._plot._click_at(QPointF(99, 1))
    assert window._table.currentRow() == 0


def test_picture_and_table(window: StatisticsWindow, qtbot: QtBot, tmp_path: Path) -> None:
    _ask(window, "roles", qtbot)
    window.resize(900, 600)
    window._plot.save_picture(tmp_path / "a.png")
    assert QImage(str(tmp_path / "a.png")).width() == 1600
    window.write_table(tmp_path / "a.csv")
    assert "主题,4" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")

"""Printing and PDF from the file menu, without going to the reading view first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QWidget
from view_fakes import FakeService

from cppcc_reader.views import print_jobs, reading_view
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.reading_flow import ReadingFlow
from cppcc_reader.views.reading_view import ReadingView
from cppcc_reader.views.theme import LIGHT


class _Registry:
    """Keeps what was bound."""

    def __init__(self) -> None:
        self.bound: dict[str, object] = {}

    def bind(self, action_id: str, handler: object) -> QAction:
        self.bound[action_id] = handler
        return QAction()


class _Flow(ReadingFlow):
    """Makes the view without a library."""

    def _make(self) -> ReadingView:
        return ReadingView(self._workspace.session, LIGHT)


class _Workspace:
    def __init__(self, session: AnnotationSession) -> None:
        self.session = session


@pytest.fixture
def flow(session: AnnotationSession, qtbot):
    stack, home = QStackedWidget(), QWidget()
    qtbot.addWidget(stack)
    stack.addWidget(home)
    stack.resize(900, 600)
    made = _Flow(_Workspace(session), lambda: LIGHT, session.open_page, stack)
    made.place_in(stack, home=home)
    made.registry = _Registry()
    made.bind_to(made.registry)
    stack.show()
    yield made
    made.close()


def test_the_whole_page_is_saved_from_the_panes_and_the_article_from_the_reading_view(
    flow, session, qtbot, tmp_path: Path, monkeypatch
) -> None:
    asked: list[str] = []

    def ask(_parent: QWidget, *, caption: str, name: str) -> Path:
        asked.append(name)
        return tmp_path / f"{len(asked)}.pdf"

    monkeypatch.setattr(reading_view, "ask_pdf_path", ask)
    flow.registry.bound["save-pdf"]()
    assert not flow.is_shown
    flow.toggle()
    flow.registry.bound["save-pdf"]()
    qtbot.waitUntil((tmp_path / "2.pdf").exists)
    assert asked == ["p1.txt", "清溪县政协为茶山修路"]
    assert (tmp_path / "1.pdf").stat().st_size > (tmp_path / "2.pdf").stat().st_size


def test_printing_asks_for_a_printer_and_nothing_happens_without_one(flow, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(print_jobs, "ask_printer", lambda _parent, *, title: asked.append(title))
    flow.registry.bound["print"]()
    assert asked == ["p1.txt"]


def test_without_a_page_there_is_nothing_to_print(qtbot, make_session, monkeypatch) -> None:
    flow = _Flow(_Workspace(make_session(FakeService({}))), lambda: LIGHT, print, QWidget())
    monkeypatch.setattr(print_jobs, "ask_printer", lambda *_args, **_more: pytest.fail("asked for a printer"))
    flow.print_read()
    flow.save_read()

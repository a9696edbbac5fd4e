"""The inspector names the other part of an article by page and title, and says so where it is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from cppcc_reader.core.editing.range_commands import LinkContinuation
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import Selection
from cppcc_reader.views.inspector import Inspector
from cppcc_reader.views.link_names import link_name
from cppcc_reader.views.theme import LIGHT
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build

FIRST = build(("a1", "headline", "茶山<修路>记"), ("a1", "body", "路从山脚修起。（下转第三版）"))
THIRD = build(("a7", "headline", "修路记"), ("a7", "body", "（上接第一版）路修好了。"))


@pytest.fixture
def workspace(tmp_path: Path, qapp: object) -> Workspace:
    with Library.create(tmp_path / "a.cppcc") as library:
        add_page(library, "p1", *FIRST, paper="云岭报", date="2031-05-06", page_no="1")
        add_page(library, "p3", *THIRD, paper="云岭报", date="2031-05-06", page_no="3")
        yield Workspace.over(library, UserSettings(tmp_path / "settings.json"))


def test_page_and_title_are_named(workspace: Workspace) -> None:
    assert link_name("p3#a7", workspace.service.record) == "《云岭报》2031年5月6日第3版，修路记"


@pytest.mark.parametrize("place", ["p9#a1", "p3#a9", "别处"])
def test_what_is_not_there_is_said(workspace: Workspace, place: str) -> None:
    assert link_name(place, workspace.service.record) == f"不在文库里的一部分（{place}）"


def test_the_inspector_shows_the_name_and_follows_the_link(workspace: Workspace, qtbot: QtBot) -> None:
    session = workspace.session
    session.open_page("p3")
    inspector = Inspector(session, LIGHT, name_of=lambda place: link_name(place, workspace.service.record))
    qtbot.addWidget(inspector)
    session.execute(LinkContinuation(article_id="a7", continued_from="p1#a1", continues_to=None))
    start = session.annotations.article("a7").segments[0].start
    session.select(Selection(article_id="a7", segment_starts=(start,), caret=start))
    shown = next(label for label in inspector.findChildren(QLabel) if "上接" in label.text())
    assert "《云岭报》2031年5月6日第1版，茶山&lt;修路&gt;记</a>" in shown.text()
    with qtbot.waitSignal(inspector.continuation_wanted) as asked:
        shown.linkActivated.emit("p1#a1")
    assert asked.args == ["p1#a1"]

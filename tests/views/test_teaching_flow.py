"""Rules, learning and library-wide decisions in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QWidget

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.span import Span
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.core.tagging.custom_rules import LabelRule
from cppcc_reader.services.backup import snapshots
from cppcc_reader.services.label_rules import label_rules_of
from cppcc_reader.services.library_learning import learned_of
from cppcc_reader.services.rejections import rejected_everywhere
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.label_rules_dialog import LabelRulesDialog
from cppcc_reader.views.teaching_flow import TeachingFlow
from cppcc_reader.views.veto_list import VetoDialog
from cppcc_reader.views.workspace import Workspace
from library_builder import add_page
from page_builder import build

TEXT, PAGE = build(("a1", "body", "晏小禾到青山县看看。"))
SUGGESTED = Mention(id="m1", label="LOC", fragments=(Span(4, 7),), origin=Origin.SUGGESTED)
TAGGED = Mention(id="m2", label="PER", fragments=(Span(0, 3),))


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Library.create(tmp_path / "a.cppcc") as library:
        for page_id in ("p1", "p2"):
            add_page(library, page_id, TEXT, PAGE.replaced(mentions=(SUGGESTED,)))
        for page_id in ("p3", "p4"):
            add_page(library, page_id, TEXT, PAGE.replaced(mentions=(TAGGED,), state=PageState.FINISHED))
        made = Workspace.over(library, UserSettings(tmp_path / "settings.json"))
        made.session.open_page("p1")
        yield made


@pytest.fixture
def flow(workspace, tasks, qtbot) -> TeachingFlow:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return TeachingFlow(
        workspace,
        tasks,
        BulkJobs(workspace, tasks, window),
        reads=tasks,
        current_mention=lambda: workspace.session.annotations.mentions[0],
        window=window,
    )


def finished(qtbot, tasks):
    return qtbot.waitSignal(tasks.busy_changed, check_params_cb=lambda busy: not busy, timeout=60_000)


@pytest.fixture
def looked_over(monkeypatch) -> list[list[tuple[str, ...]]]:
    """Answer every list of a bulk step: the first time no, then yes without the last row; return what was listed."""
    shown: list[list[tuple[str, ...]]] = []

    def answer(dialog: VetoDialog) -> list[object] | None:
        shown.append([row.cells for row in dialog.model.chosen()])
        dialog.deleteLater()
        if len(shown) == 1:
            return None
        dialog.model.tick([dialog.model.rowCount() - 1], ticked=False)
        return [row.key for row in dialog.model.chosen()]

    monkeypatch.setattr("cppcc_reader.views.teaching_flow.chosen_of", answer)
    return shown


def test_a_suggestion_is_rejected_on_the_pages_that_were_left_ticked(
    workspace, flow, tasks, looked_over, qtbot
) -> None:
    flow.reject_everywhere()
    qtbot.waitUntil(lambda: len(looked_over) == 1)
    assert looked_over[0] == [("p1.txt", "1"), ("p2.txt", "1")]
    assert not tasks.is_busy
    flow.reject_everywhere()
    qtbot.waitUntil(lambda: workspace.session.annotations.mentions == (), timeout=20_000)
    assert workspace.library.annotations.load("p2").mentions == (SUGGESTED,)
    assert rejected_everywhere(workspace.library) == {("LOC", "青山县")}
    assert workspace.service.undo_name("p1") == "全库拒绝建议"


def test_suggesting_everywhere_lists_the_open_pages_first(workspace, flow, tasks, looked_over, qtbot) -> None:
    workspace.presegmenter.machine = lambda: SimpleNamespace(
        tagger=lambda: SimpleNamespace(suggest=lambda _text, _annotations: ())
    )
    flow.suggest_everywhere()
    assert looked_over == [[("p1.txt", "未处理", "1"), ("p2.txt", "未处理", "1")]]
    assert not tasks.is_busy
    with finished(qtbot, tasks):
        flow.suggest_everywhere()
    assert workspace.library.annotations.load("p1").mentions == ()
    assert workspace.library.annotations.load("p2").mentions == (SUGGESTED,)
    assert [one.reason for one in snapshots(workspace.library.path)] == ["更新实体建议"]


def test_learning_tells_what_it_found_and_is_used_only_if_wanted(workspace, flow, tasks, qtbot) -> None:
    with finished(qtbot, tasks):
        flow.learn()
    box = flow.parent().findChild(QMessageBox)
    assert "晏小禾" in box.text()
    box.buttons()[-1].click()
    assert learned_of(workspace.library) is None


def test_rules_are_tried_on_the_page_and_kept(workspace, flow, qtbot) -> None:
    flow.edit_rules()
    dialog = flow.parent().findChild(LabelRulesDialog)
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "新规则").click()
    dialog.findChild(QPlainTextEdit).setPlainText("青山县\n白水县")
    qtbot.waitUntil(lambda: any("1 处：青山县" in label.text() for label in dialog.findChildren(QLabel)))
    pattern = dialog.findChild(QLineEdit)
    pattern.setText("(")
    save = dialog.findChild(QDialogButtonBox).buttons()[0]
    assert not save.isEnabled()
    pattern.setText("到(?P<name>..县)")
    assert not save.isEnabled()
    qtbot.waitUntil(save.isEnabled, timeout=30_000)
    save.click()
    assert label_rules_of(workspace.library) == (
        LabelRule(label="PER", words=("青山县", "白水县"), pattern="到(?P<name>..县)"),
    )


def test_an_endless_pattern_cannot_be_saved_and_does_not_hold_the_window(tasks, qtbot, allow_logs) -> None:
    allow_logs("太慢")
    dialog = LabelRulesDialog([LabelRule(label="LOC")], tag_set=DEFAULT_TAG_SET, text="禾" * 60 + "。", runner=tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._pattern.setText("(禾+)+$")
    began = []
    QTimer.singleShot(400, lambda: began.append(tasks.is_busy))
    qtbot.waitUntil(lambda: "太慢" in dialog._found.text(), timeout=30_000)
    assert began == [True]
    assert not dialog._save.isEnabled()
    dialog._pattern.setText("禾。")
    qtbot.waitUntil(dialog._save.isEnabled, timeout=30_000)


def test_an_empty_rule_is_not_kept(tasks, qtbot) -> None:
    dialog = LabelRulesDialog([LabelRule(label="LOC")], tag_set=DEFAULT_TAG_SET, text="", runner=tasks)
    qtbot.addWidget(dialog)
    assert dialog.rules() == ()

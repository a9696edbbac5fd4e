"""Every control of the dialogs has a name for screen readers, is reached by Tab, and no words are cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET
from cppcc_reader.core.segmentation.continuation import Direction
from cppcc_reader.services.continuations import end_without_note
from cppcc_reader.services.entity_index import IndexedName
from cppcc_reader.services.page_import import preview
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.library import Library
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.bulk_preview import BulkPreview
from cppcc_reader.views.continuation_dialog import ContinuationDialog
from cppcc_reader.views.entity_acceptance_dialog import EntityAcceptanceDialog
from cppcc_reader.views.entity_index_window import EntityIndexWindow
from cppcc_reader.views.entity_panel import EntityPanel
from cppcc_reader.views.export_dialog import ExportDialog
from cppcc_reader.views.fonts import sans_font
from cppcc_reader.views.guide_view import GuideWindow
from cppcc_reader.views.history_panel import HistoryPanel
from cppcc_reader.views.import_dialog import ImportDialog
from cppcc_reader.views.inspector import Inspector
from cppcc_reader.views.item_models.veto_model import VetoRow
from cppcc_reader.views.label_rules_dialog import LabelRulesDialog
from cppcc_reader.views.library_window import LibraryWindow
from cppcc_reader.views.merge_names_dialog import MergeNamesDialog
from cppcc_reader.views.note_dialog import NoteDialog
from cppcc_reader.views.note_index_window import NoteIndexWindow
from cppcc_reader.views.notes_panel import NotesPanel
from cppcc_reader.views.page_meta_dialog import PageMetaDialog
from cppcc_reader.views.reading_view import ReadingView
from cppcc_reader.views.report_dialog import ReportDialog
from cppcc_reader.views.restore_dialog import RestoreDialog
from cppcc_reader.views.same_string_dialog import SameStringDialog
from cppcc_reader.views.search_panel import SearchPanel
from cppcc_reader.views.settings_dialog import SettingsDialog
from cppcc_reader.views.statistics_window import StatisticsWindow
from cppcc_reader.views.tag_set_editor import TagSetEditor
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import LIGHT
from cppcc_reader.views.translations import Language, Translations
from cppcc_reader.views.trash_dialog import TrashDialog
from cppcc_reader.views.veto_list import VetoDialog
from cppcc_reader.views.window_panels import PANEL_WIDTH
from cppcc_reader.views.workspace import Workspace
from library_builder import NOW, add_page
from page_builder import build

Maker = Callable[[Library, TaskRunner, Path], QWidget]

NAMES = [
    IndexedName(name=name, label="ORG", count=2, pages=1, first=None, last=None) for name in ("市政协", "望澜市政协")
]


def _session(library: Library, path: Path) -> AnnotationSession:
    session = Workspace.over(library, UserSettings(path / "settings.json")).session
    session.open_page("p1")
    return session


def _trash(library: Library, runner: TaskRunner, path: Path) -> TrashDialog:
    workspace = Workspace.over(library, UserSettings(path / "settings.json"))
    return TrashDialog(library, BulkJobs(workspace, runner, runner), runner, clock=lambda: NOW)


def _page_file(folder: Path) -> Path:
    path = folder / "清溪县政协围绕茶山道路建设开展专题调研时的长长的文件名.txt"
    path.write_text("清溪县政协近日到茶山村调研，委员们走了三里山路。", encoding="gb18030")
    return path


DIALOGS: dict[str, Maker] = {
    "settings": lambda _library, _runner, path: SettingsDialog(UserSettings(path / "settings.json")),
    "tag set": lambda _library, _runner, _path: TagSetEditor(DEFAULT_TAG_SET, in_use={"PER": 3}),
    "export": lambda library, runner, _path: ExportDialog(library, runner, tag_set=DEFAULT_TAG_SET, page_ids=["p1"]),
    "search": lambda library, runner, _path: SearchPanel(library, runner, tag_set=DEFAULT_TAG_SET),
    "statistics": lambda library, runner, _path: StatisticsWindow(library, runner, LIGHT, tag_set=DEFAULT_TAG_SET),
    "library": lambda library, _runner, _path: LibraryWindow(library.pages.summaries(), LIGHT),
    "index": lambda library, runner, _path: EntityIndexWindow(library, runner, tag_set=DEFAULT_TAG_SET),
    "meta": lambda library, _runner, _path: PageMetaDialog(library.pages.summaries(), ["{报纸}"]),
    "notes of the library": lambda library, runner, _path: NoteIndexWindow(library, runner),
    "merge": lambda _library, _runner, _path: MergeNamesDialog(NAMES, DEFAULT_TAG_SET),
    "acceptance": lambda _library, _runner, _path: EntityAcceptanceDialog(least=95, tag_set=DEFAULT_TAG_SET),
    "veto": lambda _library, _runner, _path: VetoDialog(
        "全库拒绝",
        "会改动 1 个版面",
        headers=("版面",),
        rows=[VetoRow(key="p1", cells=("p1.txt",))],
        verb=lambda rows: f"拒绝 {len(rows)} 处",
    ),
    "note": lambda _library, _runner, _path: NoteDialog("茶乡春早"),
    "same string": lambda _l, _r, _path: SameStringDialog(quote="茶乡", label="LOC", tag_set=DEFAULT_TAG_SET),
    "rules": lambda _library, runner, _path: LabelRulesDialog(
        (), tag_set=DEFAULT_TAG_SET, text="茶乡春早", runner=runner
    ),
    "report": lambda _library, _runner, _path: ReportDialog("导入结果", "一个文件没有导入", ["坏.txt：读不了"]),
    "inspector": lambda library, _runner, path: Inspector(_session(library, path), LIGHT),
    "entities": lambda library, _runner, path: EntityPanel(_session(library, path), LIGHT),
    "notes": lambda library, _runner, path: NotesPanel(_session(library, path), LIGHT),
    "history": lambda library, _runner, path: HistoryPanel(_session(library, path), LIGHT),
    "reading": lambda library, _runner, path: ReadingView(_session(library, path), LIGHT),
    "guide": lambda _library, _runner, _path: GuideWindow(),
    "trash": _trash,
    "bulk preview": lambda _l, _r, _path: BulkPreview(
        "移到回收站", "会改动 1 个版面", "移走 1 个版面", [("p1.txt", "在列表里", "在回收站")]
    ),
    "import": lambda _library, _runner, path: ImportDialog(preview([_page_file(path)]), LIGHT),
    "continuation": lambda library, _runner, _path: ContinuationDialog(
        end_without_note(library, "p1", "a1", Direction.TO), linked_to="p3#a7"
    ),
    "restore": lambda library, runner, _path: RestoreDialog(library, runner, runner, clock=lambda: NOW),
}
PANELS = {"inspector", "entities", "notes", "history"}
"""These stand in a dock, as narrow as it lets them be."""
CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Language]:
    translations = Translations(qapp)
    translations.use(request.param)
    yield request.param
    translations.use(Language.CHINESE)


@pytest.fixture(params=list(DIALOGS))
def dialog(
    request: pytest.FixtureRequest, language: Language, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> Iterator[QWidget]:
    font = qapp.font()
    qapp.setFont(sans_font(13))
    runner = TaskRunner()
    with Library.create(tmp_path / "文库.cppcc") as library:
        add_page(library, "p1", *build(("a1", "headline", "茶乡春早")), paper="云岭报", date="2023-08-01")
        made = DIALOGS[request.param](library, runner, tmp_path)
        qtbot.addWidget(made)
        qtbot.waitUntil(lambda: not runner.is_busy)
        if request.param in PANELS:
            made.resize(max(PANEL_WIDTH, made.minimumSizeHint().width()), 700)
        made.show()
        yield made
        made.close()
        runner.close()
    qapp.setFont(font)


def _controls(dialog: QWidget) -> list[QWidget]:
    inner = (QHeaderView,)
    found = [one for kind in CONTROLS for one in dialog.findChildren(kind) if not isinstance(one, inner)]
    return [one for one in found if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not _is_inside(one)]


def _is_inside(control: QWidget) -> bool:
    """Parts that Qt itself puts into a control: the line of a spin box, the list of a combo box."""
    parent = control.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QAbstractItemView | QLineEdit):
            return True
        parent = parent.parentWidget()
    return False


def test_every_control_has_a_name(dialog: QWidget) -> None:
    buddies = {label.buddy() for label in dialog.findChildren(QLabel)}
    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in _controls(dialog)
        if not (one.accessibleName() or one in buddies or (isinstance(one, QAbstractButton) and one.text()))
    ]
    assert nameless == []


def test_every_control_is_reached_by_tab(dialog: QWidget) -> None:
    reached = {dialog.nextInFocusChain()}
    step = dialog.nextInFocusChain()
    for _ in range(2000):
        step = step.nextInFocusChain()
        reached.add(step)
    unreached = [one for one in _controls(dialog) if one not in reached]
    assert unreached == []


def test_no_words_are_cut(dialog: QWidget) -> None:
    cut = []
    for kind in (QLabel, QPushButton, QCheckBox):
        for one in dialog.findChildren(kind):
            wraps = isinstance(one, QLabel) and one.wordWrap()
            if one.isVisible() and not wraps and one.sizeHint().width() > one.width() + 1:
                cut.append(f"{type(one).__name__} {one.text()!r}")
    assert cut == []

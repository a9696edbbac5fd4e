"""The window: places its parts and connects them; every rule lives in the parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QStackedWidget

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.action_spec import Menu
from cppcc_reader.views.archive_flow import ArchiveFlow
from cppcc_reader.views.article_chooser import SendFlow
from cppcc_reader.views.article_view import ArticleView
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.drop_target import DropZones
from cppcc_reader.views.editing_actions import EditingActions
from cppcc_reader.views.empty_view import EmptyView
from cppcc_reader.views.import_flow import ImportFlow, dropped_library, dropped_paths
from cppcc_reader.views.item_models.page_list_model import PageListModel
from cppcc_reader.views.mention_actions import MentionActions
from cppcc_reader.views.page_flow import PageFlow
from cppcc_reader.views.page_keys import PageKeys
from cppcc_reader.views.page_list import PageList
from cppcc_reader.views.queue_flow import QueueFlow
from cppcc_reader.views.source_gestures import SourceGestures
from cppcc_reader.views.source_view import SourceView
from cppcc_reader.views.status_bar import StatusBar
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.told import told
from cppcc_reader.views.view_flow import ViewFlow
from cppcc_reader.views.window_flows import WindowFlows
from cppcc_reader.views.window_toolbar import WindowToolbar
from cppcc_reader.views.workspace import Workspace

FOLD_BELOW = 1281
"""A window narrower than this (pixels) folds the page list to a strip."""
CONTEXT_MENUS = (Menu.SPLIT, Menu.ROLE, Menu.ENTITY)


class MainWindow(QMainWindow):
    """One library in three panes: pages, source text, articles."""

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        *,
        open_library: Callable[[Path], object],
        use_theme: Callable[[str], object],
        reopen: Callable[[], object],
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.session = workspace.session
        self.theme = theme
        self.tasks = TaskRunner(self)
        # What a person waits for never stands behind an import: steps and questions have queues of their own.
        self.steps, self.reads = TaskRunner(self), TaskRunner(self)
        self.jobs = BulkJobs(workspace, self.steps, self)
        self.session.in_background = self.jobs.run_steps
        self.registry = ActionRegistry(self, workspace.settings.get("keys", {}))
        self.pages = PageListModel(self)
        self._open_library = open_library
        self._make_parts()
        self._make_flows(use_theme)
        self._bind_actions(open_library, use_theme, reopen)
        self._place()
        self._restore()
        self.setAcceptDrops(True)
        self.session.page_opened.connect(self._show_page)
        self._show_page(self.session.record)

    def load(self, paths: Sequence[Path] = ()) -> None:
        """Show the pages of the library, and import what was named at the start."""
        self.page_flow.load()
        self._choose_centre()
        self.flows.panels.show_again(self.workspace.settings.get("panels", []))
        self.flows.search.wake()
        if self.workspace.notice:
            self.session.message.emit(told(self.workspace.notice))
        if paths:
            self.imports.look_at(paths, ask=False)

    def set_theme(self, theme: Theme) -> None:
        """Paint everything in other colours."""
        self.theme = theme
        for part in (self.source, self.articles, self.page_list, self.empty, self.flows):
            part.set_theme(theme)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Fold the page list where the window is narrow, unfold it where it is wide again."""
        super().resizeEvent(event)
        narrow = event.size().width() < FOLD_BELOW
        was_narrow = 0 < event.oldSize().width() < FOLD_BELOW
        if narrow != was_narrow or event.oldSize().width() <= 0:
            self._fold(narrow)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 (Qt's name)
        """Take files and folders."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 (Qt's name)
        """Import what was dropped; a library is opened."""
        paths = dropped_paths(event.mimeData())
        library = dropped_library(paths)
        if library is not None:
            self._open_library(library)
        elif paths:
            self.imports.look_at(paths)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Remember where everything stood; there is nothing to save."""
        settings = self.workspace.settings
        settings.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        if not self.page_list.is_folded:
            settings.set("panes", self.splitter.sizes())
        settings.set("panels", self.flows.panels.shown())
        self.page_flow.keep_place()
        self.flows.close()
        for runner in (self.reads, self.steps, self.tasks):
            runner.close()
        self.workspace.library.close()
        super().closeEvent(event)

    def _make_parts(self) -> None:
        self.editing = EditingActions(self.session, self)
        self.mentions = MentionActions(self.session, self)
        self.keys = PageKeys(self.session, self.registry, tag=self.mentions.tag, parent=self)
        self.sending = SendFlow(self.session, lambda: self.theme, self.editing.send_to, self)
        self.source = SourceView(self.session, self.theme, self)
        self.keys.attach(self.source)
        zones = DropZones(self.session, (), self)
        self.articles = ArticleView(self.session, self.theme, self.keys, zones=zones, parent=self)
        self.gestures = SourceGestures(self.source, self.session, self, zones=zones)
        self.page_list = PageList(self.pages, self.theme, self)
        self.page_flow = PageFlow(self.workspace, self.pages, self.steps, self.jobs, self)
        self.imports = ImportFlow(self.workspace, self.tasks, lambda: self.theme, self)
        self.empty = EmptyView(
            self.theme,
            open_samples=self.imports.open_samples,
            import_files=self.imports.choose_files,
            import_folder=self.imports.choose_folder,
            parent=self,
        )

    def _make_flows(self, use_theme: Callable[[str], object]) -> None:
        self.view_flow = ViewFlow(
            self.workspace.settings,
            source=self.source,
            articles=self.articles,
            panes=lambda: [self.page_list.view, self.source, self.articles, *self.flows.panels.visible_panels()],
            use_theme=use_theme,
            parent=self,
        )
        self.flows = WindowFlows(
            self,
            self.workspace,
            self.tasks,
            self.reads,
            theme=lambda: self.theme,
            open_page=self.page_flow.open,
            mentions=self.mentions,
            view_flow=self.view_flow,
            pages=self.pages,
            jobs=self.jobs,
        )
        self.archive = ArchiveFlow(
            self,
            self.workspace,
            self.reads,
            theme=lambda: self.theme,
            places=self.flows.places,
            page_list=self.page_list,
            open_page=self.page_flow.open,
            jobs=self.jobs,
        )

    def _bind_actions(
        self, open_library: Callable[[Path], object], use_theme: Callable[[str], object], reopen: Callable[[], object]
    ) -> None:
        for part in (self.editing, self.mentions, self.sending, self.page_flow, self.imports, self.view_flow):
            part.bind_to(self.registry)
        self.registry.bind("copy", self.source.copy)
        self.registry.bind("quit", self.close)
        fold = self.registry.bind("toggle-pages", lambda: self._fold(not self.page_list.is_folded))
        fold.setChecked(True)
        self.flows.bind_to(self.registry, open_library=open_library, use_theme=use_theme, reopen=reopen)
        self.archive.bind_to(self.registry)
        self.flows.reading.name_wanted.connect(self.archive.show_index)
        QueueFlow(self.workspace, self.jobs, self.page_list, self).bind_to(self.registry)
        self.registry.fill_menu_bar(self.menuBar())
        self.page_list.page_chosen.connect(self._open_chosen)
        for follow in (self.page_flow.load, self._choose_centre, self.flows.search.wake):
            self.imports.pages_arrived.connect(follow)
        self.imports.named_page_arrived.connect(self.page_flow.open)
        self.source.menu_wanted.connect(self._show_menu)
        self.articles.menu_wanted.connect(self._show_menu)

    def _place(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        for pane, stretch in ((self.page_list, 1), (self.source, 3), (self.articles, 3)):
            self.splitter.addWidget(pane)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
            self.splitter.setCollapsible(self.splitter.count() - 1, False)
        self.centre = QStackedWidget(self)
        self.centre.addWidget(self.splitter)
        self.centre.addWidget(self.empty)
        self.splitter.setFocusProxy(self.source)
        self.flows.reading.place_in(self.centre, home=self.splitter)
        self.centre.currentChanged.connect(lambda _: self.centre.setFocusProxy(self.centre.currentWidget()))
        self.centre.setFocusProxy(self.centre.currentWidget())
        self.setCentralWidget(self.centre)
        self.setStatusBar(StatusBar(self.session, lambda: self.source.plan, self))
        self.addToolBar(WindowToolbar(self.registry, self.imports, self))

    def _restore(self) -> None:
        geometry = self.workspace.settings.get("geometry")
        if not (geometry and self.restoreGeometry(QByteArray.fromBase64(str(geometry).encode()))):
            room = self.screen().availableSize()
            # A little less than the screen: the frame takes room too.
            self.resize(min(1440, room.width() - 16), min(900, room.height() - 48))
        self._share_panes()

    def _share_panes(self) -> None:
        part = self.width() // 7
        self.splitter.setSizes(self.workspace.settings.get("panes") or [part, 3 * part, 3 * part])

    def _fold(self, folded: bool) -> None:
        unfolds = self.page_list.is_folded and not folded
        self.page_list.set_folded(folded)
        self.registry.action("toggle-pages").setChecked(not folded)
        if unfolds:
            # After the resize that unfolded it: the splitter still has its old width here.
            QTimer.singleShot(0, self, self._share_panes)

    def _choose_centre(self) -> None:
        if not self.flows.reading.is_shown:
            self.centre.setCurrentWidget(self.splitter if self.pages.total else self.empty)

    def _open_chosen(self, page_id: str) -> None:
        self.page_flow.open(page_id)
        self.source.setFocus()

    def _show_page(self, record: PageRecord | None) -> None:
        library = self.workspace.library.path.stem
        name = f"{record.page.source.name} — {library}" if record else library
        read_only = self.tr("（只读）") if self.session.read_only else ""
        self.setWindowTitle(f"{name}{read_only}")
        self.page_list.show_current(record.page.id if record else None)
        self.registry.set_page_open(record is not None)

    def make_context_menu(self) -> QMenu:
        """Return what can be done with the chosen blocks and the mention at the caret."""
        menu = QMenu(self)
        for title in CONTEXT_MENUS:
            specs = [spec for spec in self.registry.bound_specs() if spec.menu is title]
            target = menu if title is Menu.SPLIT else QMenu(self.registry.menu_title(title), menu)
            self.registry.fill_menu(target, specs)
            if target is not menu:
                menu.addMenu(target)
        return menu

    def _show_menu(self, place: QPoint) -> None:
        menu = self.make_context_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

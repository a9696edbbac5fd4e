"""The archivist's windows: statistics, the library by date, the index of names, papers and dates of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QMainWindow

from cppcc_reader.core.editing.filing_commands import META_STEP, SetMeta
from cppcc_reader.core.model.page import PageMeta
from cppcc_reader.services.annotation import AnnotationService, Changes
from cppcc_reader.services.meta_patterns import keep_patterns, patterns_of
from cppcc_reader.storage.library import Library
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.bulk_jobs import BulkJobs
from cppcc_reader.views.name_merging import NameMerger
from cppcc_reader.views.page_list import PageList
from cppcc_reader.views.place_opener import PlaceOpener
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.theme import Theme
from cppcc_reader.views.workspace import Workspace


class ArchiveFlow(QObject):
    """Opens these windows beside the main one; their modules are read when first asked for."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        tasks: TaskRunner,
        *,
        theme: Callable[[], Theme],
        places: PlaceOpener,
        page_list: PageList,
        open_page: Callable[[str], object],
        jobs: BulkJobs,
    ) -> None:
        super().__init__(window)
        self._window, self._workspace, self._tasks, self._theme = window, workspace, tasks, theme
        self._places, self._page_list = places, page_list
        self._open_page, self._jobs = open_page, jobs
        self._merger = NameMerger(workspace, jobs, self)

    def bind_to(self, registry: ActionRegistry) -> None:
        """Let the registry's actions open the windows."""
        registry.bind("statistics", self.show_statistics)
        registry.bind("library-overview", self.show_library)
        registry.bind("entity-index", self.show_index)
        registry.bind("library-notes", self.show_notes)
        registry.bind("page-meta", self.describe_pages)

    def show_statistics(self) -> None:
        """Open the statistics."""
        from cppcc_reader.views.statistics_window import StatisticsWindow  # noqa: PLC0415  (reads pyqtgraph)

        session = self._workspace.session
        window = StatisticsWindow(
            self._workspace.library, self._tasks, self._theme(), tag_set=session.tag_set, parent=self._window
        )
        window.pages_chosen.connect(self._page_list.show_only)
        _show(window)

    def show_library(self) -> None:
        """Open the library by newspaper and date."""
        from cppcc_reader.views.library_window import LibraryWindow  # noqa: PLC0415

        window = LibraryWindow(self._workspace.library.pages.summaries(), self._theme(), self._window)
        window.pages_chosen.connect(self._page_list.show_only)
        window.page_chosen.connect(self._open_page)
        _show(window)

    def show_index(self, name: str = "", label: str = "") -> None:
        """Open the index of names, at a name if one is given."""
        from cppcc_reader.views.entity_index_window import EntityIndexWindow  # noqa: PLC0415

        for shown in self._window.findChildren(EntityIndexWindow):
            shown.look_for(name, label)
            _show(shown)
            return
        session = self._workspace.session
        window = EntityIndexWindow(self._workspace.library, self._tasks, tag_set=session.tag_set, parent=self._window)
        window.place_chosen.connect(self._places.show_hit)
        window.merge_wanted.connect(lambda names: self._merger.ask(names, window, window.refresh))
        if name:
            window.look_for(name, label)
        _show(window)

    def show_notes(self) -> None:
        """Open the notes and corrections of all pages."""
        from cppcc_reader.views.note_index_window import NoteIndexWindow  # noqa: PLC0415

        window = NoteIndexWindow(self._workspace.library, self._tasks, parent=self._window)
        window.place_chosen.connect(self._places.show_span)
        window.pages_chosen.connect(self._page_list.show_only)
        _show(window)

    def describe_pages(self) -> None:
        """Ask for paper, date and number of the pages on the list, and store them."""
        from cppcc_reader.views.page_meta_dialog import PageMetaDialog  # noqa: PLC0415

        library = self._workspace.library
        shown = [page for page in library.pages.summaries() if self._page_list.shows(page.id)]
        dialog = PageMetaDialog(shown, patterns_of(library), self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.write_metas(dialog.changed(), dialog.patterns())
        dialog.deleteLater()

    def write_metas(self, metas: Mapping[str, PageMeta], patterns: Sequence[str]) -> None:
        """Store paper, date and number of pages and the patterns they came from, after a backup."""
        commands = {page_id: SetMeta(meta) for page_id, meta in metas.items()}

        def work(service: AnnotationService, library: Library) -> Changes:
            keep_patterns(library, patterns)
            return service.file(commands, META_STEP)

        self._jobs.run(work)


def _show(window: QDialog) -> None:
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.show()
    window.activateWindow()

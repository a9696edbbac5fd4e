"""Everything that opens over the window: palette, key map, notes; modules are read when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QMessageBox

from cppcc_reader.core.editing.page_commands import AddNote
from cppcc_reader.core.model.note import NoteKind
from cppcc_reader.core.model.span import Span
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.item_models.page_list_model import PageListModel
from cppcc_reader.views.palette_entries import PaletteEntries
from cppcc_reader.views.place_opener import PlaceOpener
from cppcc_reader.views.task_runner import TaskRunner
from cppcc_reader.views.workspace import Workspace


class WindowDialogs(QObject):
    """Opens what lies over the window."""

    def __init__(
        self,
        window: QMainWindow,
        workspace: Workspace,
        registry: ActionRegistry,
        pages: PageListModel,
        tasks: TaskRunner,
        *,
        tag: Callable[[str], object],
        places: PlaceOpener,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._registry = registry
        self._tasks = tasks
        self._places = places
        self._entries = PaletteEntries(
            workspace.session,
            registry,
            pages,
            tag=tag,
            open_page=lambda page_id: places.show_span(page_id, None),
            parent=self,
        )
        registry.bind("palette", self.show_palette)
        registry.bind("key-map", self.show_key_map)
        registry.bind("note", self.write_note)
        registry.bind("flag-doubt", self.flag_doubt)
        registry.bind("correct", partial(self.write_note, NoteKind.CORRECTION))
        registry.bind("export", self.show_export)
        registry.bind("guide", self.show_guide)
        registry.bind("about", self.show_about)

    def show_palette(self) -> None:
        """Open the command palette over the window."""
        from cppcc_reader.views.command_palette import CommandPalette  # noqa: PLC0415  (read when first asked for)

        open_now = [one for one in self._window.findChildren(CommandPalette) if one.isVisible()]
        again = next((one for one in open_now if type(one) is CommandPalette), None)
        for other in open_now:
            if other is not again:  # the list of articles makes way
                other.give_up()
        (again or CommandPalette(self._entries.all, self._window)).open()

    def show_key_map(self) -> None:
        """Lay the key map over the window."""
        from cppcc_reader.views.key_map_overlay import KeyMapOverlay  # noqa: PLC0415

        KeyMapOverlay(self._registry, self._window).show_over()

    def show_export(self) -> None:
        """Open the export of the whole library."""
        self.show_export_of(None)

    def show_export_of(self, page_ids: list[str] | None) -> None:
        """Open the export of some pages (None: all) beside the window, which stays usable."""
        from cppcc_reader.views.export_dialog import ExportDialog  # noqa: PLC0415

        tag_set = self._workspace.session.tag_set
        dialog = ExportDialog(
            self._workspace.library, self._tasks, tag_set=tag_set, page_ids=page_ids, parent=self._window
        )
        dialog.place_chosen.connect(self._places.show_span)
        dialog.show()

    def show_guide(self) -> None:
        """Open the guide beside the window, at what the keyboard is about."""
        from cppcc_reader.views.guide_place import guide_place  # noqa: PLC0415
        from cppcc_reader.views.guide_view import GuideWindow  # noqa: PLC0415

        guide = GuideWindow(self._window)
        guide.show_topic(*guide_place(self._workspace.session))
        guide.show()

    def show_about(self) -> None:
        """Say what this is, whose library is open, and where the log lies."""
        from cppcc_reader.services.software import SOFTWARE  # noqa: PLC0415
        from cppcc_reader.services.user_folders import state_folder  # noqa: PLC0415

        words = self.tr("{0}\n\n把报纸版面切成文章，改正、标注、检索、导出，全部在本机完成。\n\n文库：{1}\n日志：{2}")
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("关于"))
        box.setText(words.format(SOFTWARE, self._workspace.library.path, state_folder()))
        box.addButton(self.tr("知道了"), QMessageBox.ButtonRole.AcceptRole)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def flag_doubt(self) -> None:
        """Flag the marked text or the chosen block as doubtful, without a word; it can be written later."""
        span = self._noted_span()
        if span is None:
            self._say_nothing_chosen()
            return
        session = self._workspace.session
        flag = AddNote(kind=NoteKind.DOUBT, span=span, text="", author=self._workspace.annotator)
        if session.execute(flag, self):
            session.message.emit(self.tr("已标记存疑：“{0}”").format(span.text_of(session.text)[:20]))

    def write_note(self, kind: NoteKind = NoteKind.REMARK) -> None:
        """Ask for a note on the marked text or the chosen block."""
        from cppcc_reader.views.note_dialog import NoteDialog  # noqa: PLC0415

        session = self._workspace.session
        span = self._noted_span()
        if span is None:
            self._say_nothing_chosen()
            return
        dialog = NoteDialog(span.text_of(session.text), self._window, kind=kind)
        if dialog.exec():
            note = AddNote(kind=dialog.kind, span=span, text=dialog.text, author=self._workspace.annotator)
            session.execute(note, self)
        dialog.deleteLater()

    def _say_nothing_chosen(self) -> None:
        self._workspace.session.message.emit(self.tr("请先选中文字，或把光标放进一个文本块"))

    def _noted_span(self) -> Span | None:
        selection = self._workspace.session.selection
        if selection.fragments:
            return selection.fragments[0]
        if not selection.segment_starts:
            return None
        found = self._workspace.session.annotations.segment_at(selection.segment_starts[0])
        return found[1].span if found else None

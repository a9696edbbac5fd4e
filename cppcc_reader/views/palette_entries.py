"""What the command palette lists: every command, every label, every page of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject

from cppcc_reader.storage.page_store import PageSummary
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.action_spec import ActionSpec, translated
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.item_models.page_list_model import PageListModel
from cppcc_reader.views.key_names import shown_key
from cppcc_reader.views.palette_search import PaletteEntry
from cppcc_reader.views.term_names import label_name, state_name

_COMMAND, _LABEL, _PAGE, _OFF = range(4)
"""Ranks: among equals, commands before labels before pages, and last what cannot be done now."""


class PaletteEntries(QObject):
    """Makes the entries anew each time: keys, labels and pages change."""

    def __init__(
        self,
        session: AnnotationSession,
        registry: ActionRegistry,
        pages: PageListModel,
        *,
        tag: Callable[[str], object],
        open_page: Callable[[str], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._registry, self._pages = session, registry, pages
        self._tag, self._open_page = tag, open_page

    def all(self) -> list[PaletteEntry]:
        """Return every entry."""
        return [*map(self._command, self._registry.bound_specs()), *self._labels(), *map(self._page, self._summaries())]

    def _command(self, spec: ActionSpec) -> PaletteEntry:
        name, key = translated(spec.text), self._registry.keys_of(spec)
        works = self._registry.action(spec.id).isEnabled()
        return PaletteEntry(
            kind=self.tr("命令"),
            text=name,
            run=partial(self._registry.trigger, spec.id) if works else partial(self._say_why_not, name),
            detail=(shown_key(key) if key else "") if works else self.tr("现在不能用"),
            aliases=(spec.text, spec.english),
            rank=_COMMAND if works else _OFF,
        )

    def _say_why_not(self, name: str) -> None:
        if self._session.record is None:
            words = self.tr("“{0}”要先打开一个版面")
        elif self._session.read_only:
            words = self.tr("“{0}”要改动文库，这个窗口只读")
        else:
            words = self.tr("“{0}”现在没有可以做的")
        self._session.message.emit(words.format(name))

    def _labels(self) -> Iterator[PaletteEntry]:
        for label in self._session.tag_set.labels:
            yield PaletteEntry(
                kind=self.tr("标签"),
                text=label_name(label),
                run=partial(self._tag, label.id),
                detail=label.key,
                aliases=(label.id, label.name_zh, label.name_en),
                rank=_LABEL,
            )

    def _summaries(self) -> Iterator[PageSummary]:
        rows = (self._pages.page_at(row) for row in range(self._pages.rowCount()))
        return (page for page in rows if page is not None)

    def _page(self, page: PageSummary) -> PaletteEntry:
        # A page is called after its file; what was filed about it afterwards is another name for it.
        filed = " ".join(part for part in (page.paper, page.date, page.page_no) if part)
        return PaletteEntry(
            kind=self.tr("版面"),
            text=page.name,
            run=partial(self._open_page, page.id),
            detail=state_name(page.state),
            aliases=(filed,) if filed else (),
            rank=_PAGE,
        )

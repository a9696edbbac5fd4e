"""The menu of entities begins with the labels of the library's label set, each with its key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from cppcc_reader.core.model.tag_set import Label
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.action_spec import Menu
from cppcc_reader.views.annotation_session import AnnotationSession
from cppcc_reader.views.key_names import shown_key
from cppcc_reader.views.term_names import label_name


class EntityMenu(QObject):
    """Follows the label set of the session.

    Args:
        tag: tags the marked text, or the mention at the caret, with a label id.
    """

    def __init__(
        self, session: AnnotationSession, registry: ActionRegistry, tag: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._registry, self._tag = session, registry, tag
        self._shown: tuple[tuple[Label, ...], bool] | None = None
        self._actions: list[QAction] = []
        session.page_opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the labels of the present label set; they work where a page is open."""
        labels, works = tuple(self._session.tag_set.labels), self._session.record is not None
        if self._shown == (labels, works):
            return
        self._shown = labels, works
        before, self._actions = self._actions, [self._action(label, works) for label in labels]
        self._registry.lead_with(Menu.ENTITY, self._actions)
        for action in before:
            action.deleteLater()

    def _action(self, label: Label, works: bool) -> QAction:
        words = self.tr("标为{0}").format(label_name(label))
        action = QAction(f"{words}\t{shown_key(label.key)}" if label.key else words, self)
        action.setEnabled(works)
        action.triggered.connect(lambda _checked=False: self._tag(label.id))
        return action

"""The menus offer only the roles that the library's label set shows; the keys of the others keep working."""

from __future__ import annotations

from PySide6.QtCore import QObject

from cppcc_reader.core.model.role import Role
from cppcc_reader.views.action_registry import ActionRegistry
from cppcc_reader.views.actions import role_action_id
from cppcc_reader.views.annotation_session import AnnotationSession


class RoleMenu(QObject):
    """Follows the label set of the session."""

    def __init__(self, session: AnnotationSession, registry: ActionRegistry, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._registry = session, registry
        session.page_opened.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the roles of the present label set."""
        shown = self._session.tag_set.roles_shown
        self._registry.leave_out(frozenset(role_action_id(role) for role in Role if role not in shown))

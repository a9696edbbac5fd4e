"""The actions of one window: QActions made from the table, with the slots that the window's parts bind to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from cppcc_reader.views.action_spec import ActionSpec, Menu, translated
from cppcc_reader.views.actions import ALL_ACTIONS, BY_ID
from cppcc_reader.views.key_names import shown_key


class ActionRegistry(QObject):
    """Makes an action when a slot is bound to it: what nobody handles is shown nowhere.

    Args:
        window: the actions' shortcuts work in it.
        changed_keys: action id -> key or shortcut that replaces the table's (from the settings).
    """

    def __init__(self, window: QWidget, changed_keys: Mapping[str, str] | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._changed_keys = dict(changed_keys or {})
        self._left_out: frozenset[str] = frozenset()
        self._bar: QMenuBar | None = None
        self._actions: dict[str, QAction] = {}
        self._texts: dict[str, str] = {}
        # Asked at every key press: made once for the actions that are bound.
        self._page_keys: dict[str, str] | None = None
        self._menus: list[QMenu] = []
        self._made_from_data: dict[Menu, list[QAction]] = {}

    def bind(self, action_id: str, slot: Callable[[], object]) -> QAction:
        """Let an action of the table call ``slot`` (without arguments) and return it."""
        spec = BY_ID[action_id]
        action = QAction(self._window)
        action.setObjectName(action_id)
        action.setCheckable(spec.checkable)
        if spec.shortcut:
            action.setShortcut(QKeySequence(self.keys_of(spec)))
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setStatusTip(translated(spec.help) if spec.help else "")
        action.triggered.connect(lambda _checked=False: slot())
        self._window.addAction(action)
        self._actions[action_id] = action
        self._page_keys = None
        self.rename(action_id, translated(spec.text))
        return action

    def action(self, action_id: str) -> QAction:
        """Return a bound action.

        Raises:
            KeyError: if nobody bound a slot to it.
        """
        return self._actions[action_id]

    def rename(self, action_id: str, text: str) -> None:
        """Show an action under another name; menus have its key behind a tab, written as everywhere."""
        self._texts[action_id] = text
        spec, action = BY_ID[action_id], self._actions[action_id]
        key, help_words = self.keys_of(spec), translated(spec.help or spec.text)
        action.setText(f"{text}\t{shown_key(key)}" if key else text)
        action.setToolTip(f"{help_words}\n{shown_key(key)}" if key else help_words)

    def is_bound(self, action_id: str) -> bool:
        """Tell whether somebody handles the action."""
        return action_id in self._actions

    def bound_specs(self) -> Iterator[ActionSpec]:
        """Yield the specs of all bound actions in the order of the table (for palette, key map and guide)."""
        return (spec for spec in ALL_ACTIONS if spec.id in self._actions)

    def trigger(self, action_id: str) -> bool:
        """Carry out a bound action unless it is disabled; tell whether it was carried out."""
        action = self._actions.get(action_id)
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True

    def set_page_open(self, is_open: bool) -> None:
        """Switch on or off what means something only while a page is open."""
        for spec in self.bound_specs():
            if spec.needs_page:
                self._actions[spec.id].setEnabled(is_open)

    def keys_of(self, spec: ActionSpec) -> str:
        """Return the key of an action after the changes of the settings (the page key if it has only that)."""
        return self._changed_keys.get(spec.id, spec.keys)

    def page_keys(self) -> dict[str, str]:
        """Return key -> action id of all single keys at the caret."""
        if self._page_keys is None:
            self._page_keys = self._read_page_keys()
        return self._page_keys

    def _read_page_keys(self) -> dict[str, str]:
        keys: dict[str, str] = {}
        for spec in self.bound_specs():
            changed = None if spec.shortcut else self._changed_keys.get(spec.id)
            if key := changed or spec.key:
                # The table says Delete, Qt says Del: both are spelt as Qt does here.
                keys[QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)] = spec.id
        return keys

    def change_keys(self, changed_keys: Mapping[str, str]) -> None:
        """Use other keys from now on; the menus show them."""
        self._changed_keys = dict(changed_keys)
        self._page_keys = None
        for spec in self.bound_specs():
            if spec.shortcut:
                self._actions[spec.id].setShortcut(QKeySequence(self.keys_of(spec)))
            self.rename(spec.id, self._texts[spec.id])

    def leave_out(self, action_ids: frozenset[str]) -> None:
        """Keep these actions out of all menus; their keys go on working."""
        if action_ids != self._left_out:
            self._left_out = action_ids
            if self._bar is not None:
                self.fill_menu_bar(self._bar)

    def lead_with(self, menu: Menu, actions: list[QAction]) -> None:
        """Let a menu begin with actions made from data (labels)."""
        self._made_from_data[menu] = actions
        if self._bar is not None:
            self.fill_menu_bar(self._bar)

    def fill_menu_bar(self, bar: QMenuBar) -> None:
        """Make the menus from the table, without what is left out."""
        self._bar = bar
        bar.clear()
        # Held here: what only the bar holds goes with the first Python name that forgets it.
        self._menus = [QMenu(self.menu_title(menu), bar) for menu in Menu if self._specs_of(menu)]
        for menu, shown in zip([menu for menu in Menu if self._specs_of(menu)], self._menus, strict=True):
            if leading := self._made_from_data.get(menu):
                shown.addActions(leading)
                shown.addSeparator()
            self.fill_menu(shown, self._specs_of(menu))
            bar.addMenu(shown)

    def _specs_of(self, menu: Menu) -> list[ActionSpec]:
        return [spec for spec in self.bound_specs() if spec.menu is menu]

    def menu_title(self, menu: Menu) -> str:
        """Return the title of a menu in the language of the window."""
        return translated(menu.value)

    def fill_menu(self, menu: QMenu, specs: list[ActionSpec]) -> None:
        """Add bound actions to a menu, single keys shown beside them, a separator between groups."""
        specs = [spec for spec in specs if spec.id not in self._left_out]
        group = specs[0].group if specs else 0
        for spec in specs:
            if spec.group != group:
                menu.addSeparator()
                group = spec.group
            menu.addAction(self._actions[spec.id])

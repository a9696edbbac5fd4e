"""The settings: every change takes effect at once, so there is nothing to confirm."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cppcc_reader.core.model.doubt import DOUBT_THRESHOLD
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.views.dialog_parts import SPACE, hint
from cppcc_reader.views.fonts import ARTICLE_PIXELS, INTERFACE_PIXELS, SOURCE_PIXELS
from cppcc_reader.views.guide_view import attach_guide
from cppcc_reader.views.key_map_editor import KeyMapEditor
from cppcc_reader.views.translations import Language

_SIZES: Final = {
    "interface_pixels": (INTERFACE_PIXELS, 11, 22),
    "source_pixels": (SOURCE_PIXELS, 11, 40),
    "article_pixels": (ARTICLE_PIXELS, 11, 48),
}
"""Setting -> usual size, smallest, largest, in device-independent pixels."""


class SettingsDialog(QDialog):
    """Appearance, keys and marking.

    Signals:
        changed(str): name of a setting that has just been written.
    """

    changed = Signal(str)

    def __init__(self, settings: UserSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWindowTitle(self.tr("设置"))
        attach_guide(self, "commands")
        self.resize(620, 560)
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(self._appearance(), self.tr("外观"))
        tabs.addTab(self._marking(), self.tr("标注"))
        tabs.addTab(self._keys(), self.tr("按键"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("关闭"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(tabs, 1)
        layout.addWidget(buttons)
        self._tabs = tabs

    def show_keys(self) -> None:
        """Turn to the keys."""
        self._tabs.setCurrentIndex(2)

    def _appearance(self) -> QWidget:
        page, form = _form()
        form.addRow(
            self.tr("界面语言(&L)"),
            self._choice(
                "language",
                {
                    "": self.tr("跟随系统"),
                    Language.CHINESE.value: self.tr("简体中文"),
                    Language.ENGLISH.value: "English",
                },
                usual="",
            ),
        )
        themes = {
            "system": self.tr("跟随系统"),
            "light": self.tr("浅色"),
            "dark": self.tr("深色"),
            "contrast": self.tr("高对比"),
        }
        form.addRow(self.tr("外观(&T)"), self._choice("theme", themes, usual="system"))
        names = {
            "interface_pixels": self.tr("界面文字(&I)"),
            "source_pixels": self.tr("版面文字(&S)"),
            "article_pixels": self.tr("文章文字(&A)"),
        }
        for name, words in names.items():
            form.addRow(words, self._size(name))
        form.addRow(hint(self.tr("改动立即保存。语言和界面文字在关上设置后换，其余立即生效。")))
        return page

    def _marking(self) -> QWidget:
        page, form = _form()
        annotator = QLineEdit(str(self._settings.get("annotator") or ""))
        annotator.setPlaceholderText(self.tr("登录名"))
        annotator.editingFinished.connect(lambda: self._set("annotator", annotator.text().strip() or None))
        form.addRow(self.tr("标注人(&N)"), annotator)
        form.addRow(hint(self.tr("写进编辑历史和导出的数据里，用来比较不同人的标注。")))
        threshold = QDoubleSpinBox()
        threshold.setRange(0, 1)
        threshold.setSingleStep(0.05)
        threshold.setDecimals(2)
        threshold.setValue(float(self._settings.get("doubt_threshold", DOUBT_THRESHOLD)))
        threshold.valueChanged.connect(lambda value: self._set("doubt_threshold", round(value, 2)))
        form.addRow(self.tr("疑点界限(&D)"), threshold)
        form.addRow(hint(self.tr("自动切分的把握低于这个值，就作为疑点请人来看。调高则疑点更多。通常是 0.80。")))
        return page

    def _keys(self) -> QWidget:
        editor = KeyMapEditor(self._settings.get("keys") or {})
        editor.changed.connect(lambda keys: self._set("keys", keys or None))
        return editor

    def _choice(self, name: str, values: dict[str, str], *, usual: str) -> QComboBox:
        box = QComboBox()
        for value, words in values.items():
            box.addItem(words, value)
        box.setCurrentIndex(max(0, box.findData(self._settings.get(name, usual))))
        box.currentIndexChanged.connect(lambda _index: self._set(name, box.currentData()))
        return box

    def _size(self, name: str) -> QSpinBox:
        usual, least, most = _SIZES[name]
        box = QSpinBox()
        box.setRange(least, most)
        box.setSuffix(self.tr(" 像素"))
        box.setValue(int(self._settings.get(name, usual)))
        box.valueChanged.connect(lambda value: self._set(name, value))
        return box

    def _set(self, name: str, value: Any) -> None:
        if self._settings.get(name) != value:
            self._settings.set(name, value)
            self.changed.emit(name)


def _form() -> tuple[QWidget, QFormLayout]:
    page = QWidget()
    form = QFormLayout(page)
    form.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
    form.setVerticalSpacing(SPACE)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
    return page, form

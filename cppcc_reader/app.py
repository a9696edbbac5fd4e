"""The window's application: builds the objects, opens libraries, follows the desktop's appearance."""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QMessageLogContext, QObject, QSize, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QMessageBox

from cppcc_reader.resource_paths import resource
from cppcc_reader.services.project import default_library_path, is_library, open_library
from cppcc_reader.services.settings import UserSettings
from cppcc_reader.storage.errors import LibraryError
from cppcc_reader.views.fonts import INTERFACE_PIXELS, has_chinese_font, sans_font
from cppcc_reader.views.main_window import MainWindow
from cppcc_reader.views.style_sheet import style_sheet
from cppcc_reader.views.theme import Theme, boxed_palette_of, palette_of
from cppcc_reader.views.told import told
from cppcc_reader.views.translations import Language, Translations
from cppcc_reader.views.view_flow import theme_named
from cppcc_reader.views.workspace import Workspace, now

FAILED = 2
_LOG = logging.getLogger(__name__)
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run_window(paths: Sequence[Path]) -> int:
    """Open the window and return when it is closed.

    Args:
        paths: as typed: none, a library, page files and folders to import, or a library and files.

    Returns:
        0, or 2 if the library could not be opened.
    """
    qInstallMessageHandler(_log_qt)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    application = Application(qt, UserSettings.load())
    libraries = [path for path in paths if is_library(path)]
    imports = [path for path in paths if not is_library(path)]
    usual = default_library_path() if imports else application.usual_library()
    if not application.open(libraries[0] if libraries else usual, imports):
        return FAILED
    before, sys.excepthook = sys.excepthook, application.take_accident
    try:
        return qt.exec()
    finally:
        sys.excepthook = before


def render_window(
    out: Path,
    *,
    theme: str,
    size: tuple[int, int],
    language: str,
    scenes: tuple[str, ...],
    suffix: str = "",
    library: Path | None = None,
) -> list[Path]:
    """Write pictures of the window, on the sample pages or on a library of one's own.

    Args:
        size: width and height of the window in device-independent pixels.
        language: ``zh`` or ``en``.
        scenes: see ``views.screenshots.scenes_of``.

    Returns:
        The files written.
    """
    from cppcc_reader.views.screenshots import take_pictures  # noqa: PLC0415  (no part of the window)

    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        settings = UserSettings(Path(folder) / "settings.json")
        settings.set("theme", theme)
        settings.set("language", (Language.ENGLISH if language == "en" else Language.CHINESE).value)
        application = Application(qt, settings)
        imports = [] if library else [resource("samples", "pages")]
        if not application.open(library or Path(folder) / "示例.cppcc", imports) or application.window is None:
            return []
        window = application.window
        written = take_pictures(window, out, size=QSize(*size), suffix=suffix, scenes=scenes)
        window.close()
    return written


class Application(QObject):
    """Holds what all windows share: settings, language, appearance; one window at a time."""

    def __init__(self, qt: QApplication, settings: UserSettings) -> None:
        super().__init__(qt)
        self._qt = qt
        self._settings = settings
        self.window: MainWindow | None = None
        qt.setApplicationName("cppcc-reader")
        qt.setApplicationDisplayName("CPPCC Reader")
        qt.setStyle("Fusion")
        self._translations = Translations(qt)
        self._follow_settings()
        self.theme = self.use_theme(str(settings.get("theme", "system")))
        qt.styleHints().colorSchemeChanged.connect(self._follow_desktop)

    def take_accident(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log what a slot did not expect and say so in the status bar; every step before it is saved."""
        _LOG.critical("unexpected error", exc_info=(kind, error, trace))
        if self.window is not None:
            words = self.tr("出了意料之外的错（{0}），这一步没有做成；之前的都已保存，详情在日志里")
            self.window.session.message.emit(words.format(kind.__name__))

    def usual_library(self) -> Path:
        """Return the library that was open last, or the person's own first one."""
        last = self._settings.get("last_library")
        return Path(last) if last and Path(last).exists() else default_library_path()

    def open(self, path: Path, imports: Sequence[Path] = ()) -> bool:
        """Open a library in a window, in place of the one that is open; tell whether it worked."""
        if self.window is not None and self.window.workspace.library.path == path:
            self.window.activateWindow()
            return True
        try:
            opened = open_library(path, now().astimezone())
        except LibraryError as error:
            self._say(self.tr("打不开文库"), told(error))
            return False
        before, self.window = self.window, None
        if before is not None:
            before.close()
            before.deleteLater()
        workspace = Workspace.over(opened.library, self._settings, notice=opened.notice)
        self.window = MainWindow(
            workspace, self.theme, open_library=self.open, use_theme=self.use_theme, reopen=self.reopen
        )
        self._settings.set("last_library", str(path.resolve()))
        self.window.show()
        self.window.load(imports)
        if not has_chinese_font():
            self._say(self.tr("缺少中文字体"), self.tr("系统里没有中文字体，文字会显示成方块。请安装 fonts-noto-cjk。"))
        return True

    def reopen(self) -> bool:
        """Build the window anew, after a change of language or of the library's contents."""
        if self.window is None:
            return False
        path, page_id = self.window.workspace.library.path, self.window.session.page_id
        before, self.window = self.window, None
        before.close()
        before.deleteLater()
        self._follow_settings()
        done = self.open(path)
        if done and self.window is not None and page_id not in (None, self.window.session.page_id):
            self.window.page_flow.open(page_id)
        return done

    def use_theme(self, name: str) -> Theme:
        """Paint everything in a theme, by name."""
        self.theme = theme_named(name)
        self._qt.setPalette(palette_of(self.theme))
        for boxed in ("QComboBox", "QAbstractSpinBox"):
            # Its stub asks for bytes, which it refuses.
            self._qt.setPalette(boxed_palette_of(self.theme), boxed)  # type: ignore[arg-type]
        self._qt.setStyleSheet(style_sheet(self.theme))
        if self.window is not None:
            self.window.set_theme(self.theme)
        return self.theme

    def _follow_settings(self) -> None:
        chosen = self._settings.get("language")
        # Whatever else stands in the file (nothing, or a language of another version) means the desktop's.
        self._translations.use(Language(chosen) if chosen in list(Language) else _system_language())
        self._qt.setFont(sans_font(int(self._settings.get("interface_pixels", INTERFACE_PIXELS))))

    def _follow_desktop(self) -> None:
        if self._settings.get("theme", "system") == "system":
            self.use_theme("system")

    def _say(self, title: str, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, words, parent=self.window)
        box.addButton(self.tr("知道了"), QMessageBox.ButtonRole.AcceptRole)
        box.exec()


def _system_language() -> Language:
    """Return Chinese unless the desktop is in another language: the pages are Chinese anyway."""
    speaks_chinese = QLocale.system().language() in (QLocale.Language.Chinese, QLocale.Language.C)
    return Language.CHINESE if speaks_chinese else Language.ENGLISH


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _LOG.log(_QT_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)

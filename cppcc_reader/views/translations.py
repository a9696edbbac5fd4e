"""The interface in Chinese (the source strings themselves) or in English, switched while the program runs."""

from __future__ import annotations

import logging
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from cppcc_reader.resource_paths import resource

_log = logging.getLogger(__name__)


class Language(StrEnum):
    """Languages of the interface; the values are what the settings hold."""

    CHINESE = "zh_CN"
    ENGLISH = "en"


class Translations:
    """Installs and takes away the translators of one application."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.language = Language.CHINESE

    def use(self, language: Language) -> None:
        """Show the interface in ``language``; open windows hear of it by ``LanguageChange``."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        if language is Language.CHINESE:
            # Only Qt's own words (standard buttons, colour and file dialogs) need a translation into Chinese.
            self._install("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        else:
            self._install("cppcc_reader_en", str(resource("translations")))
        QLocale.setDefault(QLocale(language.value))
        self.language = language

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._application)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
        else:
            _log.warning("translation %s is missing from %s", name, folder)

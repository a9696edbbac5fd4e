"""Printing articles and saving them as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSaveFile
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cppcc_reader.views.print_pages import PrintedArticle, PrintedPages

_MARGIN_MM = 22.0
_PDF_DPI = 600


class PrintError(RuntimeError):
    """Nothing was printed; the message is for people."""


def save_pdf(articles: Sequence[PrintedArticle], path: Path, *, title: str, source: str, serif: bool = True) -> int:
    """Write articles as a PDF on A4 and return the number of pages; an old file stays if anything fails.

    Raises:
        PrintError: if the file cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise PrintError(file.errorString())
    writer = QPdfWriter(file)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(title)
    writer.setCreator("CPPCC Reader")
    writer.setPageLayout(_page_layout())
    pages = PrintedPages(articles, writer, source=source, serif=serif)
    painter = QPainter(writer)
    pages.paint(painter)
    painter.end()
    if not file.commit():
        raise PrintError(file.errorString())
    return len(pages)


def ask_printer(parent: QWidget, *, title: str) -> QPrinter | None:
    """Ask for a printer; None if the person thought better of it.

    Args:
        title: of the document to be printed.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageLayout(_page_layout())
    agreed = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
    return printer if agreed else None


def print_on(printer: QPrinter, articles: Sequence[PrintedArticle], *, source: str, serif: bool = True) -> int:
    """Print articles and return the number of pages.

    Raises:
        PrintError: if the printer cannot be reached.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError(printer.printerName())
    pages = PrintedPages(articles, printer, source=source, serif=serif)
    pages.paint(painter)
    painter.end()
    return len(pages)


def ask_pdf_path(parent: QWidget, *, caption: str, name: str) -> Path | None:
    """Ask where a PDF should go; None if the person thought better of it."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, caption, f"{name}.pdf", "PDF (*.pdf)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")


def _page_layout() -> QPageLayout:
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)

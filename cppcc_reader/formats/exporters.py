"""The table of export formats. A new format is a file and a line here."""

from __future__ import annotations

from cppcc_reader.formats import (
    brat,
    cas_json,
    cas_xmi,
    conll,
    doccano,
    label_studio,
    pages,
    parquet,
    prodigy,
    segments,
    spacy_docbin,
    tei,
)
from cppcc_reader.formats.exporter import Exporter
from cppcc_reader.formats.optional_package import MissingPackageError, is_installed

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        pages.EXPORTER,
        segments.EXPORTER,
        conll.EXPORTER,
        doccano.EXPORTER,
        label_studio.EXPORTER,
        spacy_docbin.EXPORTER,
        brat.EXPORTER,
        cas_xmi.EXPORTER,
        cas_json.EXPORTER,
        tei.EXPORTER,
        parquet.EXPORTER,
        prodigy.EXPORTER,
    )
}


def require_packages(exporter: Exporter) -> None:
    """Make sure that what the format needs is installed.

    Raises:
        MissingPackageError: naming the first package that is not.
    """
    for package in exporter.needs:
        if not is_installed(package):
            raise MissingPackageError(package, f"导出“{exporter.name_zh}”")

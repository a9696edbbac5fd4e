"""The table of export formats. A new format is a file and a line here."""

from __future__ import annotations

import importlib.util

from cppcc_reader.formats import conll, doccano, pages
from cppcc_reader.formats.exporter import Exporter, MissingPackageError

EXPORTERS: dict[str, Exporter] = {
    exporter.name: exporter
    for exporter in (
        pages.EXPORTER,
        conll.EXPORTER,
        doccano.EXPORTER,
    )
}


def require_packages(exporter: Exporter) -> None:
    """Make sure that what the format needs is installed.

    Raises:
        MissingPackageError: naming the first package that is not.
    """
    for package in exporter.needs:
        if importlib.util.find_spec(package) is None:
            raise MissingPackageError(package, exporter.name_zh)

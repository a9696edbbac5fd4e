"""XML files as the exporters write them."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from cppcc_reader.formats.exporter import TextFile


def write_xml(path: Path, root: ET.Element) -> None:
    """Write an XML document in UTF-8."""
    with TextFile(path) as file:
        file.write("<?xml version='1.0' encoding='UTF-8'?>\n")
        file.write(ET.tostring(root, encoding="unicode") + "\n")

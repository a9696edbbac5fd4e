"""The table of readers of other tools' files, and how their files are known."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cppcc_reader.formats.alto import read_alto
from cppcc_reader.formats.brat import read_brat
from cppcc_reader.formats.cas_reader import read_cas
from cppcc_reader.formats.conll import read_conll
from cppcc_reader.formats.doccano import read_doccano
from cppcc_reader.formats.hocr import read_hocr
from cppcc_reader.formats.label_studio_reader import read_label_studio
from cppcc_reader.formats.layout_page import LayoutPage
from cppcc_reader.formats.page_record import FORMAT
from cppcc_reader.formats.page_xml import read_page_xml
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.spacy_docbin import read_spacy
from cppcc_reader.formats.training_document import TrainingDocument

_HEAD_BYTES = 65536
_TAG = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]")


@dataclass(frozen=True, slots=True)
class Reader:
    """One format that can be read.

    Attributes:
        read: yields documents or pages of a file; what cannot be taken goes to the callback.
        knows: tells by name and first characters whether a file is of this format.
    """

    name: str
    name_zh: str
    read: Callable[[Path, Callable[[Refusal], None]], Iterator[TrainingDocument | LayoutPage]]
    knows: Callable[[Path, str], bool]


def recognise(path: Path) -> Reader | None:
    """Return the reader of a file of another tool; None for page texts, page records and what nobody knows."""
    try:
        with path.open("rb") as file:
            data = file.read(_HEAD_BYTES)
    except OSError:
        return None
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = data.decode("utf-16" if marked else "utf-8-sig", "replace")
    return next((reader for reader in READERS.values() if reader.knows(path, head)), None)


def _root_is(name: str) -> Callable[[Path, str], bool]:
    def knows(path: Path, head: str) -> bool:
        if not head.lstrip().startswith("<"):
            return False
        body = head[head.index("<!DOCTYPE") + 9 :] if "<!DOCTYPE" in head else head
        found = _TAG.search(body)
        return found is not None and found[1] == name

    return knows


def _is_hocr(path: Path, head: str) -> bool:
    return _root_is("html")(path, head) and "ocr_page" in head


def _is_doccano(path: Path, head: str) -> bool:
    line = head.lstrip().partition("\n")[0]
    has_text = '"text"' in line or '"data"' in line
    has_labels = any(f'"{key}"' in line for key in ("label", "labels", "entities"))
    return (
        path.suffix in {".jsonl", ".json"} and line.startswith("{") and FORMAT not in line and has_text and has_labels
    )


def _is_label_studio(path: Path, head: str) -> bool:
    return path.suffix == ".json" and head.lstrip().startswith("[") and '"data"' in head


def _is_cas_json(path: Path, head: str) -> bool:
    return path.suffix == ".json" and head.lstrip().startswith("{") and '"%TYPES"' in head


READERS: dict[str, Reader] = {
    reader.name: reader
    for reader in (
        Reader("alto", "ALTO", read_alto, _root_is("alto")),
        Reader("page-xml", "PAGE-XML", read_page_xml, _root_is("PcGts")),
        Reader("hocr", "hOCR", read_hocr, _is_hocr),
        Reader("cas-xmi", "UIMA CAS（XMI）", read_cas, _root_is("XMI")),
        Reader("cas-json", "UIMA CAS（JSON）", read_cas, _is_cas_json),
        Reader("label-studio", "Label Studio 任务", read_label_studio, _is_label_studio),
        Reader("doccano", "doccano 标注行", read_doccano, _is_doccano),
        Reader("brat", "brat 标注文件", read_brat, lambda path, head: path.suffix == ".ann"),
        Reader("conll", "CoNLL 序列标注", read_conll, lambda path, head: path.suffix in {".conll", ".bio", ".bmes"}),
        Reader("spacy", "spaCy DocBin", read_spacy, lambda path, head: path.suffix == ".spacy"),
    )
}

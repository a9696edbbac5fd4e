"""UIMA CAS as JSON (UIMA JSON CAS 0.4), one file per document, the type system inside."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from cppcc_reader.formats.cas import SOFA_ID, TYPES, feature_structures
from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.file_stem import file_stem
from cppcc_reader.formats.loss import ALL_TRAITS, Loss
from cppcc_reader.formats.training_document import TrainingDocument, Unit

SUFFIX = ".cas.json"
_SOFA = 1


class CasJsonWriter:
    """Writes one ``.cas.json`` per document into the folder of its split."""

    def __init__(self, target: Target) -> None:
        self._folder = target.folder / target.split
        self._folder.mkdir(parents=True)

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one document."""
        with TextFile(self._folder / f"{file_stem(document.id)}{SUFFIX}") as file:
            file.write(json.dumps(cas_of(document), ensure_ascii=False, indent=1) + "\n")
        return ()

    def close(self) -> None:
        """Nothing is left open."""


EXPORTER = Exporter(
    name="cas-json",
    name_zh="UIMA CAS（JSON）",
    suffix=SUFFIX,
    offsets="utf16",
    open=CasJsonWriter,
    units=(Unit.PAGE, Unit.ARTICLE),
    carries=ALL_TRAITS,
)


def cas_of(document: TrainingDocument) -> dict[str, Any]:
    """Return the JSON CAS of a document."""
    sofa = {
        "%ID": _SOFA,
        "%TYPE": "uima.cas.Sofa",
        "sofaNum": 1,
        "sofaID": SOFA_ID,
        "mimeType": "text/plain",
        "sofaString": document.text,
    }
    structures = [
        {
            "%ID": number,
            "%TYPE": one.type,
            "@sofa": _SOFA,
            "begin": one.begin,
            "end": one.end,
            **{name: value for name, value in one.features.items() if value is not None},
        }
        for number, one in enumerate(feature_structures(document), _SOFA + 1)
    ]
    view = {"%SOFA": _SOFA, "%MEMBERS": [one["%ID"] for one in structures]}
    return {"%TYPES": _types(), "%FEATURE_STRUCTURES": [sofa, *structures], "%VIEWS": {SOFA_ID: view}}


def _types() -> dict[str, Any]:
    return {
        name: {
            "%NAME": name,
            "%SUPER_TYPE": one.parent,
            **{feature: {"%NAME": feature, "%RANGE": value} for feature, value in one.features.items()},
        }
        for name, one in TYPES.items()
    }

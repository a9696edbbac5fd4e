"""What a data set is, in figures: the manifest (JSON) that lies beside every export."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.loss import ALL_TRAITS, LOSS_NAMES_ZH, TRAIT_NAMES_ZH, Loss, LossKind
from cppcc_reader.formats.training_document import TrainingDocument
from cppcc_reader.services.export_destination import MANIFEST_FORMAT
from cppcc_reader.services.export_options import ExportOptions

VERSION = 1


@dataclass(slots=True)
class Tally:
    """Counts over the documents of one split."""

    pages: int = 0
    documents: int = 0
    characters: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    origins: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)

    def add(self, document: TrainingDocument, unwritten: Set[str] = frozenset()) -> None:
        """Count a document as it is written, without the mentions of the ids that the writer could not take."""
        written = [mention for mention in document.mentions if mention.id not in unwritten]
        self.documents += 1
        self.characters += len(document.text)
        self.labels.update(mention.label for mention in written)
        self.origins.update(mention.origin.value for mention in written)
        self.roles.update(segment.role.value for segment in document.segments)

    def to_json(self) -> dict[str, Any]:
        """Return the counts with sorted names."""
        return {
            "pages": self.pages,
            "documents": self.documents,
            "characters": self.characters,
            "labels": _sorted(self.labels),
            "origins": _sorted(self.origins),
            "roles": _sorted(self.roles),
        }


@dataclass(slots=True)
class Manifest:
    """Counts, losses and origin of a data set; grows while pages are written, holds no text of theirs.

    Attributes:
        agreement: figures between annotators, if known.
        skipped: why pages were left out, and how many.
        untouched: documents left out because no person has touched them.
    """

    options: ExportOptions
    command: str = ""
    library: str = ""
    guideline_version: str = ""
    software: str = ""
    agreement: Mapping[str, float] | None = None
    splits: dict[str, Tally] = field(default_factory=dict)
    states: Counter[str] = field(default_factory=Counter)
    annotators: set[str] = field(default_factory=set)
    skipped: Counter[str] = field(default_factory=Counter)
    untouched: int = 0
    corrections: Counter[str] = field(default_factory=Counter)
    dropped: Counter[LossKind] = field(default_factory=Counter)
    files: list[dict[str, Any]] = field(default_factory=list)

    @property
    def pages(self) -> int:
        """How many pages were exported."""
        return sum(tally.pages for tally in self.splits.values())

    @property
    def documents(self) -> int:
        """How many documents were written."""
        return sum(tally.documents for tally in self.splits.values())

    @property
    def labels(self) -> Counter[str]:
        """Mentions by label over all splits."""
        return sum((tally.labels for tally in self.splits.values()), Counter())

    def add_page(self, record: PageRecord, split: str) -> None:
        """Count a page that is exported."""
        self.splits[split].pages += 1
        self.states[record.annotations.state.value] += 1
        self.annotators.update(name for name in record.provenance.annotator.split("、") if name)

    def add_losses(self, losses: Iterable[Loss]) -> None:
        """Count what was left out."""
        for loss in losses:
            self.dropped[loss.kind] += loss.count

    def to_json(self) -> dict[str, Any]:
        """Return the manifest as it is written."""
        exporter = self.options.exporter
        return {
            "format": MANIFEST_FORMAT,
            "version": VERSION,
            "export_format": exporter.name,
            "export_format_zh": exporter.name_zh,
            "offsets": exporter.offsets,
            "unit": self.options.chosen_unit.value,
            "what": self.options.what.value,
            "library": self.library,
            "command": self.command,
            "software": self.software,
            "guideline_version": self.guideline_version,
            "annotators": sorted(self.annotators),
            "agreement": None if self.agreement is None else dict(sorted(self.agreement.items())),
            "states": _sorted(self.states),
            "splits": {name: tally.to_json() for name, tally in self.splits.items()},
            "left_out": {"pages": _sorted(self.skipped), "untouched_documents": self.untouched},
            "corrections": _sorted(self.corrections),
            "dropped": {
                kind.value: {"count": count, "meaning": LOSS_NAMES_ZH[kind]}
                for kind, count in sorted(self.dropped.items())
            },
            "cannot_carry": [TRAIT_NAMES_ZH[trait] for trait in sorted(ALL_TRAITS - exporter.carries)],
            "files": self.files,
        }

    def write(self, path: Path) -> None:
        """Write the manifest as indented JSON."""
        path.write_text(json.dumps(self.to_json(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def _sorted(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))

"""From a library's pages to a data set for training: written beside, then swapped in whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.json_codec import RecordError
from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.core.model.role import ROLE_NAMES_ZH
from cppcc_reader.core.model.tag_set import DEFAULT_TAG_SET, Label, TagSet
from cppcc_reader.formats.exporter import Exporter, Target, TextFile, Writer
from cppcc_reader.formats.exporters import require_packages
from cppcc_reader.formats.loss import Loss, fit, xml_safe
from cppcc_reader.formats.optional_package import MissingPackageError
from cppcc_reader.formats.training_document import TrainingDocument
from cppcc_reader.services.export_card import card
from cppcc_reader.services.export_destination import CARD, CORRECTIONS, DROPPED, MANIFEST, files_in, staged
from cppcc_reader.services.export_manifest import Manifest, Tally
from cppcc_reader.services.export_options import (
    ExportCancelledError,
    ExportError,
    ExportOptions,
    What,
    command_line,
)
from cppcc_reader.services.export_prepare import PreparedPage, prepare
from cppcc_reader.services.export_split import SPLITS, UNDIVIDED, split_of

_ROLE_COLOUR = "#888888"


def export(
    records: Iterable[PageRecord],
    options: ExportOptions,
    out_dir: Path,
    progress: Callable[[int], None] = lambda done: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    library: str = "library.cppcc",
    tag_set: TagSet = DEFAULT_TAG_SET,
    software: str = "cppcc-reader",
    agreement: Mapping[str, float] | None = None,
) -> Manifest:
    """Write a data set; the same records and options give the same bytes.

    Args:
        records: pages in the order in which they are to be written; taken one at a time.
        options: what to write.
        out_dir: its folder; an earlier export of the same format there is replaced when all is written.
        progress: told after each page how many have been taken.
        cancelled: asked before each page.
        library: file name of the library, for the manifest.
        tag_set: labels and guideline of the library.
        software: name and version of the program.
        agreement: figures between annotators, if known.

    Raises:
        ExportError: if it cannot be made; nothing has changed then.
        ExportCancelledError: if ``cancelled`` said so; nothing has changed then.
    """
    _require_packages(options.exporter)
    manifest = Manifest(options=options, library=library, software=software, agreement=agreement)
    manifest.command = command_line(options, library, out_dir.name)
    manifest.guideline_version = tag_set.guideline_version
    with staged(out_dir, options.format) as folder:
        with _DataSet(folder, options, tag_set, manifest) as data_set:
            _take(records, data_set, progress, cancelled)
        _describe(folder, manifest, tag_set)
    return manifest


def _require_packages(exporter: Exporter) -> None:
    try:
        require_packages(exporter)
    except MissingPackageError as error:
        raise ExportError(str(error)) from error


def _take(
    records: Iterable[PageRecord],
    data_set: _DataSet,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> None:
    for done, record in enumerate(records, 1):
        if cancelled():
            raise ExportCancelledError
        data_set.add(record)
        progress(done)


def _describe(folder: Path, manifest: Manifest, tag_set: TagSet) -> None:
    present = {path.name for path in folder.iterdir()}
    (folder / CARD).write_text(card(manifest, tag_set, present), encoding="utf-8", newline="\n")
    manifest.files = files_in(folder)
    manifest.write(folder / MANIFEST)


def preview(records: Iterable[PageRecord], options: ExportOptions) -> TrainingDocument | None:
    """Return the first document that an export would write, as its format can carry it; None if there is none."""
    for record in records:
        if options.pages.reason_against(record) is None:
            for document in prepare(record, options).documents:
                return _fitted(document, options.exporter)[0]
    return None


class _DataSet:
    """The open files of an export."""

    def __init__(self, folder: Path, options: ExportOptions, tag_set: TagSet, manifest: Manifest) -> None:
        self._folder = folder
        self._options = options
        self._manifest = manifest
        self._files = ExitStack()
        self._side_files: dict[str, TextFile] = {}
        labels = _role_labels() if options.roles_as_labels else tag_set.labels
        self._writers = {name: self._open(name, labels) for name in (SPLITS if options.split else (UNDIVIDED,))}
        manifest.splits = {name: Tally() for name in self._writers}

    def _open(self, split: str, labels: tuple[Label, ...]) -> Writer:
        target = Target(
            folder=self._folder,
            split=split,
            labels=labels,
            with_roles=self._options.what is not What.ENTITIES,
            scheme=self._options.scheme,
            tokens=self._options.tokens,
        )
        writer = self._options.exporter.open(target)
        self._files.callback(writer.close)
        return writer

    def add(self, record: PageRecord) -> None:
        """Write one page, or count why it is left out."""
        reason = self._options.pages.reason_against(record)
        if reason is not None:
            self._manifest.skipped[reason] += 1
            return
        split = split_of(record, self._options.split)
        try:
            page = prepare(record, self._options)
            self._write_page(page, split)
        except (RecordError, UnicodeEncodeError) as error:
            raise ExportError(
                f"版面 {record.page.source.name}（{record.page.id}）的数据有问题，无法导出：{error}。"
                "请先检查文库（cppcc-reader check），或用筛选避开这一版。"
            ) from error

    def _write_page(self, page: PreparedPage, split: str) -> None:
        self._manifest.untouched += page.untouched
        self._drop(page.losses)
        self._note_corrections(page)
        if page.documents:
            self._manifest.add_page(page.record, split)
        for document in page.documents:
            fitted, losses = _fitted(document, self._options.exporter)
            unwritten = list(self._writers[split].write(fitted))
            self._manifest.splits[split].add(fitted, {loss.mention_id for loss in unwritten})
            self._drop((*losses, *unwritten))

    def _drop(self, losses: Iterable[Loss]) -> None:
        for loss in losses:
            self._manifest.add_losses((loss,))
            self._side_file(DROPPED).write_json(_loss_to_json(loss))

    def _note_corrections(self, page: PreparedPage) -> None:
        for note, applied in page.corrections:
            self._manifest.corrections["applied" if applied else "not_applied"] += 1
            self._side_file(CORRECTIONS).write_json(
                {
                    "page_id": page.record.page.id,
                    "start": note.span.start,
                    "end": note.span.end,
                    "quote": note.span.text_of(page.original_text),
                    "reading": note.text,
                    "author": note.author,
                    "resolved": note.resolved,
                    "applied": applied,
                }
            )

    def _side_file(self, name: str) -> TextFile:
        if name not in self._side_files:
            self._side_files[name] = self._files.enter_context(TextFile(self._folder / name))
        return self._side_files[name]

    def __enter__(self) -> _DataSet:
        return self

    def __exit__(self, *error: object) -> None:
        self._files.close()


def _fitted(document: TrainingDocument, exporter: Exporter) -> tuple[TrainingDocument, list[Loss]]:
    fitted, losses = fit(document, exporter.carries)
    if exporter.xml:
        fitted, replaced = xml_safe(fitted)
        losses += replaced
    return fitted, losses


def _loss_to_json(loss: Loss) -> dict[str, Any]:
    return {
        "kind": loss.kind.value,
        "document": loss.document_id,
        "count": loss.count,
        "label": loss.label,
        "quote": loss.quote,
        "start": loss.start,
    }


def _role_labels() -> tuple[Label, ...]:
    return tuple(
        Label(
            id=role.value,
            name_zh=name,
            name_en=role.value,
            key="",
            colour_light=_ROLE_COLOUR,
            colour_dark=_ROLE_COLOUR,
        )
        for role, name in ROLE_NAMES_ZH.items()
    )

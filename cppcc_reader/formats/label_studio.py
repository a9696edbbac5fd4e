"""Label Studio: a task list (JSON) and the labelling configuration (XML) that it needs.

Its editor counts UTF-16 units, so do the positions here. What nobody has confirmed becomes a prediction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import quoteattr

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.page import PageState
from cppcc_reader.core.model.role import ROLE_NAMES_ZH
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.document_json import json_line, meta_to_json
from cppcc_reader.formats.exporter import Exporter, Target, TextFile
from cppcc_reader.formats.loss import ALL_TRAITS, Loss
from cppcc_reader.formats.training_document import DocumentSegment, TrainingDocument
from cppcc_reader.formats.utf16 import Utf16Offsets

SUFFIX = ".label-studio.json"
CONFIG = ".label-studio.xml"
ENTITY, ROLE, TEXT = "entity", "role", "text"
FRAGMENT = "fragment"

Json = dict[str, Any]

_CONFIRMED_STATES = frozenset({PageState.FINISHED, PageState.GOLD})


class LabelStudioWriter:
    """Writes the tasks of one split as one JSON list, and the configuration that knows all their labels."""

    def __init__(self, target: Target) -> None:
        self._labels = {label.id: label.colour_light for label in target.labels}
        self._with_roles = target.with_roles
        self._config = target.path(CONFIG)
        self._file = TextFile(target.path(SUFFIX))
        self._file.write("[\n")
        self._first = True

    def write(self, document: TrainingDocument) -> Iterable[Loss]:
        """Write one task."""
        for mention in document.mentions:
            self._labels.setdefault(mention.label, "#888888")
        self._file.write(
            ("" if self._first else ",\n") + json_line(task_of(document, with_roles=self._with_roles)).rstrip("\n")
        )
        self._first = False
        return ()

    def close(self) -> None:
        """End the list and write the configuration with every label that has occurred."""
        self._file.write("\n]\n")
        self._file.close()
        with TextFile(self._config) as file:
            file.write(config_of(self._labels, with_roles=self._with_roles))


EXPORTER = Exporter(
    name="label-studio",
    name_zh="Label Studio 任务",
    suffix=SUFFIX,
    offsets="utf16",
    open=LabelStudioWriter,
    carries=ALL_TRAITS,
)


def config_of(labels: dict[str, str], *, with_roles: bool) -> str:
    """Return the labelling configuration for entity labels with their colours, and all roles if wanted."""
    entities = [f"    <Label value={quoteattr(name)} background={quoteattr(c)}/>" for name, c in labels.items()]
    roles = [
        f'  <Labels name="{ROLE}" toName="{TEXT}">',
        *(
            f"    <Label value={quoteattr(role.value)} alias={quoteattr(role.value)} hint={quoteattr(name)}/>"
            for role, name in ROLE_NAMES_ZH.items()
        ),
        "  </Labels>",
    ]
    return "\n".join(
        [
            "<View>",
            f'  <Labels name="{ENTITY}" toName="{TEXT}">',
            *entities,
            "  </Labels>",
            *(roles if with_roles else ()),
            f'  <Relations>\n    <Relation value="{FRAGMENT}"/>\n  </Relations>',
            f'  <Text name="{TEXT}" value="${TEXT}" granularity="symbol"/>',
            "</View>",
            "",
        ]
    )


def task_of(document: TrainingDocument, *, with_roles: bool = True) -> Json:
    """Return one task: what people made as annotation, what only the machine says as prediction."""
    units = Utf16Offsets(document.text)
    confirmed = document.meta.state in _CONFIRMED_STATES
    sure = [one for one in document.mentions if one.origin is not Origin.SUGGESTED]
    unsure = [one for one in document.mentions if one.origin is Origin.SUGGESTED]
    shown = document.segments if with_roles else ()
    segments = [_segment_result(index, one, document.text, units) for index, one in enumerate(shown)]
    annotation = [*(segments if confirmed else ()), *_mention_results(sure, document.text, units)]
    prediction = [*(() if confirmed else segments), *_mention_results(unsure, document.text, units)]
    task: Json = {"data": {TEXT: document.text, "meta": meta_to_json(document)}}
    if annotation or confirmed:
        task["annotations"] = [{"result": annotation}]
    if prediction:
        task["predictions"] = [{"model_version": "cppcc-reader", "result": prediction}]
    return task


def _mention_results(mentions: list[Mention], text: str, units: Utf16Offsets) -> Iterator[Json]:
    for mention in mentions:
        ids = [_region_id(mention, index) for index in range(len(mention.fragments))]
        meta = {
            "mention": mention.id,
            "origin": mention.origin.value,
            **({} if mention.normal_form is None else {"normal_form": mention.normal_form}),
        }
        for region_id, fragment in zip(ids, mention.fragments, strict=True):
            yield {**_region(region_id, (ENTITY, mention.label), fragment, text, units), "meta": meta}
        for before, after in pairwise(ids):
            yield {"type": "relation", "from_id": before, "to_id": after, "direction": "right", "labels": [FRAGMENT]}


def _region_id(mention: Mention, index: int) -> str:
    return mention.id if index == 0 else f"{mention.id}.{index}"


def _segment_result(index: int, segment: DocumentSegment, text: str, units: Utf16Offsets) -> Json:
    return _region(f"segment-{index}", (ROLE, segment.role.value), Span(segment.start, segment.end), text, units)


def _region(region_id: str, label: tuple[str, str], span: Span, text: str, units: Utf16Offsets) -> Json:
    control, name = label
    return {
        "id": region_id,
        "from_name": control,
        "to_name": TEXT,
        "type": "labels",
        "value": {
            "start": units.to_utf16(span.start),
            "end": units.to_utf16(span.end),
            "text": span.text_of(text),
            "labels": [name],
        },
    }

"""Label Studio's JSON export read back, its own and other people's."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.span import Span
from cppcc_reader.formats.document_json import document_from_meta, is_own_meta
from cppcc_reader.formats.label_studio import FRAGMENT, ROLE
from cppcc_reader.formats.reading import UNTAKEABLE, ReadingError, Refusal, cause_of, require_inside, text_of_file
from cppcc_reader.formats.training_document import TrainingDocument, mention_order
from cppcc_reader.formats.utf16 import Utf16Offsets


def read_label_studio(path: Path, refuse: Callable[[Refusal], None]) -> Iterator[TrainingDocument]:
    """Yield the documents of a task list; tasks that cannot be taken are refused by their number."""
    try:
        tasks = json.loads(text_of_file(path))
    except ReadingError as error:
        refuse(Refusal(path, None, str(error)))
        return
    except json.JSONDecodeError as error:
        refuse(Refusal(path, error.lineno, f"不是 JSON：第 {error.colno} 个字符处"))
        return
    except RecursionError as error:
        refuse(Refusal(path, None, cause_of(error)))
        return
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], 1):
        try:
            yield _document(task, f"{path.name}-{number}")
        except UNTAKEABLE as error:
            refuse(Refusal(path, None, f"第 {number} 个任务：{cause_of(error)}"))


def _document(task: Mapping[str, Any], name: str) -> TrainingDocument:
    data = task["data"]
    text = str(data["text"] if "text" in data else next(value for value in data.values() if isinstance(value, str)))
    made = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    mentions = [
        *(m for one in made[:1] for m in _mentions(one["result"], text, Origin.PERSON)),
        *(m for one in (task.get("predictions") or ())[:1] for m in _mentions(one["result"], text, Origin.SUGGESTED)),
    ]
    meta = data.get("meta")
    if is_own_meta(meta):
        return document_from_meta(text, meta, tuple(mentions))
    return TrainingDocument(id=name, page_id=name, text=text, mentions=tuple(sorted(mentions, key=mention_order)))


def _mentions(results: list[Mapping[str, Any]], text: str, origin: Origin) -> Iterator[Mention]:
    regions = {one["id"]: one for one in results if one.get("type") == "labels" and one.get("from_name") != ROLE}
    continued = {
        one["from_id"]: one["to_id"]
        for one in results
        if one.get("type") == "relation" and FRAGMENT in (one.get("labels") or ())
    }
    units = Utf16Offsets(text)
    for region_id in regions.keys() - set(continued.values()):
        first = regions[region_id]
        meta = first.get("meta") or {}
        yield Mention(
            id=str(meta.get("mention", region_id)),
            label=str(first["value"]["labels"][0]),
            fragments=tuple(_span(one["value"], text, units) for one in _chain(region_id, regions, continued)),
            origin=Origin(meta["origin"]) if "origin" in meta else origin,
            normal_form=meta.get("normal_form"),
        )


def _chain(
    region_id: str, regions: Mapping[str, Mapping[str, Any]], continued: Mapping[str, str]
) -> Iterator[Mapping[str, Any]]:
    seen: set[str] = set()
    following: str | None = region_id
    while following is not None and following not in seen:
        seen.add(following)
        yield regions[following]
        following = continued.get(following)


def _span(value: Mapping[str, Any], text: str, units: Utf16Offsets) -> Span:
    """Its editor counts UTF-16, its Python side code points: the words decide."""
    start, end, quote = int(value["start"]), int(value["end"]), value.get("text")
    for first, last in ((units.from_utf16(start), units.from_utf16(end)), (start, end)):
        if quote is None or text[first:last] == quote:
            return require_inside(first, last, text)
    raise ReadingError(f"引文“{str(quote)[:20]}”与原文不符（位置 {start}）")

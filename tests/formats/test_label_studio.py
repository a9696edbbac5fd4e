"""Label Studio tasks: its own library accepts them against the configuration, and they can be read back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from cppcc_reader.core.model.provenance import PageRecord
from cppcc_reader.formats.label_studio import CONFIG, ENTITY, EXPORTER, ROLE
from cppcc_reader.formats.label_studio_reader import read_label_studio
from cppcc_reader.formats.reading import Refusal
from cppcc_reader.formats.training_document import TrainingDocument
from export_samples import nasty_record, records, refuse_nothing, write_with


def _tasks(folder: Path) -> Any:
    return json.loads((folder / f"all{EXPORTER.suffix}").read_text(encoding="utf-8"))


def _said(document: TrainingDocument) -> object:
    names = [(one.id, one.label, one.fragments, one.origin, one.normal_form) for one in document.mentions]
    return replace(document, mentions=()), names


def test_label_studio_accepts_every_task(tmp_path: Path, pages: list[PageRecord]) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface", reason="the SDK is a test dependency")
    documents, _losses = write_with(EXPORTER, tmp_path, pages)
    checker = interface.LabelInterface((tmp_path / f"all{CONFIG}").read_text(encoding="utf-8"))
    checker.validate()
    tasks = _tasks(tmp_path)
    assert len(tasks) == len(documents)
    for task, document in zip(tasks, documents, strict=True):
        assert checker.validate_task({"data": task["data"]})
        assert all(checker.validate_annotation(one) for one in task.get("annotations", []))
        assert all(checker.validate_prediction(one) for one in task.get("predictions", []))
        results = [
            result
            for kind in ("annotations", "predictions")
            for one in task.get(kind, [])
            for result in one["result"]
            if result["type"] != "relation"
        ]
        for result in results:
            assert checker.get_control(result["from_name"]).to_name == ["text"]
            assert set(result["value"]["labels"]) <= set(checker.get_control(result["from_name"]).labels)
        found = sorted((r["value"]["labels"][0], r["value"]["text"]) for r in results if r["from_name"] == ENTITY)
        assert found == sorted((m.label, f.text_of(document.text)) for m in document.mentions for f in m.fragments)
        roles = [(r["value"]["labels"][0], r["value"]["text"]) for r in results if r["from_name"] == ROLE]
        assert roles == [(s.role.value, document.text[s.start : s.end]) for s in document.segments]


def test_positions_are_those_of_its_editor(tmp_path: Path) -> None:
    write_with(EXPORTER, tmp_path, [nasty_record()])
    for task in _tasks(tmp_path):
        units = task["data"]["text"].encode("utf-16-le")
        for one in [*task.get("annotations", []), *task.get("predictions", [])]:
            for value in (result["value"] for result in one["result"] if "value" in result):
                assert units[value["start"] * 2 : value["end"] * 2].decode("utf-16-le") == value["text"]


def test_what_nobody_confirmed_is_a_prediction(tmp_path: Path) -> None:
    write_with(EXPORTER, tmp_path, [nasty_record()])
    second = _tasks(tmp_path)[1]
    predicted = [result["value"]["text"] for result in second["predictions"][0]["result"]]
    assert predicted == ["主席"]
    assert "主席" not in [r["value"]["text"] for r in second["annotations"][0]["result"] if "value" in r]


def test_what_is_read_back_is_what_was_written(tmp_path: Path, pages: list[PageRecord]) -> None:
    documents, losses = write_with(EXPORTER, tmp_path, pages)
    back = list(read_label_studio(tmp_path / f"all{EXPORTER.suffix}", refuse_nothing))
    assert [_said(one) for one in back] == [_said(one) for one in documents]
    assert losses == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(records())
def test_any_page_comes_back(tmp_path: Path, record: PageRecord) -> None:
    documents, _losses = write_with(EXPORTER, tmp_path, [record])
    back = list(read_label_studio(tmp_path / f"all{EXPORTER.suffix}", refuse_nothing))
    assert [_said(one) for one in back] == [_said(one) for one in documents]


def test_tasks_of_others_are_read_in_either_unit_and_bad_ones_refused(tmp_path: Path) -> None:
    def task(text: str, start: int, end: int, quote: str) -> dict[str, Any]:
        value = {"start": start, "end": end, "text": quote, "labels": ["PER"]}
        result = {"id": "x", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
        return {"data": {"text": text}, "annotations": [{"result": [result]}]}

    path = tmp_path / "x.json"
    tasks = [task("𠮷张三", 2, 4, "张三"), task("𠮷张三", 1, 3, "张三"), task("𠮷张三", 0, 2, "张三"), {"id": 4}]
    path.write_text(json.dumps(tasks), encoding="utf-8")
    refused: list[Refusal] = []
    found = [one.mentions[0].quote(one.text) for one in read_label_studio(path, refused.append)]
    assert found == ["张三", "张三"]
    assert [one.cause.partition("：")[0] for one in refused] == ["第 3 个任务", "第 4 个任务"]
    path.write_text("[", encoding="utf-8")
    assert list(read_label_studio(path, refused.append)) == []
    assert "不是 JSON" in refused[-1].cause

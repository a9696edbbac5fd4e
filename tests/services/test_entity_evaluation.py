"""Figures of entity suggestion."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from cppcc_reader.core.model.mention import Mention, Origin
from cppcc_reader.core.model.segment import Evidence
from cppcc_reader.core.model.span import Span
from cppcc_reader.services.entity_evaluation import (
    entity_systems,
    entity_table,
    labels_of,
    measure_entities,
    posseg_mentions,
    sentence_records,
)


def corpus(folder: Path) -> Path:
    path = folder / "corpus.jsonl.gz"
    lines = [
        {"text": " 王小明在兰州\n工作", "entities": [[1, 4, "PER"], [5, 7, "LOC"], [8, 10, "GAME"]]},
        {"text": " ", "entities": []},
    ]
    path.write_bytes(gzip.compress("\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()))
    return path


def test_sentences_become_pages_and_foreign_labels_are_left_out(tmp_path: Path) -> None:
    [record] = sentence_records(corpus(tmp_path))
    assert [(one.label, one.quote(record.page.text)) for one in record.annotations.mentions] == [
        ("PER", "王小明"),
        ("LOC", "兰州"),
    ]
    assert labels_of([record]) == ("PER", "LOC")


def test_figures_count_what_is_right_and_how_right_the_sure_ones_are(tmp_path: Path) -> None:
    [record] = sentence_records(corpus(tmp_path))

    def system(_text: str, _page: object) -> list[Mention]:
        found = [(1, 4, "PER", 0.99), (5, 6, "LOC", 0.96), (8, 10, "ORG", 0.99)]
        return [
            Mention(
                id=str(start),
                label=label,
                fragments=(Span(start, end),),
                origin=Origin.SUGGESTED,
                evidence=Evidence(confidence),
            )
            for start, end, label, confidence in found
        ]

    figures = measure_entities("corpus", [record], "mine", system, labels=labels_of([record]))
    assert (figures.scores["PER"].f1, figures.scores["LOC"].f1) == (1.0, 0.0)
    assert (figures.sure, figures.sure_right) == (2, 1)
    assert figures.to_json()["f1"]["micro"] == 0.5
    assert "| corpus | mine | 1.000 | 0.000 |" in entity_table([figures])


def test_the_tags_of_jieba_are_a_baseline(tmp_path: Path) -> None:
    [record] = sentence_records(corpus(tmp_path))
    found = posseg_mentions(record.page.text, record.annotations)
    assert ("LOC", "兰州") in {(one.label, one.quote(record.page.text)) for one in found}


def test_the_guidelines_of_the_corpora_differ_from_ours(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps({"text": "他到甘肃省岷县视察。", "entities": []}), encoding="utf-8")
    [record] = sentence_records(path)
    systems = entity_systems(with_baselines=True, with_guidelines=True)
    places = {
        name: [one.quote(record.page.text) for one in find(record.page.text, record.annotations) if one.label == "LOC"]
        for name, find in systems.items()
    }
    assert list(systems)[:4] == ["本程序", "只用规则", "只用模型", "jieba.posseg"]
    assert places["本程序"] == ["甘肃省岷县"]
    assert places["模型·MSRA规范"] == places["模型·人民日报规范"] == ["甘肃省", "岷县"]
    assert list(entity_systems(with_baselines=False)) == ["本程序"]
